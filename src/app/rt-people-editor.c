/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-editor.h"

#include <glib/gi18n-lib.h>

#include "rt-person-cell.h"

struct _RtPeopleEditor
{
  GObject parent_instance;

  GtkColumnView *view;
  RtPeopleShown *shown;
  RtSession *session;
  RtPeopleColumn column;   /* edited now, or last */

  /* Of the cell in hand; without one, all NULL. */
  GtkListItem *list_item;
  RtId person;
  char *before;
  GtkWidget *cell;         /* which the entry stands for */
  GtkWidget *entry;
  GtkWidget *popover;      /* of ticks */
  GtkWidget *checks[RT_MOST_CELL_TICKS];
  guint left_id;
};

G_DEFINE_FINAL_TYPE (RtPeopleEditor, rt_people_editor, G_TYPE_OBJECT)

static RtPlan *
get_plan (RtPeopleEditor *self)
{
  return rt_session_get_plan (self->session);
}

static char *
dup_text (RtPeopleEditor *self)
{
  RtCellTick ticks[RT_MOST_CELL_TICKS];
  guint n = rt_person_cell_get_ticks (self->column, ticks);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->entry)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  for (guint i = 0; i < n; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", ticks[i].word);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
unparent_cb (gpointer widget)
{
  gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

/* GTK's rows and cells hand the focus on to what is in them, if that can have it. */
static void
focus_row (GtkWidget *cell)
{
  while (cell && !g_str_equal (gtk_widget_get_css_name (cell), "row"))
    cell = gtk_widget_get_parent (cell);
  if (cell)
    gtk_widget_grab_focus (cell);
}

static gboolean
is_in_hand (RtPeopleEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (self->popover)
    return gtk_widget_get_visible (self->popover);
  return self->entry && focus && gtk_widget_is_ancestor (focus, self->entry);
}

/* The cell is what it was before it was edited. */
static void
put_back (RtPeopleEditor *self)
{
  GtkListItem *list_item = g_steal_pointer (&self->list_item);

  g_signal_handlers_disconnect_by_data (list_item, self);
  if (self->popover)
    {
      g_signal_handlers_disconnect_by_data (self->popover, self);
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      /* Not while it is in the middle of closing. */
      g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_steal_pointer (&self->popover),
                       g_object_unref);
    }
  else
    {
      if (is_in_hand (self))
        {
          gtk_widget_set_can_focus (self->entry, FALSE);
          focus_row (self->entry);
        }
      gtk_list_item_set_child (list_item, self->cell);
    }
  g_clear_handle_id (&self->left_id, g_source_remove);
  self->entry = NULL;
  g_clear_object (&self->cell);
  g_clear_pointer (&self->before, g_free);
}

/* @error: set when the text is none that the cell can have. Returns: NULL also when nothing is
 * another. */
static RtChange *
make_change (RtPeopleEditor *self, GError **error)
{
  g_autofree char *text = dup_text (self);

  if (g_str_equal (text, self->before) || !rt_plan_find_person (get_plan (self), self->person))
    return NULL;
  return rt_person_cell_to_change (get_plan (self), self->person, self->column, text, error);
}

/* Returns: FALSE where the text cannot be kept: then it is said why, and the cell stays in hand. */
static gboolean
keep (RtPeopleEditor *self)
{
  GError *error = NULL;
  RtChange *change = make_change (self, &error);

  if (change == NULL && error)
    {
      rt_session_do (self->session, NULL, &error);
      return FALSE;
    }
  put_back (self);
  if (change)
    rt_session_do (self->session, change, NULL);
  return TRUE;
}

/* Another row stands where the cell was: the plan or the order is changing right now, so what was
 * typed enters a moment later. */
static gboolean
do_later_cb (gpointer data)
{
  gpointer *parts = data;
  RtPeopleEditor *self = parts[0];

  if (self->session)
    rt_session_do (self->session, parts[1], NULL);
  else
    rt_change_unref (parts[1]);
  g_object_unref (self);
  g_free (parts);
  return G_SOURCE_REMOVE;
}

static void
keep_later (RtPeopleEditor *self)
{
  RtChange *change = make_change (self, NULL);
  gpointer *parts;

  put_back (self);
  if (change == NULL)
    return;
  parts = g_new0 (gpointer, 2);
  parts[0] = g_object_ref (self);
  parts[1] = change;
  g_idle_add_full (G_PRIORITY_DEFAULT, do_later_cb, parts, NULL);
}

static void
recycled_cb (RtPeopleEditor *self)
{
  keep_later (self);
}

static void
arranged_cb (RtPeopleEditor *self)
{
  const RtPersonRow *row
      = self->list_item
            ? rt_people_shown_get (self->shown, gtk_list_item_get_position (self->list_item))
            : NULL;

  if (self->list_item && (row == NULL || row->id != self->person))
    keep_later (self);
}

static void
cancel (RtPeopleEditor *self)
{
  g_autoptr (GtkWidget) cell = g_object_ref (self->cell);

  put_back (self);
  focus_row (cell);
}

void
rt_people_editor_finish (RtPeopleEditor *self)
{
  if (self->list_item && !keep (self))
    put_back (self);
}

/* From cell to cell. */

/* The next column on the screen, and whether that is in another row. */
static RtPeopleColumn
step_column (RtPeopleEditor *self, int by, int *rows)
{
  RtPeopleColumn column = self->column;

  *rows = 0;
  do
    {
      *rows += (int) column + by < 0 ? -1 : (int) column + by >= RT_N_PEOPLE_COLUMNS ? 1 : 0;
      column = (column + by + RT_N_PEOPLE_COLUMNS) % RT_N_PEOPLE_COLUMNS;
    }
  while (!gtk_column_view_column_get_visible (rt_people_columns_get (self->view, column)));
  return column;
}

/* Rows are known by who is in them: what is kept can put them in another order. */
static void
go_to (RtPeopleEditor *self, RtPeopleColumn column, int rows)
{
  guint position = gtk_list_item_get_position (self->list_item) + rows;
  const RtPersonRow *row = rt_people_shown_get (self->shown, position);
  RtId person = row ? row->id : NULL;
  g_autoptr (GtkWidget) cell = g_object_ref (self->cell);

  if (!keep (self))
    return;
  position = person ? rt_people_shown_find (self->shown, person) : G_MAXUINT;
  if (position == G_MAXUINT)
    {
      focus_row (cell);
      return;
    }
  gtk_selection_model_select_item (rt_people_shown_get_selection (self->shown), position, TRUE);
  rt_people_editor_begin (self, position, column);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                gpointer data)
{
  RtPeopleEditor *self = data;
  gboolean back = (state & GDK_SHIFT_MASK) || key == GDK_KEY_ISO_Left_Tab;
  RtPeopleColumn column;
  int rows;

  if (self->list_item == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Escape:
      cancel (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      go_to (self, self->column, back ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      column = step_column (self, back ? -1 : 1, &rows);
      go_to (self, column, rows);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_keys (RtPeopleEditor *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the entry and the popover have their own way with them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
}

/* Beginning. */

static gboolean
left_idle_cb (gpointer data)
{
  RtPeopleEditor *self = data;

  self->left_id = 0;
  /* It may be the cell before that was left, for this one. */
  if (!is_in_hand (self))
    rt_people_editor_finish (self);
  return G_SOURCE_REMOVE;
}

/* The focus is on its way elsewhere, through widgets that must not go meanwhile. */
static void
left_cb (RtPeopleEditor *self)
{
  if (self->left_id == 0)
    self->left_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, left_idle_cb, self, NULL);
}

static void
add_entry (RtPeopleEditor *self, const char *words)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "cell");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->before);
  /* The column stays about as wide as it is. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  add_keys (self, self->entry);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_list_item_set_child (self->list_item, self->entry);
  gtk_widget_grab_focus (self->entry);
}

static void
add_ticks (RtPeopleEditor *self, const RtCellTick *ticks, guint n, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_auto (GStrv) ticked = g_strsplit (self->before, ", ", -1);

  for (guint i = 0; i < n; i++)
    {
      self->checks[i] = gtk_check_button_new_with_label (ticks[i].title);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]),
                                   g_strv_contains ((const char *const *) ticked, ticks[i].word));
      gtk_box_append (GTK_BOX (box), self->checks[i]);
    }
  self->popover = g_object_ref_sink (gtk_popover_new ());
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  add_keys (self, self->popover);
  gtk_widget_set_parent (self->popover, self->cell);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (left_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->checks[0]);
}

static GtkListItem *
find_cell (RtPeopleEditor *self, guint position, RtPeopleColumn column)
{
  if (!gtk_column_view_column_get_visible (rt_people_columns_get (self->view, column)))
    return NULL;
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  return rt_people_columns_find_cell (self->view, column, position);
}

gboolean
rt_people_editor_begin (RtPeopleEditor *self, guint position, RtPeopleColumn column)
{
  RtCellTick ticks[RT_MOST_CELL_TICKS];
  guint n = rt_person_cell_get_ticks (column, ticks);
  GtkListItem *list_item;
  const RtPersonRow *row;
  g_autofree char *words = NULL;

  rt_people_editor_finish (self);
  list_item = find_cell (self, position, column);
  if (list_item == NULL)
    return FALSE;
  row = rt_people_shown_get (self->shown, position);
  self->list_item = list_item;
  self->column = column;
  self->person = row->id;
  self->before = rt_person_cell_dup_text (
      get_plan (self), rt_plan_find_person (get_plan (self), row->id), column);
  self->cell = g_object_ref (gtk_list_item_get_child (list_item));
  /* Translators: what an entry edits: "Organisation of Ada Byron" */
  words = g_strdup_printf (
      _("%s of %s"), gtk_column_view_column_get_title (rt_people_columns_get (self->view, column)),
      row->display);
  if (n > 0)
    add_ticks (self, ticks, n, words);
  else
    add_entry (self, words);
  g_signal_connect_swapped (list_item, "notify::item", G_CALLBACK (recycled_cb), self);
  return TRUE;
}

static gboolean
find_here (RtPeopleEditor *self, guint *position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus ? gtk_widget_get_first_child (focus) : NULL;
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (rt_people_shown_get_selection (self->shown));
  RtPeopleColumn column;
  GtkListItem *list_item = child && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
                               ? rt_people_columns_cell_of (child, &column)
                               : NULL;

  if (!gtk_bitset_is_empty (chosen))
    *position = gtk_bitset_get_minimum (chosen);
  else if (list_item)
    *position = gtk_list_item_get_position (list_item);
  return list_item || !gtk_bitset_is_empty (chosen);
}

gboolean
rt_people_editor_begin_here (RtPeopleEditor *self)
{
  guint position = 0;

  if (self->list_item || !find_here (self, &position))
    return FALSE;
  return rt_people_editor_begin (self, position, self->column)
         || rt_people_editor_begin (self, position, RT_PEOPLE_NAME);
}

/* A double click on a cell. In a narrow window there is one column, and the editor is a page. */
static void
pressed_cb (RtPeopleEditor *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  RtPeopleColumn column;
  GtkListItem *list_item
      = n_press == 2 && picked ? rt_people_columns_cell_of (picked, &column) : NULL;

  if (list_item == NULL || list_item == self->list_item
      || gtk_widget_has_css_class (GTK_WIDGET (self->view), "narrow"))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_selection_model_select_item (rt_people_shown_get_selection (self->shown),
                                   gtk_list_item_get_position (list_item), TRUE);
  rt_people_editor_begin (self, gtk_list_item_get_position (list_item), column);
}

static void
rt_people_editor_dispose (GObject *object)
{
  RtPeopleEditor *self = RT_PEOPLE_EDITOR (object);

  if (self->list_item)
    put_back (self);
  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_people_editor_parent_class)->dispose (object);
}

static void
rt_people_editor_class_init (RtPeopleEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_people_editor_dispose;
}

static void
rt_people_editor_init (RtPeopleEditor *self)
{
}

RtPeopleEditor *
rt_people_editor_new (GtkColumnView *view, RtPeopleShown *shown)
{
  RtPeopleEditor *self = g_object_new (RT_TYPE_PEOPLE_EDITOR, NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->view = view;
  self->shown = g_object_ref (shown);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect_swapped (shown, "arranged", G_CALLBACK (arranged_cb), self);
  return self;
}

void
rt_people_editor_set_session (RtPeopleEditor *self, RtSession *session)
{
  rt_people_editor_finish (self);
  g_set_object (&self->session, session);
}
