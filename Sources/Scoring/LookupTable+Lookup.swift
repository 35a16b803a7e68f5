import Questionnaires

extension LookupTable {
    /// The number for an item, and whether a row of the table gave it rather than `otherwise`.
    struct Hit {
        let number: Double
        let isFromRow: Bool
    }

    /// - Parameter position: the place of the gate rating on the item's scale.
    func lookup(_ item: Item, position: Int) -> Hit {
        let row = keys.compactMap { key -> String? in
            switch key {
            case .tag(let tag): item.tags[tag]?.first
            case .gateRating: item.scale.options.indices.contains(position) ? item.scale.options[position].id : nil
            }
        }
        guard row.count == keys.count, let number = rows[row] else {
            return Hit(number: otherwise, isFromRow: false)
        }
        return Hit(number: number, isFromRow: true)
    }
}
