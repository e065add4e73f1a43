/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include <math.h>

#include "plans.h"
#include "rt-painter.h"

#define PLAN                                                                                       \
  "'people':[{'id':'p1','name':'Paul Martin'},{'id':'p2','name':'Isla "                            \
  "Pritchard'},{'id':'p3','name':'Amara Eze'}],"                                                   \
  "'themes':[{'id':'h1','title':'Values'}],"                                                       \
  "'tables':[{'id':'t1','number':6,'places':4,'host':'p1','theme':'h1','x':100,'y':200}],"         \
  "'rounds':[{'id':'r1','seating':{'t1':['p1','p2','p3']}}]"

typedef struct {
  RtPainter *painter;
  RtScene *scene;
  RtLayout *layout;
  GArray *sizes;
  cairo_surface_t *surface;
} Fixture;

static RtPainter *
new_painter (double text, RtLook look)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  RtPainter *painter;

  pango_context_set_font_description (context, font);
  painter = rt_painter_new (context, text, look);
  pango_font_description_free (font);
  g_object_unref (context);
  return painter;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  RtDetail detail = GPOINTER_TO_INT (data);

  f->painter = new_painter (1.0, RT_LOOK_LIGHT);
  f->scene = rt_scene_new (plan, roll, measures, 0);
  f->sizes = g_array_new (FALSE, TRUE, sizeof (RtSize));
  rt_painter_measure (f->painter, f->scene, detail, 1.0, TRUE, f->sizes);
  f->layout = rt_layout_new (detail, &f->scene->tables[0].spec, 1, 0.0, 0.0, 1.0, 400.0, 300.0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rt_layout_free (f->layout);
  rt_scene_free (f->scene);
  rt_painter_free (f->painter);
  g_array_unref (f->sizes);
  g_clear_pointer (&f->surface, cairo_surface_destroy);
}

static void
paint (Fixture *f, RtPaintState state)
{
  cairo_t *cr;

  g_clear_pointer (&f->surface, cairo_surface_destroy);
  f->surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (f->layout->bounds.width),
                                    (int) ceil (f->layout->bounds.height));
  cr = cairo_create (f->surface);
  state.zoom = 1.0;
  if (state.visible.width <= 0.0)
    state.visible = f->layout->bounds;
  rt_painter_paint_room (f->painter, cr, f->scene, f->layout, &state);
  if (rt_painter_shows (f->layout, &state, 0))
    rt_painter_paint_table (f->painter, cr, f->scene, f->layout, &state, 0);
  cairo_destroy (cr);
  cairo_surface_flush (f->surface);
}

static RtPaintState
quiet (void)
{
  return (RtPaintState) {
    .selected = RT_SPOT_NONE, .focus = RT_SPOT_NONE, .drop = RT_SPOT_NONE, .dragged = RT_SPOT_NONE
  };
}

static guint32
pixel (Fixture *f, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (f->surface);

  return ((const guint32 *) (gconstpointer) (data
                                             + (int) y
                                                   * cairo_image_surface_get_stride (
                                                       f->surface)))[(int) x]
         & 0xffffff;
}

static guint32
as_pixel (RtColour colour)
{
  return (guint32) lround (colour.red * 255.0) << 16 | (guint32) lround (colour.green * 255.0) << 8
         | (guint32) lround (colour.blue * 255.0);
}

static gboolean
has_colour (Fixture *f, const RtBox *box, RtColour colour)
{
  for (double y = MAX (0.0, box->y); y < MIN (box->y + box->height, f->layout->bounds.height); y++)
    for (double x = MAX (0.0, box->x); x < MIN (box->x + box->width, f->layout->bounds.width); x++)
      if (pixel (f, x, y) == as_pixel (colour))
        return TRUE;
  return FALSE;
}

static void
test_host_slip (Fixture *f, gconstpointer data)
{
  const RtBox *box = &f->layout->tables[0].chairs[0];

  paint (f, quiet ());
  g_assert_cmphex (pixel (f, box->x + 4.0, box->y + box->height - 5.0), ==,
                   as_pixel (rt_palette_theme (0)));
}

static void
test_guest_slip (Fixture *f, gconstpointer data)
{
  const RtBox *box = &f->layout->tables[0].chairs[1];

  paint (f, quiet ());
  g_assert_cmphex (pixel (f, box->x + 4.0, box->y + box->height - 5.0), ==,
                   as_pixel (rt_palette_floor (RT_LOOK_LIGHT)->slip));
}

/* An empty chair is a dashed outline without paper. */
static void
test_empty_chair (Fixture *f, gconstpointer data)
{
  const RtBox *box = &f->layout->tables[0].chairs[3];

  paint (f, quiet ());
  g_assert_cmphex (pixel (f, box->x + 5.0, box->y + box->height - 6.0), ==,
                   as_pixel (rt_palette_floor (RT_LOOK_LIGHT)->floor));
}

static void
test_dragged (Fixture *f, gconstpointer data)
{
  const RtBox *box = &f->layout->tables[0].chairs[1];
  RtPaintState state = quiet ();

  state.dragged = (RtSpot) { 0, 1 };
  paint (f, state);
  g_assert_cmphex (pixel (f, box->x + 5.0, box->y + box->height - 6.0), ==,
                   as_pixel (rt_palette_floor (RT_LOOK_LIGHT)->floor));
}

static void
test_states (Fixture *f, gconstpointer data)
{
  RtColour accent = rt_palette_floor (RT_LOOK_LIGHT)->accent;
  RtBox box = rt_box_grown (&f->layout->tables[0].chairs[2], 8.0);

  paint (f, quiet ());
  g_assert_false (has_colour (f, &box, accent));
  for (guint i = 0; i < 3; i++)
    {
      RtPaintState state = quiet ();

      *(i == 0 ? &state.selected : i == 1 ? &state.focus : &state.drop) = (RtSpot) { 0, 2 };
      paint (f, state);
      g_assert_true (has_colour (f, &box, accent));
    }
}

static void
test_table_states (Fixture *f, gconstpointer data)
{
  RtColour accent = rt_palette_floor (RT_LOOK_LIGHT)->accent;
  RtBox box = rt_box_grown (&f->layout->tables[0].top, 40.0);
  RtPaintState state = quiet ();

  state.selected = (RtSpot) { 0, -1 };
  paint (f, state);
  g_assert_true (has_colour (f, &box, accent));
}

static void
test_broken (Fixture *f, gconstpointer data)
{
  RtColour warning = rt_palette_floor (RT_LOOK_LIGHT)->warn_line;
  RtBox box = rt_box_grown (&f->layout->tables[0].chairs[1], 8.0);

  paint (f, quiet ());
  g_assert_false (has_colour (f, &box, warning));
  f->scene->tables[0].chairs[1].broken = TRUE;
  paint (f, quiet ());
  g_assert_true (has_colour (f, &box, warning));
}

/* What is out of sight is not painted. */
static void
test_out_of_sight (Fixture *f, gconstpointer data)
{
  const RtBox *top = &f->layout->tables[0].top;
  RtPaintState state = quiet ();

  state.visible = (RtBox) { -900.0, -900.0, 10.0, 10.0 };
  paint (f, state);
  g_assert_cmphex (pixel (f, top->x + top->width / 2.0, top->y + 12.0), ==, 0);
}

static void
test_dots (Fixture *f, gconstpointer data)
{
  const RtBox *host = &f->layout->tables[0].chairs[0], *guest = &f->layout->tables[0].chairs[1];

  paint (f, quiet ());
  g_assert_cmphex (pixel (f, host->x + host->width / 2.0, host->y + 3.0), ==,
                   as_pixel (rt_palette_theme (0)));
  g_assert_cmphex (pixel (f, guest->x + guest->width / 2.0, guest->y + guest->height / 2.0), ==,
                   as_pixel (rt_palette_floor (RT_LOOK_LIGHT)->slip));
}

/* Sizes of slips. */

static void
test_short_name (void)
{
  g_autoptr (RtPainter) painter = new_painter (1.0, RT_LOOK_LIGHT);
  RtSize size = rt_painter_measure_slip (painter, "Ged", "Curran", FALSE);

  g_assert_cmpfloat_with_epsilon (size.width, RT_SLIP_WIDTH, 1e-9);
  g_assert_cmpfloat_with_epsilon (size.height, RT_SLIP_HEIGHT, 4.0);
}

static void
test_host_is_wider (void)
{
  g_autoptr (RtPainter) painter = new_painter (1.0, RT_LOOK_LIGHT);

  g_assert_cmpfloat (rt_painter_measure_slip (painter, "Ged", "Curran", TRUE).width, >,
                     rt_painter_measure_slip (painter, "Ged", "Curran", FALSE).width);
}

/* The surname wraps before the slip grows. */
static void
test_wraps_first (void)
{
  g_autoptr (RtPainter) painter = new_painter (1.0, RT_LOOK_LIGHT);
  RtSize size = rt_painter_measure_slip (painter, "Ana", "Gomez Pereira Alva", FALSE);

  g_assert_cmpfloat_with_epsilon (size.width, RT_SLIP_WIDTH, 1e-9);
  g_assert_cmpfloat (size.height, >, RT_SLIP_HEIGHT + 6.0);
}

static void
test_grows (void)
{
  g_autoptr (RtPainter) painter = new_painter (1.0, RT_LOOK_LIGHT);
  RtSize size = rt_painter_measure_slip (painter, "Ana", "Cholmondeleyson", FALSE);

  g_assert_cmpfloat_with_epsilon (size.width, RT_SLIP_WIDEST, 1e-9);
}

/* However long a name is, the slip stays as wide as the widest and grows downwards: nothing is cut.
 */
static void
test_never_wider (void)
{
  static const char *const names[]
      = { "Featherstonehaugh-Cholmondeley",
          "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
          "a",
          "Wolfeschlegelsteinhausenbergerdorff the Younger of the Upper Valley",
          "गोपालकृष्णन वेंकटरमण",
          "张伟",
          "Ὀδυσσεύς Λαερτιάδης" };
  g_autoptr (RtPainter) painter = new_painter (1.0, RT_LOOK_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RtSize size = rt_painter_measure_slip (painter, "Bartholomew", names[i], FALSE);

      g_assert_cmpfloat (size.width, <=, RT_SLIP_WIDEST + 1e-9);
      g_assert_cmpfloat (size.height, >=, RT_SLIP_HEIGHT);
      g_assert_cmpfloat (size.height, >=, i == 1 ? RT_SLIP_HEIGHT + 24.0 : 0.0);
    }
}

static void
test_text_size (void)
{
  g_autoptr (RtPainter) painter = new_painter (2.0, RT_LOOK_LIGHT);
  RtSize size = rt_painter_measure_slip (painter, "Ged", "Curran", FALSE);

  g_assert_cmpfloat_with_epsilon (size.width, 2.0 * RT_SLIP_WIDTH, 1e-9);
}

static void
test_no_surname (void)
{
  g_autoptr (RtPainter) painter = new_painter (1.0, RT_LOOK_LIGHT);

  g_assert_cmpfloat_with_epsilon (rt_painter_measure_slip (painter, "Madonna", NULL, FALSE).height,
                                  RT_SLIP_HEIGHT, 1e-9);
}

/* Labels keep the size of text, so from farther away they need more of the floor. */
static void
test_label_by_zoom (Fixture *f, gconstpointer data)
{
  RtSize near_by, far_off;

  rt_painter_measure (f->painter, f->scene, RT_DETAIL_DOTS, 1.0, TRUE, f->sizes);
  near_by = f->scene->tables[0].spec.label;
  rt_painter_measure (f->painter, f->scene, RT_DETAIL_DOTS, 0.5, TRUE, f->sizes);
  far_off = f->scene->tables[0].spec.label;
  g_assert_cmpfloat (far_off.width, >, near_by.width * 1.5);
  rt_painter_measure (f->painter, f->scene, RT_DETAIL_DOTS, 0.5, FALSE, f->sizes);
  g_assert_cmpfloat (f->scene->tables[0].spec.label.height, ==, 0.0);
}

/* Nothing is painted outside what a table is said to need, but for letters, which stand at whole
 * pixels. */
static void
assert_within_reach (Fixture *f, double zoom, RtSpot selected, RtSpot other)
{
  gboolean chosen = selected.table == 0 && selected.chair < 0;
  RtPaintState state = { zoom, f->layout->bounds, selected, other, other, RT_SPOT_NONE, &chosen };
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (record);
  RtBox reach = rt_painter_get_reach (f->painter, f->scene, f->layout, &state, 0), ink;

  cairo_scale (cr, zoom, zoom);
  rt_painter_paint_table (f->painter, cr, f->scene, f->layout, &state, 0);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (record, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (record);
  g_assert_cmpfloat (ink.width, >, 0.0);
  g_assert_cmpfloat (ink.x, >=, floor (reach.x * zoom) - 1.0);
  g_assert_cmpfloat (ink.y, >=, floor (reach.y * zoom) - 1.0);
  g_assert_cmpfloat (ink.x + ink.width, <=, ceil ((reach.x + reach.width) * zoom) + 1.0);
  g_assert_cmpfloat (ink.y + ink.height, <=, ceil ((reach.y + reach.height) * zoom) + 1.0);
}

/* Each row beside the usual table. */
static void
make_table (RtSceneTable *table, guint trait)
{
  table->closed = trait == 3 || trait == 4;
  table->step_free = trait == 5;
  table->spec.angle = trait == 1 ? 37.0 : 0.0;
  table->spec.width = trait == 1 ? 320.0 : trait == 4 ? 20.0 : 0.0;
  table->spec.depth = trait == 1 ? 40.0 : trait == 4 ? 20.0 : 0.0;
  table->n_chairs = table->spec.n_chairs = trait == 4 ? 1 : 4;
  g_clear_pointer (&table->broken, g_free);
  if (trait == 6)
    table->broken = g_strdup ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch twice");
  g_free (table->number);
  table->number = g_strdup (trait == 4 ? "123456" : "6");
  g_clear_pointer (&table->host, g_free);
  g_clear_pointer (&table->theme, g_free);
  if (trait != 2)
    return;
  table->host = g_strdup ("Maximiliana Featherstonehaugh-Wolfeschlegelstein");
  table->theme = g_strdup ("Leading change where nobody asked for it");
}

static void
test_within_reach (Fixture *f, gconstpointer data)
{
  static const double zooms[] = { 0.2, 0.7, 2.5 };
  RtDetail detail = GPOINTER_TO_INT (data);
  RtSceneTable *table = &f->scene->tables[0];
  guint n_chairs = table->n_chairs;

  for (guint trait = 0; trait < 7; trait++)
    for (RtTableForm form = RT_FORM_ROUND; form <= RT_FORM_CIRCLE; form++)
      {
        make_table (table, trait);
        table->spec.form = form;
        rt_painter_measure (f->painter, f->scene, detail, 1.0, TRUE, f->sizes);
        rt_layout_free (f->layout);
        f->layout = rt_layout_new (detail, &table->spec, 1, 0.0, 0.0, 1.0, 400.0, 300.0);
        for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
          {
            assert_within_reach (f, zooms[i], RT_SPOT_NONE, RT_SPOT_NONE);
            assert_within_reach (f, zooms[i], RT_SPOT_NONE, (RtSpot) { 0, -1 });
            assert_within_reach (f, zooms[i], (RtSpot) { 0, -1 }, RT_SPOT_NONE);
            assert_within_reach (f, zooms[i], (RtSpot) { 0, 0 }, (RtSpot) { 0, 1 });
          }
      }
  table->n_chairs = n_chairs;
}

#define ADD(path, detail, func)                                                                    \
  g_test_add (path, Fixture, GINT_TO_POINTER (detail), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/painter/host-slip", RT_DETAIL_SLIPS, test_host_slip);
  ADD ("/painter/guest-slip", RT_DETAIL_SLIPS, test_guest_slip);
  ADD ("/painter/empty-chair", RT_DETAIL_SLIPS, test_empty_chair);
  ADD ("/painter/dragged", RT_DETAIL_SLIPS, test_dragged);
  ADD ("/painter/states", RT_DETAIL_SLIPS, test_states);
  ADD ("/painter/table-states/slips", RT_DETAIL_SLIPS, test_table_states);
  ADD ("/painter/table-states/dots", RT_DETAIL_DOTS, test_table_states);
  ADD ("/painter/broken/slips", RT_DETAIL_SLIPS, test_broken);
  ADD ("/painter/broken/dots", RT_DETAIL_DOTS, test_broken);
  ADD ("/painter/out-of-sight", RT_DETAIL_SLIPS, test_out_of_sight);
  ADD ("/painter/dots", RT_DETAIL_DOTS, test_dots);
  ADD ("/painter/dots-metric", RT_DETAIL_METRIC, test_dots);
  ADD ("/painter/label-by-zoom", RT_DETAIL_DOTS, test_label_by_zoom);
  ADD ("/painter/within-reach/slips", RT_DETAIL_SLIPS, test_within_reach);
  ADD ("/painter/within-reach/dots", RT_DETAIL_DOTS, test_within_reach);
  ADD ("/painter/within-reach/metric", RT_DETAIL_METRIC, test_within_reach);
  g_test_add_func ("/painter/short-name", test_short_name);
  g_test_add_func ("/painter/host-is-wider", test_host_is_wider);
  g_test_add_func ("/painter/wraps-first", test_wraps_first);
  g_test_add_func ("/painter/grows", test_grows);
  g_test_add_func ("/painter/never-wider", test_never_wider);
  g_test_add_func ("/painter/text-size", test_text_size);
  g_test_add_func ("/painter/no-surname", test_no_surname);
  return g_test_run ();
}
