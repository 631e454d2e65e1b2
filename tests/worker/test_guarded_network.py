"""Nothing leads into the operator's own network: by no kind of address, and by no name that changes its mind."""

from collections.abc import Sequence

import pytest

from partscounter.worker.guarded_network import is_public, leads_inside
from partscounter.worker.poster import Poster
from tests.make.receiver import run_receiver

NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104 - to be refused
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "not an address",
    "",
]


class Resolver:
    """Answers with one list of addresses after another, and counts."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = answers
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        return self._answers[min(len(self.asked), len(self._answers)) - 1]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "100.128.0.1", "172.32.0.1", "2606:4700::1111"])
def test_is_public(address: str) -> None:
    assert is_public(address)


def test_a_name_with_one_private_address_is_refused() -> None:
    resolver = Resolver(["8.8.8.8", "10.0.0.1"])

    outcome = Poster(allow_private=False, resolve=resolver).post("http://receiver.example/", b"{}", {})

    assert (outcome.status, outcome.error) == (None, "Not sent: the host has an address that is not public.")


def test_connects_to_the_address_that_was_checked() -> None:
    """The second answer, that a rebinding name would give, is never asked for."""
    with run_receiver() as receiver:
        resolver = Resolver(["127.0.0.1"], ["127.255.255.255"])
        url = f"http://receiver.example:{receiver.port}/orders"
        outcome = Poster(allow_private=True, resolve=resolver).post(url, b"{}", {})

    assert (outcome.status, outcome.error) == (204, "")
    assert resolver.asked == [("receiver.example", receiver.port)]
    assert receiver.received[0].headers["host"] == f"receiver.example:{receiver.port}"


def test_goes_on_to_the_next_address_where_the_first_does_not_answer() -> None:
    with run_receiver() as receiver:
        resolver = Resolver(["127.0.0.2", "127.0.0.1"])
        url = f"http://receiver.example:{receiver.port}/orders"
        outcome = Poster(allow_private=True, resolve=resolver).post(url, b"{}", {})

    assert outcome.status == 204


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"])
def test_every_spelling_of_loopback_is_refused(host: str) -> None:
    with run_receiver() as receiver:
        url = f"http://{host}:{receiver.port}/"
        outcome = Poster(allow_private=False).post(url, b"{}", {})

        assert receiver.received == []
    assert outcome.error == "Not sent: the host has an address that is not public."
    assert leads_inside(url)


def test_says_early_only_what_it_knows() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError(f"{host}:{port}")

    assert not leads_inside("https://receiver.example/", unknown)
    assert not leads_inside("https://receiver.example/", Resolver(["8.8.8.8"]))
    assert leads_inside("https://receiver.example/", Resolver(["8.8.8.8", "::1"]))
