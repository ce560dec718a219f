#ifndef PENSTOCK_CLZMA_SHIM_H
#define PENSTOCK_CLZMA_SHIM_H

#include <lzma.h>

#endif
