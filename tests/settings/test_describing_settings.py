"""That the documentation holds every setting as it is, and that no secret shows."""

from pathlib import Path

from partscounter.settings import described_settings, read_settings, settings_table, shown_settings

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
SECRETS = {
    "PARTSCOUNTER_DATABASE_URL": "postgresql://parts:hush-database@db.example/parts",
    "PARTSCOUNTER_MAIL_SMTP_URL": "smtps://counter:hush-mail@mail.example:465",
    "PARTSCOUNTER_MAIL_FROM_ADDRESS": "counter@parts.example",
}


def test_the_document_holds_every_setting_with_its_default() -> None:
    written = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("|")]

    assert written == settings_table().splitlines(), "put the output of `partscounter settings --table` there"


def test_every_setting_is_described_in_one_sentence() -> None:
    for row in described_settings():
        assert row.description.endswith("."), row.name
        assert ". " not in row.description, row.name
        assert "|" not in row.description, row.name


def test_no_secret_is_in_the_repr() -> None:
    assert "hush" not in repr(read_settings(SECRETS))


def test_shown_settings_mask_secrets_and_nothing_else() -> None:
    shown = dict(shown_settings(read_settings(SECRETS)))

    assert shown["PARTSCOUNTER_DATABASE_URL"] == "********"
    assert shown["PARTSCOUNTER_MAIL_SMTP_URL"] == "********"
    assert shown["PARTSCOUNTER_MAIL_FROM_ADDRESS"] == "counter@parts.example"
    assert shown["PARTSCOUNTER_SERVER_PORT"] == "8080"


def test_a_secret_that_is_not_set_shows_as_empty() -> None:
    assert dict(shown_settings(read_settings({})))["PARTSCOUNTER_DATABASE_URL"] == ""
