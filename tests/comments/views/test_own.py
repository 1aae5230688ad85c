import datetime

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from catalog.models import Kind
from comments.correction import version_of
from comments.erasure import erase_at_wish
from comments.models import Reply, Revision, State
from comments.own import manage_address, own_address

HOUR = datetime.timedelta(hours=1)


def page(reply, name="", address_of=own_address):
    return address_of(reply) + (f"{name}/" if name else "")


def correction(reply, **change):
    """What a browser posts whose form was opened just now."""
    given = {"comment": reply.body, "name": reply.name, "website": reply.website}
    return given | {"version": version_of(reply)} | change


@pytest.fixture
def old(said):
    """Posted an hour ago."""
    return said("**mine**", created_at=timezone.now() - HOUR)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.HELD, "Your reply is held until an editor approves it."),
        (State.PUBLISHED, "Your reply is published."),
        (State.SPAM, "Your reply is held until an editor approves it."),
        (State.REMOVED, "Your reply is not published: an editor decided against it."),
    ],
)
def test_own_page_says_what_has_become_of_it(client, said, state, words):
    reply = said("**mine**", state=state)
    response = client.get(own_address(reply))
    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    assert "<p><strong>mine</strong></p>" in html
    assert "hana@example.org" not in html
    assert ("Withdraw" in html) == (state != State.REMOVED)


@pytest.mark.parametrize("address_of", [own_address, manage_address])
def test_what_the_site_took_for_spam_is_not_told(client, said, address_of):
    reply = said(state=State.HELD)
    held = client.get(address_of(reply)).content
    reply.judge(State.SPAM)
    assert client.get(address_of(reply)).content == held


@pytest.mark.parametrize("address_of", [own_address, manage_address])
def test_what_an_editor_decided_is_told_without_the_reason(client, said, address_of):
    reply = said(state=State.HELD)
    reply.mark_spam()
    spam = client.get(address_of(reply)).content
    reply.remove()
    assert client.get(address_of(reply)).content == spam
    assert b"an editor decided against it" in spam


@pytest.mark.parametrize("name", ["", "correct", "withdraw"])
@pytest.mark.parametrize("address_of", [own_address, manage_address])
def test_own_pages_are_kept_by_nobody_and_told_to_nobody(client, said, name, address_of):
    response = client.get(page(said(state=State.HELD), name, address_of))
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store, private"
    # Not "no-referrer", under which a browser posts "Origin: null".
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "hana@example.org" not in response.content.decode()


@pytest.mark.parametrize("name", ["", "correct", "withdraw"])
def test_own_page_of_a_false_signature_is_not_found(client, said, name):
    address = own_address(said(state=State.HELD))
    flipped = address[:-2] + ("0" if address[-2] != "0" else "1") + "/"
    for method in (client.get, client.post):
        assert method(flipped + (f"{name}/" if name else "")).status_code in (404, 405)
    assert client.get(flipped).status_code == 404


def test_own_page_takes_no_post(client, said):
    assert client.post(own_address(said())).status_code == 405


def test_correction_is_kept_with_what_was_said_before(client, said):
    reply = said("Frist words.", state=State.HELD)
    response = client.post(
        page(reply, "correct"), correction(reply, comment="First words.", name="Hana S.")
    )
    assert (response.status_code, response.url) == (303, own_address(reply))
    reply.refresh_from_db()
    assert (reply.body, reply.body_html) == ("First words.", "<p>First words.</p>\n")
    assert (reply.name, reply.state) == ("Hana S.", State.HELD)
    assert reply.address == "hana@example.org"
    assert abs(timezone.now() - reply.edited_at) < HOUR
    revision = Revision.objects.get()
    assert (revision.reply, revision.name, revision.body) == (reply, "Hana", "Frist words.")
    assert "corrected" in client.get(own_address(reply)).content.decode()


def test_correction_form_holds_what_is_said(client, said):
    reply = said('"Mine" & yours', website="https://hana.example/")
    html = client.get(page(reply, "correct")).content.decode()
    assert "&quot;Mine&quot; &amp; yours</textarea>" in html
    assert 'value="https://hana.example/"' in html
    assert f'name="version" value="{version_of(reply)}"' in html
    assert 'name="email"' not in html


@pytest.mark.parametrize(
    ("change", "headers", "status", "words"),
    [
        ({"comment": ""}, {}, 422, "Write your comment."),
        ({"name": "x\0"}, {}, 422, "This contains control characters"),
        ({"comment": "Write to HANA@example.org"}, {}, 422, "that you gave, and it would be"),
        ({"website": "nowhere"}, {}, 422, "Give a web address"),
        ({"comment": "x" * 10_001}, {}, 422, "at most 10000 characters"),
        ({"comment": "Another"}, {"Sec-Fetch-Site": "cross-site"}, 403, "from another site"),
        ({"comment": "Another"}, {"Origin": "null"}, 403, "from another site"),
        ({"comment": "Another", "version": ""}, {}, 409, "was changed meanwhile"),
        ({"comment": "Another", "version": "\0é" * 999}, {}, 409, "was changed meanwhile"),
        ({"comment": "There already."}, {}, 409, "said exactly this here already"),
    ],
)
def test_correction_is_given_back_with_what_is_wrong(client, said, change, headers, status, words):
    said("There already.")
    reply = said("mine")
    typed = correction(reply, **change)
    response = client.post(page(reply, "correct"), typed, headers=headers)
    html = response.content.decode()
    assert response.status_code == status
    assert words in html
    assert f">\n{typed['comment']}</textarea>" in html
    reply.refresh_from_db()
    assert (reply.body, reply.edited_at, Revision.objects.count()) == ("mine", None, 0)


def test_too_large_a_correction_is_refused(client, said):
    reply = said("mine")
    typed = correction(reply, comment="x" * 1024 * 1024)
    assert client.post(page(reply, "correct"), typed).status_code == 413


def test_corrections_count_as_posts(client, said, settings):
    settings.REPLY_RATE = "1/600"
    reply, client.defaults["REMOTE_ADDR"] = said("mine"), "203.0.113.9"
    assert client.post(page(reply, "correct"), correction(reply, comment="a")).status_code == 303
    reply.refresh_from_db()
    response = client.post(page(reply, "correct"), correction(reply, comment="b"))
    assert (response.status_code, response["Retry-After"] > "0") == (429, True)


def test_second_window_sees_both_texts_and_may_then_save(client, said):
    reply = said("mine")
    first, second = (correction(reply, comment=text) for text in ("from one", "from two"))
    assert client.post(page(reply, "correct"), first).status_code == 303
    response = client.post(page(reply, "correct"), second)
    html = response.content.decode()
    assert response.status_code == 409
    assert "<p>from one</p>" in html
    assert ">\nfrom two</textarea>" in html
    reply.refresh_from_db()
    assert reply.body == "from one"
    assert f'name="version" value="{version_of(reply)}"' in html
    again = correction(reply, comment="from two")
    assert client.post(page(reply, "correct"), again).status_code == 303
    assert list(Revision.objects.order_by("pk").values_list("body", flat=True)) == [
        "mine",
        "from one",
    ]


def test_correction_that_is_sent_twice_is_made_once(client, said):
    reply = said("mine")
    typed = correction(reply, comment="better")
    answers = [client.post(page(reply, "correct"), typed).status_code for _ in range(2)]
    assert (answers, Revision.objects.count()) == ([303, 303], 1)


@pytest.mark.parametrize("name", ["correct", "withdraw"])
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("address_of", [own_address, manage_address])
def test_looking_changes_nothing(client, said, name, method, address_of):
    reply = said("mine")
    before = Reply.objects.values().get()
    assert getattr(client, method)(page(reply, name, address_of)).status_code == 200
    assert Reply.objects.values().get() == before


def test_withdrawn_reply_leaves_its_place(client, drama, said):
    reply = said("mine")
    said("An answer.", parent=reply)
    response = client.post(page(reply, "withdraw"))
    assert (response.status_code, response.url) == (303, own_address(reply))
    html = client.get(own_address(reply)).content.decode()
    assert "You have withdrawn this reply." in html
    assert page(reply, "correct") not in html
    gone = client.get(reverse("reply", args=[reply.pk]))
    assert gone.status_code == 410
    assert "<h1>This reply was withdrawn by its author</h1>" in gone.content.decode()
    thread = client.get(drama.get_absolute_url()).content.decode()
    assert "This reply was withdrawn by its author." in thread
    assert ("An answer." in thread, "mine" in thread) == (True, False)


def test_withdrawing_twice_is_withdrawing(client, said):
    reply = said("mine")
    answers = [client.post(page(reply, "withdraw")).status_code for _ in range(2)]
    assert answers == [303, 303]


def test_withdrawing_from_another_site_is_refused(client, said):
    reply = said("mine")
    response = client.post(page(reply, "withdraw"), headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert not Reply.objects.get(withdrawn_at__isnull=True).is_removed


def test_after_a_while_only_the_mailed_link_lets_one_change_it(client, old):
    html = client.get(own_address(old)).content.decode()
    assert "It can no longer be changed here" in html
    assert client.get(page(old, "correct")).status_code == 302
    refused = client.post(page(old, "correct"), correction(old, comment="Late words."))
    assert refused.status_code == 403
    assert ">\nLate words.</textarea>" in refused.content.decode()
    assert client.post(page(old, "withdraw")).status_code == 303
    old.refresh_from_db()
    assert (old.body, old.is_withdrawn) == ("**mine**", False)
    address = page(old, "correct", manage_address)
    assert client.post(address, correction(old, comment="Late words.")).status_code == 303
    assert client.post(page(old, "withdraw", manage_address)).status_code == 303
    old.refresh_from_db()
    assert (old.body, old.is_withdrawn) == ("Late words.", True)


@pytest.mark.parametrize("state", [State.REMOVED, "withdrawn"])
def test_what_was_taken_down_is_not_corrected(client, said, state):
    reply = said("mine")
    typed = correction(reply, comment="better")
    reply.withdraw() if state == "withdrawn" else reply.remove()
    address = page(reply, "correct", manage_address)
    assert client.get(address).status_code == 302
    assert client.post(address, typed).status_code == 403
    reply.refresh_from_db()
    assert reply.body == "mine"


def test_corrected_reply_is_held_again_unless_its_author_is_trusted(client, said, typed, drama):
    client.post(reverse("replies", args=[drama.slug]), typed)
    reply = Reply.objects.get()
    Reply.objects.update(state=State.PUBLISHED, first_shown_at=reply.created_at)
    client.post(page(reply, "correct"), correction(reply, comment="Once."))
    reply.refresh_from_db()
    assert (reply.body, reply.state) == ("Once.", State.HELD)
    reply.approve()
    client.post(page(reply, "correct"), correction(reply, comment="Twice."))
    reply.refresh_from_db()
    assert (reply.body, reply.state) == ("Twice.", State.PUBLISHED)


def test_correction_never_publishes(client, said):
    reply = said("mine", state=State.SPAM)
    assert reply.is_undecided
    client.post(page(reply, "correct"), correction(reply, comment="Innocent."))
    reply.refresh_from_db()
    assert (reply.body, reply.state) == ("Innocent.", State.SPAM)


def post_as_hana(client, drama, typed):
    client.post(reverse("replies", args=[drama.slug]), typed)
    return Reply.objects.latest("pk")


def test_mailed_link_verifies_with_a_button(client, drama, typed):
    reply = post_as_hana(client, drama, typed)
    html = client.get(manage_address(reply)).content.decode()
    assert f'action="{page(reply, "verify", manage_address)}"' in html
    response = client.post(page(reply, "verify", manage_address))
    assert (response.status_code, response.url) == (303, manage_address(reply))
    html = client.get(manage_address(reply)).content.decode()
    assert "You have confirmed that this reply is yours." in html
    assert "Your reply is published." in html
    later = post_as_hana(client, drama, typed | {"comment": "One thing more."})
    assert (later.verified_at is not None, later.state) == (True, State.PUBLISHED)


def test_another_address_from_a_verified_browser_has_no_mark(client, drama, typed):
    client.post(page(post_as_hana(client, drama, typed), "verify", manage_address))
    later = post_as_hana(client, drama, typed | {"email": "mei@example.org"})
    assert later.verified_at is None


@pytest.mark.parametrize(
    ("address_of", "method", "headers", "status"),
    [
        (manage_address, "get", {}, 303),
        (manage_address, "head", {}, 303),
        (manage_address, "post", {"Sec-Fetch-Site": "cross-site"}, 403),
        (own_address, "get", {}, 404),
        (own_address, "post", {}, 404),
    ],
)
def test_nothing_else_verifies(client, said, address_of, method, headers, status):
    reply = said(state=State.HELD)
    response = getattr(client, method)(page(reply, "verify", address_of), headers=headers)
    assert response.status_code == status
    assert Reply.objects.get().verified_at is None


def test_address_of_the_poster_offers_no_verification(client, said):
    assert "Yes, this is mine" not in client.get(own_address(said())).content.decode()


def test_episode_may_be_corrected(client, said):
    reply = said("mine", about_episode=3)
    html = client.get(page(reply, "correct")).content.decode()
    assert 'name="episode" value="3"' in html
    response = client.post(page(reply, "correct"), correction(reply, episode="4"))
    assert response.status_code == 303
    reply.refresh_from_db()
    assert (reply.about_episode, Revision.objects.get().about_episode) == (4, 3)


def test_correction_for_a_film_asks_for_no_episode(client, drama, said):
    drama.kind = Kind.FILM
    drama.save()
    reply = said("mine", about_episode=3)
    assert 'name="episode"' not in client.get(page(reply, "correct")).content.decode()
    client.post(page(reply, "correct"), correction(reply, comment="better", episode="9"))
    reply.refresh_from_db()
    assert (reply.body, reply.about_episode) == ("better", 3)


def test_what_an_editor_removed_is_verified_no_more(client, said):
    reply = said("mine")
    reply.remove()
    assert client.post(page(reply, "verify", manage_address)).status_code == 303
    assert Reply.objects.get().verified_at is None


def erasing(reply, *, whole):
    """Erases it, as from another window, the moment that this one begins to count the post."""
    done = []

    def wrapper(execute, sql, *args):
        if "comments_pace" in sql and not done:
            done.append(True)
            Reply.objects.get(pk=reply.pk).delete() if whole else erase_at_wish(reply)
        return execute(sql, *args)

    return connection.execute_wrapper(wrapper)


@pytest.mark.parametrize("whole", [True, False], ids=["nothing left", "place left"])
def test_correction_of_what_is_erased_at_that_moment_is_gone(client, said, whole):
    reply = said(state=State.HELD if whole else State.PUBLISHED)
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    posted = correction(reply, comment="otherwise")
    with erasing(reply, whole=whole):
        response = client.post(page(reply, "correct"), posted)
    assert response.status_code == 410
    assert "This reply was erased" in response.content.decode()
    assert Revision.objects.count() == 0


def test_withdrawal_of_what_is_erased_at_that_moment_is_gone(client, said):
    reply = said()

    def wrapper(execute, sql, *args):
        if sql.startswith("SAVEPOINT"):
            Reply.objects.filter(pk=reply.pk).delete()
        return execute(sql, *args)

    with connection.execute_wrapper(wrapper):
        response = client.post(page(reply, "withdraw"))
    assert response.status_code == 410
    assert "This reply was erased" in response.content.decode()
