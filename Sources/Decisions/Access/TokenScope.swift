package import Domain

/// A part of what a credential may be used for, written `read:crm/contacts` in a token's `scope`.
package struct TokenScope: Sendable, Hashable, CustomStringConvertible {
    package var action: ActionClass
    package var resource: ResourcePath

    package init(_ action: ActionClass, _ resource: ResourcePath) {
        self.action = action
        self.resource = resource
    }

    /// Reads `ACTION:SYSTEM/RESOURCE`.
    ///
    /// - Returns: nil for anything else.
    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), let action = ActionClass(rawValue: String(text[..<colon])),
            let resource = ResourcePath(String(text[text.index(after: colon)...]))
        else { return nil }
        self.init(action, resource)
    }

    package var description: String { "\(action.rawValue):\(resource)" }
}
