import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.tasks import make_variants_of
from comments import expired
from comments.models import Pace, Recipient, Reply, Revision, State, Subscription

DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
EARLIER, LATER = NOW - DAY, NOW + DAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (expired.networks_of_replies, "network_key"),
        (expired.browsers_of_replies, "browser_key"),
        (expired.addresses_of_replies, "email_key"),
        (expired.addresses_of_replies, "email_sealed"),
    ],
)
def test_what_a_reply_holds_too_long_is_emptied(said, rule, field):
    keys = {"network_key": "n", "browser_key": "b"}
    old, young = said(created_at=EARLIER, **keys), said(created_at=LATER, **keys)
    said(created_at=EARLIER, email="")
    assert rule(NOW).forget_all() >= 1
    assert rule(NOW).rows.count() == 0
    assert not getattr(Reply.objects.get(pk=old.pk), field)
    assert getattr(Reply.objects.get(pk=young.pk), field)


def test_earlier_texts_are_forgotten(said):
    for at in (EARLIER, LATER):
        Revision.objects.create(reply=said(), name="Hana", body="x", replaced_at=at)
    assert expired.revisions(NOW).forget_all() == 1
    assert Revision.objects.get().replaced_at == LATER


def test_forgotten_address_is_in_no_fingerprint(said):
    given = {"body": "the same", "created_at": EARLIER}
    replies = [said(**given), said(**given, email="mei@example.org")]
    before = {reply.fingerprint for reply in replies}
    assert expired.addresses_of_replies(NOW).forget_all() == 2
    assert len(before.union(Reply.objects.values_list("fingerprint", flat=True))) == 4


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_batches_of_any_size_forget_everything(said, batch):
    for _ in range(5):
        said(created_at=EARLIER, network_key="n")
    assert expired.networks_of_replies(NOW).forget_all(batch) == 5
    assert expired.networks_of_replies(NOW).forget_all(batch) == 0


@pytest.mark.parametrize("number", [1, 3])
def test_batch_costs_the_same_however_large(said, django_assert_num_queries, number):
    for _ in range(number):
        said(created_at=EARLIER)
    # Which are next, the savepoint, the rows, two updates, the end of it, none are next.
    with django_assert_num_queries(7):
        expired.addresses_of_replies(NOW).forget_all()


def test_rows_past_their_time_are_deleted(settings):
    Pace.objects.count_one("a", EARLIER, EARLIER)
    Pace.objects.count_one("b", LATER, LATER)
    for key, until in (("old", EARLIER), ("young", LATER)):
        Session.objects.create(session_key=key, session_data="", expire_date=until)
    assert expired.paces(NOW).forget_all() == 1
    assert expired.sessions(NOW).forget_all() == 1
    assert Pace.objects.get().key == "b"
    assert Session.objects.get().session_key == "young"


def test_finished_tasks_are_deleted_and_waiting_ones_stay(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for _ in range(3):
        make_variants_of.enqueue(1)
    waiting, done, failed = DBTaskResult.objects.order_by("pk")
    done.set_successful(0)
    failed.set_failed(ValueError("no"))
    later = timezone.now() + datetime.timedelta(days=1)
    assert expired.tasks(timezone.now() - datetime.timedelta(days=1)).forget_all() == 0
    assert expired.tasks(later).forget_all() == 2
    assert DBTaskResult.objects.get().pk == waiting.pk


def test_notes_of_editors_are_deleted(admin_user):
    kind = ContentType.objects.get_for_model(User)
    given = {"user": admin_user, "content_type": kind, "object_id": "1", "action_flag": 2}
    for moment in (EARLIER, LATER):
        LogEntry.objects.create(action_time=moment, **given)
    assert expired.notes_of_editors(NOW).forget_all() == 1
    assert LogEntry.objects.get().action_time == LATER


def old(reply, **change):
    change = {"decided_at": EARLIER} | change
    Reply.objects.filter(pk=reply.pk).update(**change)
    return reply


def bodies():
    return set(Reply.objects.values_list("body", flat=True))


def test_old_spam_is_deleted_and_its_answers_stay(said):
    given = {"state": State.SPAM, "created_at": EARLIER - DAY}
    answered = old(said("answered spam", **given))
    said("answer", parent=answered)
    old(said("spam", **given))
    old(said("spam in a spam", **given, parent=old(said("spam with a spam", **given))))
    said("judged by the site alone", **given)
    old(said("decided lately", **given), decided_at=LATER)
    old(said("published", created_at=EARLIER))
    assert expired.spam(NOW).forget_all() == 5
    assert bodies() == {"", "answer", "decided lately", "published"}
    assert expired.spam(NOW).forget_all() == 0
    Reply.objects.filter(body="answer").delete()
    # Nothing hangs on its place any more.
    assert (expired.spam(NOW).forget_all(), Reply.objects.count()) == (1, 2)


def test_what_was_taken_down_long_ago_leaves_its_place(said):
    withdrawn, removed, lately = (said(f"reply {n}") for n in range(3))
    withdrawn.withdraw()
    removed.remove()
    lately.remove()
    old(withdrawn, withdrawn_at=EARLIER, decided_at=LATER)
    old(removed)
    old(lately, decided_at=LATER)
    assert expired.withdrawn_replies(NOW).forget_all() == 1
    assert expired.removed_replies(NOW).forget_all() == 1
    assert bodies() == {"", "reply 2"}
    assert Reply.objects.filter(state=State.REMOVED).count() == 3


@pytest.mark.parametrize(("end", "forgotten"), [(None, 0), (NOW, 1)])
def test_address_is_known_as_long_as_mail_is_asked_for(said, drama, end, forgotten):
    said(created_at=EARLIER)
    recipient = Recipient.objects.at("hana@example.org", "https://dramas.example")
    Subscription.objects.create(recipient=recipient, drama=drama, ended_at=end)
    assert expired.addresses_of_replies(NOW).forget_all() == forgotten
