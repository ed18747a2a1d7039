import CommandLine
import Glibc

/// The program `saluton`: hands its arguments to the library and exits with its status.
@main
struct SalutonTool {
    static func main() async {
        let status = await Saluton.run(Array(Swift.CommandLine.arguments.dropFirst()), at: .process().owningProcess())
        exit(status.code)
    }
}
