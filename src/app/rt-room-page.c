/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-room-page.h"

#include <glib/gi18n-lib.h>

#include "rt-aisle-card.h"
#include "rt-floor-view.h"
#include "rt-room-actions.h"
#include "rt-room-panel.h"
#include "rt-table-panel.h"

#define ZOOM_STEP 1.25
#define WIDE 306
#define MEDIUM 270
#define MOST_TEXT 1.3
#define GUESTS_AT_A_TABLE 6
#define PEOPLE_IF_NOBODY_YET 48

static const struct
{
  guint       key;
  const char *action;
} zoom_keys[] = {
  { GDK_KEY_plus, "room.zoom-in" },   { GDK_KEY_equal, "room.zoom-in" },
  { GDK_KEY_KP_Add, "room.zoom-in" }, { GDK_KEY_minus, "room.zoom-out" },
  { GDK_KEY_KP_Subtract, "room.zoom-out" }, { GDK_KEY_0, "room.fit" },
  { GDK_KEY_KP_0, "room.fit" },
};

struct _RtRoomPage
{
  GtkWidget parent_instance;

  RtSession *session;
  RtFloorView *floor;

  GtkWidget *content;
  AdwButtonContent *tables_content;
  AdwButtonContent *layout_content;
  AdwButtonContent *align_content;
  AdwButtonContent *object_content;
  GtkWidget *venue_button;
  GtkPopover *tables_popover;
  GtkSpinButton *n_tables;
  GtkSpinButton *n_places;
  GtkDropDown *shape_list;
  GtkCheckButton *even_check;
  GtkLabel *sizes_label;
  GtkButton *add_tables_button;
  GtkLabel *count_label;
  GtkWidget *zoom_box;
  GtkButton *zoom_button;
  GtkStack *bodies;
  GtkBox *body;
  AdwBin *floor_bin;
  GtkWidget *side;
  GtkWidget *back_button;
  RtTablePanel *panel;
  RtRoomPanel *room;
  gboolean narrow;
  GtkWidget *aisles_bin;
  RtAisleCard *aisles;
  AdwStatusPage *empty;
  GtkButton *empty_button;
};

G_DEFINE_FINAL_TYPE (RtRoomPage, rt_room_page, GTK_TYPE_WIDGET)

/* How many may want a chair: staff never do, and who is absent does not. */
static guint
count_sitting (RtPlan *plan, guint *n_hosts)
{
  guint n = 0;

  *n_hosts = 0;
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);

      if (!rt_person_takes_part (person))
        continue;
      n++;
      *n_hosts += rt_person_has_role (person, "host");
    }
  return n;
}

/* How many tables would do: one per host, or so many that each has about six guests. */
static void
suggest (RtRoomPage *self, guint *n_people, guint *n_tables, guint *places, guint *n_hosts)
{
  guint expected;

  *n_people = count_sitting (rt_session_get_plan (self->session), n_hosts);
  expected = *n_people > 0 ? *n_people : PEOPLE_IF_NOBODY_YET;
  *n_tables = *n_hosts > 0 ? *n_hosts : (expected + GUESTS_AT_A_TABLE - 1) / GUESTS_AT_A_TABLE;
  *places = MAX ((expected + *n_tables - 1) / *n_tables, 2);
}

static void
show_suggestion (RtRoomPage *self)
{
  guint n_people, n_tables, places, n_hosts;
  g_autofree char *button = NULL;
  g_autofree char *words = NULL;

  suggest (self, &n_people, &n_tables, &places, &n_hosts);
  button = g_strdup_printf (ngettext ("Add %u Table", "Add %u Tables", n_tables), n_tables);
  if (n_people == 0)
    words = g_strdup (_("Add people first, or tables for as many as you expect."));
  else if (n_hosts > 0)
    words = g_strdup_printf (_("For %u people with %u hosts, %u tables of %u places would do."),
                             n_people, n_hosts, n_tables, places);
  else
    words = g_strdup_printf (_("For %u people, %u tables of %u places would do."), n_people,
                             n_tables, places);
  adw_status_page_set_description (self->empty, words);
  gtk_button_set_label (self->empty_button, button);
}

static guint
count_places (RtPlan *plan)
{
  guint places = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    if (rt_plan_get_table (plan, i)->open != 0)
      places += (guint) rt_table_get_places (rt_plan_get_table (plan, i));
  return places;
}

static char *
count_words (RtPlan *plan, guint n_tables)
{
  guint n_hosts;
  guint n_people = count_sitting (plan, &n_hosts);
  guint places = count_places (plan);
  g_autofree char *tables
      = g_strdup_printf (ngettext ("%u table", "%u tables", n_tables), n_tables);
  g_autofree char *chairs = NULL;

  chairs = g_strdup_printf (ngettext ("%u place", "%u places", places), places);
  /* Translators: "9 tables · 59 places for 59 people" */
  return g_strdup_printf (ngettext ("%s · %s for %u person", "%s · %s for %u people", n_people),
                          tables, chairs, n_people);
}

/* Beside the floor is the selected table, or else the room itself. Above it there is no room for
 * the ways, too: they are back with the list of all tables. */
static void
selected_cb (RtRoomPage *self)
{
  gboolean table = rt_session_get_selected_table (self->session) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->panel), table);
  gtk_widget_set_visible (self->back_button, table && self->narrow);
  gtk_widget_set_visible (self->aisles_bin, !table || !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->room), !table);
}

/* The index of the thing that alone is chosen, or -1. */
static int
get_thing (RtRoomPage *self)
{
  guint n;
  g_autofree RtPiece *pieces = rt_floor_view_dup_pieces (self->floor, &n);

  return n == 1 && pieces[0].table == NULL ? (int) pieces[0].object : -1;
}

static void
chosen_cb (RtRoomPage *self)
{
  int thing = get_thing (self);

  if (thing >= 0)
    rt_room_panel_choose (self->room, thing);
}

/* For how many people there is no place at the tables that are there. */
static guint
count_without_place (RtRoomPage *self)
{
  RtPlan *plan = self->session ? rt_session_get_plan (self->session) : NULL;
  guint n_hosts, n_people, places;

  if (plan == NULL)
    return 0;
  n_people = count_sitting (plan, &n_hosts);
  places = count_places (plan);
  return n_people > places ? n_people - places : n_people;
}

static char *
sizes_words (guint n_people, guint n_tables)
{
  guint least = n_people / n_tables, larger = n_people % n_tables;

  if (larger == 0)
    return g_strdup_printf (ngettext ("%u place at each", "%u places at each", least), least);
  /* Translators: how many tables have how many places: "5 with 7 places, 4 with 6" */
  return g_strdup_printf (_("%u with %u places, %u with %u"), larger, least + 1,
                          n_tables - larger, least);
}

/* With even sizes the places follow from the people, and are said below. */
static void
spin_cb (RtRoomPage *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (self->n_tables);
  guint n_people = count_without_place (self);
  gboolean even = gtk_check_button_get_active (self->even_check) && n_people >= n;
  g_autofree char *words = g_strdup_printf (ngettext ("Add %u Table", "Add %u Tables", n), n);
  g_autofree char *people = g_strdup_printf (
      ngettext ("Even Sizes for %u Person", "Even Sizes for %u People", n_people), n_people);
  g_autofree char *sizes = even ? sizes_words (n_people, n) : NULL;

  gtk_button_set_label (self->add_tables_button, words);
  gtk_check_button_set_label (self->even_check, people);
  gtk_widget_set_visible (GTK_WIDGET (self->even_check), n_people > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->even_check), n_people >= n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->n_places), !even);
  gtk_label_set_label (self->sizes_label, even ? sizes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sizes_label), even);
}

static void
add_tables_cb (RtRoomPage *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (self->n_tables);
  guint places = (guint) gtk_spin_button_get_value_as_int (self->n_places);
  gboolean even = gtk_check_button_get_active (self->even_check)
                  && gtk_widget_get_sensitive (GTK_WIDGET (self->even_check));

  gtk_popover_popdown (self->tables_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "room.add-tables", "(uuu)", n,
                              even ? count_without_place (self) : n * places,
                              gtk_drop_down_get_selected (self->shape_list));
}

static void
changed_cb (RtRoomPage *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint n_tables = rt_plan_get_n (plan, RT_PART_TABLES);
  g_autofree char *words = count_words (plan, n_tables);

  /* The floor was told first, and has measured. */
  rt_aisle_card_show (self->aisles, rt_floor_view_get_scene (self->floor),
                      rt_floor_view_get_aisles (self->floor));
  rt_room_panel_show (self->room, self->session, rt_floor_view_get_scene (self->floor));
  gtk_label_set_label (self->count_label, n_tables > 0 ? words : "");
  spin_cb (self);
  gtk_widget_set_visible (self->zoom_box, n_tables > 0);
  gtk_stack_set_visible_child_name (self->bodies, n_tables > 0 ? "room" : "none");
  if (n_tables == 0)
    show_suggestion (self);
}

static void
add_suggested_cb (RtRoomPage *self)
{
  guint n_people, n_tables, places, n_hosts;

  suggest (self, &n_people, &n_tables, &places, &n_hosts);
  if (n_hosts > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.table-per-host", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.add-tables", "(ui)", n_tables,
                                (int) places);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoomPage *self = RT_ROOM_PAGE (widget);
  double zoom = rt_floor_view_get_zoom (self->floor);

  if (g_str_equal (name, "room.fit"))
    rt_floor_view_fit (self->floor);
  else if (g_str_equal (name, "room.full-size"))
    rt_floor_view_set_zoom (self->floor, 1.0);
  else
    rt_floor_view_set_zoom (self->floor, g_str_equal (name, "room.zoom-in") ? zoom * ZOOM_STEP
                                                                            : zoom / ZOOM_STEP);
}

static void
zoomed_cb (RtRoomPage *self)
{
  /* Translators: how large the room is shown, in per cent */
  g_autofree char *words
      = g_strdup_printf (_("%.0f %%"), 100.0 * rt_floor_view_get_zoom (self->floor));

  gtk_button_set_label (self->zoom_button, words);
}

static void
toggle_panel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *side = RT_ROOM_PAGE (widget)->side;

  gtk_widget_set_visible (side, !gtk_widget_get_visible (side));
}

static void
forget_session (RtRoomPage *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  rt_room_panel_show (self->room, NULL, NULL);
  rt_table_panel_set_session (self->panel, NULL);
  rt_floor_view_set_session (self->floor, NULL);
  g_clear_object (&self->session);
}

static void
rt_room_page_dispose (GObject *object)
{
  RtRoomPage *self = RT_ROOM_PAGE (object);

  forget_session (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_ROOM_PAGE);
  G_OBJECT_CLASS (rt_room_page_parent_class)->dispose (object);
}

static void
rt_room_page_class_init (RtRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_room_page_dispose;
  g_type_ensure (RT_TYPE_TABLE_PANEL);
  g_type_ensure (RT_TYPE_AISLE_CARD);
  g_type_ensure (RT_TYPE_ROOM_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rotunda_app/Rotunda/ui/rt-room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, content);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, tables_content);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, layout_content);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, align_content);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, object_content);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, venue_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, tables_popover);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, n_tables);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, n_places);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, shape_list);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, even_check);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, sizes_label);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, add_tables_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, bodies);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, body);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, floor_bin);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, side);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, panel);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, aisles_bin);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, aisles);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, room);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RtRoomPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, add_tables_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_suggested_cb);
  rt_room_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "room.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "room.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "room.fit", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "room.full-size", NULL, zoom_cb);
  for (guint i = 0; i < G_N_ELEMENTS (zoom_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, zoom_keys[i].key, GDK_CONTROL_MASK,
                                         zoom_keys[i].action, NULL);
  gtk_widget_class_install_action (widget_class, "room.toggle-panel", NULL, toggle_panel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "room.toggle-panel", NULL);
}

static void
rt_room_page_init (RtRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->floor = RT_FLOOR_VIEW (rt_floor_view_new ());
  rt_floor_view_set_mode (self->floor, RT_FLOOR_FURNITURE);
  adw_bin_set_child (self->floor_bin, GTK_WIDGET (self->floor));
  g_signal_connect_swapped (self->floor, "chosen-changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->floor, "zoom-changed", G_CALLBACK (zoomed_cb), self);
  zoomed_cb (self);
  g_signal_connect_swapped (self->n_tables, "value-changed", G_CALLBACK (spin_cb), self);
  spin_cb (self);
}

void
rt_room_page_set_session (RtRoomPage *self, RtSession *session)
{
  forget_session (self);
  self->session = session ? g_object_ref (session) : NULL;
  if (session == NULL)
    return;
  rt_table_panel_set_session (self->panel, session);
  rt_floor_view_set_session (self->floor, session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "notify::selected-table", G_CALLBACK (selected_cb), self);
  changed_cb (self);
  selected_cb (self);
}

static void
least_way_cb (RtRoomPage *self, const char *key, GSettings *settings)
{
  rt_floor_view_set_least_way (self->floor, g_settings_get_int (settings, "least-way"));
  if (self->session)
    changed_cb (self);
}

void
rt_room_page_set_settings (RtRoomPage *self, GSettings *settings)
{
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::least-way", G_CALLBACK (least_way_cb), self,
                           G_CONNECT_SWAPPED);
  least_way_cb (self, "least-way", settings);
}

RtSession *
rt_room_page_get_session (RtRoomPage *self)
{
  return self->session;
}

void
rt_room_page_show_numbers (RtRoomPage *self)
{
  gtk_widget_set_visible (self->side, TRUE);
  if (rt_session_get_selected_table (self->session))
    rt_table_panel_show_place (self->panel);
  else
    rt_room_panel_show_place (self->room, get_thing (self));
}

void
rt_room_page_show_name (RtRoomPage *self)
{
  gtk_widget_set_visible (self->side, TRUE);
  if (rt_session_get_selected_table (self->session))
    rt_table_panel_show_name (self->panel);
  else
    rt_room_panel_show_words (self->room, get_thing (self));
}

RtFloorView *
rt_room_page_get_floor (RtRoomPage *self)
{
  return self->floor;
}

/* A narrow window has a list first, all tables or the numbers of one, and the room as its second
 * half. */
void
rt_room_page_set_width_class (RtRoomPage *self, RtWidthClass width_class)
{
  gboolean narrow = width_class == RT_WIDTH_NARROW;
  gboolean wide = width_class == RT_WIDTH_WIDE;
  /* Large text needs a wider panel, as far as the floor can spare it. */
  double text = CLAMP (rt_floor_view_get_text (self->floor), 1.0, MOST_TEXT);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->side, narrow ? -1 : (int) ((wide ? WIDE : MEDIUM) * text),
                               -1);
  gtk_widget_set_vexpand (self->side, narrow);
  gtk_box_set_homogeneous (self->body, narrow);
  gtk_box_reorder_child_after (self->body, self->side,
                               narrow ? NULL : GTK_WIDGET (self->floor_bin));
  self->narrow = narrow;
  rt_room_panel_list_tables (self->room, narrow, rt_floor_view_get_scene (self->floor));
  if (self->session)
    selected_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->zoom_button), wide);
  rt_aisle_card_set_little (self->aisles, !wide);
  /* The buttons lose their words before one of them is lost. */
  adw_button_content_set_label (self->tables_content, narrow ? "" : _("_Tables"));
  adw_button_content_set_label (self->layout_content, narrow ? "" : _("_Layout"));
  adw_button_content_set_label (self->object_content, narrow ? "" : _("O_bject"));
  gtk_widget_set_visible (self->venue_button, wide); /* the menu of things has it, too */
  adw_button_content_set_label (self->align_content, wide ? _("_Align") : "");
}
