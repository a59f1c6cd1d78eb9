"""Tasks that fail are tried again, and those of a worker that is gone are taken up."""

import os
import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from site_cms.models import WorkerPulse
from site_cms.tasks.work import (
    DONE_KEPT,
    FAILED_KEPT,
    beside,
    given_up,
    is_late,
    last_pulse,
    new_worker_id,
    prune,
    take_up,
    tasks,
)
from tests.processes import kill, manage, running, start, wait_for, work_off

MINUTE = timedelta(minutes=1)


@beside(pauses=(MINUTE, 5 * MINUTE))
def fail(word):
    raise ValueError(word)


@beside(pauses=(MINUTE,), repeats=True)
def write_down(path, seconds=0):
    """Say that it began; end after a while."""
    with Path(path).open("a") as file:
        file.write("begun\n")
    time.sleep(seconds)
    return "done"


@beside(pauses=(MINUTE,))
def write_down_once(path, seconds=0):
    return write_down.func(path, seconds)


def the_task():
    return tasks().get()


def let_time_pass():
    tasks().filter(status="READY").update(run_after=timezone.now())


def abandon(task, worker_id="elsewhere|1|0|x", beat_at=None):
    """Leave a task as a worker does that was killed in its midst."""
    task.enqueue("/dev/null")
    the_task().claim(worker_id)
    if beat_at:
        WorkerPulse.objects.create(worker_id=worker_id, beat_at=beat_at)


def test_a_task_that_fails_is_tried_again_after_growing_pauses_then_given_up(db, caplog):
    fail.enqueue("Gribouille")
    for pause in (MINUTE, 5 * MINUTE):
        work_off()
        take_up()
        take_up()
        assert the_task().status == "READY"
        assert the_task().run_after == the_task().finished_at + pause
        assert not tasks().ready().exists() and not given_up().exists()
        let_time_pass()
    work_off()
    take_up()
    take_up()
    assert [row.pk for row in given_up()] == [the_task().pk]
    said = [(record.levelname, record.args[2]) for record in caplog.records if "is " in record.msg]
    assert said == [("WARNING", 1), ("WARNING", 2), ("ERROR", 3)]
    assert "ValueError: Gribouille" in caplog.text


def test_what_is_rolled_back_is_never_done(transactional_db, tmp_path):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write_down.enqueue(str(tmp_path / "said"))
        raise ZeroDivisionError
    assert not tasks().exists()


@pytest.mark.parametrize(
    ("ago", "status"), [(timedelta(0), "RUNNING"), (2 * MINUTE, "READY"), (None, "READY")]
)
def test_a_task_is_taken_up_when_its_worker_gives_no_sign_of_life(db, ago, status):
    abandon(write_down, beat_at=None if ago is None else timezone.now() - ago)
    take_up()
    assert the_task().status == status


def test_a_worker_of_this_machine_is_known_to_be_gone_at_once(db):
    with running(start("-c", "input()")) as process:
        worker_id = new_worker_id(0).replace(f"|{os.getpid()}|", f"|{process.pid}|")
        abandon(write_down, worker_id, timezone.now())
        take_up()
        assert the_task().status == "RUNNING"
    take_up()
    assert the_task().status == "READY"


def test_a_task_that_may_not_be_done_twice_is_given_up_when_its_worker_is_gone(db, caplog):
    abandon(write_down_once)
    take_up()
    assert given_up().get() and "WorkerEnded" in caplog.text


def test_a_task_that_is_no_longer_in_the_code_is_given_up(db):
    fail.enqueue("mot")
    tasks().update(task_path="site_cms.tasks.gone.task")
    work_off()
    take_up()
    assert given_up().exists()


def test_what_is_done_is_forgotten_before_what_was_given_up(db):
    fail.enqueue("mot")
    tasks().update(task_path="nowhere.task")
    write_down.enqueue("/dev/null")
    work_off()
    take_up()
    prune()
    assert tasks().count() == 2
    for age, left in ((DONE_KEPT, 1), (FAILED_KEPT, 0)):
        moment = timezone.now() - age - MINUTE
        tasks().update(finished_at=moment)
        given = tasks().failed()
        given.update(run_after=moment)
        prune()
        assert tasks().count() == left


# --- Processes --------------------------------------------------------------------------------


def hurry():
    return tasks().filter(status="READY").update(run_after=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_mid_task_has_it_done_by_the_next(tmp_path):
    said = tmp_path / "said"
    write_down.enqueue(str(said), 60)
    with running(manage("work")):
        wait_for(said.exists)
    assert the_task().status == "RUNNING"
    tasks().update(args_kwargs={"args": [str(said), 0], "kwargs": {}})
    with running(manage("work")):
        wait_for(hurry)
        wait_for(lambda: the_task().status == "SUCCESSFUL")
    assert said.read_text() == "begun\n" * 2


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_everything_once(tmp_path):
    files = [tmp_path / str(number) for number in range(20)]
    for file in files:
        write_down.enqueue(str(file))
    with running(manage("work")), running(manage("work")):
        wait_for(lambda: tasks().successful().count() == len(files))
    assert {file.read_text() for file in files} == {"begun\n"}


@pytest.mark.django_db(transaction=True)
def test_a_worker_ends_its_task_before_it_follows_the_process_it_stands_beside(tmp_path):
    said = tmp_path / "said"
    with running(start("-c", "import time; time.sleep(60)")) as server:
        write_down.enqueue(str(said), 4)
        with running(manage("work", "--beside", str(server.pid))) as worker:
            wait_for(said.exists)
            assert not is_late(last_pulse())
            kill(server)
            # Ctrl-C reaches both.
            worker.send_signal(signal.SIGINT)
            assert worker.wait(timeout=30) == 0
    assert the_task().status == "SUCCESSFUL"
    assert is_late(last_pulse())
