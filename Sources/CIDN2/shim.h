#ifndef SALUTON_CIDN2_SHIM_H
#define SALUTON_CIDN2_SHIM_H

#define IDN2_SKIP_LIBIDN_COMPAT
#include <idn2.h>

#endif
