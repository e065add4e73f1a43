/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-spot.h"

struct _RtFloorSpot {
  GtkWidget parent_instance;

  int table;
  int chair; /* -1: the table itself */
  char *words;
};

enum {
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtFloorSpot, rt_floor_spot, GTK_TYPE_WIDGET)

static void
rt_floor_spot_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rt_floor_spot_parent_class)->dispose (object);
}

static void
rt_floor_spot_finalize (GObject *object)
{
  g_free (RT_FLOOR_SPOT (object)->words);
  G_OBJECT_CLASS (rt_floor_spot_parent_class)->finalize (object);
}

static void
rt_floor_spot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  /* The floor view has painted it. */
}

static gboolean
rt_floor_spot_grab_focus (GtkWidget *widget)
{
  /* A table has the focus itself, not the first of its chairs. */
  return gtk_widget_get_focusable (widget)
         && GTK_WIDGET_CLASS (rt_floor_spot_parent_class)->grab_focus (widget);
}

/* GTK 4.8 tells assistive technology of a widget's actions, not of its activate signal. */
static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATE], 0);
}

static void
rt_floor_spot_class_init (RtFloorSpotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_floor_spot_dispose;
  object_class->finalize = rt_floor_spot_finalize;
  widget_class->snapshot = rt_floor_spot_snapshot;
  widget_class->grab_focus = rt_floor_spot_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "floorspot");

  signals[ACTIVATE]
      = g_signal_new ("activate", RT_TYPE_FLOOR_SPOT, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "spot.activate", NULL, activate_action);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
}

static void
rt_floor_spot_init (RtFloorSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* Clicks and drags are the floor view's, which knows what lies on top. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * rt_floor_spot_new:
 * @table: index
 * @chair: index, or -1 for the table itself
 */
RtFloorSpot *
rt_floor_spot_new (int table, int chair)
{
  GtkAccessibleRole role = chair < 0 ? GTK_ACCESSIBLE_ROLE_GROUP : GTK_ACCESSIBLE_ROLE_BUTTON;
  RtFloorSpot *self = g_object_new (RT_TYPE_FLOOR_SPOT, "accessible-role", role, NULL);

  self->table = table;
  self->chair = chair;
  return self;
}

int
rt_floor_spot_get_table (RtFloorSpot *self)
{
  return self->table;
}

int
rt_floor_spot_get_chair (RtFloorSpot *self)
{
  return self->chair;
}

/** rt_floor_spot_set_words: what a screen reader says */
void
rt_floor_spot_set_words (RtFloorSpot *self, const char *words)
{
  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
