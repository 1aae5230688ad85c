import pytest
from django.test import Client

from comments.models import Report, State
from comments.visitor import COOKIE
from tests.comments.views.test_conversation import assert_kept_to_oneself


def address(reply):
    return f"/replies/{reply.pk}/report/"


def test_page_shows_the_reply_and_takes_no_more_than_a_button(client, said):
    reply = said("What is reported.")
    html = client.get(address(reply)).content.decode()
    assert "What is reported." in html
    response = client.post(address(reply), {})
    assert (response.status_code, response.url) == (303, f"/replies/{reply.pk}/reported/")
    assert_kept_to_oneself(response, cookies=(COOKIE,))
    assert "Thank you" in client.get(response.url).content.decode()
    assert Report.objects.get().reply == reply


def test_reason_and_words_are_kept(client, said):
    reply = said()
    client.post(address(reply), {"reason": "spoiler", "words": "Episode 9!"})
    assert list(Report.objects.values_list("reason", "words")) == [("spoiler", "Episode 9!")]


def test_answer_to_a_repeated_report_is_the_same(client, said):
    reply = said()
    first, second = (client.post(address(reply), {"words": "Again."}) for _ in range(2))
    assert Report.objects.count() == 1
    assert (first.status_code, first.url) == (second.status_code, second.url)


def test_reports_from_three_networks_hold_the_reply(said):
    reply = said()
    for number in range(3):
        Client(REMOTE_ADDR=f"203.0.{number}.9").post(address(reply), {})
    reply.refresh_from_db()
    assert reply.is_held


def test_report_of_what_was_held_meanwhile_is_answered_alike(client, said):
    reply = said()
    reply.hold()
    response = client.post(address(reply), {})
    assert (response.status_code, response.url) == (303, f"/replies/{reply.pk}/reported/")
    assert client.get(response.url).status_code == 200
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    "typed",
    [{"reason": "x"}, {"words": "x" * 1001}, {"words": "a\x00b"}, {"reason": "\ud7ff\U0001f600"}],
)
def test_what_is_not_understood_is_given_back(client, said, typed):
    response = client.post(address(said()), typed)
    assert response.status_code == 422
    assert "Error:" in response.content.decode()
    assert Report.objects.count() == 0


def test_report_that_comes_too_fast_is_kept_and_told_to_wait(said, settings):
    settings.REPORT_RATE = "1/60"
    client = Client(REMOTE_ADDR="203.0.113.9")
    client.post(address(said()), {})
    response = client.post(address(said()), {"words": "My words."})
    assert response.status_code == 429
    assert 1 <= int(response["Retry-After"]) <= 60
    assert "My words." in response.content.decode()


def test_report_from_another_site_is_refused(client, said):
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = client.post(address(said()), {"words": "Mine."}, headers=headers)
    assert response.status_code == 403
    assert "sent from another site" in response.content.decode()
    assert Report.objects.count() == 0


def test_get_reports_nothing(client, said):
    reply = said()
    for path in (address(reply), f"/replies/{reply.pk}/reported/"):
        assert client.get(path).status_code == client.head(path).status_code == 200
    assert Report.objects.count() == 0


@pytest.mark.parametrize("state", [State.HELD, State.SPAM])
def test_what_was_never_shown_cannot_be_reported(client, said, state):
    reply = said(state=state)
    assert client.get(address(reply)).status_code == 404
    assert client.post(address(reply), {}).status_code == 404


def test_what_was_removed_is_gone(client, said):
    reply = said()
    reply.remove()
    assert client.get(address(reply)).status_code == 410


def test_words_of_a_held_reply_are_not_shown_to_whoever_reports_late(client, said):
    reply = said("What is hidden.")
    reply.hold()
    response = client.post(address(reply), {"reason": "x"})
    assert (response.status_code, "What is hidden." in response.content.decode()) == (422, False)


def test_every_reply_leads_to_its_report(client, drama, said):
    reply = said()
    assert f'href="{address(reply)}"' in client.get(drama.get_absolute_url()).content.decode()
