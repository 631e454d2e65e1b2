"""Whether keywords find an item that is at hand: what the index says, of one item and without an index."""

from collections.abc import Set as AbstractSet
from typing import assert_never

from partscounter.domain.inventory import DocumentRow, Item
from partscounter.search.keywords import AllOf, AnyOf, Expression, Word, parse_keywords
from partscounter.search.project import part_numbers_of, words_of
from partscounter.search.tokens import INFIX_LENGTH, document_words, squashed_numbers


def keywords_find(keywords: str, item: Item) -> bool:
    """As a search with these keywords would. Without anything to look for every item is found."""
    expression = parse_keywords(keywords)
    if expression is None:
        return True
    row = _row_of(item)
    part_numbers = part_numbers_of(row)
    numbers = squashed_numbers(part_numbers)
    return _holds(expression, document_words(words_of(row) + part_numbers) | numbers, numbers)


def _row_of(item: Item) -> DocumentRow:
    """What keywords look into; the numbers of names are none of it."""
    about = item.description
    return DocumentRow(
        id=item.id,
        dealer_id=item.dealer_id,
        store_id=item.store_id,
        line=item.line,
        tag_number=item.tag_number,
        brand_code=item.brand_code,
        part_code=item.part_code,
        part_name=about.part_name,
        vehicle_make=about.vehicle_make,
        vehicle_model=about.vehicle_model,
        part_manufacturer=about.part_manufacturer,
        part_model=about.part_model,
        part_type_id=None,
        vehicle_make_id=None,
        vehicle_model_id=None,
        part_manufacturer_id=None,
        part_model_id=None,
        category_id=None,
        year=about.year,
        category=about.category,
        condition=about.condition,
        text=about.text,
        oem_number=about.oem_number,
        serial_number=about.serial_number,
        alternate_numbers=about.alternate_numbers,
        vehicle_id=about.vehicle_id,
        price=None,
        core_price=None,
        added_at=item.added_at,
    )


def _holds(expression: Expression, words: AbstractSet[str], numbers: AbstractSet[str]) -> bool:
    match expression:
        case Word(text):
            return text in words or (len(text) >= INFIX_LENGTH and any(text in number for number in numbers))
        case AllOf(parts):
            return all(_holds(part, words, numbers) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, words, numbers) for part in parts)
        case _:
            assert_never(expression)
