from xml.etree import ElementTree

import pytest

from catalog.oembed import Room, answer_for, as_xml, slug_of
from tests.factories import DramaFactory, PictureFactory

HOSTS = {"d.example"}


def at(path):
    return f"https://d.example{path}"


@pytest.mark.parametrize(
    "address", ["https://d.example/dramas/x/", "http://D.example/dramas/x/?a=1#b"]
)
def test_address_of_a_drama_is_read(address):
    assert slug_of(address, HOSTS) == "x"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/dramas/x/",
        "https://evil.example/dramas/x/",
        "https://d.example@evil.example/dramas/x/",
        "https://d.example.evil.example/dramas/x/",
        "javascript://d.example/dramas/x/",
        "https://d.example/people/x/",
        "https://d.example/dramas/x/episodes/",
        "https://d.example/dramas/\x00/",
        "https://[d.example/dramas/x/",
    ],
)
def test_any_other_address_is_none_of_ours(address):
    with pytest.raises(LookupError):
        slug_of(address, HOSTS)


@pytest.mark.django_db
def test_drama_is_quoted_without_anything_that_runs():
    drama = DramaFactory(title="<script>x</script>", slug="x", summary="<b onclick='x'>A tale.</b>")
    answer = answer_for(drama, at, Room(width=400))
    assert (answer["type"], answer["width"], answer["height"]) == ("rich", 400, 240)
    assert answer["html"] == (
        '<blockquote cite="https://d.example/dramas/x/"><p><a href="https://d.example/dramas/x/">'
        "&lt;script&gt;x&lt;/script&gt;</a></p><p>&lt;b onclick=&#x27;x&#x27;&gt;A tale."
        "&lt;/b&gt;</p></blockquote>"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("room", [Room(width=200), Room(height=100), Room(width=1, height=1)])
def test_drama_is_a_link_where_there_is_no_room(room):
    answer = answer_for(DramaFactory(), at, room)
    assert (answer["type"], "html" in answer, "width" in answer) == ("link", False, False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("room", "width"), [(Room(), 960), (Room(width=700), 640), (Room(height=500), 320)]
)
def test_thumbnail_is_the_largest_that_fits(room, width):
    drama = DramaFactory(poster=PictureFactory(size=(1000, 1500)))
    answer = answer_for(drama, at, room)
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (width, width * 3 // 2)
    assert answer["thumbnail_url"].endswith(f"/{width}.jpg")


@pytest.mark.django_db
def test_thumbnail_is_left_out_where_none_fits():
    drama = DramaFactory(poster=PictureFactory(size=(1000, 1500)))
    assert "thumbnail_url" not in answer_for(drama, at, Room(width=300))


def test_xml_says_the_same_whatever_is_in_it():
    root = ElementTree.fromstring(as_xml({"title": "<a> & \x00b", "width": 600}))
    assert {each.tag: each.text for each in root} == {"title": "<a> & b", "width": "600"}
