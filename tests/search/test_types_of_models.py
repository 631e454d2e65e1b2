"""Part types of models have lists of their own: found there is what both conditions find, of few and of many."""

from itertools import product
from pathlib import Path

import pytest

from partscounter.search import Batch, Field, Filter, SortKey, TantivyReader, TantivyWriter
from tests.make.search import a_document

TYPES = range(1, 10)
MODELS = range(1, 10)


@pytest.mark.parametrize(("types", "models"), [(1, 1), (2, 1), (8, 8), (9, 8), (9, 9)])
def test_an_item_is_found_where_both_its_type_and_one_of_its_models_are_wanted(
    tmp_path: Path, types: int, models: int
) -> None:
    documents = {
        uid: a_document(uid, part_type_id=part_type, model_ids=(model, 30 + model) if uid % 3 else (), make_ids=(4,))
        for uid, (part_type, model) in enumerate(product(TYPES, MODELS), start=1)
    }
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(tuple(documents.values())), 1)
    view = TantivyReader(tmp_path).view()
    wanted = Filter(part_types=frozenset(TYPES[:types]), models=frozenset(30 + model for model in MODELS[:models]))

    expected = [
        uid
        for uid, one in documents.items()
        if one.part_type_id <= types and set(one.model_ids) & (wanted.models or set())
    ]
    assert view.top(wanted, SortKey.PRICE, descending=False, offset=0, limit=100) == (len(expected), expected)
    assert view.count_by(Field.MAKE, wanted._replace(makes=frozenset({4}))) == {4: len(expected)}
    assert view.count_by(Field.MAKE, wanted._replace(makes=frozenset({5}))) == {}
    assert expected


def test_a_type_and_a_model_are_not_mistaken_for_others_with_the_same_digits(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        documents = (a_document(1, part_type_id=1, model_ids=(11,)), a_document(2, part_type_id=11, model_ids=(1,)))
        writer.apply(Batch(documents), 1)

    wanted = Filter(part_types=frozenset({11}), models=frozenset({1}))

    page = TantivyReader(tmp_path).view().top(wanted, SortKey.PRICE, descending=False, offset=0, limit=9)
    assert page == (1, [2])
