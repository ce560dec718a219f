import Mustache

/// The templates that are compiled into the program, ready to render.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// - Throws: What the parser says of a template that cannot be read.
    init() throws {
        MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
        var library = MustacheLibrary()
        for (name, bytes) in TemplateFiles.all {
            // A partial falls back to the engine's own escaping unless it says otherwise itself.
            let text = "{{% CONTENT_TYPE:\(MarkupText.name)}}" + Self.text(bytes)
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// Without the line break at the end of the file, which would become a space inside a sentence.
    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// - Returns: The page; empty when there is no template of that name.
    func render(_ name: String, _ page: some Sendable) -> String {
        library.render(page, withTemplate: name) ?? ""
    }
}

/// Escaping for text and quoted attributes of HTML, byte by byte.
///
/// The engine's own escaping goes by grapheme clusters: a quotation mark followed by a combining mark is one cluster,
/// matches none of its characters, and would end an attribute unescaped.
struct MarkupText: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
            case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
            case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
            case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
            case UInt8(ascii: "'"): escaped += Array("&#39;".utf8)
            case 0: continue
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
