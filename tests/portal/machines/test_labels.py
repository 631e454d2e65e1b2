"""Labels and codes in the portal: what is shown and downloaded says what it should, read by another decoder."""

import io

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from partscounter.app import App
from partscounter.domain import assets
from tests.make.counter import TESTER
from tests.make.desk import Staffed, plain, staffed
from tests.make.web import BASE_URL

CODE = "CMDZ18G9RYCCW8Y"


@pytest.fixture
def desk(app: App) -> Staffed:
    made = staffed(app)
    app.database.write(
        TESTER,
        lambda tx: assets.associate_asset(tx, qr_code=CODE, serial_number="F2600123", originator="TD00", model="926M"),
    )
    return made


def texts_in(picture: bytes) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def test_the_preview_is_the_label_in_its_size(desk: Staffed) -> None:
    page = desk.clerk.get("/portal/machines/labels", params={"code": CODE, "stock": "single-50x50"}).text

    source = f"/portal/machines/{CODE}/label.svg?stock=single-50x50"
    assert f'<img src="{source}" width="189" height="189" alt="Label of CAT 926M F2600123">' in page
    assert "have the operator set" in page
    drawn = desk.clerk.get(source)
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert 'width="50mm" height="50mm"' in drawn.text
    assert f">{CODE}<" in drawn.text


def test_the_picture_reads_as_the_machines_address(desk: Staffed) -> None:
    saved = desk.clerk.get(f"/portal/machines/{CODE}/label.png", params={"stock": "a4-24", "save": "1"})

    assert saved.headers["content-disposition"] == f'attachment; filename="{CODE}.png"'
    assert texts_in(saved.content) == [f"{BASE_URL.upper()}/{CODE}"]
    assert desk.clerk.get(f"/portal/machines/{CODE}/label.gif").status_code == 404


def test_sheets_hold_every_label_after_those_that_were_used(desk: Staffed) -> None:
    desk.clerk.submit("/portal/machines/codes", count="24")
    page = desk.clerk.get("/portal/machines/labels", params={"free": "1", "code": CODE, "skip": "2"})
    assert "25 labels" in plain(page.text)
    assert "PDF, 2 sheets" in plain(page.text)

    saved = desk.clerk.get("/portal/machines/labels.pdf", params={"free": "1", "code": CODE, "skip": "2"})

    document = pypdfium2.PdfDocument(saved.content)
    assert (saved.headers["content-type"], len(document)) == ("application/pdf", 2)


def test_codes_are_made_in_advance_and_lead_to_the_form(desk: Staffed) -> None:
    answer = desk.clerk.submit("/portal/machines/codes", count="3")

    assert answer.headers["location"] == "/portal/machines/codes?done=3"
    with desk.app.database.read() as tx:
        free = assets.list_free_codes(tx)
    assert [each.made_by for each in free] == ["clerk-1@parts.example"] * 3
    scanned = desk.clerk.get("/portal/machines/scan", params={"code": f"https://x.example/{free[0].code}"})
    assert scanned.headers["location"] == f"/portal/machines/new?code={free[0].code}"
    assert f'value="{free[0].code}"' in desk.clerk.get(scanned.headers["location"]).text


@pytest.mark.parametrize("count", ["", "0", "481", "x", "-1", "9" * 9])
def test_no_other_number_of_codes_is_made(desk: Staffed, count: str) -> None:
    answer = desk.clerk.submit("/portal/machines/codes", count=count)

    assert (answer.status_code, "From 1 to 480 codes" in answer.text) == (400, True)
    with desk.app.database.read() as tx:
        assert assets.list_free_codes(tx) == []


def test_a_photo_leads_to_the_machine_in_the_portal(desk: Staffed) -> None:
    photo = desk.clerk.get(f"/portal/machines/{CODE}/label.png").content

    sent = desk.clerk.post("/scan", data={"for": "portal"}, files={"photo": ("label.png", photo, "image/png")})

    assert sent.headers["location"] == f"/portal/machines/scan?code={CODE}"
    assert desk.clerk.get(sent.headers["location"]).headers["location"] == f"/portal/machines/{CODE}"


def test_a_photo_without_a_code_comes_back_to_the_form(desk: Staffed) -> None:
    sent = desk.clerk.post("/scan", data={"for": "portal"}, files={"photo": ("x.png", b"no picture", "image/png")})

    assert sent.headers["location"] == "/portal/machines/scan?problem=unreadable_photo"
    assert "The photo cannot be read." in desk.clerk.get(sent.headers["location"]).text


def test_without_a_choice_the_page_says_what_to_do(desk: Staffed) -> None:
    answer = desk.clerk.get("/portal/machines/labels")

    assert (answer.status_code, "No label was chosen" in answer.text) == (404, True)
    assert desk.clerk.get("/portal/machines/labels.pdf").status_code == 404
