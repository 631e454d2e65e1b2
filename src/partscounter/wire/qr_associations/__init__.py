"""QR Code Associations: the machine that a QR code stands for."""
