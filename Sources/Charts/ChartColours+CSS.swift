extension ChartColours {
    /// The colours as CSS declarations, for a page that lets its reader choose the setting.
    public var declarations: String {
        var values = [
            Property(name: "background", value: background), Property(name: "text", value: text),
            Property(name: "muted", value: mutedText), Property(name: "grid", value: grid),
        ]
        for meaning in Meaning.allCases {
            let name = meaning.rawValue
            let plain = plain(meaning)
            values.append(Property(name: name, value: plain))
            values.append(Property(name: "on-\(name)", value: Contrast.text(on: plain)))
            values.append(Property(name: "edge-\(name)", value: ramp(meaning).outline(on: background)))
            for step in 0..<ColourRamp.stepCount {
                let colour = ramp(meaning)[step]
                values.append(Property(name: "\(name)-\(step)", value: colour))
                values.append(Property(name: "on-\(name)-\(step)", value: Contrast.text(on: colour)))
            }
        }
        return values.map { "--chart-\($0.name):\($0.value.css)" }.joined(separator: ";")
    }

    private struct Property {
        let name: String
        let value: Colour
    }

    /// Where the reader's system sets all colours, marks are told apart by order, outline and pattern alone.
    static var systemDeclarations: String {
        var declarations = ["background:Canvas", "text:CanvasText", "muted:CanvasText", "grid:GrayText"]
        for name in Meaning.allCases.map(\.rawValue) {
            declarations += ["\(name):CanvasText", "on-\(name):Canvas", "edge-\(name):CanvasText"]
            for step in 0..<ColourRamp.stepCount {
                declarations += ["\(name)-\(step):Canvas", "on-\(name)-\(step):CanvasText"]
            }
        }
        return declarations.map { "--chart-\($0)" }.joined(separator: ";")
    }
}
