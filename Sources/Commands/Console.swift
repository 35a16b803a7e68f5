/// The terminal, or whatever the standard streams are tied to.
protocol Console {
    /// Writes to standard output: results.
    ///
    /// - Returns: whether everything was written.
    func write(_ text: String) -> Bool

    /// Writes to standard error: messages and progress.
    func note(_ text: String)

    /// Shows a file in the program that the desktop has for it.
    ///
    /// - Returns: whether there is such a program.
    func open(_ path: String) -> Bool

    /// The columns of the terminal.
    var width: Int { get }

    /// The lines of the terminal.
    var height: Int { get }

    /// What takes everything off the screen; nothing where the output is not a terminal.
    var clearingScreen: String { get }

    /// The next line that was typed, without its end; nothing where the input has ended.
    func line() -> String?
}

/// The standard streams of the process.
struct StandardConsole: Console {
    func write(_ text: String) -> Bool { System.write(text, to: 1) }

    func note(_ text: String) { _ = System.write(text, to: 2) }

    func open(_ path: String) -> Bool { System.open(path) }

    var width: Int { min(max(System.terminalSize?.columns ?? 80, 40), 120) }

    var height: Int { System.terminalSize?.lines ?? 24 }

    var clearingScreen: String { System.isTerminal(1) ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : "\n" }

    func line() -> String? { readLine() }
}
