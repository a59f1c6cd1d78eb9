"""Programs of this machine that the site is tried with, each on a port of its own."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest


def program(name, is_required=True) -> str:
    """The path of a program; without it the test is skipped, except in CI, where it fails."""
    path = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")
    if not path:
        is_missed = is_required and os.environ.get("CI")
        (pytest.fail if is_missed else pytest.skip)(f"no {name} on this machine")
    return path


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def listens(port) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def listening(port, *command):
    """Run a program until it listens, and end it after the block."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for(lambda: listens(port) or process.poll() is not None)
        if process.poll() is not None:
            raise AssertionError(process.stderr.read().decode())
        yield process
    finally:
        _end(process)


def _end(process):
    """Politely first: who is killed leaves its own processes behind."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stderr.close()


def wait_for(happened, seconds=30, pause=0.1):
    """Wait until something is true, and return it; fail if it does not become so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := happened():
            return found
        time.sleep(pause)
    raise AssertionError("it did not happen")
