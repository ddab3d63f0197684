# `make run` and `make test` need nothing but Python >= 3.11 and make: each sets up .venv when something it is made from has changed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

.DEFAULT_GOAL := help
.PHONY: help run test test-system lint model docs bench fuzz ci clean

help: ## Say what there is to make
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 21

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try: make PYTHON=python3.12 run")'
	@echo "Setting up $(VENV) (once, a few minutes) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev,html,excel,sql,cluster]'
	@touch $@

run: $(VENV)/installed ## Extract the seed articles, say what was found and write a report to look at
	@$(BIN)/berita extract seeds --out $(OUT) --restart
	@$(BIN)/berita report $(OUT)

test: $(VENV)/installed ## Run the tests
	@$(BIN)/python -m pytest -m "not system"
	@echo "Left out: the tests in a real browser, on a real PostgreSQL and on a full disk (make test-system)."

test-system: $(VENV)/installed ## Run those that need Chromium, PostgreSQL (apt-get install chromium postgresql) and root
	@$(BIN)/python -m pytest -m system

lint: $(VENV)/installed ## Check style, types and layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

model: $(VENV)/installed ## Train the language model anew: make model CORPORA=FOLDER NLP_ID=FILE
	@$(BIN)/python -m models.build --corpora $(CORPORA) --nlp-id $(NLP_ID)

docs: $(VENV)/installed ## Build the documentation site in site/
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[docs]'
	@$(BIN)/mkdocs build --strict --quiet

bench: $(VENV)/installed ## Measure speed, start-up and memory beside the last record (RECORD=1 writes a new one)
	@$(BIN)/python -m benchmarks.speed $(if $(RECORD),--record)

fuzz: $(VENV)/installed ## Look for input that breaks it, for a minute (pip install atheris to be cleverer at it)
	@$(BIN)/python -m benchmarks.fuzz --seconds 60

ci: ## Run what CI runs
	@bash .ci/run

clean: ## Remove the environment, caches and the output of `make run`
	rm -rf $(VENV) $(OUT) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
