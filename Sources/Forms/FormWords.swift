/// The words that the script of a form says, by their keys below `formScript`.
///
/// They are looked up when the form is made, so that a translation that lacks one is found then, not by a respondent.
enum FormWords {
    static let plain = [
        "title", "progress", "nothingAsked", "keeps", "kept", "notKept", "close", "takeBack", "welcomeBackNext", "goOn",
        "earlier.title", "earlier.offer", "earlier.take", "earlier.left",
        "otherTab.title", "otherTab.taken", "otherTab.differs", "otherTab.take", "otherTab.keep",
        "load.look", "load.refused", "load.noJSON", "load.noResponse", "load.otherQuestionnaire", "load.otherFormat",
        "load.otherVersion", "load.otherWave", "load.otherProject", "load.left", "load.unknownKey", "load.unknownItem",
        "load.role", "load.unknownName", "load.noAnswer", "load.noNote",
        "anew", "copied", "copiedNext", "notInFile", "open", "review.complete", "done",
        "error.title", "error.reason", "error.number", "error.low", "error.high", "error.noName", "error.noProject",
        "error.noRole", "error.nameLike", "error.nameLetters",
    ]

    /// Those that depend on a number of things.
    static let counted = ["load.taken", "review.open", "welcomeBack"]

    /// Marks that not every language sets as English does, by their keys below `punctuation`.
    static let punctuation = ["colon", "semicolon"]

    static var keys: [String] { keys(forms: ["one", "other"]) }

    /// - Parameter forms: the names of the forms that numbers take in the language.
    static func keys(forms: [String]) -> [String] {
        plain + counted.flatMap { key in forms.map { "\(key).\($0)" } }
    }
}
