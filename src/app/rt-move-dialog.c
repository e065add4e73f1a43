/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-move-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-child-window.h"

#define COUNTING_SLICE 6000 /* microseconds of counting between two frames */

/* Between what is in the header bar, and around it, in pixels. */
#define HEADER_SPACING 12

struct _RtMoveDialog {
  AdwWindow parent_instance;

  GtkWidget *source;
  RtSession *session;
  RtMoveKind kind;
  RtId round, subject;
  RtId *people; /* who moves: the subject, or all who are selected with them */
  guint n_people;
  gboolean filling;

  GListStore *choices;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  guint counting;
  guint counted;

  AdwHeaderBar *header;
  AdwBin *under_header;
  GtkWidget *headings;
  GtkLabel *heading, *subheading;
  GtkWidget *apply, *search, *where, *rounds, *all, *list, *nothing;
};

G_DEFINE_FINAL_TYPE (RtMoveDialog, rt_move_dialog, ADW_TYPE_WINDOW)

/* Choices. */

static gboolean
is_for_all (RtMoveDialog *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
}

/* NULL: all that are not over. */
static RtId
get_where (RtMoveDialog *self)
{
  return is_for_all (self) ? NULL : self->round;
}

static void
add_tables (RtMoveDialog *self, RtPlan *plan, const RtRoll *roll, guint round)
{
  guint person = rt_plan_index_of (plan, RT_PART_PEOPLE, self->subject);
  gboolean one = self->n_people == 1 && !is_for_all (self);
  int here = one ? roll->table[round * roll->n_people + person] : -1;

  for (guint i = 0; i < roll->n_tables; i++)
    if ((int) i != here && (is_for_all (self) || roll->open[round * roll->n_tables + i]))
      {
        g_autoptr (RtMoveChoice) choice = rt_move_choice_new_table (
            plan, get_where (self), self->people, self->n_people, i);

        g_list_store_append (self->choices, choice);
      }
}

/* In one round those who sit at another table, in all of them everybody. */
static void
add_people (RtMoveDialog *self, RtPlan *plan, const RtRoll *roll, guint round)
{
  guint person = rt_plan_index_of (plan, RT_PART_PEOPLE, self->subject);
  int here = roll->table[round * roll->n_people + person];
  gboolean all = is_for_all (self);

  for (guint i = 0; i < roll->n_people; i++)
    {
      int table = roll->table[round * roll->n_people + i];

      if (i != person && (all || (table >= 0 && table != here)))
        {
          g_autoptr (RtMoveChoice) choice = rt_move_choice_new_person (
              plan, get_where (self), self->subject, i, all ? -1 : table,
              table >= 0 && roll->leads[round * roll->n_people + i] == table);

          g_list_store_append (self->choices, choice);
        }
    }
}

/* A table is asked about, not a person. */
static gboolean
is_for_leader (RtMoveDialog *self)
{
  return self->kind == RT_MOVE_HOST || self->kind == RT_MOVE_CO_HOST;
}

/* Everybody who is there, and nobody. */
static void
add_hosts (RtMoveDialog *self, RtPlan *plan, const RtRoll *roll, guint round)
{
  guint table = rt_plan_index_of (plan, RT_PART_TABLES, self->subject);
  const int *leaders = self->kind == RT_MOVE_HOST ? roll->host : roll->co_host;
  int host = leaders[round * roll->n_tables + table];

  for (int i = -1; i < (int) roll->n_people; i++)
    if (i != host && (i < 0 || roll->attends[round * roll->n_people + (guint) i]))
      {
        g_autoptr (RtMoveChoice) choice
            = rt_move_choice_new_host (plan, self->kind, self->round, self->subject, i);

        g_list_store_append (self->choices, choice);
      }
}

static void
select_first (RtMoveDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0);
}

static void
update_state (RtMoveDialog *self)
{
  RtMoveChoice *choice = gtk_single_selection_get_selected_item (self->selection);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_button_set_label (GTK_BUTTON (self->apply),
                        self->kind == RT_MOVE_SWAP      ? _("_Swap")
                        : self->kind == RT_MOVE_HOST    ? _("Change _Host")
                        : self->kind == RT_MOVE_CO_HOST ? _("Change C_o-host")
                        : choice != NULL && rt_move_choice_get_price (choice) == RT_PRICE_FULL
                            ? _("_Swap With…")
                            : _("_Move"));
  gtk_widget_set_sensitive (
      self->apply, choice != NULL && rt_move_choice_get_price (choice) != RT_PRICE_REFUSED);
  gtk_widget_set_visible (self->nothing, shown == 0);
  gtk_label_set_text (GTK_LABEL (self->nothing),
                      g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 0
                          ? _("Nothing here has such a name.")
                      : self->kind == RT_MOVE_SWAP
                          ? _("Nobody sits at another table in this round.")
                          : _("There is no other open table in this round."));
}

/* Counts prices for a moment, then lets the window answer, until all are known; then sorts them. */
static gboolean
count_cb (gpointer data)
{
  RtMoveDialog *self = data;
  RtPlan *plan = rt_session_get_plan (self->session);
  gint64 until = g_get_monotonic_time () + COUNTING_SLICE;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  while (self->counted < n && g_get_monotonic_time () < until)
    {
      g_autoptr (RtMoveChoice) choice
          = g_list_model_get_item (G_LIST_MODEL (self->choices), self->counted++);

      rt_move_choice_count (choice, plan);
    }
  if (self->counted < n)
    return G_SOURCE_CONTINUE;
  self->counting = 0;
  g_list_store_sort (self->choices, rt_move_choice_compare, NULL);
  select_first (self);
  update_state (self);
  return G_SOURCE_REMOVE;
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  g_autofree char *folded
      = rt_fold (gtk_editable_get_text (GTK_EDITABLE (RT_MOVE_DIALOG (data)->search)));

  return rt_move_choice_matches (item, folded);
}

/* Rows. */

static GtkWidget *
new_label (GtkWidget *box, const char *klass)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtMoveDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *icon = gtk_image_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  /* Words that wrap ask for less than there is. */
  gtk_widget_set_hexpand (words, TRUE);
  new_label (words, "price-title");
  new_label (words, "dim-label");
  new_label (words, "price-words");
  gtk_list_item_set_child (item, row);
}

static void
show_price (GtkListItem *item)
{
  static const char *const icons[] = {
    "go-down-symbolic",         "object-select-symbolic",          "dialog-warning-symbolic",
    "content-loading-symbolic", "object-flip-horizontal-symbolic", "action-unavailable-symbolic"
  };
  static const char *const classes[]
      = { "proven", "dim-label", "broken", "dim-label", "dim-label", "dim-label" };
  RtMoveChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item), *icon, *words;
  RtPrice price = rt_move_choice_get_price (choice);

  icon = gtk_widget_get_first_child (row);
  words = gtk_widget_get_last_child (gtk_widget_get_last_child (row));
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icons[price]);
  gtk_label_set_text (GTK_LABEL (words), rt_move_choice_get_words (choice));
  gtk_widget_set_visible (words, price != RT_PRICE_NOT_COUNTED);
  gtk_widget_set_css_classes (icon, (const char *[]) { classes[price], NULL });
  gtk_widget_set_css_classes (words, (const char *[]) { "price-words", classes[price], NULL });
}

static void
words_cb (GtkListItem *item)
{
  show_price (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtMoveDialog *self)
{
  RtMoveChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *title
      = gtk_widget_get_first_child (gtk_widget_get_last_child (gtk_list_item_get_child (item)));

  gtk_label_set_text (GTK_LABEL (title), rt_move_choice_get_title (choice));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)),
                      rt_move_choice_get_detail (choice));
  g_signal_connect_object (choice, "notify::words", G_CALLBACK (words_cb), item, G_CONNECT_SWAPPED);
  show_price (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtMoveDialog *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), words_cb, item);
}

/* Answers. */

/* A full table leads on to the people who sit there. */
static void
swap_at (RtMoveDialog *self, RtMoveChoice *choice)
{
  GtkWindow *dialog
      = rt_move_dialog_new (self->source, self->session, self->round, self->subject, RT_MOVE_SWAP);

  gtk_editable_set_text (GTK_EDITABLE (RT_MOVE_DIALOG (dialog)->search),
                         rt_move_choice_get_title (choice));
  gtk_editable_set_position (GTK_EDITABLE (RT_MOVE_DIALOG (dialog)->search), -1);
  rt_child_window_show (GTK_WIDGET (dialog), gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose (RtMoveDialog *self, RtMoveChoice *choice)
{
  /* The change closes the dialog, because its prices no longer hold. */
  g_autoptr (RtMoveDialog) keep = g_object_ref (self);
  g_autoptr (GtkWidget) source = g_object_ref (self->source);
  g_autofree char *target = NULL;

  if (choice == NULL || rt_move_choice_get_price (choice) == RT_PRICE_REFUSED)
    return;
  if (rt_move_choice_get_price (choice) == RT_PRICE_FULL)
    {
      swap_at (self, choice);
      return;
    }
  target = g_strdup (rt_move_choice_get_target (choice));
  if (is_for_leader (self))
    gtk_widget_activate_action (source,
                                self->kind == RT_MOVE_HOST ? "plan.set-round-host"
                                                           : "plan.set-round-co-host",
                                "(sss)", self->round, self->subject, target != NULL ? target : "");
  else if (self->kind == RT_MOVE_SWAP && is_for_all (self))
    gtk_widget_activate_action (source, "plan.swap-everywhere", "(ss)", self->subject, target);
  else if (self->kind == RT_MOVE_SWAP)
    gtk_widget_activate_action (source, "plan.swap", "(sss)", self->round, self->subject, target);
  else if (is_for_all (self) || self->n_people > 1)
    gtk_widget_activate_action (source, "plan.move-people", "(s^ass)",
                                is_for_all (self) ? "" : self->round, self->people, target);
  else
    gtk_widget_activate_action (source, "plan.move", "(sssi)", self->round, self->subject, target,
                                RT_ANY_CHAIR);
  gtk_window_close (GTK_WINDOW (keep));
}

static void
apply_cb (RtMoveDialog *self)
{
  choose (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
activate_cb (RtMoveDialog *self, guint position)
{
  g_autoptr (RtMoveChoice) choice
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, choice);
}

static void
search_cb (RtMoveDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  select_first (self);
  update_state (self);
}

static void
stop_search_cb (RtMoveDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Down leaves the entry for the list, as in a drop-down. */
static gboolean
search_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
               RtMoveDialog *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Prices of a plan that has changed meanwhile would be wrong. */
static void
changed_cb (RtMoveDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void where_cb (RtMoveDialog *self);

static void
rt_move_dialog_finalize (GObject *object)
{
  g_free (RT_MOVE_DIALOG (object)->people);
  G_OBJECT_CLASS (rt_move_dialog_parent_class)->finalize (object);
}

static void
rt_move_dialog_dispose (GObject *object)
{
  RtMoveDialog *self = RT_MOVE_DIALOG (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_object (&self->source);
  g_clear_object (&self->session);
  g_clear_object (&self->choices);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (rt_move_dialog_parent_class)->dispose (object);
}

static void
rt_move_dialog_class_init (RtMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_move_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_move_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, header);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, headings);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, under_header);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, subheading);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, where);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, rounds);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, all);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RtMoveDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, where_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static int
natural_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* Whom it is about stands between the buttons, or below them where it would be squeezed. The window
 * decides before it is shown: nothing moves while somebody makes it larger. */
static void
place_headings (RtMoveDialog *self)
{
  int room = rt_child_window_get_width (GTK_WINDOW (self)) - 2 * natural_width (self->apply)
             - 2 * HEADER_SPACING;
  gboolean under = natural_width (self->headings) > room;

  if (gtk_widget_get_realized (GTK_WIDGET (self))
      || under == (adw_bin_get_child (self->under_header) != NULL))
    return;
  g_object_ref (self->headings);
  adw_bin_set_child (self->under_header, NULL);
  /* Without a widget there the header bar would show the window's title. */
  adw_header_bar_set_title_widget (self->header,
                                   under ? gtk_label_new (NULL) : self->headings);
  if (under)
    adw_bin_set_child (self->under_header, self->headings);
  gtk_widget_set_margin_top (GTK_WIDGET (self->under_header), under ? HEADER_SPACING : 0);
  g_object_unref (self->headings);
}

static void
rt_move_dialog_init (RtMoveDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_list_store_new (RT_TYPE_MOVE_CHOICE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->choices)), g_object_ref (self->filter))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_object_unref (factory);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (self->search, key);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (place_headings), NULL);
}

/* “Move Mei Ashworth To…” */
static char *
dup_title (RtMoveDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autofree char *name
      = is_for_leader (self)
            ? rt_table_dup_display (rt_plan_find_table (plan, self->subject))
            : rt_person_dup_display (rt_plan_find_person (plan, self->subject));

  if (self->kind == RT_MOVE_HOST)
    /* Translators: a table */
    return g_strdup_printf (_("Change Host of %s"), name);
  if (self->kind == RT_MOVE_CO_HOST)
    /* Translators: a table */
    return g_strdup_printf (_("Change Co-host of %s"), name);
  if (self->kind == RT_MOVE_SWAP)
    return g_strdup_printf (_("Swap %s With…"), name);
  if (self->n_people > 1)
    return g_strdup_printf (ngettext ("Move %u Person To…", "Move %u People To…", self->n_people),
                            self->n_people);
  return g_strdup_printf (_("Move %s To…"), name);
}

static char *
dup_subtitle (RtMoveDialog *self, guint round)
{
  if (is_for_all (self))
    return g_strdup (_("All rounds that are not over, cheapest first"));
  return g_strdup_printf (is_for_leader (self) ? _("Round %u only, cheapest first")
                                               : _("Round %u, cheapest first"),
                          round + 1);
}

static void
set_words (RtMoveDialog *self, guint round)
{
  g_autofree char *title = dup_title (self), *subtitle = dup_subtitle (self, round);

  gtk_label_set_text (self->heading, title);
  gtk_label_set_text (self->subheading, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_object_set (self->search, "placeholder-text",
                self->kind == RT_MOVE_TO ? _("Table number or host") : _("Name or organisation"),
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

/* Another round, or all of them: other choices, at other prices. */
static void
fill_choices (RtMoveDialog *self)
{
  static void (*const add[]) (RtMoveDialog *, RtPlan *, const RtRoll *, guint)
      = { add_tables, add_people, add_hosts, add_hosts };
  RtPlan *plan = rt_session_get_plan (self->session);
  guint round = rt_plan_index_of (plan, RT_PART_ROUNDS, self->round);

  g_list_store_remove_all (self->choices);
  set_words (self, round);
  add[self->kind] (self, plan, rt_session_get_roll (self->session), round);
  self->counted = 0;
  if (self->counting == 0)
    self->counting = g_idle_add (count_cb, self);
  update_state (self);
}

static void
where_cb (RtMoveDialog *self)
{
  RtPlan *plan;
  guint round;

  if (self->filling || self->session == NULL)
    return;
  plan = rt_session_get_plan (self->session);
  round = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rounds));
  if (round >= rt_plan_get_n (plan, RT_PART_ROUNDS))
    return;
  self->round = rt_plan_get_round (plan, round)->parent.id;
  gtk_widget_set_sensitive (self->rounds, !is_for_all (self));
  fill_choices (self);
}

static void
fill_rounds (RtMoveDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Round %u"), i + 1);

      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->rounds), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rounds),
                              rt_plan_index_of (plan, RT_PART_ROUNDS, self->round));
  self->filling = FALSE;
  gtk_widget_set_visible (self->where, n > 1 && !is_for_leader (self));
}

/**
 * rt_move_dialog_new:
 * @source: widget on which the choice is activated, and whose window is the parent
 * @session: the open plan
 * @round: id of the round chosen beforehand
 * @subject: id of a person, for %RT_MOVE_HOST and %RT_MOVE_CO_HOST of a table
 * @kind: what is asked
 *
 * Whoever is selected together with the person moves, too.
 */
GtkWindow *
rt_move_dialog_new (GtkWidget *source, RtSession *session, RtId round, RtId subject,
                    RtMoveKind kind)
{
  GtkRoot *root = gtk_widget_get_root (source);
  RtMoveDialog *self = g_object_new (RT_TYPE_MOVE_DIALOG, "transient-for",
                                     GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->source = g_object_ref (source);
  self->session = g_object_ref (session);
  self->round = round;
  self->subject = subject;
  self->kind = kind;
  self->people = rt_session_dup_group (session, subject, &self->n_people);
  fill_rounds (self);
  fill_choices (self);
  place_headings (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->search);
  return GTK_WINDOW (self);
}
