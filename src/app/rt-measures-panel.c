/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-measures-panel.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"
#include "rt-arranging-card.h"
#include "rt-clash-card.h"
#include "rt-measure-row.h"

#define MOST_BREACHES 12

struct _RtMeasuresPanel {
  GtkWidget parent_instance;

  RtSession *session;

  GtkWidget *scroller, *arranging;
  GtkWidget *clash, *card, *card_icon, *card_title, *card_detail, *card_button;
  GtkWidget *counted, *counted_title, *measures, *wrong, *wrong_title, *breaches;
};

G_DEFINE_FINAL_TYPE (RtMeasuresPanel, rt_measures_panel, GTK_TYPE_WIDGET)

/** rt_measures_panel_is_unarranged: see the header */
gboolean
rt_measures_panel_is_unarranged (RtSession *session)
{
  RtPlan *plan = rt_session_get_plan (session);
  const RtMeasures *measures = rt_session_get_measures (session);
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);

  for (guint i = 0; i < n; i++)
    if (rt_plan_get_round (plan, i)->done == 1)
      return FALSE;
  /* Hosts have their chairs from the start: only guests tell whether anything was arranged. */
  return n > 0 && measures->guests == 0 && rt_measures_find (measures, "unseated")->found > 0;
}

/* A measure that only says that something went wrong is worth a row when it did. */
static gboolean
is_shown (const RtMeasure *measure)
{
  return measure->is_rule || measure->found > 0;
}

static gboolean
is_broken (const RtMeasure *measure)
{
  return measure->strength == RT_STRENGTH_MUST && measure->found > measure->bound;
}

/* Rows. */

static char *
dup_bound_words (const RtMeasure *measure, gboolean arranged)
{
  gint64 over = measure->found - measure->bound;

  if (!arranged)
    return g_strdup_printf (_("at least %d"), (int) measure->bound);
  if (over == 0)
    return g_strdup_printf (_("at least %d: proven"), (int) measure->bound);
  if (measure->strength == RT_STRENGTH_MUST)
    return g_strdup_printf (
        ngettext ("at least %d: %d too many", "at least %d: %d too many", (gulong) over),
        (int) measure->bound, (int) over);
  return g_strdup_printf (_("at least %d"), (int) measure->bound);
}

static int
first_breach (const RtMeasures *measures, const char *code)
{
  for (guint i = 0; i < measures->breaches->len; i++)
    if (g_str_equal (((RtBreach *) g_ptr_array_index (measures->breaches, i))->code, code))
      return (int) i;
  return -1;
}

static void
remember_breach (GtkWidget *row, int breach)
{
  g_object_set_data (G_OBJECT (row), "rt-breach", GINT_TO_POINTER (breach + 1));
}

static void
add_measure (RtMeasuresPanel *self, const RtMeasures *all, const RtMeasure *measure,
             gboolean arranged)
{
  g_autofree char *words = dup_bound_words (measure, arranged);
  g_autofree char *reason
      = rt_measures_dup_reason (all, rt_session_get_plan (self->session), measure->key);
  g_autofree char *number
      = g_strdup_printf ("%d", (int) (arranged ? measure->found : measure->bound));
  gboolean broken = arranged && is_broken (measure),
           proven = arranged && measure->found == measure->bound;
  int breach = arranged ? first_breach (all, measure->key) : -1;
  GtkWidget *row = rt_measure_row_add (GTK_LIST_BOX (self->measures),
                                    rt_measure_get_title (measure->key), words, reason,
                                    number,
                                    broken   ? "dialog-warning-symbolic"
                                    : proven ? "object-select-symbolic"
                                             : NULL,
                                    broken   ? "broken"
                                    : proven ? "proven"
                                             : NULL,
                                    breach >= 0);

  remember_breach (row, breach);
}

static void
add_met (RtMeasuresPanel *self, const RtMeasures *measures)
{
  g_autofree char *number = NULL, *words = NULL, *meeting = NULL;

  if (measures->guests < 2)
    return;
  meeting = rt_measures_dup_meeting_words (measures);
  number = measures->met_least == measures->met_most
               ? g_strdup_printf ("%d", measures->met_most)
               : g_strdup_printf ("\u2066%d–%d\u2069", measures->met_least, measures->met_most);
  words = g_strdup_printf (_("%.1f of %d on average"), measures->met_mean, measures->guests - 1);
  rt_measure_row_add (GTK_LIST_BOX (self->measures), _("Others met"), words, meeting, number, NULL,
                   NULL, FALSE);
}

static void
add_most (RtMeasuresPanel *self, const RtMeasures *measures)
{
  g_autofree char *number = g_strdup_printf ("%d", measures->together_most);

  if (measures->together_most < 2)
    return;
  rt_measure_row_add (GTK_LIST_BOX (self->measures), _("Most often together"), _("any two people"),
                   NULL, number, NULL, NULL, FALSE);
}

static void
fill_measures (RtMeasuresPanel *self, const RtMeasures *measures, gboolean arranged)
{
  guint n = rt_plan_get_n (rt_session_get_plan (self->session), RT_PART_ROUNDS);
  g_autofree char *title = n == 1 ? g_strdup (_("The only round"))
                                  : g_strdup_printf (ngettext ("All %u round", "All %u rounds", n),
                                                     n);

  rt_measure_row_clear (GTK_LIST_BOX (self->measures));
  gtk_label_set_text (GTK_LABEL (self->counted_title),
                      arranged ? title : _("At least, whatever the seating"));
  for (guint rank = 0; rank < RT_MEASURE_RANKS; rank++)
    for (guint i = 0; i < measures->measures->len; i++)
      {
        const RtMeasure *measure = &g_array_index (measures->measures, RtMeasure, i);

        if (rt_measure_row_rank (measure->key) == rank
            && (arranged ? is_shown (measure) : measure->is_rule))
          add_measure (self, measures, measure, arranged);
      }
  if (arranged)
    {
      add_met (self, measures);
      add_most (self, measures);
    }
  gtk_widget_set_visible (self->counted, gtk_widget_get_first_child (self->measures) != NULL);
}

/* What cannot be helped is not wrong: a should counts only while it stands above its bound. */
static gboolean
is_wrong (const RtMeasures *measures, const RtBreach *breach, int round)
{
  const RtMeasure *measure = rt_measures_find (measures, breach->code);

  if (breach->round >= 0 && breach->round != round)
    return FALSE;
  return breach->strength == RT_STRENGTH_MUST
         || (measure != NULL && measure->found > measure->bound);
}

static void
add_breach (RtMeasuresPanel *self, const RtBreach *breach, int index)
{
  GtkWidget *box = rt_measure_row_new (GTK_LIST_BOX (self->breaches), TRUE), *label;

  rt_measure_row_add_icon (box, "dialog-warning-symbolic",
            breach->strength == RT_STRENGTH_MUST ? "broken" : "dim-label");
  label = rt_measure_row_add_label (box, breach->message, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  rt_measure_row_add_icon (box, "go-next-symbolic", "dim-label");
  remember_breach (gtk_widget_get_parent (box), index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, breach->message, -1);
}

/* The last row offers what would mend it, with what it takes as soon as that is known. */
static void
add_repair (RtMeasuresPanel *self)
{
  int moves = rt_session_get_repair_moves (self->session, rt_session_get_round (self->session));
  GtkWidget *box = rt_measure_row_new (GTK_LIST_BOX (self->breaches), moves != 0), *label;
  g_autofree char *words
      = moves < 0    ? g_strdup (_("Put this round right with the fewest moves"))
        : moves == 0 ? g_strdup (_("A few moves do not put this round right."))
                     : g_strdup_printf (ngettext ("Put this round right with %d move",
                                                  "Put this round right with %d moves",
                                                  (gulong) moves),
                                        moves);

  rt_measure_row_add_icon (box, "emblem-system-symbolic", moves == 0 ? "dim-label" : "go");
  label = rt_measure_row_add_label (box, words, moves == 0 ? "dim-label" : "go");
  gtk_widget_set_hexpand (label, TRUE);
  if (moves != 0)
    g_object_set_data (G_OBJECT (gtk_widget_get_parent (box)), "rt-repair", GINT_TO_POINTER (TRUE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Who speaks while leading a table cannot do both, whoever sits where. */
static guint
add_conflicts (RtMeasuresPanel *self)
{
  g_autoptr (GPtrArray) conflicts = rt_agenda_find_conflicts (rt_session_get_plan (self->session));
  RtId round = rt_session_get_round_id (self->session);
  guint shown = 0;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RtAgendaConflict *conflict = g_ptr_array_index (conflicts, i);
      GtkWidget *box;

      if (conflict->round == NULL || conflict->round != round)
        continue;
      box = rt_measure_row_new (GTK_LIST_BOX (self->breaches), FALSE);
      rt_measure_row_add_icon (box, "dialog-warning-symbolic", "broken");
      gtk_widget_set_hexpand (rt_measure_row_add_label (box, conflict->message, NULL), TRUE);
      shown++;
    }
  return shown;
}

static void
fill_breaches (RtMeasuresPanel *self, const RtMeasures *measures)
{
  guint round = rt_session_get_round (self->session), shown = 0, more = 0, musts = 0, conflicts;
  g_autofree char *title = g_strdup_printf (_("What is wrong in round %u"), round + 1);

  rt_measure_row_clear (GTK_LIST_BOX (self->breaches));
  gtk_label_set_text (GTK_LABEL (self->wrong_title), title);
  conflicts = add_conflicts (self);
  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (measures->breaches, i);

      if (!is_wrong (measures, breach, (int) round))
        continue;
      if (shown < MOST_BREACHES)
        add_breach (self, breach, (int) i);
      else
        more++;
      shown++;
      musts += breach->strength == RT_STRENGTH_MUST && breach->round == (int) round;
    }
  if (more > 0)
    {
      g_autofree char *words
          = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      rt_measure_row_add_label (rt_measure_row_new (GTK_LIST_BOX (self->breaches), FALSE), words,
                                "dim-label");
    }
  if (musts > 0)
    add_repair (self);
  gtk_widget_set_visible (self->wrong, shown + conflicts > 0);
}

static char *
dup_counts (RtPlan *plan)
{
  guint n_people = rt_plan_get_n (plan, RT_PART_PEOPLE), n = rt_plan_get_n (plan, RT_PART_TABLES),
        n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);
  g_autofree char *people
      = g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);
  g_autofree char *tables = g_strdup_printf (ngettext ("%u table", "%u tables", n), n);
  g_autofree char *rounds
      = g_strdup_printf (ngettext ("%u round", "%u rounds", n_rounds), n_rounds);

  /* Translators: "59 people, 9 tables, 3 rounds" */
  return g_strdup_printf (_("%s, %s, %s"), people, tables, rounds);
}

static void
fill_card (RtMeasuresPanel *self, const RtMeasures *measures)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtMeasure *repeats = rt_measures_find (measures, "repeats"),
                  *unseated = rt_measures_find (measures, "unseated");
  guint n = rt_arranging_card_count_rounds (plan);
  g_autofree char *words = rt_measures_dup_feasibility (plan, measures);
  g_autofree char *button
      = g_strdup_printf (ngettext ("_Arrange %u Round", "_Arrange %u Rounds", n), n);
  g_autofree char *people = dup_counts (plan);
  g_auto (GStrv) sentences = words != NULL ? g_strsplit (words, ": ", 2) : NULL;
  gboolean forced = repeats != NULL && repeats->bound > 0;
  gboolean missing = unseated != NULL && unseated->bound > 0;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->card_icon),
                                missing  ? "dialog-warning-symbolic"
                                : forced ? "dialog-information-symbolic"
                                         : "object-select-symbolic");
  gtk_widget_set_css_classes (self->card_icon, (const char *[]) { missing  ? "broken"
                                                                  : forced ? "dim-label"
                                                                           : "proven",
                                                                  NULL });
  gtk_label_set_text (GTK_LABEL (self->card_title),
                      sentences != NULL ? sentences[0] : _("Nobody is seated yet."));
  gtk_label_set_text (
      GTK_LABEL (self->card_detail),
      sentences != NULL && sentences[0] != NULL && sentences[1] != NULL ? sentences[1] : people);
  gtk_button_set_label (GTK_BUTTON (self->card_button), button);
  gtk_button_set_use_underline (GTK_BUTTON (self->card_button), TRUE);
}

static void
update (RtMeasuresPanel *self)
{
  const RtMeasures *measures = rt_session_get_measures (self->session);
  RtPlan *plan = rt_session_get_plan (self->session);
  gboolean arranging = gtk_widget_get_visible (self->arranging);
  gboolean arranged = !rt_measures_panel_is_unarranged (self->session);
  gboolean possible = rt_plan_get_n (plan, RT_PART_PEOPLE) > 0
                      && rt_plan_get_n (plan, RT_PART_TABLES) > 0
                      && rt_plan_get_n (plan, RT_PART_ROUNDS) > 0;

  fill_card (self, measures);
  fill_measures (self, measures, arranged);
  fill_breaches (self, measures);
  gtk_widget_set_visible (self->card, !arranging && !arranged && possible);
  if (arranging || !arranged)
    gtk_widget_set_visible (self->wrong, FALSE);
  if (arranging || !possible)
    gtk_widget_set_visible (self->counted, FALSE);
}

/* While it runs, its card stands in the place of all this. */
static void
arranging_shown_cb (RtMeasuresPanel *self)
{
  if (self->session != NULL)
    update (self);
}

/* The window that opens would stand behind it. */
static void
leave_popover_cb (RtMeasuresPanel *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
row_activated_cb (RtMeasuresPanel *self, GtkListBoxRow *row)
{
  int breach = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "rt-breach")) - 1;

  if (g_object_get_data (G_OBJECT (row), "rt-repair") != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.put-right", NULL);
  else if (breach >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "rounds.show-breach", "u", (guint) breach);
}

static void
rt_measures_panel_dispose (GObject *object)
{
  RtMeasuresPanel *self = RT_MEASURES_PANEL (object);

  rt_measures_panel_set_session (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (rt_measures_panel_parent_class)->dispose (object);
}

static void
rt_measures_panel_class_init (RtMeasuresPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RT_TYPE_ARRANGING_CARD);
  g_type_ensure (RT_TYPE_CLASH_CARD);
  G_OBJECT_CLASS (klass)->dispose = rt_measures_panel_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-measures-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, arranging);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, clash);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, card);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, card_icon);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, card_title);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, card_detail);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, card_button);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, counted);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, counted_title);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, measures);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, wrong);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, wrong_title);
  gtk_widget_class_bind_template_child (widget_class, RtMeasuresPanel, breaches);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_popover_cb);
  gtk_widget_class_bind_template_callback (widget_class, arranging_shown_cb);
}

static void
rt_measures_panel_init (RtMeasuresPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rt_measures_panel_set_session (RtMeasuresPanel *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  if (self->clash != NULL)
    {
      rt_arranging_card_set_session (RT_ARRANGING_CARD (self->arranging), session);
      rt_clash_card_set_session (RT_CLASH_CARD (self->clash), session);
    }
  if (session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "repair-found", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static char *
dup_arranging_headline (const RtArrangeProgress *progress)
{
  if (progress->repeats < 0)
    return g_strdup (_("Arranging"));
  return g_strdup_printf (_("Repeats %d so far"), (int) progress->repeats);
}

/** rt_measures_panel_dup_headline: see the header; Returns: (transfer full): */
char *
rt_measures_panel_dup_headline (RtSession *session, RtHeadline *state)
{
  const RtMeasures *measures = rt_session_get_measures (session);
  const RtMeasure *repeats = rt_measures_find (measures, "repeats"),
                  *unseated = rt_measures_find (measures, "unseated");
  RtArrangeProgress progress;

  *state = RT_HEADLINE_PLAIN;
  if (rt_session_is_arranging (session, &progress))
    return dup_arranging_headline (&progress);
  if (rt_measures_panel_is_unarranged (session))
    return g_strdup (_("Nobody is seated yet"));
  *state = RT_HEADLINE_WRONG;
  for (guint i = 0; i < measures->measures->len; i++)
    {
      const RtMeasure *measure = &g_array_index (measures->measures, RtMeasure, i);

      if (is_broken (measure) && measure != unseated)
        return g_strdup_printf ("%s %d", rt_measure_get_title (measure->key), (int) measure->found);
    }
  if (unseated != NULL && unseated->found > unseated->bound)
    return g_strdup_printf ("%s %d", rt_measure_get_title (unseated->key), (int) unseated->found);
  *state = RT_HEADLINE_GOOD;
  if (repeats == NULL)
    return g_strdup (_("Every rule is kept"));
  if (repeats->found == repeats->bound)
    return g_strdup_printf (_("Repeats %d: proven"), (int) repeats->found);
  *state = RT_HEADLINE_PLAIN;
  return g_strdup_printf (_("Repeats %d, at least %d"), (int) repeats->found,
                          (int) repeats->bound);
}
