from pathlib import Path

import pytest
from django.core.management.base import CommandError
from django.db import OperationalError

from catalog.management.stopping import told_plainly

PATH = Path("listing.jsonl")


@pytest.mark.parametrize(
    ("error", "told", "code"),
    [
        (FileNotFoundError(2, "No such file or directory", "map.csv"), "map.csv: No such file", 1),
        (OSError("broken pipe"), "listing.jsonl: broken pipe", 1),
        (OperationalError("disk full"), "The database cannot go on: disk full", 1),
        (KeyboardInterrupt(), "Stopped. What is in stays in", 130),
    ],
    ids=["another file", "no name", "database", "stopped"],
)
def test_what_stops_an_import_is_told_in_one_line(error, told, code):
    with pytest.raises(CommandError) as stopped, told_plainly(PATH):
        raise error
    assert str(stopped.value).startswith(told)
    assert stopped.value.returncode == code


def test_other_faults_are_not_hidden():
    with pytest.raises(ZeroDivisionError), told_plainly(PATH):
        raise ZeroDivisionError
