#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/// Allocations since the program began, on all threads.
long allocations_count(void);

/// Bytes that are allocated now.
long allocations_bytes(void);

#endif
