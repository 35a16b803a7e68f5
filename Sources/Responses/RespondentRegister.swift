/// Who has answered a wave, and where: the one thing that grows with the number of people.
///
/// Of each name a hash of 64 bits is kept, with 4 bytes for its place, so a million people take 25 MB. Two
/// different names are taken for one if their hashes are equal; for a million people the probability that this happens at
/// all is 1 in 37 million (n² / 2⁶⁵). The hash differs from run to run, so that nobody can make such names on purpose.
public struct RespondentRegister: Sendable {
    private var hashes: [UInt64]
    private var places: [UInt32]
    private var count = 0

    public init() {
        hashes = [UInt64](repeating: 0, count: 1024)
        places = [UInt32](repeating: 0, count: 1024)
    }

    /// Notes who answered.
    ///
    /// - Parameters:
    ///   - name: the pseudonym, in UTF-8.
    ///   - place: a number by which the caller finds the response again.
    /// - Returns: the number given with the same name before; nothing for a new name.
    public mutating func note(_ name: [UInt8], at place: UInt32) -> UInt32? {
        var hasher = Hasher()
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        return note(hash: UInt64(bitPattern: Int64(hasher.finalize())), at: place)
    }

    mutating func note(hash: UInt64, at place: UInt32) -> UInt32? {
        // 0 marks a free slot.
        let hash = hash == 0 ? 1 : hash
        if count * 4 > hashes.count * 3 { grow() }
        let slot = slot(of: hash)
        if hashes[slot] == hash { return places[slot] }
        hashes[slot] = hash
        places[slot] = place
        count += 1
        return nil
    }

    /// Where a hash stands, or would stand.
    private func slot(of hash: UInt64) -> Int {
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = (hashes, places)
        hashes = [UInt64](repeating: 0, count: old.0.count * 2)
        places = [UInt32](repeating: 0, count: old.0.count * 2)
        for (hash, place) in zip(old.0, old.1) where hash != 0 {
            let slot = slot(of: hash)
            hashes[slot] = hash
            places[slot] = place
        }
    }
}
