# The commands of this project. `make` alone lists them, from the `##` comments below.
# All they make stays in this folder: .venv/ (packages), var/ (data, media, keys), staticfiles/.

PORT ?= 8000
export PORT
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV := .venv
PY := $(VENV)/bin/python
PYTHONS := python3.13 python3.12 python3.11 python3 python
SETTINGS := site_cms.settings

# The Python of the virtual environment, or else the first that really runs (the shims of version
# managers may not), is new enough and can make a virtual environment.
PYTHON = $(shell for p in $(PY) $(PYTHONS); do \
	"$$p" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$p" && break; done)

# A stamp carries the checksum of its lock: packages are installed again when the lock changes.
checksum = $(shell cksum < requirements/$(1).txt | cut -d ' ' -f 1)
stamp = $(VENV)/installed-$(1)-$(call checksum,$(1))
BASE = $(call stamp,base)
DEV = $(call stamp,dev)

# Django reads compiled catalogues only; they are not kept, like all that can be made again.
WORDS := $(patsubst %.po,%.mo,$(wildcard site_cms/locale/*/LC_MESSAGES/django.po))

# The folders of the house, as settings.HOUSE lists them: whatever shows something has templates.
HOUSE := $(patsubst %/templates,%,$(wildcard */templates))

STATIC := staticfiles/.collected
# Templates and Python too: the stylesheet keeps only the rules that they name.
STATIC_SOURCES = $(shell find static $(HOUSE) -type f -not -name '*.pyc')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run dev test test-sqlite coverage test-postgres test-next next check-next advisories bench bench-search bench-guesses bench-faults bench-kills drill guards ready check words lock captures clean python port content

help:  ## list these commands
	@echo "make run serves the site on http://127.0.0.1:$(PORT) (PORT=8001 make run: elsewhere)."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Two processes beside the server: one publishes what is scheduled, one sends mail and does whatever
# need not be done before an answer. Each is started again when it is killed, and ends with the
# server, which takes over the shell's process number ($$$$).
beside = (while kill -0 $$$$ 2>/dev/null; do $(PY) manage.py $(1) --beside $$$$; sleep 1; done) &
BESIDE = $(call beside,publish_due --every 20) $(call beside,work)

run: export DJANGO_SETTINGS_MODULE := $(SETTINGS).demo
run: port $(BASE) $(WORDS) $(STATIC) content  ## serve the site with its demo content, as in production
	@echo "Serving on http://127.0.0.1:$(PORT)/  (Ctrl-C stops)"
	@$(BESIDE) exec $(PY) -m gunicorn site_cms.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 \
		--no-control-socket --log-level warning

dev: export DJANGO_SETTINGS_MODULE := $(SETTINGS).dev
dev: port $(BASE) $(WORDS) content  ## the same with debug pages and autoreload, for developers
	@$(BESIDE) exec $(PY) manage.py runserver 127.0.0.1:$(PORT)

content:
	@echo "== Database"
	@$(PY) manage.py migrate --no-input
	@$(PY) manage.py permissions
	@echo "== Content"
	@$(PY) manage.py demo
	@$(PY) manage.py search_index

# Whole pages and screens are asked for once: see ASKED_ON in tests/conftest.py.
test: NOT_HERE := -m "not screens"
test: test-sqlite test-postgres  ## all tests, on both databases where it matters

# An idle worker takes tests from a busy one: a few build the whole demonstration.
PYTEST := -m pytest -n logical --maxprocesses 8 --dist worksteal

test-sqlite: $(DEV) $(WORDS)  ## all tests on SQLite
	@echo "== Tests on SQLite"
	@env -u DATABASE_URL $(PY) $(PYTEST) $(NOT_HERE) $(ARGS)

coverage: $(DEV) $(WORDS)  ## the tests on SQLite, with the branches that they reach
	@env -u DATABASE_URL $(PY) $(PYTEST) --cov --cov-report=term $(ARGS)

test-postgres: $(DEV) $(WORDS)  ## what meets the database, on a PostgreSQL started for it
	@echo "== Tests on PostgreSQL"
	@$(PY) -m tests.postgres $(PY) $(PYTEST) -m "not once" $(ARGS)

# The newest Wagtail and Django that this Python can run, locked apart.
NEXT := .venv-next
NEXT_PY := $(NEXT)/bin/python
NEXT_LOCK := $(NEXT)/installed-next-$(call checksum,next)

test-next: $(NEXT_LOCK) $(WORDS)  ## all tests on the newest Wagtail and Django, for information
	@echo "== Tests on $(NEXT_NAMES)"
	@env -u DATABASE_URL $(NEXT_PY) $(PYTEST) $(ARGS)

next: $(NEXT_LOCK)

check-next: export DJANGO_SETTINGS_MODULE := $(SETTINGS).test
check-next: $(NEXT_LOCK) $(WORDS)  ## do all pages and screens answer on the newest Wagtail and Django?
	@echo "== Checks, migrations, pages and screens on $(NEXT_NAMES)"
	@$(NEXT_PY) manage.py check
	@env -u DATABASE_URL $(NEXT_PY) manage.py makemigrations --check --dry-run
	@env -u DATABASE_URL $(NEXT_PY) $(PYTEST) tests/site_wide/test_smoke.py

NEXT_NAMES = $(shell $(NEXT_PY) -c 'import django, wagtail; \
	print("Wagtail", wagtail.__version__, "and Django", django.__version__)')

guards: $(DEV)  ## take each guard of the rights out in turn: does a test notice? (half an hour)
	@env -u DATABASE_URL $(PY) -m tests.guards $(ARGS)

drill: export DJANGO_SETTINGS_MODULE := $(SETTINGS).demo
drill: $(BASE) $(WORDS) content  ## back up the demonstration, restore it elsewhere, compare: how long?
	@$(PY) manage.py backup
	@$(PY) manage.py drill

# In a small database SQLite says what PostgreSQL does; the archive of years is PostgreSQL's.
bench: $(DEV) $(WORDS)  ## what pages cost with 100, 10,000, 100,000 articles (half an hour; ARGS="--sizes 100,1000")
	@env -u DATABASE_URL $(PY) -m bench --sizes 100,1000 --seconds 1 --minutes 5 $(ARGS)
	@$(PY) -m tests.postgres $(PY) -m bench $(ARGS)

bench-search: $(DEV)  ## time search on 20,000 pages, on both databases (a quarter of an hour)
	@env -u DATABASE_URL $(PY) -m bench.search
	@$(PY) -m tests.postgres $(PY) -m bench.search

bench-guesses: $(DEV)  ## ten thousand guesses by every way in: what do they reach? (ten minutes; TRIES=1000)
	@env -u DATABASE_URL $(PY) -m bench.guesses

bench-faults: $(DEV) $(WORDS)  ## what readers meet while PostgreSQL, mail, disks… break (half an hour; ARGS="--seconds 15")
	@$(PY) -m bench.faults $(ARGS)

bench-kills: $(DEV) $(WORDS)  ## kill what publishes, takes forms, sends mail 200 times, on both databases (ten minutes)
	@env -u DATABASE_URL $(PY) -m bench.faults.kills
	@$(PY) -m tests.postgres $(PY) -m bench.faults.kills

ready: $(DEV) $(WORDS)  ## install what checks and tests need

check: ready  ## linters, import rules, untranslated words, migrations, deployment settings
	@echo "== ruff, import-linter, djlint"
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(VENV)/bin/lint-imports --no-logo
	@$(PY) -m djlint --lint --check $(wildcard */templates)
	@echo "== Words in every language"
	@$(PY) manage.py catalogue --check --settings $(SETTINGS).test
	@echo "== manage.py check, migrations, deployment"
	@$(PY) manage.py check --settings $(SETTINGS).test
	@env -u DATABASE_URL $(PY) manage.py makemigrations --check --dry-run --settings $(SETTINGS).test
	@$(PY) -m tests.postgres $(PY) manage.py lintmigrations --sql-analyser postgresql \
		--settings $(SETTINGS).test
	@SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		ALLOWED_HOSTS=www.example.org DATABASE_URL=postgres://localhost/site \
		$(PY) manage.py check --deploy --fail-level WARNING --settings $(SETTINGS).production

NEWEST := $(VENV)/newest.txt
advisories: $(DEV)  ## has a pinned package a known advisory, or a newer release? Fails on the first
	@rm -f $(NEWEST); $(COMPILE) --upgrade -c requirements/bounds.in requirements/base.in \
		requirements/dev.in -o $(NEWEST) 2> /dev/null || true
	@$(PY) requirements/advisories.py requirements/dev.txt $(NEWEST)

words: $(DEV)  ## find the words of the interface; then translate what is empty in site_cms/locale
	@$(PY) manage.py catalogue --settings $(SETTINGS).test

# Extras stay in the lock: without them pip asks for the newest `coverage[toml]`, and refuses it for
# want of a hash on the day a release follows the pinned one.
COMPILE = $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-emit-index-url --no-emit-find-links --no-header $(if $(UPGRADE),--upgrade)

lock: $(DEV)  ## write the locks anew from requirements/*.in (UPGRADE=1: take newer releases)
	$(COMPILE) -c requirements/bounds.in requirements/base.in -o requirements/base.txt
	$(COMPILE) -c requirements/base.txt requirements/base.in requirements/dev.in -o requirements/dev.txt
	$(COMPILE) requirements/next.in -o requirements/next.txt
	$(COMPILE) -c requirements/base.txt requirements/sentry.in -o requirements/sentry.txt

captures: $(DEV) $(WORDS)  ## take the pictures of docs/guide-redaction.md anew, in Chromium
	@$(PY) docs/captures.py

clean:  ## remove what can be made again; data and media under var/ stay
	rm -rf $(VENV) $(NEXT) staticfiles .pytest_cache .ruff_cache .import_linter_cache .coverage*

# --- What the commands above stand on -------------------------------------------------------------

python:
	@test -n "$(PYTHON)" || { \
		for p in $(PYTHONS); do \
			"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
			echo "$$p cannot make virtual environments: install the package $$p-venv." >&2 && exit 1; \
		done; \
		echo "Python 3.11 or newer is needed, and none was found (tried $(PYTHONS))." >&2; exit 1; }

define PORT_IS_FREE
import os, socket, sys

port = os.environ["PORT"]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    sys.exit(f"PORT must be a number from 1 to 65535, not {port!r}.")
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
try:
    server.bind(("127.0.0.1", int(port)))
except OSError as error:
    sys.exit(f"Port {port} cannot be used ({error.strerror}): stop what holds it, or choose another: PORT=8001 make run")
endef
export PORT_IS_FREE

port: python
	@$(PYTHON) -c "$$PORT_IS_FREE"

# Not a step to be removed: a virtual environment without pip is made anew, and emptied.
.PRECIOUS: %/bin/pip
%/bin/pip: | python
	@echo "== Making a virtual environment in $*/"
	@$(PYTHON) -m venv --clear $*

# pip names each package as it comes; its errors pass through, and leave no stamp behind.
define INSTALL
	@lock=requirements/$(firstword $(subst -, ,$*)).txt; \
	echo "== Installing $$(grep -c '==' $$lock) packages from $$lock"; \
	{ $(@D)/bin/python -m pip install --require-hashes --progress-bar off -r $$lock && touch $@; } \
		| awk '/^Collecting/ { sub(/[=;].*/, "", $$2); printf "%s ", $$2; fflush() } END { print "" }'; \
	test -e $@
endef

$(VENV)/installed-%: | $(VENV)/bin/pip
	$(INSTALL)

$(NEXT)/installed-%: | $(NEXT)/bin/pip
	$(INSTALL)

%.mo: %.po | $(BASE)
	@$(PY) manage.py catalogue --compile --settings $(SETTINGS).test

$(STATIC): $(BASE) $(STATIC_SOURCES)
	@echo "== Collecting and compressing static files (half a minute, only when they change)"
	@$(PY) manage.py collectstatic --no-input --clear --verbosity 1
	@touch $@
