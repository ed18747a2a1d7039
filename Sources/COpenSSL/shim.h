#ifndef SALUTON_OPENSSL_SHIM_H
#define SALUTON_OPENSSL_SHIM_H

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "tls_shim.h"

/* EVP_CIPHER_CTX_ctrl takes its sizes and buffers through one untyped door; Swift gets one name per use. */

static inline int saluton_gcm_get_tag(EVP_CIPHER_CTX *context, unsigned char *tag, int count) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, count, tag);
}

static inline int saluton_gcm_set_tag(EVP_CIPHER_CTX *context, const unsigned char *tag, int count) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, count, (void *)tag);
}

#endif
