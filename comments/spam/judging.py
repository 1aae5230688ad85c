"""The verdict: all checks, one after the other, and what their sum means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from comments.models import SpamRules, State
from comments.spam.bans import banned
from comments.spam.bayes.reading import reading
from comments.spam.disguise import foreign_script
from comments.spam.familiarity import trusted
from comments.spam.flow import flow
from comments.spam.form import stamp, trap
from comments.spam.listed import listed
from comments.spam.names import advertising_name
from comments.spam.opening import haste
from comments.spam.repetition import repetition
from comments.spam.said import Said
from comments.spam.signs import SIGNS, Check, found
from comments.spam.verdict import Finding, Verdict
from comments.spam.work import work
from comments.visitor import Visitor

# What is said, whoever says it
CONTENT: tuple[Check, ...] = (foreign_script, advertising_name)
# What the editors say: no good words beside it make up for that
LISTED: tuple[Check, ...] = (listed,)
# How it came, and from whom
CIRCUMSTANCES: tuple[Check, ...] = (*(banned, trap, stamp, haste, work, repetition, flow, trusted),)


def judge(said: Said, visitor: Visitor) -> Verdict:
    """Publish, hold, or put with the spam."""
    rules = SpamRules.now()
    findings = content(said, visitor) | found(said, visitor, LISTED + CIRCUMSTANCES)
    if rules.hold_newcomers and "trusted" not in findings:
        findings["newcomer"] = Finding(0, _("Nothing from this browser was approved before"))
    return Verdict(findings, state_of(findings, rules))


def content(said: Said, visitor: Visitor) -> dict[str, Finding]:
    """Never below zero: good words make up for a link in them, and for nothing else."""
    shown = found(said, visitor, SIGNS)
    findings = shown | found(said, visitor, CONTENT)
    reads = reading(said, visitor, shown)
    if reads is not None:
        findings["reading"] = reads
    too_good = min(0, sum(finding.points for finding in findings.values()))
    if too_good and reads:
        del findings["reading"]
        if reads.points != too_good:
            findings["reading"] = replace(reads, points=reads.points - too_good)
    return findings


def state_of(findings: Mapping[str, Finding], rules: SpamRules) -> State:
    points = sum(finding.points for finding in findings.values())
    if points >= rules.spam_from:
        return State.SPAM
    if points >= rules.hold_from or "newcomer" in findings:
        return State.HELD
    return State.PUBLISHED
