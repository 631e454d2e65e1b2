"""What a customer sees, before the customer asks."""

from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import customer_templates, inventory
from partscounter.domain.access import Credential, Product
from partscounter.domain.customer_templates import TemplateType
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.kit.clock import FixedClock
from partscounter.kit.money import parse_amount
from tests.make.access import make_credential
from tests.make.app import index_everything, make_searching_app
from tests.make.counter import TESTER, Counter
from tests.make.desk import Staffed, plain, staffed

TEMPLATES = {
    "pricing": [{"name": "Fleet", "rounding": 1, "steps": [{"percent_off": 10}]}],
    "availability": [{"name": "Fleet", "steps": [{"part_type": "Hood", "hidden": True}]}],
    "quantity": [{"name": "Fleet", "steps": [{"cap": 2}]}],
}


@pytest.fixture
def desk(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Staffed:
    made = staffed(make_searching_app(sqlite_database, clock, tmp_path))
    bring(made, made.own, "Alternator", "Hood")
    bring(made, made.other, "Bumper")
    index_everything(made.app)
    return made


@pytest.fixture
def shop(desk: Staffed) -> Credential:
    user = make_credential(desk.app.database, product=Product.INVENTORY, name="shop", all_dealers=True)

    def assign(tx: object) -> None:
        customer_templates.put_templates(tx, customer_templates.check_templates(TEMPLATES, "test"))  # type: ignore[arg-type]
        customer_templates.assign_template(
            tx,  # type: ignore[arg-type]
            credential_id=user.id,
            userid="user-TD00",
            types=list(TemplateType),
            name="Fleet",
        )

    desk.app.database.write(TESTER, assign)
    return user


def bring(desk: Staffed, counter: Counter, *names: str) -> None:
    price = Price(each=parse_amount("105.50"))
    fed = [
        FedItem(inventory_id=name, description=Description(part_name=name), quantity=5, price=price) for name in names
    ]
    desk.app.database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, fed))


@pytest.mark.usefixtures("shop")
def test_prices_and_quantities_stand_beside_the_plain_ones(desk: Staffed) -> None:
    page = plain(desk.clerk.get(f"/portal/customers/{desk.own.customer.id}/preview").text)

    assert "2 of 2 items, 1 of them hidden." in page
    assert "Alternator" in page
    assert "€105.50 €95.00 Fleet, step 1 5 2 Fleet, step 1" in page
    assert "Hood Dealer TD00 €105.50 hidden Fleet, step 1" in page
    assert "Bumper" not in page


def test_the_operator_sees_every_dealers_items(desk: Staffed, shop: Credential) -> None:
    at = f"/portal/customers/{desk.own.customer.id}/preview"

    assert "Bumper" in desk.operator.get(at).text
    assert "Alternator" not in desk.operator.get(at, params={"q": "bumper", "api_user": str(shop.id)}).text


@pytest.mark.usefixtures("shop")
def test_in_our_own_shop_only_defaults_count(desk: Staffed) -> None:
    at = f"/portal/customers/{desk.own.customer.id}/preview"

    page = plain(desk.clerk.get(at, params={"api_user": "0"}).text)

    assert "€105.50 €105.50 5 5" in page
    assert desk.clerk.get(at, params={"api_user": "99"}).status_code == 404
