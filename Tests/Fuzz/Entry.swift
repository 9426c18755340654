import Glibc
import Probes

// Chosen by the environment, so that one build serves every probe.
private let probe = getenv("PROBE").flatMap { name in Probe.all.first { $0.name == String(cString: name) } }

/// What libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func throwAtProbe(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  guard let probe else { fatalError("PROBE names none of: \(Probe.all.map(\.name))") }
  if let broken = probe.broken(by: Array(UnsafeBufferPointer(start: data, count: size))) { fatalError(broken) }
  return 0
}
