"""The page that finds a code in a photo."""

import subprocess
import sys

import httpx
import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain.machines.labels import STOCKS, Label, LabelFormat, render_label
from partscounter.kit.clock import FixedClock
from tests.make.app import make_app
from tests.make.web import client

CODE = "CMDZ18G9RYCCW8Y"


@pytest.fixture
def visitor(sqlite_database: Database, clock: FixedClock) -> httpx.Client:
    return client(build_asgi(make_app(sqlite_database, clock)))


def photo_of(text: str) -> bytes:
    return render_label(Label(text, (CODE,)), STOCKS["single-50x50"], LabelFormat.PNG)


def test_the_form_works_without_a_script(visitor: httpx.Client) -> None:
    page = visitor.get("/scan").text

    assert 'enctype="multipart/form-data"' in page
    assert 'capture="environment"' in page
    assert "<script" not in page


def test_a_photo_leads_to_the_machine(visitor: httpx.Client) -> None:
    answer = visitor.post("/scan", files={"photo": ("label.png", photo_of(f"HTTPS://QR.CAT.COM/{CODE}"))})

    assert (answer.status_code, answer.headers["location"]) == (303, f"/{CODE}")


@pytest.mark.parametrize(
    ("photo", "problem", "sentence"),
    [
        (photo_of("WIFI:S:yard;;"), "no_code_in_photo", "hold the phone still"),
        (b"no picture", "unreadable_photo", "Send it as JPEG or PNG"),
        (b"", "unreadable_photo", "Send it as JPEG or PNG"),
    ],
)
def test_a_photo_without_a_code_leads_back(visitor: httpx.Client, photo: bytes, problem: str, sentence: str) -> None:
    answer = visitor.post("/scan", files={"photo": ("label.png", photo)})

    assert (answer.status_code, answer.headers["location"]) == (303, f"/scan?problem={problem}")
    assert sentence in visitor.get(answer.headers["location"]).text


def test_a_form_without_a_photo_leads_back(visitor: httpx.Client) -> None:
    assert visitor.post("/scan", data={"photo": "text"}).headers["location"] == "/scan?problem=unreadable_photo"


def test_a_photo_may_be_large_but_not_any_size(visitor: httpx.Client) -> None:
    large = visitor.post("/scan", files={"photo": ("label.png", photo_of(CODE) + bytes(2_000_000))})
    too_large = visitor.post("/scan", files={"photo": ("label.png", bytes(17 * 1024 * 1024))})

    assert (large.status_code, large.headers["location"]) == (303, f"/{CODE}")
    assert too_large.status_code == 413


@pytest.mark.parametrize("typed", ["cmdz18g9ryccw8y", " CMDZ1 8G9RY CCW8Y ", f"https://qr.cat.com/{CODE}"])
def test_a_typed_code_leads_to_the_machine(visitor: httpx.Client, typed: str) -> None:
    assert visitor.get("/scan", params={"code": typed}).headers["location"] == f"/{CODE}"


def test_a_typed_code_that_is_none_is_named(visitor: httpx.Client) -> None:
    answer = visitor.get("/scan", params={"code": "<b>"})

    assert answer.status_code == 400
    assert "fifteen digits and letters" in answer.text
    assert 'value="&lt;b&gt;"' in answer.text


def test_what_draws_and_reads_pictures_is_not_imported_at_the_start() -> None:
    program = "import sys, partscounter.asgi; print([n for n in ('PIL', 'zxingcpp', 'reportlab') if n in sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert found.stdout == "[]\n"
