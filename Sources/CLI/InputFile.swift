import Foundation

/// Reads what a person hands to a command in a file or on standard input.
enum InputFile {
    /// The text of the file at `path`, or of standard input for `-`; at most `limit` bytes are taken.
    static func text(at path: String, limit: Int) throws -> String {
        let handle: FileHandle
        if path == "-" {
            handle = .standardInput
        } else if let file = FileHandle(forReadingAtPath: path) {
            handle = file
        } else {
            throw CommandFailure("`\(path)` cannot be read\nremedy: check that the file exists and may be read")
        }
        let data: Data
        do {
            data = try handle.read(upToCount: limit + 1) ?? Data()
        } catch {
            throw CommandFailure("`\(path)` cannot be read: \(error.localizedDescription)")
        }
        guard data.count <= limit else { throw CommandFailure("`\(path)` is longer than \(limit) bytes") }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure("`\(path)` is not UTF-8 text")
        }
        return text
    }

    /// A secret from a file, from a pipe, or typed unseen; one line break at its end is not part of it.
    static func secret(at path: String?, prompt: String) throws -> String {
        var text: String
        if path == nil, isatty(STDIN_FILENO) == 1 {
            text = try typedUnseen(prompt)
        } else {
            text = try self.text(at: path ?? "-", limit: 64 * 1024)
        }
        if text.hasSuffix("\r\n") || text.hasSuffix("\n") { text.removeLast() }
        guard !text.isEmpty else {
            throw CommandFailure("nothing was given\nremedy: name a file with --file, or pipe the value in")
        }
        return text
    }

    private static func typedUnseen(_ prompt: String) throws -> String {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw CommandFailure("the terminal cannot be made silent\nremedy: name a file with --file")
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        Terminal.current.draw(prompt)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Terminal.current.draw("\n")
        }
        return readLine() ?? ""
    }
}
