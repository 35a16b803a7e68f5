/// Turns texts into hashed features (K. Weinberger, A. Dasgupta, J. Langford, A. Smola, J. Attenberg, "Feature
/// hashing for large scale multitask learning", ICML 2009): words and pairs are known by a hash alone, so that no
/// vocabulary is kept. Words of one character are left out, except in scripts that are written without spaces.
/// A hasher owns its working memory and serves one thread at a time.
final class FeatureHasher {
    /// The features of the text hashed last, repeats included, each from 0 to 2^bits - 1; valid until the next text.
    var hashed: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: features[0..<count]) }

    private let kinds: FeatureKinds
    private let shift: UInt64
    private let words: WordSplitter
    private var features: UnsafeMutableBufferPointer<UInt32>
    private var count = 0

    private static let closingCount = 8
    private static let startOfText: UInt64 = 0x2545_F491_4F6C_DD1D
    private static let endOfText: UInt64 = 0x9E6C_63D0_876A_3F6B
    private static let gap: UInt64 = 0xA24B_AED4_963E_E407
    private static let prefix: UInt64 = 0x8CB9_2BA7_2F3D_8DD7
    private static let closing: UInt64 = 0x9FB2_1C65_1E98_DF25

    /// - Parameter bits: From 1 to 32. Two features that share a number are one to the model.
    init(kinds: FeatureKinds, bits: Int) {
        self.kinds = kinds
        shift = UInt64(64 - bits)
        words = WordSplitter(withPrefixes: kinds.contains(.prefixes))
        features = .allocate(capacity: 0)
    }

    deinit {
        features.deallocate()
    }

    /// Hashes a text; linear in its bytes.
    func hash(_ text: UnsafeBufferPointer<UInt8>) {
        words.split(text)
        let capacity = words.count * 5 + 1 + FeatureHasher.closingCount
        if capacity > features.count {
            features.deallocate()
            features = .allocate(capacity: capacity * 2)
        }
        emit(words.hashes, words.prefixes, wordCount: words.count, kinds, shift)
    }

    private func emit(
        _ words: UnsafeMutablePointer<UInt64>, _ prefixes: UnsafeMutablePointer<UInt64>, wordCount: Int,
        _ kinds: FeatureKinds, _ shift: UInt64
    ) {
        count = 0
        guard wordCount > 0 else { return }
        let output = features.baseAddress.unsafelyUnwrapped
        var last = FeatureHasher.startOfText
        for index in 0..<wordCount {
            let word = words[index]
            output[2 * index] = UInt32(truncatingIfNeeded: word >> shift)
            output[2 * index + 1] = FeatureHasher.pair(last, word, shift)
            last = word
        }
        output[2 * wordCount] = FeatureHasher.pair(last, FeatureHasher.endOfText, shift)
        var count = 2 * wordCount + 1
        if kinds.contains(.gappedPairs), wordCount > 2 {
            for index in 0..<wordCount - 2 {
                output[count + index] = FeatureHasher.pair(words[index] ^ FeatureHasher.gap, words[index + 2], shift)
            }
            count += wordCount - 2
        }
        if kinds.contains(.prefixes) {
            for index in 0..<wordCount * 2 where prefixes[index] != 0 {
                output[count] = FeatureHasher.pair(prefixes[index], FeatureHasher.prefix, shift)
                count += 1
            }
        }
        if kinds.contains(.closingWords) {
            for index in max(0, wordCount - FeatureHasher.closingCount)..<wordCount {
                output[count] = FeatureHasher.pair(words[index], FeatureHasher.closing, shift)
                count += 1
            }
        }
        self.count = count
    }

    @inline(__always)
    private static func pair(_ first: UInt64, _ second: UInt64, _ shift: UInt64) -> UInt32 {
        // The first word is turned, so that the pair the other way round is another feature.
        let joined = ((first << 23 | first >> 41) ^ second) &* 0x9FB2_1C65_1E98_DF25
        return UInt32(truncatingIfNeeded: ((joined ^ (joined >> 32)) &* 0xD6E8_FEB8_6659_FD93) >> shift)
    }
}
