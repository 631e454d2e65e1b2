"""What an API user's options change, who sees what, and how every refusal looks to JSON and XML users."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from partscounter.domain.access import OptionValue
from partscounter.domain.inventory import Description, FedItem, Price, put_items
from partscounter.settings import LimitSettings, ServerSettings, Settings
from partscounter.wire.inventory import xml
from partscounter.wire.inventory.app import build_api
from tests.make.access import make_credential
from tests.make.app import index_everything, make_app
from tests.make.counter import TESTER
from tests.make.web import client
from tests.make.yard import Yard, basic, make_user

SEARCH = "/inventory/search/*/*/*"


def found(yard: Yard, user: str, query: str = "") -> list[str]:
    results = yard.client(user).get(f"{SEARCH}{query}").json()["results"]
    return [f"{each['vendor']['vendor_id']}:{each['vendor_inventory_id']}" for each in results]


def user_with(yard: Yard, **options: OptionValue) -> str:
    make_user(yard.app.database, "special", options=options, all_dealers=True)
    return "special"


def test_a_user_finds_only_its_own_vendors(seen_yard: Yard) -> None:
    assert found(seen_yard, "narrow") == ["7002:1"]
    assert found(seen_yard, "narrow", "?vendor=7001") == []
    assert found(seen_yard, "narrow", "?store=7001:1") == []
    assert found(seen_yard, "narrow", "?vendor=7001,7002") == ["7002:1"]


def test_lists_only_what_the_user_finds(seen_yard: Yard) -> None:
    narrow = seen_yard.client("narrow")

    types = narrow.get("/inventory/available/part_types").json()
    assert [each["part_type_name"] for each in types] == ["Engine Assembly"]
    vendors = narrow.get("/inventory/available/vendors").json()
    assert [(each["vendor"]["vendor_id"], each["vendor"]["vendor_store_id"]) for each in vendors] == [(7002, 1)]


def test_a_user_of_another_line_finds_that_line(sqlite_yard: Yard) -> None:
    assert found(sqlite_yard, user_with(sqlite_yard, line="yellow_iron")) == ["7001:yellow"]
    client = sqlite_yard.client("special")
    assert client.get("/inventory/details/7001/1/yellow").status_code == 200
    assert client.get("/inventory/details/7001/1/003896").status_code == 404
    assert sqlite_yard.client().get("/inventory/details/7001/1/yellow").status_code == 404


def test_a_seller_without_a_vendor_id_has_no_part_in_this_contract(sqlite_yard: Yard) -> None:
    make_user(sqlite_yard.app.database, "silent", dealer_ids=[sqlite_yard.stores["silent"].dealer_id])

    assert found(sqlite_yard, "silent") == []
    assert sqlite_yard.client("silent").get("/inventory/available/vendors").json() == []


def test_q_and_a_stand_in_results_for_users_who_asked_for_them(sqlite_yard: Yard) -> None:
    user = user_with(sqlite_yard, include_qa_in_search_results=True)

    results = sqlite_yard.client(user).get("/inventory/search/*/PETERBILT/*").json()["results"]
    assert results[0]["qa"] == {"HP": "450", "Color of block": "Red & black"}
    assert list(results[0])[-1] == "qa"


@pytest.mark.parametrize("value", [True, "true", "1", "on", "Yes"])
def test_suggestions_can_be_on_for_every_search(sqlite_yard: Yard, value: OptionValue) -> None:
    answer = sqlite_yard.client(user_with(sqlite_yard, show_suggested=value)).get("/inventory/search/*/FULLER/*").json()

    assert [each["part_name"] for each in answer["suggested_part_types"]] == ["Transmission Assembly"]


def test_legacy_details_have_q_and_a_at_the_top_and_documented_keys_win(sqlite_yard: Yard) -> None:
    about = Description(part_name="Hood", questions=(("HP", "1"), ("price", "trick"), ("vendor", "trick")))
    fed = FedItem("legacy", description=about, price=Price())
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["denver"], [fed]))

    details = sqlite_yard.client(user_with(sqlite_yard, legacy_details="1")).get("/inventory/details/7002/1/legacy")

    assert "qa" not in details.json()
    assert details.json()["HP"] == "1"
    assert details.json()["price"] == ""
    assert details.json()["vendor"]["vendor_id"] == 7002


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("*/*/*?result_size=30", 25),
        ("Hood/MACK/*?result_size=30&userid=1", 25),
        ("Hood/MACK/GRANITE?result_size=30", 25),
        ("Hood/MACK/GRANITE?result_size=30&userid=1", 30),
        ("Hood/MACK/GRANITE?result_size=all&userid=1", 40),
        ("Hood/MACK/GRANITE?result_size=all", 25),
        ("Cab%20Body/MACK/GRANITE?result_size=30&userid=1", 25),
        ("Cab%20Body/MACK/GRANITE?result_size=30&userid=1&year_range=2010", 30),
        ("Hood/MACK/GRANITE?result_size=3&userid=1", 3),
        ("Hood/MACK/GRANITE?result_size=3", 25),
    ],
)
def test_a_strict_user_gets_another_page_size_for_a_fully_specified_search_only(
    sqlite_yard: Yard, path: str, shown: int
) -> None:
    fed = [
        FedItem(
            f"{kind}{number}",
            description=Description(part_name=kind, vehicle_make="MACK", vehicle_model="GRANITE", year=2010),
        )
        for kind in ("Hood", "Cab Body")
        for number in range(40)
    ]
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["denver"], fed))
    index_everything(sqlite_yard.app)

    answer = sqlite_yard.client(user_with(sqlite_yard, strict_result_size=True)).get(f"/inventory/search/{path}").json()

    assert len(answer["results"]) == shown


def test_xml_has_the_same_names_and_list_members_in_the_singular(seen_yard: Yard) -> None:
    answer = seen_yard.client("webshop-xml").get("/inventory/search/*/PETERBILT/*?show_suggested=1")

    assert answer.headers["content-type"] == "application/xml"
    root = ET.fromstring(answer.content)  # noqa: S314 - our own answer
    assert root.tag == "response"
    assert [child.tag for child in root] == ["total_results", "total_pages", "results", "suggested_part_types"]
    assert root.findtext("results/result/vendor/vendor_id") == "7001"
    assert root.findtext("results/result/images/image") == "https://img.example/1.jpg"
    assert root.findtext("suggested_part_types/suggested_part_type/part_name") == "Engine Assembly"


def test_a_label_that_cannot_name_an_element_stands_in_an_attribute(seen_yard: Yard) -> None:
    answer = seen_yard.client("webshop-xml").get("/inventory/details/7001/1/003896")

    assert '<qa><HP>450</HP><entry label="Color of block">Red &amp; black</entry></qa>' in answer.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\r\nb\rc\td", "a\r\nb\rc\td"),
        ("\x01a\uffffb", "ab"),
        ("<&amp;>]]>\"'", "<&amp;>]]>\"'"),
        ("\u00a0\U0001f69a", "\u00a0\U0001f69a"),
    ],
)
def test_any_text_is_read_from_xml_as_it_was(text: str, read: str) -> None:
    told = ET.fromstring(xml.document({"plain": text, "no name": text}, "item"))  # noqa: S314 - our own

    assert [each.text for each in told] == [read, read]


def test_a_list_answers_xml_users_with_one_element_each(seen_yard: Yard) -> None:
    answer = seen_yard.client("webshop-xml").get("/inventory/available/categories")

    assert answer.text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<response>'
        + "".join(f"<category><category>{name}</category></category>" for name in ("CORE", "NEW", "REMANUFACTURED"))
        + "<category><category>USED</category></category></response>"
    )


def test_errors_are_xml_for_xml_users(seen_yard: Yard) -> None:
    answer = seen_yard.client("webshop-xml").get("/inventory/details/7001/1/nothing")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/xml"
    assert answer.text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<response><error><code>NOT_FOUND</code>'
        "<message>There is no such item.</message></error></response>"
    )


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/inventory/nothing", 404, "NOT_FOUND"),
        ("GET", "/inventory/search/*/*/", 404, "NOT_FOUND"),
        ("POST", "/inventory/feed", 405, "METHOD_NOT_ALLOWED"),
        ("OPTIONS", SEARCH, 405, "METHOD_NOT_ALLOWED"),
    ],
)
def test_what_is_no_address_is_told_in_the_users_format_too(
    sqlite_yard: Yard, method: str, path: str, status: int, code: str
) -> None:
    partner, shop = (sqlite_yard.client(user).request(method, path) for user in ("webshop-xml", "webshop"))
    stranger = client(build_api(sqlite_yard.app).asgi).request(method, path)

    assert [answer.status_code for answer in (partner, shop, stranger)] == [status] * 3
    assert partner.headers["content-type"] == "application/xml"
    assert f"<response><error><code>{code}</code><message>" in partner.text
    assert shop.json()["error"]["code"] == stranger.json()["error"]["code"] == code
    assert partner.headers.get("allow") == shop.headers.get("allow") == stranger.headers.get("allow")


@pytest.mark.parametrize("authorization", ["", basic("webshop", "wrong"), basic("nobody"), "Bearer abc", "Basic %%%"])
def test_without_a_good_credential_nothing_is_told(seen_yard: Yard, authorization: str) -> None:
    answer = client(build_api(seen_yard.app).asgi).get(SEARCH, headers={"authorization": authorization})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Basic realm="inventory", charset="UTF-8"'
    assert answer.json()["error"]["code"] == "UNAUTHENTICATED"
    assert set(answer.json()["error"]) == {"code", "message"}


def test_a_credential_of_another_product_is_not_known(sqlite_yard: Yard) -> None:
    make_credential(sqlite_yard.app.database, name="cat", secret="webshop-demo")

    assert sqlite_yard.client("cat").get(SEARCH).status_code == 401


def test_a_wrong_method_is_answered_with_the_right_ones(seen_yard: Yard) -> None:
    answer = seen_yard.client().post(SEARCH)

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.json() == {
        "error": {"code": "METHOD_NOT_ALLOWED", "message": "This address does not take POST, but GET and HEAD."}
    }


def test_a_user_who_asks_too_often_has_to_wait(sqlite_yard: Yard) -> None:
    few = Settings(limits=LimitSettings(requests_per_minute=1), server=sqlite_yard.app.settings.server)
    app = make_app(sqlite_yard.app.database, sqlite_yard.app.clock, few)  # type: ignore[arg-type]  # a fixed clock
    caller = client(build_api(app).asgi, authorization=basic("webshop"))

    assert caller.get(SEARCH).status_code == 200
    answer = caller.get(SEARCH)

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert answer.json() == {
        "error": {"code": "TOO_MANY_REQUESTS", "message": "There were too many requests; please wait."}
    }


def test_without_an_index_a_search_is_answered_as_not_available_now(sqlite_yard: Yard, tmp_path: Path) -> None:
    elsewhere = Settings(server=ServerSettings(data_dir=tmp_path / "empty"))
    app = make_app(sqlite_yard.app.database, sqlite_yard.app.clock, elsewhere)  # type: ignore[arg-type]  # a fixed clock

    answer = client(build_api(app).asgi, authorization=basic("webshop")).get(f"{SEARCH}?result_size=all")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"
    assert answer.json()["error"]["code"] == "UNAVAILABLE"
