import ControlPlane
import Domain
import Foundation

/// What `serve` prints when everything answers.
enum Greeting {
    static func print(_ control: ControlPlane, console: ListenAddress, gateway: Int, demo: RunningDemo?) async {
        var lines = [
            "", "Penstock is ready.", "", "  console   http://\(console)",
            "  gateway   http://\(console.host):\(gateway)",
        ]
        if let link = await firstLink(control, console: console, demo: demo) {
            lines += ["  sign in   \(link)", "            (works once, within an hour)"]
        }
        if let demo {
            lines += ["", "The demo estate is a company that does not exist: \(demo.summary)."]
            lines += ["  penstock findings", "  penstock identities --unowned"]
        }
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n\n").utf8))
    }

    /// A sign-in link for the first administrator, while nobody has chosen a passphrase or when the demo runs.
    private static func firstLink(_ control: ControlPlane, console: ListenAddress, demo: RunningDemo?) async -> String?
    {
        do {
            let users = try await control.users(by: .penstock)
            let administrators = users.filter { $0.status == .active && $0.roles.contains(.admin) }
            let email: String
            if let known = administrators.first {
                let settled = try await control.hasPassphrase(known.id)
                guard demo != nil || !settled else { return nil }
                email = known.email
            } else if users.isEmpty {
                let user = NewUser(email: "admin@localhost", name: "First administrator", roles: [.admin, .security])
                email = try await control.putUser(user, by: .penstock).email
            } else {
                return nil
            }
            let token = try await control.oneTimeLink(for: email, by: .penstock)
            let text = token.withBytes { String(decoding: $0, as: UTF8.self) }
            return "http://\(console)/sign-in?link=\(text)"
        } catch {
            return nil
        }
    }
}
