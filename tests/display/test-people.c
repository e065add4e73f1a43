/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The page of the people: what is typed and ticked there enters the plan, for one and for many. */

#include "rt-choice-row.h"
#include "rt-edit.h"
#include "rt-people-bar.h"
#include "rt-people-columns.h"
#include "rt-people-page.h"
#include "rt-people-shown.h"
#include "rt-people-unnamed.h"
#include "rt-person-panel.h"
#include "rt-person-rules.h"
#include "rt-report-strip.h"
#include "rt-wish-list.h"
#include "test-screen.h"

static const char text[]
    = "{\"format\": \"rotunda-plan\", \"version\": 1, \"people\": ["
      " {\"id\": \"pa\", \"name\": \"Ada Byron\", \"organisation\": \"Ealing\","
      "  \"sector\": \"Council\", \"tags\": [\"new\"], \"wishes\": [\"ha\", \"hb\", \"hc\"]},"
      " {\"id\": \"pb\", \"name\": \"Bo Diaz\", \"organisation\": \"Brent\","
      "  \"sector\": \"Council\"},"
      " {\"id\": \"pc\", \"name\": \"Cy Eze\", \"roles\": [\"host\"]},"
      " {\"id\": \"pd\", \"organisation\": \"Brent\"}],"
      " \"themes\": [{\"id\": \"ha\", \"title\": \"A\"}, {\"id\": \"hb\", \"title\": \"B\"},"
      "  {\"id\": \"hc\", \"title\": \"C\"}],"
      " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 4}],"
      " \"rounds\": [{\"id\": \"ra\", \"seating\": {\"ta\": [\"pc\", \"pa\", \"pd\"]}},"
      "  {\"id\": \"rb\"}]}";

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  GtkWidget *window;
  RtPeoplePage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->plan = rt_plan_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RT_TYPE_PEOPLE_PAGE, NULL);
  rt_people_page_set_session (fixture->page, fixture->session);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rt_people_page_set_session (fixture->page, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_settle ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

/* What the template of the widget of that type calls @name. */
static gpointer
get_child (Fixture *fixture, GType type, const char *name)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, fixture->window);
  for (guint i = 0; i < queue->len; i++)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (queue->pdata[i], type))
        return name ? gtk_widget_get_template_child (queue->pdata[i], type, name)
                    : queue->pdata[i];
      for (GtkWidget *child = gtk_widget_get_first_child (queue->pdata[i]); child;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (queue, child);
    }
  return NULL;
}

static gpointer
panel_child (Fixture *fixture, const char *name)
{
  return get_child (fixture, RT_TYPE_PERSON_PANEL, name);
}

static gboolean
has_icon (GtkWidget *widget, gconstpointer icon)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

static GtkWidget *
get_clear_button (Fixture *fixture, const char *row)
{
  return test_find_if (panel_child (fixture, row), has_icon, "edit-clear-symbolic");
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_column_view_get_model (get_child (fixture, RT_TYPE_PEOPLE_PAGE, "view"));
}

static void
select_all (Fixture *fixture)
{
  gtk_selection_model_select_all (get_selection (fixture));
  test_settle ();
}

static void
select_one (Fixture *fixture, const char *person)
{
  rt_session_set_selected_person (fixture->session, rt_id_intern (person));
  test_settle ();
}

static void
enter (Fixture *fixture, const char *row, const char *words)
{
  gtk_editable_set_text (panel_child (fixture, row), words);
  g_signal_emit_by_name (panel_child (fixture, row), "apply");
  test_settle ();
}

static void
tick (Fixture *fixture, const char *row, const char *key, gboolean active)
{
  GtkCheckButton *check = rt_choice_row_get_check (panel_child (fixture, row), key);

  g_assert_nonnull (check);
  gtk_check_button_set_active (check, active);
  test_settle ();
}

static const RtPerson *
person (Fixture *fixture, const char *id)
{
  return rt_plan_find_person (fixture->plan, rt_id_intern (id));
}

static const char *
undo_label (Fixture *fixture)
{
  return rt_history_undo_label (rt_session_get_history (fixture->session));
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pa");
  enter (fixture, "sector_row", "Charity");
  g_assert_cmpstr (person (fixture, "pa")->sector, ==, "Charity");
  g_assert_cmpstr (person (fixture, "pb")->sector, ==, "Council");
  g_assert_cmpstr (undo_label (fixture), ==, "Change Sector of Ada Byron");
  enter (fixture, "kind_row", "officer");
  g_assert_cmpstr (person (fixture, "pa")->kind, ==, "officer");
}

/* One change for all of them, and one undo. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  select_all (fixture);
  g_assert_cmpstr (gtk_label_get_label (panel_child (fixture, "title")), ==, "4 People");
  enter (fixture, "organisation_row", "Camden");
  g_assert_cmpstr (person (fixture, "pa")->organisation, ==, "Camden");
  g_assert_cmpstr (person (fixture, "pd")->organisation, ==, "Camden");
  g_assert_cmpstr (undo_label (fixture), ==, "Change Organisation of 4 People");
  rt_session_undo (fixture->session);
  g_assert_cmpstr (person (fixture, "pa")->organisation, ==, "Ealing");
  g_assert_cmpstr (person (fixture, "pb")->organisation, ==, "Brent");
  g_assert_false (rt_session_is_modified (fixture->session));
}

/* Where they differ it says so, and passing through changes nothing. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  select_all (fixture);
  g_assert_cmpstr (gtk_editable_get_text (panel_child (fixture, "organisation_row")), ==, "");
  g_assert_cmpstr (adw_preferences_row_get_title (panel_child (fixture, "organisation_row")), ==,
                   "Organisation: several");
  g_assert_cmpstr (adw_preferences_row_get_title (panel_child (fixture, "job_row")), ==, "Job");
  g_signal_emit_by_name (panel_child (fixture, "organisation_row"), "apply");
  select_one (fixture, "pb");
  g_assert_false (rt_session_is_modified (fixture->session));
  g_assert_true (gtk_check_button_get_inconsistent (
                     rt_choice_row_get_check (panel_child (fixture, "roles_row"), "host"))
                 == FALSE);
}

/* What they share and what differs can be taken from all of them. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *row, *label; } rows[] = {
    { "organisation_row", "Change Organisation of 2 People" },
    { "sector_row", "Change Sector of 2 People" },
  };

  gtk_selection_model_select_range (get_selection (fixture), 0, 2, TRUE);
  test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (gtk_widget_get_visible (get_clear_button (fixture, rows[i].row)));
      g_signal_emit_by_name (get_clear_button (fixture, rows[i].row), "clicked");
      test_settle ();
      g_assert_cmpstr (undo_label (fixture), ==, rows[i].label);
      g_assert_false (gtk_widget_get_visible (get_clear_button (fixture, rows[i].row)));
    }
  g_assert_null (person (fixture, "pa")->organisation);
  g_assert_null (person (fixture, "pb")->sector);
  g_assert_cmpstr (person (fixture, "pd")->organisation, ==, "Brent");
  rt_session_undo (fixture->session);
  g_assert_cmpstr (person (fixture, "pb")->sector, ==, "Council");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  select_all (fixture);
  g_assert_true (gtk_check_button_get_inconsistent (
      rt_choice_row_get_check (panel_child (fixture, "tags_row"), "new")));
  tick (fixture, "tags_row", "new", TRUE);
  g_assert_cmpstr (person (fixture, "pb")->tags[0], ==, "new");
  g_assert_cmpstr (undo_label (fixture), ==, "Change Tags of 4 People");
  tick (fixture, "tags_row", "new", FALSE);
  g_assert_null (person (fixture, "pa")->tags);
  tick (fixture, "roles_row", "speaker", TRUE);
  g_assert_true (rt_person_has_role (person (fixture, "pc"), "speaker"));
  g_assert_true (rt_person_has_role (person (fixture, "pc"), "host"));
  g_assert_false (rt_person_has_role (person (fixture, "pa"), "host"));
}

/* A language is known by its name. */
static void
test_new_word (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pb");
  g_signal_emit_by_name (panel_child (fixture, "languages_row"), "chosen", "French", TRUE);
  test_settle ();
  g_assert_cmpstr (person (fixture, "pb")->languages[0], ==, "fr");
  g_assert_true (gtk_check_button_get_active (
      rt_choice_row_get_check (panel_child (fixture, "languages_row"), "fr")));
  g_assert_cmpstr (
      adw_expander_row_get_subtitle (panel_child (fixture, "languages_row")), ==, "French");
}

static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pa");
  tick (fixture, "attends_row", "ra", FALSE);
  g_assert_cmpuint (rt_ids_length (person (fixture, "pa")->rounds), ==, 1);
  g_assert_false (rt_seating_find (rt_plan_get_round (fixture->plan, 0)->seating,
                                   rt_id_intern ("pa"), NULL, NULL));
  tick (fixture, "attends_row", "ra", TRUE);
  g_assert_null (person (fixture, "pa")->rounds);
}

static void
test_step_free (Fixture *fixture, gconstpointer data)
{
  select_all (fixture);
  gtk_switch_set_active (panel_child (fixture, "step_free"), TRUE);
  g_assert_cmpint (person (fixture, "pd")->step_free, ==, 1);
  rt_session_undo (fixture->session);
  g_assert_cmpint (person (fixture, "pd")->step_free, !=, 1);
  g_assert_false (gtk_switch_get_active (panel_child (fixture, "step_free")));
}

/* What was typed belongs to whom it was typed for. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pa");
  gtk_editable_set_text (panel_child (fixture, "job_row"), "Clerk");
  select_one (fixture, "pb");
  g_assert_cmpstr (person (fixture, "pa")->job, ==, "Clerk");
  g_assert_null (person (fixture, "pb")->job);
}

/* Who is named later keeps the seat. */
static void
test_unnamed (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pd");
  enter (fixture, "name_row", "Di Farr");
  g_assert_cmpstr (person (fixture, "pd")->name, ==, "Di Farr");
  g_assert_cmpstr (rt_seating_at (rt_plan_get_round (fixture->plan, 0)->seating,
                                  rt_id_intern ("ta"), 2),
                   ==, "pd");
}

/* A dozen rounds are not told one by one to who attends them all. */
static void
test_many_rounds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  for (guint i = 0; i < 10; i++)
    rt_session_do (fixture->session, rt_edit_add_round (fixture->plan, NULL), NULL);
  select_one (fixture, "pb");
  test_settle ();
  row = panel_child (fixture, "attends_row");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "All 12 rounds");
}

/* As many more as are expected, else as there is room for. */
static void
test_how_many_more (void)
{
  static const struct { const char *event; int places; guint more; } cases[] = {
    { "", 10, 6 }, { "", 4, 1 }, { "\"event\": {\"expected\": 9},", 10, 5 },
    { "\"event\": {\"expected\": 3},", 6, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plan_text = g_strdup_printf (
          "{\"format\": \"rotunda-plan\", \"version\": 1, %s \"people\": [{\"id\": \"pa\"},"
          " {\"id\": \"pb\"}, {\"id\": \"pc\"}, {\"id\": \"pd\"},"
          " {\"id\": \"pe\", \"roles\": [\"staff\"]}],"
          " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": %d},"
          " {\"id\": \"tb\", \"number\": 2, \"places\": 8, \"open\": false}]}",
          cases[i].event, cases[i].places);
      g_autoptr (RtPlan) plan = rt_plan_new_from_json (plan_text, -1, NULL);

      g_assert_cmpuint (rt_people_unnamed_guess (plan), ==, cases[i].more);
    }
}

/* Enter in the search goes to those found, Escape back to everybody. */
static void
test_search_keys (Fixture *fixture, gconstpointer data)
{
  GtkEditable *search = get_child (fixture, RT_TYPE_PEOPLE_BAR, "search");
  GListModel *list = G_LIST_MODEL (gtk_column_view_get_model (
      get_child (fixture, RT_TYPE_PEOPLE_PAGE, "view")));

  gtk_widget_grab_focus (GTK_WIDGET (search));
  gtk_editable_set_text (search, "diaz");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (rt_session_get_selected_person (fixture->session), ==, "pb");
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                          GTK_WIDGET (search)));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
}

static void
test_wishes (Fixture *fixture, gconstpointer data)
{
  RtWishList *wishes;

  select_one (fixture, "pa");
  wishes = panel_child (fixture, "wishes");
  rt_wish_list_move (wishes, 2, 0);
  g_assert_cmpstr (person (fixture, "pa")->wishes[0], ==, "hc");
  g_assert_cmpstr (person (fixture, "pa")->wishes[1], ==, "ha");
  g_assert_cmpstr (undo_label (fixture), ==, "Change Wishes of Ada Byron");
  rt_wish_list_move (wishes, 0, 1);
  g_assert_cmpstr (person (fixture, "pa")->wishes[0], ==, "ha");
  rt_wish_list_move (wishes, 0, 3);
  g_assert_cmpstr (person (fixture, "pa")->wishes[2], ==, "hb");
  g_assert_cmpuint (rt_ids_length (person (fixture, "pa")->wishes), ==, 3);
}

static GObject *
dup_drag_source (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        return g_steal_pointer (&controller);
    }
  return NULL;
}

/* A drag ends after what was dropped has got another row: the one it came from does not hear it. */
static void
test_wish_dropped (Fixture *fixture, gconstpointer data)
{
  RtWishList *wishes;
  GtkWidget *row;
  g_autoptr (GObject) source = NULL;

  select_one (fixture, "pa");
  wishes = panel_child (fixture, "wishes");
  row = test_find (GTK_WIDGET (wishes), ADW_TYPE_ACTION_ROW, 0);
  source = dup_drag_source (row);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  rt_wish_list_move (wishes, 2, 0);
  g_assert_null (row);
  g_assert_false (g_signal_has_handler_pending (
      source, g_signal_lookup ("drag-end", GTK_TYPE_DRAG_SOURCE), 0, FALSE));
}

/* Of many at once a theme becomes the last choice, and is taken from all; ranks stay. */
static void
test_many_wishes (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pa");
  g_assert_false (gtk_widget_get_visible (panel_child (fixture, "wishes_row")));
  select_all (fixture);
  g_assert_true (gtk_widget_get_visible (panel_child (fixture, "wishes_row")));
  g_assert_true (gtk_check_button_get_inconsistent (
      rt_choice_row_get_check (panel_child (fixture, "wishes_row"), "hb")));
  tick (fixture, "wishes_row", "hb", TRUE);
  g_assert_cmpstr (person (fixture, "pa")->wishes[1], ==, "hb");
  g_assert_cmpuint (rt_ids_length (person (fixture, "pa")->wishes), ==, 3);
  g_assert_cmpstr (person (fixture, "pb")->wishes[0], ==, "hb");
  g_assert_cmpstr (undo_label (fixture), ==, "Change Wishes of 4 People");
  tick (fixture, "wishes_row", "hb", FALSE);
  g_assert_cmpstr (person (fixture, "pa")->wishes[1], ==, "hc");
  g_assert_null (person (fixture, "pb")->wishes);
  rt_session_undo (fixture->session);
  rt_session_undo (fixture->session);
  g_assert_false (rt_session_is_modified (fixture->session));
}

static guint
n_rules (Fixture *fixture)
{
  return rt_plan_get_n (fixture->plan, RT_PART_RULES);
}

/* "Never at Table 1", "always with Bo Diaz": each a must about the person shown. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  RtPersonRules *rules;
  const RtRule *rule;

  select_one (fixture, "pa");
  rules = panel_child (fixture, "rules");
  g_assert_true (rt_person_rules_add (rules, RT_PERSON_RULE_AVOID, rt_id_intern ("ta")));
  g_assert_true (rt_person_rules_add (rules, RT_PERSON_RULE_TOGETHER, rt_id_intern ("pb")));
  g_assert_cmpuint (n_rules (fixture), ==, 2);
  rule = rt_plan_get_rule (fixture->plan, 0);
  g_assert_cmpint (rule->kind, ==, RT_RULE_AVOID);
  g_assert_cmpint (rule->strength, ==, RT_STRENGTH_MUST);
  g_assert_cmpstr (rule->person, ==, "pa");
  g_assert_cmpstr (rule->table, ==, "ta");
  rule = rt_plan_get_rule (fixture->plan, 1);
  g_assert_cmpint (rule->kind, ==, RT_RULE_TOGETHER);
  g_assert_true (rt_ids_contains (rule->people, rt_id_intern ("pb")));
  g_assert_true (rt_person_rules_add (rules, RT_PERSON_RULE_VISIT, rt_id_intern ("ta")));
  g_assert_true (rt_person_rules_add (rules, RT_PERSON_RULE_APART, rt_id_intern ("pc")));
  for (guint i = 0; i < 4; i++)
    rt_session_undo (fixture->session);
  g_assert_cmpuint (n_rules (fixture), ==, 0);
}

/* Every count is of everybody. */
static void
test_totals (Fixture *fixture, gconstpointer data)
{
  GtkLabel *count = get_child (fixture, RT_TYPE_PEOPLE_BAR, "count_label");
  GtkLabel *totals = get_child (fixture, RT_TYPE_PEOPLE_PAGE, "totals");

  g_assert_cmpstr (gtk_label_get_label (count), ==, "4 people: 3 participants, 1 host");
  g_assert_cmpstr (gtk_label_get_label (totals), ==,
                   "2 organisations, 1 person of none · 1 unseated");
  select_one (fixture, "pb");
  enter (fixture, "kind_row", "officer");
  g_assert_cmpstr (gtk_label_get_label (totals), ==,
                   "officer 1, of no kind 3 · 2 organisations, 1 person of none · 1 unseated");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "people.sort", "s", "organisation");
}

/* Whoever goes is not shown any more, and what was typed goes too. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  RtId gone[] = { rt_id_intern ("pa"), rt_id_intern ("pb") };
  RtChange *change = rt_edit_remove (fixture->plan, NULL, RT_PART_PEOPLE, gone, 2, NULL);

  select_one (fixture, "pa");
  gtk_editable_set_text (panel_child (fixture, "sector_row"), "Typed");
  g_assert_true (rt_session_do (fixture->session, change, NULL));
  test_settle ();
  g_assert_cmpstr (undo_label (fixture), ==, "Remove 2 People");
  select_all (fixture);
  g_assert_cmpstr (gtk_label_get_label (panel_child (fixture, "title")), ==, "2 People");
}

static void
test_renamed_back (Fixture *fixture, gconstpointer data)
{
  select_one (fixture, "pa");
  enter (fixture, "name_row", "Ada King");
  rt_session_undo (fixture->session);
  test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (panel_child (fixture, "name_row")), ==, "Ada Byron");
}

/* Editing in the list. */

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* The entry of the cell being edited, or NULL. */
static GtkWidget *
get_cell_entry (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);
  GtkWidget *entry = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;

  return entry && gtk_widget_has_css_class (entry, "cell") ? entry : NULL;
}

static void
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  g_assert_true (handled);
  test_settle ();
}

static void
begin_cell (Fixture *fixture, const char *person)
{
  select_one (fixture, person);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "people.edit-cell", NULL);
  test_settle ();
  g_assert_nonnull (get_cell_entry (fixture));
}

static void
type_in_cell (Fixture *fixture, const char *words, guint key)
{
  gtk_editable_set_text (GTK_EDITABLE (get_cell_entry (fixture)), words);
  press (get_cell_entry (fixture), key, 0);
}

static const char *
cell_text (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_cell_entry (fixture)));
}

/* Enter keeps what was typed and goes to whoever stood below, wherever they stand now. */
static void
test_cell_down (Fixture *fixture, gconstpointer data)
{
  begin_cell (fixture, "pa");
  g_assert_cmpstr (cell_text (fixture), ==, "Ada Byron");
  type_in_cell (fixture, "Ada Zander", GDK_KEY_Return);
  g_assert_cmpstr (person (fixture, "pa")->name, ==, "Ada Zander");
  g_assert_cmpstr (undo_label (fixture), ==, "Rename Ada Byron");
  g_assert_cmpstr (cell_text (fixture), ==, "Bo Diaz");
  g_assert_cmpstr (rt_session_get_selected_person (fixture->session), ==, "pb");
  press (get_cell_entry (fixture), GDK_KEY_Return, 0);
  press (get_cell_entry (fixture), GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (cell_text (fixture), ==, "Bo Diaz");
}

static void
test_cell_escape (Fixture *fixture, gconstpointer data)
{
  begin_cell (fixture, "pa");
  type_in_cell (fixture, "Somebody", GDK_KEY_Escape);
  g_assert_null (get_cell_entry (fixture));
  g_assert_cmpstr (person (fixture, "pa")->name, ==, "Ada Byron");
  g_assert_false (rt_session_is_modified (fixture->session));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture),
                                         get_child (fixture, RT_TYPE_PEOPLE_PAGE, "view")));
}

/* Tab goes from cell to cell: the name, the organisation, the ticks of the roles, the job. */
static void
test_cell_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check;

  begin_cell (fixture, "pa");
  press (get_cell_entry (fixture), GDK_KEY_Tab, 0);
  g_assert_cmpstr (cell_text (fixture), ==, "Ealing");
  type_in_cell (fixture, "Camden", GDK_KEY_Tab);
  g_assert_cmpstr (person (fixture, "pa")->organisation, ==, "Camden");
  check = get_focus (fixture);
  g_assert_true (GTK_IS_CHECK_BUTTON (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  press (gtk_widget_get_ancestor (check, GTK_TYPE_POPOVER), GDK_KEY_Tab, 0);
  g_assert_true (rt_person_has_role (person (fixture, "pa"), "host"));
  g_assert_cmpstr (undo_label (fixture), ==, "Change Roles of Ada Byron");
  type_in_cell (fixture, "Clerk", GDK_KEY_ISO_Left_Tab);
  g_assert_cmpstr (person (fixture, "pa")->job, ==, "Clerk");
  g_assert_true (GTK_IS_CHECK_BUTTON (get_focus (fixture)));
}

/* Letters of themes; what is none stays to be mended. */
static void
test_cell_wishes (Fixture *fixture, gconstpointer data)
{
  begin_cell (fixture, "pa");
  press (get_cell_entry (fixture), GDK_KEY_Tab, 0);
  press (get_cell_entry (fixture), GDK_KEY_Tab, 0);
  press (gtk_widget_get_ancestor (get_focus (fixture), GTK_TYPE_POPOVER), GDK_KEY_Tab, 0);
  press (get_cell_entry (fixture), GDK_KEY_Tab, 0);
  g_assert_cmpstr (cell_text (fixture), ==, "A, B, C");
  type_in_cell (fixture, "C, K", GDK_KEY_Return);
  g_assert_cmpstr (cell_text (fixture), ==, "C, K");
  g_assert_false (rt_session_is_modified (fixture->session));
  type_in_cell (fixture, "c; a", GDK_KEY_Return);
  g_assert_cmpuint (rt_ids_length (person (fixture, "pa")->wishes), ==, 2);
  g_assert_cmpstr (person (fixture, "pa")->wishes[0], ==, "hc");
  g_assert_cmpstr (undo_label (fixture), ==, "Change Wishes of Ada Byron");
}

/* Whoever looks elsewhere has meant what they typed; so has whoever searches meanwhile. */
static void
test_cell_left (Fixture *fixture, gconstpointer data)
{
  begin_cell (fixture, "pb");
  gtk_editable_set_text (GTK_EDITABLE (get_cell_entry (fixture)), "Bo Dias");
  gtk_widget_grab_focus (get_child (fixture, RT_TYPE_PEOPLE_BAR, "search"));
  test_settle ();
  g_assert_cmpstr (person (fixture, "pb")->name, ==, "Bo Dias");
  begin_cell (fixture, "pb");
  gtk_editable_set_text (GTK_EDITABLE (get_cell_entry (fixture)), "Bo Diaz");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "people.sort", "s", "role");
  test_settle ();
  g_assert_cmpstr (person (fixture, "pb")->name, ==, "Bo Diaz");
}

/* Somebody else's change, or an undo, does not put the words into another row. */
static void
test_cell_gone (Fixture *fixture, gconstpointer data)
{
  RtId gone[] = { rt_id_intern ("pa") };

  begin_cell (fixture, "pb");
  gtk_editable_set_text (GTK_EDITABLE (get_cell_entry (fixture)), "Bo Dias");
  rt_session_do (fixture->session,
                 rt_edit_remove (fixture->plan, NULL, RT_PART_PEOPLE, gone, 1, NULL), NULL);
  test_settle ();
  g_assert_cmpstr (person (fixture, "pb")->name, ==, "Bo Dias");
  begin_cell (fixture, "pb");
  gtk_editable_set_text (GTK_EDITABLE (get_cell_entry (fixture)), "Nobody");
  gone[0] = rt_id_intern ("pb");
  rt_session_do (fixture->session,
                 rt_edit_remove (fixture->plan, NULL, RT_PART_PEOPLE, gone, 1, NULL), NULL);
  test_settle ();
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_PEOPLE), ==, 2);
  g_assert_null (get_cell_entry (fixture));
}

static char *
dup_order (Fixture *fixture)
{
  GtkSelectionModel *selection = get_selection (fixture);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (RtPeopleSlot) slot = g_list_model_get_item (G_LIST_MODEL (selection), i);

      g_string_append_printf (order, "%s ", rt_people_slot_get (slot)->id);
    }
  return g_string_free (order, FALSE);
}

static void
check_order (Fixture *fixture, const char *word, const char *expected)
{
  g_autofree char *order = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "people.sort", "s", word);
  order = dup_order (fixture);
  g_assert_cmpstr (order, ==, expected);
}

/* By every column; who has nothing there comes last, and equals stand by name. Whoever is selected
 * stays so. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *order = NULL;

  select_one (fixture, "pc");
  check_order (fixture, "name", "pa pb pc pd ");
  check_order (fixture, "organisation", "pb pd pa pc ");
  check_order (fixture, "role", "pc pa pb pd ");
  check_order (fixture, "sector", "pa pb pc pd ");
  check_order (fixture, "tags", "pa pb pc pd ");
  check_order (fixture, "wishes", "pa pb pc pd ");
  check_order (fixture, "list", "pa pb pc pd ");
  check_order (fixture, "role", "pc pa pb pd ");
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), 0));
  gtk_editable_set_text (get_child (fixture, RT_TYPE_PEOPLE_BAR, "search"), "brent");
  g_signal_emit_by_name (get_child (fixture, RT_TYPE_PEOPLE_BAR, "search"), "search-changed");
  order = dup_order (fixture);
  g_assert_cmpstr (order, ==, "pb pd ");
  g_assert_cmpstr (gtk_label_get_label (panel_child (fixture, "title")), ==, "Cy Eze");
}

/* Names that begin alike are told apart further on, and a new name has its place at once. */
static void
test_order_of_long_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *order = NULL;

  check_order (fixture, "name", "pa pb pc pd ");
  select_one (fixture, "pa");
  enter (fixture, "name_row", "Cy Abercrombie");
  select_one (fixture, "pc");
  enter (fixture, "name_row", "Ada Abercrombie");
  select_one (fixture, "pb");
  enter (fixture, "name_row", "Ada Abercrombie-Kent");
  order = dup_order (fixture);
  g_assert_cmpstr (order, ==, "pc pa pb pd ");
}

/* What an import is not sure of. */

static RtReportDoubt *
doubt (const char *about, const char *person, const char *name, const char *other,
       const char *other_name)
{
  RtReportDoubt *self = g_new0 (RtReportDoubt, 1);

  self->message = g_strdup ("One person?");
  self->about = about ? rt_id_intern (about) : NULL;
  self->person = person ? rt_id_intern (person) : NULL;
  self->name = g_strdup (name);
  self->other = other ? rt_id_intern (other) : NULL;
  self->other_name = g_strdup (other_name);
  return self;
}

static GPtrArray *
report (Fixture *fixture, guint n)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_report_doubt_free);

  g_ptr_array_add (doubts, doubt ("pc", NULL, NULL, NULL, NULL));
  g_ptr_array_add (doubts, doubt ("pb", "pb", "Bo Diaz", "pa", "Bo Diaz"));
  while (doubts->len < n)
    g_ptr_array_add (doubts, doubt ("pc", NULL, NULL, NULL, NULL));
  rt_people_page_show_report (fixture->page, "4 people added.", doubts);
  test_settle ();
  return doubts;
}

static const char *
shown_words (Fixture *fixture, RtShow show)
{
  GtkDropDown *drop = get_child (fixture, RT_TYPE_PEOPLE_BAR, "filter_drop");

  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (drop)), show);
}

static gboolean
says (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

static void
answer (Fixture *fixture, const char *words)
{
  g_signal_emit_by_name (
      test_find_if (get_child (fixture, RT_TYPE_REPORT_STRIP, "rows"), says, words), "clicked");
  test_settle ();
}

/* The filter has whom the open questions are about, and nobody once all are answered. */
static void
test_doubtful (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) doubts = report (fixture, 2);
  GtkDropDown *drop = get_child (fixture, RT_TYPE_PEOPLE_BAR, "filter_drop");
  GListModel *rows = G_LIST_MODEL (get_selection (fixture));

  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (3)");
  gtk_drop_down_set_selected (drop, RT_SHOW_DOUBTFUL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 3);
  answer (fixture, "_Two People");
  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (1)");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  answer (fixture, "All _Right");
  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (0)");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
}

/* Whoever is gone is not asked about, and is again once that is undone. */
static void
test_doubt_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) doubts = report (fixture, 2);
  GtkWidget *rows = get_child (fixture, RT_TYPE_REPORT_STRIP, "rows");
  RtId gone = rt_id_intern ("pa");

  rt_session_do (fixture->session,
                 rt_edit_remove (fixture->plan, NULL, RT_PART_PEOPLE, &gone, 1, NULL), NULL);
  test_settle ();
  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (1)");
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_first_child (rows)));
  rt_session_undo (fixture->session);
  test_settle ();
  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (3)");
  g_assert_nonnull (gtk_widget_get_next_sibling (gtk_widget_get_first_child (rows)));
}

/* As many questions as before, about somebody else. */
static void
test_other_doubts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = report (fixture, 2);
  g_autoptr (GPtrArray) doubts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_report_doubt_free);

  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (doubts, doubt ("pd", NULL, NULL, NULL, NULL));
  rt_people_page_show_report (fixture->page, "1 person added.", doubts);
  test_settle ();
  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (1)");
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  char **said = data;

  *said = g_variant_print (parameter, FALSE);
}

/* Two of the same name leave nothing to choose: one press, and the earlier stays. */
static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "merge-people", merge_cb, "(ss)" } };
  g_autoptr (GPtrArray) doubts = report (fixture, 2);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *said = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &said);
  gtk_widget_insert_action_group (fixture->window, "plan", G_ACTION_GROUP (actions));
  answer (fixture, "_One Person");
  g_assert_cmpstr (said, ==, "('pa', 'pb')");
}

/* Of a list that is wrong all over few rows are made at a time, and all are answered at once. */
static void
test_many_doubts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) doubts = report (fixture, 3000);
  GtkWidget *rows = get_child (fixture, RT_TYPE_REPORT_STRIP, "rows");
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row;
       row = gtk_widget_get_next_sibling (row))
    n++;
  g_assert_cmpuint (n, <, 100);
  answer (fixture, "All _Right");
  g_assert_nonnull (strstr (
      gtk_label_get_text (get_child (fixture, RT_TYPE_REPORT_STRIP, "doubts_label")), "2999 "));
  g_signal_emit_by_name (get_child (fixture, RT_TYPE_REPORT_STRIP, "keep_all_button"), "clicked");
  g_assert_null (gtk_widget_get_first_child (rows));
  g_assert_cmpstr (shown_words (fixture, RT_SHOW_DOUBTFUL), ==, "Doubtful (0)");
}

/* Whoever else holds it, it lets its view go first. */
static void
test_view_gone (void)
{
  GtkWidget *view = g_object_ref_sink (gtk_column_view_new (NULL));
  RtPeopleShown *shown;

  rt_people_columns_add (GTK_COLUMN_VIEW (view));
  shown = rt_people_shown_new (GTK_COLUMN_VIEW (view));
  g_assert_finalize_object (view);
  g_assert_finalize_object (shown);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/people/one", test_one },
    { "/people/many", test_many },
    { "/people/several", test_several },
    { "/people/clear", test_clear },
    { "/people/words", test_words },
    { "/people/new-word", test_new_word },
    { "/people/rounds", test_rounds },
    { "/people/step-free", test_step_free },
    { "/people/typed", test_typed },
    { "/people/unnamed", test_unnamed },
    { "/people/search-keys", test_search_keys },
    { "/people/many-rounds", test_many_rounds },
    { "/people/wishes", test_wishes },
    { "/people/wish-dropped", test_wish_dropped },
    { "/people/many-wishes", test_many_wishes },
    { "/people/rules", test_rules },
    { "/people/totals", test_totals },
    { "/people/gone", test_gone },
    { "/people/cell-down", test_cell_down },
    { "/people/cell-escape", test_cell_escape },
    { "/people/cell-tab", test_cell_tab },
    { "/people/cell-wishes", test_cell_wishes },
    { "/people/cell-left", test_cell_left },
    { "/people/cell-gone", test_cell_gone },
    { "/people/order", test_order },
    { "/people/order-of-long-names", test_order_of_long_names },
    { "/people/renamed-back", test_renamed_back },
    { "/people/doubtful", test_doubtful },
    { "/people/doubt-undone", test_doubt_undone },
    { "/people/other-doubts", test_other_doubts },
    { "/people/same-name", test_same_name },
    { "/people/many-doubts", test_many_doubts },
  };

  gtk_test_init (&argc, &argv, NULL);
  test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/people/view-gone", test_view_gone);
  g_test_add_func ("/people/how-many-more", test_how_many_more);
  return g_test_run ();
}
