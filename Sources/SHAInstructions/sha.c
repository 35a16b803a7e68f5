#include "SHAInstructions.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

_Bool sha_instructions_available(void) {
    unsigned a, b, c, d;
    // SSSE3 and SSE4.1, which every processor with SHA has, are asked for all the same.
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 9)) || !(c & (1u << 19))) return 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

__attribute__((target("sha,sse4.1,ssse3"))) void sha_instructions_absorb(
    uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    // The instructions keep the state as a, b, e, f and c, d, g, h.
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; count > 0; count -= 1, blocks += 64) {
        const __m128i abefBefore = abef, cdghBefore = cdgh;
        __m128i words[4];
        for (int part = 0; part < 4; part += 1)
            words[part] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(blocks + 16 * part)), swap);
#pragma clang loop unroll(full)
        for (int step = 0; step < 16; step += 1) {
            const __m128i now = words[step & 3];
            const __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(constants + 4 * step)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
            if (step < 12) {
                const __m128i next = words[(step + 1) & 3], third = words[(step + 2) & 3], last = words[(step + 3) & 3];
                __m128i new = _mm_sha256msg1_epu32(now, next);
                new = _mm_add_epi32(new, _mm_alignr_epi8(last, third, 4));
                words[step & 3] = _mm_sha256msg2_epu32(new, last);
            }
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}
#else
_Bool sha_instructions_available(void) { return 0; }
void sha_instructions_absorb(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]) {}
#endif
