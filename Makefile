# Everything a developer runs. Needs Python >= 3.11, git and make; `make` alone says what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOPER := $(VENV)/.installed-dev
RECORD := demo/pasar-pagi.simpasar.jsonl

.PHONY: help demo test test-all lint format bench truth balance class texts pictures docs schemas editor site clean

help:  ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

demo: $(INSTALLED)  ## play the morning market with bots and leave its record in demo/
	@mkdir -p $(dir $(RECORD))
	@rm -f $(RECORD) $(RECORD).*
	$(BIN)/simpasar run pasar-pagi --record $(RECORD)

test: $(DEVELOPER)  ## run the whole suite, but for what is marked slow
	$(BIN)/pytest -m 'not slow'

test-all: $(DEVELOPER)  ## run the slow tests too
	$(BIN)/pytest

lint: $(DEVELOPER)  ## check style, types, the layers of the code, and generated files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/texts.py --check
	$(BIN)/python tools/reference.py --check
	$(BIN)/python tools/schemas.py --check

format: $(DEVELOPER)  ## put the code in its usual form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(DEVELOPER)  ## measure speed, realism, the same bits everywhere, and survival of crashes
	$(BIN)/python benchmarks/market_week.py
	$(BIN)/python benchmarks/calibration.py
	$(BIN)/python benchmarks/same_bits.py
	$(BIN)/python benchmarks/crash.py
	$(BIN)/python benchmarks/check_speed.py
	$(BIN)/python benchmarks/balance_speed.py
	$(BIN)/python benchmarks/review_speed.py --full

truth: $(DEVELOPER)  ## does a review blame who is to blame, and is a check never at a loss? An hour
	$(BIN)/python benchmarks/check_fuzz.py --cases 20000
	$(BIN)/python benchmarks/review_luck.py
	$(BIN)/python benchmarks/review_truth.py

balance: $(DEVELOPER)  ## play every bot in every seat, and the dilemma of the cooperative: half an hour
	$(BIN)/python benchmarks/dilemma.py
	$(BIN)/python benchmarks/balance.py

class: $(DEVELOPER)  ## play a whole class through the real screens, and cut its power (needs tmux)
	$(BIN)/python benchmarks/screens.py
	$(BIN)/python benchmarks/class_in_tmux.py

texts: $(DEVELOPER)  ## bring the Indonesian catalogue in step with the code, and compile it
	$(BIN)/python tools/texts.py

pictures: $(DEVELOPER)  ## paint the pictures of the README anew
	$(BIN)/python tools/pictures.py

docs: $(DEVELOPER)  ## write the reference of scenario files anew
	$(BIN)/python tools/reference.py

schemas: $(DEVELOPER)  ## write the schemas of scenario files for editors anew
	$(BIN)/python tools/schemas.py

editor:  ## install the language server that tests/editor proves the schemas with (needs npm)
	npm install --no-package-lock --no-audit --no-fund --prefix tests/editor

site: docs  ## build the documentation as a site in site/, readable without a network
	$(BIN)/mkdocs build --strict --quiet

clean:  ## remove the environment and everything made by these commands
	rm -rf $(VENV) demo site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache .coverage
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp for each kind of installation, so that it is done once and again when pyproject changes.

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("simpasar needs Python 3.11 or newer. Choose one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(INSTALLED): pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEVELOPER): pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(INSTALLED) $@
