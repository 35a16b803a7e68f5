import Arguments
import JSON

/// The option of commands that write words for people.
enum LanguageOption {
    static let description = OptionDescription(
        name: "language", help: "The language of what is written",
        value: OptionValue("CODE", defaultText: "the one waymark.json names"))

    /// For commands that need no workspace.
    static let withoutWorkspace = OptionDescription(
        name: "language", help: "The language of what is written",
        value: OptionValue("CODE", defaultText: BuiltInFiles.baseLanguage))

    static func value(_ invocation: Invocation) -> String? { invocation.value(of: "language") }
}

extension WorkspaceFolder {
    /// The workspace that a command line names, in the language it asks for.
    init(_ invocation: Invocation, _ context: CommandContext) throws(CommandFailure) {
        try self.init(WorkspaceArgument.path(invocation), context, language: LanguageOption.value(invocation))
    }
}

extension BuiltInFiles {
    /// The files in the language that a command line asks for, else in that of the workspace, if there is one.
    func speaking(_ invocation: Invocation) throws(CommandFailure) -> BuiltInFiles {
        if let language = LanguageOption.value(invocation) { return try speaking(language) }
        // A record that cannot be read is no reason not to show what does not depend on it.
        guard let workspace, let folder = try? WorkspaceFolder(workspace, context) else { return self }
        return folder.builtIn
    }
}
