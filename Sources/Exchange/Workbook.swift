/// A workbook of texts in the format of ECMA-376 (`.xlsx`), with as little as spreadsheets need to open it.
struct Workbook {
    private let sheets: [Sheet]

    struct Sheet {
        let name: String
        let rows: [[String]]
    }

    init(_ sheets: [Sheet]) { self.sheets = sheets }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// The file.
    var bytes: [UInt8] {
        var archive = ZipArchive()
        func add(_ name: String, _ text: String) { archive.add(name, Array((Workbook.head + text).utf8)) }
        add("[Content_Types].xml", contentTypes)
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(Workbook.package)/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"\(Workbook.relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
        add("xl/workbook.xml", workbook)
        add("xl/_rels/workbook.xml.rels", workbookRelations)
        add("xl/styles.xml", styles)
        for (index, sheet) in sheets.enumerated() { add("xl/worksheets/sheet\(index + 1).xml", text(of: sheet)) }
        return archive.bytes
    }

    private var contentTypes: String {
        let parts = sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(Workbook.types).worksheet+xml\"/>"
        }
        return "<Types xmlns=\"\(Workbook.package)/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Workbook.types).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Workbook.types).styles+xml\"/>"
            + parts.joined() + "</Types>"
    }

    private var workbook: String {
        let parts = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(Workbook.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return "<workbook xmlns=\"\(Workbook.main)\" xmlns:r=\"\(Workbook.relations)\"><sheets>\(parts.joined())"
            + "</sheets></workbook>"
    }

    private var workbookRelations: String {
        let parts = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Workbook.relations)/worksheet\" "
                + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        return "<Relationships xmlns=\"\(Workbook.package)/relationships\">\(parts.joined())"
            + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(Workbook.relations)/styles\" "
            + "Target=\"styles.xml\"/></Relationships>"
    }

    private var styles: String {
        "<styleSheet xmlns=\"\(Workbook.main)\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    }

    private func text(of sheet: Sheet) -> String {
        var text = "<worksheet xmlns=\"\(Workbook.main)\"><sheetData>"
        for (row, values) in sheet.rows.enumerated() {
            text += "<row r=\"\(row + 1)\">"
            for (column, value) in values.enumerated() where !value.isEmpty {
                // A text, whatever it looks like: never a number, never a formula.
                text += "<c r=\"\(Workbook.column(column))\(row + 1)\" t=\"inlineStr\"><is>"
                text += "<t xml:space=\"preserve\">\(Workbook.escaped(value))</t></is></c>"
            }
            text += "</row>"
        }
        return text + "</sheetData></worksheet>"
    }

    /// The letters of a column: A to Z, AA and so on.
    static func column(_ index: Int) -> String {
        var (letters, rest) = ("", index + 1)
        while rest > 0 {
            letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The text as XML holds it; what XML cannot hold becomes the sign for that.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
            case "\n", "\t": result.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
