/// The form in which software says its name and version (XEP-0232 §3).
public enum SoftwareInfo {
    /// `os` is left out unless its user wants it told.
    public static func form(software: String, version: String, os: String? = nil) -> DiscoForm {
        var fields = [DiscoForm.Field("software", [software]), DiscoForm.Field("software_version", [version])]
        if let os { fields.append(DiscoForm.Field("os", [os])) }
        return DiscoForm(kind: "urn:xmpp:dataforms:softwareinfo", fields)
    }
}
