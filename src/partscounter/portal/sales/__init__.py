"""Sales documents at the desk: what both sides agree to, goods that come back, and cores."""
