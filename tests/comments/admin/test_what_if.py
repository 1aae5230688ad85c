import pytest
from django.contrib.auth.models import Permission

from comments.admin import what_if
from comments.models import ListedWord, SpamRules, State

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/comments/spamrules/what-if/"
NEWCOMER = [{"check": "newcomer", "points": 0, "words": "New here"}]


@pytest.fixture
def asked(admin_client):
    return lambda **given: admin_client.get(ADDRESS, given)


def test_page_shows_the_rules_as_they_are(asked, said):
    SpamRules.objects.create(pk=1, hold_from=4, spam_from=8)
    said(reasons=NEWCOMER)
    response = asked()
    assert response.status_code == 200
    assert (response.context["past"], response.context["changed"]) == (1, [])
    assert 'name="hold_from" value="4"' in response.content.decode()


def test_changed_replies_are_listed_and_nothing_is_changed(asked, said):
    reply = said("Best casino", state=State.HELD, reasons=NEWCOMER)
    said(reasons=NEWCOMER)
    response = asked(pattern="casino", points=12)
    (changed,) = response.context["changed"]
    assert (changed.reply, changed.now, changed.then) == (reply, State.HELD, State.SPAM)
    assert response.context["counts"] == [
        (State.PUBLISHED, 0, 0),
        (State.HELD, 2, 1),
        (State.SPAM, 0, 1),
    ]
    assert f"/admin/comments/reply/{reply.pk}/change/" in response.content.decode()
    reply.refresh_from_db()
    assert reply.is_held
    assert not ListedWord.objects.exists()
    assert not SpamRules.objects.exists()


def test_list_of_the_changed_is_bounded(asked, said, monkeypatch):
    monkeypatch.setattr(what_if, "MOST_SHOWN", 2)
    for _ in range(3):
        said(reasons=NEWCOMER)
    response = asked(newcomers="no")
    assert (response.context["number"], len(response.context["changed"])) == (3, 2)


@pytest.mark.parametrize(
    "given",
    [
        {"hold_from": 0},
        {"hold_from": 9, "spam_from": 8},
        {"spam_from": 10**30},
        {"newcomers": "perhaps"},
        {"pattern": "**"},
        {"pattern": "a\0b"},
        {"points": 21},
        {"points": "x"},
    ],
)
def test_what_makes_no_sense_is_told(asked, given):
    response = asked(**given)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [list(given)[-1]]
    assert "counts" not in response.context


@pytest.mark.parametrize("names", [["view_reply"], ["view_spamrules"]])
def test_either_permission_alone_is_refused(client, django_user_model, names):
    user = django_user_model.objects.create_user("one", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    assert client.get(ADDRESS).status_code == 403


def test_page_is_read_and_not_posted_to(admin_client):
    assert admin_client.post(ADDRESS).status_code == 405


def test_rules_lead_to_the_page(admin_client):
    rules = "/admin/comments/spamrules/"
    assert ADDRESS in admin_client.get(f"{rules}add/").content.decode()
    SpamRules.objects.create(pk=1)
    assert ADDRESS in admin_client.get(f"{rules}1/change/").content.decode()
