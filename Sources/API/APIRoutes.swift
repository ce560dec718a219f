package import ControlPlane
package import Hummingbird
import Wire

/// The HTTP API of a control plane.
package struct APIRoutes: Sendable {
    private let control: ControlPlane
    private let operatorName: String

    /// `operatorName` is the name of the local operator in the log.
    package init(_ control: ControlPlane, operatorName: String) {
        self.control = control
        self.operatorName = operatorName
    }

    /// Adds the routes to a router.
    package func add(to router: Router<APIContext>) {
        let group = router.group()
            .add(middleware: ProblemMiddleware())
            .add(middleware: RecognitionMiddleware(control: control, operatorName: operatorName))
        let once = Idempotency(control: control)
        for route in all {
            group.on(RouterPath(route.path), method: route.method) { request, context in
                // Who asks comes before what is asked: a stranger learns nothing of how it would have been read.
                if !route.isOpen { _ = try context.required() }
                return try await once.answer(request, context, route)
            }
        }
        router.add(middleware: UnknownRouteMiddleware())
    }

    /// Every route, in the order of the documentation.
    package var all: [APIRoute] {
        described + [OpenAPIRoute(described).route]
    }

    private var described: [APIRoute] {
        OAuthRoutes(control).all + HealthRoutes(control).all + IdentityRoutes(control).all
            + RightSizeRoutes(control).all + StopRoutes(control).all
            + EstateRoutes(control).all + SystemRoutes(control).all + PeopleRoutes(control).all
            + RequestRoutes(control).all + LogRoutes(control).all + PolicyRoutes(control).all
            + WorkspaceRoutes(control).all
            + ScheduleRoutes(control).all + NotificationRoutes(control).all
            + ReviewRoutes(control).all + ExceptionRoutes(control).all + BreakGlassRoutes(control).all
            + VendorRoutes(control).all + LevelRoutes(control).all + RevocationRoutes(control).all
    }
}
