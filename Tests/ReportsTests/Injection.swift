/// Texts with which answers could try to become markup, formulas, terminal commands or parts of a template.
enum Injection {
    static let all: [String] = kinds.flatMap(\.self)

    /// The most dangerous of each kind, for whole reports.
    static let chosen: [String] = kinds.flatMap { $0.prefix(8) }

    private static let kinds = [html, markdown, links, spreadsheet, hidden, terminal, template]

    static let html = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></tr></table>", "<b>bold</b>",
        "<!-- comment", "<![CDATA[x]]>", "<?php x ?>", "&lt;script&gt;", "&#60;script&#62;", "&amp;amp;", "&copy",
        "<a href=\"javascript:alert(1)\">x</a>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)",
        "<svg/onload=alert(1)>", "<iframe src=//evil.example>", "<details open ontoggle=alert(1)>", "a < b > c & d",
        "</script><script>alert(1)</script>", "<style>*{display:none}</style>",
    ]

    static let markdown = [
        "# Heading", "C #", "- bullet", "1. number", "| --- | --- |", "a\\", "two\n\nparagraphs", "```fence",
        "[^1]: note", "## Heading ##", "#", "trailing ###", "* bullet", "+ bullet", "1) number", "12.", "> quotation",
        "---", "***", "===", "___", "***bold*** _it_ ~~no~~", "`code`",
        "~~~fence", "|", "a | b", "\\| escaped", "\\\\| twice", "    indented code",
        "[ ] task", "[^1] footnote", "two  \nlines", "two\r\n| rows | x |",
        "$x^2$", "^sup^", ":-- | --:", "_", "**", "**unclosed", "<", "!", "\\", "a\n===", "a\n---", "a\u{2028}# b",
    ]

    static let links = [
        "[text](javascript:alert(1))", "![image](https://evil.example/x.png)", "<https://evil.example>",
        "https://evil.example/x?y=z", "www.evil.example", "eve@evil.example", "[a]: https://evil.example", "[a]",
        "javascript:alert(1)", "http://evil.example", "HTTPS://EVIL.EXAMPLE",
        "ftp://evil.example", "mailto:eve@evil.example", "xmpp:eve@evil.example/x",
        "e.v+e-l_@evil.example.org", "eve@-evil.example", "eve@_evil.example", "[a][b]",
        "data:text/html,<script>alert(1)</script>", "@everyone", "![x][y]", "(www.evil.example)",
        "*www.evil.example*", "see:www.evil.example",
    ]

    static let spreadsheet = [
        "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "＝1+1", "a,\u{301}b", "a\"\u{301},=1",
        "=HYPERLINK(\"http://evil.example\",\"x\")", "=1+1", "\r=1+1", "\n=1+1", " =1+1",
        "＋1", "－1", "＠SUM(1)", "|calc", "%0A=1",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "\"=1+1\"", "a,b", "a\"b", "a;b", "'=1+1",
        "\u{FEFF}=1", "\u{A0}=1", "\u{3000}=1", "\"\u{301}",
    ]

    static let hidden = [
        "\u{202E}txt.exe", "\u{2066}isolate\u{2069}", "a\u{200B}b", "\u{200E}\u{200F}marks", "\u{FEFF}bom",
        "\u{2028}separator", "\u{E0041}\u{E0042}tags", "a\u{200D}b", "e\u{301}\u{301}\u{301}\u{301}",
        "\u{206A}deprecated", "\u{FFFE}", "\u{10FFFF}",
    ]

    static let terminal = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}31m", "bell\u{7}", "nul\u{0}byte", "a\rb",
        "tab\tin\tit", "x\n  possible 0.0, coverage 100 %, firm", "\u{85}next", "back\u{8}\u{8}space", "a\r\nb",
        "form\u{C}feed", "\u{7F}delete",
    ]

    static let template = [
        "{{title}}", "{{{title}}}", "{{&title}}", "{{#domains}}", "{{/domains}}", "{{> md/items}}", "{{=<% %>=}}",
        "{{! comment }}", "{{", "}}", "{{unknown}}", "{{.}}", "{{count}}", "{{text.front.where}}",
    ]
}
