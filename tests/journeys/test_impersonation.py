"""Two hundred attempts to be taken for a reader whom the site knows: none succeeds."""

from itertools import product

import pytest
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse

from comments.models import Reply, State
from comments.own import manage_address, own_address
from comments.trust import is_trusted, is_verified
from comments.visitor import COOKIE, Visitor
from tests.factories import DramaFactory

HANA = {"name": "Hana Mori", "email": "hana.mori@example.org", "website": "https://hana.example/"}
NAMES = {
    "another name": "Somebody Else",
    "her name": HANA["name"],
    "in capitals": HANA["name"].upper(),
    "with a Cyrillic letter": "H\u0430na Mori",
    "in full width": "\uff28\uff41\uff4e\uff41 Mori",
    "with a letter of no width": "Hana\u200b Mori",
}
EMAILS = {
    "another address": "eve@example.org",
    "her address": HANA["email"],
    "in capitals": HANA["email"].upper(),
    "with a tag": "hana.mori+eve@example.org",
}


def token_of(client):
    return client.cookies[COOKIE].value


def post(client, drama, **typed):
    given = HANA | {"comment": f"Words {Reply.objects.count()}."} | typed
    response = client.post(reverse("replies", args=[drama.slug]), given)
    assert response.status_code == 303
    return Reply.objects.latest("pk")


@pytest.fixture
def drama(db):
    return DramaFactory()


@pytest.fixture
def hers(drama):
    """The browser of one whose address is verified and whose words an editor approved."""
    client = Client()
    reply = post(client, drama)
    client.post(f"{manage_address(reply)}verify/")
    Reply.objects.get().approve()
    assert post(client, drama).is_published
    return client


@pytest.fixture
def strangers(drama, hers):
    """The browsers of those who try: without a cookie, with their own, with made-up ones."""
    known = Reply.objects.first()
    foreign = Client()
    post(foreign, drama, name="Eve", email="eve@example.org")
    number, signature = token_of(hers).rsplit(":", 1)
    tokens = {
        "her number without the signature": number,
        "another number under her signature": f"{'0' * 32}:{signature}",
        "her number under another's signature": (f"{number}:{token_of(foreign).rsplit(':', 1)[1]}"),
        "what the database holds of it": known.browser_key,
        "signed for another purpose": Signer(salt="another").sign(number),
        "her reply's address": own_address(known).split("/")[-2],
        "nothing that anybody signed": "x:y\\000:\u00e9",
    }
    browsers = {"none": Client(), "another's": foreign}
    for what, token in tokens.items():
        browsers[what] = Client()
        browsers[what].cookies[COOKIE] = token
    return browsers


def attempts(strangers):
    """Each from a browser in the state in which it was, as if it were the first."""
    for what, name, email in product(strangers, NAMES, EMAILS):
        client = Client()
        client.cookies.update(strangers[what].cookies)
        yield (what, name, email), client, {"name": NAMES[name], "email": EMAILS[email]}


def gained(reply):
    visitor = Visitor(browser_key=reply.browser_key)
    return {
        "published": reply.state == State.PUBLISHED,
        "marked": reply.verified_at is not None,
        "trusted": is_trusted(visitor),
        "verified": is_verified(visitor, HANA["email"]),
    }


@pytest.mark.long
def test_nobody_borrows_trust_or_a_mark(drama, hers, strangers):
    tried = {
        what: gained(post(client, drama, **typed)) for what, client, typed in attempts(strangers)
    }
    assert len(tried) == 9 * 6 * 4
    assert {what: got for what, got in tried.items() if any(got.values())} == {}
    # It is told by what she herself has, all the while.
    own = post(hers, drama, comment="The harbour at dusk is what I remember of it.")
    assert list(gained(own).values()) == [True] * 4


def test_nobody_becomes_another_by_a_correction(drama, hers):
    eve = Client()
    reply = post(eve, drama, name="Eve", email="eve@example.org")
    typed = {"comment": "Trust me.", "name": HANA["name"], "email": HANA["email"]}
    html = eve.get(f"{own_address(reply)}correct/").content.decode()
    version = html.split('name="version" value="')[1].split('"')[0]
    eve.post(f"{own_address(reply)}correct/", typed | {"version": version})
    reply.refresh_from_db()
    assert (reply.name, reply.address) == (HANA["name"], "eve@example.org")
    assert not any(gained(reply).values())


def test_nobody_verifies_without_the_mail(drama, hers):
    eve = Client()
    reply = post(eve, drama)
    own, mailed = own_address(reply), manage_address(Reply.objects.first())
    number, _signature = mailed.split("/")[-2].split(".")
    assert int(number) == Reply.objects.first().pk
    for address in (own, mailed.replace(f"{number}.", f"{reply.pk}."), f"/replies/own/{reply.pk}/"):
        assert eve.post(f"{address}verify/").status_code == 404
    reply.refresh_from_db()
    assert not any(gained(reply).values())
