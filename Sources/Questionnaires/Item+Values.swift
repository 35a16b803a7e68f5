extension Item {
    /// Whether answers to the item stand for anything on a channel; words never do.
    public func isScored(on channel: String?) -> Bool {
        switch answering {
        case .text: false
        case .number: channel == nil
        case .singleChoice, .multipleChoice:
            channel.map { channel in scale.options.contains { $0.scores[channel] != nil } } ?? true
        }
    }

    /// The number that chosen options stand for on a channel.
    ///
    /// - Parameter positions: places on the scale, counted from 0; exactly one for a single choice.
    public func value(ofOptions positions: [Int], channel: String? = nil) -> Double {
        let chosen = positions.filter(scale.options.indices.contains).map { scale.options[$0] }
        if case .multipleChoice(let choice) = answering { return choice.value(of: chosen, channel: channel) }
        return chosen.first?.score(on: channel) ?? 0
    }

    /// The value that a number stands for; nothing where the item is not answered by numbers.
    public func value(ofNumber number: Double) -> Double? {
        if case .number(let line) = answering { return line.value(of: number) }
        return nil
    }

    /// Between which numbers an answer lies on a channel.
    public func range(of channel: String? = nil) -> ClosedRange<Double> {
        switch answering {
        case .singleChoice: scale.range(of: channel)
        case .multipleChoice(let choice): choice.range(of: scale.options, channel: channel)
        case .number(let line): channel == nil ? line.range : 0...0
        case .text: 0...0
        }
    }

    /// The value of the worst answer on a channel.
    public func worstValue(on channel: String? = nil) -> Double {
        let range = range(of: channel)
        return direction == .blocker ? range.upperBound : range.lowerBound
    }

    /// Whether one option is chosen, so that ratings have places on the scale.
    public var hasPositions: Bool { answering == .singleChoice && !scale.options.isEmpty }

    /// The places on the scale of the worst and the best answer; nothing where there is no scale of single answers.
    public var worstPosition: Int? { position(ofValue: worstValue()) }
    public var bestPosition: Int? {
        position(ofValue: direction == .blocker ? range().lowerBound : range().upperBound)
    }

    private func position(ofValue value: Double) -> Int? {
        hasPositions ? scale.options.firstIndex { $0.value == value } : nil
    }
}
