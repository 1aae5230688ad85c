import io
import json

import pytest
from django.core.management import CommandError, call_command

from catalog.importers.tmdb import api
from catalog.models import Drama, Episode, ExternalId, Person
from tests.catalog.importers.rows import all_rows
from tests.catalog.importers.tmdb.answers import details, season
from tests.catalog.importers.tmdb.conftest import tmdb  # noqa: F401  (a fixture)

pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_tmdb", *map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path):
    """Saved answers: of names that say what they are, as tools write them."""

    def write(**answers):
        for name, answer in answers.items():
            path = tmp_path / f"{name}.json"
            path.write_text(answer if isinstance(answer, str) else json.dumps(answer))
        return tmp_path

    return write


def test_series_comes_in_with_pictures_and_again_changes_nothing(tmdb):  # noqa: F811
    tmdb()
    assert run(7) == ("7: The Lighthouse: new\n", "")
    drama = Drama.objects.get()
    gallery = drama.gallery.values_list("kind", "picture__credit", "picture__alt")
    assert list(gallery) == [
        ("poster", "TMDB", "Poster of The Lighthouse"),
        ("backdrop", "TMDB", "Picture from The Lighthouse"),
        ("backdrop", "TMDB", "Picture from The Lighthouse"),
    ]
    assert (drama.poster, drama.backdrop) == tuple(
        drama.gallery.all()[place].picture for place in (0, 1)
    )
    ids = drama.external_ids.order_by("source").values_list("source", "value")
    assert list(ids) == [("imdb", "tt7"), ("tmdb", "7"), ("wikidata", "Q7")]
    before = all_rows()
    asked = tmdb()
    assert run(7) == ("7: The Lighthouse: unchanged\n", "")
    assert all_rows() == before
    assert [path for path, _query, _headers in asked] == ["/3/tv/7", "/3/tv/7/season/1"]


def test_locked_fields_and_removed_pictures_stay(tmdb):  # noqa: F811
    tmdb()
    run(7)
    drama = Drama.objects.get()
    Drama.objects.update(title="Corrected", poster=None)
    Episode.objects.filter(number=1).update(title="Mine")
    drama.gallery.first().delete()
    changed = json.dumps(details(name="Renamed", status="Canceled")).encode()
    tmdb(**{"/3/tv/7": changed})
    assert run(7)[0].splitlines() == [
        "7: Renamed: changed",
        "  title stays “Corrected”, TMDB says “Renamed”",
        "  status: “ended” becomes “cancelled”",
        "  season 1, episode 1: title stays “Mine”, TMDB says “Arrival”",
    ]
    drama.refresh_from_db()
    assert (drama.title, drama.status, drama.poster) == ("Corrected", "cancelled", None)
    assert (Episode.objects.get(number=1).title, drama.gallery.count()) == ("Mine", 2)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/3/tv/7", b""),
        ("/3/tv/7", b'{"id": 7, "na'),
        ("/3/tv/7", json.dumps(details(genres="Drama")).encode()),
        ("/3/tv/7", json.dumps(details(id=8)).encode()),
        ("/3/tv/7/season/1", b""),
        ("/3/tv/7/season/1", json.dumps(season(episodes=[{"episode_number": "x"}])).encode()),
    ],
    ids=["empty", "cut off", "wrong type", "another", "empty season", "wrong season"],
)
def test_faulty_answer_changes_nothing(tmdb, path, body):  # noqa: F811
    tmdb(**{path: body})
    before = all_rows()
    with pytest.raises(CommandError, match="Nothing was changed of: 7"):
        run(7)
    assert all_rows() == before


def test_picture_that_cannot_be_had_is_told_of(tmdb, monkeypatch):  # noqa: F811
    monkeypatch.setattr(api, "AGAIN", api.AGAIN.new(backoff_factor=0))
    tmdb(**{"/p/original/sea.jpg": b"no picture"})
    out, err = run(7)
    assert out == "7: The Lighthouse: new\n"
    assert err == (
        "7: /sea.jpg: This cannot be read as a picture: send JPEG, PNG, WebP, AVIF or GIF.\n"
    )
    assert Drama.objects.get().gallery.count() == 2


def test_dry_run_writes_nothing(tmdb):  # noqa: F811
    asked = tmdb()
    before = all_rows()
    assert run(7, dry_run=True)[0] == "7: The Lighthouse: new\n"
    assert all_rows() == before
    assert len(asked) == 2


def test_saved_answers_come_in_whatever_their_names(folder):
    parts = details()
    credits = parts.pop("aggregate_credits") | {"id": 7}
    saved = folder(
        tv_details_7=parts,
        tv_aggregate_credits_7=credits,
        tv_season_7_season_1=season(),
        tv_season_9_season_1=season(episodes=[{"episode_number": 1, "show_id": 9}]),
        person_details_91={"id": 91, "name": "First", "also_known_as": ["一"], "birthday": None},
        configuration={"images": {"base_url": "http://images.example/"}},
    )
    assert run("--from", saved)[0].splitlines() == [
        "configuration.json tells of no series and nobody; it is left alone",
        "7: The Lighthouse: new",
        "9: TMDB 9: new",
        "First: changed",
    ]
    drama = Drama.objects.get(title="The Lighthouse")
    assert (drama.credits.count(), drama.gallery.count()) == (5, 0)
    assert Drama.objects.get(title="TMDB 9").publication == "draft"
    assert [n.name for n in Person.objects.get(name="First").other_names.all()] == ["一"]
    before = all_rows()
    assert run("--from", saved)[0].splitlines()[1:] == [
        "7: The Lighthouse: unchanged",
        "9: TMDB 9: unchanged",
        "First: unchanged",
    ]
    assert all_rows() == before


def test_name_comes_with_the_details(folder):
    run("--from", folder(season_9=season(episodes=[{"episode_number": 1, "show_id": 9}])))
    run("--from", folder(details=details(id=9, external_ids=None)))
    assert list(Drama.objects.values_list("title", flat=True)) == ["The Lighthouse"]


@pytest.mark.parametrize("answer", ["", "{", "[]"], ids=["empty", "cut off", "list"])
def test_saved_answer_that_is_none_changes_nothing(folder, answer):
    saved = folder(tv_details_7=details(), tv_season=answer)
    with pytest.raises(CommandError, match=r"tv_season\.json: the answer is"):
        run("--from", saved)
    assert not ExternalId.objects.exists()


def test_what_is_to_be_taken_has_to_be_named(tmp_path):
    with pytest.raises(CommandError, match="Name the ids"):
        run()
    with pytest.raises(CommandError, match="is no folder"):
        run("--from", tmp_path / "none")
    with pytest.raises(CommandError, match="Nothing was changed of: 5"):
        run(5, "--from", tmp_path)


@pytest.mark.shared
def test_recorded_answers_come_in_once(shared):
    run("--from", shared / "data/tmdb")
    lupin = Drama.objects.get(title="Lupin")
    assert (lupin.episode_count, lupin.credits.count() > 60) == (10, True)
    before = all_rows()
    run("--from", shared / "data/tmdb")
    assert all_rows() == before
