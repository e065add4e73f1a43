/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Tables are kept as pictures from one frame to the next: after anything that changes what is to be
 * seen, a floor shows what one that was opened just now shows, and what did not change is kept. */

#include "rt-edit.h"
#include "rt-floor-private.h"
#include "test-screen.h"

#define WIDTH 700
#define HEIGHT 500
#define ROUNDING 3 /* of 255, where a picture is laid over the floor */

static RtApplication *application;

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  RtFloorView *floor;
} Fixture;

typedef void (*Edit) (Fixture *f);

typedef struct
{
  const char *name;
  Edit edit;
  RtFloorMode mode;
  gboolean same;   /* nothing else is to be seen */
  gboolean opengl; /* draws the frames */
  double zoom;     /* this much nearer */
} Case;

static const Case usual = { .mode = RT_FLOOR_PEOPLE };
static const Case opengl = { .mode = RT_FLOOR_PEOPLE, .opengl = TRUE };
static const Case nearer = { .mode = RT_FLOOR_PEOPLE, .zoom = 1.1 };
static const Case farther = { .mode = RT_FLOOR_PEOPLE, .zoom = 0.8 };
static const Case nearer_opengl = { .mode = RT_FLOOR_PEOPLE, .zoom = 1.1, .opengl = TRUE };

static RtFloorView *
open_floor (RtSession *session, RtFloorMode mode)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  RtFloorView *floor = RT_FLOOR_VIEW (rt_floor_view_new ());

  rt_floor_view_set_mode (floor, mode);
  rt_floor_view_set_session (floor, session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (floor));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  test_wait (test_is_mapped, floor);
  return floor;
}

static void
close_floor (RtFloorView *floor)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (floor))));
  test_settle ();
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Sizes are given out before a frame is painted. */
static void
wait_frame (RtFloorView *floor)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (floor));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  gtk_widget_queue_draw (GTK_WIDGET (floor));
  test_wait (is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
is_still (gpointer data)
{
  return !rt_floor_view_is_sliding (data);
}

static void
come_to_rest (RtFloorView *floor)
{
  wait_frame (floor);
  test_wait (is_still, floor);
  wait_frame (floor);
}

static GskRenderNode *
take_node (RtFloorView *floor)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (floor)->snapshot (GTK_WIDGET (floor), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static cairo_surface_t *
new_image (RtFloorView *floor)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (GTK_WIDGET (floor)),
                                     gtk_widget_get_height (GTK_WIDGET (floor)));
}

static cairo_surface_t *
take_picture (RtFloorView *floor)
{
  cairo_surface_t *image = new_image (floor);
  cairo_t *cr = cairo_create (image);
  GskRenderNode *node = take_node (floor);

  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* How many channels of a pixel differ at all, and @most of them by how much. */
static guint
count_different (cairo_surface_t *a, cairo_surface_t *b, int *most)
{
  int height = cairo_image_surface_get_height (a), width = cairo_image_surface_get_width (a);
  gsize stride = (gsize) cairo_image_surface_get_stride (a);
  guint n = 0;

  *most = 0;
  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guint8 *one = cairo_image_surface_get_data (a) + (gsize) y * stride;
      const guint8 *other = cairo_image_surface_get_data (b) + (gsize) y * stride;

      for (int i = 0; i < width * 4; i++)
        {
          int away = i % 4 < 3 ? ABS (one[i] - other[i]) : 0;

          n += away > 0;
          *most = MAX (*most, away);
        }
    }
  return n;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const Case *test = data;

  f->plan = test_plan ();
  f->session = rt_session_new_for_plan (f->plan, NULL);
  rt_session_do (f->session, rt_edit_add_object (f->plan, RT_OBJECT_STAGE, NULL), NULL);
  f->floor = open_floor (f->session, test->mode);
  f->floor->cairo = !test->opengl;
  wait_frame (f->floor);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  close_floor (f->floor);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->plan);
}

/* What can happen. */

static void
do_change (Fixture *f, RtChange *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (change);
  g_assert_true (rt_session_do (f->session, change, NULL));
}

static void
move_person (Fixture *f)
{
  do_change (f, rt_edit_move_person (f->plan, rt_id_intern ("ra"), rt_id_intern ("pa"),
                                     rt_id_intern ("tb"), RT_ANY_CHAIR, NULL));
}

static void
undo_move (Fixture *f)
{
  move_person (f);
  wait_frame (f->floor);
  rt_session_undo (f->session);
}

static void
pin_person (Fixture *f)
{
  do_change (f, rt_edit_pin (f->plan, rt_id_intern ("ra"), rt_id_intern ("pa"),
                             rt_id_intern ("ta"), NULL));
}

static void
break_rule (Fixture *f)
{
  do_change (f, rt_edit_move_person (f->plan, rt_id_intern ("rb"), rt_id_intern ("pc"),
                                     rt_id_intern ("ta"), RT_ANY_CHAIR, NULL));
  do_change (f, rt_edit_move_person (f->plan, rt_id_intern ("rb"), rt_id_intern ("pa"),
                                     rt_id_intern ("ta"), RT_ANY_CHAIR, NULL));
  rt_session_set_round (f->session, 1);
  rt_session_get_measures (f->session);
}

static void
show_round (Fixture *f)
{
  rt_session_set_round (f->session, 1);
}

static void
take_host (Fixture *f)
{
  do_change (f, rt_edit_set_host (f->plan, rt_id_intern ("ta"), NULL, NULL));
}

static void
add_tables (Fixture *f)
{
  do_change (f, rt_edit_add_tables (f->plan, 2, 5, NULL));
}

static void
remove_table (Fixture *f)
{
  RtId table = rt_id_intern ("ta");

  do_change (f, rt_edit_remove (f->plan, "gone", RT_PART_TABLES, &table, 1, NULL));
}

static void
lay_out (Fixture *f)
{
  do_change (f, rt_edit_lay_out (f->plan, "ring", NULL));
}

static void
resize_room (Fixture *f)
{
  do_change (f, rt_edit_resize_room (f->plan, 1500, 700, NULL));
}

static void
add_thing (Fixture *f)
{
  do_change (f, rt_edit_add_object (f->plan, RT_OBJECT_DOOR, NULL));
}

static void
select_person (Fixture *f)
{
  rt_session_set_selected_person (f->session, rt_id_intern ("pa"));
}

static void
select_table (Fixture *f)
{
  rt_session_set_selected_table (f->session, rt_id_intern ("tb"));
}

static void
select_no_longer (Fixture *f)
{
  select_person (f);
  wait_frame (f->floor);
  rt_session_set_selected_person (f->session, NULL);
}

static void
mark_people (Fixture *f)
{
  rt_session_mark (f->session, rt_id_intern ("pa"), TRUE);
  rt_session_mark (f->session, rt_id_intern ("pb"), TRUE);
}

static void
be_dark (Fixture *f)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
be_large (Fixture *f)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
}

static void
zoom_and_fit (Fixture *f)
{
  rt_floor_view_set_zoom (f->floor, 2.0);
  wait_frame (f->floor);
  rt_floor_view_set_zoom (f->floor, 0.3);
  wait_frame (f->floor);
  rt_floor_view_fit (f->floor);
}

static void
scroll_back (Fixture *f)
{
  double zoom = rt_floor_view_get_zoom (f->floor);

  rt_floor_view_set_zoom (f->floor, 3.0);
  wait_frame (f->floor);
  gtk_adjustment_set_value (f->floor->adjustments[0], 90.4);
  gtk_adjustment_set_value (f->floor->adjustments[1], 60.7);
  wait_frame (f->floor);
  rt_floor_view_set_zoom (f->floor, zoom);
  rt_floor_view_fit (f->floor);
}

static void
hold_slip (Fixture *f)
{
  RtId person = rt_id_intern ("pa");
  RtBox box;

  rt_scene_find_person (f->floor->scene, person, &f->floor->dragged.table,
                        &f->floor->dragged.chair);
  box = rt_floor_view_box (f->floor, (RtSpot) { 1, 1 });
  rt_floor_view_hold_over (f->floor, &person, 1, FALSE, box.x + box.width / 2.0,
                           box.y + box.height / 2.0);
  wait_frame (f->floor);
  f->floor->dragged = RT_SPOT_NONE;
  rt_floor_view_hide_bubble (f->floor);
}

/* What is seen meanwhile is not what was seen before. */
static void
assert_shows (Fixture *f, Edit edit)
{
  cairo_surface_t *before = take_picture (f->floor), *after;
  int most;

  edit (f);
  wait_frame (f->floor);
  after = take_picture (f->floor);
  g_assert_cmpuint (count_different (before, after, &most), >, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Two have no handles: only the things themselves look different. */
static void
choose_things (Fixture *f)
{
  rt_floor_view_choose (f->floor, (int) f->floor->scene->n_tables, FALSE);
  rt_floor_view_choose (f->floor, (int) f->floor->scene->n_tables + 1, TRUE);
}

static void
choose_no_longer (Fixture *f)
{
  add_thing (f);
  wait_frame (f->floor);
  assert_shows (f, choose_things);
  rt_floor_view_choose (f->floor, -1, FALSE);
}

static void
hold_table (Fixture *f)
{
  f->floor->hold = RT_HOLD_PIECES;
  f->floor->held = 0;
  f->floor->moved_x = f->floor->moved_y = 40.0;
}

static void
let_go_of_table (Fixture *f)
{
  assert_shows (f, hold_table);
  f->floor->hold = RT_HOLD_NOTHING;
  f->floor->held = -1;
}

static void
narrow_ways (Fixture *f)
{
  rt_floor_view_set_least_way (f->floor, 900);
  wait_frame (f->floor);
  rt_floor_view_set_least_way (f->floor, RT_LEAST_WAY);
}

static const Case cases[] = {
  { "move", move_person, RT_FLOOR_PEOPLE, FALSE },
  { "undo", undo_move, RT_FLOOR_PEOPLE, TRUE },
  { "pin", pin_person, RT_FLOOR_PEOPLE, FALSE },
  { "break-rule", break_rule, RT_FLOOR_PEOPLE, FALSE },
  { "round", show_round, RT_FLOOR_PEOPLE, FALSE },
  { "host", take_host, RT_FLOOR_PEOPLE, FALSE },
  { "add-tables", add_tables, RT_FLOOR_PEOPLE, FALSE },
  { "remove-table", remove_table, RT_FLOOR_PEOPLE, FALSE },
  { "add-thing", add_thing, RT_FLOOR_PEOPLE, FALSE },
  { "select", select_person, RT_FLOOR_PEOPLE, FALSE },
  { "select-table", select_table, RT_FLOOR_PEOPLE, FALSE },
  { "select-no-longer", select_no_longer, RT_FLOOR_PEOPLE, TRUE },
  { "mark", mark_people, RT_FLOOR_PEOPLE, FALSE },
  { "dark", be_dark, RT_FLOOR_PEOPLE, FALSE },
  { "large", be_large, RT_FLOOR_PEOPLE, FALSE },
  { "zoom-and-fit", zoom_and_fit, RT_FLOOR_PEOPLE, TRUE },
  { "scroll-back", scroll_back, RT_FLOOR_PEOPLE, TRUE },
  { "hold", hold_slip, RT_FLOOR_PEOPLE, TRUE },
  { "room-lay-out", lay_out, RT_FLOOR_FURNITURE, FALSE },
  { "room-resize", resize_room, RT_FLOOR_FURNITURE, FALSE },
  { "room-add-thing", add_thing, RT_FLOOR_FURNITURE, FALSE },
  { "room-select", select_table, RT_FLOOR_FURNITURE, FALSE },
  { "room-choose-no-longer", choose_no_longer, RT_FLOOR_FURNITURE, FALSE },
  { "room-let-go", let_go_of_table, RT_FLOOR_FURNITURE, TRUE },
  { "room-narrow-ways", narrow_ways, RT_FLOOR_FURNITURE, TRUE },
  { "room-zoom-and-fit", zoom_and_fit, RT_FLOOR_FURNITURE, TRUE },
  { "room-dark", be_dark, RT_FLOOR_FURNITURE, FALSE },
};

static void
assert_as_fresh (Fixture *f, RtFloorMode mode)
{
  RtFloorView *fresh = open_floor (f->session, mode);
  cairo_surface_t *old, *new;
  int most;

  wait_frame (fresh);
  old = take_picture (f->floor);
  new = take_picture (fresh);
  g_assert_cmpuint (count_different (old, new, &most), ==, 0);
  cairo_surface_destroy (old);
  cairo_surface_destroy (new);
  close_floor (fresh);
}

static void
test_edit (Fixture *f, gconstpointer data)
{
  const Case *test = data;
  cairo_surface_t *before = take_picture (f->floor), *after;
  int most;

  test->edit (f);
  come_to_rest (f->floor);
  after = take_picture (f->floor);
  g_assert_true ((count_different (before, after, &most) == 0) == test->same);
  assert_as_fresh (f, test->mode);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
}

/* The floor as one painting, without pictures. */
static void
test_as_painted (Fixture *f, gconstpointer data)
{
  cairo_surface_t *kept, *painted = new_image (f->floor);
  cairo_t *cr = cairo_create (painted);
  const RtFloorColours *colours = rt_palette_floor (RT_LOOK_LIGHT);
  RtPaintState state = { f->floor->zoom,  rt_floor_view_visible (f->floor),
                         { 0, 1 },        RT_SPOT_NONE,
                         RT_SPOT_NONE,    RT_SPOT_NONE,
                         NULL };
  double left, top;
  int most;

  select_person (f);
  wait_frame (f->floor);
  kept = take_picture (f->floor);
  cairo_set_source_rgb (cr, colours->floor.red, colours->floor.green, colours->floor.blue);
  cairo_paint (cr);
  rt_floor_view_get_offset (f->floor, &left, &top);
  cairo_translate (cr, left, top);
  cairo_scale (cr, state.zoom, state.zoom);
  rt_painter_paint_room (f->floor->painter, cr, f->floor->scene, f->floor->layout, &state);
  for (guint i = 0; i < f->floor->layout->n_tables; i++)
    rt_painter_paint_table (f->floor->painter, cr, f->floor->scene, f->floor->layout, &state, i);
  cairo_destroy (cr);
  cairo_surface_flush (painted);
  count_different (kept, painted, &most);
  g_assert_cmpint (most, <=, ROUNDING);
  cairo_surface_destroy (kept);
  cairo_surface_destroy (painted);
}

/* What is kept. */

/* A picture is a node that is moved to its place. */
static void
find_pictures (GskRenderNode *node, GHashTable *found)
{
  guint n = gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE
                ? gsk_container_node_get_n_children (node)
                : 0;

  if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    find_pictures (gsk_clip_node_get_child (node), found);
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    g_hash_table_add (found, gsk_render_node_ref (gsk_transform_node_get_child (node)));
  for (guint i = 0; i < n; i++)
    find_pictures (gsk_container_node_get_child (node, i), found);
}

static GHashTable *
take_pictures (RtFloorView *floor)
{
  GskRenderNode *node = take_node (floor);
  GHashTable *found
      = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) gsk_render_node_unref, NULL);

  find_pictures (node, found);
  gsk_render_node_unref (node);
  return found;
}

static guint
count_kept (GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer picture;
  guint n = 0;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &picture, NULL))
    n += g_hash_table_contains (before, picture);
  return n;
}

static void
assert_kept (RtFloorView *floor, GHashTable *before, guint all, guint kept)
{
  g_autoptr (GHashTable) after = take_pictures (floor);

  g_assert_cmpuint (g_hash_table_size (after), ==, all);
  g_assert_cmpuint (count_kept (before, after), ==, kept);
}

static void
test_keeps_other_tables (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) before = NULL;

  add_tables (f);
  come_to_rest (f->floor);
  before = take_pictures (f->floor);
  assert_kept (f->floor, before, 4, 4);
  f->floor->drop = (RtSpot) { 1, 1 };
  assert_kept (f->floor, before, 4, 3);
  f->floor->drop = (RtSpot) { 2, -1 };
  assert_kept (f->floor, before, 4, 2);
}

static void
test_keeps_while_scrolling (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) before = NULL, there = NULL;

  rt_floor_view_set_zoom (f->floor, 4.0);
  wait_frame (f->floor);
  before = take_pictures (f->floor);
  g_assert_cmpuint (g_hash_table_size (before), >, 0);
  gtk_adjustment_set_value (f->floor->adjustments[0],
                            gtk_adjustment_get_value (f->floor->adjustments[0]) + 1.0);
  wait_frame (f->floor);
  there = take_pictures (f->floor);
  g_assert_cmpuint (count_kept (before, there), ==, g_hash_table_size (before));
}

typedef struct
{
  RtFloorView *floor;
  GHashTable *before;
} Zooming;

/* All pictures are there, none of them as it was before. */
static gboolean
is_sharp (gpointer data)
{
  Zooming *self = data;
  g_autoptr (GHashTable) after = NULL;

  wait_frame (self->floor);
  after = take_pictures (self->floor);
  return g_hash_table_size (after) > 0 && count_kept (self->before, after) == 0;
}

static void
zoom_many (Fixture *f, double factor)
{
  rt_floor_view_set_zoom (f->floor, rt_floor_view_get_zoom (f->floor) * factor);
}

static void
add_many_tables (Fixture *f)
{
  do_change (f, rt_edit_add_tables (f->plan, 60, 9, NULL));
  come_to_rest (f->floor);
}

/* Many tables do not change their size in one frame: they are scaled, and sharp soon. */
static void
test_scales_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) before = NULL, after = NULL;

  add_many_tables (f);
  before = take_pictures (f->floor);
  zoom_many (f, 0.99);
  after = take_pictures (f->floor);
  g_assert_cmpuint (count_kept (before, after), >, 0);
  g_assert_cmpuint (count_kept (before, after), <, g_hash_table_size (before));
  test_wait (is_sharp, &(Zooming) { f->floor, before });
}

static int
get_blue (cairo_surface_t *image, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (image)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (image);

  return row[(gsize) x * 4];
}

/* Tops have the colour they will have, where no letter stands: none is missing meanwhile, nor
 * somewhere else. Returns: how many are to be seen. */
static guint
compare_tops (Fixture *f, cairo_surface_t *meanwhile, cairo_surface_t *then)
{
  RtBox view = { 0.0, 0.0, WIDTH, HEIGHT };
  guint n = 0;

  for (int i = 0; i < (int) f->floor->layout->n_tables; i++)
    {
      RtBox top = rt_floor_view_box (f->floor, (RtSpot) { i, -1 });
      double x = top.x + top.width / 2.0, y = top.y + top.height * 0.22;

      if (!rt_box_contains (&view, x, y))
        continue;
      n++;
      g_assert_cmpint (ABS (get_blue (meanwhile, x, y) - get_blue (then, x, y)), <=, ROUNDING);
    }
  return n;
}

/* Meanwhile there is no hole, and then all is as if it had been painted at once. */
static void
test_zooms_many (Fixture *f, gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GHashTable) before = NULL;
  cairo_surface_t *meanwhile, *then, *fresh;
  int most;

  add_many_tables (f);
  before = take_pictures (f->floor);
  zoom_many (f, test->zoom);
  meanwhile = take_picture (f->floor);
  test_wait (is_sharp, &(Zooming) { f->floor, before });
  then = take_picture (f->floor);
  g_assert_cmpuint (count_different (meanwhile, then, &most), >, 0);
  g_assert_cmpuint (compare_tops (f, meanwhile, then), >, 30);
  rt_floor_cache_forget (f->floor->cache);
  fresh = take_picture (f->floor);
  g_assert_cmpuint (count_different (then, fresh, &most), ==, 0);
  cairo_surface_destroy (meanwhile);
  cairo_surface_destroy (then);
  cairo_surface_destroy (fresh);
}

/* What nobody sees takes no memory. */
static void
test_forgets (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) before = take_pictures (f->floor);

  gtk_widget_set_visible (GTK_WIDGET (f->floor), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (f->floor), TRUE);
  wait_frame (f->floor);
  assert_kept (f->floor, before, 2, 0);
}

static void
add (const char *name, const Case *test, void (*run) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/floor-frames/", name, NULL);

  g_test_add (path, Fixture, test, set_up, run, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("as-fresh/", cases[i].name, NULL);

      add (name, &cases[i], test_edit);
    }
  add ("as-painted", &usual, test_as_painted);
  add ("as-painted/opengl", &opengl, test_as_painted);
  add ("keeps/other-tables", &usual, test_keeps_other_tables);
  add ("keeps/other-tables/opengl", &opengl, test_keeps_other_tables);
  add ("keeps/scrolling", &usual, test_keeps_while_scrolling);
  add ("keeps/scrolling/opengl", &opengl, test_keeps_while_scrolling);
  add ("scales-many", &opengl, test_scales_many);
  add ("zooms-many/nearer", &nearer, test_zooms_many);
  add ("zooms-many/farther", &farther, test_zooms_many);
  add ("zooms-many/opengl", &nearer_opengl, test_zooms_many);
  add ("forgets", &usual, test_forgets);
  return g_test_run ();
}
