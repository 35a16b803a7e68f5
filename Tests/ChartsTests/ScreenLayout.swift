import Charts
import Testing

/// Where everything in a chart stands on the screen when the chart has a given width, computed from the finished SVG
/// and the stylesheet as a browser would, with the widths of a broad font.
struct ScreenLayout {
    struct Part {
        let cssClass: String
        let box: Box
        /// For text.
        let text: String?
    }

    /// Bars, lines and points; not the gridlines, which the seam around each number interrupts.
    private(set) var marks: [Part] = []
    private(set) var texts: [Part] = []
    let width: Double
    let height: Double
    private let left: Double
    private let scale: Double
    private let isMirrored: Bool

    init(_ root: SVGElement, width: Double) throws {
        self.width = width
        height = try #require(root.attributes["height"].flatMap(Double.init))
        isMirrored = root.classes.contains("chart-rtl")
        let start = Self.gutter("chart-start-", of: root)
        let end = Self.gutter("chart-end-", of: root)
        left = isMirrored ? end : start
        scale = width - start - end
        let shapes = root.all("path").reduce(into: [String: Box]()) { shapes, path in
            if let id = path.attributes["id"] { shapes["#" + id] = PathBox.of(path.attributes["d"] ?? "") }
        }
        let drawn = try #require(root.children.last)
        for element in drawn.children where element.name != "defs" { try add(element, shapes: shapes) }
    }

    private static func gutter(_ prefix: String, of root: SVGElement) -> Double {
        root.classes.first { $0.hasPrefix(prefix) }.flatMap { Double($0.dropFirst(prefix.count)) } ?? 0
    }

    /// Half the widths of lines that the stylesheet sets.
    private static let halfWidths = ["z": 0.5, "a": 0.5, "v": 1.5, "g": 0.5, "j": 1.25, "u": 1]

    private mutating func add(_ element: SVGElement, shapes: [String: Box]) throws {
        let cssClass = try #require(element.classes.first)
        switch element.name {
        case "text":
            texts.append(Part(cssClass: cssClass, box: try box(ofText: element), text: element.text))
        case "rect":
            let x = self.x(element, "x")
            marks.append(
                Part(
                    cssClass: cssClass,
                    box: Box(
                        left: x, right: x + self.x(element, "width") - left, top: number(element, "y"),
                        bottom: number(element, "y") + number(element, "height")), text: nil))
        case "line":
            let half = try #require(Self.halfWidths[cssClass])
            let xs = [x(element, "x1"), x(element, "x2")].sorted()
            let ys = [number(element, "y1"), number(element, "y2")].sorted()
            let isUpright = xs[0] == xs[1]
            marks.append(
                Part(
                    cssClass: cssClass,
                    box: Box(
                        left: xs[0] - (isUpright ? half : 0), right: xs[1] + (isUpright ? half : 0),
                        top: ys[0] - (isUpright ? 0 : half),
                        bottom: ys[1] + (isUpright ? 0 : half)), text: nil))
        case "circle":
            let (x, y, radius) = (x(element, "cx"), number(element, "cy"), number(element, "r") + 1)
            marks.append(
                Part(
                    cssClass: cssClass,
                    box: Box(left: x - radius, right: x + radius, top: y - radius, bottom: y + radius), text: nil))
        case "use" where cssClass == "g":
            break
        case "use":
            let shape = try #require(shapes[element.attributes["href"] ?? ""])
            let (x, y) = (x(element, "x"), number(element, "y"))
            marks.append(
                Part(
                    cssClass: cssClass,
                    box: Box(
                        left: x + shape.left, right: x + shape.right, top: y + shape.top, bottom: y + shape.bottom),
                    text: nil))
        default:
            Issue.record("a <\(element.name)> that nobody expected")
        }
    }

    private func number(_ element: SVGElement, _ name: String) -> Double {
        element.attributes[name].flatMap(Double.init) ?? 0
    }

    /// A horizontal place on the screen.
    private func x(_ element: SVGElement, _ name: String) -> Double {
        guard let value = element.attributes[name] else { return left }
        guard value.hasSuffix("%") else { return left + (Double(value) ?? .nan) }
        return left + (Double(value.dropLast()) ?? .nan) / 100 * scale
    }

    private func box(ofText element: SVGElement) throws -> Box {
        let style = try #require(element.classes.first)
        let size = try #require(StylesheetFacts.fontSizes[style])
        let width = DejaVuSans.width(of: element.text, size: size, isBold: style != "m")
        let x = self.x(element, "x") + number(element, "dx")
        let isCentred = element.classes.contains("c")
        // Text that starts at its place grows to the left where the page is read from the right.
        let growsLeft = element.classes.contains("e") != isMirrored
        let start = isCentred ? x - width / 2 : growsLeft ? x - width : x
        let baseline = number(element, "y")
        return Box(left: start, right: start + width, top: baseline - 0.76 * size, bottom: baseline + 0.24 * size)
    }
}
