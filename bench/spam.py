"""How much spam the checks of what is said catch, and how many genuine replies they hold.

    python bench/spam.py [FOLDER] [--curve] [--missed]

Of a folder of labelled comments (``Youtube*.csv``: CONTENT, CLASS 1 = spam; ``blog_spam.csv``:
text, template), each text once. Ten times, nine tenths are learnt as an editor's decisions, and
the last tenth is judged by content alone: no form, no network, no browser. Templates stay
together. Before that all are judged by the model that is shipped. Synopses of the listing and a
file of hostile strings show what other plain text is held. CPU is that of all checks of one
reply, queries and all.
"""

from __future__ import annotations

import csv
import html
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from real_titles import LISTING, ROOT

SHARED = LISTING.parent.parent
FOLDS = 10
HOLD, MOST_HELD, LEAST_CAUGHT = 5, 0.01, 0.95
OTHER = 400


@dataclass(frozen=True, slots=True)
class Text:
    """``group`` stays in one fold."""

    words: str
    is_spam: bool
    group: str


def labelled(folder: Path) -> list[Text]:
    texts = {text.words.casefold(): text for text in (*_youtube(folder), *_blog(folder))}
    return list(texts.values())


def _youtube(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.glob("Youtube*.csv")):
        with path.open(encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                words = as_typed(row["CONTENT"])
                yield Text(words, row["CLASS"] == "1", words)


def _blog(folder: Path) -> Iterator[Text]:
    with (folder / "blog_spam.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            yield Text(row["text"].strip(), True, f"template {row['template']}")


def as_typed(content: str) -> str:
    """The export holds what the site had made of it: links and line breaks as HTML."""
    text = re.sub(r"<a [^>]*>(.*?)</a>", r"\1", content, flags=re.DOTALL)
    text = re.sub(r"<br\s*/?>", "\n", text).replace("\ufeff", "")
    return html.unescape(text).strip()


def set_up(folder: str) -> None:
    os.environ["DATA_DIR"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "dramasite.settings"
    sys.path.insert(0, str(ROOT))
    import django  # the settings must be named first
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def points_of(words: str) -> int:
    from comments.spam.judging import content  # needs the settings, as the next
    from comments.spam.said import Said
    from comments.visitor import Visitor

    return sum(each.points for each in content(Said(words), Visitor()).values())


def learn(texts: Iterable[Text]) -> None:
    from catalog.models import Drama
    from comments.models import Learnt, Reply, State
    from comments.spam.bayes.learning import learn_from

    Drama.objects.all().delete()
    Learnt.objects.all().delete()
    drama = Drama.objects.create(title="Spam", slug="spam")
    for text in texts:
        reply = Reply.objects.post(drama, name="Somebody", body=text.words or ".")
        reply.state = State.SPAM if text.is_spam else State.PUBLISHED
        reply.decided_at = reply.created_at
        learn_from(reply)


def unseen(texts: list[Text]) -> list[tuple[Text, int]]:
    """Each with its points, judged when all but its tenth was learnt."""
    from django.db import transaction

    groups = sorted({text.group for text in texts})
    random.Random(4).shuffle(groups)  # noqa: S311
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    judged = []
    for fold in range(FOLDS):
        with transaction.atomic():
            learn(text for text in texts if fold_of[text.group] != fold)
        judged += [(text, points_of(text.words)) for text in texts if fold_of[text.group] == fold]
    return judged


def share(judged: Iterable[tuple[Text, int]], *, is_spam: bool, hold: int = HOLD) -> float:
    points = [points for text, points in judged if text.is_spam == is_spam]
    return sum(each >= hold for each in points) / len(points)


def precision(judged: Iterable[tuple[Text, int]], hold: int) -> float:
    held = [text.is_spam for text, points in judged if points >= hold]
    return sum(held) / len(held) if held else 1.0


def tell(name: str, judged: list[tuple[Text, int]], holds: Iterable[int]) -> None:
    for hold in holds:
        recall, held = (
            share(judged, is_spam=True, hold=hold),
            share(judged, is_spam=False, hold=hold),
        )
        sys.stdout.write(
            f"{name:9} held from {hold:2} points: caught {recall:6.1%}, genuine held {held:5.1%}, "
            f"precision {precision(judged, hold):6.1%}\n"
        )


def other_texts() -> Iterator[tuple[str, list[str]]]:
    rows = map(json.loads, LISTING.read_text(encoding="utf-8").splitlines())
    yield "synopses", [row["synopsis"] for row in rows if row["synopsis"]][:OTHER]
    yield "hostile", json.loads((SHARED / "hostile/blns.json").read_text(encoding="utf-8"))


def milliseconds(act: Callable[[], object], times: int = 200) -> float:
    """CPU of one, the median of five rounds."""
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for _ in range(times):
            act()
        rounds.append(1000 * (time.process_time() - began) / times)
    return statistics.median(rounds)


def cost(words: str) -> tuple[float, float]:
    """Of judging, and of rendering the same text, which every reply costs anyway."""
    from comments.spam.form import stamp_for
    from comments.spam.judging import judge
    from comments.spam.said import FormEvidence, Said
    from comments.visitor import Visitor
    from dramasite import markup

    form = FormEvidence("/x/", "", stamp_for("/x/"))
    visitor = Visitor("n" * 64, "b" * 64)
    times = 200 if len(words) < 2000 else 20
    return (
        milliseconds(
            lambda: judge(Said(words, "Hana", email_key="e" * 64, form=form), visitor), times
        ),
        milliseconds(lambda: markup.render(words), times),
    )


def main() -> int:
    folders = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    folder = folders[0] if folders else SHARED / "spam"
    if not folder.is_dir():
        raise SystemExit(__doc__)
    texts = labelled(folder)
    out = sys.stdout.write
    with tempfile.TemporaryDirectory() as empty:
        set_up(empty)
        shipped = [(text, points_of(text.words)) for text in texts]
        judged = unseen(texts)
        out(f"{sum(t.is_spam for t in texts)} spam, {sum(not t.is_spam for t in texts)} genuine\n")
        holds = range(1, 11) if "--curve" in sys.argv else [HOLD]
        tell("shipped", shipped, holds)
        tell("learnt", judged, holds)
        for name, others in other_texts():
            number = sum(points_of(words) >= HOLD for words in others)
            out(f"{name}: {number / len(others):.1%} of {len(others)} held\n")
        usual = sorted(texts, key=lambda text: len(text.words))[len(texts) // 2].words
        long = " ".join(text.words for text in texts)
        for name, words in (
            ("usual", usual),
            ("500 letters", long[:500]),
            ("longest", long[:10_000]),
        ):
            ours, markdown = cost(words)
            out(f"CPU of all checks, {name}: {ours:.2f} ms, {ours / markdown:.1f} renderings\n")
    if "--missed" in sys.argv:
        for text, points in sorted(judged, key=lambda each: each[1]):
            if (points >= HOLD) != text.is_spam:
                out(f"{points:3} {'spam' if text.is_spam else 'genuine'}: {text.words[:120]!r}\n")
    held, caught = share(judged, is_spam=False), share(judged, is_spam=True)
    return held > MOST_HELD or caught < LEAST_CAUGHT


if __name__ == "__main__":
    sys.exit(main())
