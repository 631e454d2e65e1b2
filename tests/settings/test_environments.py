"""One instance, one or three counters: each has a folder, a database and an address of its own."""

import pytest

from partscounter.settings import environments_of, read_settings


def test_production_is_the_instance_itself() -> None:
    settings = read_settings({})

    assert environments_of(settings) == {"production": settings}


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("", "sqlite:////srv/data/qa2parts/partscounter.db"),
        ("sqlite:////srv/parts.db", "sqlite:////srv/parts-qa2parts.db"),
        ("sqlite:///parts.db", "sqlite:///parts-qa2parts.db"),
        ("postgresql://a:b@db/parts", "postgresql+psycopg://a:b@db/parts?options=-csearch_path%3Dqa2parts"),
        (
            "postgresql://a:b@db/parts?sslmode=require",
            "postgresql+psycopg://a:b@db/parts?sslmode=require&options=-csearch_path%3Dqa2parts",
        ),
    ],
)
def test_each_environment_of_qa_has_its_own_data(url: str, own: str) -> None:
    qa = {
        "PARTSCOUNTER_TRACKING_ENVIRONMENT": "qa",
        "PARTSCOUNTER_SERVER_DATA_DIR": "/srv/data",
        "PARTSCOUNTER_SERVER_PUBLIC_BASE_URL": "https://parts.example",
        "PARTSCOUNTER_DATABASE_URL": url,
    }

    known = environments_of(read_settings(qa))

    assert list(known) == ["qa1parts", "qa2parts", "qa3parts"]
    assert known["qa2parts"].database_url == own
    assert str(known["qa2parts"].server.data_dir) == "/srv/data/qa2parts"
    assert known["qa2parts"].server.public_base_url == "https://parts.example/environments/qa2parts"
