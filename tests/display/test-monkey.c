/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Whatever is done in whatever order, nothing breaks, and undoing all of it gives each plan back to
 * the byte. test-monkey [--seed SEED] [--events EVENTS] [--hands] [-p /monkey/SHAPE]; the seed that
 * failed is in the name of the case. */

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <glib/gstdio.h>

#include "monkey.h"
#include "test-screen.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

#define QUARK_BLOCK (2048 * sizeof (char *))

/* GLib forgets its first block of quarks, by intent, when there are more than fit in it. */
void __sanitizer_malloc_hook (const volatile void *block, size_t size);
const volatile void *first_quarks;

void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (first_quarks == NULL && size == QUARK_BLOCK)
    first_quarks = block;
}
#else
#define __lsan_disable()
#define __lsan_enable()
#endif

#define EVENTS 200 /* on each shape of plan */
#define SEED 20090129
#define TURNS 30       /* of the loop after each event */
#define BATCH 8        /* keys and clicks at once */
#define CLICK_MS 300   /* GTK's buttons click 250 ms after they are activated */
#define MOST_WINDOWS 5 /* then one is closed */

static RtApplication *application;
static GtkWidget *chooser;
static int events = EVENTS;
static int seed = SEED;
static gboolean hands = FALSE;

/* A plan that was open at some time, and what it was then. */
typedef struct
{
  RtSession *session;
  char *before;
} Document;

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

/* Windows. */

static GtkWindow *
any_window (Monkey *self)
{
  GListModel *all = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (all);
  g_autoptr (GtkWindow) window = g_list_model_get_item (all, (guint)monkey_below (self, (int)n));

  return window;
}

/* Where files are chosen and things are printed the world outside begins: they are only closed. */
static gboolean
is_outside (gpointer window)
{
  const char *name = G_OBJECT_TYPE_NAME (window);

  return g_str_equal (name, "GtkFileChooserDialog") || g_str_equal (name, "GtkPrintUnixDialog");
}

static gboolean
is_print_button (GtkWidget *widget)
{
  GtkActionable *button = GTK_IS_ACTIONABLE (widget) ? GTK_ACTIONABLE (widget) : NULL;

  return button && g_strcmp0 (gtk_actionable_get_action_name (button), "print.print") == 0;
}

static void
close_one (Monkey *self)
{
  GtkWindow *window = any_window (self);

  g_test_message ("close %s", G_OBJECT_TYPE_NAME (window));
  gtk_window_close (window);
}

/* One of the windows with a plan takes its turn; the one before may have been closed. */
static void
take_turn (Monkey *self)
{
  GtkWindow *window = any_window (self);

  while (!RT_IS_WINDOW (window))
    window = any_window (self);
  self->window = RT_WINDOW (window);
  self->session = rt_window_get_session (self->window);
  self->plan = rt_session_get_plan (self->session);
}

static void
resize (Monkey *self)
{
  int width = 340 + monkey_below (self, 900), height = 280 + monkey_below (self, 560);

  g_test_message ("resize to %d x %d", width, height);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
}

/* What is within @seen, in which its surface shows it: nobody can reach the rest. */
static void
collect (GtkWidget *widget, const graphene_rect_t *seen, GPtrArray *all)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t part;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget)
      || !gtk_widget_compute_bounds (widget, native, &part))
    return;
  if (widget != native && !graphene_rect_intersection (&part, seen, &part))
    return;
  g_ptr_array_add (all, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, &part, all);
}

/* A menu has the pointer and the keyboard to itself. */
static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *menu = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && menu == NULL;
       child = gtk_widget_get_next_sibling (child))
    menu = find_menu (child);
  return menu == NULL && GTK_IS_POPOVER (widget)
                 && gtk_popover_get_autohide (GTK_POPOVER (widget))
             ? widget : menu;
}

static GtkWidget *
find_any_menu (void)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWidget *menu = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all) && menu == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      menu = find_menu (window);
    }
  return menu;
}

static void
close_menus (void)
{
  GtkWidget *menu;

  while ((menu = find_any_menu ()))
    gtk_popover_popdown (GTK_POPOVER (menu));
}

static GtkWidget *
any_widget (Monkey *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GtkWidget *menu = find_any_menu (), *from = menu ? menu : GTK_WIDGET (any_window (self));

  if (is_outside (from))
    return NULL;
  collect (from, NULL, all);
  return all->len > 0 ? all->pdata[monkey_below (self, (int) all->len)] : NULL;
}

/* A button, a row, a switch, a chair: whatever Enter would do there. */
static void
activate_something (Monkey *self)
{
  GtkWidget *widget = any_widget (self);

  if (widget == NULL || is_print_button (widget))
    return;
  g_test_message ("activate %s of %s", G_OBJECT_TYPE_NAME (widget),
                  G_OBJECT_TYPE_NAME (gtk_widget_get_root (widget)));
  if (monkey_below (self, 4) == 0)
    gtk_widget_grab_focus (widget);
  else
    gtk_widget_activate (widget);
}

/* What a widget, or what it is in, can do by itself. */
static void
act_somewhere (Monkey *self)
{
  for (GtkWidget *widget = any_widget (self); widget; widget = gtk_widget_get_parent (widget))
    if (monkey_below (self, 3) == 0)
      {
        monkey_act_at (self, widget);
        return;
      }
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
  int x = monkey_below (self, 1200), y = monkey_below (self, 780);

  g_ptr_array_add (words, g_strdup ("mousemove"));
  g_ptr_array_add (words, g_strdup_printf ("%d", x));
  g_ptr_array_add (words, g_strdup_printf ("%d", y));
  if (monkey_below (self, 3) > 0)
    {
      g_ptr_array_add (words, g_strdup ("click"));
      g_ptr_array_add (words, g_strdup_printf ("%d", 1 + monkey_below (self, 5)));
      return;
    }
  g_ptr_array_add (words, g_strdup ("mousedown"));
  g_ptr_array_add (words, g_strdup ("1"));
  for (int i = 0; i < 5; i++)
    {
      x += monkey_below (self, 120) - 60;
      y += monkey_below (self, 120) - 60;
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
    if (monkey_below (self, 3) == 0)
      add_gesture (self, words);
    else
      {
        g_ptr_array_add (words, g_strdup ("key"));
        g_ptr_array_add (words, g_strdup (keys[monkey_below (self, G_N_ELEMENTS (keys))]));
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
  int what = monkey_below (self, 24);

  take_turn (self);
  if (what < 12)
    close_menus ();
  if (g_list_model_get_n_items (gtk_window_get_toplevels ()) > MOST_WINDOWS || what == 0)
    close_one (self);
  else if (rt_session_is_arranging (self->session, NULL) && monkey_below (self, 3) == 0)
    rt_session_stop (self->session, monkey_below (self, 2) == 0);
  else if (what == 1)
    resize (self);
  else if (what < 12)
    monkey_act (self);
  else if (what < 15)
    act_somewhere (self);
  else if (what < 23 || !hands)
    activate_something (self);
  else
    use_hands (self);
  for (int i = 0; i < TURNS; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* Plans. */

static void
document_free (gpointer data)
{
  Document *document = data;

  g_object_unref (document->session);
  g_free (document->before);
  g_free (document);
}

static gboolean
is_document (gconstpointer document, gconstpointer session)
{
  return ((const Document *) document)->session == session;
}

static char *
text_of (RtSession *session)
{
  return rt_plan_to_json (rt_session_get_plan (session), TRUE, NULL);
}

/* What every plan that came with a window was at first. */
static void
remember (GPtrArray *documents)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);
      RtSession *session
          = RT_IS_WINDOW (window) ? rt_window_get_session (RT_WINDOW (window)) : NULL;
      Document *document;

      if (session == NULL
          || g_ptr_array_find_with_equal_func (documents, session, is_document, NULL)
          || rt_history_undo_label (rt_session_get_history (session)))
        continue;
      document = g_new0 (Document, 1);
      document->session = g_object_ref (session);
      document->before = text_of (session);
      g_ptr_array_add (documents, document);
    }
}

static gboolean
is_idle (gpointer session)
{
  return !rt_session_is_arranging (session, NULL);
}

/* Back to the first step, forth to the last, and back. */
static void
check_document (const Document *document)
{
  RtSession *session = document->session;
  g_autofree char *last = NULL, *first = NULL, *again = NULL;
  guint n = 0;

  rt_session_stop (session, FALSE);
  test_wait (is_idle, session);
  last = text_of (session);
  for (; rt_session_undo (session); n++)
    ;
  first = text_of (session);
  g_assert_cmpstr (first, ==, document->before);
  for (guint i = 0; i < n; i++)
    g_assert_true (rt_session_redo (session));
  again = text_of (session);
  g_assert_cmpstr (again, ==, last);
  rt_session_forget (session);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  rt_session_save_finish (RT_SESSION (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* So that saving needs no question. */
static void
save (RtSession *session, GFile *file)
{
  gboolean saved = FALSE;

  rt_session_save_async (session, file, TRUE, saved_cb, &saved);
  test_wait (is_true, &saved);
}

static void
check_file (RtSession *session, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSession) again = NULL;
  g_autofree char *here = NULL, *there = NULL;

  rt_session_stop (session, FALSE);
  test_wait (is_idle, session);
  save (session, file);
  again = rt_session_open (file, &error);
  g_assert_no_error (error);
  here = text_of (session);
  there = text_of (again);
  g_assert_cmpstr (there, ==, here);
}

/* One after the other, the newest first: nobody may keep a window whose parent has gone. */
static gboolean
is_alone (gpointer data)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWindow *other = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if ((gpointer) window != data)
        other = window;
    }
  if (RT_IS_WINDOW (other))
    rt_window_close_now (RT_WINDOW (other));
  else if (other)
    gtk_window_close (other);
  g_main_context_wakeup (NULL);
  return other == NULL;
}

static gboolean
clicked_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Nothing may change any more while a plan is compared with its file. */
static void
let_buttons_click (void)
{
  gboolean clicked = FALSE;

  g_timeout_add (CLICK_MS, clicked_cb, &clicked);
  test_wait (is_true, &clicked);
}

static gboolean
stay_cb (GtkWindow *window, gpointer data)
{
  return TRUE;
}

/* What reaches outside does nothing here. */
static void
stay_inside (RtWindow *window)
{
  static const char *const outside[] = { "show-in-files", "show-help" };

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_autoptr (GSimpleAction) nothing = g_simple_action_new (outside[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (nothing));
    }
}

static void
run (Monkey *self, GPtrArray *documents)
{
  for (int i = 0; i < events; i++)
    {
      remember (documents);
      do_something (self);
    }
  remember (documents);
}

static void
test_monkey (gconstpointer shape)
{
  Monkey self = { g_rand_new_with_seed ((guint32) seed) };
  g_autoptr (RtPlan) plan = monkey_new_plan (GPOINTER_TO_UINT (shape));
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);
  g_autofree char *path = test_path ("plan.rotunda.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RtWindow *window;

  save (session, file);
  window = test_window (application, session);
  g_signal_connect (window, "close-request", G_CALLBACK (stay_cb), NULL);
  stay_inside (window);
  run (&self, documents);
  let_buttons_click ();
  test_wait (is_alone, window);
  check_file (session, file);
  for (guint i = 0; i < documents->len; i++)
    check_document (documents->pdata[i]);
  rt_window_close_now (window);
  test_settle ();
  g_rand_free (self.rand);
}

/* GTK's file chooser looks for other programs' clouds with a library that forgets some paths each
 * time it begins; as long as there is one chooser it does not begin again. */
static void
keep_chooser (void)
{
  __lsan_disable ();
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  chooser = g_object_ref_sink (gtk_file_chooser_widget_new (GTK_FILE_CHOOSER_ACTION_OPEN));
  G_GNUC_END_IGNORE_DEPRECATIONS
  test_settle ();
  __lsan_enable ();
}

/* Where no window manager moves windows GTK 4.8 does it itself, and goes on when the window has
 * closed meanwhile, which ends the program. So there is one, which moves nothing. */
static void
pretend_window_manager (void)
{
  static Display *display;
  Window root, check;
  Atom name, moves;

  display = XOpenDisplay (NULL);
  root = DefaultRootWindow (display);
  check = XCreateSimpleWindow (display, root, 0, 0, 1, 1, 0, 0, 0);
  name = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False);
  moves = XInternAtom (display, "_NET_WM_MOVERESIZE", False);
  XChangeProperty (display, root, name, XA_WINDOW, 32, PropModeReplace, (guchar *) &check, 1);
  XChangeProperty (display, check, name, XA_WINDOW, 32, PropModeReplace, (guchar *) &check, 1);
  XChangeProperty (display, root, XInternAtom (display, "_NET_SUPPORTED", False), XA_ATOM, 32,
                   PropModeReplace, (guchar *) &moves, 1);
  XSync (display, False);
}

int
main (int argc, char *argv[])
{
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What is done", "SEED" },
    { "events", 0, 0, G_OPTION_ARG_INT, &events, "How much of it, on each shape", "EVENTS" },
    { "hands", 0, 0, G_OPTION_ARG_NONE, &hands, "Real keys, clicks and drags too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *home = g_dir_make_tmp ("rotunda-XXXXXX", NULL);

  /* Whatever is saved or printed by chance. */
  g_setenv ("HOME", home, TRUE);
  g_chdir (home);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_parse (context, &argc, &argv, NULL);
  if (hands)
    pretend_window_manager ();
  gtk_test_init (&argc, &argv, NULL);
  /* Warnings of GTK about its own entries are not what is looked for. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  application = test_start ();
  keep_chooser ();
  for (guint i = 0; monkey_get_shape (i); i++)
    {
      g_autofree char *path = g_strdup_printf ("/monkey/%s/%d", monkey_get_shape (i), seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_monkey);
    }
  return g_test_run ();
}
