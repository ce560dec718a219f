import Testing

/// Tests that talk to a running gateway over sockets: one after another, since their clients block a thread each.
@Suite(.serialized)
enum EndToEnd {}
