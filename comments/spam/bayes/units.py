"""What the classifier counts in a text: words, pairs of words, parts of words, its shape. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from comments.spam.letters import excerpt, folded, unmasked
from comments.spam.web_addresses import ADDRESS, WebAddress, web_addresses

LINK = "\N{SYMBOL FOR UNIT SEPARATOR}"
# Written without spaces between words, or (Korean) with much hanging on each
RUN = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
WORD = re.compile(rf"[{RUN}]+|(?:(?![{RUN}])[^\W_])+(?:['’][^\W_]+)?|[{LINK}!?$€£♥❤#@]+")
IS_RUN = re.compile(rf"[{RUN}]")
STRETCHED = re.compile(r"(.)\1{2,}")
PARTS = (3, 5)
LONGEST = 30


@dataclass(frozen=True, slots=True)
class Units:
    """Each once, in the order of the text. ``shape`` and ``pairs`` have no parts."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    shape: tuple[str, ...]

    def all(self) -> set[str]:
        """Also the parts of the words: what is learnt of a text."""
        whole = {*self.words, *self.pairs, *self.shape}
        return whole.union(*map(parts, self.words))


def units(text: str, website: str = "", signs: Iterable[str] = ()) -> Units:
    """``signs`` are names of comments/spam/signs.py."""
    text = excerpt(text)
    addresses = web_addresses(text)
    plain = ADDRESS.sub(f" {LINK} ", text)
    words = list(_words(unmasked(folded(plain))))
    pairs = [f"{one} {next_}" for one, next_ in zip(["^", *words], [*words, "$"], strict=True)]
    shape = [
        *_shape(plain, [*addresses, *web_addresses(website)]),
        *(f"~sign {name}" for name in signs),
    ]
    return Units(*(tuple(dict.fromkeys(each)) for each in (words, pairs, shape)))


@lru_cache(maxsize=5_000)
def parts(word: str) -> frozenset[str]:
    """Runs of three and of five letters, ends marked, of a word: by them the unseen are judged."""
    whole = f"<{word[:LONGEST]}>"
    runs = (whole[at : at + size] for size in PARTS for at in range(len(whole) - size + 1))
    return frozenset(f"#{run}" for run in runs if run != whole)


def _words(text: str) -> Iterator[str]:
    for word in WORD.findall(text):
        if IS_RUN.match(word):
            yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))
        else:
            # All long numbers are one word.
            plain = re.sub(r"\d", "0", word) if word[0].isdigit() and len(word) > 4 else word
            yield STRETCHED.sub(r"\1\1", plain)[:LONGEST]


def _shape(plain: str, addresses: Iterable[WebAddress]) -> Iterator[str]:
    addresses = list(addresses)
    letters = [letter for letter in plain if letter.isalpha()]
    if len(letters) > 10 and sum(map(str.isupper, letters)) > 0.6 * len(letters):
        yield "~capitals"
    yield f"~links {min(2, len(addresses))}"
    yield from (f"~host {address.host}" for address in addresses)
