"""Say which pinned packages have a known advisory, and which have a newer release in our ranges.

    python requirements/advisories.py LOCK [NEWEST_LOCK]

pip-audit asks the package registry, or else OSV (or only the copy of OSV at ADVISORIES_URL), and we
tell its three answers apart: something is known, which fails; nothing is known; nobody answered. It
ends well in the last case too, because a registry that mirrors packages without their advisories is
not a fault of what is pinned, but never without saying so: pip-audit would say that it found none.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

# Seconds: for one answer, and for all answers of a source.
ANSWER, ALL_ANSWERS = 5, 60
# Characters of a reason.
REASON = 120


def sources(environment):
    """Yield what pip-audit is told to ask, in turn."""
    if url := environment.get("ADVISORIES_URL"):
        yield "ADVISORIES_URL", ["-s", "osv", "--osv-url", url]
    else:
        yield "the package registry", ["-s", "pypi"]
        yield "OSV", ["-s", "osv"]


def audit(lock, options):
    """Return what pip-audit reports of each package, and why not of each or any."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(lock), "--require-hashes"]
    command += ["--disable-pip", "--progress-spinner", "off", "--desc", "off", "-f", "json"]
    command += ["--timeout", str(ANSWER), *options]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=ALL_ANSWERS)
    except subprocess.TimeoutExpired:
        return [], f"no end in {ALL_ANSWERS} seconds"
    try:
        packages = json.loads(ended.stdout)["dependencies"]
    except ValueError:
        return [], ended.stderr.strip().rpartition("\n")[2]
    return packages, next((p["skip_reason"] for p in packages if "skip_reason" in p), "")


def first_answer(lock, environment):
    """Return who answered, and what is said of each package that could be looked up."""
    for source, options in sources(environment):
        packages, why_not = audit(lock, options)
        if looked_up := [package for package in packages if "skip_reason" not in package]:
            return source, looked_up, len(packages) - len(looked_up)
        print(f"{source} tells nothing of advisories: {why_not[:REASON]}")
    return "", [], 0


def faults(packages):
    """Yield a line for each advisory: package, version, its names, the releases that mend it."""
    for package in packages:
        for known in package["vulns"]:
            names = ", ".join([known["id"], *known["aliases"]])
            mended = ", ".join(known["fix_versions"]) or "no release yet"
            yield f"{package['name']} {package['version']}: {names}; mended in {mended}"


def pins(lock):
    """Return the versions of each package in a lock: one for each kind of machine."""
    found = {}
    for name, version in re.findall(r"^([\w.-]+)(?:\[.*?\])?==(\S+)", lock, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


def newer(lock, newest):
    """Yield a line for each package that a new lock would raise."""
    old = pins(lock)
    for name, versions in pins(newest).items():
        if name in old and versions != old[name]:
            yield f"{name} {', '.join(old[name])} -> {', '.join(versions)}"


def say_newer(lock, newest):
    if not newest or not newest.exists():
        print("Newer releases: could not look, the package registry does not answer.")
        return
    lines = list(newer(lock.read_text(), newest.read_text()))
    print(
        "Newer releases in our ranges (make lock UPGRADE=1 takes them):",
        *lines or ["none"],
        sep="\n  ",
    )


def main(lock, newest=None):
    say_newer(Path(lock), newest and Path(newest))
    source, packages, unknown = first_answer(lock, os.environ)
    if not source:
        print("Advisories: could not look, no source of advisories answers from here.")
        return 0
    found = list(faults(packages))
    print(f"Advisories ({source}; {len(packages)} packages, {unknown} not known there):", end="")
    print("", *found or ["none"], sep="\n  ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
