internal import DBusWire

/// The interfaces that every object of the bus has (D-Bus specification, "Standard Interfaces").
enum StandardInterface: String, CaseIterable {
    case introspectable = "org.freedesktop.DBus.Introspectable"
    case peer = "org.freedesktop.DBus.Peer"
    case properties = "org.freedesktop.DBus.Properties"
    case objectManager = "org.freedesktop.DBus.ObjectManager"

    /// The types of a method's arguments; nil when there is no such method.
    func inputSignature(of member: MemberName) -> Signature? {
        switch (self, member.rawValue) {
        case (.introspectable, "Introspect"), (.peer, "Ping"), (.peer, "GetMachineId"),
            (.objectManager, "GetManagedObjects"):
            .empty
        case (.properties, "Get"): "ss"
        case (.properties, "GetAll"): "s"
        case (.properties, "Set"): "ssv"
        default: nil
        }
    }

    /// The element `interface` of the introspection data.
    var xml: String {
        switch self {
        case .introspectable:
            """
              <interface name="org.freedesktop.DBus.Introspectable">
                <method name="Introspect">
                  <arg name="xml_data" type="s" direction="out"/>
                </method>
              </interface>
            """
        case .peer:
            """
              <interface name="org.freedesktop.DBus.Peer">
                <method name="Ping"/>
                <method name="GetMachineId">
                  <arg name="machine_uuid" type="s" direction="out"/>
                </method>
              </interface>
            """
        case .properties:
            """
              <interface name="org.freedesktop.DBus.Properties">
                <method name="Get">
                  <arg name="interface_name" type="s" direction="in"/>
                  <arg name="property_name" type="s" direction="in"/>
                  <arg name="value" type="v" direction="out"/>
                </method>
                <method name="GetAll">
                  <arg name="interface_name" type="s" direction="in"/>
                  <arg name="props" type="a{sv}" direction="out"/>
                </method>
                <method name="Set">
                  <arg name="interface_name" type="s" direction="in"/>
                  <arg name="property_name" type="s" direction="in"/>
                  <arg name="value" type="v" direction="in"/>
                </method>
                <signal name="PropertiesChanged">
                  <arg name="interface_name" type="s"/>
                  <arg name="changed_properties" type="a{sv}"/>
                  <arg name="invalidated_properties" type="as"/>
                </signal>
              </interface>
            """
        case .objectManager:
            """
              <interface name="org.freedesktop.DBus.ObjectManager">
                <method name="GetManagedObjects">
                  <arg name="object_paths_interfaces_and_properties" type="a{oa{sa{sv}}}" direction="out"/>
                </method>
                <signal name="InterfacesAdded">
                  <arg name="object_path" type="o"/>
                  <arg name="interfaces_and_properties" type="a{sa{sv}}"/>
                </signal>
                <signal name="InterfacesRemoved">
                  <arg name="object_path" type="o"/>
                  <arg name="interfaces" type="as"/>
                </signal>
              </interface>
            """
        }
    }
}
