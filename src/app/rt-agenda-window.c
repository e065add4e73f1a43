/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-agenda-window.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda-dialog.h"
#include "rt-agenda-row.h"
#include "rt-edit.h"

#define NARROW_BELOW 600 /* px: from here on the buttons of a row stand beside its words */

struct _RtAgendaWindow
{
  AdwWindow parent_instance;

  RtSession *session;
  GArray *lines; /* of RtAgendaLine, one per row */
  guint layout_source;

  GtkListBox *list;
  GtkStack *stack;
  GtkWidget *content;
  AdwToastOverlay *toasts;
  GtkEditable *start_row;
  GtkLabel *end_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
};

G_DEFINE_FINAL_TYPE (RtAgendaWindow, rt_agenda_window, ADW_TYPE_WINDOW)

static RtPlan *
get_plan (RtAgendaWindow *self)
{
  return rt_session_get_plan (self->session);
}

static RtAgendaRow *
get_row (RtAgendaWindow *self,
         guint           index)
{
  return (RtAgendaRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static const RtAgendaLine *
get_line (RtAgendaWindow *self,
          guint           index)
{
  return index < self->lines->len ? &g_array_index (self->lines, RtAgendaLine, index) : NULL;
}

static RtId
line_id (const RtAgendaLine *line)
{
  return line->round ? line->round : line->session;
}

static guint
find_row (RtAgendaWindow *self,
          RtId            id)
{
  guint i = 0;

  for (RtAgendaRow *row; (row = get_row (self, i)) != NULL; i++)
    if (rt_agenda_row_get_id (row) == id)
      return i;
  return G_MAXUINT;
}

/* The row that has the focus, or something in it. */
static RtAgendaRow *
get_focus_row (RtAgendaWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus ? (RtAgendaRow *) gtk_widget_get_ancestor (focus, RT_TYPE_AGENDA_ROW) : NULL;
}

static const RtAgendaLine *
line_of (RtAgendaWindow *self,
         RtAgendaRow    *row)
{
  return get_line (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* What people ask for. */

static void
move_by (RtAgendaWindow *self,
         RtAgendaRow    *row,
         int             step)
{
  const RtAgendaLine *line = line_of (self, row);
  RtPlan *plan = get_plan (self);
  g_autoptr (GError) refused = NULL;
  RtChange *change;

  if (line->round)
    change = rt_edit_move_round (plan, line->round, step, &refused);
  else
    {
      guint at = rt_plan_index_of (plan, RT_PART_AGENDA, line->session);

      change = (int) at + step < 0
                   ? NULL
                   : rt_edit_move_session (plan, line->session, at + (guint) step, &refused);
    }
  /* At either end there is nothing to do, and nothing to say. */
  if (change)
    rt_session_do (self->session, change, NULL);
}

/* How many seats go with these rounds; only of guests, the hosts have theirs from the start. */
static guint
count_seats (RtAgendaWindow *self,
             const RtId     *rounds,
             guint           n)
{
  guint seats = 0;

  for (guint i = 0; i < n; i++)
    seats += rt_seating_n_people (rt_plan_find_round (get_plan (self), rounds[i])->seating);
  return seats;
}

static void
say (RtAgendaWindow *self,
     const char     *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "agenda.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_row (RtAgendaWindow *self,
            RtAgendaRow    *row)
{
  const RtAgendaLine *line = line_of (self, row);
  RtPlan *plan = get_plan (self);
  const RtAgendaItem *item
      = line->session ? rt_plan_find (plan, RT_PART_AGENDA, line->session, NULL) : NULL;
  guint seats = line->round ? count_seats (self, &line->round, 1)
                            : count_seats (self, item->rounds, rt_ids_length (item->rounds));
  GError *error = NULL;
  RtChange *change = line->round
                         ? rt_edit_remove (plan, NULL, RT_PART_ROUNDS, &line->round, 1, &error)
                         : rt_edit_remove_session (plan, line->session, &error);
  g_autofree char *label = change ? g_strdup (rt_change_get_label (change)) : NULL;

  if (rt_session_do (self->session, change, error) && seats > 0)
    {
      g_autofree char *message
          /* Translators: "Remove Round 2: 40 seats went with it" */
          = g_strdup_printf (ngettext ("%s: %u seat went with it", "%s: %u seats went with it", seats),
                             label, seats);

      say (self, message);
    }
}

static void
set_minutes (RtAgendaWindow *self,
             RtAgendaRow    *row,
             int             minutes)
{
  const RtAgendaLine *line = line_of (self, row);
  GError *error = NULL;
  RtChange *change;

  if (line->round)
    {
      g_autoptr (RtRound) round = rt_record_copy (rt_plan_find_round (get_plan (self), line->round));

      round->minutes = minutes;
      change = rt_edit_change_round (get_plan (self), round, &error);
    }
  else
    {
      g_autoptr (RtAgendaItem) item
          = rt_record_copy (rt_plan_find (get_plan (self), RT_PART_AGENDA, line->session, NULL));

      item->minutes = minutes;
      change = rt_edit_change_session (get_plan (self), item, &error);
    }
  rt_session_do (self->session, change, error);
}

/* A row was dropped on another: it takes its place. */
static void
drop_on (RtAgendaWindow     *self,
         const RtAgendaLine *moved,
         const RtAgendaLine *target)
{
  RtPlan *plan = get_plan (self);
  GError *error = NULL;
  RtChange *change;

  if (moved == NULL || line_id (moved) == line_id (target))
    return;
  if (moved->round && target->session)
    change = rt_edit_place_round (plan, moved->round, target->session, target->round, &error);
  else if (moved->round)
    change = rt_edit_reorder (plan, _("Move a Round"), RT_PART_ROUNDS, moved->round,
                              rt_plan_index_of (plan, RT_PART_ROUNDS, target->round), &error);
  else if (target->session == NULL || target->session == moved->session)
    return;
  else
    change = rt_edit_move_session (plan, moved->session,
                                   rt_plan_index_of (plan, RT_PART_AGENDA, target->session), &error);
  rt_session_do (self->session, change, error);
}

static void
open_row (RtAgendaWindow     *self,
          const RtAgendaLine *line)
{
  GtkWidget *dialog = rt_agenda_dialog_new (self->session, line->session, line->round);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (dialog),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (self))), height);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (RtAgendaWindow *self,
                  RtAgendaRow    *row)
{
  open_row (self, line_of (self, row));
}

static void
row_asked_cb (RtAgendaWindow *self,
              RtAgendaAsk     what,
              guint           detail,
              RtAgendaRow    *row)
{
  switch (what)
    {
    case RT_AGENDA_ASK_UP:
      move_by (self, row, -1);
      break;
    case RT_AGENDA_ASK_DOWN:
      move_by (self, row, 1);
      break;
    case RT_AGENDA_ASK_REMOVE:
      remove_row (self, row);
      break;
    case RT_AGENDA_ASK_MINUTES:
      set_minutes (self, row, (int) detail);
      break;
    case RT_AGENDA_ASK_HERE:
      drop_on (self, get_line (self, detail), line_of (self, row));
      break;
    }
}

static void
start_cb (RtAgendaWindow *self)
{
  g_autofree char *text = rt_tidy (gtk_editable_get_text (self->start_row));
  const char *start = rt_plan_get_event (get_plan (self))->start;
  g_autoptr (GError) error = NULL;
  RtChange *change;

  if (g_strcmp0 (text, start ? start : "") == 0)
    return;
  change = rt_edit_set_start (get_plan (self), text, &error);
  if (change)
    rt_session_do (self->session, change, NULL);
  else
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
    }
}

/* Rows. */

static gboolean
is_narrow (RtAgendaWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width < NARROW_BELOW;
}

static gboolean
layout_cb (gpointer data)
{
  RtAgendaWindow *self = data;
  gboolean narrow = is_narrow (self);

  self->layout_source = 0;
  for (guint i = 0; get_row (self, i) != NULL; i++)
    rt_agenda_row_set_narrow (get_row (self, i), narrow);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 loses what is asked for while sizes are given out: the rows follow right after. Before the
 * window is shown they follow at once, or it would open as wide as they want to be. */
static void
width_cb (RtAgendaWindow *self)
{
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      layout_cb (self);
      return;
    }
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
}

/* Rows that are still right stay, and with them the focus and what is typed in them. */
static void
sync_rows (RtAgendaWindow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      RtId id = line_id (get_line (self, i));
      guint at = find_row (self, id);

      if (at == i)
        continue;
      if (at != G_MAXUINT)
        {
          g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (get_row (self, at)));

          gtk_list_box_remove (self->list, row);
          gtk_list_box_insert (self->list, row, (int) i);
        }
      else
        {
          GtkWidget *row = rt_agenda_row_new (id);

          rt_agenda_row_set_narrow (RT_AGENDA_ROW (row), is_narrow (self));
          g_signal_connect_object (row, "asked", G_CALLBACK (row_asked_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_insert (self->list, row, (int) i);
        }
    }
  while (get_row (self, self->lines->len) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, self->lines->len)));
}

static void
update_undo (RtAgendaWindow *self)
{
  RtHistory *history = rt_session_get_history (self->session);
  const char *undo = rt_history_undo_label (history), *redo = rt_history_redo_label (history);
  g_autofree char *undo_words = undo ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_words = redo ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));
  gboolean arranging = rt_session_is_arranging (self->session, NULL);

  gtk_widget_set_tooltip_text (self->undo_button, undo_words);
  gtk_widget_set_tooltip_text (self->redo_button, redo_words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.undo", undo != NULL && !arranging);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.redo", redo != NULL && !arranging);
}

/* The focus stays with its row and the part of it; when the row went, at the one that stands there
 * now. */
static void
restore_focus (RtAgendaWindow *self,
               RtId            id,
               guint           at,
               RtAgendaAsk     part)
{
  guint still = id ? find_row (self, id) : G_MAXUINT;
  RtAgendaRow *now = get_focus_row (self);

  if (id == NULL || self->lines->len == 0)
    return;
  if (still != G_MAXUINT && now == get_row (self, still) && rt_agenda_row_get_focus (now) == part)
    return;
  at = MIN (still != G_MAXUINT ? still : at, self->lines->len - 1);
  rt_agenda_row_focus (get_row (self, at), part);
}

static void
update_rows (RtAgendaWindow *self)
{
  g_autoptr (GPtrArray) conflicts = rt_agenda_find_conflicts (get_plan (self));
  RtAgendaRow *focus = get_focus_row (self);
  RtId focus_id = focus ? rt_agenda_row_get_id (focus) : NULL;
  RtAgendaAsk part = focus ? rt_agenda_row_get_focus (focus) : RT_AGENDA_ASK_HERE;
  guint at = focus ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : 0;

  g_clear_pointer (&self->lines, g_array_unref);
  self->lines = rt_agenda_list (get_plan (self));
  sync_rows (self);
  for (guint i = 0; i < self->lines->len; i++)
    rt_agenda_row_update (get_row (self, i), get_plan (self), get_line (self, i), conflicts);
  restore_focus (self, focus_id, at, part);
}

/* When the day ends, or why that is not known. */
static void
update_end (RtAgendaWindow *self)
{
  int end = -1;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    end = MAX (end, get_line (self, i)->end);
  if (self->lines->len == 0)
    words = g_strdup ("");
  else if (end < 0)
    words = g_strdup (_("With a start, every session has its clock time."));
  else
    /* Translators: a clock time */
    words = g_strdup_printf (_("Ends at %02d:%02d"), end / 60 % 24, end % 60);
  gtk_label_set_text (self->end_label, words);
}

static void
update (RtAgendaWindow *self)
{
  RtPlan *plan = get_plan (self);
  const char *start = rt_plan_get_event (plan)->start;
  gboolean fixed = rt_session_is_arranging (self->session, NULL) || rt_plan_is_read_only (plan);

  update_rows (self);
  update_end (self);
  if (!g_str_equal (gtk_editable_get_text (self->start_row), start ? start : ""))
    gtk_editable_set_text (self->start_row, start ? start : "");
  gtk_stack_set_visible_child_name (self->stack, self->lines->len > 0 ? "agenda" : "empty");
  gtk_widget_set_sensitive (self->content, !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add", !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add-round", !fixed);
  update_undo (self);
}

/* Actions and keys. */

static void
focus_new (RtAgendaWindow *self,
           RtId            id)
{
  guint at = find_row (self, id);

  if (at != G_MAXUINT)
    rt_agenda_row_focus (get_row (self, at), RT_AGENDA_ASK_HERE);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (widget);
  RtPlan *plan = get_plan (self);
  GError *error = NULL;
  RtChange *change
      = rt_edit_add_session (plan, (RtSessionKind) g_variant_get_int32 (parameter), &error);

  if (rt_session_do (self->session, change, error))
    {
      guint last = rt_plan_get_n (plan, RT_PART_AGENDA) - 1;

      update (self);
      focus_new (self, ((const RtRecord *) rt_plan_get (plan, RT_PART_AGENDA, last))->id);
    }
}

/* One more round in the last session of rounds. */
static void
add_round_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (widget);
  RtPlan *plan = get_plan (self);
  RtId session = NULL;
  GError *error = NULL;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    {
      const RtAgendaItem *item = rt_plan_get (plan, RT_PART_AGENDA, i);

      if (item->kind == RT_SESSION_ROUNDS)
        session = item->parent.id;
    }
  if (rt_session_do (self->session, rt_edit_add_round_to (plan, session, &error), error))
    {
      guint last = rt_plan_get_n (plan, RT_PART_ROUNDS) - 1;

      update (self);
      focus_new (self, rt_plan_get_round (plan, last)->parent.id);
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rt_session_undo (RT_AGENDA_WINDOW (widget)->session);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rt_session_redo (RT_AGENDA_WINDOW (widget)->session);
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant  *step,
             gpointer   data)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (widget);
  RtAgendaRow *row = get_focus_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  move_by (self, row, g_variant_get_int32 (step));
  return GDK_EVENT_STOP;
}

static gboolean
remove_key_cb (GtkWidget *widget,
               GVariant  *parameter,
               gpointer   data)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (widget);
  RtAgendaRow *row = get_focus_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  remove_row (self, row);
  return GDK_EVENT_STOP;
}

static void
rt_agenda_window_dispose (GObject *object)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_agenda_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "agenda.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "agenda.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_agenda_window_class_init (RtAgendaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_agenda_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-agenda-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, content);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, start_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, end_label);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_install_action (widget_class, "agenda.add", "i", add_action);
  gtk_widget_class_install_action (widget_class, "agenda.add-round", NULL, add_round_action);
  gtk_widget_class_install_action (widget_class, "agenda.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "agenda.redo", NULL, redo_action);
  add_keys (widget_class);
}

static void
rt_agenda_window_init (RtAgendaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
}

GtkWidget *
rt_agenda_window_new (RtSession *session)
{
  RtAgendaWindow *self = g_object_new (RT_TYPE_AGENDA_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rt_session_get_history (session), "changed", G_CALLBACK (update_undo),
                           self, G_CONNECT_SWAPPED);
  update (self);
  if (get_row (self, 0) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, 0)));
  return GTK_WIDGET (self);
}
