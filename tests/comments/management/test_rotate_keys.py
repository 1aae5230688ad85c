import io

import pytest
from django.core.management import CommandError, call_command

from catalog.tasks import make_variants_of

pytestmark = pytest.mark.django_db


def told(*arguments):
    call_command("rotate_keys", *arguments, stdout=(out := io.StringIO()))
    return out.getvalue().splitlines()


def test_command_says_when_the_old_key_may_go(said, settings):
    said()
    assert told() == ["0 addresses were sealed anew."]
    settings.ADDRESS_KEYS = ["new key", *settings.ADDRESS_KEYS]
    first, second = told()
    assert first == "1 addresses were sealed anew."
    assert second.startswith(
        "Every address is sealed with the first of ADDRESS_KEYS. The other 1 may be taken out, "
        "as soon as everything that serves this site was started with these keys. "
    )


def test_command_waits_for_background_work(said, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.ADDRESS_KEYS = ["new key", *settings.ADDRESS_KEYS]
    make_variants_of.enqueue(1)
    assert "and the 1 background tasks that wait now are done." in told()[-1]


def test_command_fails_while_a_key_is_missing(said, settings):
    said()
    settings.ADDRESS_KEYS = ["new key"]
    with pytest.raises(CommandError, match="1 addresses open with none of ADDRESS_KEYS"):
        told()


def test_command_tells_of_another_pepper_and_mends_it_when_asked(said, settings):
    said()
    settings.ADDRESS_PEPPER = "another pepper"
    assert told()[1].startswith("1 addresses were hashed with another ADDRESS_PEPPER")
    assert told("--pepper") == [
        "1 replies and recipients of mail were keyed anew.",
        "0 addresses were sealed anew.",
    ]
