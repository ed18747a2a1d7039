#ifndef SALUTON_OPENSSL_TLS_SHIM_H
#define SALUTON_OPENSSL_TLS_SHIM_H

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* Macros and functions with untyped doors, one name per use. */

static inline int saluton_ssl_context_harden(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context, SSL_MODE_AUTO_RETRY | SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}

static inline int saluton_ssl_limit_version(SSL_CTX *context, int lowest, int highest) {
    return SSL_CTX_set_min_proto_version(context, lowest) && SSL_CTX_set_max_proto_version(context, highest);
}

static inline int saluton_ssl_set_server_name(SSL *connection, const char *name) {
    return (int)SSL_set_tlsext_host_name(connection, name);
}

static inline int saluton_ssl_has_extended_master_secret(SSL *connection) {
    return SSL_get_extms_support(connection) == 1;
}

static inline SSL *saluton_ssl_of_store_context(X509_STORE_CTX *store) {
    return X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
}

static inline void saluton_ssl_set_owner(SSL *connection, void *owner) { SSL_set_ex_data(connection, 0, owner); }
static inline void *saluton_ssl_owner(SSL *connection) { return SSL_get_ex_data(connection, 0); }

/* What kind of name stands in a certificate. */
enum { SALUTON_NAME_DNS = 1, SALUTON_NAME_SRV = 2, SALUTON_NAME_XMPP = 3, SALUTON_NAME_ADDRESS = 4 };

typedef void (*saluton_name_visitor)(int kind, const unsigned char *bytes, int length, void *context);

/* Shows each subject alternative name that can mean a server; returns 0 when the extension is broken. */
static inline int saluton_x509_visit_names(X509 *certificate, saluton_name_visitor visit, void *visited) {
    int critical = -1;
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, &critical, NULL);
    if (names == NULL) return critical == -1;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
        GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        const ASN1_STRING *value = NULL;
        int kind = 0;
        if (name->type == GEN_DNS) {
            kind = SALUTON_NAME_DNS;
            value = name->d.dNSName;
        } else if (name->type == GEN_IPADD) {
            kind = SALUTON_NAME_ADDRESS;
            value = name->d.iPAddress;
        } else if (name->type == GEN_OTHERNAME) {
            int nid = OBJ_obj2nid(name->d.otherName->type_id);
            ASN1_TYPE *other = name->d.otherName->value;
            if (nid == NID_SRVName && other->type == V_ASN1_IA5STRING) {
                kind = SALUTON_NAME_SRV;
                value = other->value.ia5string;
            } else if (nid == NID_XmppAddr && other->type == V_ASN1_UTF8STRING) {
                kind = SALUTON_NAME_XMPP;
                value = other->value.utf8string;
            }
        }
        if (kind != 0) visit(kind, ASN1_STRING_get0_data(value), ASN1_STRING_length(value), visited);
    }
    GENERAL_NAMES_free(names);
    return 1;
}

/* The hash of tls-server-end-point (RFC 5929 §4.1) into `out` (EVP_MAX_MD_SIZE octets); 0 where none is defined. */
static inline unsigned saluton_x509_end_point(X509 *certificate, unsigned char *out) {
    int digest = NID_undef;
    unsigned length = 0;
    if (!X509_get_signature_info(certificate, &digest, NULL, NULL, NULL) || digest == NID_undef) return 0;
    if (digest == NID_md5 || digest == NID_sha1) digest = NID_sha256;
    const EVP_MD *function = EVP_get_digestbynid(digest);
    if (function == NULL || !X509_digest(certificate, function, out, &length)) return 0;
    return length;
}

static inline EVP_PKEY *saluton_make_ec_key(void) { return EVP_EC_gen("P-256"); }
static inline EVP_PKEY *saluton_make_rsa_key(unsigned bits) { return EVP_RSA_gen(bits); }

static inline int saluton_x509_add_extension(X509 *certificate, X509 *issuer, int nid, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
    if (extension == NULL) return 0;
    int done = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return done;
}

#endif
