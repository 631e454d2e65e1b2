"""JSON is read as `json.loads` reads it."""

import json

import pytest

from partscounter.database.json_text import read_json


@pytest.mark.parametrize("text", ["[]", "{}", "null", "1.5", '"é"', '{"a": [1, "x"]}', ' {"a": 1}', "[ ]", "7 "])
def test_reads_what_is_json(text: str) -> None:
    assert read_json(text) == json.loads(text)


@pytest.mark.parametrize("text", ["", " ", "[", "[]]", "{} {}", "nul", "'a'"])
def test_refuses_what_is_none(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        read_json(text)


def test_an_empty_list_is_a_new_one() -> None:
    read_json("[]").append(1)

    assert read_json("[]") == []
