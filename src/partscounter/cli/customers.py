"""`partscounter customers`: what an end user of a web shop sees and pays, before the end user asks."""

from collections.abc import Iterator
from typing import Annotated

import typer

from partscounter.app import App, open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.mapping_user import find_user
from partscounter.cli.place import Data, Place
from partscounter.database import ReadTx
from partscounter.domain import customer_templates, customers, end_users, inventory
from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import Rule
from partscounter.domain.end_users import ItemPreview
from partscounter.search import SearchRequest, parse_keywords
from partscounter.search.query import Filter
from partscounter.wire.inventory.scope import everything_seen
from partscounter.wire.inventory.user import ApiUser, user_of

_User = Annotated[str, typer.Option("--user", help="The end user's id.", metavar="USERID")]
_ApiUser = Annotated[str, typer.Option("--api-user", help="Name of the inventory credential.", metavar="NAME")]
_Search = Annotated[str, typer.Option("--search", help="Keywords, as in a search.")]
_Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many items at most.")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Look at customers.")
    group.callback()(_group)
    group.command("preview")(preview)
    program.add_typer(group, name="customers")


def _group() -> None:
    """Look at customers."""


def preview(
    context: typer.Context,
    *,
    user: _User,
    api_user: _ApiUser,
    search: _Search = "",
    limit: _Limit = 20,
    data: Data = None,
) -> None:
    """What an end user of an API user sees of the stock, and which step of which template makes it so."""
    settings = Place(data=data).of(settings_of(context))
    credential = find_user(settings, api_user)
    with open_app(settings) as app:
        for line in _lines(app, user_of(credential), user, _found(app, credential, search, limit)):
            typer.echo(line)


def _found(app: App, credential: Credential, keywords: str, limit: int) -> tuple[int, tuple[int, ...]]:
    """How many items the API user finds, and the first of them, in the order that everybody sees."""
    with app.database.read() as tx:
        seen = everything_seen(tx, user_of(credential))
    wanted = Filter(lines=seen.lines, dealers=seen.dealers, exclude=seen.exclude, keywords=parse_keywords(keywords))
    page = app.search.search(SearchRequest(wanted, result_size=limit))
    return page.total, page.uids


def _lines(app: App, user: ApiUser, userid: str, found: tuple[int, tuple[int, ...]]) -> Iterator[str]:
    total, uids = found
    with app.database.read() as tx:
        yield from _about(tx, user, userid)
        items = inventory.load_items(tx, uids)
        previews = end_users.preview_items(tx, user.end_user(userid), [items[uid] for uid in uids if uid in items])
    for each in previews:
        yield _line(each)
    hidden = sum(1 for each in previews if each.hidden_by is not None)
    yield f"{len(previews)} of {total:,} items, {hidden} of them hidden"


def _about(tx: ReadTx, user: ApiUser, userid: str) -> Iterator[str]:
    customer = customers.find_customer_by_userid(tx, userid)
    yield f"end user {userid} of {user.credential.name}: {'no known customer' if customer is None else customer.name}"
    assigned = customer_templates.list_assignments(tx, user.credential.id)
    own = {each.type: each for each in assigned if each.userid == userid}
    for kind in customer_templates.TemplateType:
        if kind in own:
            how = f"by rule {own[kind].rule}" if own[kind].rule else "assigned by the API user"
            yield f"  {kind}: {own[kind].name} ({how})"
        else:
            yield f"  {kind}: {'default ' + user.default_template if user.default_template else 'none of their own'}"


def _line(each: ItemPreview) -> str:
    item = each.item
    name = (
        f"{each.offer.vendor}/{each.vendor_store}/{item.inventory_id}  {item.description.part_name} {item.make_model}"
    )
    if each.hidden_by is not None:
        return f"{name.strip()}  hidden ({_place(each.hidden_by)})"
    price = "no price" if each.offer.price is None else f"{each.offer.price:.2f}"
    if each.priced_by is not None:
        price += f" -> {each.seen.price.each:.2f} ({_place(each.priced_by)})"
    units = "number not shown" if each.units is None else f"{each.units} shown"
    if each.counted_by is not None:
        units += f" ({_place(each.counted_by)})"
    return f"{name.strip()}  {price}  {units}"


def _place(rule: Rule) -> str:
    return f"{rule.template}, step {rule.number}"
