import ArgumentParser
import BusAPI
import FrontendKit

extension Saluton {
    /// Runs a command line.
    /// - Parameter arguments: without the program's name.
    /// - Returns: the status to exit with.
    public static func run(_ arguments: [String], at desk: Desk) async -> CommandStatus {
        var desk = desk
        do {
            var command = try parseAsRoot(LeadingOptions.settled(arguments, under: self))
            guard let action = command as? any Action else {
                try command.run()
                return .done
            }
            desk.isJSON = action.common.json
            try await action.run(at: desk)
            return .done
        } catch is OutputClosed {
            guard let problem = desk.outputProblem() else { return .done }
            let failure = Failure(
                .storage, name: "OutputFailed", "Standard output cannot be written: \(problem).",
                action: "What was written is not whole: make room and run the command again.")
            desk.show(failure)
            return failure.status
        } catch let failure as Failure {
            desk.show(failure)
            return failure.status
        } catch let error as Unreachable {
            let failure = Failure(error)
            desk.show(failure)
            return failure.status
        } catch let error as BusError {
            let failure = Failure(error)
            desk.show(failure)
            return failure.status
        } catch {
            return answer(error, desk)
        }
    }

    /// Help, version and completion scripts are errors to the parser, and so are mistakes in the command line.
    private static func answer(_ error: any Error, _ desk: Desk) -> CommandStatus {
        let isAsked = exitCode(for: error) == .success
        // Always as wide, so that help looks the same in a pipe, in a manual and in a test.
        let text = fullMessage(for: error, columns: 80)
        if isAsked {
            _ = desk.write(text.last == "\n" ? text : text + "\n")
            return .done
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            desk.complain(Printable.line(String(line)))
        }
        return exitCode(for: error) == .validationFailure ? .usage : .failed
    }
}
