#ifndef SALUTON_CUNISTRING_SHIM_H
#define SALUTON_CUNISTRING_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* The normalisation forms are macros over an opaque type, which Swift cannot see.
   Both return a buffer to be freed, or NULL when memory is short. */
static inline uint32_t *saluton_nfc(const uint32_t *text, size_t count, size_t *length) {
    return u32_normalize(UNINORM_NFC, text, count, NULL, length);
}

static inline uint32_t *saluton_nfkc(const uint32_t *text, size_t count, size_t *length) {
    return u32_normalize(UNINORM_NFKC, text, count, NULL, length);
}

/* Whether NFKC changes this code point (RFC 8264 section 9.17). */
static inline bool saluton_has_compat(uint32_t code_point) {
    uint32_t buffer[UC_DECOMPOSITION_MAX_LENGTH];
    size_t length = UC_DECOMPOSITION_MAX_LENGTH;
    uint32_t *result = u32_normalize(UNINORM_NFKC, &code_point, 1, buffer, &length);
    bool same = result != NULL && length == 1 && result[0] == code_point;
    if (result != buffer) free(result);
    return !same;
}

static inline bool saluton_is_script(uint32_t code_point, const char *name) {
    const uc_script_t *script = uc_script(code_point);
    return script != NULL && strcmp(script->name, name) == 0;
}

#endif
