"""Every kind of page, full and empty: no error of the Nu HTML checker."""

import json
import subprocess

import pytest

from tests.journeys.conftest import KINDS

pytestmark = pytest.mark.nu


def errors(nu_jar, *files):
    run = subprocess.run(
        ["java", "-jar", nu_jar, "--format", "json", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(run.stderr)["messages"]
    return [(m["url"].rpartition("/")[2], m["message"]) for m in messages if m["type"] == "error"]


def test_checker_finds_a_page_at_fault(nu_jar, tmp_path):
    page = tmp_path / "fault.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p><div></p></html>")
    assert ("fault.html", "Unclosed element “div”.") in errors(nu_jar, page)


@pytest.mark.long
def test_every_kind_of_page_is_valid(every_kind, client, nu_jar, tmp_path):
    pages = [tmp_path / f"{kind}.html" for kind in KINDS]
    for page, address in zip(pages, KINDS.values(), strict=True):
        page.write_bytes(client.get(address).content)
    assert errors(nu_jar, *pages) == []
