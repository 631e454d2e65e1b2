"""HTTP machinery that names no vendor: one ASGI app per contract, strict bodies, credentials, metrics, pages."""
