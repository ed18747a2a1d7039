internal import CDBus

/// Owns a libdbus message.
///
/// Unchecked: a message is written by the thread that makes it, then handed to the bus thread, and its count of
/// references is atomic.
final class Message: @unchecked Sendable {
    let pointer: OpaquePointer

    private init(taking pointer: OpaquePointer?) throws(WireError) {
        guard let pointer else { throw .outOfMemory }
        self.pointer = pointer
    }

    deinit { dbus_message_unref(pointer) }

    convenience init(_ call: MethodCall, wantsReply: Bool = true) throws(WireError) {
        try self.init(
            taking: dbus_message_new_method_call(
                call.destination.rawValue, call.path.rawValue, call.interface.rawValue, call.member.rawValue))
        if !wantsReply { dbus_message_set_no_reply(pointer, 1) }
        if !call.startsService { dbus_message_set_auto_start(pointer, 0) }
        try MessageWriter.append(call.arguments, to: pointer)
    }

    convenience init(_ signal: Signal) throws(WireError) {
        try self.init(
            taking: dbus_message_new_signal(
                signal.path.rawValue, signal.interface.rawValue, signal.member.rawValue))
        if let destination = signal.destination {
            guard dbus_message_set_destination(pointer, destination.rawValue) != 0 else { throw .outOfMemory }
        }
        try MessageWriter.append(signal.arguments, to: pointer)
    }

    convenience init(_ values: [Value], for ticket: ReplyTicket) throws(WireError) {
        try self.init(taking: dbus_message_new(DBUS_MESSAGE_TYPE_METHOD_RETURN))
        try address(to: ticket)
        try MessageWriter.append(values, to: pointer)
    }

    convenience init(_ error: ErrorReply, for ticket: ReplyTicket) throws(WireError) {
        try self.init(taking: dbus_message_new(DBUS_MESSAGE_TYPE_ERROR))
        try address(to: ticket)
        guard dbus_message_set_error_name(pointer, error.name.rawValue) != 0 else { throw .outOfMemory }
        try MessageWriter.append([.string(error.message)], to: pointer)
    }

    private func address(to ticket: ReplyTicket) throws(WireError) {
        dbus_message_set_no_reply(pointer, 1)
        guard dbus_message_set_reply_serial(pointer, ticket.serial) != 0,
            dbus_message_set_destination(pointer, ticket.caller.rawValue) != 0
        else { throw .outOfMemory }
    }
}
