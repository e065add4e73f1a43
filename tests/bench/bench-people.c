/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Prints what a frame costs while the list of 10,000 people scrolls, and what a search, a filter
 * and a change cost there: processor time of the main thread, in milliseconds. Run it as
 * tests/display/on-a-screen build/tests/bench/bench-people, with GSK_RENDERER=cairo. */

#include <time.h>

#include "rt-application.h"
#include "rt-edit-details.h"
#include "rt-people-bar.h"
#include "rt-people-page.h"

#define N_PEOPLE 10000
#define N_FRAMES 240

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  GtkWidget *window;
  GtkWidget *page;
  GdkFrameClock *clock;
  double began;
  GArray *frames;   /* of double, ms */
} Bench;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static RtPlan *
make_plan (void)
{
  static const char *const firsts[] = { "Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal" };
  static const char *const lasts[] = { "Byron", "Diaz", "Eze", "Farr", "Gray", "Hume", "Iqbal" };
  GString *text = g_string_new ("{\"format\": \"rotunda-plan\", \"version\": 1, \"people\": [");
  RtPlan *plan;

  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"p%u\", \"name\": \"%s %s%u\", \"organisation\": "
                            "\"Organisation %u\", \"job\": \"Head of Service %u\", \"kind\": "
                            "\"kind %u\"}",
                            i > 0 ? "," : "", i, firsts[i % 8], lasts[i % 7], i / 56, i % 400,
                            i % 90, i % 4);
  g_string_append (text, "]}");
  plan = rt_plan_new_from_json (text->str, text->len, NULL);
  g_string_free (text, TRUE);
  return plan;
}

static void
before_paint_cb (Bench *bench)
{
  bench->began = now_ms ();
}

static void
after_paint_cb (Bench *bench)
{
  double took = now_ms () - bench->began;

  g_array_append_val (bench->frames, took);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
print_frames (Bench *bench, const char *what)
{
  GArray *frames = bench->frames;

  if (frames->len == 0)
    return;
  g_array_sort (frames, compare);
  g_print ("%-34s %4u frames  p50 %6.2f  p95 %6.2f  most %6.2f ms\n", what, frames->len,
           g_array_index (frames, double, frames->len / 2),
           g_array_index (frames, double, frames->len * 95 / 100),
           g_array_index (frames, double, frames->len - 1));
  g_array_set_size (frames, 0);
}

/* Turns the loop until @n more frames have been painted, or nothing is left to paint. */
static void
wait_frames (Bench *bench, guint n)
{
  guint end = bench->frames->len + n;
  gint64 patience = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (bench->frames->len < end && g_get_monotonic_time () < patience)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static gpointer
get_child (Bench *bench, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (bench->page), RT_TYPE_PEOPLE_PAGE, name);
}

static gpointer
get_bar_child (Bench *bench, const char *name)
{
  return gtk_widget_get_template_child (get_child (bench, "bar"), RT_TYPE_PEOPLE_BAR, name);
}

static GtkAdjustment *
get_adjustment (Bench *bench)
{
  gpointer view = get_child (bench, "view");

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static void
scroll (Bench *bench, const char *what, double step)
{
  GtkAdjustment *adjustment = get_adjustment (bench);

  gtk_adjustment_set_value (adjustment, 0);
  wait_frames (bench, 2);
  g_array_set_size (bench->frames, 0);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      wait_frames (bench, 1);
    }
  print_frames (bench, what);
}

/* What one thing costs until it is on the screen. */
static void
print_cost (Bench *bench, const char *what, double began)
{
  double done = now_ms ();

  wait_frames (bench, 1);
  g_print ("%-34s %8.2f ms, with the next frame %8.2f ms\n", what, done - began,
           now_ms () - began);
  wait_frames (bench, 2);
  g_array_set_size (bench->frames, 0);
}

static void
search (Bench *bench)
{
  gpointer entry = get_bar_child (bench, "search");
  gpointer drop = get_bar_child (bench, "filter_drop");
  double began = now_ms ();

  gtk_editable_set_text (GTK_EDITABLE (entry), "diaz");
  g_signal_emit_by_name (entry, "search-changed");
  print_cost (bench, "search that finds a seventh", began);
  began = now_ms ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  print_cost (bench, "search taken away", began);
  began = now_ms ();
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  print_cost (bench, "filter that shows nobody", began);
  began = now_ms ();
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 0);
  print_cost (bench, "filter taken away", began);
}

static void
edit_all (Bench *bench)
{
  g_autofree RtId *everybody = g_new0 (RtId, N_PEOPLE);
  double began;

  for (guint i = 0; i < N_PEOPLE; i++)
    everybody[i] = rt_plan_get_person (bench->plan, i)->parent.id;
  began = now_ms ();
  rt_session_do (bench->session,
                 rt_edit_set_detail (bench->plan, everybody, N_PEOPLE, RT_DETAIL_SECTOR, "Public",
                                     NULL), NULL);
  print_cost (bench, "a text of everybody changed", began);
  began = now_ms ();
  rt_session_do (bench->session,
                 rt_edit_set_word (bench->plan, everybody, N_PEOPLE, RT_DETAIL_TAGS, "new", TRUE,
                                   NULL), NULL);
  print_cost (bench, "a tag for everybody", began);
  began = now_ms ();
  rt_session_undo (bench->session);
  print_cost (bench, "and taken back", began);
}

static void
edit (Bench *bench)
{
  RtId one = rt_id_intern ("p77");
  double began = now_ms ();

  rt_session_do (bench->session,
                 rt_edit_set_detail (bench->plan, &one, 1, RT_DETAIL_JOB, "Clerk", NULL), NULL);
  print_cost (bench, "one person changed", began);
  began = now_ms ();
  gtk_widget_activate_action (bench->page, "people.sort", "s", "organisation");
  print_cost (bench, "sorted by organisation", began);
  began = now_ms ();
  gtk_widget_activate_action (bench->page, "people.select-all", NULL);
  print_cost (bench, "everybody selected", began);
  edit_all (bench);
}

int
main (int argc, char *argv[])
{
  Bench bench = { .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr (RtApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = rt_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  bench.plan = make_plan ();
  bench.session = rt_session_new_for_plan (bench.plan, NULL);
  bench.page = g_object_new (RT_TYPE_PEOPLE_PAGE, NULL);
  bench.window = gtk_window_new ();
  rt_people_page_set_session (RT_PEOPLE_PAGE (bench.page), bench.session);
  gtk_window_set_child (GTK_WINDOW (bench.window), bench.page);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 800);
  gtk_window_present (GTK_WINDOW (bench.window));
  bench.clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect_swapped (bench.clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect_swapped (bench.clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  wait_frames (&bench, 30);
  scroll (&bench, "a wheel's step each frame", 60);
  scroll (&bench, "a page each frame", 700);
  scroll (&bench, "the slider dragged", 1500);
  search (&bench);
  edit (&bench);
  return 0;
}
