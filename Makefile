# Everything a newcomer or CI runs; it asks for git, make and Python 3.11 or newer, and nothing else.
# `make test` checks the built wheel as a user would install it, not the folder beside this file.

VENV ?= .venv
BIN := $(VENV)/bin
WHEEL := .make/wheel
SQLALCHEMY20 := .make/sqlalchemy-2.0/site-packages
SOURCES := pyproject.toml README.md LICENSE $(shell find schemasync_nb sample_db notebooks -not -name '.*' \
	-not -path '*/__pycache__*' -not -path '*/.ipynb_checkpoints*' -not -path '*/.schemasync*' 2>/dev/null)
# make dev leaves no package folder in site-packages; then the wheel is due again
INSTALLED := $(wildcard $(VENV)/lib/python*/site-packages/schemasync_nb/__init__.py)

FAST := not slow and not browser and not torture and not bench and not packages
PYTEST := SCHEMASYNC_TEST_WHEEL=1 $(BIN)/pytest
PARALLEL := -n 2 --dist loadgroup
ON_SQLALCHEMY20 = SCHEMASYNC_TEST_SQLALCHEMY=2.0 PYTHONPATH=$(CURDIR)/$(SQLALCHEMY20) $(PYTEST) $(PARALLEL) -m "$(FAST)"
WHERE_IT_DIFFERS := tests/laws/test_detect.py $(wildcard tests/apply/test_generate*.py) tests/test_models.py tests/test_database.py tests/test_sample_db.py
PLAYGROUND := demo-output
# Voilà's own options: make demo-voila VOILA="--no-browser --port=8867"
VOILA :=
# On a loopback address, for the one user: the kernel's warning about its unencrypted connection tells a newcomer nothing
QUIET_KERNEL := --ExecutePreprocessor.extra_arguments=--IPKernelApp.log_level=ERROR
RESOLVE := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

.PHONY: help demo demo-voila lab test test-fast test-sqlalchemy-2.0 test-matrix test-packages torture bench lint format dev lock clean FORCE
.DELETE_ON_ERROR:
.NOTPARALLEL:

help:  ## list these targets
	@sed -n 's/^\([a-z0-9.-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do printf '  make %-20s %s\n' "$$name" "$$text"; done

demo: $(VENV)/.wheel  ## set everything up, run the loop on the sample database, execute the first notebook
	@rm -rf $(PLAYGROUND) && mkdir $(PLAYGROUND) && echo '*' > $(PLAYGROUND)/.gitignore
	@cd $(PLAYGROUND) && $(abspath $(BIN))/schema demo
	@cp notebooks/01_first_loop.ipynb $(PLAYGROUND)/
	@cd $(PLAYGROUND) && $(abspath $(BIN))/jupyter nbconvert --log-level ERROR --execute --inplace $(QUIET_KERNEL) 01_first_loop.ipynb
	@cd $(PLAYGROUND) && $(abspath $(BIN))/jupyter nbconvert --log-level ERROR --to html 01_first_loop.ipynb
	@echo "The executed notebook: $(PLAYGROUND)/01_first_loop.html (and .ipynb); \`make lab\` opens the notebooks to play with."

demo-voila: $(VENV)/.wheel  ## serve the widget as a page of its own, by Voilà
	@mkdir -p $(PLAYGROUND) && echo '*' > $(PLAYGROUND)/.gitignore
	@cp notebooks/06_with_buttons.ipynb $(PLAYGROUND)/
	cd $(PLAYGROUND) && $(abspath $(BIN))/voila 06_with_buttons.ipynb $(VOILA)

lab: $(VENV)/.wheel  ## open JupyterLab on the notebooks
	$(BIN)/jupyter lab --notebook-dir=notebooks $$([ "$$(id -u)" = 0 ] && echo --allow-root)

test: lint test-sqlalchemy-2.0  ## every check and test but the torture; SQLAlchemy 2.0 where it can differ
	$(PYTEST) $(PARALLEL) -m "not torture and not bench and not packages"

test-fast: $(VENV)/.wheel  ## the quick tests alone, without linters
	$(PYTEST) $(PARALLEL) -m "$(FAST)"

test-sqlalchemy-2.0: $(VENV)/.wheel $(SQLALCHEMY20)/.locked  ## the tests of what SQLAlchemy makes, with 2.0 laid over the locked 2.1
	$(ON_SQLALCHEMY20) $(WHERE_IT_DIFFERS)

test-matrix: $(VENV)/.wheel $(SQLALCHEMY20)/.locked  ## the quick tests on SQLAlchemy 2.0 and on every other Python found on PATH or under pyenv
	$(ON_SQLALCHEMY20)
	@own=$$($(BIN)/python -c 'import sys; print("3.%d" % sys.version_info[1])'); \
	for version in 3.11 3.12 3.13; do \
		[ $$version = $$own ] && continue; \
		python=$$(.ci/python $$version) || { echo "not run here: Python $$version is not installed"; continue; }; \
		$(MAKE) --no-print-directory test-fast VENV=.make/python-$$version PYTHON=$$python || exit 1; \
	done

test-packages: $(VENV)/.wheel  ## the newest releases of published packages over the databases of old ones; installs them
	$(PYTEST) -m packages tests/packages

torture: $(VENV)/.wheel  ## the whole of the slow products
	$(PYTEST) $(PARALLEL) -m torture

bench: $(VENV)/.wheel  ## measure, one at a time, and print
	$(PYTEST) -s -m bench

lint: $(VENV)/.wheel  ## ruff, mypy, and who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.locked  ## let ruff put the sources in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

dev: $(VENV)/.locked  ## install the sources editable in place of the wheel, to run pytest by hand
	@.ci/install $(VENV) --no-deps --editable .

lock: pyproject.toml  ## bring requirements*.lock up to pyproject.toml (needs uv)
	uv $(RESOLVE) --group dev --all-extras pyproject.toml -o requirements.lock
	echo 'sqlalchemy>=2.0.36,<2.1' | uv $(RESOLVE) --no-deps - -o requirements-sqlalchemy-2.0.lock

clean:  ## remove all that the other targets made
	rm -rf .venv .make $(PLAYGROUND) test-artifacts .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find schemasync_nb sample_db tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/.locked: requirements.lock
	@[ -x $(BIN)/python ] || { python=$$(.ci/python) && "$$python" -m venv $(VENV); }
	@echo "Installing what requirements.lock names into $(VENV) ..."
	@.ci/install $(VENV) --require-hashes -r requirements.lock
	@touch $@

$(WHEEL)/.built: $(SOURCES) | $(VENV)/.locked
	@rm -rf $(WHEEL) && mkdir -p $(WHEEL)
	@$(BIN)/pyproject-build --wheel --no-isolation --outdir $(WHEEL) > .make/wheel.log 2>&1 || { cat .make/wheel.log; exit 1; }
	@touch $@

$(VENV)/.wheel: $(WHEEL)/.built $(VENV)/.locked $(if $(INSTALLED),,FORCE)
	@.ci/install $(VENV) --no-deps --force-reinstall $(WHEEL)/*.whl
	@touch $@

$(SQLALCHEMY20)/.locked: requirements-sqlalchemy-2.0.lock $(VENV)/.locked
	@rm -rf $(SQLALCHEMY20) && .ci/install $(VENV) --target $(SQLALCHEMY20) --no-deps --require-hashes -r $<
	@touch $@
