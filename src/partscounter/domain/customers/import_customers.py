"""Taking customers in: all that a file says, or nothing of it. The same file again changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import dealers
from partscounter.domain.customers import store as sql
from partscounter.domain.customers.customer import Customer
from partscounter.domain.customers.events import CustomersImported
from partscounter.domain.customers.import_rows import CustomerDraft, CustomersRefused
from partscounter.domain.customers.profile import NO_PROFILE, CustomerProfile
from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Violation

_OWN = ("userid", "email", "family_name", "given_name", "title")
_ADDRESS = ("company", "street", "city", "state", "postal_code", "country", "phone")


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import does, or would do."""

    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Plan:
    added: Sequence[tuple[Mapping[str, object], CustomerProfile]]
    changed: Sequence[Customer]
    profiles: Mapping[int, CustomerProfile]
    """Of customers who are known."""
    counts: ImportCounts


def check_import(tx: ReadTx, drafts: Sequence[CustomerDraft]) -> ImportCounts:
    """What `import_customers` would do now; refuses as it would."""
    return _plan(tx, drafts).counts


def import_customers(tx: WriteTx, drafts: Sequence[CustomerDraft]) -> ImportCounts:
    """Add and change the customers; those that the file does not name stay, and so does what it leaves blank.

    Customers are held first: of two imports at once the second sees what the first did. Refuses with CustomersRefused
    for unknown vendors, and for an end-user id that another customer has.
    """
    sql.hold_customers(tx)
    plan = _plan(tx, drafts)
    added = dict(
        zip(sql.insert_customers(tx, [each for each, _ in plan.added]), (p for _, p in plan.added), strict=True)
    )
    for after in plan.changed:
        sql.update_customer(tx, after)
    sql.put_profiles(tx, {**added, **plan.profiles})
    if plan.counts.added or plan.counts.changed:
        tx.emit(CustomersImported(plan.counts.added, plan.counts.changed))
    return plan.counts


def _plan(tx: ReadTx, drafts: Sequence[CustomerDraft]) -> _Plan:
    sellers = {
        each.vendor_id: each.id for each in dealers.list_dealers_by_vendor(tx, {draft.vendor_id for draft in drafts})
    }
    _refuse_unknown_vendors(drafts, sellers)
    known = {
        (customer.dealer_id, customer.code): customer for customer in sql.customers_of_dealers(tx, sellers.values())
    }
    present = [known.get((sellers[draft.vendor_id], draft.code)) for draft in drafts]
    _refuse_taken_userids(tx, drafts, present)
    profiles = sql.load_profiles_of_dealers(tx, sellers.values())
    added: list[tuple[Mapping[str, object], CustomerProfile]] = []
    changed: list[Customer] = []
    new_profiles: dict[int, CustomerProfile] = {}
    unchanged = 0
    for draft, before in zip(drafts, present, strict=True):
        if before is None:
            added.append((_new(draft, sellers[draft.vendor_id]), _profile(draft, NO_PROFILE)))
            continue
        after, had = _with(before, draft), profiles.get(before.id, NO_PROFILE)
        has = _profile(draft, had)
        if after != before:
            changed.append(after)
        if has != had:
            new_profiles[before.id] = has
        unchanged += after == before and has == had
    counts = ImportCounts(len(added), len(drafts) - len(added) - unchanged, unchanged)
    return _Plan(added, changed, new_profiles, counts)


def _refuse_unknown_vendors(drafts: Sequence[CustomerDraft], sellers: Mapping[str | None, int]) -> None:
    wrong = [
        Violation(f"line {draft.line}, column vendor_id", f"there is no vendor {draft.vendor_id!r}")
        for draft in drafts
        if draft.vendor_id not in sellers
    ]
    if wrong:
        raise CustomersRefused("Some vendors are not known", tuple(wrong))


def _refuse_taken_userids(tx: ReadTx, drafts: Sequence[CustomerDraft], present: Sequence[Customer | None]) -> None:
    """An end-user id is one customer's in the whole instance."""
    owners = sql.owners_of_userids(tx, [draft.cells["userid"] for draft in drafts if draft.cells["userid"]])
    lines: dict[str, int] = {}
    wrong = []
    for draft, own in zip(drafts, present, strict=True):
        userid = draft.cells["userid"]
        if not userid:
            continue
        if userid in lines:
            wrong.append(_taken(draft, f"stands on line {lines[userid]} too"))
        elif userid in owners and (own is None or owners[userid] != own.id):
            wrong.append(_taken(draft, "is another customer's"))
        lines.setdefault(userid, draft.line)
    if wrong:
        raise CustomersRefused("Some end-user ids are taken", tuple(wrong))


def _taken(draft: CustomerDraft, why: str) -> Violation:
    return Violation(f"line {draft.line}, column userid", f"{draft.cells['userid']!r} {why}")


def _new(draft: CustomerDraft, dealer_id: int) -> Mapping[str, object]:
    cells = draft.cells
    return {
        **{name: cells[name] for name in _OWN},
        "userid": cells["userid"] or None,
        "dealer_id": dealer_id,
        "code": draft.code,
        "language": cells["language"].lower() or "en",
        "invoice_address": PostalAddress(**{name: cells[name] for name in _ADDRESS}).to_data(),
        "muted": [],
    }


def _with(customer: Customer, draft: CustomerDraft) -> Customer:
    """The customer with what the file says."""
    own = {name: draft.cells[name] for name in _OWN if draft.cells[name]}
    address = {name: draft.cells[name] for name in _ADDRESS if draft.cells[name]}
    return replace(
        customer,
        **own,  # type: ignore[arg-type]  # every one of them is a text
        language=draft.cells["language"].lower() or customer.language,
        invoice_address=customer.invoice_address._replace(**address),
    )


def _profile(draft: CustomerDraft, had: CustomerProfile) -> CustomerProfile:
    places = {place.code: place for place in had.places}
    for place in draft.places:
        known = places.get(place.code, PostalAddress())
        places[place.code] = known._replace(**place.to_data())
    return CustomerProfile(
        type=draft.cells["customer_type"] or had.type,
        price_code=draft.cells["price_code"] or had.price_code,
        territories=draft.territories or had.territories,
        places=tuple(places.values()),
    )
