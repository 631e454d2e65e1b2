"""Credentials in the portal: made, changed, rotated, and seen by those only who run their dealers."""

import re
from datetime import timedelta

import pytest

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.domain import access
from partscounter.domain.access import AuthenticationFailed, Credential, Product
from partscounter.domain.accounts import Role
from partscounter.kit.clock import FixedClock
from tests.make.access import SECRET, emitted, make_credential, make_dealers, read_credential
from tests.make.accounts import Browser, browser, make_account

LIST = "/portal/credentials"
NEW = f"{LIST}/new"
_SECRET = re.compile(r'<code id="secret">([^<]+)</code>')


def page_of(credential: Credential, part: str = "") -> str:
    return f"{LIST}/{credential.id}{part}"


@pytest.fixture
def operator(app: App) -> Browser:
    return somebody(app, Role.OPERATOR)


@pytest.fixture
def manager(app: App) -> Browser:
    """Of the dealers 1 and 2; dealer 3 is another's."""
    make_dealers(app.database, 1, 2, 3)
    return somebody(app, Role.MANAGER, 1, 2)


def somebody(app: App, role: Role, *dealer_ids: int) -> Browser:
    make_account(app.database, role, dealer_ids=dealer_ids)
    person = browser(build_asgi(app))
    person.sign_in()
    return person


def all_credentials(app: App) -> tuple[Credential, ...]:
    with app.database.read() as tx:
        return access.list_credentials(tx)


def test_a_stranger_is_sent_to_sign_in_and_a_clerk_away(app: App) -> None:
    make_dealers(app.database, 1)
    stranger, clerk = browser(build_asgi(app)), somebody(app, Role.CLERK, 1)

    assert stranger.get(LIST).headers["location"] == "/sign-in?next=%2Fportal%2Fcredentials"
    assert clerk.get(LIST).status_code == 403
    assert clerk.get("/portal").text.count("Credentials") == 0


def test_an_operator_makes_one_and_sees_its_secret_once(app: App, operator: Browser) -> None:
    make_dealers(app.database, 1)

    shown = operator.submit(
        NEW,
        on=f"{NEW}?product=inventory",
        **{
            "product": "inventory",
            "name": "shop",
            "dealers": "1",
            "requests_per_minute": "90",
            "option-format": "xml",
            "option-show_suggested": "true",
            "option-filters": "category=USED",
        },
    )

    found = _SECRET.search(shown.text)
    assert (shown.status_code, shown.headers["cache-control"]) == (200, "no-store")
    assert found is not None
    known = app.authenticator.basic(Product.INVENTORY, "shop", found[1])
    assert (known.dealer_ids, known.requests_per_minute) == (frozenset({1}), 90)
    assert known.options == {"format": "xml", "show_suggested": True, "filters": "category=USED"}
    assert found[1] not in operator.get(page_of(known)).text
    assert f"-u shop:{found[1]}" in shown.text


@pytest.mark.parametrize("product", list(Product))
def test_each_product_has_its_form_and_its_command(app: App, operator: Browser, product: Product) -> None:
    form = operator.get(f"{NEW}?product={product}")
    credential = make_credential(app.database, product=product, all_dealers=True)

    assert form.status_code == 200
    assert ("stock/write" in form.text) == (product is Product.STOCK)
    assert "curl -s -i" in operator.get(page_of(credential)).text


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"name": "a:b"}, 400, "must not contain a colon"),
        ({"name": ""}, 400, "must be 1 to 200 printable characters"),
        ({"name": "td00-demo"}, 409, "is taken"),
        ({"name": "x", "requests_per_minute": "many"}, 400, "must be a whole number from 1"),
        ({"name": "x", "requests_per_minute": "2000000"}, 400, "must be at most 1000000"),
        ({"name": "x", "option-filters": "colour=red"}, 400, "&#39;colour&#39; is none of"),
        ({"name": "x", "dealers": "77"}, 400, "no such dealer"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    app: App, operator: Browser, fields: dict[str, str], status: int, said: str
) -> None:
    known = make_credential(app.database, product=Product.INVENTORY)

    answer = operator.submit(NEW, on=f"{NEW}?product=inventory", product="inventory", **fields)

    assert answer.status_code == status
    assert said in answer.text
    assert f'value="{fields["name"]}"' in answer.text
    assert all_credentials(app) == (known,)


def test_limits_and_options_are_changed(app: App, operator: Browser) -> None:
    known = make_credential(
        app.database,
        product=Product.KEYLOOP,
        scopes=["api.orders/create", "of.old"],
        options={"numeric_expires_in": True},
    )

    answer = operator.submit(
        page_of(known, "/settings"),
        on=page_of(known),
        **{
            "scopes": ["api.orders/read", "made.up"],
            "requests_per_minute": "7",
            "option-single_part_as_object": "true",
        },
    )

    changed = read_credential(app.database, known.id)
    assert (answer.status_code, answer.headers["location"]) == (303, page_of(known, "?done=settings"))
    assert changed.scopes == frozenset({"api.orders/read", "of.old"})
    assert (changed.requests_per_minute, changed.options) == (7, {"single_part_as_object": True})
    assert "It is saved; the next request feels it." in operator.get(answer.headers["location"]).text


def test_a_wrong_option_changes_nothing(app: App, operator: Browser) -> None:
    known = make_credential(app.database, product=Product.INVENTORY, requests_per_minute=5)

    answer = operator.submit(
        page_of(known, "/settings"), on=page_of(known), **{"requests_per_minute": "9", "option-line": "boats"}
    )

    assert answer.status_code == 400
    assert "none of" in answer.text
    assert 'name="requests_per_minute" type="text" value="9"' in answer.text
    assert read_credential(app.database, known.id) == known


def test_dealers_are_exactly_those_that_are_ticked(app: App, operator: Browser) -> None:
    make_dealers(app.database, 1, 2, 3)
    known = make_credential(app.database, dealer_ids=[1, 2], all_dealers=True)

    operator.submit(page_of(known, "/dealers"), on=page_of(known), dealers=["2", "3"])

    changed = read_credential(app.database, known.id)
    assert (changed.dealer_ids, changed.all_dealers) == (frozenset({2, 3}), False)


def test_a_rotated_secret_leaves_the_old_one_its_grace(app: App, clock: FixedClock, operator: Browser) -> None:
    known = make_credential(app.database)

    shown = operator.submit(page_of(known, "/rotate"), on=page_of(known), grace="1")

    found = _SECRET.search(shown.text)
    assert found is not None
    for secret in (SECRET, found[1]):
        assert app.authenticator.client(Product.CAT, known.name, secret).id == known.id
    clock.advance(timedelta(hours=1))
    with pytest.raises(AuthenticationFailed):
        app.authenticator.client(Product.CAT, known.name, SECRET)


def test_one_is_disabled_and_enabled_again(app: App, operator: Browser) -> None:
    known = make_credential(app.database)

    operator.submit(page_of(known, "/disable"), on=page_of(known))
    disabled = read_credential(app.database, known.id).enabled
    operator.submit(page_of(known, "/enable"), on=page_of(known))

    assert (disabled, read_credential(app.database, known.id).enabled) == (False, True)
    assert [kind for kind, subject, _ in emitted(app.database) if subject.startswith("credential")] == [
        "credential.created",
        "credential.disabled",
        "credential.enabled",
    ]


def test_a_manager_sees_the_credentials_of_the_own_dealers_only(app: App, manager: Browser) -> None:
    own = make_credential(app.database, name="own", dealer_ids=[1, 2])
    foreign = [
        make_credential(app.database, name="beyond", dealer_ids=[1, 3]),
        make_credential(app.database, name="everything", all_dealers=True),
        make_credential(app.database, name="nothing"),
    ]

    listed = manager.get(LIST).text

    assert ("own" in listed, "beyond" in listed, "everything" in listed) == (True, False, False)
    assert manager.get(page_of(own)).status_code == 200
    for each in foreign:
        assert manager.get(page_of(each)).status_code == 404
        assert manager.get(page_of(each, "/requests")).status_code == 404


@pytest.mark.parametrize("part", ["settings", "dealers", "rotate", "disable", "enable"])
def test_a_manager_changes_no_foreign_credential(app: App, manager: Browser, part: str) -> None:
    foreign = make_credential(app.database, name="beyond", dealer_ids=[3])

    answer = manager.submit(page_of(foreign, f"/{part}"), on=LIST + "/new?product=cat", dealers="1")

    assert answer.status_code == 404
    assert read_credential(app.database, foreign.id) == foreign


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"dealers": "3"}, 404),
        ({"dealers": "1", "all_dealers": "yes"}, 403),
        ({}, 400),
    ],
)
def test_a_manager_gives_no_more_than_the_own_dealers(
    app: App, manager: Browser, fields: dict[str, str], status: int
) -> None:
    known = make_credential(app.database, name="own", dealer_ids=[1])

    changed = manager.submit(page_of(known, "/dealers"), on=page_of(known), **fields)
    made = manager.submit(NEW, on=f"{NEW}?product=cat", product="cat", name="more", **fields)

    assert (changed.status_code, made.status_code) == (status, status)
    assert all_credentials(app) == (known,)


def test_a_manager_makes_no_administrator(app: App, manager: Browser) -> None:
    manager.submit(NEW, on=f"{NEW}?product=ecat", product="ecat", name="own", dealers="1", is_admin="yes")

    (made,) = all_credentials(app)
    assert (made.name, made.is_admin) == ("own", False)


def test_the_list_is_searched_and_paged(app: App, operator: Browser) -> None:
    for number in range(51):
        make_credential(app.database, name=f"client-{number:02}")
    first = operator.get(LIST).text
    more = re.search(r'href="([^"]+)">Next page', first)

    assert more is not None
    assert ("client-49" in first, "client-50" in first) == (True, False)
    assert "client-50" in operator.get(more[1].replace("&amp;", "&")).text
    assert "No credential is like that." in operator.get(f"{LIST}?text=nobody").text
    assert operator.get(f"{LIST}?text=CLIENT-07").text.count('scope="row"') == 1


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "x", "-1"])
def test_there_is_nothing_at_odd_numbers(operator: Browser, number: str) -> None:
    assert operator.get(f"{LIST}/{number}").status_code == 404


def test_signing_keys_are_for_operators(app: App, manager: Browser) -> None:
    assert manager.get(f"{LIST}/keys").status_code == 403
    assert manager.submit(f"{LIST}/keys", on=f"{NEW}?product=cat", old="keep").status_code == 403
    with app.database.read() as tx:
        assert access.list_signing_keys(tx) == []


def test_a_new_key_keeps_the_old_tokens_unless_that_is_ticked(app: App, operator: Browser) -> None:
    make_credential(app.database)
    token = app.authenticator.issue_token(app.authenticator.client(Product.CAT, "td00-demo", SECRET)).access_token

    unsure = operator.submit(f"{LIST}/keys", old="forget")
    rotated = operator.submit(f"{LIST}/keys", old="keep")

    with app.database.read() as tx:
        keys = access.list_signing_keys(tx)
    assert [answer.headers["location"][-6:] for answer in (unsure, rotated)] == ["unsure", "otated"]
    assert [key.retired_at is None for key in keys] == [True, False]
    assert app.authenticator.bearer(Product.CAT, token).name == "td00-demo"
    operator.submit(f"{LIST}/keys", old="forget", sure="yes")
    with app.database.read() as tx:
        assert len(access.list_signing_keys(tx)) == 1
