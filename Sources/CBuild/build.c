#include "build.h"

#ifndef PENSTOCK_COMMIT
#define PENSTOCK_COMMIT "unknown"
#endif

const char *penstock_build_commit(void) { return PENSTOCK_COMMIT; }
