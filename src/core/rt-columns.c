/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people call their columns, folded and without punctuation. */
static const struct {
  RtColumn    column;
  const char *names;
} known[] = {
  { RT_COLUMN_NAME,
    "name|names|full name|fullname|person|participant|participants|participant name|attendee|"
    "attendee name|delegate|delegate name|guest|guest name|host|hosts|host name|display name|who|"
    "vor und nachname|vor und zuname|vollständiger name|teilnehmer|teilnehmerin|teilnehmende|"
    "gast|gäste|gastgeber|gastgeberin" },
  { RT_COLUMN_FIRST_NAME,
    "first name|firstname|first|given name|given names|forename|forenames|christian name|"
    "vorname|vornamen|rufname" },
  { RT_COLUMN_LAST_NAME,
    "last name|lastname|last|surname|family name|second name|nachname|zuname|familienname" },
  { RT_COLUMN_HONORIFIC, "honorific|salutation|prefix|form of address|mr mrs ms|anrede" },
  { RT_COLUMN_ORGANISATION,
    "organisation|organization|organisation name|organization name|org|organisations|"
    "organizations|employer|company|company name|affiliation|affiliations|institution|"
    "institute|authority|local authority|council|borough|agency|firm|business|university|body|"
    "workplace|place of work|einrichtung|firma|unternehmen|arbeitgeber|behörde|"
    "verein|hochschule|universität|gemeinde" },
  { RT_COLUMN_SECTOR, "sector|industry|field|branche|bereich|sektor" },
  { RT_COLUMN_JOB,
    "job|job title|jobtitle|job role|job function|position|function|title|occupation|"
    "profession|post|designation|rank|grade|funktion|beruf|tätigkeit|stelle|berufsbezeichnung|"
    "stellenbezeichnung" },
  { RT_COLUMN_KIND,
    "kind|type|category|participant type|attendee type|delegate type|type of participant|art|"
    "kategorie" },
  { RT_COLUMN_ROLE,
    "role|roles|event role|role at event|role at the event|part|capacity|rolle|rollen" },
  { RT_COLUMN_TAGS, "tag|tags|label|labels|keyword|keywords|group|groups|gruppe|team|schlagwort|"
    "schlagworte|schlagwörter|merkmale" },
  { RT_COLUMN_LANGUAGES,
    "language|languages|speaks|spoken languages|languages spoken|language s|sprache|sprachen" },
  { RT_COLUMN_WISHES,
    "sign up|sign ups|signup|signups|signed up for|wish|wishes|choice|choices|preference|"
    "preferences|interest|interests|first choice|second choice|third choice|fourth choice|"
    "fifth choice|wunsch|wünsche|themenwunsch|wahl|erstwunsch|zweitwunsch|drittwunsch" },
  { RT_COLUMN_THEME,
    "theme|themes|topic|topics|subject|challenge|challenges|conversation|table theme|"
    "table topic|theme title|thema|themen|tischthema" },
  { RT_COLUMN_METHOD, "method|methods|technique|model|models|thinking model|approach" },
  { RT_COLUMN_CHAMPION, "champion|champions|theme champion|owner|sponsor|lead|led by" },
  { RT_COLUMN_QUESTION, "question|questions|key question|the question|prompt|frage|leitfrage" },
  { RT_COLUMN_EMAIL,
    "email|e mail|mail|email address|e mail address|emailaddress|mail address|e mail adresse" },
  { RT_COLUMN_PHONE,
    "phone|telephone|tel|mobile|cell|phone number|telephone number|mobile number|mobile phone|"
    "contact number|telefon|telefonnummer|mobil|handy" },
  { RT_COLUMN_ACCESS,
    "access|access needs|access requirements|accessibility|accessibility needs|"
    "accessibility requirements|special needs|barrierefreiheit|unterstützungsbedarf" },
  { RT_COLUMN_DIET,
    "diet|diets|dietary|dietary needs|dietary requirements|dietary requirement|food|meal|"
    "allergies|allergies and diet|ernährung|essen|verpflegung|allergien" },
  { RT_COLUMN_NOTES, "note|notes|remark|remarks|comment|comments|private notes|other|bemerkung|"
    "bemerkungen|notiz|notizen|anmerkung|anmerkungen|sonstiges" },
  { RT_COLUMN_STEP_FREE,
    "step free|stepfree|step free access|step free place|wheelchair|wheelchair user|"
    "wheelchair access|stufenlos|stufenfrei|rollstuhl" },
};

static gpointer
make_table (gpointer unused)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_auto (GStrv) names = g_strsplit (known[i].names, "|", -1);

      for (guint k = 0; names[k] != NULL; k++)
        g_hash_table_insert (table, rt_fold (names[k]), GINT_TO_POINTER (known[i].column));
    }
  return table;
}

/* "E-Mail address (private):" is "e mail address". */
static char *
simplify (const char *name)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint depth = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(')
        depth++;
      else if (c == ')' && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_unichar (plain, g_unichar_isalnum (c) || g_unichar_ismark (c) ? c : ' ');
    }
  text = g_string_free (plain, FALSE);
  return rt_fold (text);
}

/* "Choice 5", "5th choice", "2. Wunsch": which one it is, is said by where the column stands. */
static char *
without_number (const char *plain)
{
  static const char * const ordinals[] = { "", "st", "nd", "rd", "th", NULL };
  const char *first = plain + strspn (plain, "0123456789");
  g_autofree char *ending = g_strndup (first, strcspn (first, " "));
  gsize length;

  if (first > plain && g_strv_contains (ordinals, ending))
    plain = first + strlen (ending) + (first[strlen (ending)] == ' ');
  length = strlen (plain);
  while (length > 0 && g_ascii_isdigit (plain[length - 1]))
    length--;
  return g_strchomp (g_strndup (plain, length));
}

/**
 * rt_column_from_name:
 * @name: what a list calls one of its columns, in English or German
 *
 * Returns: what the column holds, %RT_COLUMN_IGNORE if that is not known
 */
RtColumn
rt_column_from_name (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *table = g_once (&once, make_table, NULL);
  g_autofree char *plain = simplify (name);
  g_autofree char *unnumbered = without_number (plain);
  RtColumn column = GPOINTER_TO_INT (g_hash_table_lookup (table, plain));
  RtColumn numbered = GPOINTER_TO_INT (g_hash_table_lookup (table, unnumbered));

  /* Of other columns only one of a meaning is taken: a number says that it is another one. */
  return column == RT_COLUMN_IGNORE && numbered == RT_COLUMN_WISHES ? numbered : column;
}

/**
 * rt_column_get_title:
 * @column: what a column holds
 *
 * Returns: that in words, translated: "organisation"
 */
const char *
rt_column_get_title (RtColumn column)
{
  static const char * const titles[] = {
    [RT_COLUMN_IGNORE] = N_("left out"),
    [RT_COLUMN_NAME] = N_("name"),
    [RT_COLUMN_FIRST_NAME] = N_("first name"),
    [RT_COLUMN_LAST_NAME] = N_("last name"),
    [RT_COLUMN_HONORIFIC] = N_("form of address"),
    [RT_COLUMN_ORGANISATION] = N_("organisation"),
    [RT_COLUMN_SECTOR] = N_("sector"),
    [RT_COLUMN_JOB] = N_("job title"),
    [RT_COLUMN_KIND] = N_("type"),
    [RT_COLUMN_ROLE] = N_("role"),
    [RT_COLUMN_TAGS] = N_("tags"),
    [RT_COLUMN_LANGUAGES] = N_("languages"),
    [RT_COLUMN_WISHES] = N_("sign-ups"),
    [RT_COLUMN_THEME] = N_("theme"),
    [RT_COLUMN_CHAMPION] = N_("champion"),
    [RT_COLUMN_QUESTION] = N_("question"),
    [RT_COLUMN_METHOD] = N_("method"),
    [RT_COLUMN_EMAIL] = N_("email"),
    [RT_COLUMN_PHONE] = N_("phone"),
    [RT_COLUMN_ACCESS] = N_("access needs"),
    [RT_COLUMN_DIET] = N_("diet"),
    [RT_COLUMN_NOTES] = N_("private notes"),
    [RT_COLUMN_STEP_FREE] = N_("step-free"),
  };

  return _(titles[column]);
}

/**
 * rt_role_from_word:
 * @word: what somebody is at the event, as a list says it
 *
 * Returns: (nullable): the role of the plan format, %NULL if it is none of them
 */
const char *
rt_role_from_word (const char *word)
{
  static const struct { const char *word, *role; } others[] = {
    { "co host", "co-host" }, { "cohost", "co-host" }, { "table host", "host" },
    { "deputy host", "deputy" }, { "theme champion", "champion" }, { "keynote", "speaker" },
    { "keynote speaker", "speaker" }, { "translator", "interpreter" },
    { "gastgeber", "host" }, { "gastgeberin", "host" }, { "referent", "speaker" },
    { "referentin", "speaker" }, { "dolmetscher", "interpreter" },
    { "dolmetscherin", "interpreter" },
  };
  g_autofree char *plain = simplify (word);

  for (guint i = 0; rt_role_words[i] != NULL; i++)
    if (strcmp (plain, rt_role_words[i]) == 0)
      return rt_role_words[i];
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (plain, others[i].word) == 0)
      return others[i].role;
  return NULL;
}

static const char *
get_cell (const RtCsv *csv, guint row, guint column)
{
  GStrv cells = g_ptr_array_index (csv->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}

static guint
count_columns (const RtCsv *csv)
{
  guint most = 0;

  for (guint i = 0; i < csv->rows->len; i++)
    most = MAX (most, g_strv_length (g_ptr_array_index (csv->rows, i)));
  return most;
}

typedef gboolean (*CellTest) (const char *cell);

/* Whether most of the cells below the first @skip rows, empty ones left out, pass @test. */
static gboolean
mostly (const RtCsv *csv, guint skip, guint column, CellTest test)
{
  guint n = 0, passed = 0;

  for (guint row = skip; row < csv->rows->len; row++)
    {
      g_autofree char *cell = rt_tidy (get_cell (csv, row, column));

      n += cell[0] != '\0';
      passed += cell[0] != '\0' && test (cell);
    }
  return n > 0 && passed * 2 > n;
}

static gboolean
is_one_of (const char *cell, const char * const *words)
{
  g_autofree char *text = simplify (cell);

  return g_strv_contains (words, text);
}

static gboolean
is_honorific (const char *cell)
{
  static const char * const words[] = {
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "cllr", "councillor", "rev", "reverend", "baroness", NULL
  };

  return is_one_of (cell, words);
}

static gboolean
is_role (const char *cell)
{
  g_auto (GStrv) words = g_strsplit_set (cell, ";,/|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (rt_role_from_word (words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_email (const char *cell)
{
  const char *at = strchr (cell, '@');

  return at != NULL && at > cell && strchr (at, '.') != NULL && strchr (cell, ' ') == NULL;
}

static gboolean
is_phone (const char *cell)
{
  guint digits = 0;

  for (; *cell != '\0'; cell++)
    if (g_ascii_isdigit (*cell))
      digits++;
    else if (strchr (" +-/().", *cell) == NULL)
      return FALSE;
  return digits >= 6;
}

static gboolean
is_number (const char *cell)
{
  return strspn (cell, "0123456789.#") == strlen (cell);
}

static gboolean
is_job (const char *cell)
{
  static const char * const words[] = {
    "head", "director", "officer", "manager", "chief", "executive", "assistant", "deputy",
    "leader", "secretary", "engineer", "professor", "lecturer", "consultant", "adviser",
    "advisor", "analyst", "coordinator", "president", "chair", "student", "teacher", NULL
  };
  g_autofree char *text = simplify (cell);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;
  return FALSE;
}

/* A name of one word; scripts without capitals write whole names like that. */
static gboolean
is_word (const char *cell)
{
  return strpbrk (cell, " 0123456789@") == NULL && g_unichar_isupper (g_utf8_get_char (cell));
}

/* Whether such a list has a use for the column. What it has none for is left out, and said. */
static gboolean
is_used (RtListKind kind, RtColumn column)
{
  switch (column)
    {
    case RT_COLUMN_THEME:
      return kind != RT_LIST_PEOPLE;
    case RT_COLUMN_METHOD:
    case RT_COLUMN_CHAMPION:
    case RT_COLUMN_QUESTION:
      return kind == RT_LIST_THEMES;
    case RT_COLUMN_ORGANISATION:
      return TRUE;
    default:
      return kind != RT_LIST_THEMES;
    }
}

static gboolean
is_host_column (const char *name)
{
  static const char * const words[] = { "host",      "hosts",         "host name",
                                        "gastgeber", "gastgeberin", NULL };

  return is_one_of (name, words);
}

/* "Title" is a job title nearly everywhere, and "Role" at the event or at work: the cells decide.
 * In a list of themes the names are those of the themes; in one of people a theme is what they
 * signed up for, and a host is somebody else. */
static RtColumn
settle (const RtCsv *csv, RtListKind kind, guint column, RtColumn found)
{
  const char *name = get_cell (csv, 0, column);

  if (found == RT_COLUMN_NAME && kind != RT_LIST_HOSTS && is_host_column (name))
    return RT_COLUMN_IGNORE;
  if (kind == RT_LIST_THEMES && found == RT_COLUMN_NAME)
    return RT_COLUMN_THEME;
  if (kind == RT_LIST_PEOPLE && found == RT_COLUMN_THEME)
    return RT_COLUMN_WISHES;
  if (found == RT_COLUMN_JOB && mostly (csv, 1, column, is_honorific))
    found = RT_COLUMN_HONORIFIC;
  return is_used (kind, found) ? found : RT_COLUMN_IGNORE;
}

static int
index_of (GArray *columns, RtColumn column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, RtColumn, i) == column)
      return i;
  return -1;
}

/* A second column of the same meaning is not taken, except for choices, which go on. */
static void
add_column (GArray *columns, RtColumn column)
{
  if (column != RT_COLUMN_WISHES && column != RT_COLUMN_TAGS && index_of (columns, column) >= 0)
    column = RT_COLUMN_IGNORE;
  g_array_append_val (columns, column);
}

/* Jobs under "Role", where the list has no other column for them. */
static void
settle_role (const RtCsv *csv, GArray *columns)
{
  int role = index_of (columns, RT_COLUMN_ROLE);

  if (role >= 0 && index_of (columns, RT_COLUMN_JOB) < 0 && !mostly (csv, 1, role, is_role)
      && mostly (csv, 1, role, is_job))
    g_array_index (columns, RtColumn, role) = RT_COLUMN_JOB;
}

/* Whether the columns name what every row of such a list must have. */
static gboolean
has_key (GArray *columns, RtListKind kind)
{
  if (kind == RT_LIST_THEMES)
    return index_of (columns, RT_COLUMN_THEME) >= 0 || index_of (columns, RT_COLUMN_METHOD) >= 0;
  return index_of (columns, RT_COLUMN_NAME) >= 0
         || index_of (columns, RT_COLUMN_FIRST_NAME) >= 0
         || index_of (columns, RT_COLUMN_LAST_NAME) >= 0;
}

/**
 * rt_columns_from_header:
 * @csv: a list
 * @kind: of what
 * @columns: (element-type RtColumn): filled with what each column holds
 *
 * Reads the first row as names of columns, in any order and in the words people use.
 *
 * Returns: whether it is a header: it names what every row must have, or two columns are known
 */
gboolean
rt_columns_from_header (const RtCsv *csv, RtListKind kind, GArray *columns)
{
  GStrv names = g_ptr_array_index (csv->rows, 0);
  guint n = count_columns (csv);
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *name = get_cell (csv, 0, i);
      RtColumn column = rt_column_from_name (name);

      n_known += column != RT_COLUMN_IGNORE;
      add_column (columns, settle (csv, kind, i, column));
    }
  settle_role (csv, columns);
  return names[0] != NULL && (has_key (columns, kind) || n_known >= 2);
}

/* The columns of people that the cells themselves give away; the others are left for their order.
 * */
static RtColumn
recognise (const RtCsv *csv, guint column, gboolean named)
{
  if (mostly (csv, 0, column, is_email))
    return RT_COLUMN_EMAIL;
  if (mostly (csv, 0, column, is_phone))
    return RT_COLUMN_PHONE;
  if (!named && mostly (csv, 0, column, is_honorific))
    return RT_COLUMN_HONORIFIC;
  if (mostly (csv, 0, column, is_role))
    return RT_COLUMN_ROLE;
  if (mostly (csv, 0, column, is_job))
    return RT_COLUMN_JOB;
  return RT_COLUMN_NAME;
}

static void
guess_people (const RtCsv *csv, GArray *columns)
{
  /* What nobody recognises comes in this order; the last is private, as it may be anything. */
  static const RtColumn order[] = { RT_COLUMN_ORGANISATION, RT_COLUMN_JOB, RT_COLUMN_NOTES };
  gboolean named = FALSE;
  guint next = 0;
  guint n = count_columns (csv);

  for (guint i = 0; i < n; i++)
    {
      RtColumn column = recognise (csv, i, named);

      if (!named && mostly (csv, 0, i, is_number))
        column = RT_COLUMN_IGNORE;
      else if (column == RT_COLUMN_NAME && !named)
        {
          /* Two columns of single words are a first name and a surname. */
          named = TRUE;
          if (i + 1 < n && mostly (csv, 0, i, is_word) && mostly (csv, 0, i + 1, is_word))
            {
              add_column (columns, RT_COLUMN_FIRST_NAME);
              column = RT_COLUMN_LAST_NAME;
              i++;
            }
        }
      else if (column == RT_COLUMN_NAME)
        {
          while (next < G_N_ELEMENTS (order) && index_of (columns, order[next]) >= 0)
            next++;
          column = next < G_N_ELEMENTS (order) ? order[next] : RT_COLUMN_IGNORE;
        }
      add_column (columns, column);
    }
  if (!named && n > 0)
    g_array_index (columns, RtColumn, 0) = RT_COLUMN_NAME;
}

static void
guess_in_order (const RtCsv *csv, const RtColumn *order, guint n_order, GArray *columns)
{
  guint n = count_columns (csv);

  for (guint i = 0; i < n; i++)
    add_column (columns, i < n_order ? order[i] : RT_COLUMN_IGNORE);
}

/**
 * rt_columns_guess:
 * @csv: a list without a header
 * @kind: of what
 * @columns: (element-type RtColumn): filled with what each column seems to hold
 *
 * Themes come as theme, champion, organisation, question. People: what the cells show (addresses,
 * numbers, roles, jobs); the first other column is the name, then organisation, job and notes.
 */
void
rt_columns_guess (const RtCsv *csv, RtListKind kind, GArray *columns)
{
  static const RtColumn themes[] = {
    RT_COLUMN_THEME, RT_COLUMN_CHAMPION, RT_COLUMN_ORGANISATION, RT_COLUMN_QUESTION
  };

  g_array_set_size (columns, 0);
  if (kind == RT_LIST_THEMES)
    guess_in_order (csv, themes, G_N_ELEMENTS (themes), columns);
  else
    guess_people (csv, columns);
}
