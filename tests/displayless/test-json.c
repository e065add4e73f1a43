/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <math.h>
#include <string.h>

#include "rt-json.h"
#include "rt-plan-file.h"

#define TEXT(literal) literal, sizeof (literal) - 1

typedef struct {
  const char *name;
  const char *text;
  gsize       length;
} Case;

static const Case refused[] = {
  { "nothing", TEXT ("") },
  { "space-only", TEXT (" \n\t\r ") },
  { "bom-only", TEXT ("\xEF\xBB\xBF") },
  { "half-bom", TEXT ("\xEF\xBB{}") },
  { "bom-twice", TEXT ("\xEF\xBB\xBF\xEF\xBB\xBF{}") },
  { "bom-inside", TEXT ("[\xEF\xBB\xBF" "1]") },
  { "utf-16", TEXT ("\xFF\xFE[\0]\0") },
  { "utf-16-be", TEXT ("\0[\0]") },
  { "nul", TEXT ("\0") },
  { "nul-after", TEXT ("{}\0") },
  { "nul-in-space", TEXT ("[\0]") },
  { "nul-in-text", TEXT ("[\"a\0b\"]") },
  { "form-feed-space", TEXT ("[\f1]") },
  { "vertical-tab-space", TEXT ("[\v1]") },
  { "no-break-space", TEXT ("[\xC2\xA0" "1]") },
  { "line-separator-space", TEXT ("[\xE2\x80\xA8" "1]") },
  { "word-joiner", TEXT ("[\xE2\x81\xA0]") },
  /* Arrays */
  { "array-open", TEXT ("[") },
  { "array-open-value", TEXT ("[1") },
  { "array-open-comma", TEXT ("[1,") },
  { "array-open-text", TEXT ("[\"a") },
  { "array-trailing-comma", TEXT ("[1,]") },
  { "array-two-trailing-commas", TEXT ("[1,,]") },
  { "array-leading-comma", TEXT ("[,1]") },
  { "array-double-comma", TEXT ("[1,,2]") },
  { "array-comma-only", TEXT ("[,]") },
  { "array-no-comma", TEXT ("[1 2]") },
  { "array-no-comma-texts", TEXT ("[\"a\" \"b\"]") },
  { "array-no-comma-arrays", TEXT ("[[][]]") },
  { "array-semicolon", TEXT ("[1;2]") },
  { "array-colon", TEXT ("[\"a\":1]") },
  { "array-closed-twice", TEXT ("[1]]") },
  { "array-closed-by-brace", TEXT ("[1}") },
  { "array-crossed", TEXT ("[{\"a\":[}]]") },
  { "array-close-only", TEXT ("]") },
  { "array-spread", TEXT ("[...]") },
  { "array-after-array", TEXT ("[][]") },
  { "array-star", TEXT ("[*]") },
  { "array-parentheses", TEXT ("(1)") },
  { "array-angle", TEXT ("<null>") },
  { "array-in-brackets", TEXT ("[<null>]") },
  /* Objects */
  { "object-open", TEXT ("{") },
  { "object-open-name", TEXT ("{\"a\"") },
  { "object-open-colon", TEXT ("{\"a\":") },
  { "object-open-value", TEXT ("{\"a\":1") },
  { "object-open-comma", TEXT ("{\"a\":1,") },
  { "object-trailing-comma", TEXT ("{\"a\":1,}") },
  { "object-two-trailing-commas", TEXT ("{\"a\":1,,}") },
  { "object-leading-comma", TEXT ("{,\"a\":1}") },
  { "object-double-comma", TEXT ("{\"a\":1,,\"b\":2}") },
  { "object-comma-only", TEXT ("{,}") },
  { "object-no-comma", TEXT ("{\"a\":1 \"b\":2}") },
  { "object-no-colon", TEXT ("{\"a\" 1}") },
  { "object-no-value", TEXT ("{\"a\":}") },
  { "object-no-value-comma", TEXT ("{\"a\":,\"b\":2}") },
  { "object-no-name", TEXT ("{:1}") },
  { "object-name-only", TEXT ("{\"a\"}") },
  { "object-equals", TEXT ("{\"a\"=1}") },
  { "object-arrow", TEXT ("{\"a\"=>1}") },
  { "object-comma-for-colon", TEXT ("{\"a\",1}") },
  { "object-double-colon", TEXT ("{\"a\"::1}") },
  { "object-bare-name", TEXT ("{a:1}") },
  { "object-single-quotes", TEXT ("{'a':1}") },
  { "object-number-name", TEXT ("{1:1}") },
  { "object-null-name", TEXT ("{null:1}") },
  { "object-array-name", TEXT ("{[]:1}") },
  { "object-closed-by-bracket", TEXT ("{\"a\":1]") },
  { "object-closed-twice", TEXT ("{\"a\":1}}") },
  { "object-close-only", TEXT ("}") },
  { "object-after-object", TEXT ("{\"a\":1}{\"b\":2}") },
  { "object-then-word", TEXT ("{\"a\":1} x") },
  { "object-then-comma", TEXT ("{},") },
  { "object-then-hash", TEXT ("{}#") },
  { "object-same-member", TEXT ("{\"a\":1,\"a\":1}") },
  { "object-same-member-later", TEXT ("{\"a\":1,\"b\":{},\"a\":2}") },
  { "object-same-member-escaped", TEXT ("{\"a\":1,\"\\u0061\":2}") },
  { "object-same-empty-member", TEXT ("{\"\":1,\"\":2}") },
  { "object-same-member-inside", TEXT ("[{\"b\":{\"a\":1,\"a\":1}}]") },
  { "object-unclosed-name", TEXT ("{\"a:1}") },
  { "object-emoji", TEXT ("{\xF0\x9F\x87\xA8\xF0\x9F\x87\xAD}") },
  /* Comments and programs */
  { "comment-line", TEXT ("// a\n{}") },
  { "comment-block", TEXT ("/* a */{}") },
  { "comment-inside", TEXT ("[1/* a */]") },
  { "comment-after", TEXT ("{}//") },
  { "comment-after-block", TEXT ("{} /* a */") },
  { "comment-hash", TEXT ("# a\n{}") },
  { "comment-open", TEXT ("[1]/*") },
  { "assignment", TEXT ("var x = {};") },
  { "assignment-bare", TEXT ("x = 1") },
  { "semicolon-after", TEXT ("{};") },
  { "call", TEXT ("f({})") },
  { "html", TEXT ("<!DOCTYPE html><html></html>") },
  { "csv", TEXT ("Name,Organisation\nA,B\n") },
  { "zip", TEXT ("PK\x03\x04") },
  { "pdf", TEXT ("%PDF-1.5") },
  /* Words */
  { "word-bare", TEXT ("hello") },
  { "word-true-case", TEXT ("[True]") },
  { "word-true-upper", TEXT ("[TRUE]") },
  { "word-true-short", TEXT ("[tru]") },
  { "word-true-long", TEXT ("[truee]") },
  { "word-true-open", TEXT ("tru") },
  { "word-false-case", TEXT ("[False]") },
  { "word-false-short", TEXT ("[fals]") },
  { "word-null-case", TEXT ("[Null]") },
  { "word-null-short", TEXT ("[nul]") },
  { "word-none", TEXT ("[None]") },
  { "word-undefined", TEXT ("[undefined]") },
  { "word-nan", TEXT ("[NaN]") },
  { "word-minus-nan", TEXT ("[-NaN]") },
  { "word-infinity", TEXT ("[Infinity]") },
  { "word-minus-infinity", TEXT ("[-Infinity]") },
  { "word-inf", TEXT ("[inf]") },
  { "word-glued", TEXT ("[truefalse]") },
  { "word-in-quotes-half", TEXT ("[\"a\"true]") },
  /* Numbers */
  { "number-octal", TEXT ("[010]") },
  { "number-leading-zero", TEXT ("[01]") },
  { "number-minus-leading-zero", TEXT ("[-01]") },
  { "number-double-zero", TEXT ("[00]") },
  { "number-hexadecimal", TEXT ("[0x1F]") },
  { "number-hexadecimal-upper", TEXT ("[0X1F]") },
  { "number-binary", TEXT ("[0b1]") },
  { "number-octal-new", TEXT ("[0o7]") },
  { "number-plus", TEXT ("[+1]") },
  { "number-plus-plus", TEXT ("[++1]") },
  { "number-minus-only", TEXT ("[-]") },
  { "number-minus-end", TEXT ("-") },
  { "number-minus-minus", TEXT ("[--1]") },
  { "number-minus-space", TEXT ("[- 1]") },
  { "number-minus-word", TEXT ("[-a]") },
  { "number-point-first", TEXT ("[.5]") },
  { "number-minus-point", TEXT ("[-.5]") },
  { "number-point-last", TEXT ("[1.]") },
  { "number-minus-point-last", TEXT ("[-2.]") },
  { "number-point-exponent", TEXT ("[1.e3]") },
  { "number-two-points", TEXT ("[1.2.3]") },
  { "number-comma", TEXT ("{\"a\":1,5}") },
  { "number-exponent-open", TEXT ("[1e]") },
  { "number-exponent-end", TEXT ("1e") },
  { "number-exponent-plus", TEXT ("[1e+]") },
  { "number-exponent-minus", TEXT ("[1e-]") },
  { "number-exponent-two-signs", TEXT ("[1e+-2]") },
  { "number-exponent-twice", TEXT ("[1e2e3]") },
  { "number-exponent-fraction", TEXT ("[1e2.5]") },
  { "number-exponent-only", TEXT ("[e3]") },
  { "number-minus-exponent", TEXT ("[-e3]") },
  { "number-space", TEXT ("[1 000]") },
  { "number-underscore", TEXT ("[1_000]") },
  { "number-apostrophe", TEXT ("[1'000]") },
  { "number-letter", TEXT ("[1a]") },
  { "number-letter-f", TEXT ("[1.5f]") },
  { "number-letter-l", TEXT ("[1L]") },
  { "number-expression", TEXT ("[1+2]") },
  { "number-fullwidth", TEXT ("[\xEF\xBC\x91]") },
  { "number-arabic-indic", TEXT ("[\xD9\xA1]") },
  { "number-above-int64", TEXT ("[9223372036854775808]") },
  { "number-below-int64", TEXT ("[-9223372036854775809]") },
  { "number-2-to-64", TEXT ("[18446744073709551616]") },
  { "number-huge-integer",
    TEXT ("[123456789012345678901234567890123456789012345678901234567890]") },
  { "number-1e999", TEXT ("[1e999]") },
  { "number-minus-1e999", TEXT ("[-1e999]") },
  { "number-fraction-1e999", TEXT ("[0.5e+1000]") },
  { "number-huge-exponent", TEXT ("[1e99999999999999999999]") },
  /* Texts */
  { "text-open", TEXT ("\"") },
  { "text-open-word", TEXT ("\"abc") },
  { "text-single-quotes", TEXT ("['a']") },
  { "text-single-quote", TEXT ("'") },
  { "text-curly-quotes", TEXT ("[\xE2\x80\x9C" "a\xE2\x80\x9D]") },
  { "text-backquotes", TEXT ("[`a`]") },
  { "text-three-quotes", TEXT ("[\"\"\"]") },
  { "text-glued", TEXT ("[\"a\"\"b\"]") },
  { "text-line-break", TEXT ("[\"a\nb\"]") },
  { "text-carriage-return", TEXT ("[\"a\rb\"]") },
  { "text-tab", TEXT ("[\"a\tb\"]") },
  { "text-control-01", TEXT ("[\"\x01\"]") },
  { "text-control-1f", TEXT ("[\"\x1F\"]") },
  { "text-escaped-line-break", TEXT ("[\"a\\\nb\"]") },
  { "text-escaped-nul-byte", TEXT ("[\"\\\0\"]") },
  { "text-escape-a", TEXT ("[\"\\a\"]") },
  { "text-escape-v", TEXT ("[\"\\v\"]") },
  { "text-escape-0", TEXT ("[\"\\0\"]") },
  { "text-escape-x", TEXT ("[\"\\x41\"]") },
  { "text-escape-octal", TEXT ("[\"\\101\"]") },
  { "text-escape-single-quote", TEXT ("[\"\\'\"]") },
  { "text-escape-upper-u", TEXT ("[\"\\U0041\"]") },
  { "text-escape-upper-n", TEXT ("[\"\\N\"]") },
  { "text-escape-brace", TEXT ("[\"\\u{41}\"]") },
  { "text-escape-emoji", TEXT ("[\"\\\xF0\x9F\x8C\x80\"]") },
  { "text-escape-open", TEXT ("[\"\\") },
  { "text-escape-last", TEXT ("[\"\\\"]") },
  { "text-escape-three-backslashes", TEXT ("[\"\\\\\\\"]") },
  { "text-escape-outside", TEXT ("[\\u0061]") },
  { "text-escape-newline-outside", TEXT ("[\\n]") },
  { "text-hex-none", TEXT ("[\"\\u\"]") },
  { "text-hex-short", TEXT ("[\"\\u00A\"]") },
  { "text-hex-not", TEXT ("[\"\\u00G0\"]") },
  { "text-hex-sign", TEXT ("[\"\\u+041\"]") },
  { "text-hex-space", TEXT ("[\"\\u 041\"]") },
  { "text-hex-open", TEXT ("[\"\\u00") },
  { "text-u0000", TEXT ("[\"a\\u0000b\"]") },
  { "text-u0000-name", TEXT ("{\"\\u0000\":1}") },
  { "text-lone-high", TEXT ("[\"\\uD83D\"]") },
  { "text-lone-low", TEXT ("[\"\\uDE00\"]") },
  { "text-high-high", TEXT ("[\"\\uD83D\\uD83D\"]") },
  { "text-low-high", TEXT ("[\"\\uDE00\\uD83D\"]") },
  { "text-high-letter", TEXT ("[\"\\uD83Dx\"]") },
  { "text-high-escape", TEXT ("[\"\\uD83D\\n\"]") },
  { "text-high-short", TEXT ("[\"\\uD83D\\uDE\"]") },
  { "text-high-end", TEXT ("[\"\\uD83D\\") },
  { "text-high-bmp", TEXT ("[\"\\uD83D\\u0041\"]") },
  { "text-lone-high-name", TEXT ("{\"\\uD800\":1}") },
  /* Bytes that are not UTF-8 */
  { "utf8-ff", TEXT ("[\"\xFF\"]") },
  { "utf8-latin1", TEXT ("[\"caf\xE9\"]") },
  { "utf8-lone-continuation", TEXT ("[\"\x81\"]") },
  { "utf8-cut-2", TEXT ("[\"\xC3\"]") },
  { "utf8-cut-3", TEXT ("[\"\xE2\x82\"]") },
  { "utf8-cut-4", TEXT ("[\"\xF0\x9F\x98\"]") },
  { "utf8-cut-at-end", TEXT ("\"\xE2\x82") },
  { "utf8-overlong-2", TEXT ("[\"\xC0\xAF\"]") },
  { "utf8-overlong-3", TEXT ("[\"\xE0\x80\xAF\"]") },
  { "utf8-overlong-nul", TEXT ("[\"\xC0\x80\"]") },
  { "utf8-surrogate", TEXT ("[\"\xED\xA0\x80\"]") },
  { "utf8-surrogate-pair", TEXT ("[\"\xED\xA0\xBD\xED\xB8\x80\"]") },
  { "utf8-above-10ffff", TEXT ("[\"\xF4\x90\x80\x80\"]") },
  { "utf8-five-bytes", TEXT ("[\"\xF8\x88\x80\x80\x80\"]") },
  { "utf8-outside-text", TEXT ("[1\xE5]") },
  { "utf8-in-number", TEXT ("[1e1\xE5]") },
  { "utf8-in-name", TEXT ("{\"\xB9\":1}") },
  { "utf8-in-escape", TEXT ("[\"\\u\xE5\"]") },
};

/* What is read comes back as @printed. */
typedef struct {
  const char *name;
  const char *text;
  const char *printed;
} Accepted;

static const Accepted accepted[] = {
  { "empty-array", "[]", "[]\n" },
  { "empty-object", "{}", "{}\n" },
  { "space-around", " \r\n\t[ \n]\t\r\n ", "[]\n" },
  { "space-everywhere", " { \"a\" : [ 1 , 2 ] } ", "{\n  \"a\": [\n    1,\n    2\n  ]\n}\n" },
  { "bom", "\xEF\xBB\xBF{}", "{}\n" },
  { "no-space", "{\"a\":[1,{\"b\":null}],\"c\":{}}",
    "{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ],\n  \"c\": {}\n}\n" },
  { "words", "[true,false,null]", "[\n  true,\n  false,\n  null\n]\n" },
  { "true", "true", "true\n" },
  { "null", "null", "null\n" },
  { "lone-text", "\"a\"", "\"a\"\n" },
  { "lone-number", "42", "42\n" },
  { "nested-arrays", "[[],[[]]]", "[\n  [],\n  [\n    []\n  ]\n]\n" },
  { "order", "{\"z\":1,\"a\":2,\"m\":3}", "{\n  \"z\": 1,\n  \"a\": 2,\n  \"m\": 3\n}\n" },
  { "same-member-elsewhere", "{\"a\":{\"a\":1}}", "{\n  \"a\": {\n    \"a\": 1\n  }\n}\n" },
  { "empty-name", "{\"\":0}", "{\n  \"\": 0\n}\n" },
  { "escaped-name", "{\"\\u0061\\n\":0}", "{\n  \"a\\n\": 0\n}\n" },
  { "zero", "0", "0\n" },
  { "minus-zero", "-0", "0\n" },
  { "minus-one", "-1", "-1\n" },
  { "int64-most", "9223372036854775807", "9223372036854775807\n" },
  { "int64-least", "-9223372036854775808", "-9223372036854775808\n" },
  { "fraction", "0.1", "0.1\n" },
  { "minus-fraction", "-12.5", "-12.5\n" },
  { "whole-fraction", "1.0", "1.0\n" },
  { "zero-fraction", "-0.0", "-0.0\n" },
  { "exponent", "1e2", "100.0\n" },
  { "exponent-upper", "1E2", "100.0\n" },
  { "exponent-plus", "1e+2", "100.0\n" },
  { "exponent-minus", "25e-2", "0.25\n" },
  { "exponent-zero", "0e0", "0.0\n" },
  { "exponent-leading-zero", "1e02", "100.0\n" },
  { "1e17", "1e17", "1e+17\n" },
  { "1e22", "1e22", "1e+22\n" },
  { "1e308", "1e308", "1e+308\n" },
  { "tiny", "1e-400", "0.0\n" },
  { "third", "0.3333333333333333", "0.3333333333333333\n" },
  { "seventeen-digits", "0.1000000000000000055511151231257827", "0.1\n" },
  { "needs-seventeen", "5e-324", "4.94065645841247e-324\n" },
  { "2-to-64-as-double", "18446744073709551616.0", "1.8446744073709552e+19\n" },
  { "empty-text", "\"\"", "\"\"\n" },
  { "escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"\n" },
  { "escape-control", "\"\\u0001\\u001F\"", "\"\\u0001\\u001f\"\n" },
  { "escape-hex-case", "\"\\u00e9\\u00E9\"", "\"\xC3\xA9\xC3\xA9\"\n" },
  { "escape-delete", "\"\\u007f\"", "\"\x7F\"\n" },
  { "raw-delete", "\"\x7F\"", "\"\x7F\"\n" },
  { "escape-line-separator", "\"\\u2028\"", "\"\xE2\x80\xA8\"\n" },
  { "escape-pair", "\"\\uD83D\\uDE00\"", "\"\xF0\x9F\x98\x80\"\n" },
  { "escape-two-pairs", "\"\\ud83d\\ude00\\uDBFF\\uDFFF\"",
    "\"\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF\"\n" },
  { "escape-noncharacter", "\"\\uFFFF\"", "\"\xEF\xBF\xBF\"\n" },
  { "escape-backslash-u", "\"\\\\u0000\"", "\"\\\\u0000\"\n" },
  { "cjk", "\"\xE5\xBC\xA0\xE4\xBC\x9F\"", "\"\xE5\xBC\xA0\xE4\xBC\x9F\"\n" },
  { "right-to-left", "\"\xD7\xA9\xD7\x9C\"", "\"\xD7\xA9\xD7\x9C\"\n" },
  { "comment-in-text", "\"/* a */ // b\"", "\"/* a */ // b\"\n" },
  { "brackets-in-text", "\"[{]}\"", "\"[{]}\"\n" },
  { "quote-in-text", "\"it's\"", "\"it's\"\n" },
};

static gboolean
is_json (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = rt_json_parse (text, length, error);

  return root != NULL;
}

static void
test_refused (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (is_json (item->text, item->length, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "Line "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (rt_json_parse (item->text, item->length, NULL));
}

static void
test_accepted (gconstpointer data)
{
  const Accepted *item = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = rt_json_parse (item->text, strlen (item->text), &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *printed_again = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (is_json (item->text, strlen (item->text), &error));
  printed = rt_json_print (node, &length);
  g_assert_cmpstr (printed, ==, item->printed);
  g_assert_cmpuint (length, ==, strlen (printed));
  again = rt_json_parse (printed, length, &error);
  g_assert_no_error (error);
  printed_again = rt_json_print (again, NULL);
  g_assert_cmpstr (printed_again, ==, printed);
}

/* A text of @depth times @open, @middle, and as often @close. */
static GString *
nest (guint depth, const char *open, const char *middle, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, middle);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return text;
}

static void
assert_depth (guint depth, const char *open, const char *middle, const char *close, int code)
{
  g_autoptr (GError) error = NULL;
  GString *text = nest (depth, open, middle, close);

  g_assert_cmpint (is_json (text->str, text->len, &error), ==, code < 0);
  if (code >= 0)
    g_assert_error (error, RT_ERROR, code);
  else
    g_assert_no_error (error);
  g_string_free (text, TRUE);
}

static void
test_depth (void)
{
  assert_depth (64, "[", "", "]", -1);
  assert_depth (65, "[", "", "]", RT_ERROR_LIMIT);
  assert_depth (64, "{\"a\":", "1", "}", -1);
  assert_depth (65, "{\"a\":", "1", "}", RT_ERROR_LIMIT);
  assert_depth (100000, "[", "", "]", RT_ERROR_LIMIT);
  assert_depth (100000, "[", "", "", RT_ERROR_LIMIT);
  assert_depth (100000, "{\"a\":", "1", "}", RT_ERROR_LIMIT);
  assert_depth (100000, "[{\"a\":", "", "", RT_ERROR_LIMIT);
  assert_depth (1, "[[],[[],{}],", "[[]]", "]", -1);
}

static void
assert_message (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (is_json (text, strlen (text), &error));
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_position (void)
{
  assert_message ("", "Line 1, column 1: the text ends too early.");
  assert_message ("{\n  \"a\": 1,\n}",
                  "Line 3, column 1: there should be a member's name in quotation marks here.");
  assert_message ("[1 2]", "Line 1, column 4: there should be a comma or “]” here.");
  assert_message ("{\"a\":1 2}", "Line 1, column 8: there should be a comma or “}” here.");
  assert_message ("{\"a\" 2}", "Line 1, column 6: there should be a colon here.");
  assert_message ("[\"\xC3\xA9\xE5\xBC\xA0\", x]",
                  "Line 1, column 8: there should be a value here.");
  assert_message ("\xEF\xBB\xBF[x]", "Line 1, column 2: there should be a value here.");
  assert_message ("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}",
                  "Line 3, column 2: the member “a” stands here for the second time.");
  assert_message ("[\n\"caf\xE9\"]", "Line 2, column 5: this is not text in UTF-8.");
  assert_message ("[\"a\\u0000\"]",
                  "Line 1, column 4: the character U+0000 cannot be part of a text.");
  assert_message ("[\"\\uD800\"]", "Line 1, column 3: half of a surrogate pair stands alone.");
  assert_message ("[\"a\nb\"]",
                  "Line 1, column 4: a control character or line break stands inside a text.");
  assert_message ("[9223372036854775808]", "Line 1, column 2: the number is too large.");
  assert_message ("[1e999]", "Line 1, column 2: the number is too large.");
  assert_message ("[012]", "Line 1, column 3: a number does not begin with 0.");
  assert_message ("[1.]", "Line 1, column 4: a digit is missing here.");
  assert_message ("[\"\\x\"]", "Line 1, column 4: JSON has no such escape after a backslash.");
  assert_message ("[\"\\u12\"]", "Line 1, column 7: four hexadecimal digits follow “\\u”.");
  assert_message ("{} {}", "Line 1, column 4: the text should end here.");
  assert_message ("[\"abc", "Line 1, column 6: the text ends too early.");
}

/* A file of 64 MiB that is nothing but numbers would take gigabytes as a tree. */
static void
test_too_many_values (void)
{
  g_autoptr (GError) error = NULL;
  gsize n = 4000001;
  g_autofree char *text = g_malloc (2 * n + 1);

  for (gsize i = 0; i < n; i++)
    memcpy (text + 2 * i, ",7", 2);
  text[0] = '[';
  text[2 * n] = ']';
  g_assert_false (is_json (text, 2 * n + 1, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_LIMIT);
}

static void
test_not_ended_by_nul (void)
{
  static const char text[] = { '[', '1', ']', '2' };
  static const char word[] = { 't', 'r', 'u', 'e' };

  g_assert_true (is_json (text, 3, NULL));
  g_assert_false (is_json (text, 2, NULL));
  g_assert_false (is_json (word, 3, NULL));
}

static void
test_number_kinds (void)
{
  static const char text[] = "[1, 1.0, 1e0]";
  g_autoptr (JsonNode) node = rt_json_parse (text, strlen (text), NULL);
  JsonArray *array = json_node_get_array (node);

  g_assert_true (json_node_get_value_type (json_array_get_element (array, 0)) == G_TYPE_INT64);
  g_assert_true (json_node_get_value_type (json_array_get_element (array, 1)) == G_TYPE_DOUBLE);
  g_assert_true (json_node_get_value_type (json_array_get_element (array, 2)) == G_TYPE_DOUBLE);
}

/* Any double comes back as it was, to the last bit. */
static void
test_doubles (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      union { guint64 bits; double value; } any;
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (JsonNode) again = NULL;
      g_autofree char *text = NULL;
      gsize length;

      any.bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      if (!isfinite (any.value))
        continue;
      node = json_node_init_double (json_node_alloc (), any.value);
      text = rt_json_print (node, &length);
      again = rt_json_parse (text, length, NULL);
      g_assert_nonnull (again);
      g_assert_true (json_node_get_value_type (again) == G_TYPE_DOUBLE);
      g_assert_true (json_node_get_double (again) == any.value);
    }
}

static void
test_print_what_is_no_json (void)
{
  g_autoptr (JsonNode) text = json_node_init_string (json_node_alloc (), "caf\xE9");
  g_autoptr (JsonNode) number = json_node_init_double (json_node_alloc (), INFINITY);
  g_autofree char *printed = rt_json_print (text, NULL);
  g_autofree char *null = rt_json_print (number, NULL);

  g_assert_cmpstr (printed, ==, "\"caf\xEF\xBF\xBD\"\n");
  g_assert_cmpstr (null, ==, "null\n");
}

/* Whatever a text is cut to, it is refused and nothing is read beyond its end. */
static void
test_cut_anywhere (void)
{
  static const char whole[] =
    "{\"a\": [1, -2.5e+3, true, null, \"\\uD83D\\uDE00\xC3\xA9\\n\"], \"b\": {\"c\": [{}, []]}}";

  for (gsize n = 0; n < strlen (whole); n++)
    {
      g_autofree char *cut = g_memdup2 (whole, MAX (n, 1));

      g_assert_false (is_json (cut, n, NULL));
    }
  g_assert_true (is_json (whole, strlen (whole), NULL));
}

/* One byte changed at random: refused or read, and what is read can be written and read again. */
static void
test_changed_anywhere (void)
{
  static const char whole[] =
    "{\"a\": [1, -2.5e+3, true, null, \"\\uD83D\\uDE00\xC3\xA9\\n\"], \"b\": {\"c\": [{}, []]}}";

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (JsonNode) node = NULL;

      for (int k = g_test_rand_int_range (1, 4); k > 0; k--)
        text[g_test_rand_int_range (0, sizeof whole - 1)] = g_test_rand_int_range (0, 256);
      node = rt_json_parse (text, sizeof whole - 1, NULL);
      if (node != NULL)
        {
          gsize length;
          g_autofree char *printed = rt_json_print (node, &length);

          g_assert_true (is_json (printed, length, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/json/refuses/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autofree char *path = g_strconcat ("/json/reads/", accepted[i].name, NULL);

      g_test_add_data_func (path, &accepted[i], test_accepted);
    }
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/position", test_position);
  g_test_add_func ("/json/too-many-values", test_too_many_values);
  g_test_add_func ("/json/not-ended-by-nul", test_not_ended_by_nul);
  g_test_add_func ("/json/number-kinds", test_number_kinds);
  g_test_add_func ("/json/doubles", test_doubles);
  g_test_add_func ("/json/print-what-is-no-json", test_print_what_is_no_json);
  g_test_add_func ("/json/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/json/changed-anywhere", test_changed_anywhere);
  return g_test_run ();
}
