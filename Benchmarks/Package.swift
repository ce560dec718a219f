// swift-tools-version: 6.2
import PackageDescription

// Rooms that are measured are links to the sources, so that a benchmark builds them alone, with the settings of the house
// and with `package` access; each benchmark is an executable of its own.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "penstock",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "Cedar", swiftSettings: settings),
        .target(name: "CAllocations"),
        .target(name: "CCrash"),
        .executableTarget(name: "cedar-bench", dependencies: ["Cedar", "CAllocations"], swiftSettings: settings),
        .executableTarget(name: "cedar-mutate", dependencies: ["Cedar", "CCrash"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6],
)
