"""`partscounter machines labels`: labels with the codes of machines, and of machines to come."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.database import ReadTx
from partscounter.domain import assets
from partscounter.domain.assets import Asset, FreeCode
from partscounter.domain.machines.labels import STOCKS, Label, LabelFormat, Stock, label_of, render_label, render_sheets
from partscounter.settings import Settings

_STOCK_HELP = "Label stock: " + "; ".join(f"{stock.name} = {stock.meaning}" for stock in STOCKS.values()) + "."


def labels(
    context: typer.Context,
    codes: Annotated[list[str] | None, typer.Argument(help="Codes of machines, or free ones.", metavar="CODE…")] = None,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="File to write; for several SVG or PNG a folder.", metavar="FILE")
    ],
    form: Annotated[LabelFormat, typer.Option("--format", help="PDF makes whole sheets.")] = LabelFormat.PDF,
    stock: Annotated[str, typer.Option(help=_STOCK_HELP)] = "a4-24",
    skip: Annotated[int, typer.Option(min=0, help="PDF: labels of the first sheet that were used before.")] = 0,
    free: Annotated[bool, typer.Option("--free", help="Every code that waits for a machine.")] = False,
) -> None:
    """Write labels: the QR code of the landing page, the code and the serial number."""
    settings = settings_of(context)
    if stock not in STOCKS:
        raise typer.BadParameter(f"there is {', '.join(STOCKS)}", param_hint="--stock")
    with open_app(settings) as app, app.database.read() as tx:
        wanted = [*(_find(tx, code) for code in codes or ()), *(assets.list_free_codes(tx) if free else ())]
    if not wanted:
        raise typer.BadParameter("name codes, or --free where there are free ones", param_hint="CODE")
    base_url = _base_url(settings)
    made = [label_of(each, base_url) for each in wanted]
    _write(made, output, form, STOCKS[stock], skip=skip)
    typer.echo(f"{output}: {len(made)} {'label' if len(made) == 1 else 'labels'}")


def _write(made: Sequence[Label], output: Path, form: LabelFormat, stock: Stock, *, skip: int) -> None:
    if form is LabelFormat.PDF:
        output.write_bytes(render_sheets(made, stock, skip=skip))
    elif len(made) == 1:
        output.write_bytes(render_label(made[0], stock, form))
    else:
        output.mkdir(parents=True, exist_ok=True)
        for label in made:
            (output / f"{label.lines[0]}.{form}").write_bytes(render_label(label, stock, form))


def _find(tx: ReadTx, text: str) -> Asset | FreeCode:
    """Refuses with MalformedCode, or UnknownCode."""
    code = assets.code_in(text)
    return assets.find_free_code(tx, code) or assets.get_asset(tx, code)


def _base_url(settings: Settings) -> str:
    """What is printed stays: without the setting a label would lead to this machine only."""
    base_url = settings.server.public_base_url
    if not base_url:
        raise typer.BadParameter(
            "labels lead to the public address of this counter; set PARTSCOUNTER_SERVER_PUBLIC_BASE_URL first",
            param_hint="public_base_url",
        )
    return base_url
