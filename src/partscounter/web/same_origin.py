"""Whether a form was sent from a page of this program, for doors whose visitors a foreign page could act for."""

from starlette.datastructures import Headers


def is_same_origin(headers: Headers, base_url: str) -> bool:
    """By the Sec-Fetch-Site header, or by Origin where a browser does not send it; neither is a refusal.

    `base_url` is the address that was called, such as `https://counter.example`.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return headers.get("origin") == base_url
