"""Where a machine's QR code leads, and the page that finds the code in a photo."""
