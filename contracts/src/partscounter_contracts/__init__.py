"""The five wire contracts as types. No I/O, no server code."""
