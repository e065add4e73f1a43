/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-pages.h"

#define INCH 25.4
#define POINTS(mm) ((mm) / 25.4 * 72.0)
#define LEAST 20.0    /* mm, of a badge that can be read */
#define EDGE 5.0      /* mm, which printers do not reach */
#define BELOW 20.5    /* mm, kept free for the footer */

/* Columns, rows; width, height; left, top; across, down: as the makers' own templates have them.
 * Every block lies in the middle of its sheet, so that the back of a label is behind its front. */
static const RtLabelFormat formats[] = {
  { "L4785", RT_PAPER_A4, { 2, 5, 80.0, 50.0, 17.5, 13.5, 95.0, 55.0, TRUE } },
  { "L7418", RT_PAPER_A4, { 2, 4, 86.0, 55.0, 19.0, 38.5, 86.0, 55.0, TRUE } },
  { "3425", RT_PAPER_A4, { 2, 5, 105.0, 57.0, 0.0, 6.0, 105.0, 57.0, TRUE } },
  { "5390", RT_PAPER_LETTER, { 2, 4, 3.5 * INCH, 2.25 * INCH, 0.75 * INCH, 1.0 * INCH, 3.5 * INCH,
                               2.25 * INCH, TRUE } },
  { "5392", RT_PAPER_LETTER, { 2, 3, 4.0 * INCH, 3.0 * INCH, 0.25 * INCH, 1.0 * INCH, 4.0 * INCH,
                               3.0 * INCH, TRUE } },
  { "5395", RT_PAPER_LETTER, { 2, 4, 3.375 * INCH, 7.0 / 3.0 * INCH, 0.6875 * INCH,
                               7.0 / 12.0 * INCH, 3.75 * INCH, 2.5 * INCH, TRUE } },
};

/** rt_label_formats_get: Returns: (array length=n): the sheets of labels that are known */
const RtLabelFormat *
rt_label_formats_get (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

static RtLabels
in_points (const RtLabels *mm)
{
  return (RtLabels) { mm->columns, mm->rows, POINTS (mm->width), POINTS (mm->height),
                      POINTS (mm->left), POINTS (mm->top), POINTS (mm->across), POINTS (mm->down),
                      mm->ready };
}

/* As many as the paper holds side by side, above the footer, in the middle. */
static RtLabels
divide (RtPaper paper, double width, double height)
{
  double whole, tall;
  RtLabels labels;

  rt_paper_get_size (paper, &whole, &tall);
  width = POINTS (width);
  height = POINTS (height);
  labels = (RtLabels) {
    .columns = (guint) MAX (0.0, floor ((whole - 2.0 * POINTS (EDGE)) / width + 1e-6)),
    .rows = (guint) MAX (0.0, floor ((tall - POINTS (EDGE) - POINTS (BELOW)) / height + 1e-6)),
    .width = width, .height = height, .across = width, .down = height,
  };
  labels.left = (whole - labels.columns * width) / 2.0;
  labels.top = POINTS (EDGE)
               + (tall - POINTS (EDGE) - POINTS (BELOW) - labels.rows * height) / 2.0;
  return labels;
}

/* "90x55", or with the sign for "times". */
static gboolean
read_size (const char *words, double *width, double *height)
{
  char *end;

  *width = g_ascii_strtod (words, &end);
  if (end == words || !(g_ascii_tolower (*end) == 'x' || g_str_has_prefix (end, "×")))
    return FALSE;
  words = g_utf8_next_char (end);
  *height = g_ascii_strtod (words, &end);
  return end != words && *end == '\0';
}

/**
 * rt_labels_read:
 * @words: the name of a format, or a size in mm: "90x55"
 * @paper: (inout): the paper that is wanted; that of a format is put into it
 * @labels: (out): how they lie, points
 * @error: %RT_ERROR_USAGE
 *
 * Returns: whether these are labels that fit on paper
 */
gboolean
rt_labels_read (const char *words, RtPaper *paper, RtLabels *labels, GError **error)
{
  double width, height;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (words, formats[i].name) == 0)
      {
        *paper = formats[i].paper;
        *labels = in_points (&formats[i].labels);
        return TRUE;
      }
  if (!read_size (words, &width, &height))
    {
      g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                   _("“%s” is no size of badges. Name a width and a height in millimetres, such "
                     "as 90x55, or a sheet of labels: L4785, L7418, 3425, 5390, 5392 or 5395."),
                   words);
      return FALSE;
    }
  if (width >= LEAST && height >= LEAST)
    {
      *labels = divide (*paper, width, height);
      if (labels->columns > 0 && labels->rows > 0)
        return TRUE;
    }
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("Badges of %s mm cannot be printed: each side has to be at least 20 mm, and the "
                 "paper has to hold one."), words);
  return FALSE;
}
