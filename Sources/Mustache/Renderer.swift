/// One rendering: the output so far and the state that leads to the rest.
///
/// Open sections and partials are kept in arrays, not in nested calls, so that no depth can exhaust the stack.
struct Renderer {
    /// How many partials may be open at once: more than any sensible page needs.
    private static let greatestDepth = 64

    private(set) var output: [UInt8] = []

    private let library: MustacheLibrary
    private let escaping: Escaping
    private let missingNames: MissingNames

    private var contexts: ContextStack
    private var openSections: [OpenSection] = []
    private var indentedPartials = IndentedPartials()

    /// The template that is being rendered, and those that include it, outermost first.
    private var current: OpenTemplate
    private var including: [OpenTemplate] = []

    /// A section that is being shown, once or for each value of a list.
    private struct OpenSection {
        let firstNode: Int
        var remaining: ArraySlice<MustacheValue>
    }

    private struct OpenTemplate {
        let template: MustacheTemplate
        var nextNode = 0
    }

    init(
        _ template: MustacheTemplate,
        of library: MustacheLibrary,
        with value: MustacheValue,
        escaping: Escaping,
        missingNames: MissingNames
    ) {
        self.library = library
        self.escaping = escaping
        self.missingNames = missingNames
        contexts = ContextStack(value)
        current = OpenTemplate(template: template)
    }

    mutating func render() throws(MustacheError) {
        try renderNodes()
        while let outer = including.popLast() {
            current = outer
            try renderNodes()
        }
    }

    /// Renders what is left of the current template, and of the partials that it opens on the way.
    private mutating func renderNodes() throws(MustacheError) {
        while current.nextNode < current.template.nodes.count {
            let node = current.template.nodes[current.nextNode]
            current.nextNode += 1
            switch node {
            case .text(let range):
                output.append(contentsOf: current.template.source.bytes[range])
            case .interpolation(let tag, let isEscaped):
                try write(try value(of: tag), of: tag, isEscaped: isEscaped)
            case .section(let tag, let end):
                openSection(with: try value(of: tag), end: end)
            case .sectionEnd:
                closeOrRepeatSection()
            case .invertedSection(let tag, let end):
                if try value(of: tag).isTruthy { current.nextNode = end }
            case .partial(let tag, let indentation):
                try include(tag, indentation: current.template.source.text(in: indentation))
            }
        }
    }
}

extension Renderer {
    private mutating func openSection(with value: MustacheValue, end: Int) {
        guard value.isTruthy else {
            current.nextNode = end + 1
            return
        }
        var remaining: ArraySlice<MustacheValue> = []
        if case .list(let values) = value { remaining = values[...] }
        contexts.push(remaining.popFirst() ?? value)
        openSections.append(OpenSection(firstNode: current.nextNode, remaining: remaining))
    }

    private mutating func closeOrRepeatSection() {
        contexts.pop()
        guard var section = openSections.popLast(), let value = section.remaining.popFirst() else { return }
        contexts.push(value)
        current.nextNode = section.firstNode
        openSections.append(section)
    }

    private mutating func include(_ tag: TemplateTag, indentation: String) throws(MustacheError) {
        let name = current.template.partials[tag.name]
        guard let partial = library[name] else {
            guard missingNames == .refused else { return }
            let message = "There is no template '\(name)' to include. \(library.hint(for: name))"
            throw current.template.source.error(.unknownPartial, at: tag.offset, message)
        }
        guard including.count < Self.greatestDepth else {
            let message = """
                The partial '\(name)' is more than \(Self.greatestDepth) partials deep. If it includes itself, \
                put the tag into a section that ends with the data, such as '{{#children}} … {{/children}}'.
                """
            throw current.template.source.error(.partialsTooDeep, at: tag.offset, message)
        }
        including.append(current)
        current = OpenTemplate(template: try indentedPartials.template(partial, indentation: indentation))
    }
}

extension Renderer {
    private func value(of tag: TemplateTag) throws(MustacheError) -> MustacheValue {
        let name = current.template.names[tag.name]
        do throws(UnknownName) {
            return try contexts.value(of: name)
        } catch {
            guard missingNames == .refused else { return .missing }
            let message = error.message(for: name, knownNames: contexts.knownNames)
            throw current.template.source.error(.unknownName, at: tag.offset, message)
        }
    }

    private mutating func write(
        _ value: MustacheValue, of tag: TemplateTag, isEscaped: Bool
    ) throws(MustacheError) {
        switch value {
        case .text(let text) where isEscaped:
            escaping.append(text, to: &output)
        case .text(let text):
            output.append(contentsOf: text.utf8)
        case .missing:
            break
        case .flag, .list, .object:
            guard missingNames == .empty else { throw notText(value, tag: tag) }
            if case .flag(let flag) = value { output.append(contentsOf: (flag ? "true" : "false").utf8) }
        }
    }

    private func notText(_ value: MustacheValue, tag: TemplateTag) -> MustacheError {
        let name = current.template.names[tag.name].text
        let message = """
            '\(name)' is \(value.kindInWords) and cannot be written as text. \
            Put what is to be written into a section: '{{#\(name)}} … {{/\(name)}}'.
            """
        return current.template.source.error(.notText, at: tag.offset, message)
    }
}
