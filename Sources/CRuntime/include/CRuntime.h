// What the daemon's process needs below Swift's own runtime.
#ifndef SALUTON_RUNTIME_H
#define SALUTON_RUNTIME_H

#include <stdint.h>

/// How many threads run Swift's tasks.
///
/// Swift's executor on Linux is libdispatch's, whose pool looks once a second whether its threads are stuck, as long as
/// the process lives.  Here a few threads of our own take its place, so that an idle process sleeps
/// (docs/decisions/0004-executor.md).  The hooks are set before `main`; calling this makes the linker take them in.
int saluton_executor_threads(void);

/// What is called at a time, on the timers' thread: it must be quick.
typedef void (*SalutonWake)(void *context);

/// Calls `wake` once, so many ns from now; time counts while the machine is suspended.  The result cancels it.
///
/// The runtime's own sleeping goes past the hooks to libdispatch.
uint64_t saluton_timer_start(int64_t delay, SalutonWake wake, void *context);

/// Whether the timer was still running: then `wake` is not called any more.
int saluton_timer_cancel(uint64_t timer);

/// Gives back what a process at rest does not need: pages of code and constants, which the kernel keeps in its cache
/// and maps again at the first use, and free pages of the heap (docs/decisions/0005-memory.md).
///
/// The executor calls it when its threads have had nothing to do for a second and a half after some work.
void saluton_give_back_memory(void);

/// A descriptor from which one byte can be read for each SIGTERM, SIGINT and SIGHUP from now on; -1: none is left.
///
/// Handlers, not blocked signals: libdispatch lets the first thread wait with every signal unblocked.
int saluton_ending_signals(void);

#endif
