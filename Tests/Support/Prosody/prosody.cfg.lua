-- The server of the tests: loopback only, fresh folder, own certificates.  @WORDS@ are filled in by LocalServer.swift.
run_as_root = true
daemonize = false
pidfile = "@FOLDER@/prosody.pid"
data_path = "@FOLDER@/data"
plugin_paths = { "@PLUGINS@" }
interfaces = { "127.0.0.1", "::1" }
c2s_ports = { @PLAIN@ }
c2s_direct_tls_ports = { @DIRECT@ }
s2s_ports = { }
storage = "internal"
storage_archive_item_limit = 100000
authentication = "internal_hashed"
password_hash = "SHA-256"
c2s_require_encryption = true
use_libevent = false
smacks_hibernation_time = 300
log = { { levels = { min = "@LEVEL@" }, to = "console" } }

modules_enabled = {
    "saslauth"; "tls"; "roster"; "disco"; "presence"; "message"; "iq"; "offline"; "smacks"; "csi"; "ping"; "version";
    "time"; "uptime"; "lastactivity"; "pep"; "carbons"; "blocklist"; "private"; "vcard_legacy"; "announce";
    @MODULES@
}
modules_disabled = { "s2s"; "s2s_bidi"; "limits"; @WITHOUT@ }
archive_expires_after = "never"

ssl = { certificate = "@CERTIFICATE@"; key = "@KEY@" }

VirtualHost "@DOMAIN@"
