import ControlPlane
import Hummingbird
import Wire

struct HealthRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(.get, Paths.health, "Whether the process runs.", open: true, answer: .json([String: String].self))
            { _, _ in
                try JSON.answer(["status": "ok"])
            },
            APIRoute(
                .get,
                Paths.ready,
                "Whether it decides: 503 when it has lost touch with the store.",
                open: true,
                answer: .json([String: String].self),
            ) {
                [control] _, _ in
                let ready = control.world.snapshot != nil
                return try JSON.answer(
                    ["status": ready ? "ready" : "not ready"],
                    status: ready ? .ok : .serviceUnavailable,
                )
            },
        ]
    }
}
