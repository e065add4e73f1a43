/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include <math.h>

#include "rt-cluster.h"
#include "rt-layout.h"

#define MAX_CHAIRS 40
#define VIEW_WIDTH 968.0
#define VIEW_HEIGHT 630.0

/* Nine tables as a person scatters them over a room of 18 by 12.8 metres. */
static const int scattered[9][2] = {
  { 250, 255 },  { 870, 240 },  { 1470, 265 }, { 285, 620 },   { 840, 610 },
  { 1450, 635 }, { 325, 1050 }, { 900, 1030 }, { 1475, 1040 },
};

static void
fill (RtTableSpec *spec, RtSize *slips, guint n_chairs)
{
  for (guint i = 0; i < n_chairs; i++)
    slips[i] = (RtSize) { i == 0 ? 100.0 : RT_SLIP_WIDTH, RT_SLIP_HEIGHT };
  spec->n_chairs = n_chairs;
  spec->slips = slips;
}

static void
assert_clear (const RtTablePlace *place, gboolean top_too)
{
  for (guint i = 0; i < place->n_chairs; i++)
    {
      g_assert_false (top_too && rt_box_overlaps (&place->chairs[i], &place->top));
      for (guint k = i + 1; k < place->n_chairs; k++)
        g_assert_false (rt_box_overlaps (&place->chairs[i], &place->chairs[k]));
    }
}

static void
assert_inside (const RtTablePlace *place)
{
  RtBox all = rt_box_grown (&place->bounds, 1e-6);

  for (guint i = 0; i < place->n_chairs; i++)
    {
      RtBox both = rt_box_union (&all, &place->chairs[i]);

      g_assert_cmpfloat_with_epsilon (both.width, all.width, 1e-9);
      g_assert_cmpfloat_with_epsilon (both.height, all.height, 1e-9);
    }
}

static void
assert_layout_clear (const RtLayout *layout)
{
  for (guint i = 0; i < layout->n_tables; i++)
    for (guint k = i + 1; k < layout->n_tables; k++)
      g_assert_false (rt_box_overlaps (&layout->tables[i].bounds, &layout->tables[k].bounds));
}

static RtLayout *
lay_scattered (RtDetail detail, guint chairs, double text)
{
  static RtSize slips[9][MAX_CHAIRS];
  RtTableSpec specs[9] = { 0 };

  for (guint i = 0; i < 9; i++)
    {
      fill (&specs[i], slips[i], chairs);
      for (guint k = 0; k < chairs; k++)
        slips[i][k] = (RtSize) { slips[i][k].width * text, slips[i][k].height * text };
      specs[i].placed = TRUE;
      specs[i].x = scattered[i][0];
      specs[i].y = scattered[i][1];
      specs[i].label = (RtSize) { 100.0 * text, 20.0 * text };
    }
  return rt_layout_new (detail, specs, 9, 1800.0, 1280.0, text, VIEW_WIDTH, VIEW_HEIGHT);
}

typedef struct {
  RtTableForm form;
  double angle;
  guint chairs;
} Case;

static void
test_slips_clear (gconstpointer data)
{
  const Case *c = data;
  RtSize slips[MAX_CHAIRS];
  RtTableSpec spec = { .form = c->form, .angle = c->angle };
  RtTablePlace place;

  fill (&spec, slips, c->chairs);
  rt_cluster_place (&spec, RT_DETAIL_SLIPS, 1.0, &place);
  g_assert_cmpuint (place.n_chairs, ==, c->chairs);
  assert_clear (&place, c->form != RT_FORM_ROW);
  assert_inside (&place);
  for (guint i = 0; i < place.n_chairs; i++)
    g_assert_cmpfloat_with_epsilon (place.chairs[i].width, slips[i].width, 1e-9);
  g_free (place.chairs);
}

static void
test_odd_slips_clear (gconstpointer data)
{
  const Case *c = data;
  RtSize slips[MAX_CHAIRS];
  RtTableSpec spec = { .form = c->form, .angle = c->angle };
  RtTablePlace place;

  fill (&spec, slips, c->chairs);
  for (guint i = 0; i < c->chairs; i += 2)
    slips[i] = (RtSize) { RT_SLIP_WIDEST, 37.0 + (i % 3) * 16.0 };
  rt_cluster_place (&spec, RT_DETAIL_SLIPS, 1.0, &place);
  assert_clear (&place, c->form != RT_FORM_ROW);
  assert_inside (&place);
  g_free (place.chairs);
}

static void
test_dots_clear (gconstpointer data)
{
  const Case *c = data;
  RtSize slips[MAX_CHAIRS];
  RtTableSpec spec = { .form = c->form, .angle = c->angle };
  RtTablePlace place;

  fill (&spec, slips, c->chairs);
  rt_cluster_place (&spec, RT_DETAIL_DOTS, 1.0, &place);
  for (guint i = 0; i < place.n_chairs; i++)
    for (guint k = i + 1; k < place.n_chairs; k++)
      g_assert_cmpfloat (
          hypot (place.chairs[i].x - place.chairs[k].x, place.chairs[i].y - place.chairs[k].y), >=,
          place.chairs[i].width);
  assert_inside (&place);
  g_free (place.chairs);
}

static void
test_host_on_top (void)
{
  for (guint n = 1; n <= MAX_CHAIRS; n++)
    {
      RtSize slips[MAX_CHAIRS];
      RtTableSpec spec = { 0 };
      RtTablePlace place;

      fill (&spec, slips, n);
      rt_cluster_place (&spec, RT_DETAIL_SLIPS, 1.0, &place);
      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (place.chairs[0].y, <=, place.chairs[i].y + 40.0);
      g_assert_cmpfloat (place.chairs[0].y + place.chairs[0].height, <=, place.top.y);
      g_assert_cmpfloat_with_epsilon (place.chairs[0].x + place.chairs[0].width / 2.0, 0.0,
                                      0.5 + (n > 12 ? 200.0 : 0.0));
      g_free (place.chairs);
    }
}

/* Chair order is the file's, clockwise from the host: chair 1 is right of the table, the last left
 * of it. */
static void
test_clockwise (void)
{
  RtSize slips[MAX_CHAIRS];
  RtTableSpec spec = { 0 };
  RtTablePlace place;

  fill (&spec, slips, 7);
  for (guint detail = RT_DETAIL_METRIC; detail <= RT_DETAIL_SLIPS; detail++)
    {
      rt_cluster_place (&spec, detail, 1.0, &place);
      g_assert_cmpfloat (place.chairs[1].x, >, 0.0);
      g_assert_cmpfloat (place.chairs[2].y, >, place.chairs[1].y);
      g_assert_cmpfloat (place.chairs[3].y, >, place.top.y + place.top.height / 2.0);
      g_assert_cmpfloat (place.chairs[6].x, <, 0.0);
      g_assert_cmpfloat (place.chairs[5].y, >, place.chairs[6].y);
      g_free (place.chairs);
    }
}

static void
test_no_chairs (void)
{
  RtTableSpec spec = { 0 };
  RtTablePlace place;

  for (guint detail = RT_DETAIL_METRIC; detail <= RT_DETAIL_SLIPS; detail++)
    {
      rt_cluster_place (&spec, detail, 1.0, &place);
      g_assert_cmpuint (place.n_chairs, ==, 0);
      g_assert_cmpfloat (place.bounds.width, >, 10.0);
      g_free (place.chairs);
    }
}

static void
test_metric_size (void)
{
  RtTableSpec spec
      = { .form = RT_FORM_RECTANGLE, .width = 200.0, .depth = 100.0, .angle = 90.0, .n_chairs = 6 };
  RtTablePlace place;

  rt_cluster_place (&spec, RT_DETAIL_METRIC, 2.0, &place);
  g_assert_cmpfloat_with_epsilon (place.top.width, 200.0 * RT_POINTS_PER_CM, 1e-9);
  g_assert_cmpfloat_with_epsilon (place.top.height, 100.0 * RT_POINTS_PER_CM, 1e-9);
  g_assert_cmpfloat (place.bounds.height, >, 200.0 * RT_POINTS_PER_CM);
  g_assert_cmpfloat (place.bounds.width, <, place.bounds.height);
  g_free (place.chairs);
}

static void
test_scattered_clear (gconstpointer data)
{
  guint chairs = GPOINTER_TO_UINT (data);

  for (guint detail = RT_DETAIL_DOTS; detail <= RT_DETAIL_SLIPS; detail++)
    {
      g_autoptr (RtLayout) layout = lay_scattered (detail, chairs, 1.0);

      assert_layout_clear (layout);
    }
}

/* The usual event, 9 tables of 7, shows its names at full size in the usual window. */
static void
test_usual_event_fits (void)
{
  g_autoptr (RtLayout) seven = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);

  g_assert_cmpfloat (rt_layout_get_fit (seven, VIEW_WIDTH, VIEW_HEIGHT), >=, 0.9);
}

static void
test_keeps_sides (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);

  for (guint i = 0; i < 9; i++)
    {
      if (i % 3 != 2)
        g_assert_cmpfloat (layout->tables[i].top.x, <, layout->tables[i + 1].top.x);
      if (i < 6)
        g_assert_cmpfloat (layout->tables[i].top.y, <, layout->tables[i + 3].top.y);
    }
}

static void
test_larger_text (void)
{
  g_autoptr (RtLayout) usual = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  g_autoptr (RtLayout) large = lay_scattered (RT_DETAIL_SLIPS, 7, 2.0);

  assert_layout_clear (large);
  g_assert_cmpfloat (large->tables[0].chairs[1].width, >, usual->tables[0].chairs[1].width * 1.99);
  g_assert_cmpfloat (large->tables[0].top.width, >, usual->tables[0].top.width * 1.99);
}

static void
test_one_spot (void)
{
  RtSize slips[12][MAX_CHAIRS];
  RtTableSpec specs[12] = { 0 };
  g_autoptr (RtLayout) layout = NULL;

  for (guint i = 0; i < 12; i++)
    {
      fill (&specs[i], slips[i], 6);
      specs[i].placed = TRUE;
      specs[i].x = specs[i].y = 100.0;
    }
  layout = rt_layout_new (RT_DETAIL_SLIPS, specs, 12, 0.0, 0.0, 1.0, VIEW_WIDTH, VIEW_HEIGHT);
  assert_layout_clear (layout);
}

/* Two tables pushed together do not blow the whole room up. */
static void
test_two_close (void)
{
  RtSize slips[9][MAX_CHAIRS];
  RtTableSpec specs[9] = { 0 };
  g_autoptr (RtLayout) layout = NULL;

  for (guint i = 0; i < 9; i++)
    {
      fill (&specs[i], slips[i], 7);
      specs[i].placed = TRUE;
      specs[i].x = scattered[i][0];
      specs[i].y = scattered[i][1];
    }
  specs[4].x = specs[1].x + 40.0;
  specs[4].y = specs[1].y + 120.0;
  layout = rt_layout_new (RT_DETAIL_SLIPS, specs, 9, 1800.0, 1280.0, 1.0, VIEW_WIDTH, VIEW_HEIGHT);
  assert_layout_clear (layout);
  g_assert_cmpfloat (rt_layout_get_fit (layout, VIEW_WIDTH, VIEW_HEIGHT), >=, 0.75);
}

static void
test_without_places (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree RtTableSpec *specs = g_new0 (RtTableSpec, n);
  RtSize slips[8];

  for (guint i = 0; i < n; i++)
    fill (&specs[i], slips, 6);
  for (guint detail = RT_DETAIL_METRIC; detail <= RT_DETAIL_SLIPS; detail++)
    {
      g_autoptr (RtLayout) layout
          = rt_layout_new (detail, specs, n, 0.0, 0.0, 1.0, VIEW_WIDTH, VIEW_HEIGHT);

      g_assert_cmpuint (layout->n_tables, ==, n);
      assert_layout_clear (layout);
      g_assert_cmpfloat (layout->bounds.width, >, 100.0);
    }
}

/* A table that stands nowhere goes below those that do. */
static void
test_one_without_place (void)
{
  RtSize slips[8];
  RtTableSpec specs[2] = { 0 };
  g_autoptr (RtLayout) layout = NULL;

  fill (&specs[0], slips, 6);
  fill (&specs[1], slips, 6);
  specs[0].placed = TRUE;
  specs[0].x = 300.0;
  specs[0].y = 900.0;
  layout = rt_layout_new (RT_DETAIL_METRIC, specs, 2, 1000.0, 1000.0, 1.0, VIEW_WIDTH, VIEW_HEIGHT);
  g_assert_cmpfloat (layout->tables[1].top.y, >, 1000.0 * RT_POINTS_PER_CM);
}

static void
test_inside_bounds (void)
{
  for (guint detail = RT_DETAIL_METRIC; detail <= RT_DETAIL_SLIPS; detail++)
    {
      g_autoptr (RtLayout) layout = lay_scattered (detail, 8, 1.0);

      for (guint i = 0; i < 9; i++)
        {
          RtBox both = rt_box_union (&layout->bounds, &layout->tables[i].bounds);

          g_assert_cmpfloat_with_epsilon (both.x, 0.0, 1e-9);
          g_assert_cmpfloat_with_epsilon (both.width, layout->bounds.width, 1e-9);
          g_assert_cmpfloat_with_epsilon (both.height, layout->bounds.height, 1e-9);
        }
    }
}

static void
test_hit_chairs (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  int table, chair;

  for (guint i = 0; i < 9; i++)
    for (guint k = 0; k < 7; k++)
      {
        const RtBox *box = &layout->tables[i].chairs[k];

        g_assert_true (
            rt_layout_hit (layout, box->x + 1.0, box->y + box->height - 1.0, 0.0, &table, &chair));
        g_assert_cmpint (table, ==, (int) i);
        g_assert_cmpint (chair, ==, (int) k);
      }
}

static void
test_hit_table (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  const RtBox *top = &layout->tables[4].top;
  int table, chair;

  g_assert_true (rt_layout_hit (layout, top->x + top->width / 2.0, top->y + top->height / 2.0, 0.0,
                                &table, &chair));
  g_assert_cmpint (table, ==, 4);
  g_assert_cmpint (chair, ==, -1);
}

static void
test_hit_nothing (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  int table = 5, chair = 5;

  g_assert_false (rt_layout_hit (layout, 1.0, 1.0, 0.0, &table, &chair));
  g_assert_cmpint (table, ==, -1);
  g_assert_cmpint (chair, ==, -1);
}

/* A finger that comes down just beside a dot means the dot. */
static void
test_hit_slack (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_DOTS, 7, 1.0);
  const RtBox *dot = &layout->tables[0].chairs[0];
  int table, chair;

  g_assert_true (
      rt_layout_hit (layout, dot->x + dot->width / 2.0, dot->y - 4.0, 8.0, &table, &chair));
  g_assert_cmpint (table, ==, 0);
  g_assert_cmpint (chair, ==, 0);
}

static void
test_arrow_keys (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  int table, chair;

  g_assert_true (rt_layout_next (layout, 0, 1, 0.0, 1.0, &table, &chair));
  g_assert_cmpint (table, ==, 0);
  g_assert_cmpint (chair, ==, 2);
  g_assert_true (rt_layout_next (layout, 0, 2, 1.0, 0.0, &table, &chair));
  g_assert_cmpint (table, ==, 1);
  g_assert_cmpint (chair, >=, 5);
  g_assert_true (rt_layout_next (layout, 0, -1, 0.0, 1.0, &table, &chair));
  g_assert_cmpint (table, ==, 3);
  g_assert_cmpint (chair, ==, -1);
}

static void
test_arrow_at_edge (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  int table, chair;

  g_assert_false (rt_layout_next (layout, 0, -1, -1.0, 0.0, &table, &chair) && table != 3
                  && table != 6);
  g_assert_false (rt_layout_next (layout, 8, -1, 1.0, 0.0, &table, &chair));
}

/* Nobody is out of the reach of arrow keys. */
static void
test_arrows_reach_all (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  static const int steps[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  gboolean seen[9][7] = { { TRUE } };
  GQueue todo = G_QUEUE_INIT;
  guint n_seen = 1;

  g_queue_push_tail (&todo, GINT_TO_POINTER (0));
  while (!g_queue_is_empty (&todo))
    {
      int at = GPOINTER_TO_INT (g_queue_pop_head (&todo)), table, chair;

      for (guint k = 0; k < 4; k++)
        if (rt_layout_next (layout, at / 7, at % 7, steps[k][0], steps[k][1], &table, &chair)
            && !seen[table][chair])
          {
            seen[table][chair] = TRUE;
            n_seen++;
            g_queue_push_tail (&todo, GINT_TO_POINTER (table * 7 + chair));
          }
    }
  g_assert_cmpuint (n_seen, ==, 63);
}

static void
test_map_metric (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_METRIC, 7, 1.0);
  RtBox box = rt_layout_map (layout, 900.0, 50.0, 400.0, 100.0);

  g_assert_cmpfloat_with_epsilon (box.width, 400.0 * RT_POINTS_PER_CM, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.x - layout->origin_x, 700.0 * RT_POINTS_PER_CM, 1e-9);
}

static void
test_map_inside (void)
{
  g_autoptr (RtLayout) layout = lay_scattered (RT_DETAIL_SLIPS, 7, 1.0);
  RtBox box = rt_layout_map (layout, 2500.0, -900.0, 400.0, 100.0);

  g_assert_cmpfloat (box.x + box.width, <=, layout->bounds.width + 1e-6);
  g_assert_cmpfloat (box.y, >=, 0.0);
}

static void
test_no_tables (void)
{
  g_autoptr (RtLayout) layout
      = rt_layout_new (RT_DETAIL_SLIPS, NULL, 0, 0.0, 0.0, 1.0, 400.0, 300.0);
  int table, chair;

  g_assert_cmpfloat (layout->bounds.width, >, 0.0);
  g_assert_false (rt_layout_hit (layout, 5.0, 5.0, 10.0, &table, &chair));
}

static void
test_same_twice (void)
{
  g_autoptr (RtLayout) a = lay_scattered (RT_DETAIL_SLIPS, 8, 1.0);
  g_autoptr (RtLayout) b = lay_scattered (RT_DETAIL_SLIPS, 8, 1.0);

  for (guint i = 0; i < 9; i++)
    g_assert_cmpmem (&a->tables[i].bounds, sizeof (RtBox), &b->tables[i].bounds, sizeof (RtBox));
}

static void
add_forms (void)
{
  static const char *const words[] = { "round", "square", "rectangle", "oval", "row", "circle" };
  static const guint chairs[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 25, 40 };
  static Case cases[G_N_ELEMENTS (words) * G_N_ELEMENTS (chairs)];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint form = i / G_N_ELEMENTS (chairs);
      g_autofree char *plain = NULL, *odd = NULL, *dots = NULL;

      cases[i] = (Case) { form, i % 3 == 0 ? 90.0 : 0.0, chairs[i % G_N_ELEMENTS (chairs)] };
      plain = g_strdup_printf ("/layout/slips/%s/%u", words[form], cases[i].chairs);
      odd = g_strdup_printf ("/layout/odd-slips/%s/%u", words[form], cases[i].chairs);
      dots = g_strdup_printf ("/layout/dots/%s/%u", words[form], cases[i].chairs);
      g_test_add_data_func (plain, &cases[i], test_slips_clear);
      g_test_add_data_func (odd, &cases[i], test_odd_slips_clear);
      g_test_add_data_func (dots, &cases[i], test_dots_clear);
    }
}

/* A row of chairs is turned with its bar, and takes the space that it then needs. */
static void
test_turned_row (void)
{
  const RtTableSpec straight = { .placed = TRUE, .x = 500.0, .y = 500.0, .width = 300.0,
                                 .form = RT_FORM_ROW, .n_chairs = 4 };
  RtTableSpec turned = straight;
  g_autoptr (RtLayout) first = NULL, second = NULL;

  turned.angle = 90.0;
  first = rt_layout_new (RT_DETAIL_METRIC, &straight, 1, 1000.0, 1000.0, 1.0, 800.0, 800.0);
  second = rt_layout_new (RT_DETAIL_METRIC, &turned, 1, 1000.0, 1000.0, 1.0, 800.0, 800.0);
  g_assert_cmpfloat (first->tables[0].bounds.width, >, first->tables[0].bounds.height);
  g_assert_cmpfloat_with_epsilon (second->tables[0].bounds.width, first->tables[0].bounds.height,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (second->tables[0].bounds.height, first->tables[0].bounds.width,
                                  0.01);
  /* What was behind the bar is on its left. */
  g_assert_cmpfloat (first->tables[0].chairs[0].y, >,
                     first->tables[0].top.y + first->tables[0].top.height);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (second->tables[0].chairs[i].x + second->tables[0].chairs[i].width, <,
                       second->tables[0].top.x + second->tables[0].top.width / 2.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_forms ();
  for (guint n = 1; n <= 12; n++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/scattered/%u", n);
      g_autofree char *loose = g_strdup_printf ("/layout/without-places/%u", n * n);

      g_test_add_data_func (path, GUINT_TO_POINTER (n), test_scattered_clear);
      g_test_add_data_func (loose, GUINT_TO_POINTER (n * n), test_without_places);
    }
  g_test_add_func ("/layout/turned-row", test_turned_row);
  g_test_add_func ("/layout/host-on-top", test_host_on_top);
  g_test_add_func ("/layout/clockwise", test_clockwise);
  g_test_add_func ("/layout/no-chairs", test_no_chairs);
  g_test_add_func ("/layout/no-tables", test_no_tables);
  g_test_add_func ("/layout/metric-size", test_metric_size);
  g_test_add_func ("/layout/usual-event-fits", test_usual_event_fits);
  g_test_add_func ("/layout/keeps-sides", test_keeps_sides);
  g_test_add_func ("/layout/larger-text", test_larger_text);
  g_test_add_func ("/layout/one-spot", test_one_spot);
  g_test_add_func ("/layout/two-close", test_two_close);
  g_test_add_func ("/layout/one-without-place", test_one_without_place);
  g_test_add_func ("/layout/inside-bounds", test_inside_bounds);
  g_test_add_func ("/layout/hit-chairs", test_hit_chairs);
  g_test_add_func ("/layout/hit-table", test_hit_table);
  g_test_add_func ("/layout/hit-nothing", test_hit_nothing);
  g_test_add_func ("/layout/hit-slack", test_hit_slack);
  g_test_add_func ("/layout/arrow-keys", test_arrow_keys);
  g_test_add_func ("/layout/arrow-at-edge", test_arrow_at_edge);
  g_test_add_func ("/layout/arrows-reach-all", test_arrows_reach_all);
  g_test_add_func ("/layout/map-metric", test_map_metric);
  g_test_add_func ("/layout/map-inside", test_map_inside);
  g_test_add_func ("/layout/same-twice", test_same_twice);
  return g_test_run ();
}
