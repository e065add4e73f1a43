/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <string.h>

#include "rt-csv.h"

static RtCsv *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  RtCsv *csv = rt_csv_read (text, strlen (text), NULL, 0, &error);

  g_assert_no_error (error);
  return csv;
}

static void
assert_cell (const RtCsv *csv, guint row, guint column, const char *text)
{
  GStrv cells;

  g_assert_cmpuint (row, <, csv->rows->len);
  cells = g_ptr_array_index (csv->rows, row);
  g_assert_cmpuint (column, <, g_strv_length (cells));
  g_assert_cmpstr (cells[column], ==, text);
}

static void
assert_refused (const char *bytes, gsize length, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCsv) csv = rt_csv_read (bytes, length, NULL, 0, &error);

  g_assert_null (csv);
  g_assert_error (error, RT_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* A literal with its length, as it may hold a NUL. */
#define BYTES(text) text, sizeof (text) - 1

static RtCsv *
read_event (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "events", name, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  RtCsv *csv;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  csv = rt_csv_read (bytes, length, NULL, 0, &error);
  g_assert_no_error (error);
  return csv;
}

/* Every list as it arrives in the mail, with the traps in it. */
static const struct {
  const char *file, *encoding;
  char        delimiter;
  gboolean    bom, guessed;
} arrivals[] = {
  { "as-they-arrive/comma-bom.csv", "UTF-8", ',', TRUE, FALSE },
  { "as-they-arrive/semicolon-windows-1252.csv", "windows-1252", ';', FALSE, TRUE },
  { "as-they-arrive/tab-utf16.txt", "UTF-16LE", '\t', TRUE, FALSE },
};

static void
test_arrivals (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RtCsv) csv = read_event (arrivals[i].file);

  g_assert_cmpstr (csv->encoding, ==, arrivals[i].encoding);
  g_assert_cmpint (csv->delimiter, ==, arrivals[i].delimiter);
  g_assert_cmpint (csv->bom, ==, arrivals[i].bom);
  g_assert_cmpint (csv->guessed, ==, arrivals[i].guessed);
  g_assert_cmpuint (csv->rows->len, ==, 10);
  assert_cell (csv, 0, 0, "Full name");
  assert_cell (csv, 0, 3, "Remarks");
  assert_cell (csv, 1, 0, "Zoë Müller");
  assert_cell (csv, 1, 3, "likes tea\nsits near the door");
  assert_cell (csv, 2, 3, "says \"hello\", often");
  assert_cell (csv, 5, 0, "Aoife   Byrne");
  assert_cell (csv, 6, 0, "=HYPERLINK(\"http://x\")");
  assert_cell (csv, 7, 0, "");
  assert_cell (csv, 7, 3, "no name");
  assert_cell (csv, 9, 1, "Local Government, BT");
  g_assert_cmpuint (g_array_index (csv->lines, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (csv->lines, guint, 1), ==, 2);
  g_assert_cmpuint (g_array_index (csv->lines, guint, 2), ==, 4);
  g_assert_cmpuint (g_array_index (csv->lines, guint, 9), ==, 11);
}

static const struct {
  const char *file;
  guint       rows, columns;
} lists[] = {
  { "as-they-arrive/first-last-columns.csv", 4, 3 },
  { "as-they-arrive/no-header.csv", 5, 4 },
  { "academics/people.csv", 29, 3 },
  { "beijing/people.csv", 56, 5 },
  { "beijing/themes.csv", 5, 1 },
  { "inaugural/people.csv", 161, 5 },
  { "inaugural/themes.csv", 5, 4 },
  { "leadership-styles/hosts.csv", 10, 5 },
  { "leadership-styles/people.csv", 51, 4 },
  { "models/methods.csv", 5, 1 },
  { "models/people.csv", 31, 4 },
  { "roundtable/london.csv", 15, 3 },
  { "roundtable/sheffield.csv", 13, 3 },
};

static void
test_lists (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RtCsv) csv = read_event (lists[i].file);

  g_assert_cmpstr (csv->encoding, ==, "UTF-8");
  g_assert_cmpint (csv->delimiter, ==, lists[i].columns > 1 ? ',' : 0);
  g_assert_cmpuint (csv->rows->len, ==, lists[i].rows);
  for (guint row = 0; row < csv->rows->len; row++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (csv->rows, row)), ==, lists[i].columns);
}

static void
assert_encoding (const char *bytes, gsize length, const char *encoding, const char *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCsv) csv = rt_csv_read (bytes, length, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (csv->encoding, ==, encoding);
  assert_cell (csv, 1, 0, cell);
}

static void
assert_encoded (const char *text, const char *charset, const char *encoding, const char *cell)
{
  gsize length = 0;
  g_autofree char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);

  g_assert_nonnull (bytes);
  assert_encoding (bytes, length, encoding, cell);
}

static void
test_utf16 (void)
{
  assert_encoded ("Name;Town\nZoë;Å\n", "UTF-16LE", "UTF-16LE", "Zoë");
  assert_encoded ("Name;Town\nZoë;Å\n", "UTF-16BE", "UTF-16BE", "Zoë");
  assert_encoded ("\357\273\277Name;Town\nZoë;Å\n", "UTF-16BE", "UTF-16BE", "Zoë");
  assert_encoded ("姓名\t城市\n王小明\t北京\n", "UTF-16LE", "UTF-16LE", "王小明");
}

static void
test_other_scripts (void)
{
  assert_encoded ("Имя;Город\nАнна Иванова;Москва\nМария Кузнецова;Казань\n", "WINDOWS-1251",
                  "WINDOWS-1251", "Анна Иванова");
  assert_encoded ("名前\n田中太郎\n鈴木花子\n", "SHIFT_JIS", "SHIFT_JIS", "田中太郎");
}

/* Short Western lists are taken for other scripts by frequency alone. */
static void
test_western (void)
{
  assert_encoded ("Name\nAndré\n", "WINDOWS-1252", "windows-1252", "André");
  assert_encoded ("Name\nZoë\n", "WINDOWS-1252", "windows-1252", "Zoë");
  assert_encoded ("Name\nSeán O’Keefe – €5\n", "WINDOWS-1252", "windows-1252", "Seán O’Keefe – €5");
}

static void
test_no_such_letter (void)
{
  assert_encoding (BYTES ("Name\nZo\xeb \x81\n"), "ISO-8859-1", "Zoë \302\201");
}

static void
test_given (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCsv) csv = rt_csv_read (BYTES ("N|M\n\xb1|x;y\n"), "ISO-8859-2", ';', &error);
  g_autoptr (RtCsv) none = NULL;

  g_assert_no_error (error);
  assert_cell (csv, 1, 0, "ą|x");
  assert_cell (csv, 1, 1, "y");
  g_assert_false (csv->guessed);
  none = rt_csv_read ("a", 1, "KLINGON", 0, &error);
  g_assert_null (none);
  g_assert_error (error, RT_ERROR, RT_ERROR_USAGE);
}

static void
test_refused (void)
{
  assert_refused (BYTES ("Name\n\"Ann,Bob\nCid\n"), RT_ERROR_FORMAT, "Line 2");
  assert_refused (BYTES ("Name,Notes\n\nAnn,\"tea\nand\"\nBob,\"x"), RT_ERROR_FORMAT, "Line 5");
  assert_refused (BYTES ("\xef\xbb\xbfName\nZo\xeb\n"), RT_ERROR_FORMAT, "Line 2");
  assert_refused (BYTES ("Name,Town\nA\0b,c\n"), RT_ERROR_FORMAT, "Line 2");
  assert_refused (BYTES ("\xff\xfeN"), RT_ERROR_FORMAT, "Line 1");
  assert_refused (BYTES ("PK\003\004xyz"), RT_ERROR_FORMAT, "workbook");
  assert_refused (BYTES (""), RT_ERROR_FORMAT, "empty");
  assert_refused (BYTES (" \r\n\n"), RT_ERROR_FORMAT, "empty");
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RtCsv) csv = NULL;

  for (guint i = 0; i <= RT_CSV_MAX_ROWS; i++)
    g_string_append (text, "Ann,Camden\n");
  csv = read_text (text->str);
  g_assert_cmpuint (csv->rows->len, ==, RT_CSV_MAX_ROWS + 1);
  g_string_append (text, "Ann,Camden\n");
  assert_refused (text->str, text->len, RT_ERROR_LIMIT, "20000 rows");
  /* The size is looked at before a byte is. */
  assert_refused ("", RT_CSV_MAX_BYTES + 1, RT_ERROR_LIMIT, "64 MiB");
}

static const struct {
  const char *text;
  char        delimiter;
} separated[] = {
  { "Name,Town\nA,B\n", ',' },
  { "Name;Town\nA;Local Government, BT\n", ';' },
  { "Name;Town\n\"A, B, C\";D\n", ';' },
  { "Name|Town\nA|B, C\n", '|' },
  { "Name\tJob, role\nA\tx\nB\ty\n", '\t' },
  { "Name,Choices\nA,x; y; z\nB,\n", ',' },
  { "Name\nSmith; John\n", 0 },
  { "Name,\"a;b;c;d\"\nA,\"x;y;z;w\"\n", ',' },
  { "Name;Note\nA;say \"x, y\" twice\nB;x\n", ';' },
};

static void
test_delimiter (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RtCsv) csv = read_text (separated[i].text);

  g_assert_cmpint (csv->delimiter, ==, separated[i].delimiter);
}

static void
test_lines (void)
{
  g_autoptr (RtCsv) csv = read_text ("a,b\r\n\r\n   \r\nc,\"d\r\ne\"\r\nf");
  g_autoptr (RtCsv) mac = read_text ("a,b\rc,d\r\re,f");
  g_autoptr (RtCsv) tabs = read_text ("a\tb\n\tc\n");

  g_assert_cmpuint (csv->rows->len, ==, 3);
  assert_cell (csv, 1, 1, "d\r\ne");
  assert_cell (csv, 2, 0, "f");
  g_assert_cmpuint (g_array_index (csv->lines, guint, 1), ==, 4);
  g_assert_cmpuint (g_array_index (csv->lines, guint, 2), ==, 6);
  g_assert_cmpuint (mac->rows->len, ==, 3);
  g_assert_cmpuint (g_array_index (mac->lines, guint, 2), ==, 4);
  assert_cell (tabs, 1, 0, "");
  assert_cell (tabs, 1, 1, "c");
}

static void
test_description (void)
{
  g_autoptr (RtCsv) csv = read_text ("a;b\nc;d\n");
  g_autofree char *with = rt_csv_dup_description (csv, TRUE);
  g_autofree char *without = rt_csv_dup_description (csv, FALSE);

  g_assert_cmpstr (with, ==, "Read as: semicolons, UTF-8, header row.");
  g_assert_cmpstr (without, ==, "Read as: semicolons, UTF-8, no header row.");
}

static void
test_one_column (void)
{
  g_autoptr (RtCsv) csv = read_text ("Theme\nParks, rivers\n\"Say \"\"yes\"\"\"\n");
  g_autofree char *words = rt_csv_dup_description (csv, TRUE);

  g_assert_cmpuint (csv->rows->len, ==, 3);
  assert_cell (csv, 1, 0, "Parks, rivers");
  assert_cell (csv, 2, 0, "Say \"yes\"");
  g_assert_cmpstr (words, ==, "Read as: one column, UTF-8, header row.");
}

static void
test_append (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  rt_csv_append (out, (const char *[]) { "Ann", "Local Government, BT", "5\" nail", NULL });
  rt_csv_append (out, (const char *[]) { "=1+1", "@x", "a\nb", "", NULL });
  rt_csv_append (out, (const char *[]) { "", NULL });
  g_assert_cmpstr (out->str, ==, "Ann,\"Local Government, BT\",\"5\"\" nail\"\n"
                                 "'=1+1,'@x,\"a\nb\",\n"
                                 "\"\"\n");
}

/* Every cell comes back as it was, also those that a spreadsheet would run. */
static void
test_round_trip (void)
{
  static const char * const cells[] = {
    "Name", "=HYPERLINK(\"http://x\")", "+44 20 7946 0000", "-", "@home", "\tx", "\rx", "'", "'=1",
    "''=1", "'t Hooft", "", " x ", "x\t", "a;b|c", "\"", "\"\"", "\"x\"", "a\r\nb", "王小明", "’", NULL
  };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (RtCsv) csv = NULL;

  rt_csv_append (out, cells);
  rt_csv_append (out, cells);
  csv = read_text (out->str);
  g_assert_cmpuint (csv->rows->len, ==, 2);
  for (guint i = 0; cells[i] != NULL; i++)
    assert_cell (csv, 1, i, cells[i]);
}

/* No bytes make it stop: it reads them or says why not. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  static const char alphabet[] = "a\"\n\r,;\t' =\0\xeb\xff\xfe";

  for (guint round = 0; round < 20000; round++)
    {
      char bytes[40];
      gsize length = g_rand_int_range (rand, 0, sizeof bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (RtCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      csv = rt_csv_read (bytes, length, NULL, 0, &error);
      g_assert_true ((csv == NULL) == (error != NULL));
      g_assert_true (csv == NULL || csv->rows->len == csv->lines->len);
    }
}

/* Spreadsheets say what separates cells in a line of its own; the other lines keep
   their numbers. */
static void
test_separator_line (void)
{
  static const char *const texts[] = { "sep=;\nName;Job\nAda;Clerk, first\n",
                                       "\"sep=;\"\r\nName;Job\r\nAda;Clerk, first\r\n",
                                       "\xef\xbb\xbfSEP=;\nName;Job\nAda;Clerk, first" };
  g_autoptr (RtCsv) name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RtCsv) csv = rt_csv_read (texts[i], strlen (texts[i]), NULL, 0, NULL);

      g_assert_cmpint (csv->delimiter, ==, ';');
      g_assert_cmpuint (csv->rows->len, ==, 2);
      assert_cell (csv, 1, 1, "Clerk, first");
      g_assert_cmpuint (g_array_index (csv->lines, guint, 0), ==, 2);
    }
  name = rt_csv_read ("sep=ember\nAda\n", 14, NULL, 0, NULL);
  assert_cell (name, 0, 0, "sep=ember");
}

static void
add_each (const char *path, guint i, GTestDataFunc func)
{
  g_autofree char *full = g_strdup_printf ("%s/%u", path, i);

  g_test_add_data_func (full, GUINT_TO_POINTER (i), func);
}

/* What stands in the To line of a message, in the ways mail programs write it. */
static void
test_addresses (void)
{
  static const struct { const char *text; guint n; const char *names[4]; } texts[] = {
    { "Ada Byron <ada@x.org>, Bo Ek <bo@y.org>", 2, { "Ada Byron", "Bo Ek" } },
    { "\"Byron, Ada\" <ada@x.org>, 'Bo' <bo@y.org>\n", 2, { "Ada Byron", "'Bo'" } },
    { "Byron, Ada <ada@x.org>; Ek, Bo <bo@y.org>;", 2, { "Ada Byron", "Bo Ek" } },
    { "Ada Byron <ada@x.org>\r\nBo Ek <bo@y.org>\r\n\r\nCy Fox", 3,
      { "Ada Byron", "Bo Ek", "Cy Fox" } },
    { "ada.byron@x.org, bo_ek@y.org,zoë.müller@z.org", 3, { "Ada Byron", "Bo Ek", "Zoë Müller" } },
    { "Ada Byron <ada@x.org> , Ek, Bo <bo@y.org>; Fox, Cy <cy@z.org>", 3,
      { "Ada Byron", "Bo Ek", "Cy Fox" } },
    { "<postmaster+list@x.org>, Bo Ek <bo@y.org>,", 2, { "postmaster", "Bo Ek" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RtCsv) csv = read_text (texts[i].text);

      g_assert_cmpint (csv->delimiter, ==, RT_CSV_ADDRESSES);
      g_assert_cmpuint (csv->rows->len, ==, texts[i].n);
      for (guint row = 0; row < texts[i].n; row++)
        {
          assert_cell (csv, row, 0, texts[i].names[row]);
          g_assert_cmpuint (g_array_index (csv->lines, guint, row), ==, row + 1);
        }
    }
}

/* Lists in which addresses are cells, and others that only look so. */
static void
test_no_addresses (void)
{
  static const struct { const char *text; char delimiter; } texts[] = {
    { "Ada Byron,ada@x.org\nBo Ek,bo@y.org\n", ',' },
    { "Name,Email\nAda Byron,Ada <ada@x.org>\nBo Ek,Bo <bo@y.org>\n", ',' },
    { "Ada Byron <ada@x.org>,Camden,Officer\nBo Ek <bo@y.org>,Brent,Officer\n", ',' },
    { "Name\nAda Byron\nBo Ek\n", 0 },
    { "Ada @ home\na < b > c\n", 0 },
    { "<>\n<@.>\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RtCsv) csv = read_text (texts[i].text);

      g_assert_cmpint (csv->delimiter, ==, texts[i].delimiter);
    }
}

/* Whoever knows better says so. */
static void
test_told (void)
{
  static const char text[] = "Ada Byron <ada@x.org>, Bo Ek <bo@y.org>\n";
  static const struct { char delimiter; guint rows, cells; } told[] = {
    { ',', 1, 2 }, { RT_CSV_ONE_COLUMN, 1, 1 }, { RT_CSV_ADDRESSES, 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (RtCsv) csv = rt_csv_read (BYTES (text), NULL, told[i].delimiter, NULL);

      g_assert_cmpuint (csv->rows->len, ==, told[i].rows);
      g_assert_cmpuint (g_strv_length (csv->rows->pdata[0]), ==, told[i].cells);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrivals); i++)
    add_each ("/csv/arrivals", i, test_arrivals);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_each ("/csv/lists", i, test_lists);
  for (guint i = 0; i < G_N_ELEMENTS (separated); i++)
    add_each ("/csv/delimiter", i, test_delimiter);
  g_test_add_func ("/csv/utf16", test_utf16);
  g_test_add_func ("/csv/other-scripts", test_other_scripts);
  g_test_add_func ("/csv/western", test_western);
  g_test_add_func ("/csv/no-such-letter", test_no_such_letter);
  g_test_add_func ("/csv/given", test_given);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/separator-line", test_separator_line);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/description", test_description);
  g_test_add_func ("/csv/one-column", test_one_column);
  g_test_add_func ("/csv/append", test_append);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/any-bytes", test_any_bytes);
  g_test_add_func ("/csv/addresses", test_addresses);
  g_test_add_func ("/csv/no-addresses", test_no_addresses);
  g_test_add_func ("/csv/told", test_told);
  return g_test_run ();
}
