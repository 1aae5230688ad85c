"""How much spam the checks of what is said catch, and how many genuine replies they hold.

    python bench/spam.py [FOLDER] [--curve] [--missed] [--nested]

Of a folder of labelled comments (``Youtube*.csv``: CONTENT, CLASS 1 = spam; ``blog_spam.csv``:
text, template), each text once. Ten times, nine tenths are learnt as an editor's decisions, and
the last tenth is judged by content alone: no form, no network, no browser. Templates stay
together. Before that all are judged by the model that is shipped. ``--nested`` chooses the
threshold within each nine tenths (some minutes). Synopses of the listing and a file of hostile
strings show what other plain text is held. CPU is that of all checks of one reply, queries and
all, on a site where all of the folder was decided on; no text is judged twice.
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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from real_titles import LISTING, ROOT

SHARED = LISTING.parent.parent
FOLDS = 10
HOLD, MOST_HELD, LEAST_CAUGHT = 5, 0.01, 0.95
MOST_CPU = 5.0  # milliseconds
OTHER = 400


@dataclass(frozen=True, slots=True)
class Text:
    """``group`` stays in one fold."""

    words: str
    is_spam: bool
    group: str


Judged = tuple[Text, int]


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


@cache
def places_of(words: str) -> list[int]:
    """What a lesson keeps of a text."""
    from comments.models.lesson import place_of
    from comments.spam.bayes.units import units
    from comments.spam.signs import signs

    return sorted({place_of(unit) for unit in units(words, signs=signs(words)).all()})


def learn(texts: Iterable[Text]) -> None:
    """In the place of all that was learnt: what editors' decisions on these add up to."""
    from comments.models import Learnt
    from comments.models.lesson import TEXTS, UNITS

    counts: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    for text in texts:
        places = places_of(text.words)
        counts[text.is_spam].update([*places, TEXTS])
        counts[text.is_spam][UNITS] += len(places)
    spam, genuine = counts[True], counts[False]
    rows = [Learnt(place=at, spam=spam[at], genuine=genuine[at]) for at in spam | genuine]
    Learnt.objects.all().delete()
    Learnt.objects.bulk_create(rows)


def decide(texts: Iterable[Text]) -> None:
    """The same by replies, each decided on: what a site of that size has in its database."""
    from catalog.models import Drama
    from comments.models import Learnt, Reply, State
    from comments.spam.bayes.learning import learn_from

    Learnt.objects.all().delete()
    drama = Drama.objects.create(title="Spam", slug="spam")
    for text in texts:
        reply = Reply.objects.post(drama, name="Somebody", body=text.words or ".")
        reply.state = State.SPAM if text.is_spam else State.PUBLISHED
        reply.decided_at = reply.created_at
        learn_from(reply)


def unseen(texts: list[Text], folds: int = FOLDS, seed: int = 4) -> Iterator[list[Judged]]:
    """By folds: each with its points, judged when all but its fold was learnt."""
    groups = sorted({text.group for text in texts})
    random.Random(seed).shuffle(groups)  # noqa: S311
    fold_of = {group: number % folds for number, group in enumerate(groups)}
    for fold in range(folds):
        learn(text for text in texts if fold_of[text.group] != fold)
        yield [(text, points_of(text.words)) for text in texts if fold_of[text.group] == fold]


def nested(judged: list[list[Judged]]) -> tuple[float, float, list[int]]:
    """(caught, genuine held, thresholds) if each fold's threshold is chosen without that fold.

    It is the lowest that holds at most 1 % of the genuine texts of the other folds, each of which
    is judged anew by what five further folds among them say.
    """
    verdicts, chosen = list[Judged](), list[int]()
    for fold in judged:
        others = [text for other in judged if other is not fold for text, _points in other]
        inner = [each for part in unseen(others, folds=5, seed=5) for each in part]
        hold = next(
            hold for hold in range(1, 50) if share(inner, is_spam=False, hold=hold) <= MOST_HELD
        )
        chosen.append(hold)
        verdicts += [(text, HOLD if points >= hold else 0) for text, points in fold]
    return share(verdicts, is_spam=True), share(verdicts, is_spam=False), chosen


def share(judged: Iterable[Judged], *, is_spam: bool, hold: int = HOLD) -> float:
    points = [points for text, points in judged if text.is_spam == is_spam]
    return sum(each >= hold for each in points) / len(points)


def precision(judged: Iterable[Judged], hold: int) -> float:
    held = [text.is_spam for text, points in judged if points >= hold]
    return sum(held) / len(held) if held else 1.0


def tell(name: str, judged: list[Judged], holds: Iterable[int]) -> None:
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


def milliseconds(act: Callable[[str], object], texts: list[str]) -> float:
    """CPU of one, each with a text of its own: the median of five rounds.

    Of each round the texts are others, so that nothing has been seen by what is kept in memory.
    """
    rounds = []
    size = max(1, len(texts) // 5)
    for start in range(0, size * 5, size):
        began = time.process_time()
        for words in texts[start : start + size]:
            act(words)
        rounds.append(1000 * (time.process_time() - began) / size)
    return statistics.median(rounds)


def cost(texts: list[str]) -> tuple[float, float]:
    """Of judging, and of rendering the same texts, which every reply costs anyway."""
    from comments.models.lesson import place_of
    from comments.spam.bayes.units import parts
    from comments.spam.form import stamp_for
    from comments.spam.judging import judge
    from comments.spam.said import FormEvidence, Said
    from comments.visitor import Visitor
    from dramasite import markup

    form = FormEvidence("/x/", "", stamp_for("/x/"))
    visitor = Visitor("n" * 64, "b" * 64)
    judge(Said("Warm.", "Hana", form=form), visitor)
    place_of.cache_clear()
    parts.cache_clear()
    return (
        milliseconds(
            lambda words: judge(Said(words, "Hana", email_key="e" * 64, form=form), visitor), texts
        ),
        milliseconds(markup.render, texts),
    )


def slices(texts: list[Text], size: int, most: int) -> list[str]:
    """The texts one after the other, cut to that size in letters."""
    shuffled = [text.words for text in texts]
    random.Random(size).shuffle(shuffled)  # noqa: S311
    long = " ".join(shuffled)
    return [long[at : at + size] for at in range(0, len(long) - size + 1, size)][:most]


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
        folds = list(unseen(texts))
        judged = [each for fold in folds for each in fold]
        out(f"{sum(t.is_spam for t in texts)} spam, {sum(not t.is_spam for t in texts)} genuine\n")
        holds = range(1, 11) if "--curve" in sys.argv else [HOLD]
        tell("shipped", shipped, holds)
        tell("learnt", judged, holds)
        for name, others in other_texts():
            number = sum(points_of(words) >= HOLD for words in others)
            out(f"{name}: {number / len(others):.1%} of {len(others)} held\n")
        if "--nested" in sys.argv:
            recall, held, chosen = nested(folds)
            out(f"nested thresholds {chosen}: caught {recall:.1%}, genuine held {held:.1%}\n")
        decide(texts)
        slow = False
        by_length = sorted((text.words for text in texts), key=len)
        middle = len(texts) // 2
        for name, sample in (
            ("usual", by_length[middle - 100 : middle + 100]),
            ("500 letters", slices(texts, 500, 200)),
            ("longest", slices(texts, 10_000, 10)),
        ):
            ours, markdown = cost(sample)
            out(f"CPU of all checks, {name}: {ours:.2f} ms, {ours / markdown:.1f} renderings\n")
            slow = slow or (name == "usual" and ours > MOST_CPU)
    if "--missed" in sys.argv:
        for text, points in sorted(judged, key=lambda each: each[1]):
            if (points >= HOLD) != text.is_spam:
                out(f"{points:3} {'spam' if text.is_spam else 'genuine'}: {text.words[:120]!r}\n")
    held, caught = share(judged, is_spam=False), share(judged, is_spam=True)
    return held > MOST_HELD or caught < LEAST_CAUGHT or slow


if __name__ == "__main__":
    sys.exit(main())
