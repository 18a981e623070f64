# What each command does: README.md. PORT=, DATA_DIR=, SEARCH= and PYTHON= can be set on the command line.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
DEV = "$$($(PYTHON) -m scripts.environment dev)"
JOBS ?= auto
CODE = accounts catalogue config heritage media search scripts benchmarks tests manage.py
export PORT DATA_DIR SEARCH

.PHONY: help demo test test-elasticsearch check lint types layers django-checks coverage audit bench drill lock messages compile-messages
.NOTPARALLEL:
.ONESHELL:
.SHELLFLAGS = -ec
SHELL = /bin/sh

help:
	@echo "make demo | test | test-elasticsearch | check | audit | bench | drill | lock | messages   (README.md explains them)"

demo:
	@exec $(PYTHON) -m scripts.demo

# MEASURE=1 notes what was covered, for a `make check MEASURED=1` afterwards: CI runs the tests once.
test:
	@python=$(DEV)
	[ -z "$(MEASURE)" ] || { mkdir -p var/coverage; "$$python" -m coverage erase; }
	exec "$$python" $(if $(MEASURE),-m coverage run )-m pytest --numprocesses $(JOBS) -rs

test-elasticsearch:
	@python=$(DEV)
	exec "$$python" -m pytest -m elasticsearch -n 0 -rs tests/search

check: lint types layers django-checks coverage

lint:
	@python=$(DEV)
	"$$python" -m ruff check $(CODE)
	"$$python" -m ruff format --check $(CODE)
	"$$python" -m djlint --lint templates

types:
	@python=$(DEV)
	"$$python" -m mypy

layers:
	@python=$(DEV)
	"$${python%/*}/lint-imports"

django-checks:
	@python=$(DEV)
	data=$$(mktemp -d)
	trap 'rm -rf "$$data"' EXIT
	export DATA_DIR="$$data"
	"$$python" manage.py check --settings config.settings.test --fail-level WARNING
	HTTPS=true "$$python" manage.py check --settings config.settings.production --deploy --fail-level WARNING
	"$$python" manage.py makemigrations --settings config.settings.test --check --dry-run

coverage:
	@[ -n "$(MEASURED)" ] || $(MAKE) test MEASURE=1
	python=$(DEV)
	"$$python" -m coverage combine --quiet
	"$$python" -m coverage report

audit:
	@python=$(DEV)
	exec "$$python" -m pytest -m audit --numprocesses $(JOBS) -rs

bench:
	@python=$(DEV)
	exec "$$python" -m benchmarks.run

drill:
	@python=$(DEV)
	exec "$$python" -m pytest -m drill -rs

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 2; }
	resolve="uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml"
	$$resolve --output-file requirements/runtime.txt
	$$resolve --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt

messages:
	@python=$(DEV)
	"$$python" -m scripts.update_messages
	"$$python" -m scripts.compile_messages

compile-messages:
	@python=$(DEV)
	exec "$$python" -m scripts.compile_messages
