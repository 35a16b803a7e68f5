import Testing

@testable import Classification

@Suite struct LandCoverImagesTests {
    @Test func fewerImagesAreTheBeginningOfMore() {
        let few = LandCoverImages(count: 5, side: 6).images()
        let many = LandCoverImages(count: 20, side: 6).images()
        #expect(few.values.count == 5 * 6 * 6 * 4)
        #expect(Array(many.values.prefix(few.values.count)) == few.values)
        #expect(Array(many.classes.prefix(5)) == few.classes)
        #expect(LandCoverImages(count: 5, side: 6, seed: 2).images().values != few.values)
    }

    @Test func allKindsOccur() {
        let classes = LandCoverImages(count: 400, side: 2).images().classes
        #expect(Set(classes).count == LandCoverImages.classNames.count)
    }

    /// Without noise, snow is bright in blue and water dark in the near infrared.
    @Test func bandsFollowTheLand() {
        let task = LandCoverImages(count: 300, side: 8, noise: 0)
        let (values, classes) = task.images()
        for (image, kind) in classes.enumerated() {
            // The last element is never in the corner of other land.
            let last = (image + 1) * task.valuesPerImage
            if kind == 7 { #expect(values[last - 4] > 1) }
            if kind == 0 { #expect(values[last - 1] < -0.6) }
        }
    }
}
