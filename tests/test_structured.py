import pytest

from tests.structured import complaints, nodes_of, walk, words_of


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"@type": "Movie", "name": "x", "director": [{"@type": "Person", "name": "y"}]}, []),
        ({"@type": "Film"}, ["no type 'Film'"]),
        ({"@type": "Movie", "starring": "y"}, ["Movie has no property starring"]),
        ({"@type": "Movie", "numberOfSeasons": 1}, ["Movie has no property numberOfSeasons"]),
        ({"@type": "Movie", "director": {"@type": "Movie"}}, ["Movie.director is no Movie"]),
        (
            {"@type": "Movie", "comment": [{"@type": "Comment", "mood": "good"}]},
            ["Comment has no property mood"],
        ),
        (
            {
                "@type": "Movie",
                "actor": {
                    "@type": "PerformanceRole",
                    "actor": {"@type": "Person"},
                    "characterName": "z",
                },
            },
            [],
        ),
    ],
)
def test_vocabulary_is_held_against_a_node(node, expected):
    assert list(complaints(node)) == expected


def test_page_is_read_without_its_data():
    page = '<p>a &amp; <b>b</b></p><script type="application/ld+json">{"c":["d",{"e":1}]}</script>'
    assert words_of(page) == "a&b"
    assert list(walk(nodes_of(page))) == [("c", "d"), ("e", 1)]
