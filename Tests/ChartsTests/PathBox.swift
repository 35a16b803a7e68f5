/// The bounds of a path of straight lines, as the charts define them.
enum PathBox {
    static func of(_ path: String) -> Box {
        var box = Box(left: .infinity, right: -.infinity, top: .infinity, bottom: -.infinity)
        var x = 0.0
        var y = 0.0
        for command in commands(path) {
            let isRelative = command.letter.isLowercase
            var numbers = command.numbers[...]
            while let first = numbers.popFirst() {
                switch command.letter.uppercased() {
                case "H": x = isRelative ? x + first : first
                case "V": y = isRelative ? y + first : first
                default:
                    let second = numbers.popFirst() ?? .nan
                    x = isRelative ? x + first : first
                    y = isRelative ? y + second : second
                }
                box.left = min(box.left, x)
                box.right = max(box.right, x)
                box.top = min(box.top, y)
                box.bottom = max(box.bottom, y)
            }
        }
        return box
    }

    private struct Command {
        let letter: Character
        var numbers: [Double] = []
    }

    private static func commands(_ path: String) -> [Command] {
        var commands: [Command] = []
        var number = ""
        func finishNumber() {
            if let value = Double(number) { commands[commands.count - 1].numbers.append(value) }
            number = ""
        }
        for character in path {
            if character.isLetter {
                finishNumber()
                commands.append(Command(letter: character))
            } else if character == " " {
                finishNumber()
            } else {
                if character == "-" || (character == "." && number.contains(".")) { finishNumber() }
                number.append(character)
            }
        }
        finishNumber()
        return commands
    }
}
