"""Titles, in every language of the tables, native and romanised."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dramasite.management.generated.dice import Dice, Urn
from dramasite.management.generated.names import Name

WORDS = Path(__file__).with_name("words.tsv")
PATTERNS = Urn({"one": 8, "of": 50, "and": 22, "whose": 20})
NUMBERED = 0.06  # titles with a number behind them
# {a} and {b} are words, {name} is somebody's; native first, then romanised.
FORMS = {
    "en": {"of": "The {a} of {b}", "and": "{a} and {b}", "whose": "{name}'s {a}"},
    "ja": {"of": "{b}の{a}", "and": "{a}と{b}", "whose": "{name}の{a}"},
    "ja roman": {"of": "{b} no {a}", "and": "{a} to {b}", "whose": "{name} no {a}"},
    "ko": {"of": "{b}의 {a}", "and": "{a}와 {b}", "whose": "{name}의 {a}"},
    "ko roman": {"of": "{b}ui {a}", "and": "{a}wa {b}", "whose": "{name}ui {a}"},
    "zh-Hans": {"of": "{b}的{a}", "and": "{a}与{b}", "whose": "{name}的{a}"},
    "zh-Hant": {"of": "{b}的{a}", "and": "{a}與{b}", "whose": "{name}的{a}"},
    "zh roman": {"of": "{b} de {a}", "and": "{a} yu {b}", "whose": "{name} de {a}"},
    "th": {"of": "{a}แห่ง{b}", "and": "{a}และ{b}", "whose": "{a}ของ{name}"},
    "th roman": {"of": "{a} haeng {b}", "and": "{a} lae {b}", "whose": "{a} khong {name}"},
    "tl": {"of": "Ang {a} ng {b}", "and": "{a} at {b}", "whose": "Ang {a} ni {name}"},
}
NATIVE_SCRIPT = ("ja", "ko", "zh-Hans", "zh-Hant", "th")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says, before it is said in a language."""

    pattern: str
    a: dict[str, str]
    b: dict[str, str]
    owner: Name
    number: str

    def said(self, form: str) -> str:
        """In a language, or romanised ("ja roman"), as FORMS and the table name it."""
        capital = str if form in NATIVE_SCRIPT else str.title
        a, b = capital(self.a[form]), capital(self.b[form])
        name = self.owner.native if form in NATIVE_SCRIPT else self.owner.roman
        text = FORMS[form].get(self.pattern, "{a}").format(a=a, b=b, name=name)
        return text + self.number

    def romanised(self, language: str) -> str:
        form = f"{language.partition('-')[0]} roman"
        return self.said(form if form in FORMS else language)

    def native(self, language: str) -> str:
        return self.said(language)


@cache
def words() -> list[dict[str, str]]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def title(dice: Dice, owner: Name) -> Title:
    a, b = dice.sample(words(), 2)
    number = f" {dice.randint(2, 5)}" if dice.chance(NUMBERED) else ""
    return Title(PATTERNS.draw(dice), a, b, owner, number)
