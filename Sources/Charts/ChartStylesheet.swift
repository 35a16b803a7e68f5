/// The rules that all charts of a page share, so that a chart repeats no presentation.
///
/// The class of the chart itself keeps the one-letter classes of its marks to itself:
/// text `l` label, `n` number, `m` note, `i` inside a mark, `c` centred, `e` at the end; bars `f` facilitators,
/// `x` cut off, `b` burden, `w` withheld, `s0`…`s4` steps, `o` no answer, `r` outline, `s` seam; lines `g` grid,
/// `z` zero, `a` scale, `d` dashed, `j` from one moment to the next, `u` interval; points `q` cap, `t` target,
/// `y` ring, `p` plain, `v` their link;
/// `k` with a seam of background.
enum ChartStylesheet {
    static var rules: String {
        """
        \(common)
        \(Meaning.allCases.map(steps).joined(separator: "\n"))
        \(Gutters.widths.map(padding).joined(separator: "\n"))
        \(page)

        """
    }

    private static let common = """
        .chart{display:block;direction:ltr;box-sizing:border-box;overflow:visible;break-inside:avoid;font-size:12px;\
        font-style:normal;font-weight:400;letter-spacing:normal;text-transform:none;\
        font-variant-numeric:tabular-nums;forced-color-adjust:none;print-color-adjust:exact;\
        -webkit-print-color-adjust:exact}
        .chart-rtl{direction:rtl}
        .chart text{fill:var(--chart-text)}
        .chart .l{font-size:\(Markup.number(TextStyle.label.size))px;font-weight:600}
        .chart .n{font-size:\(Markup.number(TextStyle.number.size))px;font-weight:600;paint-order:stroke;\
        stroke:var(--chart-background);stroke-width:3px;stroke-linejoin:round}
        .chart .m{font-size:\(Markup.number(TextStyle.note.size))px;fill:var(--chart-muted)}
        .chart .i{fill:var(--chart-on-better);stroke:none}
        .chart .c{text-anchor:middle}
        .chart .e{text-anchor:end}
        .chart rect,.chart line,.chart .g{shape-rendering:crispEdges}
        .chart .f{fill:var(--chart-better)}
        .chart .x,.chart .hx{stroke:var(--chart-better)}
        .chart .b,.chart .hb{stroke:var(--chart-worse)}
        .chart .hb{stroke-width:2.4px}
        .chart .ho{stroke:var(--chart-grid);stroke-width:1.6px}
        .chart .w{fill:none;stroke:var(--chart-muted);stroke-dasharray:3 3}
        .chart .g{stroke:var(--chart-grid)}
        .chart .z,.chart .a{stroke:var(--chart-muted)}
        .chart .k,.chart .t,.chart .q{stroke:var(--chart-background);stroke-width:3px;paint-order:stroke}
        .chart .t,.chart .q{fill:var(--chart-text)}
        .chart .r{fill:none}
        .chart .s{fill:var(--chart-background);stroke-dasharray:20 3}
        .chart .v{stroke-width:3px}
        .chart .d{stroke-width:2px;stroke-dasharray:6 4;shape-rendering:auto}
        .chart .y{fill:var(--chart-background);stroke-width:2px}
        .chart .j{stroke-width:2.5px;shape-rendering:geometricPrecision}
        .chart .u{stroke:var(--chart-muted);stroke-width:2px}
        """

    /// What takes its colour from the meaning of the chart.
    private static func steps(_ meaning: Meaning) -> String {
        let name = meaning.rawValue
        var rules = [
            ".chart-\(name) .r,.chart-\(name) .s{stroke:var(--chart-edge-\(name))}",
            ".chart-\(name) .v,.chart-\(name) .y,.chart-\(name) .j{stroke:var(--chart-\(name))}",
            ".chart-\(name) .p{fill:var(--chart-\(name))}",
        ]
        for step in 0..<ColourRamp.stepCount {
            let (fill, text) = ("var(--chart-\(name)-\(step))", "var(--chart-on-\(name)-\(step))")
            rules.append(".chart-\(name) .s\(step){fill:\(fill)}")
            rules.append(".chart-\(name) .i\(step){fill:\(text);stroke:none}")
            rules.append(".chart-heat-\(name)-\(step){background:\(fill);color:\(text)}")
        }
        return rules.joined(separator: "\n")
    }

    private static func padding(_ width: Double) -> String {
        let width = Markup.number(width)
        return """
            .chart-start-\(width){padding-inline-start:\(width)px}
            .chart-end-\(width){padding-inline-end:\(width)px}
            """
    }

    /// What stands outside the pictures.
    private static let page = """
        .chart-heat{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .chart-heat-none{color:var(--chart-text);background:repeating-linear-gradient(135deg,\
        var(--chart-background) 0 5px,var(--chart-grid) 5px 6px)}
        .chart-key{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;margin:0;padding:0;font-size:.875rem;\
        color:var(--chart-text)}
        .chart-key li{display:flex;align-items:center;gap:6px;min-width:0}
        .chart-key .chart{flex:none}
        """
}
