"""Documents as JSON for the engine: whatever a text holds, its field says just that."""

import json
from random import Random

from partscounter.search.document import Document
from partscounter.search.tantivy.rows import cursor_row, row_of
from partscounter.search.tokens import document_words

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

        row = json.loads(row_of(document))

        assert (row["uid"], row["make"], row["model"], row["vehicle_key"]) == (5, [8, 9], [], key)
        assert set(row["words"].split()) >= document_words((text, key))


def test_the_words_of_a_text_are_its_runs_and_their_pieces() -> None:
    found = document_words(("1R-1808 -a- b.c--d ", "Öl, ½″"))

    assert found == {"1r", "1808", "1r1808", "a", "b", "c", "d", "bcd", "ol", "12"}


def test_the_cursor_is_a_row_of_its_own() -> None:
    assert json.loads(cursor_row(17)) == {"uid": -1, "kind": 2, "cursor": 17}
