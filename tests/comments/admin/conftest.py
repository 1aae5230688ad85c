import pytest
from django.contrib.auth.models import Permission


@pytest.fixture
def reader(client, django_user_model):
    """A browser of somebody who may see replies and decide on none."""
    user = django_user_model.objects.create_user("reader", is_staff=True)
    names = ("view_reply", "view_decision")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client
