// swift-tools-version: 6.2
import PackageDescription

// Rooms in the order of ARCHITECTURE.md: a room may import only what stands above it and what its entry names.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let nio = [nioCore, nioPosix]

let commit = Context.gitInformation.map { $0.currentCommit + ($0.hasUncommittedChanges ? "+" : "") } ?? "unknown"

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: room + "Tests",
        dependencies: [.init(stringLiteral: room)] + dependencies,
        exclude: exclude,
        swiftSettings: settings,
    )
}

let package = Package(
    name: "penstock",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        room("Domain"),
        room("Cedar"),
        room("MerkleLog", [crypto]),
        room("SecretScan"),
        room("YAML", [yams]),
        room("Decisions", ["Domain", "Cedar"]),
        room("WorkspaceFiles", ["Domain", "YAML"]),
        room("Findings", ["Domain"]),
        room("Sealing", ["Domain", crypto, cryptoExtras]),
        .target(
            name: "CBuild",
            cSettings: [.define("PENSTOCK_COMMIT", to: "\"\(commit)\"")],
        ),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
        room("SQLEngine", ["CLibPQ", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift"), crypto]),
        .target(name: "CFacts", exclude: ["Data"]),
        room(
            "Importers",
            [
                "CFacts", "CLZMA", "CZlib", "Domain", "SecretScan", "SQLEngine", "YAML", crypto, httpClient, nioCore,
                nioHTTP1,
            ],
        ),
        room("Tokens", ["Domain", crypto, cryptoExtras]),
        room("Store", ["Domain", "SQLEngine"]),
        room("Audit", ["Domain", "SQLEngine", "MerkleLog"]),
        room(
            "ControlPlane",
            ["Domain", "Decisions", "Findings", "Sealing", "SQLEngine", "Tokens", "Store", "Audit", "MerkleLog"],
        ),
        room("Gateway", ["Domain", "Decisions", nioSSL, logging] + nio),
        room("Wire", ["Domain"]),
        room("API", ["Domain", "Wire", "ControlPlane", "SQLEngine", hummingbird, httpTypes, nioCore, logging]),
        room(
            "Console",
            ["Domain", "ControlPlane", hummingbird, httpTypes, mustache, logging],
            resources: [.embedInCode("Templates"), .embedInCode("Assets")],
        ),
        room(
            "Client",
            ["Domain", "Wire", httpClient, nioCore, nioHTTP1],
        ),
        room(
            "CLI",
            [
                "Domain", "Wire", "Client", "Cedar", "MerkleLog", "SecretScan", "Importers", "Findings",
                "WorkspaceFiles",
                "YAML",
                argumentParser,
            ],
        ),
        .executableTarget(
            name: "penstock",
            dependencies: [
                "API", "Audit", "CBuild", "CLI", "Client", "Console", "ControlPlane", "Decisions", "Domain", "Gateway",
                "Importers", "Sealing", "SQLEngine", "Store", "Tokens", "Wire", argumentParser, httpClient, httpTypes,
                hummingbird,
                lifecycle, logging, nioCore, nioHTTP1, nioPosix, unixSignals,
            ],
            swiftSettings: settings,
        ),
        room("TestSupport", ["SQLEngine"]),
        tests("Domain"),
        tests("Cedar"),
        tests("MerkleLog", [crypto]),
        tests("SecretScan"),
        tests("YAML"),
        tests("Decisions", ["Cedar", "Domain"]),
        tests("WorkspaceFiles", ["Domain"]),
        tests("Findings", ["Domain", "Importers", "TestSupport"], exclude: ["Golden"]),
        tests("Sealing", ["Domain", crypto]),
        tests("SQLEngine", ["TestSupport"], exclude: ["Golden"]),
        tests("Importers", ["Domain", "YAML", "SQLEngine", "TestSupport", httpClient, nioCore, nioHTTP1, nioPosix]),
        tests("Tokens", ["Domain", crypto, cryptoExtras]),
        tests("Store", ["Domain", "SQLEngine", "TestSupport"]),
        tests("Audit", ["Domain", "SQLEngine", "MerkleLog", "TestSupport"]),
        tests(
            "ControlPlane",
            ["Decisions", "Domain", "Findings", "Importers", "Sealing", "SQLEngine", "Store", "Tokens", "TestSupport"],
            exclude: ["Golden"],
        ),
        tests("Gateway", ["Decisions", "Domain", nioHTTP1, nioSSL, logging] + nio),
        tests(
            "Console",
            [
                "ControlPlane", "Domain", "TestSupport", "SQLEngine", "Sealing", "Store", hummingbird,
                hummingbirdTesting, httpTypes,
            ],
            exclude: ["Golden"],
        ),
        tests(
            "API",
            [
                "Audit", "ControlPlane", "Domain", "MerkleLog", "TestSupport", "SQLEngine", "Sealing", "Wire",
                hummingbird, hummingbirdTesting, httpTypes,
            ],
            exclude: ["Golden"],
        ),
        tests("CLI", ["Client", "Domain", "Wire", "TestSupport", argumentParser], exclude: ["Golden"]),
        .testTarget(
            name: "SystemTests",
            dependencies: [
                "penstock", "TestSupport", httpClient, httpTypes, hummingbird, logging, nioCore, nioHTTP1,
            ],
            swiftSettings: settings,
        ),
    ],
    swiftLanguageModes: [.v6],
)
