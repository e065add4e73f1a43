/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <pango/pangocairo.h>

#include "rt-layout.h"

G_BEGIN_DECLS

typedef enum {
  RT_INK_REGULAR,
  RT_INK_BOLD,
  RT_INK_BLACK,
} RtInkWeight;

/** RtInkSide: where in its box a text stands, across or down */
typedef enum {
  RT_INK_START,
  RT_INK_MIDDLE,
  RT_INK_END,
} RtInkSide;

/**
 * RtInkStyle:
 * @size: of the letters, points
 * @lines: into how many lines the text may be broken before it is made smaller
 * @across: at the left, in the middle, at the right of its box
 * @down: at the top, in the middle, at the bottom of its box
 */
typedef struct {
  double size;
  RtInkWeight weight;
  int lines;
  RtInkSide across;
  RtInkSide down;
} RtInkStyle;

/**
 * RtInk:
 *
 * Writes on paper, in points, with a font of its own, whatever the surface: the same words are as
 * wide in the preview, on the printer and in a PDF. What stands on several pages is laid out once.
 * One ink serves one thread at a time.
 */
typedef struct _RtInk RtInk;

RtInk *rt_ink_new (void);
void rt_ink_free (RtInk *self);
void rt_ink_begin (RtInk *self, cairo_t *cr, GString *words);
void rt_ink_set_mirror (RtInk *self, double width);
double rt_ink_turn (RtInk *self, double x, double width);
cairo_t *rt_ink_get_cairo (RtInk *self);

double rt_ink_width (RtInk *self, const char *text, double size, RtInkWeight weight);
double rt_ink_height (RtInk *self, const char *text, double width, const RtInkStyle *style);
RtBox rt_ink_fit (RtInk *self, const RtBox *box, const char *text, const RtInkStyle *style);
RtBox rt_ink_line (RtInk *self, double x, double baseline, double width, const char *text,
                   double size, RtInkWeight weight, RtInkSide across);
RtBox rt_ink_number (RtInk *self, const RtBox *box, const char *text, const RtInkStyle *style);

void rt_ink_rule (RtInk *self, double x1, double y1, double x2, double y2, double width);
void rt_ink_dashes (RtInk *self, double x1, double y1, double x2, double y2);
void rt_ink_frame (RtInk *self, const RtBox *box, double radius, double width);
void rt_ink_clear (RtInk *self, const RtBox *box);
void rt_ink_shade (RtInk *self, const RtBox *box);
double rt_ink_chip (RtInk *self, double x, double middle, double size, const char *letter);

char *rt_ink_isolate (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtInk, rt_ink_free)

G_END_DECLS
