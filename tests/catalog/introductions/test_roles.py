import pytest

from catalog.introductions.roles import roles
from catalog.models import Role


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_words(role):
    one = roles("Jo", [((role,), "")])
    two = roles("Jo", [((role,), ""), ((role,), "")])
    assert one.startswith(("Jo has ", "Jo is "))
    assert two.endswith(("in all of them.", "of all of them."))
