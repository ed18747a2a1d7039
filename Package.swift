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
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
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

        // Floor 0
        house("DBusWire", ["CDBus"]),
        house("Digests", ["COpenSSL"]),
        house("SASLMechanisms", ["Digests"]),
        house("XMLStreams", ["CLibXML2"]),
    ],
    swiftLanguageModes: [.v6]
)
