import datetime
import json
import re

import pytest
from django.core import mail
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from comments import addresses, forgetting
from comments.data_link import data_path
from comments.held import Held
from comments.models import Pace, Recipient, Reply, State
from comments.notification import links
from comments.views import data as data_view

pytestmark = pytest.mark.django_db

HANA = "hana@example.org"
QUERIES_OF_A_REQUEST = 4
FROM = {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture
def in_background(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def path_of(address=HANA):
    return data_path(Held(addresses.key(address)))


def ask(client, address=HANA, **extra):
    return client.post("/privacy/data/", {"email": address}, **extra)


def test_known_and_unknown_address_are_answered_alike(client, said, in_background):
    said()
    answers = [ask(client, address, **FROM) for address in (HANA, "nobody@example.org")]
    seen = {(a.status_code, a.url, a.content, str(sorted(a.headers.items()))) for a in answers}
    assert len(seen) == 1
    assert answers[0].status_code == 303
    page = client.get(answers[0].url)
    assert "If anything is held under that address" in page.content.decode()


@pytest.mark.parametrize("address", [HANA, "nobody@example.org"])
def test_known_and_unknown_address_cost_the_same_queries(
    client, said, in_background, django_assert_num_queries, address
):
    for _ in range(3):
        said()
    with django_assert_num_queries(QUERIES_OF_A_REQUEST):
        ask(client, address, **FROM)


def test_what_is_asked_waits_without_an_address_in_clear(client, said, in_background):
    said()
    ask(client)
    assert "hana" not in str(list(DBTaskResult.objects.values()))
    assert mail.outbox == []


def test_mailed_link_opens_the_page(client, said):
    said("my own words")
    ask(client)
    path = re.search(r"/privacy/data/\S+", mail.outbox[0].body)[0]
    html = client.get(path).content.decode()
    assert "my own words" in html
    assert HANA not in html


@pytest.mark.parametrize(
    ("typed", "status"), [("", 422), ("hana", 422), ("h\x00@example.org", 422), ("a" * 300, 422)]
)
def test_what_is_no_address_is_given_back(client, typed, status):
    response = ask(client, typed)
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store, private"
    assert "There is a problem" in response.content.decode()


def test_other_site_cannot_ask(client, said):
    said()
    response = ask(client, headers={"Sec-Fetch-Site": "cross-site"})
    assert (response.status_code, mail.outbox) == (403, [])


def test_network_that_asks_too_often_waits(client, settings):
    settings.MAIL_RATE_NETWORK = "2/3600"
    statuses = [ask(client, f"v{n}@example.org", **FROM).status_code for n in range(3)]
    assert statuses == [303, 303, 429]
    assert int(ask(client, **FROM)["Retry-After"]) > 3000


def test_pages_change_nothing_when_they_are_looked_at(client, said):
    said()
    path = path_of()
    before = [list(model.objects.values()) for model in (Reply, Pace)]
    for address in ("", "export/", "erase/"):
        for method in (client.get, client.head):
            assert method(path + address).status_code == (405 if address == "erase/" else 200)
    assert [list(model.objects.values()) for model in (Reply, Pace)] == before


@pytest.mark.parametrize("address", ["", "export/"])
def test_secret_pages_are_kept_by_nobody_and_told_to_nobody(client, said, address):
    said()
    response = client.get(path_of() + address)
    assert response["Cache-Control"] == "no-store, private"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


@pytest.mark.parametrize("address", ["", "export/", "erase/"])
def test_link_that_is_false_or_old_opens_nothing(client, said, address, time_machine_at):
    reply = said()
    path = path_of()
    ways = client.post if address == "erase/" else client.get
    assert ways(f"/privacy/data/{'0' * 64}.1.2/{address}").status_code == 404
    time_machine_at(reply.created_at + datetime.timedelta(days=1, seconds=5))
    response = ways(path + address, {"sure": "yes"})
    assert response.status_code == 410
    assert reverse("data_ask") in response.content.decode()
    assert Reply.objects.get().body


def test_page_shows_the_newest_and_says_that_there_are_more(client, said, monkeypatch):
    monkeypatch.setattr(data_view, "MOST_SHOWN", 2)
    for number in range(3):
        said(f"reply {number}")
    html = client.get(path_of()).content.decode()
    assert re.findall(r"<p>(reply \d)</p>", html) == ["reply 2", "reply 1"]
    assert "There are older ones" in html


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_two_queries(client, said, django_assert_num_queries, number):
    for _ in range(number):
        said()
    with django_assert_num_queries(2):
        client.get(path_of())


def test_page_leads_to_what_one_is_told_of(client):
    recipient = Recipient.objects.at(HANA, "https://dramas.example")
    path = links.OVERVIEW.path(recipient.pk)
    assert path in client.get(path_of()).content.decode()
    assert path not in client.get(path_of("mei@example.org")).content.decode()


def test_export_is_a_file(client, said):
    said("ありがとう")
    response = client.get(path_of() + "export/")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert "ありがとう" in response.content.decode()
    assert json.loads(response.content)["email_address"] == HANA


def test_erasing_wants_to_be_sure(client, said):
    said()
    response = client.post(path_of() + "erase/")
    assert response.status_code == 422
    assert "Say that you are sure" in response.content.decode()
    assert Held(addresses.key(HANA)).is_anything


def test_erasing_erases_and_the_link_shows_nothing_more(client, said):
    said("secret words")
    said(email="mei@example.org")
    path = path_of()
    response = client.post(path + "erase/", {"sure": "yes"})
    assert (response.status_code, response.url) == (303, "/privacy/data/erased/")
    assert client.get(response.url).status_code == 200
    assert "There are none." in client.get(path).content.decode()
    assert Reply.objects.exclude(email_key="").get().address == "mei@example.org"


def test_great_deal_is_erased_to_its_end_in_the_background(client, said, monkeypatch):
    monkeypatch.setattr(forgetting, "MOST_AT_A_TIME", 2)
    for _ in range(5):
        said(state=State.HELD)
    client.post(path_of() + "erase/", {"sure": "yes"})
    assert Reply.objects.count() == 0


def test_other_site_cannot_erase(client, said):
    said()
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = client.post(path_of() + "erase/", {"sure": "yes"}, headers=headers)
    assert (response.status_code, Held(addresses.key(HANA)).is_anything) == (403, True)


def test_nothing_held_is_said(client):
    assert "There are none." in client.get(path_of()).content.decode()
