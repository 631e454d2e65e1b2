"""Refusals of files that are no table at all."""

from partscounter.kit.refusal import Invalid


class SheetUnreadable(Invalid):
    """The file is neither CSV nor an Excel workbook, or breaks off."""

    code = "sheet_unreadable"


class WrongEncoding(SheetUnreadable):
    """The text is in another encoding than it was read in."""

    code = "wrong_encoding"
