extension Questionnaire {
    /// Whether it depends on answers what is asked.
    public var hasConditionalItems: Bool { !conditionalOrder.isEmpty }

    /// The places of all items, each after those that decide whether it is shown.
    public var itemsByDependence: [Int] { conditionalOrder.isEmpty ? Array(items.indices) : conditionalOrder }

    /// The places of all items in an order in which each comes after those that decide whether it is shown; empty where
    /// nothing depends on answers. Items that wait for one another are refused when a definition is read.
    static func conditionalOrder(of items: [Item], index: [String: Int]) -> [Int] {
        let needed = items.map { item in item.itemsThatDecideWhatIsShown.compactMap { index[$0] } }
        guard needed.contains(where: { !$0.isEmpty }) else { return [] }
        var order: [Int] = []
        order.reserveCapacity(items.count)
        var isPlaced = [Bool](repeating: false, count: items.count)
        var isOpen = isPlaced
        for start in items.indices {
            // An explicit stack, as chains of items may be long.
            var stack = [start]
            while let item = stack.last {
                if isPlaced[item] {
                    stack.removeLast()
                } else if !isOpen[item] {
                    isOpen[item] = true
                    stack += needed[item].filter { !isPlaced[$0] && !isOpen[$0] }
                } else {
                    isPlaced[item] = true
                    order.append(item)
                    stack.removeLast()
                }
            }
        }
        return order
    }
}
