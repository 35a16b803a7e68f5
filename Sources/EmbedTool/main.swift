// Writes one Swift file that holds every file of the folders given, for the Assets module.
// Arguments: the output file, the package folder, then folders relative to it.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
    print("usage: EmbedTool OUTPUT PACKAGE-FOLDER FOLDER...")
    exit(64)
}
let package = URL(fileURLWithPath: arguments[2], isDirectory: true)
var paths: [String] = []
for folder in arguments.dropFirst(3) {
    let files = FileManager.default.enumerator(atPath: package.appendingPathComponent(folder).path)
    while let path = files?.nextObject() as? String {
        var isFolder: ObjCBool = false
        let full = package.appendingPathComponent(folder).appendingPathComponent(path).path
        guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
            continue
        }
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
        paths.append("\(folder)/\(path)")
    }
}
paths.sort()

/// A Swift string literal of UTF-8 text.
func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{0}"..<" ", "\u{7F}", "\u{FEFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

var source = "// Generated from the files themselves; do not edit.\nlet embeddedAssets: [Asset] = [\n"
for path in paths {
    let data = try Data(contentsOf: package.appendingPathComponent(path))
    guard let text = String(data: data, encoding: .utf8) else {
        print("error: \(path) is not valid UTF-8; only text can be embedded")
        exit(65)
    }
    source += "    Asset(path: \(literal(path)), literal: \(literal(text))),\n"
}
source += "]\n"
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
