import pytest

from comments.spam.links import link_markup, links, nothing_but_links, shortened_links

ONE = "The whole interview is at https://magazine.example/2024/interview, worth reading."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No link at all, ep.12 was great... really.great", 0),
        (ONE, 1),
        (f"{ONE} {ONE}", 1),
        (f"{ONE} And www.other.example/x.", 3),
        (f"{ONE} www.a.example www.b.example", 6),
    ],
)
def test_links_cost_by_their_number(points, text, expected):
    assert points(links, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("https://shop.example/buy", 3), ("look shop.com !!!", 3), (ONE, 0), ("No link.", 0)],
)
def test_link_without_words_costs_points(points, text, expected):
    assert points(nothing_but_links, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("More at bit.ly/2xYz today", 3), (ONE, 0)])
def test_shortener_costs_points(points, text, expected):
    assert points(shortened_links, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="https://shop.example">pills</a>', 6),
        ("[url=https://shop.example]pills[/url]", 6),
        ("[URL]https://shop.example[/URL]", 6),
        ("< a title=x HREF=x", 6),
        ("[my](https://blog.example) view: a < b, [sic]", 0),
    ],
)
def test_markup_of_other_sites_costs_points(points, text, expected):
    assert points(link_markup, text) == expected
