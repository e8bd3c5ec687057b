# Each target sets up what it needs on a machine with Python 3.11+: `make site` and `make test` are all a newcomer types.
.PHONY: site releases serve check test test-all test-long fuzz format bench bench-extract diff headlines coverage offline sql spark release picture browser tools lock vendor clean
.DEFAULT_GOAL := site

PYTHON ?= python3
RUN := .venv/bin/python -m build_scripts
SOURCES ?=

HASH := $(PYTHON) -c 'import hashlib; print(hashlib.sha256(open("requirements.lock", "rb").read()).hexdigest())'

.venv/installed: requirements.lock ## the environment of this lock; one that is linked from elsewhere is never emptied
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	if [ "$$(cat $@ 2>/dev/null)" = "$$($(HASH))" ]; then touch $@; \
	elif [ -L .venv ]; then echo ".venv is a link to an environment of another lock: remove the link, or install there" >&2; exit 1; \
	else $(PYTHON) -m venv --clear .venv && \
	  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock && \
	  $(HASH) > $@; fi

site: .venv/installed releases ## check the data, build the portal into site/; ADDRESS=https://… for a host of your own
	$(if $(ADDRESS),LEDGER_ADDRESS=$(ADDRESS)) $(RUN) build

serve: .venv/installed         ## build, serve on this machine, rebuild on every change
	$(RUN) serve

check: .venv/installed         ## check the data; SOURCES=folder proves every offset by the texts, BASE=revision finds ids that vanished
	$(RUN) check $(if $(SOURCES),--sources $(SOURCES)) $(if $(BASE),--base $(BASE))

format: .venv/installed        ## write the CSV files in their canonical form
	$(RUN) format

bench: .venv/installed         ## seconds and memory of every stage, here and at 1,000 and 10,000 projects (SIZES=), and what others take, into HACKING.md
	$(RUN) bench --write $(if $(SIZES),--sizes $(SIZES))

bench-extract: .venv/installed ## how well draft rows are read; SOURCES=folder adds the ledger's own full texts
	$(RUN) bench-extract $(if $(SOURCES),--sources $(SOURCES))

diff: .venv/installed          ## what a change of the data changes: make diff BASE=origin/main, into build/diff.md and .html, charts before and after beside them
	$(RUN) diff --base $(or $(BASE),HEAD)
	$(RUN) diff --base $(or $(BASE),HEAD) -o build/diff.md -o build/diff.html

headlines: .venv/installed     ## draw 40 statements with their rows: make headlines SEED=7, into build/headlines.md
	$(RUN) headlines --seed $(or $(SEED),1)

coverage: .venv/installed      ## the numbers of coverage in the README, from the data
	$(RUN) coverage

offline: site                  ## a ZIP of the site that opens from a folder
	$(RUN) offline

sql: .venv/installed           ## the key rules of the schemas, asked of DuckDB: what did check let pass
	$(RUN) sql

spark: .venv/installed         ## the same asked of Spark on this machine; it needs Java and is put beside .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade --target build/spark pyspark==4.3.0
	PYTHONPATH=build/spark $(RUN) sql --engine spark

release: .venv/installed       ## a release of the data as committed: make release VERSION=0.3.0, then commit, tag, push
	$(if $(VERSION),,$(error make release VERSION=X.Y.Z))$(RUN) release --version $(VERSION)

releases: .venv/installed      ## the files of every version on the branch of that name, from their commits where it lacks them
	@git rev-parse --verify --quiet refs/heads/releases >/dev/null || \
	  git rev-parse --verify --quiet refs/remotes/origin/releases >/dev/null || $(RUN) release --restore || true

test: .venv/installed releases browser  ## what shows in minutes that a change is whole; the built pages and their frame in the browser among it
	$(RUN) build
	.venv/bin/python -m pytest -n 2 --dist loadgroup -m "not slow and not long"

test-all: .venv/installed releases browser tools  ## what is slow by nature: the site in the browser, clients, standards, attacks, kills, mutants, whole sites
	$(RUN) build
	.venv/bin/python -m pytest -n 2 --dist loadgroup -m "slow and not long"

test-long: .venv/installed     ## what takes minutes by nature: releases stopped at every write, series of builds
	.venv/bin/python -m pytest -n 2 --dist load -m long

fuzz: .venv/installed          ## 10,000 mutants of the tiny ledger and of this one: nothing breaks, hangs or passes that should not
	.venv/bin/python -m tests.fuzz --count $(or $(COUNT),10000) --seed $(or $(SEED),1)

picture: site browser          ## the README's picture, out of the built site
	.venv/bin/python tests/picture.py

browser: .venv/installed       ## a Chromium for the browser tests: the distribution's, or Playwright's own
	.venv/bin/python tests/browser/get_chromium.py

tools: tests/node_modules/.installed  ## what the tests take from npm: an HTML validator

tests/node_modules/.installed: tests/package-lock.json .venv/installed
	cd tests && ../.venv/bin/npm ci --omit=optional --no-audit --no-fund --silent
	touch $@

lock: .venv/installed          ## resolve the dependencies of pyproject.toml again
	.venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --extra dev \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml

vendor: .venv/installed        ## fetch the vendored browser libraries again from npm and compare their checksums
	.venv/bin/python docs/assets/vendor/fetch.py

clean:
	rm -rf .venv build site
