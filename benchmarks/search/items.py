"""Items of the field as documents: seeded, skewed, as many as asked for, one after the other."""

from collections.abc import Iterator
from itertools import count, islice
from random import Random

from benchmarks.search.field import SEED, STORES, Field
from benchmarks.search.skew import endless, endless_numbers, zipf
from partscounter.search import Document

CATEGORIES = ("USED", "NEW", "REMANUFACTURED", "CORE")
_CONDITIONS = ("", "Good", "Fair", "A", "Rebuildable", "As is")
_FIRST_DAY = 1_640_995_200
_DAYS = 1_700
_LOT = 8
"""So many items have one description: sellers copy, and chains list the same part in many stores. It also makes ten
million items in a third of the time."""
_PHRASES = 200_000
_NUMBERS_OF_A_TYPE = 4_000
"""So many part numbers are in use for one part type, some of them on every other item."""


def documents(field: Field, number: int) -> Iterator[Document]:
    """The first `number` items."""
    yield from islice(_all_documents(field), number)


def _all_documents(field: Field) -> Iterator[Document]:
    random = Random(SEED + 1)  # noqa: S311 - a repeatable choice, no secret
    part_types = endless(random, range(1, len(field.part_types) + 1), zipf(len(field.part_types)))
    makes = endless(random, range(1, len(field.makes) + 1), zipf(len(field.makes)))
    models = [endless(random, ids, zipf(len(ids))) for ids in field.models_of_make]
    shops = endless(random, field.shops, zipf(STORES, 0.7))
    phrases = endless(random, *_phrases(random, field.words))
    lengths = endless(random, range(1, 9), [2, 5, 9, 13, 17, 20, 22, 23])
    numbers = endless(random, range(_NUMBERS_OF_A_TYPE), zipf(_NUMBERS_OF_A_TYPE, 0.8))
    chances, codes = endless_numbers(random, 1_000), endless_numbers(random, 10**8)
    categories = endless(random, range(1, 5), [70, 88, 96, 100])
    years, prices = endless_numbers(random, 34), _prices(random)
    for first in count(1, _LOT):
        part_type, make, text = next(part_types), next(makes), " ".join(islice(phrases, next(lengths)))
        model, chance = next(models[make - 1]), next(chances)
        part_name, make_name, model_name = (
            field.part_types[part_type - 1],
            field.makes[make - 1],
            field.models[model - 1],
        )
        oem = part_number(part_type, next(numbers)) if chance < 700 else ""
        words = tuple(filter(None, (text, part_name, make_name, model_name, oem)))
        for uid in range(first, first + _LOT):
            shop, code, price = next(shops), next(codes), next(prices)
            category, tag = next(categories), f"{shop.id % 97:02d}-{code:08d}"
            yield Document(
                uid=uid,
                line=1 if chance % 20 else 2,
                dealer_id=shop.dealer,
                store_id=shop.id,
                part_type_id=part_type,
                category_id=category,
                make_ids=(make,) if chance >= 40 else (),
                model_ids=(model,) if chance >= 60 else (),
                year=0 if code % 7 == 0 else 1990 + next(years),
                price_cents=None if code % 11 == 0 else price,
                core_price_cents=price // 500 * 100 if chance % 3 == 0 else None,
                vehicle_key=f"{shop.id}:{code % 5_000}" if chance % 4 == 0 else "",
                words=words,
                part_numbers=(oem, tag) if oem else (tag,),
                part_name=part_name,
                make_model=f"{make_name} {model_name}",
                oem_number=oem,
                vendor_sku=tag,
                description=text,
                condition=_CONDITIONS[code % 6],
                category=CATEGORIES[category - 1],
                vendor=shop.company,
                added_at=_FIRST_DAY + code % _DAYS * 86_400,
            )


def part_number(part_type: int, number: int) -> str:
    """The `number`-th part number of a part type, such as A17-40312-009."""
    mixed = (part_type * 7_919 + number * 104_729) % 10**7
    return f"{'ABCDEFGHKLMNPRSTVWXYZ'[mixed % 21]}{part_type % 90 + 10}-{mixed // 100:05d}-{number % 1_000:03d}"


def _phrases(random: Random, words: list[str]) -> tuple[list[str], list[int]]:
    """What sellers write again and again: two to four words, evenly often."""
    chosen = endless(random, words, zipf(len(words)))
    phrases = [" ".join(islice(chosen, random.randint(2, 4))) for _ in range(_PHRASES)]
    return phrases, list(range(1, _PHRASES + 1))


def _prices(random: Random) -> Iterator[int]:
    """Most between 50 and 1,500, on whole fives, some beyond 20,000."""
    drawn = [round(random.lognormvariate(5.6, 1.2) / 5) * 500 + 500 for _ in range(50_021)]
    return endless(random, drawn, [place + 1 for place in range(len(drawn))])
