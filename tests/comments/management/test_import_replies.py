import io
import json

import pytest
from django.core.management import CommandError, call_command

from catalog.models import Drama
from comments.models import ImportedReply, Reply, State
from tests.comments.importers.wordpress import comment, export, item

BROKEN = {
    "crazy-cdata.xml": "line 18: not well-formed (invalid token)",
    "malformed-simple.xml": "line 14: no element found",
    "malformed.xml": "line 90: mismatched tag",
    "missing-version-tag.xml": "line 91: it is no WordPress export: wp:wxr_version is missing",
}


@pytest.fixture
def run(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"

    def call(path, *options):
        """What it said, line by line."""
        out = io.StringIO()
        call_command("import_replies", str(path), *options, stdout=out, stderr=out)
        return out.getvalue().splitlines()

    return call


@pytest.fixture
def file(tmp_path):
    def write(data, name="export.xml"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_counts_add_up_and_what_is_refused_is_kept(drama, run, file):
    ping = comment(3, type="pingback")
    elsewhere = item(comment(4), wp_post_name="x", title="Nowhere")
    path = file(export(item(comment(1), comment(2, " "), ping), elsewhere))
    reason = "no drama has the address or the title of its post “Nowhere”"
    said = run(path)
    assert said[:-1] == [
        "line 22: it has no text",
        f"line 53: {reason}",
        "3 in all: 1 taken, 0 there already, 2 refused",
        "Besides, 1 pingbacks and trackbacks were left out.",
    ]
    kept = said[-1].removeprefix("All that was refused is in ")
    with open(kept) as lines:
        rows = [json.loads(line) for line in lines]
    link = "https://blog.example/2020/a-quiet-harbour/"
    assert rows == [
        {"line": 22, "reason": "it has no text", "number": 2, "post": link},
        {"line": 53, "reason": reason, "number": 4, "post": link},
    ]
    assert run(path)[2] == "3 in all: 0 taken, 1 there already, 2 refused"


def test_dry_run_says_so(drama, run, file):
    assert run(file(export(item(comment(1)))), "--dry-run") == [
        "1 in all: 1 taken, 0 there already, 0 refused",
        "This was a dry run: nothing was written.",
    ]
    assert Reply.objects.count() == 0


def test_mapping_says_which_drama(drama, run, file):
    path = file(export(item(comment(1), title="x", wp_post_name="x")))
    said = run(path, "--map", str(file(b"post,drama\n7,a-quiet-harbour\n", "map.csv")))
    assert said == ["1 in all: 1 taken, 0 there already, 0 refused"]


def test_mapping_at_fault_stops_everything(drama, run, file):
    mapping = file(b"post,drama\n7,nowhere\n", "map.csv")
    with pytest.raises(CommandError, match=r"map\.csv: line 2: there is no drama “nowhere”$"):
        run(file(export(item(comment(1)))), "--map", str(mapping))
    assert Reply.objects.count() == 0


def test_file_that_breaks_off_leaves_no_trace(drama, run, file):
    whole = export(item(*(comment(n, f"{n}") for n in range(1, 500))))
    with pytest.raises(CommandError, match=r"line \d+: .*\. Nothing was taken from it\.$"):
        run(file(whole[:-30]))
    assert (Reply.objects.count(), ImportedReply.objects.count()) == (0, 0)


def test_file_that_is_not_there_is_told(run, tmp_path):
    with pytest.raises(CommandError, match="No such file or directory"):
        run(tmp_path / "nowhere.xml")


@pytest.mark.shared
@pytest.mark.parametrize("name", BROKEN)
def test_broken_export_is_refused_with_its_line(db, run, shared, name):
    path = shared / "data/wordpress" / name
    with pytest.raises(CommandError) as refusal:
        run(path)
    assert str(refusal.value) == f"{path}: {BROKEN[name]}. Nothing was taken from it."


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cdata-edge.xml", "0 in all: 0 taken, 0 there already, 0 refused"),
        ("namespace-edge-cases.xml", "0 in all: 0 taken, 0 there already, 0 refused"),
        ("wxr-utf-8-challenges.xml", "0 in all: 0 taken, 0 there already, 0 refused"),
        ("small-export.xml", "1 in all: 1 taken, 0 there already, 0 refused"),
        ("test-serialized-comment-meta.xml", "1 in all: 1 taken, 0 there already, 0 refused"),
    ],
)
def test_real_export_is_taken(run, shared, db, name, said):
    Drama.objects.create(title="Hello", slug="hello-world")
    Drama.objects.create(title="Meta", slug="comment-meta")
    assert run(shared / "data/wordpress" / name) == [said]


@pytest.mark.shared
def test_real_threads_are_taken(run, shared, db):
    for slug in ("template-comments", "page-with-comments", "template-password-protected"):
        Drama.objects.create(title=slug, slug=slug)
    said = run(shared / "data/wordpress" / "theme-unit-test-data.xml")
    assert said[-3:-1] == [
        "29 in all: 25 taken, 0 there already, 4 refused",
        "Besides, 4 pingbacks and trackbacks were left out.",
    ]
    deepest = Reply.objects.get(body__startswith="Comment Depth 10")
    depth = 1
    while deepest.parent:
        deepest, depth = deepest.parent, depth + 1
    assert depth == 10
    assert Reply.objects.filter(state=State.HELD).count() == 3
    secret = Reply.objects.get(drama__slug="template-password-protected")
    assert (secret.state, secret.first_shown_at) == (State.HELD, None)
