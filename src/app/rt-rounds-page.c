/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-rounds-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rt-child-window.h"
#include "rt-floor-view.h"
#include "rt-measures-panel.h"
#include "rt-meet-view.h"
#include "rt-move-dialog.h"
#include "rt-name-finder.h"
#include "rt-round-switcher.h"
#include "rt-rounds-grid.h"
#include "rt-seat-menu.h"
#include "rt-slip-move.h"
#include "rt-table-sheet.h"
#include "rt-tray.h"

#define ZOOM_STEP 1.2
#define LARGE_TEXT 1.25 /* from here on, words in the tool bar need more width than there is */
#define STOP_AFTER 500  /* ms: an arrangement that ends sooner changes no button */
#define NEWS_EVERY 1000 /* ms */

struct _RtRoundsPage {
  GtkWidget parent_instance;

  RtSession *session;
  RtWidthClass width_class;
  gboolean panel_hidden; /* by F9 */
  int problem;           /* shown last by F4 */
  RtNameFinder *finder;
  guint stop_timer;

  GtkWidget *box, *bar, *views, *tables_button, *tables_words, *grid_button, *grid_words, *spacer;
  GtkWidget *meet_button, *meet_words;
  GtkWidget *summary_button, *summary_icon, *summary_words;
  GtkWidget *arrange_button, *stop_button, *stop_words, *strip;
  GtkWidget *panel_revealer, *zoom_box;
  GtkStack *content;
  GtkWidget *empty, *empty_button;

  RtRoundSwitcher *switcher;
  RtFloorView *floor;
  RtRoundsGrid *grid;
  RtMeetView *meet;
  RtMeasuresPanel *panel, *popover_panel;
  RtTableSheet *sheet;
  RtTray *tray;
};

G_DEFINE_FINAL_TYPE (RtRoundsPage, rt_rounds_page, GTK_TYPE_WIDGET)

/* What is missing before anybody can be seated; the content says so and what to do. */
static gboolean
show_missing (RtRoundsPage *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const struct {
    RtPart part;
    const char *title, *words, *button, *action, *page;
  } needs[] = {
    { RT_PART_PEOPLE, _("Add People First"), _("Rounds seat the people on the list."),
      _("_Go to People"), "win.show-page", "people" },
    { RT_PART_TABLES, _("No Tables Yet"),
      _("People sit at tables. You can add them on the Room page."), _("_Go to Room"),
      "win.show-page", "room" },
    { RT_PART_ROUNDS, _("No Rounds Yet"),
      _("A round is one sitting: who sits where, until people move on."), _("_Add a Round"),
      "plan.add-round", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      if (rt_plan_get_n (plan, needs[i].part) > 0)
        continue;
      adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), needs[i].title);
      adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), needs[i].words);
      gtk_button_set_label (GTK_BUTTON (self->empty_button), needs[i].button);
      gtk_button_set_use_underline (GTK_BUTTON (self->empty_button), TRUE);
      /* A target of another type than its action takes is warned of, even for a moment. */
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), NULL);
      gtk_actionable_set_action_target_value (
          GTK_ACTIONABLE (self->empty_button),
          needs[i].page != NULL ? g_variant_new_string (needs[i].page) : NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), needs[i].action);
      return TRUE;
    }
  return FALSE;
}

/* "tables", "grid" or "meet". */
static const char *
get_view (RtRoundsPage *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tables_button)))
    return "tables";
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->grid_button)) ? "grid" : "meet";
}

/* The narrow tool bar has no room for the views: they go to the end of the menu. */
static void
add_view_section (RtRoundsPage *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("_Show Tables"), "rounds.show-view::tables");
  g_menu_append (section, _("Show as a _Grid"), "rounds.show-view::grid");
  g_menu_append (section, _("_Who Meets Whom"), "rounds.show-view::meet");
  g_menu_append (section, _("_Add a Round"), "plan.add-round");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
update_menu (RtRoundsPage *self)
{
  RtId round = rt_session_get_round_id (self->session);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) whole = rt_seat_menu_new_round (self->session);
  g_autoptr (GMenuItem) only = g_menu_item_new (_("_This Round Only"), NULL);

  if (round != NULL)
    {
      g_menu_item_set_action_and_target (only, "plan.arrange-round", "s", round);
      g_menu_append_item (menu, only);
    }
  g_menu_append (menu, _("Try _Longer"), "plan.arrange-longer");
  g_menu_append (menu, _("Three Alter_natives…"), "plan.alternatives");
  g_menu_append (menu, _("_People Without a Seat…"), "plan.unseated");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (whole));
  if (self->width_class == RT_WIDTH_NARROW)
    add_view_section (self, menu);
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->arrange_button), G_MENU_MODEL (menu));
}

/* What has the focus in a menu button is a button inside, which does not take its name. */
static void
name_button (GtkWidget *button, const char *words)
{
  for (; button != NULL;
       button = GTK_IS_MENU_BUTTON (button) ? gtk_widget_get_first_child (button) : NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
}

static void
update_summary (RtRoundsPage *self)
{
  static const char *const icons[] = { "dialog-information-symbolic", "object-select-symbolic",
                                       "dialog-warning-symbolic" };
  static const char *const classes[] = { "plain", "proven", "broken" };
  RtHeadline state;
  g_autofree char *words = rt_measures_panel_dup_headline (self->session, &state);

  gtk_label_set_text (GTK_LABEL (self->summary_words), words);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->summary_icon), icons[state]);
  gtk_widget_set_css_classes (self->summary_button,
                              (const char *[]) { "summary", classes[state], NULL });
  name_button (self->summary_button, words);
}

static void
update (RtRoundsPage *self)
{
  gboolean missing = show_missing (self);
  gboolean narrow = self->width_class == RT_WIDTH_NARROW;
  gboolean wide = self->width_class == RT_WIDTH_WIDE;
  gboolean tables = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tables_button));
  gboolean unarranged = rt_measures_panel_is_unarranged (self->session);

  gtk_stack_set_visible_child_name (self->content, missing ? "empty" : get_view (self));
  gtk_widget_set_visible (self->bar, !missing);
  gtk_widget_set_visible (GTK_WIDGET (self->tray), !missing && tables);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), !missing && tables && narrow);
  gtk_widget_set_visible (self->panel_revealer, wide && !missing);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->panel_revealer), !self->panel_hidden);
  gtk_widget_set_visible (self->summary_button, !wide && !missing);
  gtk_widget_set_visible (self->strip, narrow && !missing);
  /* Beside the panel's own button there is only one that is suggested. */
  if (unarranged && wide && !self->panel_hidden)
    gtk_widget_remove_css_class (self->arrange_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->arrange_button, "suggested-action");
  update_menu (self);
  update_summary (self);
}

static void
view_toggled_cb (RtRoundsPage *self)
{
  if (self->session != NULL)
    update (self);
}

static void
zoom_in_cb (RtRoundsPage *self)
{
  rt_floor_view_set_zoom (self->floor, rt_floor_view_get_zoom (self->floor) * ZOOM_STEP);
}

static void
zoom_out_cb (RtRoundsPage *self)
{
  rt_floor_view_set_zoom (self->floor, rt_floor_view_get_zoom (self->floor) / ZOOM_STEP);
}

static void
zoom_fit_cb (RtRoundsPage *self)
{
  rt_floor_view_fit (self->floor);
}

/* From then on the words about the seating say what is found so far. */
static gboolean
show_stop_cb (gpointer data)
{
  RtRoundsPage *self = data;

  gtk_widget_set_visible (self->arrange_button, FALSE);
  gtk_widget_set_visible (self->stop_button, TRUE);
  update_summary (self);
  self->stop_timer = g_timeout_add (NEWS_EVERY, show_stop_cb, self);
  return G_SOURCE_REMOVE;
}

static void
arranging_cb (RtRoundsPage *self)
{
  g_clear_handle_id (&self->stop_timer, g_source_remove);
  if (rt_session_is_arranging (self->session, NULL))
    {
      self->stop_timer = g_timeout_add (STOP_AFTER, show_stop_cb, self);
      return;
    }
  gtk_widget_set_visible (self->arrange_button, TRUE);
  gtk_widget_set_visible (self->stop_button, FALSE);
  update (self);
}

/* The focus goes with whoever has left the tray: to their chair, when they have one. */
static void
left_tray_cb (RtRoundsPage *self, const char *person)
{
  RtId id = rt_id_intern (person);

  if (g_str_equal (get_view (self), "grid"))
    rt_rounds_grid_reveal (self->grid, id);
  else if (g_str_equal (get_view (self), "tables")
           && !rt_floor_view_reveal_person (self->floor, id))
    gtk_widget_child_focus (GTK_WIDGET (self->floor), GTK_DIR_TAB_FORWARD);
}

/* Actions of the page. */

/* @parameter: a round, then a person, or the table that gets a host */
static void
open_move_dialog (GtkWidget *widget, GVariant *parameter, RtMoveKind kind)
{
  RtRoundsPage *self = RT_ROUNDS_PAGE (widget);
  RtPart part = kind == RT_MOVE_HOST || kind == RT_MOVE_CO_HOST ? RT_PART_TABLES : RT_PART_PEOPLE;
  const char *round, *subject;
  RtPlan *plan;

  g_variant_get (parameter, "(&s&s)", &round, &subject);
  if (self->session == NULL || !rt_slip_move_may_begin (self->session, rt_id_intern (round)))
    return;
  plan = rt_session_get_plan (self->session);
  if (rt_plan_find_round (plan, rt_id_intern (round)) == NULL
      || rt_plan_find (plan, part, rt_id_intern (subject), NULL) == NULL)
    return;
  rt_child_window_show (GTK_WIDGET (rt_move_dialog_new (widget, self->session,
                                                        rt_id_intern (round),
                                                        rt_id_intern (subject), kind)),
                        GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_move_dialog (widget, parameter, RT_MOVE_TO);
}

static void
swap_with_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_move_dialog (widget, parameter, RT_MOVE_SWAP);
}

static void
change_host_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_move_dialog (widget, parameter, RT_MOVE_HOST);
}

static void
change_co_host_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_move_dialog (widget, parameter, RT_MOVE_CO_HOST);
}

static void
show_breach (RtRoundsPage *self, const RtBreach *breach)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  RtId table
      = breach->table >= 0 ? rt_plan_get_table (plan, (guint) breach->table)->parent.id : NULL,
      person = NULL;

  if (breach->round >= 0)
    rt_session_set_round (self->session, (guint) breach->round);
  rt_session_set_selected_person (self->session, NULL);
  rt_session_set_selected_table (self->session, table);
  if (breach->people != NULL && breach->people->len > 0)
    person = rt_plan_get_person (plan, (guint) g_array_index (breach->people, int, 0))->parent.id;
  rt_session_set_selected_person (self->session, person);
  /* Who meets whom shows no places. */
  if (g_str_equal (get_view (self), "meet"))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tables_button), TRUE);
  if (g_str_equal (get_view (self), "grid"))
    rt_rounds_grid_reveal (self->grid, person);
  else if (table != NULL)
    rt_floor_view_reveal (self->floor, table);
  else if (person != NULL && !rt_floor_view_reveal_person (self->floor, person))
    rt_tray_reveal (self->tray, person);
}

static void
show_breach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoundsPage *self = RT_ROUNDS_PAGE (widget);
  const RtMeasures *measures = rt_session_get_measures (self->session);
  guint index = g_variant_get_uint32 (parameter);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->summary_button));
  if (index < measures->breaches->len)
    show_breach (self, g_ptr_array_index (measures->breaches, index));
}

static void
toggle_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoundsPage *self = RT_ROUNDS_PAGE (widget);

  self->panel_hidden = !self->panel_hidden;
  update (self);
}

static void
show_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtRoundsPage *self = RT_ROUNDS_PAGE (widget);
  const char *view = g_variant_get_string (parameter, NULL);

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (g_str_equal (view, "meet")   ? self->meet_button
                         : g_str_equal (view, "grid") ? self->grid_button
                                                      : self->tables_button),
      TRUE);
}

/* What is typed elsewhere meanwhile counts from then on. */
static void
rt_rounds_page_unmap (GtkWidget *widget)
{
  rt_name_finder_clear (RT_ROUNDS_PAGE (widget)->finder);
  GTK_WIDGET_CLASS (rt_rounds_page_parent_class)->unmap (widget);
}

static void
rt_rounds_page_dispose (GObject *object)
{
  RtRoundsPage *self = RT_ROUNDS_PAGE (object);

  rt_rounds_page_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->finder, rt_name_finder_free);
  G_OBJECT_CLASS (rt_rounds_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, box);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, views);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, tables_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, tables_words);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, grid_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, grid_words);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, meet_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, meet_words);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, meet);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, spacer);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, summary_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, summary_icon);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, summary_words);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, stop_words);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, strip);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, panel_revealer);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, content);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, floor);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, panel);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, popover_panel);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, RtRoundsPage, tray);
}

static void
rt_rounds_page_class_init (RtRoundsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_rounds_page_dispose;
  widget_class->unmap = rt_rounds_page_unmap;
  g_type_ensure (RT_TYPE_ROUND_SWITCHER);
  g_type_ensure (RT_TYPE_FLOOR_VIEW);
  g_type_ensure (RT_TYPE_ROUNDS_GRID);
  g_type_ensure (RT_TYPE_MEET_VIEW);
  g_type_ensure (RT_TYPE_MEASURES_PANEL);
  g_type_ensure (RT_TYPE_TABLE_SHEET);
  g_type_ensure (RT_TYPE_TRAY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-rounds-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "rounds.move-to", "(ss)", move_to_action);
  gtk_widget_class_install_action (widget_class, "rounds.swap-with", "(ss)", swap_with_action);
  gtk_widget_class_install_action (widget_class, "rounds.change-host", "(ss)", change_host_action);
  gtk_widget_class_install_action (widget_class, "rounds.change-co-host", "(ss)",
                                   change_co_host_action);
  gtk_widget_class_install_action (widget_class, "rounds.show-breach", "u", show_breach_action);
  gtk_widget_class_install_action (widget_class, "rounds.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "rounds.toggle-panel", NULL, toggle_panel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "rounds.toggle-panel", NULL);
}

static gboolean
go_to_named (RtRoundsPage *self, const char *text, int step)
{
  const RtScene *scene = rt_floor_view_get_scene (self->floor);
  const GPtrArray *unseated = rt_tray_get_unseated (self->tray);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  RtId person;

  for (guint i = 0; scene != NULL && i < scene->n_tables; i++)
    for (guint k = 0; k < scene->tables[i].n_chairs; k++)
      if (scene->tables[i].chairs[k].person != NULL)
        g_ptr_array_add (people, (gpointer) scene->tables[i].chairs[k].person);
  for (guint i = 0; i < unseated->len; i++)
    g_ptr_array_add (people, unseated->pdata[i]);
  person = rt_name_finder_find (self->finder, rt_session_get_plan (self->session), text, people,
                                step);
  return person != NULL
         && (rt_floor_view_reveal_person (self->floor, person)
             || rt_tray_reveal (self->tray, person));
}

/* What is in a menu or an entry has other use for letters. */
static gboolean
may_type (GtkWidget *focus)
{
  return focus != NULL && !GTK_IS_EDITABLE (focus)
         && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL;
}

/* To the search that the grid and the meetings have; FALSE: the tables have none. */
static gboolean
search (RtRoundsPage *self, const char *text)
{
  const char *view = gtk_stack_get_visible_child_name (self->content);

  if (g_str_equal (view, "grid"))
    rt_rounds_grid_search (self->grid, text);
  else if (g_str_equal (view, "meet"))
    rt_meet_view_search (self->meet, text);
  else
    return FALSE;
  return TRUE;
}

/* Typing a name goes to the first slip with a name that starts so, or to the search. */
static gboolean
typed_cb (RtRoundsPage *self, guint key, guint code, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  const char *view = gtk_stack_get_visible_child_name (self->content);
  char text[7] = "";

  if (self->session == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !may_type (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  if (g_unichar_isalnum (letter) && search (self, text))
    return GDK_EVENT_STOP;
  if (!g_str_equal (view, "tables") || !rt_name_finder_type (self->finder, letter))
    return GDK_EVENT_PROPAGATE;
  go_to_named (self, "", 1);
  return GDK_EVENT_STOP;
}

/* Before a slip takes the space within a name. */
static void
add_typing (RtRoundsPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (self->box, key);
}

static void
rt_rounds_page_init (RtRoundsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (gtk_widget_get_first_child (self->arrange_button), _("Arrange"));
  name_button (gtk_widget_get_last_child (self->arrange_button), _("More Ways to Arrange"));
  self->problem = -1;
  self->finder = rt_name_finder_new ();
  g_signal_connect_object (self->tray, "left", G_CALLBACK (left_tray_cb), self,
                           G_CONNECT_SWAPPED);
  add_typing (self);
}

void
rt_rounds_page_set_session (RtRoundsPage *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  g_clear_handle_id (&self->stop_timer, g_source_remove);
  if (self->box == NULL)
    return;
  rt_round_switcher_set_session (self->switcher, session);
  rt_floor_view_set_session (self->floor, session);
  rt_rounds_grid_set_session (self->grid, session);
  rt_meet_view_set_session (self->meet, session);
  rt_measures_panel_set_session (self->panel, session);
  rt_measures_panel_set_session (self->popover_panel, session);
  rt_table_sheet_set_session (self->sheet, session);
  rt_tray_set_session (self->tray, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (update_menu), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (arranging_cb), self,
                           G_CONNECT_SWAPPED);
  arranging_cb (self);
  update (self);
}

gboolean
rt_rounds_page_find (RtRoundsPage *self)
{
  return search (self, NULL);
}

gboolean
rt_rounds_page_find_next (RtRoundsPage *self, const char *text, int step)
{
  const char *view = gtk_stack_get_visible_child_name (self->content);

  if (self->session == NULL)
    return FALSE;
  if (g_str_equal (view, "grid"))
    return rt_rounds_grid_find_next (self->grid, step);
  if (g_str_equal (view, "meet"))
    return rt_meet_view_find_next (self->meet, step);
  return g_str_equal (view, "tables") && go_to_named (self, text, step);
}

gboolean
rt_rounds_page_show_problem (RtRoundsPage *self, int step)
{
  const GPtrArray *breaches = rt_session_get_measures (self->session)->breaches;
  int n = (int) breaches->len;

  /* The list may be a shorter one by now. */
  if (self->problem < 0 || self->problem >= n)
    self->problem = step > 0 ? -1 : n;
  for (int k = 0; k < n; k++)
    {
      const RtBreach *breach;

      self->problem = (self->problem + step + n) % n;
      breach = g_ptr_array_index (breaches, self->problem);
      if (breach->strength != RT_STRENGTH_MUST)
        continue;
      show_breach (self, breach);
      return TRUE;
    }
  return FALSE;
}

/* The words about the seating stand in the tool bar, or in a strip below it where that is too
 * short. */
static void
place_summary (RtRoundsPage *self, GtkWidget *into)
{
  GtkWidget *parent = gtk_widget_get_parent (self->summary_button);

  if (parent == into)
    return;
  g_object_ref (self->summary_button);
  gtk_box_remove (GTK_BOX (parent), self->summary_button);
  if (into == self->bar)
    gtk_box_insert_child_after (GTK_BOX (self->bar), self->summary_button, self->spacer);
  else
    gtk_box_append (GTK_BOX (into), self->summary_button);
  gtk_widget_set_hexpand (self->summary_button, into != self->bar);
  g_object_unref (self->summary_button);
}

void
rt_rounds_page_set_width_class (RtRoundsPage *self, RtWidthClass width_class)
{
  gboolean words, narrow;

  if (self->width_class == width_class)
    return;
  self->width_class = width_class;
  words = width_class == RT_WIDTH_WIDE && rt_floor_view_get_text (self->floor) < LARGE_TEXT;
  narrow = width_class == RT_WIDTH_NARROW;
  rt_round_switcher_set_form (self->switcher, words    ? RT_SWITCHER_WORDS
                                              : narrow ? RT_SWITCHER_LIST
                                                       : RT_SWITCHER_SHORT);
  rt_tray_set_width_class (self->tray, width_class);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (self->stop_words),
                                words ? _("_Stop, Keep the Best") : _("_Stop"));
  gtk_widget_set_visible (self->tables_words, words);
  gtk_widget_set_visible (self->grid_words, words);
  gtk_widget_set_visible (self->meet_words, words);
  rt_rounds_grid_set_narrow (self->grid, narrow);
  rt_meet_view_set_narrow (self->meet, narrow);
  gtk_widget_set_visible (self->spacer, !narrow);
  /* The words about the seating need the room more than the gaps between the buttons. */
  gtk_box_set_spacing (GTK_BOX (self->bar), width_class == RT_WIDTH_MEDIUM ? 0 : 12);
  gtk_widget_set_visible (self->views, !narrow);
  /* Two fingers zoom where there is no room for buttons. */
  gtk_widget_set_visible (self->zoom_box, !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->switcher), narrow);
  place_summary (self, narrow ? self->strip : self->bar);
  if (self->session != NULL)
    update (self);
}
