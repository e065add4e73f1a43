/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-edit-furniture.h"
#include "rt-length-row.h"

G_BEGIN_DECLS

/**
 * RtStandRows:
 *
 * Where a table or thing stands and how large it is, as five numbers: the twin of dragging it. The
 * rows belong to the expander row they are added to.
 */
typedef struct
{
  RtLengthRow *x, *y, *width, *depth, *angle;
} RtStandRows;

/* @changed is called with @parent, the number and its row. */
void    rt_stand_rows_add  (RtStandRows       *self,
                            AdwExpanderRow    *parent,
                            int                least_size,
                            GCallback          changed);
void    rt_stand_rows_show (const RtStandRows *self,
                            const RtStand     *stand);
RtStand rt_stand_rows_read (const RtStandRows *self,
                            const RtLengthRow *row,
                            int                value);

G_END_DECLS
