"""Where settings come from, and that every problem is told at once."""

from pathlib import Path

import pytest

from partscounter.settings import SettingProblem, Settings, SettingsRefused, read_settings


def problems_of(environment: dict[str, str], file: Path | None = None) -> tuple[SettingProblem, ...]:
    with pytest.raises(SettingsRefused) as refused:
        read_settings(environment, file)
    return refused.value.problems


def test_nothing_set_gives_the_defaults() -> None:
    assert read_settings({"HOME": "/home/someone"}) == Settings()


def test_the_default_database_is_sqlite_in_the_data_folder() -> None:
    settings = read_settings({"PARTSCOUNTER_SERVER_DATA_DIR": "/srv/parts"})

    assert settings.database_url == "sqlite:////srv/parts/partscounter.db"


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_a_set_database_is_the_one_in_use(scheme: str) -> None:
    settings = read_settings({"PARTSCOUNTER_DATABASE_URL": f"{scheme}://parts:secret@db.example:5432/parts"})

    assert settings.database_url == "postgresql+psycopg://parts:secret@db.example:5432/parts"


def test_a_relative_data_folder_stands_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert read_settings({}).database_url == f"sqlite:///{tmp_path}/data/partscounter.db"


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "partscounter.toml"
    file.write_text('[server]\nport = 9000\nhost = "127.0.0.2"\n[limits]\nthreads = 8\n')

    settings = read_settings({"PARTSCOUNTER_SERVER_PORT": "9001", "PARTSCOUNTER_CONFIG": str(file)})

    assert (settings.server.port, settings.server.host, settings.limits.threads) == (9001, "127.0.0.2", 8)


def test_every_type_is_read_from_the_environment() -> None:
    settings = read_settings(
        {
            "PARTSCOUNTER_SERVER_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8",
            "PARTSCOUNTER_JOBS_POLL_INTERVAL_SECONDS": "0.5",
            "PARTSCOUNTER_JOBS_PUSH_TO_PRIVATE_ADDRESSES": "Yes",
            "PARTSCOUNTER_TRACKING_ENVIRONMENT": "qa",
            "PARTSCOUNTER_SERVER_DATA_DIR": "/srv/parts",
        }
    )

    assert settings.server.trusted_proxies == ("127.0.0.1", "10.0.0.0/8")
    assert settings.jobs.poll_interval_seconds == 0.5
    assert settings.jobs.push_to_private_addresses is True
    assert settings.tracking.environment == "qa"
    assert settings.server.data_dir == Path("/srv/parts")


def test_every_type_is_read_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "partscounter.toml"
    file.write_text(
        '[server]\ntrusted_proxies = ["127.0.0.1"]\ndata_dir = "/srv/parts"\n'
        "[jobs]\npoll_interval_seconds = 1\npush_to_private_addresses = true\n"
    )

    settings = read_settings({}, file)

    assert settings.server.trusted_proxies == ("127.0.0.1",)
    assert settings.server.data_dir == Path("/srv/parts")
    assert settings.jobs.poll_interval_seconds == 1.0
    assert settings.jobs.push_to_private_addresses is True


def test_an_empty_value_means_not_set(tmp_path: Path) -> None:
    file = tmp_path / "partscounter.toml"
    file.write_text('[server]\nhost = ""\ndata_dir = "kept"\n')

    settings = read_settings({"PARTSCOUNTER_SERVER_DATA_DIR": "", "PARTSCOUNTER_SERVER_PORT": ""}, file)

    assert (settings.server.host, settings.server.data_dir, settings.server.port) == ("127.0.0.1", Path("kept"), 8080)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "partscounter.toml"
    file.write_text('colour = "red"\n[server]\nprot = 1\n[logging]\nlevel = 3\n')

    problems = problems_of(
        {
            "PARTSCOUNTER_SERVER_PORT": "http",
            "PARTSCOUNTER_SERVER_WORKERS": "0",
            "PARTSCOUNTER_SERVER_METRIC_PORT": "9100",
            "PARTSCOUNTER_MAIL_SMTP_URL": "smtp://mail.example:25",
        },
        file,
    )

    assert [(problem.setting, problem.issue) for problem in problems] == [
        (f"colour in {file}", "is no setting; docs/settings.md lists them"),
        (f"server.prot in {file}", "is no setting; did you mean server.port?"),
        ("PARTSCOUNTER_SERVER_METRIC_PORT", "is no setting; did you mean PARTSCOUNTER_SERVER_METRICS_PORT?"),
        ("PARTSCOUNTER_SERVER_PORT", "must be a whole number from 0 to 65535 (TCP port)"),
        ("PARTSCOUNTER_SERVER_WORKERS", "must be a whole number from 1 to 256 (processes)"),
        (f"logging.level in {file}", "must be one of debug, info, warning, error"),
        ("PARTSCOUNTER_MAIL_FROM_ADDRESS", "must be set when PARTSCOUNTER_MAIL_SMTP_URL is"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "issue"),
    [
        ("SERVER_PORT", "80.5", "must be a whole number from 0 to 65535 (TCP port)"),
        ("SERVER_PORT", "65536", "must be a whole number from 0 to 65535 (TCP port)"),
        ("LIMITS_BODY_BYTES", "1MiB", "must be a whole number of at least 1024 (bytes)"),
        ("JOBS_POLL_INTERVAL_SECONDS", "nan", "must be a number from 0.01 to 60 (seconds)"),
        ("JOBS_PUSH_TO_PRIVATE_ADDRESSES", "maybe", "must be true or false"),
        (
            "SERVER_PUBLIC_BASE_URL",
            "parts.example",
            "must be http://host or https://host, without a path, such as https://parts.example",
        ),
        (
            "SERVER_PUBLIC_BASE_URL",
            "https://parts.example/shop",
            "must be http://host or https://host, without a path, such as https://parts.example",
        ),
        (
            "SERVER_TRUSTED_PROXIES",
            "127.0.0.1,proxy.example",
            "must be IP addresses or networks, such as 127.0.0.1 or 10.0.0.0/8",
        ),
        ("DATABASE_URL", "mysql://host/parts", "must be sqlite:///path or postgresql://user:password@host/name"),
        ("DATABASE_URL", "sqlite://", "must be sqlite:///path or postgresql://user:password@host/name"),
        ("DATABASE_URL", "parts.db", "must be sqlite:///path or postgresql://user:password@host/name"),
        (
            "MAIL_SMTP_URL",
            "mail.example",
            "must be smtp://, starttls:// or smtps://, then user:password@host:port or host:port",
        ),
        ("MAIL_FROM_ADDRESS", "counter", "must be one mail address, such as counter@parts.example"),
    ],
)
def test_a_wrong_value_is_told_what_would_be_right(name: str, value: str, issue: str) -> None:
    assert problems_of({f"PARTSCOUNTER_{name}": value}) == (SettingProblem(f"PARTSCOUNTER_{name}", issue),)


@pytest.mark.parametrize(
    ("written", "issue"),
    [
        ("[server]\nport = true", "must be a whole number from 0 to 65535 (TCP port)"),
        ("[server]\nport = 80.0", "must be a whole number from 0 to 65535 (TCP port)"),
        ("[server]\nhost = 127", "must be a text"),
        ("[server]\ntrusted_proxies = 127", "must be a list"),
        ("[server]\ntrusted_proxies = [127]", "must be a text"),
    ],
)
def test_a_value_of_the_wrong_type_in_the_file_is_refused(tmp_path: Path, written: str, issue: str) -> None:
    file = tmp_path / "partscounter.toml"
    file.write_text(written)

    assert [problem.issue for problem in problems_of({}, file)] == [issue]


def test_metrics_may_not_share_the_port_of_the_server() -> None:
    problems = problems_of({"PARTSCOUNTER_SERVER_METRICS_PORT": "8080"})

    assert problems == (
        SettingProblem("PARTSCOUNTER_SERVER_METRICS_PORT", "must differ from PARTSCOUNTER_SERVER_PORT"),
    )


def test_a_lease_outlasts_the_interval_between_looks() -> None:
    problems = problems_of({"PARTSCOUNTER_JOBS_LEASE_SECONDS": "5", "PARTSCOUNTER_JOBS_POLL_INTERVAL_SECONDS": "5"})

    assert problems == (
        SettingProblem(
            "PARTSCOUNTER_JOBS_LEASE_SECONDS", "must be longer than PARTSCOUNTER_JOBS_POLL_INTERVAL_SECONDS"
        ),
    )


def test_a_missing_file_is_a_problem_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "none.toml"

    assert problems_of({}, file) == (
        SettingProblem(str(file), "must be a readable TOML file: No such file or directory"),
    )


def test_a_broken_file_says_where_it_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("[server\n")

    (problem,) = problems_of({}, file)

    assert problem.setting == str(file)
    assert "line 1" in problem.issue


@pytest.mark.parametrize("host", ["/var/run/postgresql", "%2Fvar%2Frun%2Fpostgresql"])
def test_takes_the_socket_of_a_postgresql_server(host: str) -> None:
    url = f"postgresql://parts:@/counter?host={host}"

    settings = read_settings({"PARTSCOUNTER_DATABASE_URL": url})

    assert settings.database_url == f"postgresql+psycopg://parts:@/counter?host={host}"
