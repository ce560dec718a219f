#ifndef PENSTOCK_CZLIB_SHIM_H
#define PENSTOCK_CZLIB_SHIM_H

#include <zlib.h>

#endif
