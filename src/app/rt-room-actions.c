/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-room-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"

static RtPlan *
get_plan (RtRoomPage *self)
{
  return rt_session_get_plan (rt_room_page_get_session (self));
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  guint n;
  g_autofree RtId *ids = rt_floor_view_dup_chosen (rt_room_page_get_floor (self), &n);
  GError *error = NULL;
  RtChange *change;
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (n == 0 || (dx == 0 && dy == 0))
    return;
  change = rt_edit_move_tables (get_plan (self), ids, n, dx, dy, &error);
  rt_session_do (rt_room_page_get_session (self), change, error);
}

static void
turn_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  guint n;
  g_autofree RtId *ids = rt_floor_view_dup_chosen (rt_room_page_get_floor (self), &n);
  GError *error = NULL;
  RtChange *change;

  if (n == 0)
    return;
  change = rt_edit_turn_tables (get_plan (self), ids, n, g_variant_get_int32 (parameter), &error);
  rt_session_do (rt_room_page_get_session (self), change, error);
}

static void
align_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  guint n;
  g_autofree RtId *ids = rt_floor_view_dup_chosen (rt_room_page_get_floor (self), &n);
  GError *error = NULL;
  RtChange *change = rt_edit_align_tables (get_plan (self), g_variant_get_string (parameter, NULL),
                                           ids, n, &error);

  rt_session_do (rt_room_page_get_session (self), change, error);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtPlan *plan = get_plan (self);
  guint n, before = rt_plan_get_n (plan, RT_PART_TABLES);
  g_autofree RtId *ids = rt_floor_view_dup_chosen (rt_room_page_get_floor (self), &n);
  GError *error = NULL;

  if (n == 0)
    return;
  if (rt_session_do (rt_room_page_get_session (self),
                     rt_edit_duplicate_tables (plan, ids, n, &error), error))
    for (guint i = 0; i < n; i++)
      rt_floor_view_choose (rt_room_page_get_floor (self), (int) (before + i), i > 0);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  guint n;
  g_autofree RtId *ids
      = rt_floor_view_dup_chosen (rt_room_page_get_floor (RT_ROOM_PAGE (widget)), &n);

  gtk_widget_activate_action (widget, "plan.remove-tables", "^as", ids);
}

static void
choose_all_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  rt_floor_view_choose_all (rt_room_page_get_floor (RT_ROOM_PAGE (widget)));
}

/* What came of it, with the way back. */
static void
tell_moved (RtRoomPage *self,
            guint       n_moved,
            guint       n_left)
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
make_room_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
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
                        error))
    tell_moved (self, n, left);
}

static void
show_table_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtId table = rt_id_intern (g_variant_get_string (parameter, NULL));

  rt_session_set_selected_table (rt_room_page_get_session (self), table);
  rt_floor_view_reveal (rt_room_page_get_floor (self), table);
}

/* The new thing is in the room's panel, which is there while no table is selected. */
static void
add_object_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  RtSession *session = rt_room_page_get_session (self);
  GError *error = NULL;
  RtChange *change
      = rt_edit_add_object (get_plan (self), g_variant_get_int32 (parameter), &error);

  if (rt_session_do (session, change, error))
    rt_session_set_selected_table (session, NULL);
}

void
rt_room_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "room.move", "(ii)", move_cb); /* cm */
  gtk_widget_class_install_action (klass, "room.turn", "i", turn_cb);    /* degrees */
  gtk_widget_class_install_action (klass, "room.align", "s", align_cb);  /* rt_edit_align_tables */
  gtk_widget_class_install_action (klass, "room.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "room.remove", NULL, remove_cb);
  gtk_widget_class_install_action (klass, "room.make-room", NULL, make_room_cb);
  gtk_widget_class_install_action (klass, "room.show-table", "s", show_table_cb);
  gtk_widget_class_install_action (klass, "room.add-object", "i", add_object_cb); /* RtObjectKind */
  gtk_widget_class_install_action (klass, "room.choose-all", NULL, choose_all_cb);
}
