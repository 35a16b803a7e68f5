import Questionnaires

/// What answers belong to, as a command line names it.
enum AnsweredSubject {
    case wave(String)
    /// A project; nothing where the command line names none.
    case project(String?)

    /// - Parameters:
    ///   - workspace: where the wave or project must be; nothing where there is none, and any id will do.
    ///   - wave: the wave that is named; the last one of the workspace, where none is.
    init(
        of questionnaire: Questionnaire, in workspace: WorkspaceFolder?, wave: String?, project: String?
    ) throws(CommandFailure) {
        switch questionnaire.subject {
        case .organisation:
            guard project == nil else {
                throw .usage("\(questionnaire.id) is not about a project; name the wave with --wave, as in --wave 2026")
            }
            guard let wave = try workspace?.wave(wave) ?? wave else {
                throw .usage("name the wave with --wave, as in --wave 2026; there is no workspace here that has one")
            }
            try AnsweredSubject.check(wave, "wave")
            self = .wave(wave)
        case .project:
            guard wave == nil else {
                throw .usage("\(questionnaire.id) is about a project; name it with --project instead of --wave")
            }
            if let project {
                try AnsweredSubject.check(project, "project")
                _ = try workspace?.projectFolder(project)
            }
            self = .project(project)
        }
    }

    private static func check(_ id: String, _ kind: String) throws(CommandFailure) {
        guard Identifier.isValid(id) else {
            throw .usage("\"\(id.prefix(60))\" cannot be the id of a \(kind); write letters, digits, - . or _")
        }
    }
}
