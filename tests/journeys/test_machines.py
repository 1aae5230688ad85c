"""What every kind of page tells machines: equal to what it shows, and valid."""

import html
import re

import pytest

from catalog.models import Drama
from catalog.models.dates import PartialDate
from comments.models import Reply, State
from tests.factories import GalleryImageFactory
from tests.journeys.conftest import KINDS
from tests.structured import SCRIPT, complaints, nodes_of, squeezed, walk, words_of

ORIGIN = "http://testserver"
FOUND = {kind: address for kind, address in KINDS.items() if kind != "not found"}
WITHOUT_DATA = {
    *("feeds and API", "search", "found", "found by its story", "nothing found"),
    *("privacy", "your data", "data asked for"),
}
PROPERTY = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')
# Places and counts of a list; what only machines write.
UNSEEN = {"@context", "@type", "position", "query-input", "urlTemplate"}


def is_shown(name, value, page, words):
    """Whether the page says it too, in words or in an address."""
    if name in UNSEEN:
        return True
    text = str(value)
    if text.startswith(("/", ORIGIN)):
        return is_linked(text.removeprefix(ORIGIN), page)
    if name == "dateCreated":
        return f'datetime="{re.sub(r":(?=..$)", "", text)}"' in page
    if name.endswith("Date") or name == "datePublished":
        return text in words or squeezed(PartialDate.parse(text).spoken()) in words
    if name == "duration":
        return text.removeprefix("PT").removesuffix("M") in words
    if name == "inLanguage":
        return f'lang="{text}"' in page
    if name == "description" and f'alt="{html.escape(text)}"' in page:
        return True
    return all(squeezed(part) in words for part in text.split("…"))


def is_linked(path, page):
    # The page shows another size of the same picture.
    picture = re.match(r"/media/pictures/\w+/", path)
    return (picture[0] if picture else path) in html.unescape(page)


@pytest.fixture
def full(every_kind, client):
    """Every kind of page, with a conversation and pictures on the drama's."""
    drama = Drama.objects.get(slug="1-litre-of-tears")
    GalleryImageFactory.create_batch(2, drama=drama, picture__credit="Somebody")
    Reply.objects.post(drama, name="Hana", body="so ||he dies|| sad", state=State.PUBLISHED)
    return {kind: client.get(address).content.decode() for kind, address in FOUND.items()}


def test_structured_data_is_what_the_page_shows(full):
    unseen = [
        (kind, name, value)
        for kind, page in full.items()
        for node in nodes_of(page)
        for name, value in walk(node)
        if not is_shown(name, value, SCRIPT.sub("", page), words_of(page))
    ]
    assert unseen == []


def test_value_that_the_page_does_not_show_is_found():
    page = '<p>Aya</p><a href="/people/aya/">2005-10-11</a>'
    words = words_of(page)
    assert is_shown("name", "Aya", page, words)
    assert is_shown("startDate", "2005-10-11", page, words)
    assert is_shown("url", f"{ORIGIN}/people/aya/", page, words)
    assert not is_shown("name", "Haruto", page, words)
    assert not is_shown("startDate", "2005-12-20", page, words)
    assert not is_shown("url", f"{ORIGIN}/people/haruto/", page, words)


def test_structured_data_keeps_to_the_vocabulary(full):
    nodes = [(kind, node) for kind, page in full.items() for node in nodes_of(page)]
    assert [(kind, each) for kind, node in nodes for each in complaints(node)] == []
    assert {node["@context"] for _, node in nodes} == {"https://schema.org"}
    assert set(FOUND) - {kind for kind, _ in nodes} == WITHOUT_DATA
    # Figures of another site are never said as ours.
    names = {name for page in full.values() for node in nodes_of(page) for name, _ in walk(node)}
    assert names & {"aggregateRating", "ratingValue", "ratingCount", "review"} == set()


def test_spoilers_are_left_out_and_crumbs_are_told(full):
    data = "".join(re.findall(r"ld\+json\">(.*?)</script>", full["drama"]))
    assert '"text":"so … sad"' in data
    assert "he dies" not in data
    with_crumbs = {kind for kind, page in full.items() if 'class="crumbs"' in page}
    told = {
        kind
        for kind, page in full.items()
        if "BreadcrumbList" in {node["@type"] for node in nodes_of(page)}
    }
    assert with_crumbs == told
    assert len(told) >= 5


def test_every_page_has_a_card_to_share(full, client):
    for kind, page in full.items():
        said = dict(PROPERTY.findall(page))
        title = re.search(r"<title>(.*?)</title>", page)[1].removesuffix(" – Dramasite")
        assert (kind, said["og:title"]) == (kind, " ".join(title.split()))
        assert said["og:url"] == re.search(r'rel="canonical" href="([^"]*)"', page)[1]
        assert said["og:type"] in {"website", "profile", "video.tv_show", "video.movie"}
        assert said["og:image:alt"]
        assert said["twitter:card"] == "summary_large_image"
        assert said["twitter:image"] == said["og:image"]
        assert said["og:image"].startswith(ORIGIN + "/")
    images = {said for page in full.values() for said in PROPERTY.findall(page)}
    paths = {value.removeprefix(ORIGIN) for name, value in images if name == "og:image"}
    assert {type_of(client, html.unescape(path)) for path in paths} == {"image/jpeg"}


def type_of(client, path):
    response = client.get(path)
    response.close()
    return response["Content-Type"]


def test_titles_and_descriptions_have_a_good_length(full):
    """Long enough to say something, short enough for a page of results."""
    for kind, page in full.items():
        title = html.unescape(re.search(r"<title>(.*?)</title>", page)[1])
        description = html.unescape(re.search(r'name="description" content="([^"]*)"', page)[1])
        assert (kind, title, 10 <= len(title) <= 80) == (kind, title, True)
        assert (kind, description, 30 <= len(description) <= 170) == (kind, description, True)
    titles = [re.search(r"<title>(.*?)</title>", page)[1] for page in full.values()]
    assert len(set(titles)) >= len(titles) - 1  # the present month has two addresses


def test_canonical_address_is_the_page_itself_whatever_is_asked(client, every_kind):
    for kind, address in FOUND.items():
        page = client.get(address, follow=True).content.decode()
        again = client.get(address + ("&" if "?" in address else "?") + "utm_source=x", follow=True)
        canonical = re.search(r'rel="canonical" href="([^"]*)"', page)[1]
        assert (kind, canonical in again.content.decode()) == (kind, True)
        assert "utm_source" not in canonical


def test_missing_page_has_no_address_of_its_own(client, db):
    page = client.get("/nowhere/").content.decode()
    assert 'rel="canonical"' not in page
    assert PROPERTY.findall(page) == []
