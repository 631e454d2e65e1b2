"""What a language has to say to a customer who asked for something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadWording:
    """One language. `{title}` is what was asked for, in the customer's own words; `{headline}` and `{count}` are filled
    in as well."""

    language: str
    """Two letters (ISO 639-1)."""
    colon: str
    subject: str
    request: str
    """The headline of the mail that a part request came in."""
    request_text: str
    inquiry: str
    inquiry_text: str
    part_type: str
    make: str
    model: str
    year: str
    item_number: str
    seller: str
    found: str
    """The headline of the mail that something came in."""
    found_text: str
    more: str
    end: str
    """The words of the link that ends the waiting."""
    end_title: str
    end_question: str
    end_button: str
    ended: str
