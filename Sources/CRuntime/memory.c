#define _GNU_SOURCE
#include "CRuntime.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/// Drops the mapped pages of an object's read-only segments.  What was written since loading, relocations among it,
/// stands in segments that were mapped for writing and is left alone.
static int drop_segments(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size, (void)unused;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
        if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W)) continue;
        uintptr_t begin = ((uintptr_t)object->dlpi_addr + segment->p_vaddr + page - 1) & ~(page - 1);
        uintptr_t end = ((uintptr_t)object->dlpi_addr + segment->p_vaddr + segment->p_memsz) & ~(page - 1);
        // A kernel that does not want to is no fault of anybody.
        if (begin < end) (void)madvise((void *)begin, end - begin, MADV_DONTNEED);
    }
    return 0;
}

void saluton_give_back_memory(void) {
    malloc_trim(0);
    dl_iterate_phdr(drop_segments, NULL);
}
