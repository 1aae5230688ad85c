import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.db import models
from django.test.utils import isolate_apps

from comments import checks
from comments.impersonal import NOT_PERSONAL


def findings(*further):
    found = checks.complaints([*apps.get_models(), *further])
    return [(each.id, each.msg) for each in found]


@pytest.mark.django_db  # a JSON field asks the database whether it knows such
def test_every_field_is_covered():
    assert [found for found in run_checks() if found.id.startswith("comments.")] == []


@isolate_apps("comments")
def test_new_model_without_an_entry_is_found():
    class Whisper(models.Model):
        email_key = models.CharField(max_length=64)
        asked_at = models.DateTimeField()

        class Meta:
            app_label = "comments"

    ((code, text),) = findings(Whisper)
    assert code == "comments.E001"
    assert text.endswith(": comments.Whisper.email_key, comments.Whisper.asked_at.")


@isolate_apps("comments")
def test_new_model_with_addresses_that_no_rotation_knows_is_found():
    class Whisper(models.Model):
        email_sealed = models.TextField()

        class Meta:
            app_label = "comments"

    assert "comments.E005" in [code for code, _text in findings(Whisper)]


@isolate_apps("comments", "django.contrib.auth", "django.contrib.contenttypes")
def test_table_between_two_models_is_a_field():
    class Watch(models.Model):
        readers = models.ManyToManyField(User)

        class Meta:
            app_label = "comments"

    assert [text for _code, text in findings(Watch) if "comments.Watch.readers" in text] != []


@pytest.mark.parametrize(
    "field", [models.EmailField(), models.ForeignKey(User, models.CASCADE, related_name="+")]
)
@isolate_apps("catalog", "django.contrib.auth", "django.contrib.contenttypes")
def test_person_in_the_catalogue_is_found(field):
    class Pick(models.Model):
        chosen = field

        class Meta:
            app_label = "catalog"

    assert findings(Pick) == [("comments.E002", "catalog.Pick.chosen leads to a person.")]


def test_entry_of_no_field_is_found(monkeypatch):
    monkeypatch.setitem(NOT_PERSONAL, "comments.Lost", ("drama",))
    text = "comments.Lost.drama is in the table of personal data, and there is no such field."
    assert findings() == [("comments.E003", text)]


def test_field_in_both_parts_is_found(monkeypatch):
    monkeypatch.setitem(NOT_PERSONAL, "comments.Pace", ("key",))
    text = "comments.Pace.key is in the table of personal data twice."
    assert findings() == [("comments.E004", text)]
