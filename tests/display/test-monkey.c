/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Whatever is done in whatever order, nothing breaks, and undoing all of it gives the plan back to
 * the byte. test-monkey [--seed SEED] [--events EVENTS] [--hands]; the seed that failed is in the
 * name of the case. */

#include "rt-round.h"
#include "test-screen.h"

#define EVENTS 150
#define SEED 20090129
#define TURNS 30       /* of the loop after each event */
#define BATCH 8        /* keys and clicks at once */
#define MOST_WINDOWS 4 /* then one is closed */

static RtApplication *application;
static int events = EVENTS;
static int seed = SEED;
static gboolean hands = FALSE;

typedef struct
{
  GRand *rand;
  RtPlan *plan;
  RtSession *session;
  RtWindow *window;
} Monkey;

/* What an action is given: r, p, t a round, a person, a table; c a chair; n a small number; x a
 * place in the room; P, T, R lists of them; l a layout, f a format. */
static const struct
{
  const char *name;
  const char *type;
  const char *given;
} actions[] = {
  { "plan.move", "(sssi)", "rptc" },
  { "plan.swap", "(sss)", "rpp" },
  { "plan.unseat", "(ss)", "rp" },
  { "plan.pin", "(sss)", "rpt" },
  { "plan.seat-best", "(ss)", "rp" },
  { "plan.away", "(ss)", "rp" },
  { "plan.replace-person", "s", "p" },
  { "plan.why", "(ss)", "rp" },
  { "plan.unseated", NULL, "" },
  { "plan.add-person", NULL, "" },
  { "plan.add-unnamed", "u", "n" },
  { "plan.remove-people", "as", "P" },
  { "plan.merge-people", "(ss)", "pp" },
  { "plan.select-person", "s", "p" },
  { "plan.edit-person", "s", "p" },
  { "plan.undo", NULL, "" },
  { "plan.redo", NULL, "" },
  { "win.event-details", NULL, "" },
  { "win.rules", NULL, "" },
  { "win.agenda", NULL, "" },
  { "win.themes", NULL, "" },
  { "plan.arrange", NULL, "" },
  { "plan.stop", NULL, "" },
  { "plan.cancel", NULL, "" },
  { "plan.put-right", NULL, "" },
  { "plan.clear-round", "s", "r" },
  { "plan.arrange-round", "s", "r" },
  { "plan.add-round", NULL, "" },
  { "plan.remove-rounds", "as", "R" },
  { "plan.show-round", "u", "n" },
  { "plan.previous-round", NULL, "" },
  { "plan.next-round", NULL, "" },
  { "plan.set-up", "s", "f" },
  { "plan.move-people", "(sass)", "rPt" },
  { "plan.unseat-people", "(sas)", "rP" },
  { "plan.swap-everywhere", "(ss)", "pp" },
  { "plan.copy-places", "(ssas)", "rrP" },
  { "plan.set-round-host", "(sss)", "rtp" },
  { "plan.set-round-co-host", "(sss)", "rtp" },
  { "plan.place-table", "(sii)", "txx" },
  { "plan.select-table", "s", "t" },
  { "plan.remove-tables", "as", "T" },
  { "plan.add-tables", "(ui)", "nn" },
  { "plan.table-per-host", NULL, "" },
  { "plan.layout", "s", "l" },
  { "plan.set-host", "(ss)", "tp" },
  { "win.find", NULL, "" },
  { "win.next-pane", NULL, "" },
  { "win.previous-pane", NULL, "" },
};

/* What reaches outside, or would end the journey, does nothing here. */
static const char *const outside[] = {
  "new",           "open",      "save",         "save-as",   "save-copy",  "export",
  "show-in-files", "import",    "print",        "show-help", "paste-list", "paste-here",
  "full-screen",   "duplicate", "next-meeting", "compare",
};

static const char *const keys[] = {
  "Tab",
  "shift+Tab",
  "Up",
  "Down",
  "Left",
  "Right",
  "Return",
  "space",
  "Escape",
  "Delete",
  "Home",
  "End",
  "Page_Up",
  "Page_Down",
  "a",
  "e",
  "4",
  "plus",
  "ctrl+z",
  "ctrl+shift+z",
  "ctrl+a",
  "ctrl+l",
  "ctrl+m",
  "ctrl+shift+m",
  "ctrl+x",
  "ctrl+v",
  "ctrl+d",
  "ctrl+bracketleft",
  "ctrl+Right",
  "ctrl+plus",
  "ctrl+minus",
  "ctrl+0",
  "F2",
  "F4",
  "F6",
  "F9",
  "shift+F10",
  "alt+1",
  "alt+2",
  "alt+3",
  "ctrl+Page_Up",
  "ctrl+Page_Down",
  "ctrl+f",
  "ctrl+r",
  "ctrl+t",
};

static int
below (Monkey *self, int end)
{
  return end > 0 ? g_rand_int_range (self->rand, 0, end) : 0;
}

static RtId
any_id (Monkey *self, RtPart part)
{
  guint n = rt_plan_get_n (self->plan, part);
  const RtRecord *record;

  if (n == 0)
    return "";
  record = rt_plan_get (self->plan, part, (guint)below (self, (int)n));
  return record->id;
}

static RtPart
part_of (char letter)
{
  return g_ascii_tolower (letter) == 'r'   ? RT_PART_ROUNDS
         : g_ascii_tolower (letter) == 'p' ? RT_PART_PEOPLE
                                           : RT_PART_TABLES;
}

static GVariant *
any_list (Monkey *self, RtPart part)
{
  const char *ids[3];
  int n = below (self, 3);

  for (int i = 0; i < n; i++)
    ids[i] = any_id (self, part);
  return g_variant_new_strv (ids, n);
}

static GVariant *
any_value (Monkey *self, char letter, char type)
{
  static const char *const layouts[] = { "grid", "ring", "u", "rows", "scattered", "boardroom" };
  int number = letter == 'x'   ? below (self, 2000)
               : letter == 'c' ? below (self, 8) - 1
                               : below (self, 9);

  switch (letter)
    {
    case 'P':
    case 'T':
    case 'R':
      return any_list (self, part_of (letter));
    case 'l':
      return g_variant_new_string (layouts[below (self, G_N_ELEMENTS (layouts))]);
    case 'f':
      return g_variant_new_string (rt_preset_words[below (self, RT_N_PRESETS)]);
    case 'c':
    case 'n':
    case 'x':
      return type == 'u' ? g_variant_new_uint32 ((guint)number) : g_variant_new_int32 (number);
    default:
      return g_variant_new_string (
          below (self, 12) == 0 && letter != 'r' ? "" : any_id (self, part_of (letter)));
    }
}

static GVariant *
any_parameter (Monkey *self, const char *type, const char *given)
{
  GVariant *values[4];
  gsize n = strlen (given);
  const char *at;

  if (type == NULL)
    return NULL;
  at = type + (*type == '(');
  for (gsize i = 0; i < n; i++)
    {
      values[i] = any_value (self, given[i], *at);
      at += *at == 'a' ? 2 : 1;
    }
  return *type == '(' ? g_variant_new_tuple (values, n) : values[0];
}

static void
act (Monkey *self)
{
  int i = below (self, G_N_ELEMENTS (actions));
  GVariant *parameter = any_parameter (self, actions[i].type, actions[i].given);
  g_autofree char *words = parameter ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_test_message ("%s %s", actions[i].name, words);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), actions[i].name, parameter);
}

/* Windows. */

static GtkWindow *
any_window (Monkey *self)
{
  GListModel *all = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (all);
  g_autoptr (GtkWindow) window = g_list_model_get_item (all, (guint)below (self, (int)n));

  return window;
}

static void
close_one (Monkey *self)
{
  GtkWindow *window = any_window (self);

  if (window == GTK_WINDOW (self->window))
    return;
  g_test_message ("close %s", gtk_window_get_title (window));
  gtk_window_close (window);
}

static void
collect (GtkWidget *widget, GPtrArray *all)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget))
    return;
  g_ptr_array_add (all, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, all);
}

/* A button, a row, a switch, a chair: whatever Enter would do there. */
static void
activate_something (Monkey *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GtkWidget *widget;

  collect (GTK_WIDGET (any_window (self)), all);
  if (all->len == 0)
    return;
  widget = all->pdata[below (self, (int)all->len)];
  g_test_message ("activate %s of %s", G_OBJECT_TYPE_NAME (widget),
                  G_OBJECT_TYPE_NAME (gtk_widget_get_root (widget)));
  if (below (self, 4) == 0)
    gtk_widget_grab_focus (widget);
  else
    gtk_widget_activate (widget);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  *(gboolean *)data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

static void
add_gesture (Monkey *self, GPtrArray *words)
{
  int x = below (self, 1200), y = below (self, 780);

  g_ptr_array_add (words, g_strdup ("mousemove"));
  g_ptr_array_add (words, g_strdup_printf ("%d", x));
  g_ptr_array_add (words, g_strdup_printf ("%d", y));
  if (below (self, 3) > 0)
    {
      g_ptr_array_add (words, g_strdup ("click"));
      g_ptr_array_add (words, g_strdup_printf ("%d", 1 + below (self, 5)));
      return;
    }
  g_ptr_array_add (words, g_strdup ("mousedown"));
  g_ptr_array_add (words, g_strdup ("1"));
  for (int i = 0; i < 5; i++)
    {
      x += below (self, 120) - 60;
      y += below (self, 120) - 60;
      g_ptr_array_add (words, g_strdup ("mousemove"));
      g_ptr_array_add (words, g_strdup_printf ("%d", MAX (x, 0)));
      g_ptr_array_add (words, g_strdup_printf ("%d", MAX (y, 0)));
    }
  g_ptr_array_add (words, g_strdup ("mouseup"));
  g_ptr_array_add (words, g_strdup ("1"));
}

/* Real keys, clicks and drags, anywhere. */
static void
use_hands (Monkey *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *line = NULL;
  gboolean ended = FALSE;

  g_ptr_array_add (words, g_strdup ("xdotool"));
  for (int i = 0; i < BATCH; i++)
    if (below (self, 3) == 0)
      add_gesture (self, words);
    else
      {
        g_ptr_array_add (words, g_strdup ("key"));
        g_ptr_array_add (words, g_strdup (keys[below (self, G_N_ELEMENTS (keys))]));
      }
  g_ptr_array_add (words, NULL);
  line = g_strjoinv (" ", (char **)words->pdata);
  g_test_message ("%s", line);
  process = g_subprocess_newv ((const char *const *)words->pdata, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_subprocess_wait_async (process, NULL, ended_cb, &ended);
  test_wait (is_true, &ended);
}

static void
do_something (Monkey *self)
{
  int what = below (self, 20);

  if (g_list_model_get_n_items (gtk_window_get_toplevels ()) > MOST_WINDOWS || what == 0)
    close_one (self);
  else if (rt_session_is_arranging (self->session, NULL) && below (self, 3) == 0)
    rt_session_stop (self->session, below (self, 2) == 0);
  else if (what < 11)
    act (self);
  else if (what < 19 || !hands)
    activate_something (self);
  else
    use_hands (self);
  for (int i = 0; i < TURNS; i++)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
is_idle (gpointer data)
{
  return !rt_session_is_arranging (data, NULL);
}

static gboolean
is_alone (gpointer data)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if ((gpointer)window != data)
        gtk_window_destroy (window);
    }
  return g_list_model_get_n_items (all) == 1;
}

static gboolean
stay_cb (GtkWindow *window, gpointer data)
{
  return TRUE;
}

static RtSession *
open_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples",
                                                 "leadership-styles.rotunda.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (RtPlan) plan = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  plan = rt_plan_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  return rt_session_new_for_plan (plan, NULL);
}

static void
test_monkey (void)
{
  Monkey self = { g_rand_new_with_seed ((guint32)seed) };
  g_autofree char *before = NULL, *after = NULL;

  self.session = open_sample ();
  self.plan = rt_session_get_plan (self.session);
  before = rt_plan_to_json (self.plan, TRUE, NULL);
  self.window = test_window (application, self.session);
  g_signal_connect (self.window, "close-request", G_CALLBACK (stay_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_autoptr (GSimpleAction) nothing = g_simple_action_new (outside[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (self.window), G_ACTION (nothing));
    }
  for (int i = 0; i < events; i++)
    do_something (&self);
  test_wait (is_alone, self.window);
  rt_session_stop (self.session, FALSE);
  test_wait (is_idle, self.session);
  while (rt_session_undo (self.session))
    ;
  after = rt_plan_to_json (self.plan, TRUE, NULL);
  g_assert_cmpstr (after, ==, before);
  rt_window_close_now (self.window);
  test_settle ();
  g_object_unref (self.session);
  g_rand_free (self.rand);
}

int
main (int argc, char *argv[])
{
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What is done", "SEED" },
    { "events", 0, 0, G_OPTION_ARG_INT, &events, "How much of it", "EVENTS" },
    { "hands", 0, 0, G_OPTION_ARG_NONE, &hands, "Real keys, clicks and drags too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *path = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_parse (context, &argc, &argv, NULL);
  gtk_test_init (&argc, &argv, NULL);
  /* Warnings of GTK about its own entries are not what is looked for. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  path = g_strdup_printf ("/monkey/%d", seed);
  application = test_start ();
  g_test_add_func (path, test_monkey);
  return g_test_run ();
}
