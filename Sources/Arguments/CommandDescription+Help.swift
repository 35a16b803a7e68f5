extension CommandDescription {
    /// The help of a command, the description being that of the whole program.
    ///
    /// No line is longer than the width, except for the synopsis, the command lines of examples and single words that
    /// do not fit; none ends with a space, and the last one has no line break behind it.
    ///
    /// - Parameters:
    ///   - commandPath: The command, as in ``Invocation/commandPath``; of a path that does not exist, the part that
    ///     does.
    ///   - width: The number of characters in a line; below 40 it is taken as 40.
    public func help(for commandPath: [String] = [], width: Int = 80) -> String {
        HelpText(scope: Scope(root: self, commandPath: commandPath), width: max(width, 40)).rendered
    }
}
