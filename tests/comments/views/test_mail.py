import pytest
from django.core import mail
from django.test import Client

from comments.models import Subscription
from comments.notification import links
from comments.notification.overview import Deed
from tests.comments.letters import links_of, path_of

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}
PROVIDER = {"Sec-Fetch-Site": "cross-site", "Origin": "https://mail.example"}


@pytest.fixture
def subscription(subscribed_to):
    return subscribed_to()


def state(subscription):
    subscription.refresh_from_db()
    subscription.recipient.refresh_from_db()
    if subscription.recipient.has_refused:
        return "refused"
    return "ended" if subscription.is_ended else "active" if subscription.is_active else "pending"


def pages_of(subscription):
    yield links.CONFIRM.path(subscription.pk)
    yield links.STOP.path(subscription.pk)
    for link in (links.STOP_DAILY, links.REFUSE, links.OVERVIEW):
        yield link.path(subscription.recipient_id)


def test_mail_is_confirmed_by_the_button_alone(client, asked):
    asked("answers")
    subscription = Subscription.objects.get()
    path = path_of(links_of(mail.outbox[0])["confirm"])
    assert "Yes, tell me at once" in client.get(path).content.decode()
    assert state(subscription) == "pending"
    response = client.post(path)
    assert (response.status_code, response.url) == (303, path)
    assert (state(subscription), subscription.is_daily) == ("active", False)
    assert "You will be told" in client.get(path).content.decode()
    client.post(path, {"pace": "daily"})
    subscription.refresh_from_db()
    assert subscription.is_daily


def test_every_page_is_private_and_accepts_no_strangers_post(client, subscription):
    for path in pages_of(subscription):
        response = client.get(path)
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store, private"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Robots-Tag"] == "noindex"
        assert client.head(path).status_code == 200
        assert client.put(path).status_code == 405
        refused = client.post(path, {"deed": Deed.END_ALL}, headers=PROVIDER)
        assert refused.status_code == (400 if "/stop/" in path else 403)
        forged = path.replace(".", ".0")
        assert client.get(forged).status_code == 404
    assert state(subscription) == "active"


def test_row_that_is_gone_says_that_its_link_is_over(client, subscription):
    paths = list(pages_of(subscription))
    subscription.recipient.delete()
    assert {client.get(path).status_code for path in paths} == {410}
    assert {client.post(path, ONE_CLICK).status_code for path in paths} == {410}


def test_mail_program_unsubscribes_by_one_click(subscription):
    path = links.STOP.path(subscription.pk)
    provider = Client(enforce_csrf_checks=True)
    for _ in range(2):
        assert provider.post(path, ONE_CLICK, headers=PROVIDER).status_code == 200
        assert state(subscription) == "ended"
    urlencoded = "application/x-www-form-urlencoded"
    assert provider.post(path, "List-Unsubscribe=One-Click", urlencoded).status_code == 200


def test_daily_mail_is_ended_by_one_click_and_the_rest_goes_on(subscription, subscribed_to, said):
    daily = subscribed_to(is_daily=True, reply=said())
    path = links.STOP_DAILY.path(daily.recipient_id)
    assert Client().post(path, ONE_CLICK, headers=PROVIDER).status_code == 200
    assert (state(daily), state(subscription)) == ("ended", "active")


def test_who_never_asked_is_never_written_to_again(client, subscription):
    path = links.REFUSE.path(subscription.recipient_id)
    assert client.post(path).status_code == 303
    assert state(subscription) == "refused"
    assert "not written to any more" in client.get(path).content.decode()
    client.post(links.CONFIRM.path(subscription.pk))
    assert (state(subscription), subscription.is_active) == ("refused", False)


def test_overview_ends_one_or_all(client, subscription, subscribed_to, said):
    answers, other = subscribed_to(reply=said()), subscribed_to("mei@example.org")
    path = links.OVERVIEW.path(subscription.recipient_id)
    page = client.get(path).content.decode()
    assert page.count('name="subscription"') == 2

    def do(deed, about=None):
        return client.post(path, {"deed": deed, "subscription": about.pk if about else ""})

    assert do(Deed.END, answers).status_code == 303
    assert [state(each) for each in (subscription, answers, other)] == ["active", "ended", "active"]
    do(Deed.DAILY, subscription)
    subscription.refresh_from_db()
    assert subscription.is_daily
    do(Deed.AT_ONCE, subscription)
    do(Deed.END_ALL)
    assert [state(each) for each in (subscription, other)] == ["ended", "active"]
    do(Deed.REFUSE)
    assert state(subscription) == "refused"
    do(Deed.WELCOME)
    assert state(subscription) == "ended"


@pytest.mark.parametrize("deed", ["", "nothing", "\x00", "end", "confirm", "daily"])
@pytest.mark.parametrize("number", ["", "x", "\x00", "9" * 30, "-1", "another's"])
def test_overview_answers_nonsense_clearly(client, subscription, subscribed_to, deed, number):
    if number == "another's":
        number = subscribed_to("mei@example.org").pk
    path = links.OVERVIEW.path(subscription.recipient_id)
    assert client.post(path, {"deed": deed, "subscription": number}).status_code == 400
    assert Subscription.objects.active().count() == Subscription.objects.count()


@pytest.mark.parametrize("number", [1, 3])
def test_overview_costs_two_queries(
    client,
    subscribed_to,
    said,
    number,
    django_assert_num_queries,
):
    for _ in range(number):
        subscription = subscribed_to(reply=said())
    with django_assert_num_queries(2):
        client.get(links.OVERVIEW.path(subscription.recipient_id))
