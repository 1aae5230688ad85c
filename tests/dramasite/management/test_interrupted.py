import pytest
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from catalog.tasks import make_variants_of
from dramasite.management.interrupted import alone_with, take_up_again

DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_alone_with_a_folder_is_the_first_alone(tmp_path):
    with alone_with(tmp_path) as first, alone_with(tmp_path) as second:
        pass
    with alone_with(tmp_path) as later:
        pass
    assert (first, second, later) == (True, False, True)


@pytest.mark.django_db
def test_take_up_again_lets_interrupted_work_wait_and_leaves_the_rest(settings):
    settings.TASKS = DATABASE
    for _ in range(3):
        make_variants_of.enqueue(1)
    waiting, running, done = DBTaskResult.objects.order_by("pk")
    running.claim("a worker that was killed")
    done.set_successful(0)
    assert take_up_again() == 1
    states = [DBTaskResult.objects.get(pk=row.pk).status for row in (waiting, running, done)]
    ready = TaskResultStatus.READY
    assert states == [ready, ready, TaskResultStatus.SUCCESSFUL]
    running.refresh_from_db()
    assert running.started_at is None
