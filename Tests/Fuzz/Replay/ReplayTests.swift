import Foundation
import Probes
import Testing

/// What the fuzzer was given and what it found, thrown again.
@Suite struct ReplayTests {
  struct Input: CustomTestStringConvertible, Sendable {
    let probe: Probe
    let name: String
    let bytes: [UInt8]

    var testDescription: String { "\(probe.name)/\(name)" }
  }

  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "corpus")

  static let inputs: [Input] = Probe.all.flatMap { probe in
    let folder = corpus.appending(path: probe.name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { Input(probe: probe, name: name, bytes: Array($0)) }
    }
  }

  @Test func everyProbeHasACorpus() {
    for probe in Probe.all { #expect(Self.inputs.contains { $0.probe.name == probe.name }, "\(probe.name)") }
  }

  @Test(arguments: inputs)
  func holds(_ input: Input) { #expect(input.probe.broken(by: input.bytes) == nil) }

  /// Beginnings of the inputs are inputs that nobody thought of.
  @Test(arguments: inputs)
  func holdsCutOff(_ input: Input) {
    for count in stride(from: 1, to: input.bytes.count, by: max(input.bytes.count / 6, 1)) {
      #expect(input.probe.broken(by: Array(input.bytes.prefix(count))) == nil, "cut after \(count) bytes")
    }
  }
}
