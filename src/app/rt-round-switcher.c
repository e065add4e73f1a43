/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-round-switcher.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rt-date.h"
#include "rt-price-bubble.h"
#include "rt-slip-drag.h"
#include "rt-slip-move.h"

#define MOST_BUTTONS 5
#define MOST_WORDS 3 /* more rounds than these have a number and a start only */

struct _RtRoundSwitcher {
  GtkWidget parent_instance;

  RtSession *session;
  RtSwitcherForm form;
  gboolean updating;
  gboolean fixed; /* no round can be added */

  GtkWidget *buttons; /* linked, one per round */
  GtkWidget *list;    /* previous, drop-down, next */
  GtkWidget *drop_down;
  GtkWidget *add;

  GtkWidget *popover; /* at the button a slip hangs over: what a drop would do */
  gboolean may_drop;
};

G_DEFINE_FINAL_TYPE (RtRoundSwitcher, rt_round_switcher, GTK_TYPE_WIDGET)

static guint
n_rounds (RtRoundSwitcher *self)
{
  return rt_plan_get_n (rt_session_get_plan (self->session), RT_PART_ROUNDS);
}

static char *
dup_times (RtRoundSwitcher *self, guint round, gboolean start_only)
{
  int start, end;

  if (!rt_plan_get_round_times (rt_session_get_plan (self->session), round, &start, &end))
    return NULL;
  if (start_only)
    return rt_time_dup (start);
  return g_strdup_printf ("%02d:%02d–%02d:%02d", start / 60 % 24, start % 60, end / 60 % 24,
                          end % 60);
}

/* Isolated, so that the start stays left of the end between words of a script that runs leftwards.
 */
static char *
dup_shown_times (RtRoundSwitcher *self, guint round, gboolean start_only)
{
  g_autofree char *times = dup_times (self, round, start_only);

  return times != NULL ? g_strdup_printf ("\u2066%s\u2069", times) : NULL;
}

/* Hosts alone are no seating yet: they have their chairs from the start. */
static gboolean
has_guests (RtRoundSwitcher *self, guint round)
{
  const RtRoll *roll = rt_session_get_roll (self->session);

  return memchr (roll->guest + round * roll->n_people, TRUE, roll->n_people) != NULL;
}

/* Not before anything is arranged: then every round would have a triangle, and none would say
 * anything. */
static gboolean
is_broken (RtRoundSwitcher *self, guint round)
{
  const RtMeasures *measures = rt_session_get_measures (self->session);

  if (!has_guests (self, round))
    return FALSE;
  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (measures->breaches, i);

      if (breach->round == (int) round && breach->strength == RT_STRENGTH_MUST)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_over (RtRoundSwitcher *self, guint round)
{
  return rt_plan_get_round (rt_session_get_plan (self->session), round)->done == 1;
}

/* "Round 2 of 3, 10:40–11:05, a rule is broken" */
static char *
dup_spoken (RtRoundSwitcher *self, guint round)
{
  g_autofree char *times = dup_times (self, round, FALSE);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_printf (words, _("Round %u of %u"), round + 1, n_rounds (self));
  if (times != NULL)
    g_string_append_printf (words, ", %s", times);
  if (is_over (self, round))
    g_string_append_printf (words, ", %s", _("over"));
  if (is_broken (self, round))
    g_string_append_printf (words, ", %s", _("a rule is broken"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
clicked_cb (GtkToggleButton *button, RtRoundSwitcher *self)
{
  guint round = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rt-round"));

  if (self->updating)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-round", "u", round);
}

/* A slip onto another round's button: the same table in that round. */

static guint
round_of (GtkDropTarget *target)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rt-round"));
}

static RtSlipMove
move_to (RtRoundSwitcher *self, const RtId *people, guint n, guint round)
{
  return (RtSlipMove) {
    .session = self->session,
    .people = people,
    .n_people = n,
    .target = RT_SLIP_TO_ROUND,
    .chair = -1,
    .round = rt_plan_get_round (rt_session_get_plan (self->session), round)->parent.id,
  };
}

static void
hide_bubble (RtRoundSwitcher *self)
{
  if (self->popover == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* The price is counted once for each button the slip comes over. */
static void
show_bubble (RtRoundSwitcher *self, GtkWidget *button, const RtSlipMove *move)
{
  GtkWidget *bubble = rt_price_bubble_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = rt_slip_move_make (move, &error);
  g_autofree char *title = rt_slip_move_dup_title (move);

  hide_bubble (self);
  self->popover = rt_price_bubble_new_popover (button, bubble, GTK_POS_BOTTOM);
  self->may_drop = rt_price_bubble_tell (bubble, rt_session_get_plan (self->session), change,
                                         error, title);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, RtRoundSwitcher *self)
{
  guint n, round = round_of (target);
  g_autofree RtId *people = rt_slip_drag_dup_people (gtk_drop_target_get_value (target), &n);
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (n == 0 || round >= n_rounds (self) || round == rt_session_get_round (self->session)
      || rt_session_is_arranging (self->session, NULL))
    return 0;
  if (self->popover == NULL || gtk_widget_get_parent (self->popover) != button)
    {
      RtSlipMove move = move_to (self, people, n, round);

      show_bubble (self, button, &move);
    }
  if (!self->may_drop)
    return 0;
  return rt_slip_drag_is_for_all (target) ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RtRoundSwitcher *self)
{
  guint n, round = round_of (target);
  g_autofree RtId *people = rt_slip_drag_dup_people (value, &n);
  RtSlipMove move;

  hide_bubble (self);
  if (n == 0 || round >= n_rounds (self) || round == rt_session_get_round (self->session))
    return FALSE;
  move = move_to (self, people, n, round);
  rt_slip_move_activate (&move, GTK_WIDGET (self));
  return TRUE;
}

static void
drop_leave_cb (GtkDropTarget *target, RtRoundSwitcher *self)
{
  hide_bubble (self);
}

static void
add_target (RtRoundSwitcher *self, GtkWidget *button)
{
  GtkDropTarget *target = rt_slip_drag_new_target ();

  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (target));
}

static void
add_part (GtkWidget *box, GtkWidget *part, const char *klass)
{
  if (klass != NULL)
    gtk_widget_add_css_class (part, klass);
  gtk_box_append (GTK_BOX (box), part);
}

static GtkWidget *
new_button (RtRoundSwitcher *self, guint round, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean words = self->form == RT_SWITCHER_WORDS && n_rounds (self) <= MOST_WORDS;
  g_autofree char *times = dup_shown_times (self, round, !words),
                  *spoken = dup_spoken (self, round);
  g_autofree char *name
      = words ? g_strdup_printf (_("Round %u"), round + 1) : g_strdup_printf ("%u", round + 1);

  add_part (box, gtk_label_new (name), "heading");
  if (times != NULL)
    add_part (box, gtk_label_new (times), "round-times");
  if (is_over (self, round))
    add_part (box, gtk_image_new_from_icon_name ("changes-prevent-symbolic"), NULL);
  if (is_broken (self, round))
    add_part (box, gtk_image_new_from_icon_name ("dialog-warning-symbolic"), NULL);
  gtk_button_set_child (GTK_BUTTON (button), box);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_object_set_data (G_OBJECT (button), "rt-round", GUINT_TO_POINTER (round));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  add_target (self, button);
  return button;
}

static void
show_current (RtRoundSwitcher *self)
{
  guint round = rt_session_get_round (self->session), i = 0;

  self->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->buttons); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), i == round);
  if (round < n_rounds (self))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), round);
  self->updating = FALSE;
}

static void
fill_buttons (RtRoundSwitcher *self)
{
  GtkWidget *child, *group = NULL;

  hide_bubble (self);
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  for (guint i = 0; i < n_rounds (self) && n_rounds (self) <= MOST_BUTTONS; i++)
    {
      child = new_button (self, i, group);
      group = i == 0 ? child : group;
      gtk_box_append (GTK_BOX (self->buttons), child);
    }
}

static void
fill_list (RtRoundSwitcher *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_rounds (self); i++)
    {
      g_autofree char *name = g_strdup_printf (_("Round %u"), i + 1);

      gtk_string_list_append (names, name);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  self->updating = FALSE;
  g_object_unref (names);
}

static void
update (RtRoundSwitcher *self)
{
  gboolean focused = gtk_widget_get_focus_child (self->buttons) != NULL;
  GtkWidget *child;

  fill_buttons (self);
  fill_list (self);
  gtk_widget_set_visible (self->add, self->form != RT_SWITCHER_LIST && !self->fixed);
  show_current (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!focused)
    return;
  for (child = gtk_widget_get_first_child (self->buttons); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      gtk_widget_grab_focus (child);
}

static void
chosen_cb (RtRoundSwitcher *self)
{
  guint round = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (!self->updating && round != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-round", "u", round);
}

static gboolean
may_have_buttons (RtRoundSwitcher *self)
{
  return self->form != RT_SWITCHER_LIST && gtk_widget_get_first_child (self->buttons) != NULL;
}

static int
natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Asks for the buttons, and makes do with the drop-down. */
static void
rt_round_switcher_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  RtRoundSwitcher *self = RT_ROUND_SWITCHER (widget);
  GtkWidget *const children[] = { self->buttons, self->list, self->add };
  int least, most, add = natural_width (self->add);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->list, orientation, -1, minimum, natural, NULL, NULL);
      *natural = add + (may_have_buttons (self) ? natural_width (self->buttons) : *natural);
      *minimum += add;
      *natural = MAX (*minimum, *natural);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      gtk_widget_measure (children[i], orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static void
allocate_child (RtRoundSwitcher *self, GtkWidget *child, int x, int width, int height)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean leftwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float at = (float) (leftwards ? all - x - width : x);

  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (at, 0.0f)));
}

static void
rt_round_switcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RtRoundSwitcher *self = RT_ROUND_SWITCHER (widget);
  int add = natural_width (self->add), room = MAX (1, width - add);
  int buttons = natural_width (self->buttons);
  gboolean use_buttons = may_have_buttons (self) && buttons <= room;
  int least, used;

  gtk_widget_measure (self->list, GTK_ORIENTATION_HORIZONTAL, -1, &least, &used, NULL, NULL);
  if (use_buttons)
    used = buttons;
  else
    used = self->form == RT_SWITCHER_LIST ? room : CLAMP (used, least, MAX (least, room));
  gtk_widget_set_child_visible (self->buttons, use_buttons);
  gtk_widget_set_child_visible (self->list, !use_buttons);
  allocate_child (self, use_buttons ? self->buttons : self->list, 0, used, height);
  if (add > 0)
    allocate_child (self, self->add, used, add, height);
}

static void
rt_round_switcher_dispose (GObject *object)
{
  RtRoundSwitcher *self = RT_ROUND_SWITCHER (object);
  GtkWidget *child;

  hide_bubble (self);
  rt_round_switcher_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rt_round_switcher_parent_class)->dispose (object);
}

static void
rt_round_switcher_class_init (RtRoundSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_round_switcher_dispose;
  widget_class->measure = rt_round_switcher_measure;
  widget_class->size_allocate = rt_round_switcher_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_icon_button (const char *icon, const char *action, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

static GtkWidget *
new_mark (const char *icon)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* The number and what it is marked with stay when a narrow window with large text has no room for
 * the time. */
static void
set_up_name_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *times = adw_squeezer_new (), *words = gtk_label_new (NULL);

  adw_squeezer_set_allow_none (ADW_SQUEEZER (times), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (times), words);
  g_object_set_data (G_OBJECT (box), "rt-times", words);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), new_mark ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (box), new_mark ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), times);
  gtk_list_item_set_child (item, box);
}

static void
bind_name_cb (GtkListItemFactory *factory, GtkListItem *item, RtRoundSwitcher *self)
{
  GtkWidget *box = gtk_list_item_get_child (item), *name = gtk_widget_get_first_child (box);
  GtkWidget *lock = gtk_widget_get_next_sibling (name);
  guint round = gtk_list_item_get_position (item);
  g_autofree char *times = NULL, *spoken = NULL;

  /* While rounds go, the list is about to be filled anew. */
  if (self->session == NULL || round >= n_rounds (self))
    return;
  times = dup_shown_times (self, round, self->form != RT_SWITCHER_WORDS);
  spoken = dup_spoken (self, round);
  gtk_label_set_label (GTK_LABEL (name),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (lock, is_over (self, round));
  gtk_widget_set_visible (gtk_widget_get_next_sibling (lock), is_broken (self, round));
  gtk_label_set_label (g_object_get_data (G_OBJECT (box), "rt-times"), times != NULL ? times : "");
  gtk_widget_set_visible (gtk_widget_get_last_child (box), times != NULL);
}

static GtkListItemFactory *
name_factory_new (RtRoundSwitcher *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_name_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_name_cb), self, 0);
  return factory;
}

static void
rt_round_switcher_init (RtRoundSwitcher *self)
{
  g_autoptr (GtkListItemFactory) names = name_factory_new (self);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->list = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), names);
  self->add = new_icon_button ("list-add-symbolic", "plan.add-round", _("Add a Round"));
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_set_hexpand (self->drop_down, TRUE);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Round"), -1);
  gtk_box_append (
      GTK_BOX (self->list),
      new_icon_button ("go-previous-symbolic", "plan.previous-round", _("Previous Round")));
  gtk_box_append (GTK_BOX (self->list), self->drop_down);
  gtk_box_append (GTK_BOX (self->list),
                  new_icon_button ("go-next-symbolic", "plan.next-round", _("Next Round")));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rounds"), -1);
}

void
rt_round_switcher_set_session (RtRoundSwitcher *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self) || session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (show_current), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
rt_round_switcher_set_form (RtRoundSwitcher *self, RtSwitcherForm form)
{
  if (self->form == form)
    return;
  self->form = form;
  if (self->session != NULL)
    update (self);
}

void
rt_round_switcher_set_fixed (RtRoundSwitcher *self, gboolean fixed)
{
  self->fixed = fixed;
  if (self->session != NULL)
    update (self);
}
