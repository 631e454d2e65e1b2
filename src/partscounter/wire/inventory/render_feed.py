"""Items as advertising partners get them: cut short, with one image, and a hash that tells whether to look again."""

from hashlib import blake2b

import msgspec

from partscounter.wire.inventory.links import Links
from partscounter.wire.inventory.render import amount_text, details_uri, render_vendor, year_text
from partscounter.wire.inventory.rows import Row
from partscounter_contracts.inventory import UNKNOWN, FeedItem, cut
from partscounter_contracts.number import number_or_text

_HASH_BYTES = 16
_NO_LINKS = Links(base_url="")


def render_feed_item(row: Row, links: Links) -> FeedItem:
    """One item of the feed ("Advertising Partner Feeds")."""
    shown = _shown(row, links)
    return msgspec.structs.replace(shown, item_hash=_hash(row))


def _shown(row: Row, links: Links) -> FeedItem:
    item, about = row.item, row.item.description
    return FeedItem(
        type=about.category,
        vendor=render_vendor(row.dealer, row.store),
        part_name=about.part_name,
        make_model=item.make_model,
        year=year_text(about.year),
        vendor_sku=item.tag_number,
        vendor_inventory_id=number_or_text(item.inventory_id),
        description=cut(about.text),
        price=amount_text(item.price.each),
        coreprice=amount_text(item.price.core),
        condition=about.condition,
        details_uri=details_uri(item, row.dealer, row.store, links),
        images=next(iter(links.images(about.images)), UNKNOWN),
        item_hash="",
    )


def _hash(row: Row) -> str:
    """Of all that is shown, and of the description and the images that are cut away, but not of the host that was
    called nor of the end user: two partners who see the same item at the same price have the same hash.
    """
    about = row.item.description
    told = (_shown(row, _NO_LINKS), about.text, about.images)
    return blake2b(msgspec.json.encode(told), digest_size=_HASH_BYTES).hexdigest()
