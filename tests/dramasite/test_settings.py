import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "a-secret-key-of-the-tests-0123456789-abcdefghijklmnop",
    "ADDRESS_KEYS": "an-address-key-of-the-tests-0123456789",
    "ADDRESS_PEPPER": "a-pepper-of-the-tests-0123456789-abcdefg",
    "ALLOWED_HOSTS": "dramas.example",
    "EMAIL_HOST": "mail.dramas.example",
    "DEFAULT_FROM_EMAIL": "site@dramas.example",
}


@pytest.fixture
def manage(tmp_path):
    """Runs manage.py with an environment of its own; gives exit code, output and errors."""

    def run(*arguments, **environment):
        clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            env={**clean, "DATA_DIR": str(tmp_path / "data"), **environment},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.returncode, done.stdout, done.stderr

    return run


def hosts(manage, **environment):
    code = "from django.conf import settings; print(settings.ALLOWED_HOSTS[3:])"
    return manage("shell", "--no-imports", "-c", code, **environment)[1].strip()


def test_production_with_everything_is_clean(manage):
    code, _, errors = manage("check", "--deploy", "--fail-level", "WARNING", **COMPLETE)
    assert (code, errors) == (0, "")


@pytest.mark.parametrize("command", ["check", "migrate", "serve"])
def test_production_without_values_names_all_of_them(manage, command):
    assert manage(command, PRODUCTION="1") == (
        1,
        "",
        "Not configured: PRODUCTION is set, and these are missing from the environment: "
        "SECRET_KEY, ADDRESS_KEYS, ADDRESS_PEPPER, ALLOWED_HOSTS, EMAIL_HOST, "
        "DEFAULT_FROM_EMAIL. docs/deploying.md says what each is for.\n",
    )


@pytest.mark.parametrize("name", [name for name in COMPLETE if name != "PRODUCTION"])
def test_production_with_an_empty_value_names_it(manage, name):
    code, _, errors = manage("check", **{**COMPLETE, name: " "})
    assert (code, errors) == (
        1,
        "Not configured: PRODUCTION is set, and these are missing from the environment: "
        f"{name}. docs/deploying.md says what each is for.\n",
    )


def test_value_that_is_no_truth_value_is_named_without_a_traceback(manage):
    code, _, errors = manage("check", PRODUCTION="maybe")
    assert (code, errors) == (
        1,
        'Not configured: Environment variable "PRODUCTION" invalid: Not a valid boolean.\n',
    )


def test_data_folder_that_cannot_be_written_is_named(manage, tmp_path):
    (tmp_path / "file").touch()
    code, _, errors = manage("check", DATA_DIR=str(tmp_path / "file"))
    assert (code, errors) == (
        1,
        f"Not configured: DATA_DIR cannot be used: [Errno 17] File exists: '{tmp_path}/file'\n",
    )


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("", "[]"),
        ("drama.test", "['drama.test']"),
        ("[fe80::1]", "['[fe80::1]']"),
        ("0.0.0.0", "['*']"),
        ("::", "['*']"),
    ],
)
def test_host_is_allowed_in_development(manage, host, allowed):
    assert hosts(manage, HOST=host) == allowed


def test_settings_take_an_empty_variable_as_not_set(manage):
    names = ("DATABASE_URL", "SITE_NAME", "LANGUAGE_CODE", "TIME_ZONE", "EMAIL_PORT", "DEBUG")
    more = ("PICTURE_MAX_BYTES", "REPLY_RATE", "LOG_LEVEL", "HOST", "PRODUCTION", "ALLOWED_HOSTS")
    code, _, errors = manage("check", **dict.fromkeys(names + more, ""))
    assert (code, errors) == (0, "")


def test_settings_write_into_var_when_the_folder_is_set_to_nothing(manage):
    code = "from django.conf import settings; print(settings.DATA_DIR)"
    assert manage("shell", "--no-imports", "-c", code, DATA_DIR="")[1] == f"{ROOT / 'var'}\n"
