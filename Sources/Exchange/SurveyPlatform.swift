/// A survey platform whose tables of answers can be read.
public enum SurveyPlatform: String, Sendable, CaseIterable {
    /// ODK Central.
    case odk
    /// KoboToolbox, with values rather than labels as headers.
    case kobo
    /// LimeSurvey, with question codes as headers and answer codes as values.
    case limeSurvey

    var style: FieldNames.Style { self == .limeSurvey ? .limeSurvey : .xlsForm }

    /// Columns about the submission rather than of the form.
    func isOwnColumn(_ name: String) -> Bool {
        switch self {
        case .odk: SurveyPlatform.odkColumns.contains(name) || SurveyPlatform.formColumns.contains(name)
        case .kobo: name.hasPrefix("_") || SurveyPlatform.formColumns.contains(name) || name.isEmpty
        case .limeSurvey:
            SurveyPlatform.limeSurveyColumns.contains(name) || name.hasSuffix("Time") || name.hasPrefix("groupTime")
                || name.hasPrefix("questionTime") || name.hasPrefix("attribute_")
        }
    }

    private static let formColumns: Set<String> = [
        "start", "end", "today", "instanceID", "instanceName", "deprecatedID", "rootUuid", "uuid", "audit",
    ]
    private static let odkColumns: Set<String> = [
        "SubmissionDate", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
        "ReviewState", "DeviceID", "Edits", "FormVersion",
    ]
    private static let limeSurveyColumns: Set<String> = [
        "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp", "ipaddr", "refurl",
        "firstname", "lastname", "email", "interviewtime",
    ]

    /// Where a row says who handed it in, if the form itself does not.
    var identities: [String] {
        switch self {
        case .odk: ["instanceID", "KEY"]
        case .kobo: ["_uuid", "instanceID", "_id"]
        case .limeSurvey: ["token", "id"]
        }
    }

    /// When the form was completed, and when it was handed in; the first that is there counts.
    var completions: [String] {
        switch self {
        case .odk: ["end", "SubmissionDate"]
        case .kobo: ["end", "_submission_time"]
        case .limeSurvey: ["submitdate", "datestamp"]
        }
    }

    var submissions: [String] {
        switch self {
        case .odk: ["SubmissionDate", "end"]
        case .kobo: ["_submission_time", "end"]
        case .limeSurvey: ["submitdate", "datestamp"]
        }
    }
}
