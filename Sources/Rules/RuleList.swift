extension Rule {
    /// All rules in the order of their ids.
    public static let all: [Rule] = [
        unreachableItem, unreachableOption,
        conditionAlwaysTrue, conditionAlwaysFalse, repeatedCondition, shadowedVerdict, unreachableOutcome,
        unreadItem, unreadChannel, unusedMetric, unusedScale, unusedBandSet, unusedTag, unusedSubject,
        emptyDimension, metricWithoutInputs, levelWithoutInputs, tableRowWithoutEffect, stepWithoutEffect,
        itemWeightWithoutEffect, inputWeightWithoutEffect, roleWeightWithoutEffect, authorityWithoutItems,
        recommendationWithoutEffect, numberOutsideBands, optionsOutOfOrder, identicalAnchors, idsDifferOnlyByCase,
        mirrorNotMutual,
    ].sorted { $0.id < $1.id }
}
