/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/*
 * RtScanKernel: the inner loops of a scan, once for each kind of processor.
 *
 * All of them work on whole numbers and give the same ones; only the time differs. Columns have @n
 * entries, any @n from 0 on, and need no alignment. Where several entries are equal, none of the
 * loops prefers one: the caller draws among all of them, so that the answer does not depend on the
 * order in which a processor looks at them.
 */
#define RT_SCAN_ROW(n_seats) (((n_seats) + 63) / 64 * 64)

typedef struct {
  const char *name;
  bool (*is_here) (void); /* whether this processor can run it */

  /*
   * What each partner b of a swap costs: there[b] + row[seat[b]] - own[b] - 2 pair[b], written to
   * @costs. @row has @n_seats entries that are used, and RT_SCAN_ROW (n_seats) that may be read. No
   * sum may leave 16 bits. Returns the smallest, INT16_MAX for @n = 0.
   */
  int16_t (*weigh) (const int16_t *there, const int16_t *own, const uint16_t *seat,
                    const int16_t *row, int n_seats, const uint8_t *pair, int n, int16_t *costs);

  /* How many entries are @value. */
  int (*count) (const int16_t *costs, int n, int16_t value);

  /* The index of the entry that is @value for the time @nth, from 0; there must be so many. */
  int (*find) (const int16_t *costs, int n, int16_t value, int nth);

  /* Adds gains[i] - losses[i] to @there and takes it from @here: two people change tables. */
  void (*shift) (int16_t *there, int16_t *here, const uint8_t *gains, const uint8_t *losses, int n);
} RtScanKernel;

/* All kernels this program has, plain C first, ended by NULL. */
extern const RtScanKernel *const rt_scan_kernels[];

/* The fastest that this processor can run. */
const RtScanKernel *rt_scan_kernel_best (void);
