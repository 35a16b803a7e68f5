extension CommandDescription {
    /// Reads a command line, the description being that of the whole program.
    ///
    /// The conventions are those of POSIX.1-2017, XBD chapter 12, with GNU's long options:
    ///
    /// - `--name value`, `--name=value`, `-n value`, `-nvalue`, `-n=value`; short flags in a cluster, `-qv`, the last
    ///   letter of which may take a value. `--name=` gives the empty value.
    /// - Options may stand before, between and after the arguments. `--` ends them; a lone `-` is an argument.
    /// - The word after an option is its value unless it begins with a dash; `-` and negative numbers are values too.
    ///   A value that begins with a dash is written as `--name=-value`.
    /// - Long names are not abbreviated, and a long name behind one dash (`-output`) is refused rather than read as
    ///   `-o utput`.
    /// - A flag may be repeated without effect; an option with a value only if its description says so.
    /// - `--help` and `-h` ask for the help of the command that the words lead to, whatever else is wrong except an
    ///   unknown command; so does `help` as the first command. `--version` stands before the first command only.
    /// - A group without a command is a request for its help.
    ///
    /// - Parameter words: The words after the name of the program.
    /// - Returns: What the command line asks for.
    /// - Throws: ``ArgumentError`` with everything that is wrong. What follows an unknown command is not judged.
    public func parse(_ words: [String]) throws(ArgumentError) -> CommandRequest {
        var parser = CommandLineParser(root: self, words: words)
        return try parser.parse()
    }
}
