"""Pages for operators and dealers."""
