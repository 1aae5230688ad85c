"""Fifty addresses that occur nowhere else, and how they are recognised."""

import base64
import hashlib
import re

from django.apps import apps
from django.contrib.sessions.models import Session

ADDRESSES = [f"Planted.{n:02}.Quokka@zebra-{n:02}.example" for n in range(50)]


def traces(address):
    """The address in clear, and its unkeyed hashes as they are commonly written."""
    for text in {address, address.lower()}:
        yield text.lower()
        for name in ("md5", "sha1", "sha256"):
            digest = hashlib.new(name, text.encode()).digest()
            yield digest.hex()
            yield base64.b64encode(digest).decode().rstrip("=").lower()
            yield base64.urlsafe_b64encode(digest).decode().rstrip("=").lower()


TRACES = [trace for address in ADDRESSES for trace in traces(address)]


ANY_TRACE = re.compile("|".join(map(re.escape, sorted({trace[:12] for trace in TRACES}))))


def found_in(text):
    text = text.lower()
    # One pass for their beginnings; the whole of each is looked for only where one begins.
    return [trace for trace in TRACES if trace in text] if ANY_TRACE.search(text) else []


def rows_with_traces():
    """What is found in the rows of every model, tasks and sessions included."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        rows = str(list(model.objects.values()))
        if model is Session:
            rows = str([session.get_decoded() for session in Session.objects.all()])
        found[model._meta.label] = found_in(rows)
    return {label: traces for label, traces in found.items() if traces}
