"""A mail whose long addresses in headers are left whole."""

from __future__ import annotations

import email.message
import email.policy
from email.headerregistry import HeaderRegistry, UnstructuredHeader
from typing import Any

from django.core.mail import EmailMultiAlternatives


class WholeHeader(UnstructuredHeader):
    """On one line, however long: Python would encode a word that does not fit, brackets and
    all, and no mail program finds an address in "=?utf-8?q?=3Chttps=3A…"."""

    def fold(self, *, policy: email.policy.Policy) -> str:
        name, value = self.name, str(self)  # type: ignore[attr-defined]
        return f"{name}: {value}{policy.linesep}"


class Letter(EmailMultiAlternatives):
    def message(self, *, policy: Any = email.policy.default) -> email.message.EmailMessage:
        headers = HeaderRegistry()
        headers.map_to_type("list-unsubscribe", WholeHeader)  # type: ignore[arg-type]
        return super().message(policy=policy.clone(header_factory=headers))
