"""Documents as JSON for the engine: whatever a text holds, its field says just that."""

import json
from random import Random

from msgspec.structs import replace

from partscounter.search.document import Document
from partscounter.search.tantivy.levels import UNKNOWN, levels_of
from partscounter.search.tantivy.rows import cursor_row, rows_of
from partscounter.search.tokens import document_words, indexed_words

SIGNS = ('"', "\\", "\n", "\0", "\u2013", "é", "½", "Ω", "ж", "-", ".", ",", "|", "/", "A", "b", "7", " ")


def make_text(random: Random) -> str:
    return "".join(random.choices(SIGNS, k=random.randint(0, 12)))


def test_a_row_can_be_read_whatever_its_texts_hold() -> None:
    random = Random(7)  # noqa: S311 - a repeatable choice, no secret

    for _ in range(300):
        text, key = make_text(random), make_text(random)
        names = dict.fromkeys(("part_name", "make_model", "oem_number", "vendor_sku", "description", "vendor"), text)
        document = Document(
            uid=5,
            line=1,
            dealer_id=2,
            store_id=3,
            part_type_id=4,
            category_id=5,
            make_ids=(9, 8, 9),
            vehicle_key=key,
            words=(text, key),
            part_numbers=(text,),
            **names,
        )

        row = json.loads(rows_of([document])[0])

        assert (row["uid"], row["make"], row["model"], row["vehicle_key"]) == (5, [8, 9], [], key)
        assert set(row["words"].split()) >= document_words((text, key))


def test_the_words_of_a_text_are_its_runs_and_their_pieces() -> None:
    found = document_words(("1R-1808 -a- b.c--d ", "Öl, ½″"))

    assert found == {"1r", "1808", "1r1808", "a", "b", "c", "d", "bcd", "ol", "12"}


def test_the_words_of_many_are_those_of_each() -> None:
    random = Random(11)  # noqa: S311 - a repeatable choice, no secret
    each = [tuple(make_text(random) for _ in range(random.randint(0, 4))) for _ in range(500)]

    assert [set(text.split()) for text in indexed_words(each)] == list(map(document_words, each))


def test_rows_of_many_are_those_of_each() -> None:
    random = Random(13)  # noqa: S311 - a repeatable choice, no secret
    documents = [
        Document(
            uid=uid,
            line=1,
            dealer_id=2,
            store_id=3,
            part_type_id=4,
            category_id=5,
            price_cents=random.choice((None, 0, 1995, 2**33)),
            year=random.choice((0, 1999)),
            words=(make_text(random),),
            part_numbers=(make_text(random), "1R-1808"),
            description=make_text(random),
        )
        for uid in range(1, 200)
    ]

    assert rows_of(documents) == [rows_of([document])[0] for document in documents]
    assert rows_of([]) == []


def test_prices_carry_the_item_both_ways() -> None:
    blank = Document(uid=7, line=1, dealer_id=2, store_id=3, part_type_id=4, category_id=5)
    rows = [json.loads(row) for row in rows_of([blank, replace(blank, price_cents=1995)])]

    prices = [(row["price_up"], row["price_down"]) for row in rows]
    code = 1995 * 1024  # spread out (see `price_codes`)
    assert prices == [((2**32 - 1 << 32) + 7, 2**32 - 1 - 7), ((code << 32) + 7, (code + 1 << 32) + 2**32 - 1 - 7)]


def test_a_text_is_numbers_of_twelve_characters_in_base_38() -> None:
    end, one, nine, a = 0, 3, 11, 12

    def number(*digits: int) -> int:
        return sum(digit * 38 ** (11 - place) for place, digit in enumerate(digits))

    texts = ["", "1-9A", "a" * 12, "a" * 13, "A" * 60, "  é,", "—"]

    assert levels_of(texts) == [
        (UNKNOWN,),
        (number(one, 1, nine, a),),
        (number(*[a] * 12), end),
        (number(*[a] * 12), number(a)),
        (number(*[a] * 12),) * 4,
        (number(a + 4),),
        (UNKNOWN,),
    ]
    assert levels_of([]) == []


def test_the_cursor_is_a_row_of_its_own() -> None:
    assert json.loads(cursor_row(17)) == {"uid": -1, "kind": 2, "cursor": 17}
