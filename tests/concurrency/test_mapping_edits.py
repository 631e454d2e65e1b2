"""Words of one mapping, changed by several at once."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import mappings
from partscounter.domain.access import Product
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import MappingChanged, ValueEdit
from tests.make.access import OPERATOR, make_credential
from tests.make.at_once import at_once


def test_of_edits_that_saw_the_same_mapping_one_is_saved(database: Database) -> None:
    user = make_credential(database, product=Product.INVENTORY, name="shop", all_dealers=True).id
    with database.read() as tx:
        version = mappings.mapping_version(mappings.list_rows(tx, user))
    edits = [ValueEdit(NameKind.MAKE, "", word, ("CAT",)) for word in ("Kitty", "Katze", "Chat", "Gato")]

    outcomes = at_once(
        *(
            partial(
                database.write,
                OPERATOR,
                partial(mappings.edit_mapping, credential_id=user, edit=edit, version=version),
            )
            for edit in edits
        )
    )

    assert sum(isinstance(outcome, MappingChanged) for outcome in outcomes) == len(edits) - 1
    with database.read() as tx:
        assert len(mappings.list_values(tx, user, NameKind.MAKE)) == 1
