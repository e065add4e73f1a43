/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-measure.h"

G_BEGIN_DECLS

/* A column of measures, to stand beside others of the same rows: a title, a row for each number,
   and what is added below. */
GtkWidget *rt_measures_card_new  (const char *title);
/* @words (nullable): in small letters below @title; @klass (nullable): "proven" or "broken". */
void       rt_measures_card_add  (GtkWidget *card, const char *title, const char *words,
                                  const char *number, const char *klass);
/* A row for each measure of @self that is a rule's, or is not 0 in one of those @beside (nullable
   elements), so that all have the same rows. */
void       rt_measures_card_fill (GtkWidget *card, const RtMeasures *self,
                                  const RtMeasures *const *beside, guint n_beside);
/* The cards in the box @cards become columns of the same width, where @window has room for them. */
void       rt_measures_card_lay_out (GtkWidget *cards, GtkWindow *window);

G_END_DECLS
