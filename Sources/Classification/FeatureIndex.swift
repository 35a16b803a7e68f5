/// A table from hashed features to consecutive numbers: open addressing with linear steps, at most half full.
/// Looking up takes constant time on average, and usually one line of the cache.
struct FeatureIndex: Sendable {
    struct Slot: Sendable {
        var feature: UInt32
        /// The feature's number plus one; 0 marks a free slot.
        var number: UInt32
    }

    private var slots: [Slot]
    /// A bit for some of a feature's bits, set if there is such a feature: small enough for the first cache, where
    /// the table is not.
    private var filter: [UInt64] = []
    private static let filterBits = 18
    private(set) var count = 0

    /// - Parameter expected: How many features fit before the table grows.
    init(expected: Int) {
        var capacity = 64
        while capacity < expected * 2 { capacity *= 2 }
        slots = Array(repeating: Slot(feature: 0, number: 0), count: capacity)
    }

    /// The index whose feature number `i` is `features[i]`; nil if one occurs twice.
    init?(features: [UInt32]) {
        self.init(expected: features.count)
        for (number, feature) in features.enumerated() where self.number(adding: feature) != number { return nil }
        filter = Array(repeating: 0, count: 1 << (FeatureIndex.filterBits - 6))
        for feature in features {
            let place = FeatureIndex.filterPlace(feature)
            filter[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    /// The number of a feature, counted from 0 in order of first appearance.
    mutating func number(adding feature: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: feature) & mask
        while true {
            let slot = slots[place]
            if slot.number == 0 { break }
            if slot.feature == feature { return Int(slot.number) - 1 }
            place = (place + 1) & mask
        }
        count += 1
        slots[place] = Slot(feature: feature, number: UInt32(count))
        let number = count - 1
        if count * 2 > slots.count { grow() }
        return number
    }

    /// The numbers of several features, added in order.
    mutating func number(adding features: UnsafeBufferPointer<UInt32>, into numbers: inout [UInt32]) {
        while (count + features.count) * 2 > slots.count { grow() }
        let mask = slots.count - 1
        var count = count
        slots.withUnsafeMutableBufferPointer { slots in
            numbers.withUnsafeMutableBufferPointer { numbers in
                for (position, feature) in features.enumerated() {
                    var place = Int(truncatingIfNeeded: feature) & mask
                    while slots[place].number != 0 && slots[place].feature != feature { place = (place + 1) & mask }
                    if slots[place].number == 0 {
                        count += 1
                        slots[place] = Slot(feature: feature, number: UInt32(count))
                    }
                    numbers[position] = slots[place].number - 1
                }
            }
        }
        self.count = count
    }

    @inline(__always)
    private static func filterPlace(_ feature: UInt32) -> Int {
        Int(truncatingIfNeeded: feature) & (1 << filterBits - 1)
    }

    /// The index as loops want it, without counting of references.
    struct Slots {
        fileprivate let slots: UnsafeBufferPointer<Slot>
        fileprivate let filter: UnsafeBufferPointer<UInt64>

        /// False if there is no such feature for certain.
        @inline(__always)
        func mayHold(_ feature: UInt32) -> Bool {
            let place = FeatureIndex.filterPlace(feature)
            return filter[place >> 6] >> UInt64(place & 63) & 1 == 1
        }

        /// The number of a feature; nil if there is none.
        @inline(__always)
        func number(of feature: UInt32) -> Int? {
            let mask = slots.count - 1
            var place = Int(truncatingIfNeeded: feature) & mask
            while true {
                let slot = slots[place]
                if slot.number == 0 { return nil }
                if slot.feature == feature { return Int(slot.number) - 1 }
                place = (place + 1) & mask
            }
        }
    }

    /// Calls a function with the index, which was made of all its features at once, during the call only.
    @inline(__always)
    func withSlots<Result>(_ body: (Slots) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            filter.withUnsafeBufferPointer { body(Slots(slots: slots, filter: $0)) }
        }
    }

    @inline(never)
    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(feature: 0, number: 0), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.number != 0 {
            var place = Int(truncatingIfNeeded: slot.feature) & mask
            while slots[place].number != 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
