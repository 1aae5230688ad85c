import io

import pytest
from django.core.management import call_command

from tests.catalog.quality.test_check import sound

pytestmark = pytest.mark.django_db


def test_command_tells_the_numbers_and_each_rule():
    sound(runtime=600)
    sound(runtime=98)
    out = io.StringIO()
    call_command("check_quality", "--list", stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "Open findings: 1 × error, 1 × warning, 0 × hint"
    assert [line.split() for line in lines[1:]] == [
        ["1", "error", "impossible-runtime"],
        ["1", "warning", "unusual-runtime"],
    ]
