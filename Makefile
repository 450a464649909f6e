# Python 3.11 or newer and make are all that is needed; everything else is installed into .venv from constraints.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run test quick check bench train docs lock clean

help:  ## show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: $(READY)  ## read the bundled sample corpus: datasets, statistics and report in outputs/sample
	$(BIN)/gcm run corpus/sample --edition 2020 --out outputs/sample

test: $(READY)  ## run every test
	$(BIN)/python -m pytest

quick: $(READY)  ## run the fast tests only
	$(BIN)/python -m pytest -m "not slow"

check: $(READY)  ## format, lint, types, import contracts, dependencies, configuration
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(BIN)/gcm check

bench: $(READY)  ## measure speed; benchmarks/README.md says what and how
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/annotation.py
	$(BIN)/python benchmarks/rerun.py
	$(BIN)/python benchmarks/report_page.py

train: $(READY)  ## fit the statement model anew from configs/training
	$(BIN)/gcm train

docs: $(READY)  ## write the reference pages anew from the code
	$(BIN)/python docs/build_reference.py

lock:  ## pin the dependencies anew (needs uv on the path)
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate \
		--custom-compile-command "make lock" --quiet --upgrade --output-file constraints.txt

clean:  ## remove the environment and caches; outputs stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): constraints.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)
