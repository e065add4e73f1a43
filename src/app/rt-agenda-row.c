/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-agenda-row.h"

#include <glib/gi18n-lib.h>

#define MOST_MINUTES 600
#define ROUND_INDENT 24

struct _RtAgendaRow
{
  GtkListBoxRow parent_instance;

  RtId id;
  gboolean updating;

  GtkWidget *box, *handle;
  GtkWidget *times, *title, *subtitle, *conflict, *conflict_icon;
  GtkWidget *controls, *minutes, *unit, *up, *down, *remove;
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtAgendaRow, rt_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
ask (RtAgendaRow *self,
     RtAgendaAsk  what,
     guint        detail)
{
  g_signal_emit (self, signals[ASKED], 0, what, detail);
}

static void
up_cb (RtAgendaRow *self)
{
  ask (self, RT_AGENDA_ASK_UP, 0);
}

static void
down_cb (RtAgendaRow *self)
{
  ask (self, RT_AGENDA_ASK_DOWN, 0);
}

static void
remove_cb (RtAgendaRow *self)
{
  ask (self, RT_AGENDA_ASK_REMOVE, 0);
}

static void
minutes_cb (RtAgendaRow *self)
{
  if (!self->updating)
    ask (self, RT_AGENDA_ASK_MINUTES,
         (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes)));
}

/* Dragging: the handle carries the row's place. */

static GdkContentProvider *
prepare_cb (RtAgendaRow   *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (
      G_TYPE_UINT, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}

static gboolean
drop_cb (RtAgendaRow  *self,
         const GValue *value)
{
  ask (self, RT_AGENDA_ASK_HERE, g_value_get_uint (value));
  return TRUE;
}

static void
add_dragging (RtAgendaRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Parts. */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *klass)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (klass)
    gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (RtAgendaRow *self,
            const char  *icon,
            const char  *tooltip,
            GCallback    callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->controls), button);
  return button;
}

static void
add_words (RtAgendaRow *self,
           GtkWidget   *line)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = add_label (words, NULL);
  self->subtitle = add_label (words, "caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  self->conflict_icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "valign", GTK_ALIGN_START, "css-classes",
                                      (const char *[]) { "broken", NULL }, NULL);
  gtk_box_append (GTK_BOX (below), self->conflict_icon);
  self->conflict = add_label (below, "caption");
  gtk_widget_add_css_class (self->conflict, "broken");
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (line), words);
}

static void
add_controls (RtAgendaRow *self)
{
  self->controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_set_halign (self->controls, GTK_ALIGN_END);
  self->minutes = gtk_spin_button_new_with_range (0, MOST_MINUTES, 5);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->minutes), 1, 5);
  gtk_widget_set_valign (self->minutes, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->controls), self->minutes);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (minutes_cb), self);
  /* Translators: minutes, after a number */
  self->unit = gtk_label_new (_("min"));
  gtk_widget_set_margin_end (self->unit, 6);
  gtk_box_append (GTK_BOX (self->controls), self->unit);
  self->up = add_button (self, "go-up-symbolic", _("Move Up (Alt+Up)"), G_CALLBACK (up_cb));
  self->down = add_button (self, "go-down-symbolic", _("Move Down (Alt+Down)"),
                           G_CALLBACK (down_cb));
  self->remove = add_button (self, "user-trash-symbolic", _("Remove (Delete)"),
                             G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (self->box), self->controls);
}

static void
rt_agenda_row_class_init (RtAgendaRowClass *klass)
{
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
rt_agenda_row_init (RtAgendaRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "measure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  self->handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic",
                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->handle, "dim-label");
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_box_append (GTK_BOX (line), self->handle);
  self->times = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->times, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->times), 0.0f);
  gtk_label_set_width_chars (GTK_LABEL (self->times), 11);
  gtk_box_append (GTK_BOX (line), self->times);
  gtk_box_append (GTK_BOX (self->box), line);
  add_words (self, line);
  add_controls (self);
  add_dragging (self);
}

GtkWidget *
rt_agenda_row_new (RtId id)
{
  RtAgendaRow *self = g_object_new (RT_TYPE_AGENDA_ROW, NULL);

  self->id = id;
  return GTK_WIDGET (self);
}

RtId
rt_agenda_row_get_id (RtAgendaRow *self)
{
  return self->id;
}

/* What it says. */

static char *
dup_speakers (RtPlan     *plan,
              const RtId *ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rt_ids_length (ids); i++)
    g_ptr_array_add (names, rt_person_dup_display (rt_plan_find_person (plan, ids[i])));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* A session's kind where its title hides it, and who speaks. */
static char *
dup_session_words (RtPlan             *plan,
                   const RtAgendaItem *item)
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
dup_round_words (const RtRound *round,
                 gboolean       last)
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

/* Isolated, so that the start stays left of the end between words of a script that runs leftwards. */
static char *
dup_times (const RtAgendaLine *line)
{
  if (line->start < 0)
    return g_strdup ("–");
  return g_strdup_printf ("\u2066%02d:%02d–%02d:%02d\u2069", line->start / 60 % 24,
                          line->start % 60, line->end / 60 % 24, line->end % 60);
}

static char *
dup_conflicts (const RtAgendaLine *line,
               GPtrArray          *conflicts)
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

/* Every part says what it is for, or a list of buttons would all be called the same. */
static void
name_parts (RtAgendaRow *self,
            const char  *name)
{
  g_autofree char *row = g_strjoin (", ", name, gtk_label_get_text (GTK_LABEL (self->times)),
                                    gtk_label_get_text (GTK_LABEL (self->subtitle)),
                                    gtk_label_get_text (GTK_LABEL (self->conflict)), NULL);
  struct { GtkWidget *part; const char *format; } parts[] = {
    /* Translators: a session or a round */
    { self->minutes, _("Minutes of: %s") },
    { self->up, _("Move up: %s") },
    { self->down, _("Move down: %s") },
    { self->remove, _("Remove: %s") },
  };

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) words = g_string_new (parts[i].format);

      g_string_replace (words, "%s", name, 1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i].part),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
    }
}

static void
show_words (RtAgendaRow *self,
            const char  *title,
            const char  *subtitle,
            const char  *conflict)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, *subtitle != '\0');
  gtk_label_set_text (GTK_LABEL (self->conflict), conflict);
  gtk_widget_set_visible (gtk_widget_get_parent (self->conflict), *conflict != '\0');
}

static void
show_minutes (RtAgendaRow *self,
              int          minutes,
              gboolean     own)
{
  self->updating = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), MAX (minutes, 0));
  self->updating = FALSE;
  gtk_widget_set_visible (self->minutes, own);
  gtk_widget_set_visible (self->unit, own);
}

static void
show_round (RtAgendaRow        *self,
            RtPlan             *plan,
            const RtAgendaLine *line,
            const char         *conflict)
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
  gtk_widget_set_margin_start (self->handle, line->session ? ROUND_INDENT : 0);
  name_parts (self, title);
}

static void
show_session (RtAgendaRow        *self,
              RtPlan             *plan,
              const RtAgendaLine *line,
              const char         *conflict)
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
rt_agenda_row_update (RtAgendaRow        *self,
                      RtPlan             *plan,
                      const RtAgendaLine *line,
                      GPtrArray          *conflicts)
{
  g_autofree char *times = dup_times (line);
  g_autofree char *conflict = dup_conflicts (line, conflicts);

  gtk_label_set_text (GTK_LABEL (self->times), times);
  if (line->round)
    show_round (self, plan, line, conflict);
  else
    show_session (self, plan, line, conflict);
}

void
rt_agenda_row_set_narrow (RtAgendaRow *self,
                          gboolean     narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), narrow ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
}

RtAgendaAsk
rt_agenda_row_get_focus (RtAgendaRow *self)
{
  GtkWidget *parts[] = { NULL, self->minutes, self->up, self->down, self->remove };

  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_get_focus_child (self->controls) == parts[i])
      return (RtAgendaAsk) i;
  return RT_AGENDA_ASK_HERE;
}

void
rt_agenda_row_focus (RtAgendaRow *self,
                     RtAgendaAsk  part)
{
  GtkWidget *parts[] = { GTK_WIDGET (self), self->minutes, self->up, self->down, self->remove };

  if (gtk_widget_is_visible (parts[part]) && gtk_widget_grab_focus (parts[part]))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
