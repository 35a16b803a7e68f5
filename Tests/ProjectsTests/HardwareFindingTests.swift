import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// Measurements of hardware in place of what people say of it.
@Suite struct HardwareFindingTests {
    static func record(
        upper: Double = 3600, window: Double = 3600, peak: Double = 12_800, memoryGB: Double = 16, limit: Double? = nil,
        extrapolation: Double = 1, date: String = "2026-06-01", file: String = "a.json"
    ) -> BenchmarkRecord {
        BenchmarkRecord(
            host: "node", memoryGB: memoryGB, workload: "training", date: date, seconds: upper / 2, upperSeconds: upper,
            peakMemoryMB: peak, windowSeconds: window, memoryLimitMB: limit, extrapolation: extrapolation, file: file)
    }

    private func project(_ records: BenchmarkRecord...) throws -> ProjectOnFile {
        var project = try ProjectOnFile(met: 2)
        project.benchmarks = records
        return project
    }

    /// Each limit met exactly, and passed by little.
    @Test(
        arguments: [
            (record(), HardwareResult.met, []),
            // The upper end of the interval decides; a window that is filled is not passed.
            (record(upper: 3600.1), .notMet, [.time]), (record(upper: 4000, window: 4000), .met, []),
            // Four fifths of the memory, and all of it.
            (record(peak: 12_801), .partly, [.memory]), (record(peak: 16_000), .partly, [.memory]),
            (record(peak: 16_001), .notMet, [.memory]),
            // A limit of the workload counts before the memory of the machine.
            (record(peak: 8000, limit: 10_000), .met, []), (record(peak: 8001, limit: 10_000), .partly, [.memory]),
            (record(peak: 10_001, limit: 10_000), .notMet, [.memory]),
            // From three times the largest size that was measured, and up to ten times.
            (record(extrapolation: 2.99), .met, []), (record(extrapolation: 3), .partly, [.extrapolation]),
            (record(extrapolation: 10), .partly, [.extrapolation]),
            (record(extrapolation: 10.01), .notMet, [.extrapolation]),
            // Twelve months to the day.
            (record(date: "2025-06-30"), .met, []), (record(date: "2025-06-29"), .partly, [.age]),
            // Several at once.
            (record(peak: 16_000, extrapolation: 10, date: "2020-01-01"), .partly, [.memory, .extrapolation, .age]),
            (record(upper: 3601, date: "2020-01-01"), .notMet, [.time, .age]),
        ] as [(BenchmarkRecord, HardwareResult, [HardwareFinding.Binding])])
    func theLimits(_ record: BenchmarkRecord, _ result: HardwareResult, _ binding: [HardwareFinding.Binding]) throws {
        let project = try project(record)
        let assessed = project.assessed()
        #expect(assessed.hardware?.result == result && assessed.hardware?.binding == binding)
        let point = try #require(assessed.point("J2.11"))
        let positions: [HardwareResult: Int] = [.notMet: 0, .partly: 1, .met: 2]
        #expect(point.state == positions[result].map { .rated(position: $0) })
        #expect(point.proof == .measured && point.evidence.first?.date == record.date)
        #expect(
            assessed.stages[1].status.id
                == [.met: "ready", .partly: "readyWithConditions", .notMet: "notReady"][result])
    }

    /// The last day of February of a leap year has its anniversary a day before the first of March.
    @Test func twelveMonthsAfterALeapDay() throws {
        let project = try project(Self.record(date: "2024-02-29"))
        #expect(project.assessed(on: "2025-02-28").hardware?.result == .met)
        #expect(project.assessed(on: "2025-03-01").hardware?.result == .partly)
        // Without a day nothing grows old.
        #expect(project.assessed(on: nil).hardware?.result == .met)
    }

    @Test func theLatestRecordCountsThatIsKnownOnTheDay() throws {
        let good = Self.record(date: "2026-06-01", file: "b.json")
        let bad = Self.record(upper: 9999, date: "2026-06-20", file: "a.json")
        for records in [[good, bad], [bad, good]] {
            let project = try self.project().with { $0.benchmarks = records }
            #expect(project.assessed().hardware?.result == .notMet)
            #expect(project.assessed(on: "2026-06-20").hardware?.result == .notMet)
            #expect(project.assessed(on: "2026-06-19").hardware?.result == .met)
            #expect(project.assessed(on: "2026-05-31").hardware == nil)
        }
        // Of two of one day, that whose file comes last.
        let twins = [Self.record(file: "a.json"), Self.record(upper: 9999, file: "b.json")]
        for records in [twins, twins.reversed()] {
            #expect(try project().with { $0.benchmarks = records }.assessed().hardware?.record.file == "b.json")
        }
    }

    /// It answers the point even where nobody did, and for everybody.
    @Test func itAnswersForAll() throws {
        var project = try ProjectOnFile()
        project.benchmarks = [Self.record()]
        #expect(project.assessed().point("J2.11")?.state == .rated(position: 2))
        #expect(project.status(2) == "notReady" && project.status(1) == "notYetStarted")
        project = try self.project(Self.record(upper: 9999))
        project.join(3)
        #expect(project.assessed().point("J2.11")?.state == .rated(position: 0))
    }

    /// A machine that was replaced after the measurement says nothing of the new one.
    @Test func aChangeOfTheEnvironmentOvertakesIt() throws {
        var project = try project(Self.record(date: "2026-06-10"))
        project.changes = [ChangeEvent(kind: "environment", date: "2026-06-11")]
        #expect(project.assessed().hardware == nil)
        #expect(project.assessed().point("J2.11")?.state == .dontKnow)
        #expect(project.assessed().point("J2.11")?.reopenedBy?.kind == "environment")
        #expect(project.assessed(on: "2026-06-10").hardware?.result == .met)
        project.benchmarks.append(Self.record(date: "2026-06-11", file: "b.json"))
        #expect(project.assessed().hardware?.record.file == "b.json")
        #expect(project.assessed().point("J2.11")?.reopenedBy == nil)
        // A new classification does not touch machines.
        project = try self.project(Self.record(date: "2026-06-10"))
        project.changes = [ChangeEvent(kind: "classification", date: "2026-06-11")]
        #expect(project.assessed().hardware?.result == .met)
    }

    // MARK: Contradictions

    private func contradictions(_ project: ProjectOnFile) -> [String] {
        project.assessed().contradictions.map { contradiction in
            switch contradiction {
            case .project(let item, let said): "\(item.id) said \(said.id)"
            case .organisation(let item, let value, _): "\(item.id) at \(value)"
            }
        }
    }

    @Test func whatWasSaidAndWhatWasMeasured() throws {
        let good = try project(Self.record())
        let bad = try project(Self.record(upper: 9999))
        for (answer, withGood, withBad): (Answer?, [String], [String]) in [
            (ProjectOnFile.met, [], ["J2.11 said met"]),
            (ProjectOnFile.partly, ["J2.11 said partly"], ["J2.11 said partly"]),
            (ProjectOnFile.notMet, ["J2.11 said notMet"], []), (ProjectOnFile.notKnown, [], []), (nil, [], []),
            (ProjectOnFile.notApplicable, [], []),
        ] {
            #expect(contradictions(good.with { $0.answers["J2.11"] = answer }) == withGood)
            #expect(contradictions(bad.with { $0.answers["J2.11"] = answer }) == withBad)
        }
        // Of several people, one who says the same as the measurement is enough.
        let two = good.with {
            $0.answers["J2.11"] = ProjectOnFile.notMet
            $0.join(1, but: ["J2.11": ProjectOnFile.met])
        }
        #expect(contradictions(two) == [])
        // What was said before the machine was replaced is no longer said.
        let replaced = bad.with {
            $0.benchmarks = [Self.record(upper: 9999, date: "2026-06-20")]
            $0.changes = [ChangeEvent(kind: "environment", date: "2026-06-15")]
        }
        #expect(contradictions(replaced) == [])
    }

    /// The organisation's computing power from 3 on against hardware that fails, and its lack of devices from 3 on
    /// against hardware that does the work; neither is contradicted by what is only partly met.
    @Test func whatTheOrganisationSaysOfItself() throws {
        for rating in 0...4 {
            func found(_ item: String, _ record: BenchmarkRecord) throws -> [String] {
                var project = try self.project(record)
                project.answers["J2.11"] = nil
                project.organisation = try ProjectOnFile.organisation([item: rating])
                // The measurement changes no figure of the organisation.
                let scores = project.organisation?.scores
                #expect(project.assessed().organisation?.scores.value(ofItem: item) == scores?.value(ofItem: item))
                return contradictions(project)
            }
            let isHigh = rating >= 3
            #expect(try found("TF1", Self.record(upper: 9999)) == (isHigh ? ["TF1 at \(Double(rating))"] : []))
            #expect(try found("TB1", Self.record()) == (isHigh ? ["TB1 at \(Double(rating))"] : []))
            #expect(try found("TF1", Self.record()) == [] && found("TB1", Self.record(upper: 9999)) == [])
            #expect(try found("TF1", Self.record(peak: 16_000)) == [] && found("TB1", Self.record(peak: 16_000)) == [])
        }
        var project = try project(Self.record())
        project.organisation = nil
        #expect(contradictions(project) == [])
    }
}
