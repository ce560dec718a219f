#ifndef CRASH_H
#define CRASH_H

#include <stddef.h>

/// From now on a signal that would end the program, on this thread, writes the input to the file at `path` first; so does
/// an input that takes longer than `seconds`.
void crash_watch(const char *path, unsigned seconds);

/// The input that is read from now on; it must live until the next call.
void crash_input(const unsigned char *bytes, size_t length);

/// Calls `body` on a thread with a stack of `size` bytes and waits for its end; 0 when that worked.
int crash_run(size_t size, void (*body)(void));

#endif
