import csv
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalog.models import Drama, ListingFigures
from tests.catalog.importers.rows import all_rows

ROOT = Path(__file__).resolve().parents[3]


def row(number, **values):
    return {"mdl_id": number, "title": f"Drama {number}", "score": 8.1} | values


def run(path, *options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_dramas", str(path), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    """Where the site writes, for this test alone."""
    settings.DATA_DIR = tmp_path / "var"
    return settings.DATA_DIR


@pytest.fixture
def listing(tmp_path):
    def write(*rows):
        path = tmp_path / "dramas.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in rows))
        return path

    return write


@pytest.mark.django_db
def test_summary_tells_new_changed_and_unchanged(listing, kept):
    assert run(listing(row(1), row(2))) == ("2 new, 0 changed, 0 unchanged, 0 refused\n", "")
    path = listing(row(1), row(2, episodes=5), row(3))
    assert run(path) == ("1 new, 1 changed, 1 unchanged, 0 refused\n", "")
    assert not kept.exists()


@pytest.mark.django_db
def test_what_an_editor_changed_stays_and_is_named(listing, kept):
    run(listing(row(1)))
    Drama.objects.update(title="Corrected")
    out = run(listing(row(1)))[0].splitlines()
    [path] = kept.glob("import/kept-dramas-*.jsonl")
    assert out == [
        "line 1: title stays “Corrected”, the file says “Drama 1”",
        "0 new, 0 changed, 1 unchanged, 0 refused",
        "Fields that stay as editors have them: 1",
        f"All of them are in {path}",
    ]
    told = {"line": 1, "reason": "title", "ours": "Corrected", "theirs": "Drama 1"}
    assert json.loads(path.read_text()) == told
    assert Drama.objects.get().title == "Corrected"


@pytest.mark.django_db
def test_refused_rows_are_named_and_kept(listing, tmp_path):
    path = listing(row(1), row(2, score=11), row(1))
    kept = tmp_path / "refused.jsonl"
    out, _ = run(path, "--refused", str(kept))
    assert out == (
        "line 2: score is above 10\n"
        "line 3: an earlier row has the same id\n"
        "1 new, 0 changed, 0 unchanged, 2 refused\n"
        f"All refused rows are in {kept}\n"
    )
    assert [json.loads(line) for line in kept.read_text().splitlines()] == [
        {"line": 2, "reason": "score is above 10", "row": row(2, score=11)},
        {"line": 3, "reason": "an earlier row has the same id", "row": row(1)},
    ]


@pytest.mark.django_db
def test_refused_rows_are_kept_with_the_data_by_default(listing, kept):
    run(listing(row(1, score=11)))
    assert [path.name[:15] for path in (kept / "import").iterdir()] == ["refused-dramas-"]


@pytest.mark.django_db
def test_refused_rows_that_are_many_are_not_all_named(listing):
    out, _ = run(listing(*(row(n, score=11) for n in range(1, 31))))
    assert out.count("score is above 10") == 20
    assert "Only the first 20 refused rows are named here." in out


@pytest.mark.django_db
def test_broken_lines_are_refused_and_the_rest_taken(tmp_path):
    path = tmp_path / "dramas.jsonl"
    good = json.dumps(row(1)).encode()
    path.write_bytes(b"\xef\xbb\xbf" + good + b'\n{"mdl_id": \n\n\xff\n[1]\nnull\n')
    out, _ = run(path)
    assert out.splitlines()[1:5] == [
        "line 4: the line is not UTF-8",
        "line 5: it is not an object with named values",
        "line 6: it is not an object with named values",
        "1 new, 0 changed, 0 unchanged, 4 refused",
    ]


@pytest.mark.django_db
def test_csv_and_json_lines_mean_the_same(listing, tmp_path):
    rich = row(1, aka=["涙"], cast=[{"id": 5, "name": "A", "role": "Main Role"}], airs=None)
    path = tmp_path / "dramas.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(rich)
        writer.writerow(json.dumps(v) if isinstance(v, list) else v for v in rich.values())
    assert run(path)[0] == "1 new, 0 changed, 0 unchanged, 0 refused\n"
    assert run(listing(rich))[0] == "0 new, 0 changed, 1 unchanged, 0 refused\n"


@pytest.mark.django_db
def test_csv_tells_which_columns_it_lacks(tmp_path):
    path = tmp_path / "dramas.txt"
    path.write_text("mdl_id,title,score\n1,W,8\n")
    out, err = run(path, "--format", "csv")
    assert out == "1 new, 0 changed, 0 unchanged, 0 refused\n"
    assert err.startswith("Not in the file, and left alone: native_title, aka, type")


@pytest.mark.parametrize("text", ["", "title\nW\n", "\x00\n", "\n\n"])
def test_csv_without_ids_is_an_error(tmp_path, text):
    path = tmp_path / "dramas.csv"
    path.write_text(text)
    with pytest.raises(CommandError, match="The file has no column mdl_id"):
        run(path)


@pytest.mark.django_db
def test_csv_of_other_bytes_refuses_the_row(tmp_path):
    path = tmp_path / "dramas.csv"
    path.write_bytes(b"mdl_id,title\n1,\xff\n2,W\n")
    out, _ = run(path)
    assert out.splitlines()[:2] == [
        "line 2: title is not valid text (UTF-8)",
        "1 new, 0 changed, 0 unchanged, 1 refused",
    ]


@pytest.mark.django_db
def test_empty_file_is_nothing(tmp_path):
    path = tmp_path / "dramas.jsonl"
    path.touch()
    assert run(path)[0] == "0 new, 0 changed, 0 unchanged, 0 refused\n"


def test_missing_file_is_an_error(tmp_path):
    with pytest.raises(CommandError, match=r"none\.jsonl: No such file or directory"):
        run(tmp_path / "none.jsonl")


def test_folder_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="Is a directory"):
        run(tmp_path)


@pytest.mark.django_db
def test_refused_file_that_cannot_be_written_is_an_error(listing, tmp_path):
    with pytest.raises(CommandError, match="Is a directory"):
        run(listing(row(1, score=11)), "--refused", str(tmp_path))


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30"])
def test_impossible_date_is_an_error(listing, day):
    with pytest.raises(CommandError, match="not a date like 2025-10-31"):
        run(listing(row(1)), "--as-of", day)


@pytest.mark.django_db
def test_dry_run_writes_nothing(listing, kept):
    run(listing(row(1)))
    before = all_rows()
    out, _ = run(listing(row(1), row(2), row(3, score=11)), "--dry-run")
    assert out == (
        "line 3: score is above 10\n"
        "1 new, 0 changed, 1 unchanged, 1 refused\n"
        "This was a dry run: nothing was written.\n"
    )
    assert all_rows() == before
    assert not kept.exists()


@pytest.mark.django_db
def test_figures_are_as_of_the_day_given_and_dramas_may_be_drafts(listing):
    run(listing(row(1)), "--as-of", "2025-10-31", "--draft")
    assert str(ListingFigures.objects.get().as_of) == "2025-10-31"
    assert Drama.objects.get().publication == "draft"


# What a reader could tell apart, without keys and times.
STATE = {
    "dramas": "SELECT title, slug, kind, status, released_on, ended_on, synopsis, publication"
    " FROM catalog_drama",
    "ids": "SELECT source, value, d.slug, p.slug FROM catalog_externalid"
    " LEFT JOIN catalog_drama d ON d.id = drama_id LEFT JOIN catalog_person p ON p.id = person_id",
    "people": "SELECT name, slug FROM catalog_person",
    "credits": 'SELECT d.slug, p.slug, role, character, "order" FROM catalog_credit'
    " JOIN catalog_drama d ON d.id = drama_id JOIN catalog_person p ON p.id = person_id",
    "genres": "SELECT d.slug, g.slug, g.name FROM catalog_drama_genres"
    " JOIN catalog_drama d ON d.id = drama_id JOIN catalog_genre g ON g.id = genre_id",
    "tags": "SELECT d.slug, t.slug, t.name FROM catalog_dramatag"
    " JOIN catalog_drama d ON d.id = drama_id JOIN catalog_tag t ON t.id = tag_id",
    "titles": "SELECT d.slug, a.title, language FROM catalog_alternativetitle a"
    " JOIN catalog_drama d ON d.id = drama_id",
    "figures": "SELECT d.slug, rating, votes, as_of FROM catalog_listingfigures"
    " JOIN catalog_drama d ON d.id = drama_id",
    "relations": "SELECT d.slug, o.slug, r.kind FROM catalog_relation r"
    " JOIN catalog_drama d ON d.id = drama_id JOIN catalog_drama o ON o.id = other_id",
}


def state(data):
    with closing(sqlite3.connect(data / "dramasite.sqlite3")) as database:
        return {name: sorted(map(repr, database.execute(sql))) for name, sql in STATE.items()}


def entangled_rows(count):
    """Rows that share titles, people and labels, and point at one another."""
    chance = random.Random(5)
    return [
        row(
            number,
            title=f"Love {number % 90}",
            aired="Jan 5, 2020 - Feb 5, 2020" if number % 3 else None,
            aka=[f"Also {number}", "사랑"],
            genres=["Drama", f"Genre {number % 40}"],
            tags=[f"Tag {tag}" for tag in chance.sample(range(400), 12)],
            cast=[
                {"id": person, "name": f"Kim {person % 60}", "role": "Main Role"}
                for person in chance.sample(range(1, 900), 8)
            ],
            related=[{"mdl_id": str(chance.randint(1, count)), "relation": "Korean sequel"}],
        )
        for number in range(1, count + 1)
    ]


def manage(data, *arguments):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "dramasite.settings"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def rows_in(data, table):
    with closing(sqlite3.connect(data / "dramasite.sqlite3", timeout=10)) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def kill_when(process, reached):
    """SIGKILL as soon as ``reached`` holds; whether there was still something to kill."""
    while process.poll() is None:
        if reached():
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.002)
    return process.wait() == -signal.SIGKILL


@pytest.mark.long
def test_killed_at_any_moment_and_run_again_ends_in_the_same_state(listing, tmp_path):
    count = 250  # two chunks
    path = listing(*entangled_rows(count))
    command = ("import_dramas", str(path), "--as-of", "2025-10-31")
    empty, whole = tmp_path / "empty", tmp_path / "whole"
    assert manage(empty, "migrate").wait() == 0
    shutil.copytree(empty, whole)
    assert manage(whole, *command).wait() == 0
    expected = state(whole)
    assert len(expected["dramas"]) == count
    assert len(expected["relations"]) > count / 2

    killed = 0
    moments = {"catalog_drama": (1, 201), "catalog_relation": (1,)}
    for table, numbers in moments.items():
        for number in numbers:
            data = tmp_path / f"{table}-{number}"
            shutil.copytree(empty, data)
            # A moment later than the commit, so that the next chunk is half done.
            killed += kill_when(
                manage(data, *command),
                lambda data=data, table=table, number=number: (
                    rows_in(data, table) >= number and not time.sleep(0.1)
                ),
            )
            assert manage(data, *command).wait() == 0
            assert state(data) == expected
    assert killed >= 2
