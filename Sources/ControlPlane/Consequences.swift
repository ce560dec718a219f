import Domain
import SQLEngine
import Store

/// What follows from every change, in the same transaction: whoever asked for it need not know.
enum Consequences {
    static func follow(_ change: inout Change) throws {
        try change.checkTouchedExceptions()
        try change.reviewWhatChanged()
        try change.tellPeople()
        try change.sendEvents()
    }
}
