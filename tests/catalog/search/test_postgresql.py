"""The same cases on PostgreSQL: a real server, for as long as they run."""

import os
import subprocess
import sys

import pytest

from tests.source import ROOT

CASES = (
    "tests/catalog/search/test_engines.py",
    "tests/catalog/search/test_finding.py",
    "tests/catalog/search/test_index.py",
    "tests/catalog/search/test_results.py",
    "tests/catalog/search/test_typed.py",
    "tests/catalog/views/test_search.py",
    "tests/test_migrations.py",
)


@pytest.mark.long
@pytest.mark.postgresql
def test_same_cases_pass_on_postgresql(postgresql_url):
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-rf", *CASES]
    given = {**os.environ, "DATABASE_URL": postgresql_url}
    # pytest-xdist tells its workers' names to whatever runs inside them.
    given = {name: value for name, value in given.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
    assert " passed" in run.stdout
