/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-palette.h"

static const char *const looks[] = { "light", "dark", "contrast", "contrast-dark" };

static void
test_text_on_theme (gconstpointer data)
{
  int colour = GPOINTER_TO_INT (data);

  g_assert_cmpfloat (rt_palette_ratio (rt_palette_text_on (colour), rt_palette_theme (colour)), >=,
                     4.5);
}

static void
test_number_on_top (gconstpointer data)
{
  RtLook look = GPOINTER_TO_INT (data);

  for (int colour = -1; colour < RT_N_COLOURS; colour++)
    g_assert_cmpfloat (
        rt_palette_ratio (rt_palette_floor (look)->number, rt_palette_top (look, colour)), >=, 4.5);
}

static void
test_texts (gconstpointer data)
{
  const RtFloorColours *colours = rt_palette_floor (GPOINTER_TO_INT (data));

  g_assert_cmpfloat (rt_palette_ratio (colours->text, colours->slip), >=, 7.0);
  g_assert_cmpfloat (rt_palette_ratio (colours->text, colours->floor), >=, 7.0);
  g_assert_cmpfloat (rt_palette_ratio (colours->dim, colours->floor), >=, 4.5);
  g_assert_cmpfloat (rt_palette_ratio (colours->dim, colours->object), >=, 4.5);
  g_assert_cmpfloat (rt_palette_ratio (colours->warn_text, colours->warn_fill), >=, 4.5);
}

static void
test_lines (gconstpointer data)
{
  const RtFloorColours *colours = rt_palette_floor (GPOINTER_TO_INT (data));

  g_assert_cmpfloat (rt_palette_ratio (colours->slip_line, colours->floor), >=, 3.0);
  g_assert_cmpfloat (rt_palette_ratio (colours->warn_line, colours->floor), >=, 3.0);
  g_assert_cmpfloat (rt_palette_ratio (colours->accent, colours->floor), >=, 3.0);
}

/* On a dark floor rings stand by themselves; on a light one the seam round them does. */
static void
test_rings (void)
{
  for (int colour = 0; colour < RT_N_COLOURS; colour++)
    {
      g_assert_cmpfloat (rt_palette_ratio (rt_palette_ring (RT_LOOK_DARK, colour),
                                           rt_palette_floor (RT_LOOK_DARK)->floor),
                         >=, 3.0);
      g_assert_cmpfloat (rt_palette_ratio (rt_palette_floor (RT_LOOK_LIGHT)->seam,
                                           rt_palette_floor (RT_LOOK_LIGHT)->floor),
                         >=, 7.0);
    }
}

static void
test_white_tops (void)
{
  for (int colour = 0; colour < RT_N_COLOURS; colour++)
    g_assert_cmpfloat (rt_palette_top (RT_LOOK_CONTRAST, colour).red, ==, 1.0);
}

static void
test_letters (void)
{
  static const struct {
    guint theme;
    const char *letter;
  } cases[] = { { 0, "A" },   { 11, "L" },  { 12, "M" }, { 25, "Z" },
                { 26, "AA" }, { 51, "AZ" }, { 52, "BA" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letter = rt_palette_dup_letter (cases[i].theme);

      g_assert_cmpstr (letter, ==, cases[i].letter);
    }
}

static void
test_more_than_twelve (void)
{
  g_assert_cmpfloat (rt_palette_theme (12).red, ==, rt_palette_theme (0).red);
  g_assert_cmpstr (rt_palette_name (13), ==, rt_palette_name (1));
}

static void
test_none (void)
{
  g_assert_cmpstr (rt_palette_name (-1), ==, "");
  g_assert_cmpfloat (rt_palette_theme (-1).red, >, 0.0);
}

static void
test_ratio (void)
{
  static const RtColour white = { 1.0, 1.0, 1.0 }, black = { 0.0, 0.0, 0.0 };

  g_assert_cmpfloat_with_epsilon (rt_palette_ratio (white, black), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rt_palette_ratio (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rt_palette_ratio (white, white), 1.0, 1e-9);
}

static void
add_for_looks (const char *name, GTestDataFunc func)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/palette/%s/%s", name, looks[i]);

      g_test_add_data_func (path, GINT_TO_POINTER (i), func);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < RT_N_COLOURS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/palette/text-on-theme/%s", rt_palette_name (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_text_on_theme);
    }
  add_for_looks ("number-on-top", test_number_on_top);
  add_for_looks ("texts", test_texts);
  add_for_looks ("lines", test_lines);
  g_test_add_func ("/palette/rings", test_rings);
  g_test_add_func ("/palette/white-tops", test_white_tops);
  g_test_add_func ("/palette/letters", test_letters);
  g_test_add_func ("/palette/more-than-twelve", test_more_than_twelve);
  g_test_add_func ("/palette/none", test_none);
  g_test_add_func ("/palette/ratio", test_ratio);
  return g_test_run ();
}
