import datetime
import threading
from inspect import signature

import pytest
from django.db import connection
from django.tasks import task
from django.tasks.exceptions import InvalidTask
from django_tasks_db.models import DBTaskResult

from dramasite.models import ScheduledJob
from dramasite.schedule import JOBS, Job, enqueue_due

NOON = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@task()
def work():
    """Stands for a job."""


@pytest.fixture
def jobs(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return (Job("hourly", HOUR, work), Job("daily", 24 * HOUR, work))


@pytest.mark.django_db
def test_jobs_are_enqueued_when_they_are_due(jobs, time_machine_at):
    enqueued = []
    for minutes in (0, 1, 59, 61, 90, 24 * 60 + 1):
        time_machine_at(NOON + datetime.timedelta(minutes=minutes))
        enqueued.append(enqueue_due(jobs))
    assert enqueued == [["hourly", "daily"], [], [], ["hourly"], [], ["hourly", "daily"]]
    assert DBTaskResult.objects.count() == 5


@pytest.mark.django_db
def test_site_that_was_down_makes_up_for_it_once(jobs, time_machine_at):
    time_machine_at(NOON)
    enqueue_due(jobs)
    time_machine_at(NOON + 72 * HOUR)
    assert (enqueue_due(jobs), enqueue_due(jobs)) == (["hourly", "daily"], [])


@pytest.mark.django_db
def test_job_that_could_not_be_enqueued_stays_due(settings):
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    far = work.using(run_after=NOON)  # The immediate backend and tests' own cannot wait.
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    with pytest.raises(InvalidTask):
        enqueue_due((Job("broken", HOUR, far),))
    assert ScheduledJob.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_many_workers_enqueue_a_job_once(jobs):
    def look():
        enqueue_due(jobs)
        connection.close()

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert DBTaskResult.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_look_at_what_is_not_due_is_one_query_a_job(jobs, django_assert_num_queries, number):
    few = tuple(Job(f"job {n}", HOUR, work) for n in range(number))
    enqueue_due(few)
    with django_assert_num_queries(number):
        enqueue_due(few)


def test_names_of_jobs_differ_and_their_tasks_need_nothing():
    assert len({job.name for job in JOBS}) == len(JOBS)
    for job in JOBS:
        signature(job.task.func).bind(*[None] * job.task.takes_context)
