# Everything a person does with this project; `make` alone says what there is.
# HOST, PORT and every other setting come from the environment: `make run PORT=8005`.

.DEFAULT_GOAL := help
.PHONY: help setup run demo test test-e2e test-faults fuzz screenshots web test-web check lint format test-core bench bench-web openapi docs image lock clean

BIN := .venv/bin
PACKAGES := $(wildcard src apps/api apps/whatsapp apps/worker apps/cli)
CODE := $(wildcard src apps migrations tests bench scripts deploy)
# mypy takes the packages by folder; migrations are scripts that Alembic runs.
TYPED := $(wildcard src apps/*/resortbook_* bench tests)
CORE_TESTS := $(wildcard tests/domain tests/application tests/settings tests/architecture)

help: ## Show this help
	@awk 'BEGIN {FS = ":.*## "} /^[a-z0-9-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install what running needs into .venv (quick if nothing changed)
	@scripts/setup run

run: setup ## Build the web app if it has to be, and serve everything on http://127.0.0.1:8000 (make run PORT=8005)
	@scripts/web try
	@exec $(BIN)/resortbook serve

demo: setup ## Load the demo resort into a database without activities
	@$(BIN)/resortbook demo load

test: lint test-web ## Run everything: lint, types, and all tests on SQLite, PostgreSQL, Redis, in a browser
	@scripts/chromium
	$(BIN)/pytest -n 2 --dist loadgroup

check: lint test-core ## Lint, types, imports, core tests: under a minute, without servers

lint: dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(TYPED)
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml $(PACKAGES)

test-core: dev ## Run the tests of domain, services, settings and architecture alone
	$(BIN)/pytest -m "not servers" $(CORE_TESTS)

web: setup ## Build the guests' web app into the API, where it has changed
	@scripts/web build

test-web: dev ## Check the web app by itself: lint, types, dead code, tests, what it weighs
	@scripts/web npm run lint
	@scripts/web npm test
	@scripts/web build
	@scripts/web npm run budgets

test-e2e: dev ## Run the guests' journeys in a real Chromium alone
	@scripts/chromium
	@scripts/web build
	@scripts/web packages
	$(BIN)/pytest tests/e2e

test-faults: dev ## Kill processes and servers at every named point, and look what became of it
	$(BIN)/pytest -m faults --durations=0 -rP tests/faults

fuzz: dev ## Send hundreds of odd requests to every route and webhook (make fuzz FUZZ=1000)
	FUZZ=$(or $(FUZZ),400) $(BIN)/pytest -rP tests/apps/api/test_fuzzed_api.py \
	    tests/apps/api/test_fuzzed_journeys.py tests/apps/whatsapp/test_fuzzed_webhooks.py

screenshots: dev ## Take a picture of every page into .cache/screenshots
	@scripts/chromium
	@scripts/web build
	$(BIN)/python -m tests.e2e.screenshots

format: dev ## Put the code into its form, and mend what can be mended
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: dev ## Measure the product beside the same SQL, nginx and a Django application, and under stress
	$(BIN)/python -m bench

bench-web: dev ## Measure the web app on a slow phone, and what 300 open pages cost
	@scripts/chromium
	@scripts/web build
	$(BIN)/python -m bench.web
	$(BIN)/python -m bench.board
	$(BIN)/python -m bench.live

bench-chat: dev ## Measure how long a guest waits for the bot's replies
	$(BIN)/python -m bench.chat.replies

openapi: setup ## Write the API's description to docs/openapi.json
	$(BIN)/flask --app resortbook_api.wsgi:app openapi write --format json docs/openapi.json

docs: setup ## Build the documentation's site into .cache/site, and fail on a link that leads nowhere
	@scripts/docs

image: ## Build the container image, where a Docker daemon answers
	docker build --tag resortbook:local .

lock: dev ## Write requirements/*.lock anew from pyproject.toml
	scripts/lock

clean: ## Remove the environment and caches (never ./var, where the data lies)
	rm -rf .venv .cache .pytest_cache dist build
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: dev
dev:
	@scripts/setup dev
