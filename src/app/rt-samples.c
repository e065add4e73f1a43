/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-samples.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *path;
  const char *title;
  const char *description;
} samples[] = {
#define SAMPLE(name) "/io/github/rotunda_app/Rotunda/samples/" name ".rotunda.json"
  { SAMPLE ("leadership-styles"), N_("Leadership styles"),
    N_("Hosted café: 50 people, 9 hosts, 3 rounds") },
  { SAMPLE ("inaugural"), N_("Inaugural network event"),
    N_("160 people at 32 tables, four challenges with sign-ups") },
  { SAMPLE ("beijing"), N_("Beijing exchange"), N_("55 people, two languages, interpreters") },
  { SAMPLE ("academics"), N_("Universities and academics"),
    N_("28 people, an academic at each table") },
};

guint
rt_samples_get_n (void)
{
  return G_N_ELEMENTS (samples);
}

const char *
rt_samples_get_title (guint index)
{
  return _(samples[index].title);
}

const char *
rt_samples_get_description (guint index)
{
  return _(samples[index].description);
}

RtSession *
rt_samples_open (guint index, GError **error)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data (samples[index].path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (RtPlan) plan
      = bytes ? rt_plan_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       error)
              : NULL;

  return plan ? rt_session_new_for_sample (plan) : NULL;
}
