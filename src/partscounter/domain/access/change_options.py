"""Changes the switches of a credential that is there already."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential, OptionValue
from partscounter.domain.access.events import OptionsChanged
from partscounter.domain.access.hold import hold_credential


def change_options(tx: WriteTx, credential_id: int, changes: Mapping[str, OptionValue | None]) -> Credential:
    """The credential with these options; None takes one away, what is not named stays. Its next request feels it.

    What an option means only its contract knows: whoever asks has checked them there. Raises CredentialNotFound. If
    nothing changes, nothing is emitted.
    """
    before = hold_credential(tx, credential_id)
    named = {**before.options, **changes}
    after = {name: value for name, value in named.items() if value is not None}
    if after == before.options:
        return before
    store.set_options(tx, credential_id, after)
    tx.emit(OptionsChanged(before.id, before.product, before.name, changes))
    return replace(before, options=MappingProxyType(after))


def option_value(text: str) -> OptionValue:
    """What somebody typed, as it is stored: `true` and `false` are switches, all else is text."""
    return {"true": True, "false": False}.get(text, text)
