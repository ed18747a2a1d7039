// What the daemon's process needs below Swift's own runtime.
#ifndef SALUTON_RUNTIME_H
#define SALUTON_RUNTIME_H

/// How many threads run Swift's tasks.
///
/// Swift's executor on Linux is libdispatch's, whose pool looks once a second whether its threads are stuck, as long as
/// the process lives.  Here a few threads of our own take its place, so that an idle process sleeps
/// (docs/decisions/0004-executor.md).  The hooks are set before `main`; calling this makes the linker take them in.
int saluton_executor_threads(void);

/// A descriptor from which one byte can be read for each SIGTERM, SIGINT and SIGHUP from now on; -1: none is left.
///
/// Handlers, not blocked signals: libdispatch lets the first thread wait with every signal unblocked.
int saluton_ending_signals(void);

#endif
