// swift-tools-version: 6.2
// The plan of the house: every target, its neighbours, the strict flags.  docs/ARCHITECTURE.md has the same in words,
// and HouseTests compares the two.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func house(_ name: String, _ neighbours: [Target.Dependency] = [], path: String? = nil) -> Target {
    .target(name: name, dependencies: neighbours, path: path, swiftSettings: strict)
}

func program(_ name: String, _ neighbours: [Target.Dependency], path: String? = nil) -> Target {
    .executableTarget(name: name, dependencies: neighbours, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ neighbours: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + neighbours, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "saluton",
    products: [
        .executable(name: "salutond", targets: ["salutond"]),
        .executable(name: "saluton", targets: ["saluton"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        // System libraries
        system("CDBus", "dbus-1", "libdbus-1-dev"),
        system("CIDN2", "libidn2", "libidn2-dev"),
        system("CLibXML2", "libxml-2.0", "libxml2-dev"),
        system("COpenSSL", "openssl", "libssl-dev"),
        system("CResolver", nil, "libc6-dev"),
        system("CUnistring", nil, "libunistring-dev"),
        system("CLibc", nil, "libc6-dev"),
        .target(name: "CRuntime"),

        // Floor 0
        house("DBusWire", ["CDBus", "CLibc"]),
        house("Digests", ["COpenSSL"]),
        house("JSONText"),
        house("Languages"),
        house("Logs", [log]),
        house("Processes", ["CLibc"]),
        house("SASLMechanisms", ["Digests"]),
        house("XMLStreams", ["CLibXML2"]),
        house("XMPPAddresses", ["CIDN2", "CUnistring"]),

        // Floor 1
        house("Domain", ["XMPPAddresses"]),
        house("SocketWire", ["DBusWire", "JSONText"]),
        house("XMPPStanzas", ["XMLStreams", "XMPPAddresses"]),

        // Floor 2
        house("XMPPSessions", ["Digests", "SASLMechanisms", "XMLStreams", "XMPPAddresses", "XMPPStanzas"]),

        // Floor 3
        house("Store", ["Domain", "JSONText", "XMPPAddresses"] + grdb),
        house("XMPPExtensions", ["Digests", "XMLStreams", "XMPPAddresses", "XMPPSessions", "XMPPStanzas"]),
        house(
            "XMPPTransport",
            [
                "COpenSSL", "CResolver", "Digests", "SASLMechanisms", "XMLStreams", "XMPPAddresses", "XMPPSessions",
                "XMPPStanzas",
            ] + nio),

        // Floor 4
        house(
            "Backend",
            [
                "Digests", "Domain", "JSONText", "Languages", "Processes", "SASLMechanisms", "Store", "XMLStreams",
                "XMPPAddresses", "XMPPExtensions", "XMPPSessions", "XMPPStanzas", log,
            ]),

        // Floor 5
        house("BusAPI", ["DBusWire"]),
        house(
            "BusServer",
            [
                "Backend", "BusAPI", "DBusWire", "Digests", "Domain", "JSONText", "Logs", "SocketWire", "Store",
                "XMPPAddresses", "XMPPExtensions", "XMPPSessions", log,
            ]),
        house(
            "Hooks",
            ["Backend", "Domain", "JSONText", "Processes", "Store", "XMPPAddresses", "XMPPSessions", log]),
        house(
            "Desktop",
            [
                "Backend", "CLibc", "DBusWire", "Digests", "Domain", "JSONText", "Store", "XMPPAddresses",
                "XMPPSessions", log,
            ]),

        // Floor 6
        program(
            "salutond",
            [
                "Backend", "BusAPI", "BusServer", "CLibc", "CRuntime", "DBusWire", "Desktop", "Domain", "Hooks",
                "Logs", "SocketWire", "Store", "XMPPAddresses", "XMPPExtensions", "XMPPSessions", "XMPPTransport",
                arguments,
                log,
            ], path: "Sources/Daemon"),

        // Floor 7
        house("FrontendKit", ["BusAPI", "DBusWire", "JSONText", "SocketWire"], path: "frontends/kit"),

        // Floor 8
        house(
            "CommandLine", ["BusAPI", "DBusWire", "FrontendKit", "JSONText", arguments], path: "frontends/cli"),
        program("saluton", ["CommandLine"], path: "frontends/cli-main"),

        // Tools
        program("bindings", ["CLibXML2"]),
        program("storebench", ["Domain", "Store", "XMPPAddresses"], path: "Benchmarks/store"),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "CLibc", "COpenSSL", "DBusWire", "Digests", "JSONText", "SASLMechanisms", "XMLStreams", "XMPPAddresses",
                "XMPPSessions", "XMPPStanzas",
            ],
            path: "Tests/Support", exclude: ["Golden", "Prosody", "WrongClock/wrong-clock.c"], swiftSettings: strict),
        tests(
            "Backend",
            [
                "Digests", "Domain", "JSONText", "SASLMechanisms", "Store", "XMLStreams", "XMPPAddresses",
                "XMPPExtensions", "XMPPSessions", "XMPPStanzas", log,
            ]),
        tests("BusAPI", ["DBusWire"]),
        tests(
            "BusServer",
            ["Backend", "BusAPI", "DBusWire", "Domain", "JSONText", "SocketWire", "Store", "XMPPAddresses"]),
        tests("CommandLine", ["BusAPI", "DBusWire", "FrontendKit", "JSONText", arguments]),
        tests("DBusWire"),
        tests("Desktop", ["Backend", "DBusWire", "Domain", "JSONText", "XMPPSessions", log]),
        tests("Digests"),
        tests("Domain", ["XMLStreams", "XMPPAddresses"]),
        tests("FrontendKit", ["BusAPI", "BusServer", "DBusWire", "JSONText", "SocketWire"]),
        tests(
            "Hooks", ["Backend", "Domain", "JSONText", "Processes", "Store", "XMPPAddresses", "XMPPSessions", log]),
        tests("JSONText"),
        tests("Languages"),
        tests("Logs", [log]),
        tests("Processes"),
        tests("SASLMechanisms", ["Digests"]),
        tests("SocketWire", ["DBusWire", "JSONText"]),
        tests("Store", ["Domain", "JSONText", "XMPPAddresses"] + grdb),
        tests("XMLStreams"),
        tests("XMPPAddresses"),
        tests("XMPPExtensions", ["Digests", "XMLStreams", "XMPPAddresses", "XMPPSessions", "XMPPStanzas"]),
        tests("XMPPSessions", ["SASLMechanisms", "XMLStreams", "XMPPAddresses", "XMPPStanzas"]),
        tests("XMPPStanzas", ["XMLStreams", "XMPPAddresses"]),
        tests(
            "XMPPTransport",
            ["Digests", "SASLMechanisms", "XMLStreams", "XMPPAddresses", "XMPPSessions", "XMPPStanzas"] + nio),
        tests("bindings"),
        .testTarget(name: "HouseTests", swiftSettings: strict),
        .testTarget(
            name: "JourneyTests",
            dependencies: ["TestSupport", "BusAPI", "DBusWire", "FrontendKit", "JSONText", "saluton", "salutond"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
