import os
import subprocess
import sys
import threading

import pytest
from django.conf import settings
from django.db import connection, transaction
from wagtail.models import Page

PRODUCTION = {
    "SECRET_KEY": "a-secret-of-fifty-characters-made-up-for-this-very-test",
    "ALLOWED_HOSTS": "www.example.org,example.org",
    "DATABASE_URL": "postgres://user@localhost/site",
}
ON_SQLITE = "sqlite3" in settings.DATABASES["default"]["ENGINE"]


def run_with(environment, *command, module="production"):
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in names if name in os.environ} | environment
    environment["DJANGO_SETTINGS_MODULE"] = f"site_cms.settings.{module}"
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def value_of(name, environment):
    command = f"from django.conf import settings; print(settings.{name})"
    return run_with(environment, "-c", command).stdout.strip()


class TestDemo:
    @pytest.mark.parametrize(("asked", "is_required"), [("", "False"), ("1", "True")])
    def test_wants_a_second_factor_when_told_to(self, asked, is_required):
        command = "from django.conf import settings; print(settings.SECOND_FACTOR)"
        said = run_with({"SECOND_FACTOR": asked}, "-c", command, module="demo").stdout
        assert said.strip() == is_required


class TestProduction:
    @pytest.mark.parametrize("name", PRODUCTION)
    def test_refuses_to_start_without_what_it_needs(self, name):
        environment = {key: value for key, value in PRODUCTION.items() if key != name}
        done = run_with(environment, "-c", "import site_cms.settings.production")
        assert done.returncode == 1
        assert f"{name} is not set" in done.stderr.splitlines()[-1]

    @pytest.mark.parametrize("key", ["secret", "x" * 60, "django-insecure-court"])
    def test_refuses_a_key_that_can_be_guessed(self, key):
        environment = PRODUCTION | {"SECRET_KEY": key}
        done = run_with(environment, "-c", "import site_cms.settings.production")
        assert "SECRET_KEY can be guessed" in done.stderr.splitlines()[-1]

    @pytest.mark.parametrize("hosts", ["*", "www.example.org, *", "*.example.org"])
    def test_refuses_to_answer_to_any_name(self, hosts):
        environment = PRODUCTION | {"ALLOWED_HOSTS": hosts}
        done = run_with(environment, "-c", "import site_cms.settings.production")
        assert "ALLOWED_HOSTS names hosts" in done.stderr.splitlines()[-1]

    def test_wants_a_second_factor_of_every_account(self):
        assert value_of("SECOND_FACTOR", PRODUCTION) == "True"
        spared = PRODUCTION | {"SECOND_FACTOR_SPARED_UNTIL": "2027-03-01"}
        assert value_of("SECOND_FACTOR_SPARED_UNTIL", spared) == "2027-03-01"

    def test_sends_its_cookies_over_https_alone(self):
        for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
            assert value_of(name, PRODUCTION) == "True"
        for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "KNOWN_DEVICE_COOKIE_NAME"):
            assert value_of(name, PRODUCTION).startswith("__Host-")

    def test_offers_proconnect_with_an_address_and_asks_for_the_rest(self):
        assert value_of("SOCIALACCOUNT_PROVIDERS", PRODUCTION) == "{}"
        named = PRODUCTION | {"PROCONNECT_URL": "https://auth.example.org/api/v2/"}
        done = run_with(named, "-c", "import site_cms.settings.production")
        assert "PROCONNECT_DOMAINS is not set" in done.stderr.splitlines()[-1]
        whole = named | {
            "PROCONNECT_CLIENT_ID": "le-site",
            "PROCONNECT_CLIENT_SECRET": "un-secret",
            "PROCONNECT_DOMAINS": "Example.org, gouv.fr",
        }
        assert value_of("PROCONNECT_DOMAINS", whole) == "['example.org', 'gouv.fr']"
        assert "https://auth.example.org/api/v2'" in value_of("SOCIALACCOUNT_PROVIDERS", whole)

    @pytest.mark.parametrize("name", PRODUCTION)
    @pytest.mark.parametrize("value", ["", " "])
    def test_takes_an_empty_value_for_none(self, name, value):
        done = run_with(PRODUCTION | {name: value}, "-c", "import site_cms.settings.production")
        assert done.returncode == 1

    def test_takes_hosts_and_address_from_the_environment(self):
        assert value_of("ALLOWED_HOSTS", PRODUCTION) == "['www.example.org', 'example.org']"
        assert value_of("WAGTAILADMIN_BASE_URL", PRODUCTION) == "https://www.example.org"
        moved = PRODUCTION | {"BASE_URL": "https://edition.example.org"}
        assert value_of("CSRF_TRUSTED_ORIGINS", moved) == "['https://edition.example.org']"

    @pytest.mark.parametrize("left_out", ["MACHINE_TRANSLATION_URL", "MACHINE_TRANSLATION_KEY"])
    def test_translates_by_machine_only_with_an_address_and_a_key(self, left_out):
        service = {
            "MACHINE_TRANSLATION_URL": "https://traduction.example.org/",
            "MACHINE_TRANSLATION_KEY": "a-key",
        }
        name = "WAGTAILLOCALIZE_MACHINE_TRANSLATOR"
        found = value_of(name, PRODUCTION | service)
        assert "'https://traduction.example.org'" in found and "'a-key'" in found
        assert value_of(name, PRODUCTION | service | {left_out: ""}) == ""

    def test_is_ready_to_deploy(self):
        done = run_with(PRODUCTION, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
        assert done.returncode == 0, done.stderr

    def test_is_open_to_search_engines_unless_told_otherwise(self):
        assert value_of("OPEN_TO_SEARCH_ENGINES", PRODUCTION) == "True"
        rehearsal = PRODUCTION | {"SEARCH_ENGINES": "closed"}
        assert value_of("OPEN_TO_SEARCH_ENGINES", rehearsal) == "False"

    def test_is_behind_one_proxy_unless_told_otherwise(self):
        assert value_of("TRUSTED_PROXIES", PRODUCTION) == "1"
        assert value_of("TRUSTED_PROXIES", PRODUCTION | {"TRUSTED_PROXIES": "2"}) == "2"

    def test_has_no_debug_and_no_demo_content(self):
        assert value_of("DEBUG", PRODUCTION) == "False"
        assert value_of("__dict__.get('DEMO_CONTENT_ALLOWED', False)", PRODUCTION) == "False"


@pytest.mark.skipif(not ON_SQLITE, reason="about SQLite")
class TestSqlite:
    def test_runs_with_a_write_ahead_log(self, db):
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert cursor.execute("PRAGMA synchronous").fetchone() == (1,)
            assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)


@pytest.mark.django_db(transaction=True)
def test_writers_wait_for_each_other():
    """Read, then write, in two threads at once: with SQLite's defaults one of them is refused."""
    both_ready = threading.Barrier(2)
    refused = []

    def rename():
        both_ready.wait()
        try:
            for _ in range(20):
                with transaction.atomic():
                    root = Page.objects.get(depth=1)
                    Page.objects.filter(pk=root.pk).update(title=root.title + "x")
        except Exception as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=rename) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
