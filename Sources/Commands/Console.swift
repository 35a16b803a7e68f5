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
}

/// The standard streams of the process.
struct StandardConsole: Console {
    func write(_ text: String) -> Bool { System.write(text, to: 1) }

    func note(_ text: String) { _ = System.write(text, to: 2) }

    func open(_ path: String) -> Bool { System.open(path) }

    var width: Int { min(max(System.terminalColumns ?? 80, 40), 120) }
}
