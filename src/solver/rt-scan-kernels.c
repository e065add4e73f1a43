/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-scan-kernels.h"

#include <stddef.h>

/* Entries looked at together when one of many is sought: their number fits into any counter. */
#define BLOCK 32

/*
 * The loops in plain C. They are written so that a compiler makes vectors of them, for whatever
 * processor the function they are put into is meant; only the look-up in the row has no vector form
 * everywhere.
 */
#define ALWAYS static inline __attribute__ ((always_inline))

ALWAYS int16_t
weigh_plain (const int16_t *restrict there, const int16_t *restrict own,
             const uint16_t *restrict seat, const int16_t *restrict row,
             const uint8_t *restrict pair, int n, int16_t *restrict costs)
{
  int16_t least = INT16_MAX;

  for (int b = 0; b < n; b++)
    costs[b] = row[seat[b]];
  for (int b = 0; b < n; b++)
    {
      int16_t cost = (int16_t)(costs[b] + there[b] - own[b] - 2 * pair[b]);

      costs[b] = cost;
      least = cost < least ? cost : least;
    }
  return least;
}

ALWAYS int
count_plain (const int16_t *costs, int n, int16_t value)
{
  int found = 0;

  for (int b = 0; b < n; b++)
    found += costs[b] == value;
  return found;
}

ALWAYS int
find_plain (const int16_t *costs, int n, int16_t value, int nth)
{
  int b = 0;

  for (; n - b > BLOCK; b += BLOCK)
    {
      int here = count_plain (costs + b, BLOCK, value);

      if (nth < here)
        break;
      nth -= here;
    }
  for (; costs[b] != value || nth-- > 0; b++)
    ;
  return b;
}

ALWAYS void
shift_plain (int16_t *restrict there, int16_t *restrict here, const uint8_t *restrict gains,
             const uint8_t *restrict losses, int n)
{
  for (int i = 0; i < n; i++)
    {
      int16_t step = (int16_t)(gains[i] - losses[i]);

      there[i] = (int16_t)(there[i] + step);
      here[i] = (int16_t)(here[i] - step);
    }
}

/* One kernel for a processor that the compiler can be told of by @TARGET. */
#define DEFINE_LOOPS(NAME, TARGET)                                                                 \
  TARGET static int count_##NAME (const int16_t *costs, int n, int16_t value)                      \
  {                                                                                                \
    return count_plain (costs, n, value);                                                          \
  }                                                                                                \
  TARGET static int find_##NAME (const int16_t *costs, int n, int16_t value, int nth)              \
  {                                                                                                \
    return find_plain (costs, n, value, nth);                                                      \
  }                                                                                                \
  TARGET static void shift_##NAME (int16_t *there, int16_t *here, const uint8_t *gains,            \
                                   const uint8_t *losses, int n)                                   \
  {                                                                                                \
    shift_plain (there, here, gains, losses, n);                                                   \
  }

DEFINE_LOOPS (any, )

static bool
is_here_any (void)
{
  return true;
}

static int16_t
weigh_any (const int16_t *there, const int16_t *own, const uint16_t *seat, const int16_t *row,
           int n_seats, const uint8_t *pair, int n, int16_t *costs)
{
  (void)n_seats;
  return weigh_plain (there, own, seat, row, pair, n, costs);
}

static const RtScanKernel kernel_any
    = { "plain C", is_here_any, weigh_any, count_any, find_any, shift_any };

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define AVX2 __attribute__ ((target ("avx2")))
#define AVX512 __attribute__ ((target ("avx512bw,avx512vl,prefer-vector-width=512")))

/* For more tables the look-up one by one is as fast. */
#define MOST_AVX2 64

DEFINE_LOOPS (avx2, AVX2)
DEFINE_LOOPS (avx512, AVX512)

static bool
is_here_avx2 (void)
{
  return __builtin_cpu_supports ("avx2");
}

static bool
is_here_avx512 (void)
{
  return __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vl");
}

/*
 * Looks up 16 entries in a row of @n_seats, eight of it at a time: PSHUFB takes them by the place
 * of their bytes, and gives 0 where adding up to 112 has made that place 128 or more.
 */
AVX2 static inline __m256i
look_up_16 (const int16_t *row, int n_seats, __m256i seat)
{
  __m256i bytes = _mm256_add_epi16 (_mm256_mullo_epi16 (seat, _mm256_set1_epi16 (0x0202)),
                                    _mm256_set1_epi16 (0x0100));
  __m256i found = _mm256_setzero_si256 ();

  for (int t = 0; t < n_seats; t += 8)
    {
      __m256i part = _mm256_broadcastsi128_si256 (_mm_loadu_si128 ((const __m128i *)(row + t)));
      __m256i place = _mm256_sub_epi8 (bytes, _mm256_set1_epi8 ((char)(2 * t)));

      place = _mm256_adds_epu8 (place, _mm256_set1_epi8 (112));
      found = _mm256_or_si256 (found, _mm256_shuffle_epi8 (part, place));
    }
  return found;
}

AVX2 static int16_t
weigh_avx2 (const int16_t *there, const int16_t *own, const uint16_t *seat, const int16_t *row,
            int n_seats, const uint8_t *pair, int n, int16_t *costs)
{
  __m256i least = _mm256_set1_epi16 (INT16_MAX);
  int16_t lanes[16], smallest;
  int b = 0;

  for (; n_seats <= MOST_AVX2 && b + 16 <= n; b += 16)
    {
      __m256i cost = look_up_16 (row, n_seats, _mm256_loadu_si256 ((const __m256i *)(seat + b)));
      __m256i shared = _mm256_cvtepu8_epi16 (_mm_loadu_si128 ((const __m128i *)(pair + b)));

      cost = _mm256_add_epi16 (cost, _mm256_loadu_si256 ((const __m256i *)(there + b)));
      cost = _mm256_sub_epi16 (cost, _mm256_loadu_si256 ((const __m256i *)(own + b)));
      cost = _mm256_sub_epi16 (cost, _mm256_add_epi16 (shared, shared));
      _mm256_storeu_si256 ((__m256i *)(costs + b), cost);
      least = _mm256_min_epi16 (least, cost);
    }
  smallest = weigh_plain (there + b, own + b, seat + b, row, pair + b, n - b, costs + b);
  _mm256_storeu_si256 ((__m256i *)lanes, least);
  for (int i = 0; i < 16; i++)
    smallest = lanes[i] < smallest ? lanes[i] : smallest;
  return smallest;
}

/* Looks up 32 entries in a row of @n_seats, 64 of it at a time. */
AVX512 static inline __m512i
look_up_32 (const int16_t *row, int n_seats, __m512i seat)
{
  __m512i found
      = _mm512_permutex2var_epi16 (_mm512_loadu_si512 (row), seat, _mm512_loadu_si512 (row + 32));

  for (int t = 64; t < n_seats; t += 64)
    {
      __m512i part = _mm512_permutex2var_epi16 (_mm512_loadu_si512 (row + t), seat,
                                                _mm512_loadu_si512 (row + t + 32));
      __mmask32 above = _mm512_cmpge_epu16_mask (seat, _mm512_set1_epi16 ((short)t));

      found = _mm512_mask_mov_epi16 (found, above, part);
    }
  return found;
}

/* The costs of the partners from @b on who are in @many. */
AVX512 static inline __m512i
weigh_32 (const int16_t *there, const int16_t *own, const uint16_t *seat, const int16_t *row,
          int n_seats, const uint8_t *pair, int b, __mmask32 many)
{
  __m512i cost = _mm512_sub_epi16 (_mm512_maskz_loadu_epi16 (many, there + b),
                                   _mm512_maskz_loadu_epi16 (many, own + b));
  __m512i shared = _mm512_cvtepu8_epi16 (_mm256_maskz_loadu_epi8 (many, pair + b));

  cost = _mm512_add_epi16 (cost,
                           look_up_32 (row, n_seats, _mm512_maskz_loadu_epi16 (many, seat + b)));
  return _mm512_sub_epi16 (cost, _mm512_add_epi16 (shared, shared));
}

AVX512 static int16_t
weigh_avx512 (const int16_t *there, const int16_t *own, const uint16_t *seat, const int16_t *row,
              int n_seats, const uint8_t *pair, int n, int16_t *costs)
{
  __m512i least = _mm512_set1_epi16 (INT16_MAX);
  int16_t lanes[32], smallest = INT16_MAX;

  for (int b = 0; b < n; b += 32)
    {
      __mmask32 many = n - b >= 32 ? UINT32_MAX : (1u << (n - b)) - 1;
      __m512i cost = weigh_32 (there, own, seat, row, n_seats, pair, b, many);

      _mm512_mask_storeu_epi16 (costs + b, many, cost);
      least = _mm512_mask_min_epi16 (least, many, least, cost);
    }
  _mm512_storeu_si512 (lanes, least);
  for (int i = 0; i < 32; i++)
    smallest = lanes[i] < smallest ? lanes[i] : smallest;
  return smallest;
}

static const RtScanKernel kernel_avx2
    = { "AVX2", is_here_avx2, weigh_avx2, count_avx2, find_avx2, shift_avx2 };
static const RtScanKernel kernel_avx512
    = { "AVX-512", is_here_avx512, weigh_avx512, count_avx512, find_avx512, shift_avx512 };

const RtScanKernel *const rt_scan_kernels[] = { &kernel_any, &kernel_avx2, &kernel_avx512, NULL };
#else
const RtScanKernel *const rt_scan_kernels[] = { &kernel_any, NULL };
#endif

const RtScanKernel *
rt_scan_kernel_best (void)
{
  const RtScanKernel *best = rt_scan_kernels[0];

  for (int i = 1; rt_scan_kernels[i] != NULL; i++)
    if (rt_scan_kernels[i]->is_here ())
      best = rt_scan_kernels[i];
  return best;
}
