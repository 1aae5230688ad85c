"""What goes out comes back the same."""

import io

import pytest

from comments.exporters import EXPORTERS
from comments.exporters.replies import MOMENTS, said
from comments.importers.load import Load
from comments.importers.own import OWN
from comments.importers.posts import Attaching
from comments.importers.wordpress import WORDPRESS
from comments.models import ImportedReply, Reply

SOURCES = {"json": OWN, "wxr": WORDPRESS}


def exported(form, **options):
    return "".join(EXPORTERS[form](**options))


def imported(form, text):
    entries = lambda: SOURCES[form].entries(io.BytesIO(text.encode()))  # noqa: E731
    return [each.fate for each in Load(entries, SOURCES[form].record, Attaching()).outcomes()]


def everything():
    """All that was said, with the text of what it answers in the place of numbers."""
    texts = dict(Reply.objects.values_list("pk", "body"))
    rows = [said(reply, with_addresses=True) for reply in Reply.objects.order_by("pk")]
    rows = [row | {"id": None, "parent": texts.get(row["parent"])} for row in rows]
    return sorted(rows, key=lambda row: (row["created_at"], row["body"]))


@pytest.mark.parametrize("form", SOURCES)
def test_replies_come_back_the_same(conversation, form):
    before, html = everything(), dict(Reply.objects.values_list("body", "body_html"))
    text = exported(form, with_addresses=True)
    for reply in Reply.objects.order_by("-pk"):
        reply.delete()
    fates = imported(form, text)
    assert (fates, everything()) == (["taken"] * len(before), before)
    assert dict(Reply.objects.values_list("body", "body_html")) == html
    assert imported(form, text) == ["there"] * len(before)


@pytest.mark.parametrize("form", SOURCES)
def test_replies_that_are_still_here_are_there_already(conversation, form):
    before = everything()
    assert imported(form, exported(form)) == ["there"] * len(before)
    assert (everything(), ImportedReply.objects.count()) == (before, 0)


@pytest.mark.parametrize("form", SOURCES)
def test_missing_reply_is_put_back_among_those_that_stayed(conversation, form):
    before, text = everything(), exported(form, with_addresses=True)
    lost = Reply.objects.get(body="Buy!")
    lost.delete()
    assert sorted(imported(form, text)) == sorted(["taken"] + ["there"] * (len(before) - 1))
    assert everything() == before


@pytest.mark.parametrize("form", EXPORTERS)
def test_addresses_leave_only_when_they_are_asked_for(conversation, form):
    assert "hana@example.org" not in exported(form)
    assert "hana@example.org" in exported(form, with_addresses=True)


@pytest.mark.parametrize("form", EXPORTERS)
def test_nothing_leaves_of_what_tells_who_posted(conversation, form):
    Reply.objects.filter(erased_at=None).update(network_key="NETWORKKEY", browser_key="BROWSERKEY")
    text = exported(form, with_addresses=True)
    kept = Reply.objects.exclude(email_sealed="").first()
    secrets = ["NETWORKKEY", "BROWSERKEY", kept.email_sealed, kept.email_key, kept.fingerprint]
    assert [secret for secret in secrets if secret in text] == []


@pytest.mark.parametrize("form", EXPORTERS)
def test_export_costs_the_same_however_many_replies_there_are(
    drama, said, form, django_assert_num_queries
):
    for _ in range(3):
        said()
        with django_assert_num_queries(5 if form == "wxr" else 2):
            exported(form)


def test_every_time_of_a_reply_leaves_with_it():
    times = {f.name for f in Reply._meta.fields if f.get_internal_type() == "DateTimeField"}
    assert times == set(MOMENTS)
