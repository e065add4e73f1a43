/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-agenda-row.h"

#include <glib/gi18n-lib.h>

#define MOST_MINUTES 600
#define ROUND_INDENT 24
#define TIMES_WIDTH 11

struct _RtAgendaRow
{
  RtOrderRow parent_instance;

  gboolean updating;

  GtkWidget *times, *title, *subtitle, *conflict;
  GtkWidget *minutes, *unit;
};

G_DEFINE_FINAL_TYPE (RtAgendaRow, rt_agenda_row, RT_TYPE_ORDER_ROW)

static RtOrderControls *
get_controls (RtAgendaRow *self)
{
  return rt_order_row_get_controls (RT_ORDER_ROW (self));
}

static void
minutes_cb (RtAgendaRow *self)
{
  if (!self->updating)
    rt_order_controls_ask (
        get_controls (self), RT_ORDER_VALUE,
        (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes)));
}

static void
add_words (RtAgendaRow *self)
{
  RtOrderRow *row = RT_ORDER_ROW (self);
  GtkWidget *icon;

  self->times = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->times, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->times), 0.0f);
  rt_order_row_set_lead (row, self->times);
  self->title = rt_order_row_add_label (row, NULL);
  self->subtitle = rt_order_row_add_label (row, "caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  self->conflict = rt_order_row_add_marked (row, &icon);
  gtk_widget_add_css_class (self->conflict, "broken");
  gtk_widget_add_css_class (icon, "broken");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), "dialog-warning-symbolic");
}

static void
add_minutes (RtAgendaRow *self)
{
  GtkWidget *controls = GTK_WIDGET (get_controls (self));

  self->minutes = gtk_spin_button_new_with_range (0, MOST_MINUTES, 5);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->minutes), 1, 5);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (minutes_cb), self);
  /* Translators: a session or a round */
  rt_order_controls_set_value (get_controls (self), self->minutes, _("Minutes of: %s"));
  /* Translators: minutes, after a number */
  self->unit = gtk_label_new (_("min"));
  gtk_widget_set_margin_end (self->unit, 6);
  gtk_box_insert_child_after (GTK_BOX (controls), self->unit, self->minutes);
}

static void
rt_agenda_row_class_init (RtAgendaRowClass *klass)
{
}

static void
rt_agenda_row_init (RtAgendaRow *self)
{
  add_words (self);
  add_minutes (self);
}

GtkWidget *
rt_agenda_row_new (void)
{
  return g_object_new (RT_TYPE_AGENDA_ROW, NULL);
}

/* What it says. */

static char *
dup_speakers (RtPlan *plan, const RtId *ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rt_ids_length (ids); i++)
    g_ptr_array_add (names, rt_person_dup_display (rt_plan_find_person (plan, ids[i])));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* A session's kind where its title hides it, and who speaks. */
static char *
dup_session_words (RtPlan *plan, const RtAgendaItem *item)
{
  guint n = rt_ids_length (item->rounds);
  g_autofree char *speakers = dup_speakers (plan, item->speakers);
  g_autofree char *rounds = g_strdup_printf (ngettext ("%u round", "%u rounds", n), n);
  const char *parts[4] = { NULL };
  guint k = 0;

  if (item->title)
    parts[k++] = rt_session_kind_get_title (item->kind);
  if (item->kind == RT_SESSION_ROUNDS)
    parts[k++] = rounds;
  if (*speakers)
    parts[k++] = speakers;
  return g_strjoinv (" · ", (char **) parts);
}

/* After the last round of a session nobody changes tables. */
static char *
dup_round_words (const RtRound *round, gboolean last)
{
  int changeover = last ? 0 : MAX (round->changeover, 0);
  g_autofree char *change
      = changeover > 0
            ? g_strdup_printf (ngettext ("then %d minute to change tables",
                                         "then %d minutes to change tables", changeover),
                               changeover)
            : NULL;
  const char *parts[4] = { NULL };
  guint k = 0;

  if (round->done == 1)
    parts[k++] = _("over");
  if (round->question)
    parts[k++] = round->question;
  if (change)
    parts[k++] = change;
  return g_strjoinv (" · ", (char **) parts);
}

/* Isolated, so that the start stays left of the end between words of a script that runs leftwards.
 */
static char *
dup_times (const RtAgendaLine *line)
{
  if (line->start < 0)
    return g_strdup ("–");
  return g_strdup_printf ("\u2066%02d:%02d–%02d:%02d\u2069", line->start / 60 % 24,
                          line->start % 60, line->end / 60 % 24, line->end % 60);
}

static char *
dup_conflicts (const RtAgendaLine *line, GPtrArray *conflicts)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RtAgendaConflict *conflict = conflicts->pdata[i];

      if (conflict->round == line->round && (line->round || conflict->session == line->session))
        g_ptr_array_add (words, conflict->message);
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("\n", (char **) words->pdata);
}

static void
name_parts (RtAgendaRow *self, const char *name)
{
  g_autofree char *row = g_strjoin (", ", name, gtk_label_get_text (GTK_LABEL (self->times)),
                                    gtk_label_get_text (GTK_LABEL (self->subtitle)),
                                    gtk_label_get_text (GTK_LABEL (self->conflict)), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  rt_order_controls_name (get_controls (self), name);
}

static void
show_words (RtAgendaRow *self, const char *title, const char *subtitle, const char *conflict)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, *subtitle != '\0');
  gtk_label_set_text (GTK_LABEL (self->conflict), conflict);
  gtk_widget_set_visible (gtk_widget_get_parent (self->conflict), *conflict != '\0');
}

static void
show_minutes (RtAgendaRow *self, int minutes, gboolean own)
{
  self->updating = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), MAX (minutes, 0));
  self->updating = FALSE;
  gtk_widget_set_visible (self->minutes, own);
  gtk_widget_set_visible (self->unit, own);
}

static void
show_round (RtAgendaRow *self, RtPlan *plan, const RtAgendaLine *line, const char *conflict)
{
  guint index = rt_plan_index_of (plan, RT_PART_ROUNDS, line->round);
  const RtRound *round = rt_plan_get_round (plan, index);
  const RtAgendaItem *item
      = line->session ? rt_plan_find (plan, RT_PART_AGENDA, line->session, NULL) : NULL;
  gboolean last = item ? item->rounds[rt_ids_length (item->rounds) - 1] == line->round
                       : index + 1 == rt_plan_get_n (plan, RT_PART_ROUNDS);
  g_autofree char *subtitle = dup_round_words (round, last);
  g_autofree char *number = g_strdup_printf (_("Round %u"), index + 1);
  g_autofree char *title = round->title ? g_strdup_printf ("%s: %s", number, round->title)
                                        : g_steal_pointer (&number);

  show_words (self, title, subtitle, conflict);
  show_minutes (self, round->minutes, TRUE);
  gtk_widget_set_margin_start (rt_order_controls_get_handle (get_controls (self)),
                               line->session ? ROUND_INDENT : 0);
  name_parts (self, title);
}

static void
show_session (RtAgendaRow *self, RtPlan *plan, const RtAgendaLine *line, const char *conflict)
{
  const RtAgendaItem *item = rt_plan_find (plan, RT_PART_AGENDA, line->session, NULL);
  g_autofree char *title = rt_agenda_dup_name (item);
  g_autofree char *subtitle = dup_session_words (plan, item);

  show_words (self, title, subtitle, conflict);
  gtk_widget_add_css_class (self->title, "heading");
  show_minutes (self, item->minutes, item->kind != RT_SESSION_ROUNDS);
  name_parts (self, title);
}

void
rt_agenda_row_update (RtAgendaRow *self, RtPlan *plan, const RtAgendaLine *line,
                      GPtrArray *conflicts)
{
  g_autofree char *times = dup_times (line);
  g_autofree char *conflict = dup_conflicts (line, conflicts);

  gtk_label_set_text (GTK_LABEL (self->times), times);
  /* Where the day has no start yet, nothing needs the room. */
  gtk_label_set_width_chars (GTK_LABEL (self->times),
                             rt_plan_get_event (plan)->start ? TIMES_WIDTH : -1);
  if (line->round)
    show_round (self, plan, line, conflict);
  else
    show_session (self, plan, line, conflict);
}
