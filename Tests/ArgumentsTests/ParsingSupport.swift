import Testing

@testable import Arguments

/// The invocation that the words ask the sample program for; a test issue if they ask for something else.
func invocation(_ words: [String]) throws -> Invocation {
    guard case .invocation(let invocation) = try waymark.parse(words) else {
        throw NoInvocation()
    }
    return invocation
}

func invocation(_ line: String) throws -> Invocation {
    try invocation(words(line))
}

/// What the sample program finds wrong with the line.
func problems(_ line: String) throws -> [ArgumentProblem] {
    try #require(throws: ArgumentError.self) { try waymark.parse(words(line)) }.problems
}

struct NoInvocation: Error {}
