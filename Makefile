# The commands of the house.  Each says what it does before it does it, and installs what it lacks by asking apt.
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= $(if $(filter /usr,$(PREFIX)),/etc,$(PREFIX)/etc)
RELEASE = -c release --static-swift-stdlib

.PHONY: help build release demo test faults check format bench install uninstall clean

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## make build      debug build of everything
build:
	@scripts/prerequisites build
	$(SWIFT) build

## make release    optimised build of the two programs, as installed
release:
	@scripts/prerequisites build
	$(SWIFT) build $(RELEASE) --product salutond
	$(SWIFT) build $(RELEASE) --product saluton

## make demo       two accounts, one server, messages both ways, on this machine alone
demo:
	@scripts/prerequisites demo
	$(SWIFT) build --product salutond
	$(SWIFT) build --product saluton
	@scripts/demo "$$($(SWIFT) build --show-bin-path)"

## make test       everything that continuous integration runs
test:
	@scripts/prerequisites test
	$(SWIFT) build --build-tests
	@scripts/house
	$(SWIFT) test --skip-build

## make faults     kills, cuts and silence, many times over: KILLS=1000
KILLS ?= 1000
faults:
	@scripts/prerequisites test
	$(SWIFT) build --build-tests
	SALUTON_KILLS=$(KILLS) $(SWIFT) test --skip-build --filter 'KillTests|LinkTests|FollowingTests'

## make check      format, build, house rules, generated files up to date: quick, before each commit
check:
	@scripts/prerequisites build
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources frontends Tests Benchmarks
	$(SWIFT) build --explicit-target-dependency-import-check error
	@scripts/house
	$(SWIFT) test --filter HouseTests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources frontends Tests Benchmarks

## make bench      speed and memory beside a reference measured in the same run
bench: release
	@scripts/prerequisites bench
	$(SWIFT) build $(RELEASE) --product storebench
	@Benchmarks/run "$$($(SWIFT) build $(RELEASE) --show-bin-path)"

## make install    PREFIX=/usr/local DESTDIR=
install: release
	@scripts/install "$$($(SWIFT) build $(RELEASE) --show-bin-path)" "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)"

## make uninstall  PREFIX=/usr/local DESTDIR=
uninstall:
	@scripts/uninstall "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)"

clean:
	rm -rf .build
