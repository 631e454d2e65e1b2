"""Changing one kit, as somebody types it: its parts are lines such as `2 1R-1808 Engine oil filter`."""

import re
from collections.abc import Mapping
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain.machines.kits import store as sql
from partscounter.domain.machines.kits.errors import InvalidKit, KitTaken
from partscounter.domain.machines.kits.kit import Kit, KitPart
from partscounter.kit.refusal import Violation
from partscounter.kit.text import squash

LONGEST: Final = 200
MOST_UNITS: Final = 10_000
MOST_HOURS: Final = 999_999
_PART: Final = re.compile(r"(?:([0-9]{1,5})\s*[x\u00d7]?\s+)?(\S+)(?:\s+(.*))?")
_HOURS: Final = re.compile("[0-9]{1,6}")


def edit_kit(tx: WriteTx, texts: Mapping[str, str], kit_id: int | None = None) -> None:
    """Have the kit that `texts` describe (make, model, hours, name, parts), in place of the one with `kit_id`.

    Refuses with InvalidKit naming every fault, and with KitTaken where there is another kit for the same. Of two
    changes at once the later one counts.
    """
    kit = read_kit(texts)
    same = next(
        (each for each in sql.kits(tx, squash(kit.make), squash(kit.model)) if key_of(each) == key_of(kit)), None
    )
    if same is not None and same.id != kit_id:
        raise KitTaken("There is a kit for this make, model, hours and name already.")
    before = None if kit_id is None else sql.find_kit(tx, kit_id)
    if before is not None and key_of(before) != key_of(kit):
        remove_kit(tx, before)
    sql.put_kit(tx, kit)


def remove_kit(tx: WriteTx, kit: Kit) -> None:
    """The kit is gone."""
    sql.delete_kit(tx, kit.id)


def read_kit(texts: Mapping[str, str]) -> Kit:
    """The kit that `texts` describe; refuses with InvalidKit."""
    wrong: list[Violation] = []
    said = {name: " ".join(texts.get(name, "").split()) for name in ("make", "model", "hours", "name")}
    wrong += [Violation(name, "is required") for name in ("make", "model") if not squash(said[name])]
    wrong += [
        Violation(name, f"must be printable text of at most {LONGEST} characters", text)
        for name, text in said.items()
        if len(text) > LONGEST or not text.isprintable()
    ]
    if not _HOURS.fullmatch(said["hours"] or "0"):
        wrong.append(Violation("hours", f"must be a whole number from 0 to {MOST_HOURS}", said["hours"]))
    parts = _parts(texts.get("parts", ""), wrong)
    if wrong:
        raise InvalidKit("The kit cannot be kept like this.", tuple(wrong))
    return Kit(said["make"], said["model"], int(said["hours"] or "0"), said["name"], parts)


def texts_of_kit(kit: Kit) -> dict[str, str]:
    """The texts that `read_kit` would read as this kit."""
    parts = [f"{part.quantity} {part.part_number} {part.description}".strip() for part in kit.parts]
    return {
        "make": kit.make,
        "model": kit.model,
        "hours": str(kit.hours),
        "name": kit.name,
        "parts": "\n".join(parts),
    }


def key_of(kit: Kit) -> tuple[str, str, int, str]:
    """What a kit is known by."""
    return squash(kit.make), squash(kit.model), kit.hours, kit.name


def _parts(text: str, wrong: list[Violation]) -> tuple[KitPart, ...]:
    parts: dict[str, KitPart] = {}
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), start=1):
        found = _PART.fullmatch(line)
        units = int(found[1] or "1") if found else 0
        if found is None or not 1 <= units <= MOST_UNITS or len(line) > LONGEST or not line.isprintable():
            wrong.append(Violation("parts", f"line {number} is not a quantity, a part number and what it is", line))
        elif squash(found[2]) in parts:
            wrong.append(Violation("parts", f"line {number} names {found[2]} again", line))
        else:
            parts[squash(found[2])] = KitPart(found[2], units, found[3] or "")
    if not parts and not wrong:
        wrong.append(Violation("parts", "name one part at least"))
    return tuple(parts.values())
