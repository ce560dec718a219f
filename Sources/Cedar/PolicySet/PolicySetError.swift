/// Why a policy set cannot be changed in this way.
public enum PolicySetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The id is taken by a policy, template or link.
    case duplicate(PolicyID)
    /// Nothing has this id.
    case unknown(PolicyID)
    /// The policy to be linked is no template of the set.
    case notATemplate(PolicyID)
    /// A link leaves a slot of its template open.
    case missingValue(Slot, template: PolicyID)
    /// A link gives a value for a slot that its template does not have.
    case unexpectedValue(Slot, template: PolicyID)
    /// The template to be removed has links.
    case templateInUse(PolicyID)

    /// The message.
    public var description: String {
        switch self {
        case .duplicate(let id): "duplicate template or policy id `\(id)`"
        case .unknown(let id): "no policy, template or link has the id `\(id)`"
        case .notATemplate(let id): "failed to find a template with id `\(id)`"
        case .missingValue(let slot, let id): "the template `\(id)` needs a value for \(slot.rawValue)"
        case .unexpectedValue(let slot, let id): "the template `\(id)` has no slot \(slot.rawValue)"
        case .templateInUse(let id): "the template `\(id)` has links, remove these first"
        }
    }
}
