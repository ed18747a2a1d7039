import Domain
import Testing

@Suite("What an account proves itself with")
struct AccountLoginTests {
    @Test(
        "Each kind survives its name and detail",
        arguments: [AccountLogin.password, .command("pass show x"), .anonymous, .external("/cert.pem")])
    func roundTrip(login: AccountLogin) {
        #expect(AccountLogin(name: login.name, detail: login.detail) == login)
    }

    @Test(
        "Other pairs are refused",
        arguments: [("password", "x"), ("anonymous", "x"), ("command", nil), ("external", nil), ("none", nil)])
    func refused(name: String, detail: String?) {
        #expect(AccountLogin(name: name, detail: detail) == nil)
    }
}
