/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-meet-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rt-flow-guard.h"
#include "rt-meetings.h"

#define MOST_CHIPS 200 /* beyond this many names nobody reads on */

struct _RtMeetView {
  GtkWidget parent_instance;

  RtSession *session;
  RtMeetings *meetings;
  gboolean narrow, updating;
  gboolean detail; /* narrow: the person is shown, not the list */

  GtkWidget *stack, *left, *separator, *right, *search, *list;
  GtkWidget *back, *coverage, *name, *summary, *groups;
  GtkStringList *rows; /* ids of the guests */
  GtkFilter *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (RtMeetView, rt_meet_view, GTK_TYPE_WIDGET)

static guint
index_of (RtMeetView *self, gpointer item)
{
  return rt_plan_index_of (rt_session_get_plan (self->session), RT_PART_PEOPLE,
                           rt_id_intern (gtk_string_object_get_string (item)));
}

static const RtPerson *
get_person (RtMeetView *self, guint index)
{
  return rt_plan_get_person (rt_session_get_plan (self->session), index);
}

/* The list. */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *bar = gtk_level_bar_new ();
  GtkWidget *name = gtk_label_new (NULL), *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), count);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), bar);
  gtk_widget_add_css_class (row, "meet-row");
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtMeetView *self)
{
  GtkWidget *row = gtk_list_item_get_child (item), *line = gtk_widget_get_first_child (row);
  GtkLevelBar *bar = GTK_LEVEL_BAR (gtk_widget_get_last_child (row));
  guint index = index_of (self, gtk_list_item_get_item (item));
  guint others = self->meetings->guests - 1;
  g_autofree char *name = NULL, *count = NULL, *spoken = NULL;

  if (index >= self->meetings->n_people)
    return;
  name = rt_person_dup_display (get_person (self, index));
  /* Translators: how many others somebody meets, of how many */
  count = g_strdup_printf (_("%u of %u"), self->meetings->met[index], others);
  spoken = g_strdup_printf (_("%s meets %u of %u others"), name, self->meetings->met[index],
                            others);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (line)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)), count);
  gtk_level_bar_set_max_value (bar, MAX (others, 1));
  gtk_level_bar_set_value (bar, self->meetings->met[index]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  RtMeetView *self = data;
  g_autofree char *typed = rt_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint index = *typed != '\0' ? index_of (self, item) : G_MAXUINT;
  g_autofree char *name = NULL, *all = NULL, *folded = NULL;

  if (index == G_MAXUINT)
    return *typed == '\0';
  name = rt_person_dup_display (get_person (self, index));
  all = g_strconcat (name, " ", get_person (self, index)->organisation, NULL);
  folded = rt_fold (all);
  return strstr (folded, typed) != NULL;
}

/* The person chosen. */

static void
select_person (RtMeetView *self, RtId person)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; person != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), person))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
chip_cb (RtMeetView *self, GtkButton *button)
{
  RtId person = g_object_get_data (G_OBJECT (button), "rt-person");

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_LESS_STRICT);
  select_person (self, person);
}

static void
add_chip (RtMeetView *self, GtkWidget *flow, guint index, guint times)
{
  g_autofree char *name = rt_person_dup_display (get_person (self, index));
  g_autofree char *words
      /* Translators: a name, and in how many rounds */
      = times > 1 ? g_strdup_printf (ngettext ("%s, %u time", "%s, %u times", times), name, times)
                  : g_strdup (name);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (words);

  /* All chips of a group are as wide as the widest. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "chip-button");
  gtk_widget_set_tooltip_text (button, get_person (self, index)->organisation);
  g_object_set_data (G_OBJECT (button), "rt-person",
                     (gpointer) get_person (self, index)->parent.id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chip_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* Those met between @least and @most times, as chips under a heading. */
static void
add_group (RtMeetView *self, const char *title, const guint *times, guint person, guint least,
           guint most)
{
  GtkWidget *heading = gtk_label_new (NULL), *flow = gtk_flow_box_new ();
  g_autofree char *words = NULL;
  guint n = 0;

  rt_flow_guard (GTK_FLOW_BOX (flow));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 3);
  for (guint q = 0; q < self->meetings->n_people; q++)
    {
      if (q == person || !self->meetings->guest[q] || times[q] < least || times[q] > most)
        continue;
      if (n++ < MOST_CHIPS)
        add_chip (self, flow, q, times[q]);
    }
  words = g_strdup_printf ("%s · %u", title, n);
  gtk_label_set_text (GTK_LABEL (heading), words);
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_add_css_class (heading, "heading");
  g_object_ref_sink (heading);
  g_object_ref_sink (flow);
  if (n > 0)
    {
      gtk_box_append (GTK_BOX (self->groups), heading);
      gtk_box_append (GTK_BOX (self->groups), flow);
    }
  if (n > MOST_CHIPS)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_CHIPS),
                             n - MOST_CHIPS);

      gtk_box_append (GTK_BOX (self->groups), gtk_label_new (more));
    }
  g_object_unref (heading);
  g_object_unref (flow);
}

static char *
dup_summary (RtMeetView *self, const guint *times, guint index)
{
  guint again = 0, met = self->meetings->met[index];

  for (guint q = 0; q < self->meetings->n_people; q++)
    again += times[q] > 1;
  if (again == 0)
    return g_strdup_printf (
        ngettext ("Meets %u other guest, nobody twice.",
                  "Meets %u other guests, nobody twice.", met), met);
  return g_strdup_printf (ngettext ("Meets %u other guest, %u of them more than once.",
                                    "Meets %u other guests, %u of them more than once.", met),
                          met, again);
}

static void
show_person (RtMeetView *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  guint index = item != NULL ? index_of (self, item) : G_MAXUINT;
  gboolean found = index != G_MAXUINT && index < self->meetings->n_people;
  g_autofree guint *times = NULL;
  g_autofree char *name = NULL, *summary = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  gtk_widget_set_visible (self->name, found);
  gtk_widget_set_visible (self->summary, found);
  if (!found)
    return;
  times = rt_meetings_dup_times (rt_session_get_roll (self->session), index);
  name = rt_person_dup_display (get_person (self, index));
  summary = dup_summary (self, times, index);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  add_group (self, _("Meets again"), times, index, 2, G_MAXUINT);
  add_group (self, _("Meets once"), times, index, 1, 1);
  add_group (self, _("Does not meet"), times, index, 0, 0);
}

static void
place (RtMeetView *self)
{
  gtk_widget_set_visible (self->left, !self->narrow || !self->detail);
  gtk_widget_set_visible (self->separator, !self->narrow);
  gtk_widget_set_visible (self->right, !self->narrow || self->detail);
  gtk_widget_set_visible (self->back, self->narrow);
  gtk_widget_set_hexpand (self->left, self->narrow);
}

static void
selected_cb (RtMeetView *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  if (self->session == NULL || self->meetings == NULL || self->updating)
    return;
  if (item != NULL)
    rt_session_set_selected_person (self->session,
                                    rt_id_intern (gtk_string_object_get_string (item)));
  show_person (self);
}

static void
activate_cb (RtMeetView *self)
{
  self->detail = TRUE;
  place (self);
  if (self->narrow)
    gtk_widget_grab_focus (self->back);
}

static void
back_cb (RtMeetView *self)
{
  self->detail = FALSE;
  place (self);
  gtk_widget_grab_focus (self->list);
}

static void
search_cb (RtMeetView *self)
{
  if (self->session != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* All of it. */

static void
show_coverage (RtMeetView *self)
{
  guint64 all = rt_meetings_get_possible_pairs (self->meetings);
  g_autofree char *pairs
      /* Translators: "345 of 1225 pairs of guests meet: 28 %." */
      = g_strdup_printf (_("%u of %u pairs of guests meet: %u %%."), (guint) self->meetings->pairs,
                         (guint) all, all > 0 ? (guint) (self->meetings->pairs * 100 / all) : 0);
  g_autofree char *outlook
      = rt_measures_dup_meeting_words (rt_session_get_measures (self->session));
  g_autofree char *words
      = outlook != NULL ? g_strdup_printf ("%s\n%s", pairs, outlook) : g_strdup (pairs);

  gtk_label_set_text (GTK_LABEL (self->coverage), words);
}

typedef struct
{
  RtId id;
  char *key;
} Guest;

static void
clear_guest (gpointer data)
{
  g_free (((Guest *) data)->key);
}

static int
compare_guests (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Guest *) a)->key, ((const Guest *) b)->key);
}

/* The guests' ids by surname; ends with NULL. */
static GPtrArray *
sort_guests (RtMeetView *self)
{
  g_autoptr (GArray) guests = g_array_new (FALSE, FALSE, sizeof (Guest));
  GPtrArray *ids = g_ptr_array_new ();

  g_array_set_clear_func (guests, clear_guest);
  for (guint p = 0; p < self->meetings->n_people; p++)
    if (self->meetings->guest[p])
      {
        const RtPerson *person = get_person (self, p);
        Guest guest = { person->parent.id, rt_person_dup_sort_key (person) };

        g_array_append_val (guests, guest);
      }
  g_array_sort (guests, compare_guests);
  for (guint i = 0; i < guests->len; i++)
    g_ptr_array_add (ids, (gpointer) g_array_index (guests, Guest, i).id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
update (RtMeetView *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  RtId chosen = rt_session_get_selected_person (self->session);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->updating = TRUE;
  g_clear_pointer (&self->meetings, rt_meetings_free);
  self->meetings = rt_meetings_new (rt_session_get_roll (self->session));
  ids = sort_guests (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), ids->len > 2 ? "people" : "empty");
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char *const *) ids->pdata);
  select_person (self, chosen);
  self->updating = FALSE;
  show_coverage (self);
  show_person (self);
}

static void
rt_meet_view_map (GtkWidget *widget)
{
  RtMeetView *self = RT_MEET_VIEW (widget);

  GTK_WIDGET_CLASS (rt_meet_view_parent_class)->map (widget);
  if (self->session != NULL)
    update (self);
}

static void
rt_meet_view_dispose (GObject *object)
{
  RtMeetView *self = RT_MEET_VIEW (object);

  rt_meet_view_set_session (self, NULL);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->meetings, rt_meetings_free);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (rt_meet_view_parent_class)->dispose (object);
}

static void
rt_meet_view_class_init (RtMeetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_meet_view_dispose;
  widget_class->map = rt_meet_view_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-meet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, stack);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, left);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, separator);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, right);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, search);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, list);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, back);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, coverage);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, name);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, summary);
  gtk_widget_class_bind_template_child (widget_class, RtMeetView, groups);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
rt_meet_view_init (RtMeetView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gtk_string_list_new (NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (self->filter))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  place (self);
}

void
rt_meet_view_set_session (RtMeetView *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self) || session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
rt_meet_view_search (RtMeetView *self, const char *text)
{
  if (self->narrow && self->detail)
    back_cb (self);
  gtk_widget_grab_focus (self->search);
  if (text == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

gboolean
rt_meet_view_find_next (RtMeetView *self, int step)
{
  guint n, at = gtk_single_selection_get_selected (self->selection);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    {
      rt_meet_view_search (self, NULL);
      return TRUE;
    }
  /* The entry tells of what is typed only a moment later; whoever was chosen may be found no more,
   * and then the first one is. */
  search_cb (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n == 0)
    return FALSE;
  if (at != gtk_single_selection_get_selected (self->selection) || at >= n)
    at = step > 0 ? n - 1 : 0;
  at = (at + n + (guint) step) % n;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);
  return TRUE;
}

void
rt_meet_view_set_narrow (RtMeetView *self, gboolean narrow)
{
  self->narrow = narrow;
  place (self);
}
