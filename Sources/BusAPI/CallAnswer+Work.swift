public import DBusWire

extension CallAnswer {
    /// Does the work at once, on the thread of the door.
    public static func now(_ work: () throws(BusError) -> [Value]) -> CallAnswer {
        do throws(BusError) {
            return .reply(try work())
        } catch {
            return .failure(error.reply)
        }
    }

    /// Does the work in a task of its own.
    public static func later(_ work: @escaping @Sendable () async throws(BusError) -> [Value]) -> CallAnswer {
        .deferred {
            do throws(BusError) {
                return .success(try await work())
            } catch {
                return .failure(error.reply)
            }
        }
    }

    /// For a place that the description does not have.
    public static var unknownMember: CallAnswer {
        .failure(ErrorReply(.unknownMethod, "no such method or writable property"))
    }
}
