# make            build the grader                   make demo     set up, build, grade the bundled candidate
# make test       set up, build, run every test      make lint     floors, symbols, headers, format, sizes
# make bench      figures as ratios                  make clean    remove build/
# make fuzz       fuzz each target for SECONDS (30)
# make help       this text                          MODE=debug|asan|release (debug)   V=1 shows the commands
MODE ?= debug
CC   ?= cc
OUT  := build/$(MODE)
Q    := $(if $(V),,@)

ifeq ($(filter $(MODE),debug asan release),)
$(error MODE is '$(MODE)': it must be debug, asan or release)
endif

PACKAGES := libgit2 libcjson yaml-0.1 libsodium libseccomp libarchive
CPPFLAGS += -I. -D_GNU_SOURCE -MMD -MP $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
CFLAGS   += -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wwrite-strings -Wvla -Wswitch-enum -Wformat=2 -Wundef -Werror
CFLAGS.debug   := -O0 -g3
CFLAGS.asan    := -O1 -g3 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS.release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS  += $(CFLAGS.$(MODE))
LDFLAGS += $(filter -fsanitize=%,$(CFLAGS))
LDLIBS  := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

# A new file in a known folder needs no line here.
SANDBOX_SRC := $(filter-out sandbox/main.c,$(wildcard sandbox/*.c))
LIB_SRC     := $(filter-out grader/cli/%,$(wildcard grader/*/*.c))
CLI_SRC     := $(wildcard grader/cli/*.c)
TEST_SRC    := $(wildcard tests/unit/*/*.c tests/support/*.c)
HOSTILE_SRC := $(wildcard tests/hostile/runner*.c)
BENIGN_SRC  := $(wildcard tests/benign/runner*.c)
GROWTH_SRC  := $(wildcard tests/growth/runner*.c) tests/support/catalog_folder.c tests/support/growth_curves.c
obj          = $(patsubst %.c,$(OUT)/obj/%.o,$1)
OBJECTS     := $(call obj,$(SANDBOX_SRC) sandbox/main.c $(LIB_SRC) $(CLI_SRC) $(TEST_SRC) $(HOSTILE_SRC) $(BENIGN_SRC) \
                 $(GROWTH_SRC) tests/problems/runner.c tests/quality/runner.c)

all: $(OUT)/bin/grader $(OUT)/bin/sandbox

$(OUT)/bin/grader: $(call obj,$(CLI_SRC)) $(OUT)/libgrader.a $(OUT)/libsandbox.a
$(OUT)/bin/sandbox: $(call obj,sandbox/main.c) $(OUT)/libsandbox.a
$(OUT)/bin/sandbox: LDLIBS := $(shell pkg-config --libs libseccomp 2>/dev/null)
$(OUT)/bin/unit: $(call obj,$(TEST_SRC) $(filter-out grader/cli/main.c,$(CLI_SRC))) $(OUT)/libgrader.a $(OUT)/libsandbox.a
$(OUT)/bin/unit: LDLIBS += -lcriterion
$(OUT)/bin/hostile: $(call obj,$(HOSTILE_SRC)) $(OUT)/libsandbox.a
$(OUT)/bin/hostile: LDLIBS := $(shell pkg-config --libs libseccomp 2>/dev/null)
$(OUT)/bin/benign: $(call obj,$(BENIGN_SRC)) $(OUT)/libsandbox.a
$(OUT)/bin/benign: LDLIBS := $(shell pkg-config --libs libseccomp 2>/dev/null)
$(OUT)/bin/grader $(OUT)/bin/sandbox $(OUT)/bin/unit $(OUT)/bin/hostile $(OUT)/bin/benign:
	@echo '  link  $@'
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/bin/sandbox_bench: $(call obj,tests/bench/sandbox_bench.c) $(OUT)/libsandbox.a
	@echo '  link  $@'
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/bin/problems: $(call obj,tests/problems/runner.c tests/support/catalog_folder.c) \
    $(OUT)/libgrader.a $(OUT)/libsandbox.a
	@echo '  link  $@'
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/bin/growth: $(call obj,$(GROWTH_SRC)) $(OUT)/libgrader.a $(OUT)/libsandbox.a
	@echo '  link  $@'
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/bin/quality: $(call obj,tests/quality/runner.c) $(OUT)/libgrader.a $(OUT)/libsandbox.a
	@echo '  link  $@'
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/libgrader.a: $(call obj,$(LIB_SRC))
$(OUT)/libsandbox.a: $(call obj,$(SANDBOX_SRC))
$(OUT)/libgrader.a $(OUT)/libsandbox.a:
	@echo '  ar    $@'
	$(Q)rm -f $@ && $(AR) rcs $@ $^

# Criterion's assertion macros do not survive these.
$(OUT)/obj/tests/%.o: CFLAGS += -Wno-conversion -Wno-write-strings -Wno-pedantic
# Tests find the tree and the programs built beside them.
$(OUT)/obj/tests/%.o: CPPFLAGS += -DTREE='"$(CURDIR)"' -DBIN='"$(CURDIR)/$(OUT)/bin"'

$(OUT)/obj/%.o: %.c Makefile
	@echo '  cc    $<'
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# The starter becomes part of the candidates' programs: freestanding, position independent, no sanitizer. It travels
# inside libsandbox as bytes (starter_object.c).
STARTER := $(OUT)/starter/starter.o
$(STARTER): sandbox/starter/starter.c $(wildcard sandbox/starter/*.h) Makefile
	@echo '  cc    $< (freestanding)'
	@mkdir -p $(@D)
	$(Q)$(CC) -I. -std=gnu17 -O2 -fPIC -ffreestanding -fno-builtin -fno-stack-protector \
	    -fno-asynchronous-unwind-tables -fcf-protection=none -Wall -Wextra -Werror -c -o $@ $<
$(OUT)/obj/sandbox/starter_object.o: $(STARTER)
$(OUT)/obj/sandbox/starter_object.o: CPPFLAGS += -DSTARTER_OBJECT='"$(STARTER)"'

# So does the counter of the growth measurement, inside libgrader (counter_object.c).
COUNTER := $(OUT)/counter/counter.o
$(COUNTER): grader/growth/counter/counter.c Makefile
	@echo '  cc    $< (for candidates)'
	@mkdir -p $(@D)
	$(Q)$(CC) -I. -D_GNU_SOURCE -std=gnu17 -O2 -fPIC -fno-builtin -fno-stack-protector \
	    -fcf-protection=none -fno-omit-frame-pointer -Wall -Wextra -Werror -Wno-missing-prototypes \
	    -Wno-frame-address -c -o $@ $<
$(OUT)/obj/grader/growth/counter_object.o: $(COUNTER)
$(OUT)/obj/grader/growth/counter_object.o: CPPFLAGS += -DCOUNTER_OBJECT='"$(COUNTER)"'

# And the harness of programs under sanitizers, inside libgrader (harness_object.c).
HARNESS := $(OUT)/harness/harness.o
$(HARNESS): grader/quality/harness/harness.c Makefile
	@echo '  cc    $< (for candidates)'
	@mkdir -p $(@D)
	$(Q)$(CC) -I. -D_GNU_SOURCE -std=gnu17 -O2 -fPIC -fno-stack-protector -Wall -Wextra -Werror -c -o $@ $<
$(OUT)/obj/grader/quality/harness_object.o: $(HARNESS)
$(OUT)/obj/grader/quality/harness_object.o: CPPFLAGS += -DHARNESS_OBJECT='"$(HARNESS)"'

# And the plugin for qemu-x86_64 that settles suspicions (arbiter_object.c).
ARBITER := $(OUT)/counter/arbiter.so
$(ARBITER): grader/growth/arbiter/arbiter.c Makefile
	@echo '  cc    $< (for qemu)'
	@mkdir -p $(@D)
	$(Q)$(CC) -std=gnu17 -O2 -fPIC -shared -fvisibility=hidden -Wall -Wextra -Werror -o $@ $<
$(OUT)/obj/grader/growth/arbiter_object.o: $(ARBITER)
$(OUT)/obj/grader/growth/arbiter_object.o: CPPFLAGS += -DARBITER_OBJECT='"$(ARBITER)"'

-include $(OBJECTS:.o=.d)

.DEFAULT_GOAL := all
help:
	@sed -n 's/^# //p;/^MODE/q' Makefile

# The two commands of the README. The second make sees what setup installed.
demo:
	$(Q)sh ci/install.sh build
	$(Q)$(MAKE) --no-print-directory all && sh ci/demo.sh $(OUT)/bin/grader

test:
	$(Q)sh ci/install.sh build test
	$(Q)$(MAKE) --no-print-directory check

check: $(addprefix $(OUT)/bin/,unit grader sandbox hostile benign growth quality problems)
	$(Q)sh ci/test.sh $(OUT)

unit: $(OUT)/bin/unit $(OUT)/bin/grader $(OUT)/bin/sandbox
	$(Q)$(OUT)/bin/unit $(if $(ONLY),--filter '$(ONLY)')

# Every hostile program in every configuration of the sandbox.
hostile: $(OUT)/bin/hostile
	$(Q)$(OUT)/bin/hostile $(ONLY)

# Ordinary programs behave in the sandbox as outside. ONLY='NAME …' takes some.
benign: $(OUT)/bin/benign
	$(Q)$(OUT)/bin/benign $(ONLY)

# Programs whose cost is known are measured; ONLY=SUBSTRING.
growth: $(OUT)/bin/growth
	$(Q)$(OUT)/bin/growth --table $(ONLY)

# Files with labelled flaws are inspected; precision, recall and cost. ONLY=SUBSTRING.
quality: $(OUT)/bin/quality $(OUT)/bin/grader
	$(Q)$(OUT)/bin/quality $(ONLY)

# Every small package of every format is verified; ONLY='FOLDER …' takes some.
packages: $(OUT)/bin/grader
	$(Q)sh ci/packages.sh $(OUT)/bin/grader $(ONLY)

# Faults injected into the bundled problems' model solutions: the hidden tests catch 95 % of them. Some minutes; not in CI.
faults: $(OUT)/bin/grader
	$(Q)$(OUT)/bin/grader verify --faults $(if $(ONLY),problems/$(ONLY),problems/*)

# The bundled problems' own submissions; ONLY=SUBSTRING.
problems: $(OUT)/bin/problems
	$(Q)$(OUT)/bin/problems $(ONLY)

# The HTML report in headless Chromium; SHOTS=FOLDER keeps screenshots. Installs Chromium, node and three npm packages.
page: $(OUT)/bin/grader
	$(Q)sh ci/install.sh page
	$(Q)sh ci/page.sh $(OUT)/bin/grader $(SHOTS)

lint: $(OUT)/libgrader.a $(OUT)/libsandbox.a $(call obj,$(CLI_SRC))
	$(Q)sh ci/lint.sh $(OUT)/obj

# Figures are of the release build, whatever MODE is.
bench:
	$(Q)$(MAKE) --no-print-directory MODE=release all $(addprefix build/release/bin/,sandbox_bench quality growth)
	$(Q)sh ci/bench.sh build/release/bin $(RUNS)

# Properties under libFuzzer and ASan; grows a corpus under build/fuzz.
SECONDS ?= 30
SEED ?= 1
FUZZ     := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*.c))
build/fuzz/fuzz_compare: grader/judge/compare.c tests/support/judge_slow_compare.c grader/base/num.c \
    grader/base/str.c grader/base/err.c
FUZZ_BASE := $(addprefix grader/base/,arena.c buf.c err.c fd.c mem.c num.c str.c)
build/fuzz/fuzz_yaml: $(wildcard grader/text/yaml*.c) grader/text/nearest.c $(FUZZ_BASE)
build/fuzz/fuzz_yaml: FUZZ_LIBS := -lyaml
build/fuzz/fuzz_zip: grader/text/unzip.c $(FUZZ_BASE)
build/fuzz/fuzz_fit: grader/growth/fit.c grader/model/growth.c tests/support/growth_curves.c
build/fuzz/fuzz_regions: grader/growth/regions.c grader/growth/name_hash.c $(FUZZ_BASE)
build/fuzz/fuzz_zip: FUZZ_LIBS := -larchive
build/fuzz/fuzz_feedback: grader/judge/feedback.c grader/judge/score.c grader/judge/grading.c \
    grader/judge/tool.c grader/model/verdict.c grader/run/runner.c grader/text/plain.c $(FUZZ_BASE)
$(FUZZ): build/fuzz/%: tests/fuzz/%.c
	@echo '  fuzz  $@'
	@mkdir -p $(@D)
	$(Q)clang -I. -D_GNU_SOURCE -std=c17 -O1 -g -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all -o $@ $^ $(FUZZ_LIBS) -lm
fuzz: $(FUZZ)
	$(Q)mkdir -p $(addsuffix .corpus,$(FUZZ))
	$(Q)printf '%s\n' $(FUZZ) | xargs -P "$$(nproc)" -I FUZZ env FUZZ -max_total_time=$(SECONDS) -seed=$(SEED) \
	    -max_len=4096 -print_final_stats=0 -verbosity=0 FUZZ.corpus

clean:
	rm -rf build

.PHONY: all help demo test check unit hostile benign problems packages page lint bench fuzz clean growth quality faults
