import pytest
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.tasks import make_variants_of
from dramasite.management.interrupted import LONGEST, alone_with, take_up_again, take_up_overdue

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


@pytest.mark.django_db
def test_overdue_work_is_taken_up_and_what_runs_is_left(settings):
    settings.TASKS = DATABASE
    for _ in range(3):
        make_variants_of.enqueue(1)
    waiting, overdue, running = DBTaskResult.objects.order_by("pk")
    for each in (overdue, running):
        each.claim("a worker")
    DBTaskResult.objects.filter(pk=overdue.pk).update(started_at=timezone.now() - 2 * LONGEST)
    assert take_up_overdue.call() == 1
    states = [DBTaskResult.objects.get(pk=row.pk).status for row in (waiting, overdue, running)]
    assert states == [TaskResultStatus.READY, TaskResultStatus.READY, TaskResultStatus.RUNNING]
