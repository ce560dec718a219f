import Decisions
import Domain

/// A system as the gateway forwards to it, prepared once for each version of the facts.
struct Route {
    let system: System
    /// nil when the system is not behind the gateway.
    let upstream: UpstreamAddress?
    private let adminPrefixes: [[String]]

    init(_ system: System) {
        self.system = system
        upstream = system.upstream.flatMap(UpstreamAddress.init)
        adminPrefixes = system.adminPaths.map { path in
            path.split(separator: "/").map { Self.folded($0) }
        }
    }

    /// The class of a method on a resource: anything at or below an admin path is `admin`, whatever its case and whatever
    /// follows a `;`, since upstreams differ in what they make of both.
    func action(_ method: RequestHead.Method, on resource: ResourcePath) -> ActionClass {
        if !adminPrefixes.isEmpty {
            let segments = resource.segments.map { Self.folded($0[...]) }
            if adminPrefixes.contains(where: { segments.starts(with: $0) }) { return .admin }
        }
        return method.action
    }

    private static func folded(_ segment: Substring) -> String {
        segment.prefix { $0 != ";" }.lowercased()
    }
}

extension RequestHead.Method {
    /// The class of a method where no path says otherwise: everything that may change something is `write`.
    var action: ActionClass {
        switch self {
        case .get, .head, .options: .read
        case .connect, .trace, .other: .write
        }
    }
}

/// The routes of one version of the facts, made when first used; one for each event loop.
struct RouteTable {
    private var version: Int64?
    private var routes: [String: Route] = [:]

    /// The route of a system, or nil when there is no such system.
    mutating func route(to name: String, in snapshot: Snapshot) -> Route? {
        if version != snapshot.version {
            version = snapshot.version
            routes.removeAll(keepingCapacity: true)
        }
        if let route = routes[name] { return route }
        guard let system = snapshot.system(named: name) else { return nil }
        let route = Route(system)
        routes[name] = route
        return route
    }
}
