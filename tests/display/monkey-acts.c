/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Every action of the program, with parameters that mean something, mostly. */

#include "monkey.h"

#include "rt-actions.h"
#include "rt-round.h"
#include "test-screen.h"

/* What an action is given: r, p, t a round, a person, a table; c a chair; n a small number; x a
 * place in the room; k a kind; b yes or no; P, T, R lists of them; l a layout,
 * f a format, g a page. */
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
  { "plan.arrange", NULL, "" },
  { "plan.arrange-longer", NULL, "" },
  { "plan.alternatives", NULL, "" },
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
  { "plan.pin-people", "(sasb)", "rPb" },
  { "plan.set-over", "(sb)", "rb" },
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
  { "win.event-details", NULL, "" },
  { "win.rules", NULL, "" },
  { "win.agenda", NULL, "" },
  { "win.themes", NULL, "" },
  { "win.rename", NULL, "" },
  { "win.print", NULL, "" },
  { "win.export", NULL, "" },
  { "win.import", NULL, "" },
  { "win.open", NULL, "" },
  { "win.new", NULL, "" },
  { "win.save", NULL, "" },
  { "win.save-as", NULL, "" },
  { "win.save-copy", NULL, "" },
  { "win.compare", NULL, "" },
  { "win.compare-disk", NULL, "" },
  { "win.duplicate", NULL, "" },
  { "win.next-meeting", NULL, "" },
  { "win.paste-list", NULL, "" },
  { "win.paste-here", NULL, "" },
  { "win.reload", NULL, "" },
  { "win.keep-mine", NULL, "" },
  { "win.show-page", "s", "g" },
  { "win.find", NULL, "" },
  { "win.find-next", NULL, "" },
  { "win.find-previous", NULL, "" },
  { "win.next-problem", NULL, "" },
  { "win.previous-problem", NULL, "" },
  { "win.next-pane", NULL, "" },
  { "win.previous-pane", NULL, "" },
  { "win.full-screen", NULL, "" },
  { "app.preferences", NULL, "" },
  { "app.about", NULL, "" },
};

/* These start other programs. */
static const char *const outside[] = { "win.show-in-files", "win.show-help", NULL };

static const char *const lists[] = {
  "Name,Organisation,Role\nGus Holm,Ealing,host\nHal Ito,Brent,\nIda Juhl,,\n",
  "\n\n\n",
  "Zoë Ångström\nمحمد\n李 明\n",
  "Name;Name;Name\n\"Ann\"\"e\";\"B\nc\";<b>&amp;\n;;;;;;;;\n",
  "x",
};

int
monkey_below (Monkey *self, int end)
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
  record = rt_plan_get (self->plan, part, (guint) monkey_below (self, (int) n));
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
  int n = monkey_below (self, 3);

  for (int i = 0; i < n; i++)
    ids[i] = any_id (self, part);
  return g_variant_new_strv (ids, n);
}

static GVariant *
any_number (Monkey *self, char letter, char type)
{
  int number = letter == 'x'   ? monkey_below (self, 2000)
               : letter == 'c' ? monkey_below (self, 8) - 1
               : letter == 'k' ? monkey_below (self, 4)
                               : monkey_below (self, 9);

  return type == 'u' ? g_variant_new_uint32 ((guint) number) : g_variant_new_int32 (number);
}

static GVariant *
any_value (Monkey *self, char letter, char type)
{
  static const char *const layouts[] = { "grid", "ring", "u", "rows", "scattered", "boardroom" };
  static const char *const pages[] = { "people", "room", "rounds" };

  switch (letter)
    {
    case 'P':
    case 'T':
    case 'R':
      return any_list (self, part_of (letter));
    case 'b':
      return g_variant_new_boolean (monkey_below (self, 2) == 0);
    case 'l':
      return g_variant_new_string (layouts[monkey_below (self, G_N_ELEMENTS (layouts))]);
    case 'f':
      return g_variant_new_string (rt_preset_words[monkey_below (self, RT_N_PRESETS)]);
    case 'g':
      return g_variant_new_string (pages[monkey_below (self, G_N_ELEMENTS (pages))]);
    case 'c':
    case 'k':
    case 'n':
    case 'x':
      return any_number (self, letter, type);
    default:
      return g_variant_new_string (monkey_below (self, 12) == 0 && letter != 'r'
                                       ? "" : any_id (self, part_of (letter)));
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

/* Closes what is there. */
static gboolean
has_no_chooser (gpointer data)
{
  GListModel *all = gtk_window_get_toplevels ();
  gboolean none = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (!GTK_IS_FILE_CHOOSER (window) || !gtk_widget_get_visible (GTK_WIDGET (window)))
        continue;
      none = FALSE;
      gtk_window_close (window);
    }
  g_main_context_wakeup (NULL);
  return none;
}

/* GTK 4.8 forgets the name of a file that goes while a chooser shows its folder, as the one does
 * that is written beside the plan's and then takes its place: so none is open while it is saved. */
static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GVariant) own = parameter ? g_variant_ref_sink (parameter) : NULL;
  g_autofree char *words = own ? g_variant_print (own, FALSE) : g_strdup ("");

  if (g_str_equal (name, "win.save"))
    test_wait (has_no_chooser, NULL);
  g_test_message ("%s %s", name, words);
  gtk_widget_activate_action_variant (widget, name, own);
}

/* Which of them takes what is known by its type only. */
static GVariant *
parameter_for (Monkey *self, const GVariantType *type)
{
  static const struct
  {
    const char *type, *given;
  } kinds[] = {
    { "s", "p" },    { "s", "t" },    { "s", "r" },     { "(ss)", "rp" }, { "(ss)", "rt" },
    { "u", "n" },    { "i", "k" },    { "(ii)", "nn" }, { "b", "b" },
  };
  int first = monkey_below (self, G_N_ELEMENTS (kinds));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint at = ((guint) first + i) % G_N_ELEMENTS (kinds);

      if (g_variant_type_equal (type, G_VARIANT_TYPE (kinds[at].type)))
        return any_parameter (self, kinds[at].type, kinds[at].given);
    }
  return NULL;
}

/* Unless it takes what cannot be made up. */
static void
activate_if (Monkey *self, GtkWidget *widget, const char *name, const GVariantType *type)
{
  GVariant *parameter = type ? parameter_for (self, type) : NULL;

  if (type == NULL || parameter)
    activate (widget, name, parameter);
}

/* Those that are not above, as "group.name". */
static void
list_others (GActionGroup *group, const char *prefix, GHashTable *types)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *full = g_strconcat (prefix, ".", names[i], NULL);
      gboolean known = g_strv_contains (outside, full);

      for (guint k = 0; k < G_N_ELEMENTS (actions) && !known; k++)
        known = g_str_equal (actions[k].name, full);
      if (!known)
        g_hash_table_insert (types, g_steal_pointer (&full),
                             (gpointer) g_action_group_get_action_parameter_type (group, names[i]));
    }
}

/* What nobody has entered here is tried, too. */
static void
act_otherwise (Monkey *self)
{
  g_autoptr (GSimpleActionGroup) plan = g_simple_action_group_new ();
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = NULL;
  const GVariantType *type;
  const char *name;

  rt_actions_people_add (G_ACTION_MAP (plan), self->window);
  rt_actions_seats_add (G_ACTION_MAP (plan), self->window);
  rt_actions_tables_add (G_ACTION_MAP (plan), self->window);
  rt_actions_rounds_add (G_ACTION_MAP (plan), self->window);
  list_others (G_ACTION_GROUP (plan), "plan", types);
  list_others (G_ACTION_GROUP (self->window), "win", types);
  names = g_list_sort (g_hash_table_get_keys (types), (GCompareFunc) strcmp);
  if (names == NULL)
    return;
  name = g_list_nth_data (names, (guint) monkey_below (self, (int) g_list_length (names)));
  type = g_hash_table_lookup (types, name);
  activate_if (self, GTK_WIDGET (self->window), name, type);
}

void
monkey_act (Monkey *self)
{
  int i = monkey_below (self, G_N_ELEMENTS (actions) + 1);

  if (i == G_N_ELEMENTS (actions))
    {
      act_otherwise (self);
      return;
    }
  if (g_str_has_prefix (actions[i].name, "win.paste"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)),
                            lists[monkey_below (self, G_N_ELEMENTS (lists))]);
  activate (GTK_WIDGET (self->window), actions[i].name,
            any_parameter (self, actions[i].type, actions[i].given));
}

/* Only what Rotunda's own widgets have; GTK's need the events before them. */
void
monkey_act_at (Monkey *self, GtkWidget *widget)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  const char *name, *property;
  const GVariantType *type;
  GType owner;
  guint i;

  for (i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &type,
                                             &property);
       i++)
    if (g_str_has_prefix (g_type_name (owner), "Rt") && !g_str_equal (name, "print.print"))
      {
        g_ptr_array_add (names, (gpointer) name);
        g_ptr_array_add (types, (gpointer) type);
      }
  if (names->len == 0)
    return;
  i = (guint) monkey_below (self, (int) names->len);
  activate_if (self, widget, names->pdata[i], types->pdata[i]);
}
