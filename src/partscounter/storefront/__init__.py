"""Pages for customers, and where a QR code leads."""
