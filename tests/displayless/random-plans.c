/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "random-plans.h"

#include "plans.h"

typedef struct {
  GRand   *rand;
  GString *json;
  guint    n_people, n_tables, n_rounds, n_themes;
  gboolean babel;     /* the first person speaks more languages than a word has bits */
} Making;

static guint
below (Making *self, guint n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static gboolean
one_in (Making *self, guint n)
{
  return below (self, n) == 0;
}

static void
add (Making *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->json, format, args);
  va_end (args);
}

/* ["x1","x4"], at least one */
static void
add_some (Making *self, const char *name, const char *prefix, guint n, guint odds)
{
  gboolean any = FALSE;

  add (self, ",'%s':[", name);
  for (guint i = 0; i < n; i++)
    if (one_in (self, odds) || (!any && i == n - 1))
      {
        add (self, any ? ",'%s%u'" : "'%s%u'", prefix, i);
        any = TRUE;
      }
  add (self, "]");
}

static void
add_person (Making *self, guint p)
{
  static const char *const organisations[]
      = { "Barking", " barking ", "Leeds", "York  City", "york city", "" };
  static const char * const languages[] = { "'en'", "'de'", "'en','de'", "'zh'", "'EN','zh'" };

  add (self, "%s{'id':'p%u','name':'Person %u','organisation':'%s','sector':'S%u'",
       p > 0 ? "," : "", p, p, organisations[below (self, G_N_ELEMENTS (organisations))],
       below (self, 3));
  if (one_in (self, 2))
    add (self, ",'kind':'%s'", one_in (self, 2) ? "officer" : "academic");
  if (one_in (self, 12))
    add (self, ",'roles':['%s']", one_in (self, 2) ? "interpreter" : "staff");
  if (one_in (self, 3))
    add (self, ",'tags':['new']");
  if (p == 0 && self->babel)
    add_some (self, "languages", "x", 70, 1);
  else if (!one_in (self, 4))
    add (self, ",'languages':[%s]", languages[below (self, G_N_ELEMENTS (languages))]);
  if (one_in (self, 2))
    add_some (self, "wishes", "h", self->n_themes, 2);
  if (one_in (self, 5))
    add_some (self, "rounds", "r", self->n_rounds, 2);
  if (one_in (self, 12))
    add (self, ",'attendance':'absent'");
  if (one_in (self, 6))
    add (self, ",'step_free':true");
  add (self, "}");
}

static void
add_table (Making *self, guint t)
{
  add (self, "%s{'id':'t%u','number':%u,'places':%u", t > 0 ? "," : "", t, t + 1,
       3 + below (self, 6));
  if (one_in (self, 3))
    add (self, ",'least':%u", below (self, 4));
  if (one_in (self, 2))
    add (self, ",'step_free':true");
  if (one_in (self, 10))
    add (self, ",'open':false");
  if (!one_in (self, 3))
    add (self, ",'host':'p%u'", t);
  if (one_in (self, 4))
    add (self, ",'co_host':'p%u'", self->n_tables + t);
  if (!one_in (self, 4))
    add (self, ",'theme':'h%u'", below (self, self->n_themes));
  add (self, "}");
}

/* Everybody sits anywhere or nowhere, in any chair. */
static void
add_seating (Making *self)
{
  g_autofree guint *table = g_new (guint, self->n_people);

  for (guint p = 0; p < self->n_people; p++)
    table[p] = one_in (self, 12)                         ? G_MAXUINT
               : p < self->n_tables && !one_in (self, 4) ? p
                                                         : below (self, self->n_tables);
  add (self, ",'seating':{");
  for (guint t = 0; t < self->n_tables; t++)
    {
      add (self, t > 0 ? ",'t%u':[" : "'t%u':[", t);
      for (guint p = 0, n = 0; p < self->n_people; p++)
        if (table[p] == t)
          add (self, n++ > 0 ? one_in (self, 5) ? ",null,'p%u'" : ",'p%u'" : "'p%u'", p);
      add (self, "]");
    }
  add (self, "}");
}

static void
add_round (Making *self, guint r)
{
  add (self, "%s{'id':'r%u','minutes':20,'changeover':5", r > 0 ? "," : "", r);
  if (r == 0 && self->n_rounds > 1 && one_in (self, 3))
    add (self, ",'done':true");
  if (one_in (self, 3))
    add (self, ",'hosts':{'t%u':'%s'}", below (self, self->n_tables), one_in (self, 2) ? "p7" : "");
  if (one_in (self, 4))
    add (self, ",'co_hosts':{'t%u':'p%u'}", below (self, self->n_tables),
         below (self, self->n_people));
  if (one_in (self, 4))
    add (self, ",'themes':{'t%u':'h%u'}", below (self, self->n_tables),
         below (self, self->n_themes));
  if (one_in (self, 6))
    add (self, ",'closed':['t%u']", below (self, self->n_tables));
  if (one_in (self, 2))
    add (self, ",'pins':{'p%u':'t%u'}", below (self, self->n_people), below (self, self->n_tables));
  add_seating (self);
  add (self, "}");
}

static void
add_rule (Making *self, guint i, const char *needs)
{
  static const char * const strengths[] = { "must", "should", "may" };

  add (self, "%s{'id':'u%u','strength':'%s',%s", i > 0 ? "," : "", i, strengths[below (self, 3)],
       needs);
  if (one_in (self, 5))
    add_some (self, "rounds", "r", self->n_rounds, 2);
  add (self, "}");
}

static void
add_rules (Making *self)
{
  static const char * const rules[] = {
    "'kind':'repeats'", "'kind':'repeats','most':1", "'kind':'returns','of':'host'",
    "'kind':'returns','of':'table'",
    "'kind':'returns','of':'theme'", "'kind':'spread','by':'organisation'",
    "'kind':'spread','by':'sector'",
    "'kind':'spread','by':'kind','most':2", "'kind':'spread','by':'tag:new'",
    "'kind':'spread','by':'language:en','most':1",
    "'kind':'own-host'", "'kind':'even'",
    "'kind':'count','by':'kind','value':'Academic','least':1,'most':2",
    "'kind':'count','by':'tag:new','value':'new','most':1",
    "'kind':'count','by':'sector','value':'S9','least':1",
    "'kind':'together','people':['p1','p9','p10']", "'kind':'together','people':['p4','p5']",
    "'kind':'apart','people':['p2','p8','p11']", "'kind':'visit','person':'p9','theme':'h0'",
    "'kind':'visit','person':'p8','table':'t1'", "'kind':'visit','person':'p10','host':'p0'",
    "'kind':'avoid','person':'p11','theme':'h1'", "'kind':'avoid','person':'p10','table':'t0'",
    "'kind':'avoid','person':'p9','host':'p1'", "'kind':'wishes'", "'kind':'language'",
    "'kind':'step-free'",
  };

  add (self, "],'rules':[");
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    add_rule (self, i, rules[i]);
}

static void
add_past (Making *self)
{
  add (self, "],'earlier':[");
  for (guint i = 0; i < below (self, 3); i++)
    add (self, "%s{'title':'Before','tables':[['p8','p9','p%u'],['p10','p11'],['p8','p9']]}",
         i > 0 ? "," : "", 12 + below (self, self->n_people - 12));
  add (self, "],'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{");
  for (guint p = 0, n = 0; p < self->n_people; p++)
    if (!one_in (self, 3))
      {
        add (self, n++ > 0 ? ",'p%u':[" : "'p%u':[", p);
        for (guint r = 0; r < self->n_rounds; r++)
          add (self, "%s['t%u','%s']", r > 0 ? "," : "", one_in (self, 5) ? 0 : p % self->n_tables,
               r == 0             ? "10:00"
               : r == 1           ? "10:25"
               : one_in (self, 6) ? "12:00"
               : r == 2           ? "10:50"
                                  : "11:15");
        add (self, "]");
      }
  add (self, "}}]");
}

RtPlan *
random_plan_new (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) json = g_string_new ("'event':{'start':'10:00'},'people':[");
  Making self = { rand, json, 13 + g_rand_int_range (rand, 0, 12), 2 + g_rand_int_range
  (rand, 0, 4),
                  1 + g_rand_int_range (rand, 0, 4), 2 + g_rand_int_range (rand, 0, 2),
                  seed % 3 == 0 };

  for (guint p = 0; p < self.n_people; p++)
    add_person (&self, p);
  add (&self, "],'themes':[");
  for (guint h = 0; h < self.n_themes; h++)
    add (&self, "%s{'id':'h%u','title':'Theme %u'}", h > 0 ? "," : "", h, h);
  add (&self, "],'tables':[");
  for (guint t = 0; t < self.n_tables; t++)
    add_table (&self, t);
  add (&self, "],'rounds':[");
  for (guint r = 0; r < self.n_rounds; r++)
    add_round (&self, r);
  add_rules (&self);
  add_past (&self);
  return plans_read (json->str);
}
