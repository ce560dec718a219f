# make run | test | build | check | format | golden | bench | fuzz | docs

SHELL := /bin/bash
SWIFT_FILES = Package.swift Sources Tests $(wildcard Benchmarks/Package.swift Benchmarks/Sources)

.PHONY: run build test check format golden bench fuzz docs setup

run: build
	@exec .build/release/penstock serve --data penstock-data --demo demo

build: setup
	@echo "building the release (about 10 minutes the first time on two cores, seconds afterwards)"
	swift build -c release --product penstock

setup:
	@scripts/setup build

test:
	@scripts/setup test
	@scripts/test

check:
	@scripts/setup build
	swift format lint --strict --recursive --parallel --configuration .swift-format $(SWIFT_FILES)
	scripts/check-imports
	scripts/check-docs

format:
	swift format --in-place --recursive --parallel --configuration .swift-format $(SWIFT_FILES)

golden:
	@scripts/setup test
	PENSTOCK_GOLDEN=write scripts/test
	git diff --stat -- Tests docs

bench: build
	Benchmarks/run

fuzz: build
	Benchmarks/fuzz

docs:
	scripts/check-docs
