import Domain

// How the records of Domain are named as subjects of an event.

extension Identity {
    var subject: Event.Subject { Event.Subject(kind: "identity", id: id.text, name: name) }
}

extension Grant {
    var subject: Event.Subject { Event.Subject(kind: "grant", id: id.text, name: "\(action.rawValue) \(resource)") }
}

extension Source {
    var subject: Event.Subject { Event.Subject(kind: "source", id: id.text, name: description.root) }
}

extension System {
    var subject: Event.Subject { Event.Subject(kind: "system", id: name, name: title) }
}

extension User {
    var subject: Event.Subject { Event.Subject(kind: "user", id: id.text, name: email) }
}

extension Lease {
    var subject: Event.Subject { Event.Subject(kind: "lease", id: id.text, name: identity.text) }
}
