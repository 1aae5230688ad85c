import datetime

import pytest
from django.utils import timezone

from comments.models import Ban, State
from comments.models.ban import By

LIST = "/admin/comments/ban/"
QUEUE = "/admin/comments/reply/queue/"


@pytest.fixture
def reply(said):
    return said(state=State.HELD, browser_key="b", network_key="n")


def ban(client, reply, by="browser_key", days="7", back=QUEUE):
    chosen = {f"ban-by-{reply.pk}": by, f"ban-days-{reply.pk}": days}
    return client.post(f"{LIST}of/{reply.pk}/?next={back}", chosen, follow=True)


def page_of(reply):
    return f"/admin/comments/reply/{reply.pk}/change/"


@pytest.mark.parametrize("by", By)
def test_button_bans_and_leads_back(admin_client, reply, by):
    for page in (QUEUE, page_of(reply)):
        assert f"{LIST}of/{reply.pk}/?next={page}" in admin_client.get(page).content.decode()
    response = ban(admin_client, reply, by)
    assert response.redirect_chain == [(QUEUE, 302)]
    assert "Banned: " in response.content.decode()
    assert (Ban.objects.get().known_by, Ban.objects.get().by_name) == (by, "admin")


def test_keys_and_addresses_are_in_no_page_of_a_ban(admin_client, reply):
    for by in By:
        ban(admin_client, reply, by)
    pages = [LIST, *(f"{LIST}{pk}/change/" for pk in Ban.objects.values_list("pk", flat=True))]
    for address in pages:
        html = admin_client.get(address).content.decode()
        assert "hana@example.org" not in html
        assert reply.email_key not in html


def test_person_who_is_not_known_cannot_be_banned(admin_client, said):
    page = ban(admin_client, said(state=State.HELD), "network_key").content.decode()
    assert "Nobody was banned: the site does not know, or no longer, the network" in page
    assert Ban.objects.count() == 0


@pytest.mark.parametrize(
    ("by", "days"), [("x", "7"), ("", "7"), ("browser_key", "x"), ("browser_key", "9" * 30)]
)
def test_ban_of_nothing_bans_nobody(admin_client, reply, by, days):
    assert ban(admin_client, reply, by, days).status_code == 200
    assert Ban.objects.count() == 0


def test_ban_by_a_link_is_refused(admin_client, reply):
    assert admin_client.get(f"{LIST}of/{reply.pk}/").status_code == 405


def test_reader_cannot_ban(reader, reply):
    assert "Ban" not in reader.get(QUEUE).content.decode()
    assert ban(reader, reply).status_code == 403
    assert Ban.objects.count() == 0


def test_bans_are_lifted_from_the_list(admin_client, reply):
    ban(admin_client, reply, days="")
    data = {"action": "lift", "_selected_action": [Ban.objects.get().pk]}
    assert "1 ban lifted." in admin_client.post(LIST, data, follow=True).content.decode()
    assert not Ban.objects.get().is_active


def test_end_of_a_ban_of_a_network_is_within_a_month(admin_client, reply):
    ban(admin_client, reply, "network_key")
    address = f"{LIST}{Ban.objects.get().pk}/change/"
    later = timezone.now() + datetime.timedelta(days=31)
    for until in ("", f"{later:%Y-%m-%d}"):
        typed = {"until_0": until, "until_1": "12:00" if until else "", "note": "x"}
        html = admin_client.post(address, typed).content.decode()
        assert "A ban of a network has an end" in html
    sooner = {"until_0": f"{timezone.now():%Y-%m-%d}", "until_1": "23:59", "note": "x"}
    assert admin_client.post(address, sooner).status_code == 302
    assert Ban.objects.get().note == "x"


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_few_queries(admin_client, reply, admin_user, number, django_assert_num_queries):
    for _ in range(number):
        Ban.objects.impose(reply, By.BROWSER, days=7, editor=admin_user)
    with django_assert_num_queries(5):
        admin_client.get(LIST)
