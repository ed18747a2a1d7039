import Domain
import XMPPExtensions

extension AccountService {
    var extensionSettings: ExtensionSettings {
        let now = surroundings.now
        return ExtensionSettings(
            name: surroundings.software.name, version: surroundings.software.version,
            now: { now().microseconds }, idle: { [lastAct] in lastAct.seconds(now()) })
    }
}
