/// Invented satellite tiles with the kind of land they show, for measuring work that arithmetic binds.
///
/// A tile is a square of picture elements with four bands (blue, green, red, near infrared). Each kind of land has a
/// reflectance in each band and a texture; light differs from tile to tile, a corner may show other land, and every
/// element has noise. Tile `i` depends on the parameters other than `count` and on `i` alone.
public struct LandCoverImages: Sendable, Hashable {
    /// How many tiles; at least 0.
    public var count: Int
    /// Elements along a side; at least 2.
    public var side: Int
    /// The standard deviation of the noise of an element, where reflectance goes from 0 to 1; at least 0.
    public var noise: Float
    public var seed: UInt64

    public init(count: Int = 2000, side: Int = 16, noise: Float = 0.15, seed: UInt64 = 1) {
        self.count = count
        self.side = side
        self.noise = noise
        self.seed = seed
    }

    public static let classNames = [
        "water", "forest", "grassland", "cropland", "bare soil", "wetland", "built-up land", "snow",
    ]
    static let bands = 4

    private enum Texture { case smooth, speckled, striped, chequered }

    private static let lands: [(reflectance: [Float], texture: Texture)] = [
        ([0.10, 0.08, 0.05, 0.02], .smooth), ([0.04, 0.07, 0.05, 0.40], .speckled),
        ([0.06, 0.11, 0.09, 0.38], .smooth), ([0.07, 0.11, 0.10, 0.36], .striped),
        ([0.14, 0.20, 0.27, 0.34], .smooth), ([0.07, 0.09, 0.07, 0.20], .speckled),
        ([0.15, 0.19, 0.24, 0.32], .chequered), ([0.85, 0.85, 0.83, 0.75], .smooth),
    ]

    /// The number of values of a tile: side × side × 4.
    public var valuesPerImage: Int { side * side * LandCoverImages.bands }

    /// The tiles one after the other, each row by row, the bands of an element together, in standard units of about
    /// -1 to 3; and the class of each tile.
    public func images() -> (values: [Float], classes: [UInt8]) {
        var values: [Float] = []
        values.reserveCapacity(count * valuesPerImage)
        var classes: [UInt8] = []
        for image in 0..<count {
            var numbers = RandomNumbers(seed: seed, stream: UInt64(image))
            let kind = numbers.below(LandCoverImages.lands.count)
            classes.append(UInt8(kind))
            draw(kind, &values, &numbers)
        }
        return (values, classes)
    }

    private func draw(_ kind: Int, _ values: inout [Float], _ numbers: inout RandomNumbers) {
        let light = 0.7 + 0.6 * Float(numbers.unit())
        let other = numbers.below(LandCoverImages.lands.count)
        let corner = Int(Double(side) * 0.7 * numbers.unit())
        let period = 2 + numbers.below(3)
        let turned = numbers.chance(0.5)
        let phase = numbers.below(period)
        for y in 0..<side {
            for x in 0..<side {
                let land = LandCoverImages.lands[x < corner && y < corner ? other : kind]
                let along = ((turned ? x : y) + phase) / period % 2 == 0
                let across = ((turned ? y : x) + phase) / period % 2 == 0
                let pattern: Float =
                    switch land.texture {
                    case .smooth: 0
                    case .speckled: 0.25 * numbers.nearlyNormal()
                    case .striped: along ? 0.25 : -0.25
                    case .chequered: along == across ? 0.3 : -0.3
                    }
                for band in 0..<LandCoverImages.bands {
                    let reflectance = land.reflectance[band] * light * (1 + pattern) + noise * numbers.nearlyNormal()
                    values.append((reflectance - 0.2) * 4)
                }
            }
        }
    }
}
