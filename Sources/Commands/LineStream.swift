import Digests
import Dispatch
import Responses
import Synchronization

/// Reads a file of responses, one a line, on as many threads as the machine has processors.
///
/// The calling thread reads the file and cuts it into pieces; others compute its digest, piece after piece, and read the
/// lines of the pieces. What they find is handed over on the calling thread in the order of the file, so that nothing
/// depends on which thread is faster.
enum LineStream {
    /// How many pieces are held at the same time.
    private static let mostPieces = 8

    /// - Parameter take: gets the lines of each piece, in the order of the file.
    /// - Returns: BLAKE2b over the file, as `b2sum` prints it.
    static func read(
        _ path: String, _ files: any FileSystem, _ reader: ResponseLineReader, _ take: (ResponseLines) -> Void
    ) throws(FileFailure) -> String {
        let digest = RunningDigest()
        let digesting = DispatchQueue(label: "digest", qos: .userInitiated)
        let reading = DispatchQueue.global(qos: .userInitiated)
        // Those at hand in the order of the file, as a ring.
        var pending = [PendingPiece?](repeating: nil, count: mostPieces)
        var first = 0
        var done: LinePiece?
        func takeNext() {
            if let next = pending[first] {
                if let lines = next.wait() { take(lines) }
                done = next.piece
            }
            pending[first] = nil
            first = (first + 1) % mostPieces
        }
        func start(_ piece: LinePiece) {
            takeNext()
            let next = PendingPiece(piece)
            pending[(first + mostPieces - 1) % mostPieces] = next
            digesting.async {
                digest.update(next.piece)
                next.finishDigest()
            }
            reading.async { next.finish(reader.read(next.piece)) }
        }
        var cutter = LineCutter()
        try files.readParts(path) { part in
            cutter.cut(part, start)
            if let piece = done.take() { cutter.reuse(piece) }
            return true
        }
        cutter.finish(start)
        for _ in 0..<mostPieces { takeNext() }
        return digest.hexadecimal
    }
}

/// A piece on which other threads are at work.
private final class PendingPiece: Sendable {
    let piece: LinePiece
    private let lines = Mutex<ResponseLines?>(nil)
    private let finished = DispatchSemaphore(value: 0)

    init(_ piece: LinePiece) { self.piece = piece }

    func finishDigest() { finished.signal() }

    func finish(_ read: ResponseLines) {
        lines.withLock { $0 = read }
        finished.signal()
    }

    /// Waits for both kinds of work.
    func wait() -> ResponseLines? {
        finished.wait()
        finished.wait()
        return lines.withLock { $0 }
    }
}

/// A digest that goes on from piece to piece.
private final class RunningDigest: Sendable {
    private let hash = Mutex(BLAKE2b())

    func update(_ piece: LinePiece) {
        hash.withLock { hash in piece.withBytes { hash.update($0) } }
    }

    var hexadecimal: String { hash.withLock { $0.hexadecimalDigest() } }
}
