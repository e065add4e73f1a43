/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-issue.h"

#include <glib/gi18n-lib.h>

#include "rt-count.h"
#include "rt-edit.h"

/** rt_plan_get_last_issue: Returns: (nullable): what is on paper; %NULL when nothing was issued */
const RtIssue *
rt_plan_get_last_issue (RtPlan *plan)
{
  guint n = rt_plan_get_n (plan, RT_PART_ISSUED);

  return n > 0 ? rt_plan_get (plan, RT_PART_ISSUED, n - 1) : NULL;
}

/** rt_plan_dup_next_revision: Returns: (transfer full): "A", after "A" "B", after "Z" "AA" */
char *
rt_plan_dup_next_revision (RtPlan *plan)
{
  const RtIssue *last = rt_plan_get_last_issue (plan);
  g_autoptr (GString) next = g_string_new (last != NULL ? last->revision : NULL);

  for (gsize i = next->len; i > 0; i--)
    {
      if (next->str[i - 1] != 'Z')
        {
          next->str[i - 1]++;
          return g_string_free (g_steal_pointer (&next), FALSE);
        }
      next->str[i - 1] = 'A';
    }
  g_string_append_c (next, 'A');
  return g_string_free (g_steal_pointer (&next), FALSE);
}

/**
 * rt_roll_stays:
 * @table: (out): the table they stay at, -1 = none
 *
 * Returns: whether somebody leads one table in all rounds they attend, and so needs no slip
 */
gboolean
rt_roll_stays (const RtRoll *roll, guint person, int *table)
{
  *table = -1;
  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people + person;

      if (!roll->attends[at])
        continue;
      if (roll->leads[at] < 0 || (roll->table[at] >= 0 && roll->table[at] != roll->leads[at])
          || (*table >= 0 && *table != roll->leads[at]))
        {
          *table = -1;
          return FALSE;
        }
      *table = roll->leads[at];
    }
  return *table >= 0;
}

/** rt_roll_has_slip: Returns: whether they get a slip: who attends and does not lead one table
 * throughout */
gboolean
rt_roll_has_slip (RtPlan *plan, const RtRoll *roll, guint person)
{
  int table;

  for (guint r = 0; r < roll->n_rounds; r++)
    if (roll->attends[(gsize) r * roll->n_people + person])
      return !rt_roll_stays (roll, person, &table);
  return FALSE;
}

/** rt_roll_slip_changed: Returns: whether the slip of the last issue is wrong, or there is none */
gboolean
rt_roll_slip_changed (RtPlan *plan, const RtRoll *roll, guint person)
{
  const RtSlips *slips = rt_plan_last_slips (plan);
  guint i = rt_slips_lookup (slips, rt_plan_get_person (plan, person)->parent.id, NULL);

  return i == G_MAXUINT || rt_slip_is_wrong (plan, roll, slips, i, (int) person);
}

static RtId
get_table_id (RtPlan *plan, const RtRoll *roll, guint round, guint person)
{
  int table = roll->table[(gsize) round * roll->n_people + person];

  return table < 0 ? rt_id_intern ("") : rt_plan_get_table (plan, (guint) table)->parent.id;
}

/** rt_roll_line_changed: Returns: whether the last issue has slips, and none that shows where the
 * person sits in the round now; of hosts who stay nothing is known */
gboolean
rt_roll_line_changed (RtPlan *plan, const RtRoll *roll, guint round, guint person)
{
  const RtSlips *slips = rt_plan_last_slips (plan);
  guint i = rt_slips_lookup (slips, rt_plan_get_person (plan, person)->parent.id, NULL);

  if (slips == NULL || !rt_roll_has_slip (plan, roll, person))
    return FALSE;
  return i == G_MAXUINT
         || rt_slips_table (slips, i, round) != get_table_id (plan, roll, round, person);
}

static char *
dup_place (RtPlan *plan, RtId table)
{
  const RtTable *record = *table != '\0' ? rt_plan_find_table (plan, table) : NULL;

  return record != NULL ? rt_table_dup_display (record) : g_strdup (_("no table"));
}

static void
add_news (GString *news, RtPlan *plan, guint round, RtId was, RtId is)
{
  g_autofree char *start = rt_plan_dup_round_start (plan, round);
  g_autofree char *before = dup_place (plan, was);
  g_autofree char *now = dup_place (plan, is);

  if (news->len > 0)
    g_string_append (news, "; ");
  if (*start != '\0')
    g_string_append_printf (news, "%s ", start);
  else
    g_string_append_printf (news, _("round %u: "), round + 1);
  /* Translators: two tables: "Table 9 instead of Table 5" */
  g_string_append_printf (news, _("%s instead of %s"), now, before);
}

/**
 * rt_roll_dup_news:
 *
 * Returns: (transfer full) (nullable): what somebody has to be told whose slip is wrong: "10:40
 *   Table 9 instead of Table 5"; %NULL when the slip is right
 */
char *
rt_roll_dup_news (RtPlan *plan, const RtRoll *roll, guint person)
{
  const RtSlips *slips = rt_plan_last_slips (plan);
  guint i = rt_slips_lookup (slips, rt_plan_get_person (plan, person)->parent.id, NULL);
  g_autoptr (GString) news = g_string_new (NULL);

  if (!rt_roll_has_slip (plan, roll, person))
    return i == G_MAXUINT ? NULL : g_strdup (_("the slip is not needed any more"));
  if (i == G_MAXUINT)
    return g_strdup (_("a new slip"));
  if (!rt_slip_is_wrong (plan, roll, slips, i, (int) person))
    return NULL;
  for (guint r = 0; r < roll->n_rounds; r++)
    {
      RtId now = get_table_id (plan, roll, r, person), was = rt_slips_table (slips, i, r);

      if (now != was && !roll->done[r] && roll->attends[(gsize) r * roll->n_people + person])
        add_news (news, plan, r, was, now);
    }
  return news->len > 0 ? g_string_free (g_steal_pointer (&news), FALSE)
                       : g_strdup (_("other times"));
}

/** rt_slips_new_for_plan: Returns: (transfer full): what slips printed now would show */
RtSlips *
rt_slips_new_for_plan (RtPlan *plan, const RtRoll *roll)
{
  RtSlips *slips = rt_slips_new ();

  for (guint p = 0; p < roll->n_people; p++)
    {
      RtId id = rt_plan_get_person (plan, p)->parent.id;

      if (!rt_roll_has_slip (plan, roll, p))
        continue;
      for (guint r = 0; r < roll->n_rounds; r++)
        {
          g_autofree char *start = rt_plan_dup_round_start (plan, r);

          rt_slips_add (slips, id, r, get_table_id (plan, roll, r, p), start);
        }
    }
  return slips;
}

/**
 * rt_edit_issue:
 * @at: when it was printed, YYYY-MM-DDTHH:MM
 * @slips: (nullable): what is on the slips in people's hands now
 * @sheets: (nullable): fingerprints of what is on the sheets in use now
 *
 * Returns: (transfer full) (nullable): the next revision as a change
 */
RtChange *
rt_edit_issue (RtPlan *plan, const char *at, const RtSlips *slips, const RtTextMap *sheets,
               GError **error)
{
  g_autofree char *revision = rt_plan_dup_next_revision (plan);
  g_autofree char *label = g_strdup_printf (_("Issue Revision %s"), revision);
  g_autoptr (RtRecord) record = rt_record_new (&rt_issue_class, NULL);
  RtIssue *issue = (RtIssue *) record;
  gpointer records[] = { issue };

  rt_set_text (&issue->revision, revision);
  rt_set_text (&issue->at, at);
  issue->slips = rt_slips_copy (slips);
  issue->sheets = sheets != NULL ? rt_text_map_copy (sheets) : NULL;
  return rt_edit_add (plan, label, RT_PART_ISSUED, records, 1, error);
}
