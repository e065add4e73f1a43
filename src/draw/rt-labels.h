/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  RT_PAPER_A4,
  RT_PAPER_LETTER,
} RtPaper;

/**
 * RtLabels:
 * @columns: 0 = no labels: the kind of sheet divides the page as it does otherwise
 * @width: of one label, points
 * @left: of the first from the left edge of the paper, points
 * @across: from the left edge of one to that of the next, points
 * @ready: they come cut: no lines are drawn round them
 *
 * How labels lie on a sheet of paper.
 */
typedef struct {
  guint columns, rows;
  double width, height;
  double left, top;
  double across, down;
  gboolean ready;
} RtLabels;

/**
 * RtLabelFormat: sheets of labels as they are sold
 * @name: the number on the box
 * @paper: on which there are such
 * @labels: with lengths in mm
 */
typedef struct {
  const char *name;
  RtPaper paper;
  RtLabels labels;
} RtLabelFormat;

const RtLabelFormat *rt_label_formats_get (guint *n);
gboolean rt_labels_read (const char *words, RtPaper *paper, RtLabels *labels, GError **error);

G_END_DECLS
