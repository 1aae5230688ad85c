"""What somebody says, as the checks look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from comments.spam.letters import folded, unmasked
from comments.spam.web_addresses import ADDRESS, WebAddress, web_addresses


@dataclass(frozen=True)
class FormEvidence:
    """What the unseen fields of the form held when it was posted to ``path``."""

    path: str = ""
    trap: str = ""
    stamp: str = ""
    opened: str = ""
    work: str = ""

    @classmethod
    def of(cls, posted: Mapping[str, str], path: str) -> FormEvidence:
        names = ("subject", "stamp", "opened", "work")
        return cls(path, *(posted.get(name, "") for name in names))


@dataclass(frozen=True)
class Said:
    """``form`` is None where no form is judged: a text of the past, a correction.

    ``reply`` is the number of the reply that is corrected: it does not repeat itself.
    """

    text: str
    name: str = ""
    website: str = ""
    email_key: str = ""
    form: FormEvidence | None = None
    reply: int | None = None

    @cached_property
    def folded(self) -> str:
        """The text in one spelling, for comparing only, never for showing."""
        return folded(self.text)

    @cached_property
    def unmasked(self) -> str:
        """Folded, and with Latin letters in the place of those that look like them."""
        return unmasked(self.folded)

    @cached_property
    def addresses(self) -> list[WebAddress]:
        """Those in the text, in their order."""
        return web_addresses(self.text)

    @cached_property
    def text_without_addresses(self) -> str:
        return ADDRESS.sub(" ", self.text)
