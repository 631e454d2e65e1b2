"""Service kits in the portal: everybody looks, those who run a dealer change them."""

import pytest

from partscounter.app import App
from partscounter.domain import machines
from partscounter.domain.machines import Kit, KitPart
from tests.make.desk import Staffed, staffed

GIVEN = {"make": "CAT", "model": "926M", "hours": "500", "name": "", "parts": "2 1R-1808 Engine oil filter\n1R-0749"}


@pytest.fixture
def desk(app: App) -> Staffed:
    return staffed(app)


def kits(desk: Staffed) -> list[Kit]:
    with desk.app.database.read() as tx:
        return machines.list_kits(tx)


def test_a_kit_is_added_changed_and_removed(desk: Staffed) -> None:
    added = desk.manager.submit("/portal/machines/kits/new", **GIVEN)
    (kit,) = kits(desk)
    assert (added.headers["location"], kit.make, kit.hours) == ("/portal/machines/kits?done=saved", "CAT", 500)
    assert kit.parts == (KitPart("1R-1808", 2, "Engine oil filter"), KitPart("1R-0749", 1, ""))
    page = desk.manager.get(f"/portal/machines/kits/{kit.id}").text
    assert "2 1R-1808 Engine oil filter\n1 1R-0749</textarea>" in page

    desk.manager.submit(f"/portal/machines/kits/{kit.id}", **(GIVEN | {"hours": "1000", "parts": "3 x 1R-1808"}))
    (changed,) = kits(desk)
    assert (changed.hours, changed.parts) == (1000, (KitPart("1R-1808", 3),))
    assert "1,000" in desk.clerk.get("/portal/machines/kits?q=926-m").text
    assert "No kit fits." in desk.clerk.get("/portal/machines/kits?q=zzz").text

    at = f"/portal/machines/kits/{changed.id}"
    desk.manager.submit(f"{at}/remove", on=at)
    assert kits(desk) == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"make": "-"}, "make"),
        ({"hours": "1.5"}, "hours"),
        ({"parts": ""}, "parts"),
        ({"parts": "0 1R-1808"}, "parts"),
        ({"parts": "1 1R-1808\n2 1r1808"}, "parts"),
    ],
)
def test_what_is_no_kit_is_refused_at_its_field(desk: Staffed, given: dict[str, str], field: str) -> None:
    answer = desk.manager.submit("/portal/machines/kits/new", **(GIVEN | given))

    assert (answer.status_code, f'id="error-{field}"' in answer.text) == (400, True)
    assert kits(desk) == []


def test_a_kit_does_not_take_the_place_of_another(desk: Staffed) -> None:
    desk.manager.submit("/portal/machines/kits/new", **GIVEN)
    before = kits(desk)

    answer = desk.manager.submit("/portal/machines/kits/new", **(GIVEN | {"model": "926-M", "parts": "1 X"}))

    assert (answer.status_code, kits(desk)) == (409, before)


def test_a_clerk_looks_only(desk: Staffed) -> None:
    desk.manager.submit("/portal/machines/kits/new", **GIVEN)
    (kit,) = kits(desk)

    assert desk.clerk.get(f"/portal/machines/kits/{kit.id}").status_code == 403
    answer = desk.clerk.submit(f"/portal/machines/kits/{kit.id}", on="/portal/machines/new", **GIVEN)
    assert (answer.status_code, kits(desk)) == (403, [kit])
