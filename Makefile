# Export Target Tracker: the errands of a newcomer and of a developer. `make` alone lists them.

ARGS ?=
VENV := .venv
PYTHON_HERE := $(VENV)/bin/python
CATALOGUE := resources/translations/catalogue.py
CHECKED := desktop sample_data tests resources
PIP := $(PYTHON_HERE) -m pip --disable-pip-version-check --quiet --quiet
LINT_IMPORTS := from importlinter.cli import lint_imports_command; lint_imports_command()
UV_VERSION := 0.13.9

# What the caller's shell imports from elsewhere is no part of this environment. What was compiled
# once is kept: every process of the tests would compile all that it imports.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

# An environment whose interpreter is gone (an upgrade, a moved folder) is made anew.
$(shell $(PYTHON_HERE) -c "" 2>/dev/null || rm -f $(VENV)/.packages)

.PHONY: help libraries set-up demo test test-all check lint types floors check-translations translations format \
        bench bench-office corpus corpus-variants fuzz test-server soak shots approve wheel constraints \
        clean

help:  ## list the errands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */  make \1 — /'

# ---- set-up -----------------------------------------------------------------------------------

$(VENV)/.packages: constraints.txt
	@.ci/environment $(VENV)
	@echo "Installing the packages of constraints.txt, every file checked against its hash ..."
	@$(PIP) install --require-hashes --only-binary :all: -r constraints.txt
	@touch $@

$(VENV)/.application: pyproject.toml $(VENV)/.packages
	@echo "Installing the application from this folder ..."
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

libraries:
	@.ci/system-libraries drawing

set-up: libraries $(VENV)/.application  ## make the environment (.venv) and find what it needs

# ---- for a newcomer ---------------------------------------------------------------------------

demo: set-up  ## import the sample returns, show where the year stands, open the window
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then .ci/system-libraries window; fi
	@$(PYTHON_HERE) -m desktop demo $(ARGS)

test: set-up  ## run the tests (ARGS="-m slow", ARGS=tests/archive, ...)
	@.ci/system-libraries window testing
	@echo "Running the tests ..."
	@$(PYTHON_HERE) -m pytest --numprocesses auto --dist loadfile $(ARGS)

test-all: set-up  ## run all tests, those too that take their time: before a release
	@.ci/system-libraries window testing
	@echo "Running the tests, all of them ..."
	@$(PYTHON_HERE) -m pytest -m "not bench" --numprocesses auto --dist loadfile $(ARGS)

# ---- for a developer --------------------------------------------------------------------------

check: lint types floors check-translations  ## lint, layout, types, floors of the house, translations
	@echo "All checks passed."

lint: $(VENV)/.application
	@echo "Lint and layout (ruff) ..."
	@$(PYTHON_HERE) -m ruff check --quiet $(CHECKED)
	@$(PYTHON_HERE) -m ruff format --quiet --check $(CHECKED)

types: $(VENV)/.application
	@echo "Types (mypy --strict) ..."
	@$(PYTHON_HERE) -m mypy --no-error-summary

floors: $(VENV)/.application
	@echo "Floors of the house (import-linter) ..."
	@said=$$($(PYTHON_HERE) -c "$(LINT_IMPORTS)" 2>&1) || { echo "$$said"; exit 1; }

check-translations: $(VENV)/.application
	@echo "Translations (every text has its Vietnamese) ..."
	@$(PYTHON_HERE) $(CATALOGUE) check

translations: $(VENV)/.application  ## gather the texts into the catalogue and compile it
	@$(PYTHON_HERE) $(CATALOGUE) update

format: $(VENV)/.application  ## lay out the code, and mend what can be mended without a thought
	@$(PYTHON_HERE) -m ruff check --quiet --fix-only $(CHECKED)
	@$(PYTHON_HERE) -m ruff format --quiet $(CHECKED)

bench: set-up  ## measure, as ratios against bare libraries
	@.ci/system-libraries testing
	@$(PYTHON_HERE) -m tests.benchmarks $(ARGS)

bench-office: set-up  ## grow an office's archive on a server, measure it (ARGS="--figures 50000000")
	@.ci/system-libraries window testing
	@$(PYTHON_HERE) -m tests.benchmarks.office $(ARGS)

test-server: set-up  ## run the tests of archive, workflow and journeys on a PostgreSQL server
	@.ci/system-libraries window testing
	@$(PYTHON_HERE) -m pytest --engine=server --numprocesses auto --dist loadfile \
	    tests/archive tests/workflow tests/journeys $(ARGS)

corpus: set-up  ## read the real returns in ../shared and score every figure
	@$(PYTHON_HERE) -m tests.corpus $(ARGS)

fuzz: set-up  ## read and import ten thousand spoilt workbooks (ARGS=COUNT)
	@$(PYTHON_HERE) -m tests.fuzz $(ARGS)

corpus-variants: set-up  ## read the real books of ../shared in other words, shapes and letters
	@$(PYTHON_HERE) -m tests.corpus.metamorphic $(ARGS)

soak: set-up  ## an hour of use in minutes: flat memory, no standstill (SOAK_ROUNDS=30 for longer)
	@$(PYTHON_HERE) -m pytest -q -m slow tests/soak $(ARGS)

shots: set-up  ## draw every page in both languages and themes into build/shots (ARGS=review)
	@$(PYTHON_HERE) -m tests.shots $(ARGS)

approve: set-up  ## approve how the pages look by now: the pictures that tests compare with (ARGS=markets)
	@$(PYTHON_HERE) -m tests.gui.pictures $(ARGS)

wheel: $(VENV)/.application  ## build the wheel into dist/
	@$(PYTHON_HERE) -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls dist/*.whl

# uv resolves for every operating system at once, which pip cannot.
constraints: $(VENV)/.application  ## pin anew: names, versions and hashes, for every system
	@$(PYTHON_HERE) -m venv $(VENV)/uv
	@$(VENV)/uv/bin/python -m pip --disable-pip-version-check --quiet --quiet install uv==$(UV_VERSION)
	@$(VENV)/uv/bin/uv pip compile --quiet --no-config --system-certs --universal --upgrade \
	    --python-version 3.11 --extra dev --fork-strategy fewest --generate-hashes --no-annotate \
	    --custom-compile-command "make constraints" --output-file constraints.txt pyproject.toml
	@echo "constraints.txt is written; run 'make check test' before it is kept."

clean:  ## remove the environment and what tools left behind
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
