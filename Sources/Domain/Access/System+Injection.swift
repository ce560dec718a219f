extension System.Injection {
    /// `none`, `bearer`, `basic` or `header:NAME`.
    package init?(text: String) {
        switch text {
        case "none": self = .none
        case "bearer": self = .bearer
        case "basic": self = .basic
        default:
            guard text.hasPrefix("header:"), text.count > 7 else { return nil }
            self = .header(String(text.dropFirst(7)))
        }
    }

    package var text: String {
        switch self {
        case .none: "none"
        case .bearer: "bearer"
        case .basic: "basic"
        case .header(let name): "header:\(name)"
        }
    }
}

extension System.Injection: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let injection = Self(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "`\(text)` is none of none, bearer, basic and header:NAME",
            )
        }
        self = injection
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
