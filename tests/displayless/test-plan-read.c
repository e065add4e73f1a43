/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-plan.h"

#include <string.h>

/* Every kind of member, good and bad. @body stands inside a plan that has the people p1 to p3, the
 * tables t1 and t2, the themes h1 and h2 and the rounds r1 and r2, unless it brings its own; ' is
 * ". */
typedef struct {
  const char *name;
  const char *body;
  const char *message;  /* NULL: it is read, and comes back the same */
} Case;

static const Case cases[] = {
  /* Texts */
  { "text/good", "'event': {'title': 'Zürich “Café”\\n2'}", NULL },
  { "text/number", "'event': {'title': 7}",
    "event.title: a text belongs here, not a whole number" },
  { "text/list", "'event': {'title': []}", "event.title: a text belongs here, not a list" },
  { "text/object", "'event': {'title': {}}", "event.title: a text belongs here, not an object" },
  { "text/bool", "'event': {'title': true}",
    "event.title: a text belongs here, not true or false" },
  { "text/fraction", "'event': {'title': 1.5}",
    "event.title: a text belongs here, not a number with a fraction" },
  { "text/null", "'event': {'title': null}",
    "event.title: null does not belong here; leave the member out" },
  /* Dates and times */
  { "date/good", "'event': {'date': '2028-02-29'}", NULL },
  { "date/day", "'event': {'date': '2027-02-29'}",
    "event.date: “2027-02-29” is not a date of the form YYYY-MM-DD" },
  { "date/month", "'event': {'date': '2027-13-01'}",
    "event.date: “2027-13-01” is not a date of the form YYYY-MM-DD" },
  { "date/year", "'event': {'date': '0000-01-01'}",
    "event.date: “0000-01-01” is not a date of the form YYYY-MM-DD" },
  { "date/short", "'event': {'date': '2027-2-9'}",
    "event.date: “2027-2-9” is not a date of the form YYYY-MM-DD" },
  { "date/empty", "'event': {'date': ''}", "event.date: “” is not a date of the form YYYY-MM-DD" },
  { "date/words", "'event': {'date': 'tomorrow!!'}",
    "event.date: “tomorrow!!” is not a date of the form YYYY-MM-DD" },
  { "date/number", "'event': {'date': 20270228}",
    "event.date: a text belongs here, not a whole number" },
  { "time/good", "'event': {'start': '23:59'}", NULL },
  { "time/hour", "'event': {'start': '24:00'}",
    "event.start: “24:00” is not a time of the form HH:MM" },
  { "time/minute", "'event': {'start': '09:60'}",
    "event.start: “09:60” is not a time of the form HH:MM" },
  { "time/short", "'event': {'start': '9:30'}",
    "event.start: “9:30” is not a time of the form HH:MM" },
  { "time/seconds", "'next': {'end': '09:30:00'}",
    "next.end: “09:30:00” is not a time of the form HH:MM" },
  { "moment/good", "'issued': [{'at': '2027-02-28T00:00'}]", NULL },
  { "moment/space", "'issued': [{'at': '2027-02-28 00:00'}]",
    "issued[0].at: “2027-02-28 00:00” is not a date and time of the form YYYY-MM-DDTHH:MM" },
  { "moment/day", "'issued': [{'at': '2027-02-30T00:00'}]",
    "issued[0].at: “2027-02-30T00:00” is not a date and time of the form YYYY-MM-DDTHH:MM" },
  { "moment/hour", "'issued': [{'at': '2027-02-28T25:00'}]",
    "issued[0].at: “2027-02-28T25:00” is not a date and time of the form YYYY-MM-DDTHH:MM" },
  /* Numbers */
  { "int/least", "'event': {'expected': 0}", NULL },
  { "int/most", "'event': {'expected': 100000}", NULL },
  { "int/below", "'event': {'expected': -1}", "event.expected: -1 is not between 0 and 100000" },
  { "int/above", "'event': {'expected': 100001}",
    "event.expected: 100001 is not between 0 and 100000" },
  { "int/huge", "'event': {'expected': 9007199254740993}",
    "event.expected: 2147483647 is not between 0 and 100000" },
  { "int/text", "'event': {'expected': '7'}",
    "event.expected: a whole number belongs here, not a text" },
  { "int/fraction", "'event': {'expected': 7.5}",
    "event.expected: a whole number belongs here, not a number with a fraction" },
  { "int/null", "'event': {'expected': null}",
    "event.expected: null does not belong here; leave the member out" },
  { "int/angle", "'tables': [{'id': 't1', 'angle': 360}, {'id': 't2'}]",
    "tables[0].angle: 360 is not between 0 and 359" },
  { "int/places", "'tables': [{'id': 't1', 'places': 1001}, {'id': 't2'}]",
    "tables[0].places: 1001 is not between 0 and 1000" },
  { "int/number", "'tables': [{'id': 't1', 'number': 10000}, {'id': 't2'}]",
    "tables[0].number: 10000 is not between 0 and 9999" },
  { "int/x", "'room': {'objects': [{'kind': 'door', 'x': -1000001}]}",
    "room.objects[0].x: -1000001 is not between -1000000 and 1000000" },
  { "int/minutes", "'rounds': [{'id': 'r1', 'minutes': 1441}, {'id': 'r2'}]",
    "rounds[0].minutes: 1441 is not between 0 and 1440" },
  { "int/changeover", "'rounds': [{'id': 'r1'}, {'id': 'r2', 'changeover': -1}]",
    "rounds[1].changeover: -1 is not between 0 and 1440" },
  { "int/colour", "'themes': [{'id': 'h1', 'colour': 12}, {'id': 'h2'}]",
    "themes[0].colour: 12 is not between 0 and 11" },
  /* Yes or no */
  { "bool/good", "'people': [{'id': 'p1', 'step_free': false}, {'id': 'p2'}, {'id': 'p3'}]", NULL },
  { "bool/number", "'people': [{'id': 'p1', 'step_free': 1}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].step_free: true or false belongs here, not a whole number" },
  { "bool/text", "'rounds': [{'id': 'r1', 'done': 'yes'}, {'id': 'r2'}]",
    "rounds[0].done: true or false belongs here, not a text" },
  /* Choices */
  { "choice/good", "'event': {'preset': 'theme-groups'}", NULL },
  { "choice/word", "'event': {'preset': 'party'}",
    "event.preset: “party” is not one of hosted-cafe, host-per-round, knowledge-cafe, carousel, "
    "theme-groups, "
    "visitor, roundtable, plenary" },
  { "choice/case", "'event': {'attribution': 'Name'}",
    "event.attribution: “Name” is not one of name, role, none" },
  { "choice/number", "'event': {'attribution': 0}",
    "event.attribution: a text belongs here, not a whole number" },
  { "choice/shape", "'tables': [{'id': 't1', 'shape': 'star'}, {'id': 't2'}]",
    "tables[0].shape: “star” is not one of round, square, rectangle, oval, row, circle" },
  { "choice/session", "'agenda': [{'id': 's1', 'kind': 'lunch'}]",
    "agenda[0].kind: “lunch” is not one of rounds, plenary, keynote, panel, break" },
  { "choice/object", "'room': {'objects': [{'kind': 'piano'}]}",
    "room.objects[0].kind: “piano” is not one of stage, screen, door, coffee, registration, "
    "pillar, text" },
  { "choice/attendance",
    "'people': [{'id': 'p1', 'attendance': 'gone'}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].attendance: “gone” is not one of expected, arrived, late, left, absent" },
  { "choice/rule", "'rules': [{'id': 'u1', 'kind': 'fair', 'strength': 'must'}]",
    "rules[0].kind: “fair” is not one of repeats, returns, spread, own-host, even, count, "
    "together, apart, visit, "
    "avoid, wishes, language, step-free" },
  { "choice/strength", "'rules': [{'id': 'u1', 'kind': 'even', 'strength': 'shall'}]",
    "rules[0].strength: “shall” is not one of must, should, may" },
  /* Lists of texts */
  { "texts/good", "'event': {'organisers': ['A', 'B']}", NULL },
  { "texts/empty", "'event': {'organisers': []}", NULL },
  { "texts/text", "'event': {'organisers': 'A'}",
    "event.organisers: a list belongs here, not a text" },
  { "texts/entry", "'event': {'organisers': ['A', 1]}",
    "event.organisers[1]: a text belongs here, not a whole number" },
  { "texts/null", "'event': {'organisers': [null]}",
    "event.organisers[0]: a text belongs here, not null" },
  { "texts/too-many", "'event': {'languages': ['a', 'b', 'c']}",
    "event.languages: 3 entries are more than 2" },
  { "texts/role", "'people': [{'id': 'p1', 'roles': ['host', 'king']}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].roles[1]: “king” is not one of host, co-host, deputy, champion, speaker, "
    "interpreter, staff" },
  /* One id */
  { "ref/good", "'themes': [{'id': 'h1', 'champion': 'p3'}, {'id': 'h2'}]", NULL },
  { "ref/none", "'themes': [{'id': 'h1', 'champion': 'p9'}, {'id': 'h2'}]",
    "themes[0].champion: no person has the id p9" },
  { "ref/other-part", "'themes': [{'id': 'h1', 'champion': 't1'}, {'id': 'h2'}]",
    "themes[0].champion: no person has the id t1" },
  { "ref/empty", "'themes': [{'id': 'h1', 'champion': ''}, {'id': 'h2'}]",
    "themes[0].champion: no person has the id " },
  { "ref/number", "'themes': [{'id': 'h1', 'champion': 1}, {'id': 'h2'}]",
    "themes[0].champion: a text belongs here, not a whole number" },
  { "ref/host", "'tables': [{'id': 't1'}, {'id': 't2', 'host': 'x'}]",
    "tables[1].host: no person has the id x" },
  { "ref/theme", "'tables': [{'id': 't1'}, {'id': 't2', 'theme': 'x'}]",
    "tables[1].theme: no theme has the id x" },
  { "ref/harvest", "'harvest': [{'round': 'r1', 'table': 't9'}]",
    "harvest[0].table: no table has the id t9" },
  { "ref/quote", "'harvest': [{'quotes': [{'private': {'person': 'p9'}}]}]",
    "harvest[0].quotes[0].private.person: no person has the id p9" },
  { "ref/form", "'feedback': {'forms': [{}, {'private': {'person': 'p9'}}]}",
    "feedback.forms[1].private.person: no person has the id p9" },
  /* Lists of ids */
  { "refs/good",
    "'people': [{'id': 'p1', 'wishes': ['h2', 'h1'], 'rounds': []}, {'id': 'p2'}, {'id': 'p3'}]",
    NULL },
  { "refs/none", "'people': [{'id': 'p1', 'wishes': ['h2', 'h9']}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].wishes[1]: no theme has the id h9" },
  { "refs/round", "'people': [{'id': 'p1', 'rounds': ['r9']}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].rounds[0]: no round has the id r9" },
  { "refs/text", "'people': [{'id': 'p1', 'rounds': 'r1'}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].rounds: a list belongs here, not a text" },
  { "refs/entry", "'people': [{'id': 'p1', 'rounds': [1]}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].rounds[0]: a text belongs here, not a whole number" },
  { "refs/closed", "'rounds': [{'id': 'r1', 'closed': ['t9']}, {'id': 'r2'}]",
    "rounds[0].closed[0]: no table has the id t9" },
  { "refs/speakers", "'agenda': [{'id': 's1', 'kind': 'panel', 'speakers': ['p1', 'p9']}]",
    "agenda[0].speakers[1]: no person has the id p9" },
  { "refs/rule-rounds",
    "'rules': [{'id': 'u1', 'kind': 'even', 'strength': 'may', 'rounds': ['r9']}]",
    "rules[0].rounds[0]: no round has the id r9" },
  /* Ids to ids */
  { "map/good", "'rounds': [{'id': 'r1', 'hosts': {'t1': 'p1', 't2': ''}}, {'id': 'r2'}]", NULL },
  { "map/key", "'rounds': [{'id': 'r1', 'hosts': {'t9': 'p1'}}, {'id': 'r2'}]",
    "rounds[0].hosts.t9: no table has the id t9" },
  { "map/value", "'rounds': [{'id': 'r1', 'co_hosts': {'t1': 'p9'}}, {'id': 'r2'}]",
    "rounds[0].co_hosts.t1: no person has the id p9" },
  { "map/blank", "'rounds': [{'id': 'r1', 'themes': {'t1': ''}}, {'id': 'r2'}]",
    "rounds[0].themes.t1: no theme has the id " },
  { "map/pin", "'rounds': [{'id': 'r1', 'pins': {'p1': 't9'}}, {'id': 'r2'}]",
    "rounds[0].pins.p1: no table has the id t9" },
  { "map/pinned", "'rounds': [{'id': 'r1', 'pins': {'p9': 't1'}}, {'id': 'r2'}]",
    "rounds[0].pins.p9: no person has the id p9" },
  { "map/list", "'rounds': [{'id': 'r1', 'pins': []}, {'id': 'r2'}]",
    "rounds[0].pins: an object belongs here, not a list" },
  { "map/null", "'rounds': [{'id': 'r1', 'pins': {'p1': null}}, {'id': 'r2'}]",
    "rounds[0].pins.p1: a text belongs here, not null" },
  /* Lists of lists of ids */
  { "lists/good", "'earlier': [{'tables': [['p2', 'p1'], []]}]", NULL },
  { "lists/flat", "'earlier': [{'tables': ['p1']}]",
    "earlier[0].tables[0]: a list belongs here, not a text" },
  { "lists/none", "'earlier': [{'tables': [[], ['p1', 'p9']]}]",
    "earlier[0].tables[1][1]: no person has the id p9" },
  { "lists/null", "'earlier': [{'tables': [[null]]}]",
    "earlier[0].tables[0][0]: a text belongs here, not null" },
  /* Records in records */
  { "record/good",
    "'people': [{'id': 'p1', 'private': {'email': 'a@b'}}, {'id': 'p2'}, {'id': 'p3'}]", NULL },
  { "record/list", "'people': [{'id': 'p1', 'private': []}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].private: an object belongs here, not a list" },
  { "record/member", "'people': [{'id': 'p1', 'private': {'diet': 1}}, {'id': 'p2'}, {'id': 'p3'}]",
    "people[0].private.diet: a text belongs here, not a whole number" },
  { "records/object", "'room': {'objects': {}}",
    "room.objects: a list belongs here, not an object" },
  { "records/entry", "'room': {'objects': [3]}",
    "room.objects[0]: an object belongs here, not a whole number" },
  { "records/required", "'room': {'objects': [{}]}",
    "room.objects[0]: the member kind is missing" },
  { "record/picture", "'room': {'background': {'picture': 'a.png'}}",
    "room.background.picture: this is not a picture as a data URI of at most 4 MiB" },
  { "record/no-picture", "'room': {'background': {}}",
    "room.background: the member picture is missing" },
  /* Seating */
  { "seating/good",
    "'rounds': [{'id': 'r1', 'seating': {'t1': [null, 'p1'], 't2': ['p2']}}, {'id': 'r2'}]", NULL },
  { "seating/same-in-another-round",
    "'rounds': [{'id': 'r1', 'seating': {'t1': ['p1']}}, {'id': 'r2', 'seating': {'t1': ['p1']}}]",
    NULL },
  { "seating/twice-at-one",
    "'rounds': [{'id': 'r1', 'seating': {'t1': ['p1', null, 'p1']}}, {'id': 'r2'}]",
    "rounds[0].seating.t1[2]: p1 sits twice in this round" },
  { "seating/twice-at-two",
    "'rounds': [{'id': 'r1'}, {'id': 'r2', 'seating': {'t1': ['p1'], 't2': ['p2', 'p1']}}]",
    "rounds[1].seating.t2[1]: p1 sits twice in this round" },
  { "seating/table", "'rounds': [{'id': 'r1', 'seating': {'t9': ['p1']}}, {'id': 'r2'}]",
    "rounds[0].seating.t9: no table has the id t9" },
  { "seating/person", "'rounds': [{'id': 'r1', 'seating': {'t1': [null, 'p9']}}, {'id': 'r2'}]",
    "rounds[0].seating.t1[1]: no person has the id p9" },
  { "seating/blank", "'rounds': [{'id': 'r1', 'seating': {'t1': ['']}}, {'id': 'r2'}]",
    "rounds[0].seating.t1[0]: no person has the id " },
  { "seating/list", "'rounds': [{'id': 'r1', 'seating': []}, {'id': 'r2'}]",
    "rounds[0].seating: an object belongs here, not a list" },
  { "seating/row", "'rounds': [{'id': 'r1', 'seating': {'t1': 'p1'}}, {'id': 'r2'}]",
    "rounds[0].seating.t1: a list belongs here, not a text" },
  { "seating/chair", "'rounds': [{'id': 'r1', 'seating': {'t1': [1]}}, {'id': 'r2'}]",
    "rounds[0].seating.t1[0]: a text belongs here, not a whole number" },
  /* What slips said */
  { "slips/good", "'issued': [{'slips': {'p1': [['t1', '09:30'], ['', '']]}}]", NULL },
  { "slips/person", "'issued': [{'slips': {'p9': [['t1', '09:30']]}}]",
    "issued[0].slips.p9: no person has the id p9" },
  { "slips/person-without-lines", "'issued': [{'slips': {'p9': []}}]",
    "issued[0].slips.p9: no person has the id p9" },
  { "slips/table", "'issued': [{'slips': {'p1': [['t9', '09:30']]}}]",
    "issued[0].slips.p1[0][0]: no table has the id t9" },
  { "slips/start", "'issued': [{'slips': {'p1': [['t1', '9:30']]}}]",
    "issued[0].slips.p1[0][1]: “9:30” is not a time of the form HH:MM" },
  { "slips/one", "'issued': [{'slips': {'p1': [['t1']]}}]",
    "issued[0].slips.p1[0]: a slip's line has a table and a start, nothing else" },
  { "slips/flat", "'issued': [{'slips': {'p1': ['t1', '09:30']}}]",
    "issued[0].slips.p1[0]: a list belongs here, not a text" },
  { "slips/number", "'issued': [{'slips': {'p1': [['t1', 9]]}}]",
    "issued[0].slips.p1[0][1]: a text belongs here, not a whole number" },
  { "slips/revision", "'issued': [{'revision': 'a1'}]",
    "issued[0].revision: “a1” is not one of A to Z, AA and so on" },
  /* Texts to texts and numbers */
  { "sheets/good", "'issued': [{'sheets': {'wall': '1', 'slips': '2'}}]", NULL },
  { "sheets/number", "'issued': [{'sheets': {'wall': 1}}]",
    "issued[0].sheets.wall: a text belongs here, not a whole number" },
  { "scores/good", "'feedback': {'forms': [{'scores': {'Useful': 6, 'Again': 0}}]}", NULL },
  { "scores/text", "'feedback': {'forms': [{'scores': {'Useful': '6'}}]}",
    "feedback.forms[0].scores.Useful: a whole number belongs here, not a text" },
  { "scores/range", "'feedback': {'forms': [{'scores': {'Useful': 101}}]}",
    "feedback.forms[0].scores.Useful: 101 is not between 0 and 100" },
  /* Translations */
  { "words/good", "'translations': {'fr': {'h1': {'title': 'Déchets'}, 'event': {}}}", NULL },
  { "words/list", "'translations': []", "translations: an object belongs here, not a list" },
  { "words/language", "'translations': {'fr': 'oui'}",
    "translations.fr: an object belongs here, not a text" },
  { "words/entry", "'translations': {'fr': {'h1': 'Déchets'}}",
    "translations.fr.h1: an object belongs here, not a text" },
  { "words/title", "'translations': {'fr': {'h1': {'title': 1}}}",
    "translations.fr.h1.title: a text belongs here, not a whole number" },
  /* Ids of records */
  { "id/missing", "'people': [{'name': 'A'}]", "people[0]: the member id is missing" },
  { "id/number", "'people': [{'id': 7}]", "people[0].id: a text belongs here, not a whole number" },
  { "id/empty", "'people': [{'id': ''}]",
    "people[0].id: “” is not an id: 1 to 64 letters and digits, no space" },
  { "id/space", "'people': [{'id': 'p 1'}]",
    "people[0].id: “p 1” is not an id: 1 to 64 letters and digits, no space" },
  { "id/long",
    "'people': [{'id': 'p123456789012345678901234567890123456789012345678901234567890abcde'}]",
    "people[0].id: “p123456789012345678901234567890123456789012345678901234567890abcde” is not an "
    "id: 1 to 64 letters "
    "and digits, no space" },
  { "id/repeated", "'people': [{'id': 'p1'}, {'id': 'p2'}, {'id': 'p3'}, {'id': 'p2'}]",
    "people[3].id: p2 is already the id of people[1]" },
  { "id/repeated-elsewhere", "'rules': [{'id': 'p1', 'kind': 'even', 'strength': 'must'}]",
    "rules[0].id: p1 is already the id of people[0]" },
  { "id/session", "'agenda': [{'id': 'r1', 'kind': 'break'}]",
    "rounds[0].id: r1 is already the id of agenda[0]" },
  /* What a rule needs */
  { "rule/no-kind", "'rules': [{'id': 'u1', 'strength': 'must'}]",
    "rules[0]: the member kind is missing" },
  { "rule/no-strength", "'rules': [{'id': 'u1', 'kind': 'even'}]",
    "rules[0]: the member strength is missing" },
  { "rule/returns", "'rules': [{'id': 'u1', 'kind': 'returns', 'strength': 'must'}]",
    "rules[0].of: a returns rule needs host, table or theme" },
  { "rule/of", "'rules': [{'id': 'u1', 'kind': 'returns', 'strength': 'must', 'of': 'room'}]",
    "rules[0].of: “room” is not one of host, table, theme" },
  { "rule/spread", "'rules': [{'id': 'u1', 'kind': 'spread', 'strength': 'must'}]",
    "rules[0].by: this has to be organisation, sector, kind, job, tag:WORD or language:CODE" },
  { "rule/by", "'rules': [{'id': 'u1', 'kind': 'spread', 'strength': 'must', 'by': 'age'}]",
    "rules[0].by: this has to be organisation, sector, kind, job, tag:WORD or language:CODE" },
  { "rule/by-tag", "'rules': [{'id': 'u1', 'kind': 'spread', 'strength': 'must', 'by': 'tag:vip'}]",
    NULL },
  { "rule/by-no-tag", "'rules': [{'id': 'u1', 'kind': 'spread', 'strength': 'must', 'by': 'tag:'}]",
    "rules[0].by: this has to be organisation, sector, kind, job, tag:WORD or language:CODE" },
  { "rule/by-language",
    "'rules': [{'id': 'u1', 'kind': 'count', 'strength': 'must', 'by': 'language:fr', 'least': 1}]",
    NULL },
  { "rule/count-value",
    "'rules': [{'id': 'u1', 'kind': 'count', 'strength': 'must', 'by': 'job', 'least': 1}]",
    "rules[0].value: a count rule needs the value that is counted" },
  { "rule/count-bounds",
    "'rules': [{'id': 'u1', 'kind': 'count', 'strength': 'must', 'by': 'job', 'value': 'x'}]",
    "rules[0].least: a count rule needs least, most or both" },
  { "rule/count-order",
    "'rules': [{'id': 'u1', 'kind': 'count', 'strength': 'must', 'by': 'job', 'value': 'x', "
    "'least': 3, 'most': 2}]",
    "rules[0].least: this is more than most" },
  { "rule/together", "'rules': [{'id': 'u1', 'kind': 'together', 'strength': 'must'}]",
    "rules[0].people: this rule needs a list of people" },
  { "rule/apart",
    "'rules': [{'id': 'u1', 'kind': 'apart', 'strength': 'must', 'people': ['p1', 'p2', 'p1']}]",
    "rules[0].people: p1 is named twice" },
  { "rule/visit-person",
    "'rules': [{'id': 'u1', 'kind': 'visit', 'strength': 'must', 'table': 't1'}]",
    "rules[0].person: a rule about a visit needs a person" },
  { "rule/visit-nothing",
    "'rules': [{'id': 'u1', 'kind': 'visit', 'strength': 'must', 'person': 'p1'}]",
    "rules[0].table: a rule about a visit needs one of table, host and theme" },
  { "rule/avoid-two",
    "'rules': [{'id': 'u1', 'kind': 'avoid', 'strength': 'must', 'person': 'p1', 'table': 't1', "
    "'host': 'p2'}]",
    "rules[0].table: a rule about a visit needs one of table, host and theme" },
  { "rule/most", "'rules': [{'id': 'u1', 'kind': 'repeats', 'strength': 'must', 'most': 20001}]",
    "rules[0].most: 20001 is not between 0 and 20000" },
  /* Parts */
  { "part/object", "'people': {}", "people: a list belongs here, not an object" },
  { "part/list", "'event': []", "event: an object belongs here, not a list" },
  { "part/null", "'next': null", "next: an object belongs here, not null" },
  { "part/entry", "'earlier': [null]", "earlier[0]: an object belongs here, not null" },
  /* The plan as a whole */
  { "agenda/twice-in-one", "'agenda': [{'id': 's1', 'kind': 'rounds', 'rounds': ['r1', 'r1']}]",
    "agenda[0].rounds[1]: the round r1 is in the agenda twice" },
  { "agenda/twice-in-two",
    "'agenda': [{'id': 's1', 'kind': 'rounds', 'rounds': ['r1']}, {'id': 's2', 'kind': 'rounds', "
    "'rounds': ['r2', 'r1']}]",
    "agenda[1].rounds[1]: the round r1 is in the agenda twice" },
  { "agenda/no-round", "'agenda': [{'id': 's1', 'kind': 'rounds', 'rounds': ['r9']}]",
    "agenda[0].rounds[0]: no round has the id r9" },
};

static const struct {
  const char *name;
  const char *member;
} frame[] = {
  { "people", "'people': [{'id': 'p1'}, {'id': 'p2'}, {'id': 'p3'}]" },
  { "themes", "'themes': [{'id': 'h1'}, {'id': 'h2'}]" },
  { "tables", "'tables': [{'id': 't1'}, {'id': 't2'}]" },
  { "rounds", "'rounds': [{'id': 'r1'}, {'id': 'r2'}]" },
};

static char *
make_plan (const char *body)
{
  GString *text = g_string_new ("{'format': 'rotunda-plan', 'version': 1");

  for (guint i = 0; i < G_N_ELEMENTS (frame); i++)
    {
      g_autofree char *start = g_strdup_printf ("'%s': ", frame[i].name);

      if (!g_str_has_prefix (body, start))
        g_string_append_printf (text, ", %s", frame[i].member);
    }
  g_string_append_printf (text, ", %s}", body);
  g_strdelimit (text->str, "'", '"');
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *text = make_plan (one->body);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, &error);
  g_autoptr (RtPlan) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonNode) expected = NULL;
  g_autoptr (JsonNode) written = NULL;

  if (one->message != NULL)
    {
      g_assert_null (plan);
      g_assert_error (error, RT_ERROR, RT_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, one->message);
      return;
    }
  g_assert_no_error (error);
  first = rt_plan_to_json (plan, TRUE, NULL);
  again = rt_plan_new_from_json (first, -1, &error);
  g_assert_no_error (error);
  second = rt_plan_to_json (again, TRUE, NULL);
  g_assert_cmpstr (second, ==, first);
  expected = json_from_string (text, NULL);
  written = json_from_string (first, NULL);
  g_assert_true (json_node_equal (expected, written));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan-read/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
