import pytest
from django.contrib.auth.models import Permission

from comments.admin import listed_word
from comments.models import ListedWord, State

pytestmark = pytest.mark.django_db

ADD = "/admin/comments/listedword/add/"


@pytest.fixture
def spam_editor(client, django_user_model):
    """May list words, and see no replies."""
    user = django_user_model.objects.create_user("words", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__model="listedword"))
    client.force_login(user)
    return client


def tried(client, address, **asked):
    response = client.get(address, asked)
    assert response.status_code == 200
    return response.content.decode(), response.context["trial"]


def test_word_is_saved(admin_client):
    given = {"pattern": " free  money* ", "points": 7, "note": "", "is_active": "on"}
    assert admin_client.post(ADD, given).status_code == 302
    assert ListedWord.objects.looked_for() == [("free  money*", 7)]
    page = admin_client.get("/admin/comments/listedword/").content.decode()
    assert "free  money*" in page


def test_stars_alone_are_not_saved(admin_client):
    response = admin_client.post(ADD, {"pattern": "**", "points": 5})
    assert "stars alone" in response.content.decode()
    assert not ListedWord.objects.exists()


def test_word_is_tried_before_it_is_saved(admin_client, said):
    said("A casino, truly.", state=State.SPAM)
    said("The casino of episode 3.", name="Mei")
    said("A quiet harbour.")
    page, trial = tried(admin_client, ADD, pattern="Casino")
    assert (trial["past"], trial["number"]) == (3, 2)
    assert trial["states"] == [(State.PUBLISHED, 1), (State.SPAM, 1)]
    assert "the <mark>casino</mark> of episode 3." in page
    assert 'name="pattern" value="Casino"' in page
    assert not ListedWord.objects.exists()


def test_saved_word_shows_what_it_would_have_caught(admin_client, said):
    said("A casino, truly.")
    word = ListedWord.objects.create(pattern="casino")
    address = f"/admin/comments/listedword/{word.pk}/change/"
    assert tried(admin_client, address)[1]["number"] == 1
    assert tried(admin_client, address, pattern="harbour")[1]["number"] == 0
    word.refresh_from_db()
    assert word.pattern == "casino"


def test_nothing_is_tried_until_it_is_asked(admin_client, said):
    said()
    page, trial = tried(admin_client, ADD)
    assert list(trial) == ["form"]
    assert "Trying changes nothing" in page


@pytest.mark.parametrize("pattern", ["*", "", "a\0b", "x" * 101])
def test_pattern_that_makes_no_sense_is_told(admin_client, pattern):
    page, trial = tried(admin_client, ADD, pattern=pattern)
    assert list(trial) == ["form"]
    assert "errorlist" in page


def test_list_of_what_was_caught_is_bounded(admin_client, said, monkeypatch):
    monkeypatch.setattr(listed_word, "MOST_SHOWN", 2)
    for number in range(3):
        said(f"Casino {number}")
    trial = tried(admin_client, ADD, pattern="casino")[1]
    assert (trial["number"], len(trial["caught"])) == (3, 2)


def test_what_replies_say_is_for_those_who_may_see_them(spam_editor, said):
    said("A casino, truly.")
    response = spam_editor.get(ADD, {"pattern": "casino"})
    assert response.status_code == 200
    assert "truly" not in response.content.decode()
    assert "trial" not in response.context
