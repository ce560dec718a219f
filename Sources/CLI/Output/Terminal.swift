import Foundation

/// Where a command speaks: standard output for answers, standard error for progress and complaints.
struct Terminal: Sendable {
    private let write: @Sendable (String) -> Void
    private let complain: @Sendable (String) -> Void
    /// Whether answers are read by a person on a terminal that shows colours.
    let showsColour: Bool
    /// Whether standard error is a terminal, so that a progress bar makes sense.
    let showsProgress: Bool
    /// Columns of the terminal that answers go to; nil when they go elsewhere, where nothing is cut.
    let width: Int?

    init(
        showsColour: Bool,
        showsProgress: Bool,
        width: Int?,
        write: @escaping @Sendable (String) -> Void,
        complain: @escaping @Sendable (String) -> Void,
    ) {
        self.showsColour = showsColour
        self.showsProgress = showsProgress
        self.width = width
        self.write = write
        self.complain = complain
    }

    /// Tests put another one in its place.
    @TaskLocal static var current = Terminal.standard

    /// The terminal, file or pipe this process was started with.
    private static let standard: Terminal = {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let environment = ProcessInfo.processInfo.environment
        let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        return Terminal(
            showsColour: isTerminal && !isPlain,
            showsProgress: isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb",
            width: isTerminal ? columns() : nil,
            write: { print($0, terminator: "") },
            complain: { FileHandle.standardError.write(Data($0.utf8)) },
        )
    }()

    private static func columns() -> Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }
}

extension Terminal {
    /// Prints an answer and ends its line.
    static func say(_ text: String) { current.write(text + "\n") }

    /// Prints an answer as it is.
    static func put(_ text: String) { current.write(text) }

    /// Prints text on standard error and ends its line.
    static func complain(_ text: String) { current.complain(text + "\n") }

    /// Writes on standard error as it is, for what is drawn over.
    func draw(_ text: String) { complain(text) }

    /// Prints a value as JSON with sorted keys.
    static func say(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
