/// Sets of items on which metrics rest, each kept once: a chain of a thousand metrics over the same items has one set.
struct LeafSets {
    private(set) var list: [[Int]] = []
    private var places: [[Int]: Int] = [:]

    /// The place of a set of items.
    mutating func place(of items: [Int]) -> Int {
        if let place = places[items] { return place }
        places[items] = list.count
        list.append(items)
        return list.count - 1
    }

    /// The place of everything in some sets and some items more.
    mutating func place(joining sets: Set<Int>, and items: [Int]) -> Int {
        if items.isEmpty, sets.count == 1, let only = sets.first { return only }
        var all = Set(items)
        for set in sets { all.formUnion(list[set]) }
        return place(of: all.sorted())
    }
}
