/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-room-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-furniture.h"
#include "rt-edit.h"
#include "rt-venue-dialog.h"

static RtPlan *
get_plan (RtRoomPage *self)
{
  return rt_session_get_plan (rt_room_page_get_session (self));
}

/* The chosen pieces. */
typedef struct
{
  RtPlan  *plan;
  RtPiece *pieces;
  guint    n;
} Chosen;

typedef RtChange *(*Edit) (const Chosen *chosen,
                           GVariant     *parameter,
                           GError      **error);

static RtChange *
move (const Chosen *chosen, GVariant *parameter, GError **error)
{
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  return rt_edit_move_pieces (chosen->plan, chosen->pieces, chosen->n, dx, dy, error);
}

static RtChange *
turn (const Chosen *chosen, GVariant *parameter, GError **error)
{
  return rt_edit_turn_pieces (chosen->plan, chosen->pieces, chosen->n,
                              g_variant_get_int32 (parameter), error);
}

static RtChange *
stand (const Chosen *chosen, GVariant *parameter, GError **error)
{
  RtStand stand;

  g_variant_get (parameter, "(iiiii)", &stand.x, &stand.y, &stand.width, &stand.depth,
                 &stand.angle);
  return rt_edit_stand_piece (chosen->plan, chosen->pieces, &stand, error);
}

static RtChange *
align (const Chosen *chosen, GVariant *parameter, GError **error)
{
  return rt_edit_align_pieces (chosen->plan, g_variant_get_string (parameter, NULL),
                               chosen->pieces, chosen->n, error);
}

static RtChange *
duplicate (const Chosen *chosen, GVariant *parameter, GError **error)
{
  return rt_edit_duplicate_pieces (chosen->plan, chosen->pieces, chosen->n, error);
}

static const struct
{
  const char *action;
  const char *parameter;
  Edit        edit;
} edits[] = {
  { "room.move", "(ii)", move },      /* cm */
  { "room.turn", "i", turn },         /* degrees */
  { "room.stand", "(iiiii)", stand }, /* RtStand */
  { "room.align", "s", align },       /* rt_edit_align_pieces */
  { "room.duplicate", NULL, duplicate },
};

static guint
count_things (RtPlan *plan)
{
  const RtRoom *room
      = rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;

  return room != NULL && room->objects != NULL ? room->objects->len : 0;
}

/* What has been added at the end since there were so many is chosen from then on; of the floor's
 * pieces, tables come before things. */
static void
choose_added (RtRoomPage *self, guint n_tables, guint n_things)
{
  RtFloorView *floor = rt_room_page_get_floor (self);
  guint tables = rt_plan_get_n (get_plan (self), RT_PART_TABLES);
  guint things = count_things (get_plan (self));
  gboolean more = FALSE;

  for (guint i = n_tables; i < tables; i++, more = TRUE)
    rt_floor_view_choose (floor, (int) i, more);
  for (guint i = n_things; i < things; i++, more = TRUE)
    rt_floor_view_choose (floor, (int) (tables + i), more);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtPlan *plan = get_plan (self);
  guint n_tables = rt_plan_get_n (plan, RT_PART_TABLES), n_things = count_things (plan);
  guint which = 0, n;
  g_autofree RtPiece *pieces = rt_floor_view_dup_pieces (rt_room_page_get_floor (self), &n);
  const Chosen chosen = { plan, pieces, n };
  GError *error = NULL;

  while (!g_str_equal (edits[which].action, name))
    which++;
  if (n == 0 && edits[which].edit != align)
    return;
  if (rt_session_do (rt_room_page_get_session (self),
                     edits[which].edit (&chosen, parameter, &error), &error))
    choose_added (self, n_tables, n_things);
}

/* Tables alone go as they do from every other place, where it is said who has no seat then. */
static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtFloorView *floor = rt_room_page_get_floor (self);
  guint n, n_tables;
  g_autofree RtPiece *pieces = rt_floor_view_dup_pieces (floor, &n);
  g_autofree RtId *tables = rt_floor_view_dup_chosen (floor, &n_tables);
  GError *error = NULL;

  if (n == n_tables)
    gtk_widget_activate_action (widget, "plan.remove-tables", "^as", tables);
  else
    rt_session_do (rt_room_page_get_session (self),
                   rt_edit_remove_pieces (get_plan (self), pieces, n, &error), &error);
}

static void
choose_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_floor_view_choose_all (rt_room_page_get_floor (RT_ROOM_PAGE (widget)));
}

/* What came of it, with the way back. */
static void
tell_moved (RtRoomPage *self, guint n_moved, guint n_left)
{
  g_autofree char *message = NULL;

  if (n_left > 0)
    message = g_strdup_printf (
        ngettext ("%u table moved. There is no place nearby to widen every way: enlarge the room "
                  "or take a table out.",
                  "%u tables moved. There is no place nearby to widen every way: enlarge the room "
                  "or take a table out.",
                  n_moved),
        n_moved);
  else
    message = g_strdup_printf (ngettext ("%u table moved.", "%u tables moved.", n_moved), n_moved);
  rt_session_tell (rt_room_page_get_session (self), message, n_moved > 0);
}

static void
make_room_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  const RtScene *scene = rt_floor_view_get_scene (rt_room_page_get_floor (self));
  g_autofree int *xy = g_new0 (int, 2 * scene->n_tables + 1);
  g_autofree gboolean *moved = g_new0 (gboolean, scene->n_tables + 1);
  g_autofree RtId *ids = g_new0 (RtId, scene->n_tables + 1);
  guint left = rt_aisle_make_room (scene, xy, moved), n = 0;
  GError *error = NULL;

  for (guint i = 0; i < scene->n_tables; i++)
    if (moved[i])
      {
        ids[n] = scene->tables[i].table;
        xy[2 * n] = xy[2 * i];
        xy[2 * n++ + 1] = xy[2 * i + 1];
      }
  if (n == 0
      || rt_session_do (rt_room_page_get_session (self),
                        rt_edit_place_tables (get_plan (self), _("Make Room"), ids, xy, n, &error),
                        &error))
    tell_moved (self, n, left);
}

static void
show_table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtId table = rt_id_intern (g_variant_get_string (parameter, NULL));

  rt_session_set_selected_table (rt_room_page_get_session (self), table);
  rt_floor_view_reveal (rt_room_page_get_floor (self), table);
}

/* The new thing is chosen, so that it can be moved at once. */
static void
add_object_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtPlan *plan = get_plan (self);
  guint n_tables = rt_plan_get_n (plan, RT_PART_TABLES), n_things = count_things (plan);
  GError *error = NULL;
  RtChange *change = rt_edit_add_object (plan, g_variant_get_int32 (parameter), &error);

  if (rt_session_do (rt_room_page_get_session (self), change, &error))
    choose_added (self, n_tables, n_things);
}

/* So many tables with so many places together. */
static void
add_tables_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  guint n, places, shape;
  GError *error = NULL;

  g_variant_get (parameter, "(uuu)", &n, &places, &shape);
  rt_session_do (rt_room_page_get_session (self),
                 rt_edit_add_tables_for (get_plan (self), n, places, (RtShape) shape, &error),
                 &error);
}

static void
venue_plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (rt_venue_dialog_new (GTK_WINDOW (root),
                                           rt_room_page_get_session (RT_ROOM_PAGE (widget))));
}

/* The numbers beside the floor, which are the twin of dragging. */
static void
position_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_room_page_show_numbers (RT_ROOM_PAGE (widget));
}

/* What the piece with the focus is called. */
static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_room_page_show_name (RT_ROOM_PAGE (widget));
}

void
rt_room_actions_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_class_install_action (klass, edits[i].action, edits[i].parameter, edit_cb);
  gtk_widget_class_install_action (klass, "room.remove", NULL, remove_cb);
  gtk_widget_class_install_action (klass, "room.make-room", NULL, make_room_cb);
  gtk_widget_class_install_action (klass, "room.show-table", "s", show_table_cb);
  gtk_widget_class_install_action (klass, "room.add-object", "i", add_object_cb); /* RtObjectKind */
  /* how many, places of all together, RtShape */
  gtk_widget_class_install_action (klass, "room.add-tables", "(uuu)", add_tables_cb);
  gtk_widget_class_install_action (klass, "room.venue-plan", NULL, venue_plan_cb);
  gtk_widget_class_install_action (klass, "room.position", NULL, position_cb);
  gtk_widget_class_install_action (klass, "room.rename", NULL, rename_cb);
  gtk_widget_class_install_action (klass, "room.choose-all", NULL, choose_all_cb);
}
