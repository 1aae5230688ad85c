"""Texts of our own, spam and genuine, from templates with choices in braces. Pure."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "corpus"
VARIANTS = 12
CHOICE = re.compile(r"\{([^{}]*)\}")
NAMES = ("Hana", "Mei", "Ji-won", "Takeru", "Yuki", "Min-ho", "Sora", "Ploy", "Aya", "the lead")
TITLES = ("Quiet Harbour", "Winter Letters", "The Baker of Busan", "Snow Line", "Late Summer")
# N is a number.
LINKS = {
    "spam": (
        *("http://www.best-deal-N.com/?ref=N", "https://bit.ly/aN", "http://shopN.ru", "myN.tk"),
        *("https://www.facebook.com/pages/N", "https://youtu.be/xN", "www.freeN.xyz/offer"),
        *("https://t.me/joinN", "https://www.instagram.com/uN", "http://my-pageN.info"),
        *("https://soundcloud.com/uN/track", "https://play.google.com/store/apps/N"),
    ),
    "genuine": (
        *("https://www.youtube.com/watch?v=qN", "https://magazine.example/interview/N"),
        *("https://en.wikipedia.org/wiki/Drama_N", "https://youtu.be/qN"),
        *("https://asianwiki.com/Drama_N", "https://www.netflix.com/title/N"),
        *("https://www.instagram.com/p/qN", "https://twitter.com/network/status/N"),
        *("https://www.network.example/drama/N/", "https://mydramalist.com/N"),
    ),
}


def texts(kind: str, variants: int = VARIANTS) -> list[str]:
    """Of ``kind`` "spam" or "genuine"; the same each time."""
    lines = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    # A die of its own: what is counted must not depend on who threw before.
    die = random.Random(kind)  # noqa: S311  (nothing is secret here)
    templates = [line for line in lines if line and not line.startswith("#")]
    return [text for each in templates for text in _variants(each, LINKS[kind], variants, die)]


def _variants(
    template: str, links: tuple[str, ...], most: int, die: random.Random
) -> Iterator[str]:
    made: dict[str, None] = {}
    for _ in range(3 * most):
        if len(made) < most:
            made[_filled(template, links, die)] = None
    yield from filter(None, made)


def _filled(template: str, links: tuple[str, ...], die: random.Random) -> str:
    text = CHOICE.sub(lambda choice: die.choice(choice[1].split("|")), template)
    text = re.sub("~", lambda _: die.choice(links), text)
    text = re.sub(r"(?<!\w)@(?!\w)", lambda _: die.choice(NAMES), text)
    text = re.sub(r"\*", lambda _: die.choice(TITLES), text)
    text = re.sub(r"N(?=[./]|$|\b)(?<=[a-z=/_-]N)", lambda _: str(die.randrange(100, 99999)), text)
    return re.sub(" +(?=['’ ])", "", text).strip()
