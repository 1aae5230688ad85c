"""How past replies would be decided under other rules, from what the checks found then.

Listed words are looked for anew, with the list as it is and one word more; all else that was
found stands in ``Reply.reasons``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comments.models import ListedWord, Reply, SpamRules, State
from comments.spam.judging import state_of
from comments.spam.listed import finding_of
from comments.spam.past import text_of
from comments.spam.verdict import Finding

Words = list[tuple[str, int]]
OUTCOMES = (State.PUBLISHED, State.HELD, State.SPAM)


@dataclass(frozen=True)
class Outcome:
    """What follows for ``reply`` from the rules as they are, and from others."""

    reply: Reply
    now: State
    then: State

    @property
    def is_changed(self) -> bool:
        return self.now != self.then


def outcomes(replies: Iterable[Reply], rules: SpamRules, extra: Words) -> list[Outcome]:
    """Two queries beside that of the replies."""
    words, now = ListedWord.objects.looked_for(), SpamRules.now()
    return [_outcome(reply, words, now, rules, extra) for reply in replies]


def counts(found: Iterable[Outcome]) -> list[tuple[State, int, int]]:
    """Of each state how many there are now, and would be then."""
    before, after = Counter[State](), Counter[State]()
    for each in found:
        before[each.now] += 1
        after[each.then] += 1
    return [(state, before[state], after[state]) for state in OUTCOMES]


def _outcome(reply: Reply, words: Words, now: SpamRules, rules: SpamRules, extra: Words) -> Outcome:
    found, text = _found(reply), text_of(reply)
    return Outcome(
        reply,
        _state(found, finding_of(words, text), now),
        _state(found, finding_of(words + extra, text), rules),
    )


def _found(reply: Reply) -> dict[str, Finding]:
    """Without what is decided anew."""
    anew = ("listed", "newcomer")
    return {
        each["check"]: Finding(each["points"], each["words"])
        for each in reply.reasons
        if each["check"] not in anew
    }


def _state(found: Mapping[str, Finding], listed: Finding | None, rules: SpamRules) -> State:
    findings = dict(found)
    if listed:
        findings["listed"] = listed
    if rules.hold_newcomers and "trusted" not in findings:
        findings["newcomer"] = Finding(0, "")
    return state_of(findings, rules)
