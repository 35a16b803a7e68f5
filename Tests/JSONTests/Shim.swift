@testable import JSON
extension JSONReader {
    func object(keys: [String], formatVersion newest: Int) -> JSONObjectReader? {
        guard let object = object(keys: keys), object.hasFormatVersion(upTo: newest) else { return nil }
        return object
    }
}
