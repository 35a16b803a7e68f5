/// Computes a result for each number from 0 to `count` - 1, at most `threads` at once, and gives them in order.
func parallel<Result: Sendable>(
    count: Int, threads: Int, _ compute: @escaping @Sendable (Int) -> Result
) async -> [Result] {
    if threads <= 1 || count <= 1 { return (0..<count).map(compute) }
    return await withTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: count)
        var next = 0
        while next < min(threads, count) {
            let number = next
            group.addTask { (number, compute(number)) }
            next += 1
        }
        while let (finished, result) = await group.next() {
            results[finished] = result
            if next < count {
                let number = next
                group.addTask { (number, compute(number)) }
                next += 1
            }
        }
        return results.map { $0! }
    }
}
