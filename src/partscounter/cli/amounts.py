"""Amounts of money on the command line."""

from decimal import Decimal

import typer

from partscounter.kit.money import parse_amount


def read_amount(text: str, option: str) -> Decimal:
    """The amount that `text` spells. Raises BadParameter, which the program shows."""
    try:
        return parse_amount(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
