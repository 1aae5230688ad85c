import pytest
from django.contrib.auth.models import Permission, User


@pytest.fixture
def editor(db):
    """Not a superuser: has the permissions of the catalogue alone."""
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="catalog"))
    return user


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is logged in."""
    client.force_login(editor)
    return client
