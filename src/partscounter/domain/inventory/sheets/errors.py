"""Refusals of tables. After each of them nothing of the table was taken."""

from partscounter.kit.refusal import Invalid


class SheetRefused(Invalid):
    """The table has wrong values; each is named by line and column."""

    code = "sheet_refused"
