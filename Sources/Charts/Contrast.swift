/// Contrast as WCAG 2.2 defines it, computed without a mathematics library so that all systems agree to the last bit.
public enum Contrast {
    /// Relative luminance, from 0 (black) to 1 (white): 0.2126 R + 0.7152 G + 0.0722 B of the linear channels.
    public static func luminance(of colour: Colour) -> Double {
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    /// (L₁ + 0.05) / (L₂ + 0.05) with the lighter colour first: from 1 to 21, whatever the order.
    public static func ratio(_ first: Colour, _ second: Colour) -> Double {
        let (a, b) = (luminance(of: first), luminance(of: second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Black or white, whichever stands out more: at least 4.58 on any background.
    public static func text(on background: Colour) -> Colour {
        ratio(.black, background) > ratio(.white, background) ? .black : .white
    }

    /// c / 12.92 up to 0.04045, else ((c + 0.055) / 1.055)^2.4.
    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        if value <= 0.04045 { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // x^2.4 = x² · (x²)^⅕
        return base * base * fifthRoot(base * base)
    }

    /// Newton's method from above, for numbers from 0.008 to 1: falls until it is exact.
    private static func fifthRoot(_ number: Double) -> Double {
        var root = 1.0
        while true {
            let next = (4 * root + number / (root * root * root * root)) / 5
            guard next < root else { return root }
            root = next
        }
    }
}
