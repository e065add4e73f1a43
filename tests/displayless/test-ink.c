/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include <cairo-pdf.h>
#include <string.h>

#include "rt-ink.h"
#include "rt-palette.h"
#include "rt-pattern.h"

#define SIZE 300

typedef struct {
  RtInk *ink;
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->ink = rt_ink_new ();
  f->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
  f->cr = cairo_create (f->surface);
  rt_ink_begin (f->ink, f->cr, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cairo_destroy (f->cr);
  cairo_surface_destroy (f->surface);
  rt_ink_free (f->ink);
}

/* The box of all that is painted. */
static RtBox
find_ink (Fixture *f)
{
  int stride = cairo_image_surface_get_stride (f->surface);
  const guchar *dots = cairo_image_surface_get_data (f->surface);
  int left = SIZE, top = SIZE, right = 0, bottom = 0;

  cairo_surface_flush (f->surface);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      if (dots[y * stride + x] > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  return (RtBox) { left, top, right - left, bottom - top };
}

static void
clear (Fixture *f)
{
  cairo_save (f->cr);
  cairo_set_operator (f->cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (f->cr);
  cairo_restore (f->cr);
}

static const char * const names[] = {
  "Ng",
  "Mei Ashworth",
  "Chris Sayers, Local Government, BT",
  "Bartholomew Featherstonehaugh-Cholmondeley-Warrington of the Royal Society for the "
  "Encouragement",
  "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft",
  "محمد بن عبد الله الفارسي",
  "יוסף בן־דוד כהן",
  "北京市人民政府外事办公室北京市人民政府外事办公室",
  "Ó Súilleabháin Ǻngström Ỗ",
};

/* Whatever the words and the box, all that is painted is inside it. */
static void
test_fit_stays_inside (Fixture *f, gconstpointer data)
{
  static const RtBox boxes[] = {
    { 100.0, 100.0, 150.0, 40.0 }, { 100.0, 100.0, 60.0, 60.0 }, { 100.0, 100.0, 25.0, 12.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (boxes); k++)
      for (int lines = 1; lines <= 3; lines++)
        {
          RtInkStyle style = { 22.0, RT_INK_BLACK, lines, RT_INK_START, RT_INK_MIDDLE };
          g_autofree char *name = rt_ink_isolate (names[i]);
          RtBox taken, ink;

          clear (f);
          taken = rt_ink_fit (f->ink, &boxes[k], name, &style);
          ink = find_ink (f);
          g_assert_cmpfloat (taken.width, >, 0.0);
          g_assert_cmpfloat (taken.x + taken.width, <=, boxes[k].x + boxes[k].width + 0.1);
          g_assert_cmpfloat (taken.y + taken.height, <=, boxes[k].y + boxes[k].height + 0.1);
          g_assert_cmpfloat (ink.width, >, 1.0);
          g_assert_cmpfloat (ink.x, >=, boxes[k].x - 2.0);
          g_assert_cmpfloat (ink.y, >=, boxes[k].y - 2.0);
          g_assert_cmpfloat (ink.x + ink.width, <=, boxes[k].x + boxes[k].width + 2.0);
          g_assert_cmpfloat (ink.y + ink.height, <=, boxes[k].y + boxes[k].height + 2.0);
        }
}

static double
height_of (Fixture *f, const char *text, const RtBox *box, int lines)
{
  RtInkStyle style = { 20.0, RT_INK_REGULAR, lines, RT_INK_START, RT_INK_START };

  return rt_ink_fit (f->ink, box, text, &style).height;
}

/* Two lines come before smaller letters, smaller letters before three lines. */
static void
test_order_of_fitting (Fixture *f, gconstpointer data)
{
  double one = rt_ink_width (f->ink, "Leading change", 20.0, RT_INK_REGULAR);
  double word = rt_ink_width (f->ink, "Leading", 20.0, RT_INK_REGULAR);
  RtBox wide = { 10.0, 10.0, one + 1.0, 100.0 }, narrow = { 10.0, 10.0, word + 5.0, 100.0 };
  RtBox less = { 10.0, 10.0, word * 0.75, 100.0 };
  RtBox low = { 10.0, 10.0, one * 0.8, 30.0 };
  double line = height_of (f, "Leading change", &wide, 2);

  g_assert_cmpfloat (height_of (f, "Leading change", &narrow, 2), >, 1.7 * line);
  /* One line only: smaller. */
  g_assert_cmpfloat (height_of (f, "Leading change", &low, 1), <, line);
  g_assert_cmpfloat (height_of (f, "Leading change", &low, 1), >, 0.69 * line);
  /* Three lines of 70 % where two do not do. */
  g_assert_cmpfloat (height_of (f, "Leading leading leading", &less, 2), >, 3.0 * 0.65 * line);
}

static void
test_empty_box (Fixture *f, gconstpointer data)
{
  RtInkStyle style = { 20.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };

  rt_ink_fit (f->ink, &(RtBox) { 10.0, 10.0, 0.0, 0.0 }, "Mei", &style);
  rt_ink_fit (f->ink, &(RtBox) { 10.0, 10.0, -5.0, -5.0 }, "Mei", &style);
  rt_ink_fit (f->ink, &(RtBox) { 10.0, 10.0, 50.0, 50.0 }, "", &style);
}

static void
test_sides (Fixture *f, gconstpointer data)
{
  RtBox box = { 20.0, 20.0, 200.0, 100.0 };
  RtInkStyle style = { 20.0, RT_INK_BOLD, 1, RT_INK_END, RT_INK_END };
  RtBox taken = rt_ink_fit (f->ink, &box, "4", &style);

  g_assert_cmpfloat_with_epsilon (taken.x + taken.width, 220.0, 0.1);
  g_assert_cmpfloat_with_epsilon (taken.y + taken.height, 120.0, 0.1);
  style.across = style.down = RT_INK_MIDDLE;
  taken = rt_ink_fit (f->ink, &box, "4", &style);
  g_assert_cmpfloat_with_epsilon (taken.x + taken.width / 2.0, 120.0, 0.1);
  g_assert_cmpfloat_with_epsilon (taken.y + taken.height / 2.0, 70.0, 0.1);
}

static void
test_number_fills_its_box (Fixture *f, gconstpointer data)
{
  RtInkStyle style = { 100.0, RT_INK_BLACK, 1, RT_INK_START, RT_INK_START };
  RtBox box = { 20.0, 30.0, 250.0, 80.0 }, ink;

  rt_ink_number (f->ink, &box, "48", &style);
  ink = find_ink (f);
  g_assert_cmpfloat (ABS (ink.x - 20.0), <=, 1.0);
  g_assert_cmpfloat (ABS (ink.y - 30.0), <=, 1.0);
}

static void
test_line_shrinks (Fixture *f, gconstpointer data)
{
  RtBox taken = rt_ink_line (f->ink, 10.0, 100.0, 60.0, "Leading across boundaries", 14.0,
                             RT_INK_REGULAR, RT_INK_START);

  g_assert_cmpfloat (taken.width, <=, 60.1);
  g_assert_cmpfloat (taken.x + taken.width, <=, 70.1);
}

/* The same words are as wide on every surface, so that the preview is what is printed. */
static void
test_width_on_every_surface (Fixture *f, gconstpointer data)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (NULL, NULL, SIZE, SIZE);
  cairo_t *cr = cairo_create (pdf);
  RtBox box = { 0.0, 0.0, 290.0, 100.0 }, screen, paper;
  RtInkStyle style = { 17.3, RT_INK_BOLD, 2, RT_INK_START, RT_INK_START };

  screen = rt_ink_fit (f->ink, &box, names[2], &style);
  cairo_scale (f->cr, 2.7, 2.7);
  g_assert_cmpfloat (rt_ink_fit (f->ink, &box, names[2], &style).width, ==, screen.width);
  rt_ink_begin (f->ink, cr, NULL);
  paper = rt_ink_fit (f->ink, &box, names[2], &style);
  g_assert_cmpfloat (paper.width, ==, screen.width);
  g_assert_cmpfloat (paper.height, ==, screen.height);
  rt_ink_begin (f->ink, f->cr, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (pdf);
}

static void
test_words_without_a_page (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  RtInkStyle style = { 20.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };

  rt_ink_begin (f->ink, NULL, words);
  rt_ink_fit (f->ink, &(RtBox) { 0.0, 0.0, 10.0, 10.0 }, "Mei Ashworth", &style);
  rt_ink_line (f->ink, 0.0, 10.0, 100.0, "10:10", 10.0, RT_INK_BOLD, RT_INK_END);
  rt_ink_number (f->ink, &(RtBox) { 0.0, 0.0, 10.0, 10.0 }, "4", &style);
  rt_ink_chip (f->ink, 0.0, 0.0, 10.0, "D");
  rt_ink_chip (f->ink, 0.0, 0.0, 10.0, NULL);
  rt_ink_fit (f->ink, &(RtBox) { 0.0, 0.0, 10.0, 10.0 }, "", &style);
  g_assert_cmpstr (words->str, ==, "Mei Ashworth\n10:10\n4\nD\n");
}

static void
test_isolate (void)
{
  g_autofree char *plain = rt_ink_isolate ("José Ng");
  g_autofree char *chinese = rt_ink_isolate ("王小明");
  g_autofree char *arabic = rt_ink_isolate ("محمد");
  g_autofree char *turned = rt_ink_isolate ("a\342\200\256b\342\201\251c");
  g_autofree char *none = rt_ink_isolate (NULL);

  g_assert_cmpstr (plain, ==, "José Ng");
  g_assert_cmpstr (chinese, ==, "王小明");
  g_assert_cmpstr (arabic, ==, "\342\201\250محمد\342\201\251");
  g_assert_cmpstr (turned, ==, "\342\201\250abc\342\201\251");
  g_assert_cmpstr (none, ==, "");
}

/* A name written from right to left stands at the left, as the others do, and turns
   nothing round. */
static void
test_names_from_right_to_left (Fixture *f, gconstpointer data)
{
  RtInkStyle style = { 20.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };
  g_autofree char *name = rt_ink_isolate ("محمد الفارسي");
  RtBox ink;

  rt_ink_fit (f->ink, &(RtBox) { 20.0, 20.0, 270.0, 60.0 }, name, &style);
  ink = find_ink (f);
  g_assert_cmpfloat (ink.x, <, 26.0);
  g_assert_cmpfloat (ink.x + ink.width, <, 200.0);
}

static char *
paint_pattern (Fixture *f, int colour)
{
  RtBox box = { 0.0, 0.0, 100.0, 20.0 };

  clear (f);
  cairo_rectangle (f->cr, 0.0, 0.0, 100.0, 20.0);
  rt_pattern_fill (f->cr, &box, colour, 1.0);
  cairo_surface_flush (f->surface);
  return g_compute_checksum_for_data (G_CHECKSUM_MD5, cairo_image_surface_get_data (f->surface),
                                      cairo_image_surface_get_stride (f->surface) * SIZE);
}

static void
test_patterns_differ (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = -1; i < RT_N_COLOURS; i++)
    g_assert_true (g_hash_table_add (seen, paint_pattern (f, i)));
  g_assert_false (g_hash_table_add (seen, paint_pattern (f, RT_N_COLOURS)));
}

static void
test_patterns_stay_inside (Fixture *f, gconstpointer data)
{
  RtBox box = { 50.0, 60.0, 100.0, 20.0 };

  for (int i = 0; i < RT_N_COLOURS; i++)
    {
      RtBox ink;

      clear (f);
      cairo_rectangle (f->cr, box.x, box.y, box.width, box.height);
      rt_pattern_fill (f->cr, &box, i, 1.0);
      ink = find_ink (f);
      g_assert_cmpfloat (ink.x, >=, box.x);
      g_assert_cmpfloat (ink.y, >=, box.y);
      g_assert_cmpfloat (ink.x + ink.width, <=, box.x + box.width);
      g_assert_cmpfloat (ink.y + ink.height, <=, box.y + box.height);
      g_assert_cmpfloat (ink.width, >, 80.0);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/ink/fit/stays-inside", test_fit_stays_inside);
  ADD ("/ink/fit/order", test_order_of_fitting);
  ADD ("/ink/fit/empty-box", test_empty_box);
  ADD ("/ink/fit/sides", test_sides);
  ADD ("/ink/number", test_number_fills_its_box);
  ADD ("/ink/line/shrinks", test_line_shrinks);
  ADD ("/ink/same-width-everywhere", test_width_on_every_surface);
  ADD ("/ink/words-without-a-page", test_words_without_a_page);
  g_test_add_func ("/ink/isolate", test_isolate);
  ADD ("/ink/right-to-left", test_names_from_right_to_left);
  ADD ("/pattern/differ", test_patterns_differ);
  ADD ("/pattern/stay-inside", test_patterns_stay_inside);
  return g_test_run ();
}
