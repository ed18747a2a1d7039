#pragma once
#include <libxml/xmlversion.h>
/* Debian's libxml2 drags in the headers of ICU, whose types clash with those inside Foundation.  Only converters
   between encodings have such members, and nothing here touches one. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/dict.h>
#include <libxml/entities.h>
#include <libxml/xmlerror.h>
