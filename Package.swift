// swift-tools-version: 6.2
//
//    the language                      the wire
//
//    Features
//       │
//     Rules
//       │
//   Semantics                            LSP
//       │                                 │
//    Syntax                               │
//       └───────────── Server ────────────┘
//                         │
//                     newsmark
//
// The two columns meet only in Server; Sources/README.md says what each module must not know.

import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

// Without the library of regular expressions, and each function by itself, so that the linker can drop and order them.
let shipped: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]),
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(platforms: [.linux], configuration: .release)),
  ]

// What runs at a keystroke, at the start and otherwise lies together: `Tests/Benchmarks/layout` writes the list.
let layout = "\(Context.packageDirectory)/Sources/newsmark/Layout"

// Starts in 1 ms instead of 5, and runs on a machine without Swift.
let alone = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

let package = Package(
  name: "newsmark",
  products: [.executable(name: "newsmark", targets: ["newsmark"])],
  targets: [
    .target(name: "Syntax", exclude: ["Syntax.docc"], swiftSettings: shipped),
    .target(
      name: "Semantics", dependencies: ["Syntax"], exclude: ["Lexicon/make-lists.py", "Lexicon/make-genders.py"],
      swiftSettings: shipped),
    .target(name: "Rules", dependencies: ["Syntax", "Semantics"], exclude: ["Rules.md"], swiftSettings: shipped),
    .target(name: "Features", dependencies: ["Syntax", "Semantics", "Rules"], swiftSettings: shipped),
    .target(name: "LSP", swiftSettings: shipped),
    .target(
      name: "Server", dependencies: ["Syntax", "Semantics", "Rules", "Features", "LSP"], swiftSettings: shipped),
    .executableTarget(
      name: "newsmark", dependencies: ["Server", "LSP", "Features", "Rules", "Semantics", "Syntax"],
      exclude: ["Layout"], swiftSettings: shipped + [.unsafeFlags(["-static-executable"], alone)],
      linkerSettings: [
        .unsafeFlags(["-static-executable", "-use-ld=lld"], alone),
        .unsafeFlags(
          ["-s", "--gc-sections", "--symbol-ordering-file=\(layout)/functions.txt", "--no-warn-symbol-ordering"]
            .flatMap { ["-Xlinker", $0] }, alone),
        .unsafeFlags(["-Xlinker", "-T", "-Xlinker", "\(layout)/sections.ld"], alone),
      ]),

    .target(
      name: "Probes", dependencies: ["Syntax", "Semantics", "Rules", "Features", "LSP", "Server"],
      path: "Tests/Fuzz/Probes", swiftSettings: strict),
    .target(name: "Support", dependencies: ["Syntax"], path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "SyntaxTests", dependencies: ["Syntax", "Semantics", "Rules", "Support"], path: "Tests/Syntax",
      swiftSettings: strict),
    .testTarget(
      name: "SemanticsTests", dependencies: ["Semantics", "Support"], path: "Tests/Semantics", swiftSettings: strict),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "Support"], path: "Tests/Rules", swiftSettings: strict),
    .testTarget(
      name: "FeaturesTests", dependencies: ["Features", "Support"], path: "Tests/Features", swiftSettings: strict),
    .testTarget(name: "LSPTests", dependencies: ["LSP"], path: "Tests/LSP", swiftSettings: strict),
    .testTarget(
      name: "ServerTests", dependencies: ["Server", "Semantics", "LSP", "Support"], path: "Tests/Server",
      swiftSettings: strict),
    .testTarget(
      name: "Laws", dependencies: ["Syntax", "Semantics", "Rules", "Features", "LSP", "Server", "Probes", "Support"],
      path: "Tests/Laws", swiftSettings: strict),
    .testTarget(name: "Replay", dependencies: ["Probes"], path: "Tests/Fuzz/Replay", swiftSettings: strict),
    .testTarget(
      name: "Transcripts", dependencies: ["LSP", "Support"], path: "Tests/Transcripts", exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(name: "Tidy", dependencies: ["Rules", "Support"], path: "Tests/Tidy", swiftSettings: strict),
  ]
)
