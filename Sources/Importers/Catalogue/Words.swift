/// The words of a name written as programs write it: `getAllUsers` and `get_all-users` are `get`, `all`, `users`.
func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            if wasSmall, !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word = []
            }
            word.append(byte | 0x20)
            wasSmall = false
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            word.append(byte)
            wasSmall = true
        default:
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
            wasSmall = false
        }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
}

/// The kinds of words that decide what an operation does.
enum Vocabulary {
    static let reading: Set<String> = [
        "analyse", "analyze", "article", "audit", "autocomplete", "availability", "balance", "browse", "calculate",
        "check", "classify", "compare", "contains", "count", "crawl", "current", "describe", "details", "detect",
        "download", "enrich", "exist", "exists", "expand", "export", "extract", "fetch", "find", "format", "get",
        "history", "info", "inspect", "is", "keys", "limit", "list", "load", "log", "logs", "lookup", "lookups", "me",
        "member", "meta", "metadata", "moderate", "parse", "peek", "permalink", "preview", "price", "profile",
        "query", "read", "render", "replies", "report", "retrieve", "scan", "scrape", "scroll", "search", "select",
        "similarity", "sort", "statistics", "stats", "status", "summarize", "test", "transcribe", "translate",
        "validate", "verify", "view", "wait",
    ]

    static let writing: Set<String> = [
        "acknowledge", "activate", "add", "alert", "answer", "append", "approve", "archive", "assign", "attach",
        "ban", "block", "book", "build", "bulk", "call", "cancel", "change", "charge", "clear", "click", "clone",
        "close", "commit", "complete", "convert", "copy", "create", "deactivate", "deactive", "delete", "deploy",
        "deregister", "detach", "disable", "dispatch", "draft", "drop", "duplicate", "edit", "email", "enable",
        "enroll", "escalate", "execute", "expire", "fill", "follow", "forward", "freeze", "generate", "grant",
        "hover", "import", "increment", "insert", "invite", "invoke", "join", "kick", "launch", "leave", "like",
        "link", "lock", "log", "make", "mark", "media", "merge", "message", "move", "mute", "note", "notify", "open",
        "patch", "pause", "pay", "pin", "pop", "post", "promote", "provision", "publish", "pull", "purge", "push",
        "put", "quarantine", "rate", "react", "record", "refresh", "refund", "register", "reinvite", "reject",
        "release", "remove", "rename", "renew", "reopen", "replace", "reply", "rerun", "resend", "reset", "resolve",
        "restart", "restore", "resume", "retry", "retweet", "revoke", "rotate", "run", "save", "schedule", "send",
        "set", "setup", "share", "sign", "sms", "snooze", "star", "start", "stop", "store", "submit", "subscribe",
        "switch", "sync", "tag", "terminate", "track", "transfer", "transition", "trash", "trigger", "truncate",
        "type", "unarchive", "unassign", "unban", "unblock", "unfollow", "unfreeze", "unlink", "unlock", "unpin",
        "unpublish", "unstar", "unsubscribe", "untag", "untrash", "update", "upload", "upsert", "void", "vote",
        "write",
    ]

    /// Things whose change changes who may do what.
    static let identityNouns: Set<String> = [
        "acl", "apikey", "authenticator", "certificate", "collaborator", "collaborators", "credential", "credentials",
        "group", "groups", "guest", "guests", "impersonate", "invitation", "invite", "member", "members",
        "membership", "mfa", "password", "permission", "permissions", "policies", "policy", "role", "roles", "secret",
        "secrets", "share", "sharing", "token", "tokens", "user", "usergroup", "users",
    ]
}
