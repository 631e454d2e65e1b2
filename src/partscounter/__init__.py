"""Partscounter: one parts counter that speaks five wire contracts over one order core."""
