"""What those who wait can see: the vendors of their web shop, without what templates hide from them."""

from functools import cached_property

from partscounter.database import ReadTx
from partscounter.domain import access, customer_templates, dealers
from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import EndUser, EndUserTerms, TemplateType
from partscounter.domain.dealers import Dealer
from partscounter.domain.inventory import Item, offer_of
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.want import Want

_OUR_OWN_SHOP = 0
"""No API user: nobody has assigned templates there, and the dealers' defaults count."""


class Sight:
    """For one transaction: API users, end users and sellers are loaded once each."""

    def __init__(self, tx: ReadTx) -> None:
        self._tx = tx
        self._users: dict[int, Credential] = {}
        self._terms: dict[EndUser, EndUserTerms] = {}
        self._sellers: dict[int, Dealer] = {}

    def sees(self, want: Want, item: Item) -> bool:
        """Whether the one who waits would find the item. Templates are those that are assigned at this moment."""
        credential_id = want.draft.wanted.credential_id
        if credential_id is not None and not self._is_vendor_of(credential_id, item):
            return False
        return not (self._is_anything_hidden and self._terms_of(want).hides(offer_of(item, self._seller(item))))

    @cached_property
    def _nameless(self) -> frozenset[int]:
        """Sellers without a vendor id are seen by no user of the inventory contract."""
        return dealers.list_dealers_without_vendor(self._tx)

    @cached_property
    def _is_anything_hidden(self) -> bool:
        """Most counters hide nothing from anybody; then nobody's templates need be looked up."""
        templates = customer_templates.list_templates(self._tx)
        return any(step.hidden for each in templates if each.type is TemplateType.AVAILABILITY for step in each.steps)

    def _is_vendor_of(self, credential_id: int, item: Item) -> bool:
        return item.dealer_id not in self._nameless and self._user(credential_id).sees_dealer(item.dealer_id)

    def _terms_of(self, want: Want) -> EndUserTerms:
        credential_id = want.draft.wanted.credential_id
        userid = sql.find_userid(self._tx, want.id) or _name_of_customer(want)
        if credential_id is None:
            end_user = EndUser(_OUR_OWN_SHOP, userid)
        else:
            end_user = customer_templates.end_user_of(self._user(credential_id), userid)
        if end_user not in self._terms:
            self._terms[end_user] = customer_templates.find_terms(self._tx, end_user)
        return self._terms[end_user]

    def _user(self, credential_id: int) -> Credential:
        if credential_id not in self._users:
            self._users[credential_id] = access.get_credential(self._tx, credential_id)
        return self._users[credential_id]

    def _seller(self, item: Item) -> Dealer:
        if item.dealer_id not in self._sellers:
            self._sellers |= dealers.load_dealers(self._tx, {item.dealer_id})
        return self._sellers[item.dealer_id]


def _name_of_customer(want: Want) -> str:
    """For a customer without an end-user id, who is named all the same: dealers' defaults count."""
    return "" if want.draft.waiting.customer_id is None else f"customer {want.draft.waiting.customer_id}"
