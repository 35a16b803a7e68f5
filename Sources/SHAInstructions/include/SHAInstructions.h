#ifndef SHA_INSTRUCTIONS_H
#define SHA_INSTRUCTIONS_H

#include <stddef.h>
#include <stdint.h>

/// Whether the processor has instructions for SHA-256.
_Bool sha_instructions_available(void);

/// Takes whole blocks of 64 bytes into a state of SHA-256; only where the instructions are available.
void sha_instructions_absorb(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]);

#endif
