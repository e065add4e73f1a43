/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Prints what the window costs: its first frame with 160 people beside an empty one, frames of the
 * floor while a slip is held over 32 tables and while 1,000 tables are moved and zoomed, and the
 * measures after a move. Processor time of the main thread and time on the clock, in milliseconds.
 * Run it as tests/display/on-a-screen build/tests/bench/bench-window, with GSK_RENDERER=cairo;
 * "starts" after it stops after the first frames, and "large" has the frames of 1,000 tables
 * only. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "rt-application.h"
#include "rt-edit.h"
#include "rt-floor-private.h"
#include "rt-window.h"

#define N_STARTS 7
#define N_FRAMES 200
#define N_MOVES 30
#define STEP 17 /* pixels from one frame to the next */

typedef struct
{
  double processor;
  double clock;
} Cost;

typedef struct
{
  GArray *costs; /* of Cost */
  Cost began;
} Bench;

static Cost
now (void)
{
  struct timespec time;
  Cost cost;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  cost.processor = time.tv_sec * 1e3 + time.tv_nsec / 1e6;
  cost.clock = g_get_monotonic_time () / 1e3;
  return cost;
}

static void
end (Bench *bench)
{
  Cost cost = now ();

  cost.processor -= bench->began.processor;
  cost.clock -= bench->began.clock;
  g_array_append_val (bench->costs, cost);
}

/* A frame costs all that was done since the one before, what is done between them too. */
static void
end_cb (Bench *bench)
{
  end (bench);
  bench->began = now ();
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = ((const Cost *)a)->processor, other = ((const Cost *)b)->processor;

  return (one > other) - (one < other);
}

static int
compare_clock (gconstpointer a, gconstpointer b)
{
  double one = ((const Cost *)a)->clock, other = ((const Cost *)b)->clock;

  return (one > other) - (one < other);
}

static void
print_costs (Bench *bench, const char *what, double most)
{
  guint n = bench->costs->len;
  const Cost *costs = (const Cost *)(gpointer)bench->costs->data;
  double half, nearly, most_processor;

  if (n == 0)
    return;
  g_array_sort (bench->costs, compare);
  half = costs[n / 2].processor;
  nearly = costs[n * 95 / 100].processor;
  most_processor = costs[n - 1].processor;
  g_array_sort (bench->costs, compare_clock);
  g_print ("%-36s processor p50 %6.2f p95 %6.2f most %6.2f  clock p50 %6.2f p95 %6.2f most %6.2f  "
           "(p95 below %g)\n",
           what, half, nearly, most_processor, costs[n / 2].clock, costs[n * 95 / 100].clock,
           costs[n - 1].clock, most);
  g_array_set_size (bench->costs, 0);
}

/* Rows of round tables, everybody seated in both rounds. */
static char *
dup_plan_text (guint n_tables, guint places)
{
  static const char *const firsts[] = { "Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal" };
  GString *text
      = g_string_new ("{\"format\": \"rotunda-plan\", \"version\": 1, \"people\": [");
  guint across = 40, n = n_tables * places;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"p%u\", \"name\": \"%s Byron%u\", \"organisation\": "
                            "\"Organisation %u\"}",
                            i > 0 ? "," : "", i, firsts[i % 8], i / 8, i % 400);
  g_string_append (text, "], \"tables\": [");
  for (guint i = 0; i < n_tables; i++)
    g_string_append_printf (
        text, "%s{\"id\": \"t%u\", \"number\": %u, \"places\": %u, \"x\": %u, \"y\": %u}",
        i > 0 ? "," : "", i, i + 1, places + 1, 200 + i % across * 300, 200 + i / across * 300);
  g_string_append (text, "], \"room\": {\"width\": 15000, \"height\": 9000}, \"rounds\": [");
  for (guint round = 0; round < 2; round++)
    {
      g_string_append_printf (text, "%s{\"id\": \"r%u\", \"minutes\": 20, \"seating\": {",
                              round > 0 ? "," : "", round);
      for (guint i = 0; i < n_tables; i++)
        {
          g_string_append_printf (text, "%s\"t%u\": [", i > 0 ? "," : "", i);
          for (guint k = 0; k < places; k++)
            g_string_append_printf (text, "%s\"p%u\"", k > 0 ? "," : "",
                                    (i * places + k * (1 + round * places)) % n);
          g_string_append (text, "]");
        }
      g_string_append (text, "}}");
    }
  g_string_append (
      text, "], \"rules\": [{\"id\": \"u\", \"kind\": \"repeats\", \"strength\": \"should\"}]}");
  return g_string_free (text, FALSE);
}

static RtPlan *
make_plan (guint n_tables, guint places)
{
  g_autofree char *text = dup_plan_text (n_tables, places);
  g_autoptr (GError) error = NULL;
  RtPlan *plan = rt_plan_new_from_json (text, -1, &error);

  if (plan == NULL)
    g_error ("%s", error->message);
  return plan;
}

/* The first frame, in a process of its own: what somebody waits for, from the moment the process is
 * asked for (the parent hands it that moment) until a frame is painted, with the list of 160 people
 * of a plan opened from its file. GTK's own start is within it, for both windows alike. Processor
 * time is that of the whole process until then, and memory what it has resident; the clock counts
 * waiting for the X server, too. */

static double
memory (void)
{
  g_autofree char *text = NULL;
  long all, resident;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  return text && sscanf (text, "%ld %ld", &all, &resident) == 2 ? resident * 4096.0 / 1048576.0
                                                                : 0.0;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
show (GtkWindow *window)
{
  gboolean painted = FALSE;

  gtk_window_present (window);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                                        painted_cb, &painted);
}

static int
start (const char *path, gint64 began)
{
  struct timespec time;
  GtkWindow *window;

  if (path == NULL)
    {
      AdwApplication *application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

      g_application_register (G_APPLICATION (application), NULL, NULL);
      window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (application)));
      gtk_window_set_default_size (window, 1170, 750);
    }
  else
    {
      RtApplication *application = rt_application_new ();
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_application_register (G_APPLICATION (application), NULL, NULL);
      rt_application_open_file (application, file, NULL);
      window = gtk_application_get_windows (GTK_APPLICATION (application))->data;
    }
  show (window);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  g_print ("%f %f %f\n", time.tv_sec * 1e3 + time.tv_nsec / 1e6,
           (g_get_monotonic_time () - began) / 1e3, memory ());
  return 0;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

/* @path NULL: the empty window */
static void
start_often (const char *program, const char *path, double *medians)
{
  double figures[3][N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autofree char *began
          = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      const char *argv[] = { program, "start", began, path, NULL };
      g_autoptr (GSubprocess) child
          = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
      g_autofree char *line = NULL;

      g_subprocess_communicate_utf8 (child, NULL, NULL, &line, NULL, NULL);
      if (sscanf (line, "%lf %lf %lf", &figures[0][i], &figures[1][i], &figures[2][i]) != 3)
        g_error ("a start printed %s", line);
    }
  for (guint k = 0; k < 3; k++)
    {
      qsort (figures[k], N_STARTS, sizeof (double), compare_numbers);
      medians[k] = figures[k][N_STARTS / 2];
    }
}

static void
bench_starts (const char *program)
{
  static const char *const names[] = { "processor, ms", "clock, ms", "memory, MB" };
  static const double most[] = { 1.7, 1.7, 1.3 };
  g_autofree char *text = dup_plan_text (32, 5);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "160.rotunda.json", NULL);
  double empty[3], full[3];

  if (!g_file_set_contents (path, text, -1, NULL))
    g_error ("%s cannot be written", path);
  start_often (program, NULL, empty);
  start_often (program, path, full);
  for (guint k = 0; k < 3; k++)
    g_print ("first frame, 160 people: %-16s %7.1f, empty window %7.1f: %.2f times (at most %g)\n",
             names[k], full[k], empty[k], full[k] / empty[k], most[k]);
}

/* Frames of the floor. */

static void
start_over (Bench *bench)
{
  g_array_set_size (bench->costs, 0);
  bench->began = now ();
}

static GtkWindow *
open_floor (Bench *bench, RtPlan *plan, RtFloorView **floor)
{
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GdkFrameClock *clock;

  *floor = g_object_new (RT_TYPE_FLOOR_VIEW, NULL);
  rt_floor_view_set_mode (*floor, RT_FLOOR_PEOPLE);
  rt_floor_view_set_session (*floor, session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (*floor));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  show (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (end_cb), bench);
  start_over (bench);
  return GTK_WINDOW (window);
}

static void
wait_frame (Bench *bench)
{
  guint before = bench->costs->len;

  while (bench->costs->len == before)
    g_main_context_iteration (NULL, TRUE);
}

/* A slip is held over chair after chair, and a bubble with the price goes with it. */
static void
bench_drag (Bench *bench)
{
  g_autoptr (RtPlan) plan = make_plan (32, 5);
  RtId person = rt_id_intern ("p0");
  RtFloorView *floor;
  GtkWindow *window = open_floor (bench, plan, &floor);

  rt_scene_find_person (floor->scene, person, &floor->dragged.table, &floor->dragged.chair);
  for (int i = 0; i < N_FRAMES; i++)
    {
      rt_floor_view_hold_over (floor, &person, 1, FALSE, 40 + i * STEP % 1120,
                               120 + i * STEP / 1120 * 180);
      rt_floor_view_queue_draw (floor);
      wait_frame (bench);
    }
  print_costs (bench, "a slip over 32 tables with names", 16.0);
  gtk_window_destroy (window);
}

/* A table is moved over the room, among others. */
static void
bench_furniture (Bench *bench)
{
  g_autoptr (RtPlan) plan = make_plan (32, 5);
  RtFloorView *floor;
  GtkWindow *window = open_floor (bench, plan, &floor);

  rt_floor_view_set_mode (floor, RT_FLOOR_FURNITURE);
  wait_frame (bench);
  rt_floor_view_choose (floor, 0, FALSE);
  floor->hold = RT_HOLD_PIECES;
  floor->held = 0;
  wait_frame (bench);
  start_over (bench);
  for (int i = 0; i < N_FRAMES; i++)
    {
      floor->moved_x = i * STEP % 1120;
      floor->moved_y = i * 2;
      gtk_widget_queue_draw (GTK_WIDGET (floor));
      wait_frame (bench);
    }
  print_costs (bench, "a table among 32", 16.0);
  gtk_window_destroy (window);
}

static void
bench_large (Bench *bench)
{
  g_autoptr (RtPlan) plan = make_plan (1000, 10);
  RtFloorView *floor;
  GtkWindow *window = open_floor (bench, plan, &floor);
  GtkAdjustment *adjustment;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      rt_floor_view_zoom_at (floor, 0.15 + 0.01 * (i % 100), 600, 400);
      gtk_widget_queue_draw (GTK_WIDGET (floor));
      wait_frame (bench);
    }
  print_costs (bench, "1,000 tables, 10,000 people: zoom", 33.0);
  rt_floor_view_zoom_at (floor, 0.4, 600, 400);
  wait_frame (bench);
  start_over (bench);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (floor));
  gtk_adjustment_set_value (adjustment, 0);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, (i % 60) * 12.0 + 1.0);
      gtk_widget_queue_draw (GTK_WIDGET (floor));
      wait_frame (bench);
    }
  print_costs (bench, "1,000 tables, 10,000 people: pan", 33.0);
  gtk_window_destroy (window);
}

static void
bench_moves (Bench *bench, guint n_tables, guint places, double most)
{
  g_autoptr (RtPlan) plan = make_plan (n_tables, places);
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  g_autofree char *what = g_strdup_printf ("measures after a move, %u people", n_tables * places);
  RtId round = rt_id_intern ("r0");

  rt_session_get_measures (session);
  for (guint i = 0; i < N_MOVES; i++)
    {
      g_autofree char *who = g_strdup_printf ("p%u", i * places);
      g_autofree char *where = g_strdup_printf ("t%u", (i + 1) % n_tables);

      rt_session_do (session,
                     rt_edit_move_person (plan, round, rt_id_intern (who), rt_id_intern (where),
                                          RT_ANY_CHAIR, NULL),
                     NULL);
      bench->began = now ();
      rt_session_get_measures (session);
      end (bench);
    }
  print_costs (bench, what, most);
}

int
main (int argc, char *argv[])
{
  Bench bench = { g_array_new (FALSE, FALSE, sizeof (Cost)) };
  g_autoptr (RtApplication) application = NULL;

  if (argc > 1 && g_str_equal (argv[1], "starts"))
    {
      bench_starts (argv[0]);
      return 0;
    }
  if (argc > 2)
    {
      gtk_init ();
      return start (argv[3], g_ascii_strtoll (argv[2], NULL, 10));
    }
  if (argc == 1)
    bench_starts (argv[0]);
  gtk_init ();
  application = rt_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  if (argc > 1 && g_str_equal (argv[1], "large"))
    {
      bench_large (&bench);
      return 0;
    }
  bench_drag (&bench);
  bench_furniture (&bench);
  bench_large (&bench);
  bench_moves (&bench, 32, 5, 5.0);
  bench_moves (&bench, 1000, 10, 50.0);
  return 0;
}
