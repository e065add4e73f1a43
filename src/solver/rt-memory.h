/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <stddef.h>
#include <stdlib.h>

/*
 * Zeroed memory that is always there: like GLib, which the solver must not see, it ends the program
 * when there is none left, because nothing useful can be done about that here.
 */
static inline void *
rt_zalloc (size_t n, size_t size)
{
  void *memory = calloc (n > 0 ? n : 1, size);

  if (memory == NULL)
    abort ();
  return memory;
}

static inline void *
rt_realloc (void *memory, size_t size)
{
  memory = realloc (memory, size > 0 ? size : 1);
  if (memory == NULL)
    abort ();
  return memory;
}

#define RT_NEW(type, n) ((type *) rt_zalloc ((size_t) (n), sizeof (type)))

static inline void
rt_free_cb (void *memory)
{
  free (*(void **) memory);
}

/* Freed when the variable goes out of scope. */
#define RT_AUTOFREE __attribute__ ((cleanup (rt_free_cb)))
