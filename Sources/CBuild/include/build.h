#ifndef PENSTOCK_BUILD_H
#define PENSTOCK_BUILD_H

/// The commit this program was built from, `unknown` outside a checkout, with `+` when files were changed.
const char *penstock_build_commit(void);

#endif
