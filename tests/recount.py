#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""Counts every measure of a plan from its file alone, slowly and by the words of the plan format.

recount.py PLAN              prints what is found for each measure, as JSON
recount.py PLAN MEASURES     compares with the `measures` object in MEASURES (or the whole object that
                             `check --json` prints), says what differs, and ends with status 1 if anything does
recount.py --folder FOLDER   the same for every NAME.plan.json there with its NAME.measures.json

It shares no code with Rotunda, so that each can convict the other."""

import json
import sys
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path


def fold(text):
    """Trimmed, single spaces, NFC, case folded."""
    return unicodedata.normalize('NFC', unicodedata.normalize('NFC', ' '.join((text or '').split())).casefold())


class Plan:
    def __init__(self, data):
        self.people = {person['id']: person for person in data.get('people', [])}
        self.tables = {table['id']: table for table in data.get('tables', [])}
        self.rounds = data.get('rounds', [])
        self.rules = data.get('rules', [])
        self.data = data
        self.seat, self.sitters = [], []
        for round_ in self.rounds:
            seat, sitters = {}, {}
            for table, row in round_.get('seating', {}).items():
                for person in row:
                    if person:
                        seat[person] = table
                        sitters.setdefault(table, []).append(person)
            self.seat.append(seat)
            self.sitters.append(sitters)

    # Who counts as what.

    def attends(self, r, person):
        if self.rounds[r].get('done'):
            return person in self.seat[r]
        record = self.people[person]
        if 'staff' in record.get('roles', []) or record.get('attendance') == 'absent':
            return False
        return 'rounds' not in record or self.rounds[r]['id'] in record['rounds']

    def entry(self, r, table, members, member):
        """The round's own entry if there is one, else the table's; None for nobody."""
        own = self.rounds[r].get(members, {})
        return (own[table] if table in own else self.tables[table].get(member)) or None

    def named(self, r, table):
        return self.entry(r, table, 'hosts', 'host'), self.entry(r, table, 'co_hosts', 'co_host')

    def leader(self, r, table, person):
        """Somebody named who attends and does not sit at another table."""
        if person and self.attends(r, person) and self.seat[r].get(person, table) == table:
            return person
        return None

    def leaders(self, r, table):
        return [self.leader(r, table, person) for person in self.named(r, table)]

    def host(self, r, table):
        return self.leaders(r, table)[0]

    def theme(self, r, table):
        return self.entry(r, table, 'themes', 'theme')

    def is_open(self, r, table):
        return self.tables[table].get('open', True) and table not in self.rounds[r].get('closed', [])

    def sitting(self, r, table):
        return self.sitters[r].get(table, [])

    def at(self, r, table):
        """Those at a table who attend."""
        return [person for person in self.sitting(r, table) if self.attends(r, person)]

    def is_guest(self, r, person):
        table = self.seat[r].get(person)
        return table is not None and self.attends(r, person) and person not in self.named(r, table)

    def guests(self, r, table):
        return [person for person in self.at(r, table) if self.is_guest(r, person)]

    def places_for_guests(self, r, table):
        leaders = {person for person in self.leaders(r, table) if person}
        return max(self.tables[table].get('places', 0) - len(leaders), 0)

    def acting(self, rule):
        return [r for r, round_ in enumerate(self.rounds) if 'rounds' not in rule or round_['id'] in rule['rounds']]

    def values(self, by, person):
        record = self.people[person]
        if by.startswith('tag:'):
            return [1] if fold(by[4:]) in map(fold, record.get('tags', [])) else []
        if by.startswith('language:'):
            return [1] if fold(by[9:]) in map(fold, record.get('languages', [])) else []
        value = fold(record.get(by))
        return [value] if value else []

    # Meetings.

    def meetings(self, rounds):
        met = Counter()
        for r in rounds:
            for table in self.tables:
                met.update(frozenset(pair) for pair in combinations(self.guests(r, table), 2))
        return met

    def earlier(self):
        met = Counter()
        for event in self.data.get('earlier', []):
            for together in event.get('tables', []):
                met.update(frozenset(pair) for pair in combinations(set(together), 2))
        return met

    def repeats(self, rule):
        before = self.earlier()
        counts = [n + before[pair] for pair, n in self.meetings(self.acting(rule)).items()]
        if 'most' in rule:
            return sum(max(n - rule['most'], 0) for n in counts)
        return sum(n * (n - 1) // 2 for n in counts)

    def target(self, r, table, of):
        return {'host': self.host, 'theme': self.theme, 'table': lambda _r, t: t}[of](r, table)

    def pinned_always(self, person):
        attended = [r for r in range(len(self.rounds)) if self.attends(r, person)]
        return bool(attended) and all(person in self.rounds[r].get('pins', {}) for r in attended)

    def returns(self, rule):
        total = 0
        for person in self.people:
            if self.pinned_always(person):
                continue
            visits = Counter(self.target(r, self.seat[r][person], rule['of'])
                             for r in self.acting(rule) if self.is_guest(r, person))
            total += sum(n - 1 for target, n in visits.items() if target is not None)
        return total

    # Tables.

    def spread(self, rule):
        total = 0
        for r in self.acting(rule):
            for table in self.tables:
                same = Counter(value for person in self.guests(r, table) for value in self.values(rule['by'], person))
                for n in same.values():
                    total += max(n - rule['most'], 0) if 'most' in rule else n * (n - 1) // 2
        return total

    def own_host(self, rule):
        total = 0
        for r in self.acting(rule):
            for table in self.tables:
                theirs = {value for leader in self.leaders(r, table) if leader
                          for value in self.values('organisation', leader)}
                total += sum(bool(theirs & set(self.values('organisation', guest))) for guest in self.guests(r, table))
        return total

    def even(self, rule):
        """The nearest even sizes, found by giving every guest a place at the emptiest table."""
        total = 0
        for r in self.acting(rule):
            tables = [table for table in self.tables if self.is_open(r, table)]
            found = {table: len(self.guests(r, table)) for table in tables}
            places = {table: self.places_for_guests(r, table) for table in tables}
            sizes = dict.fromkeys(tables, 0)
            for _ in range(sum(found.values())):
                free = [table for table in tables if sizes[table] < places[table]]
                if not free:
                    break
                level = min(sizes[table] for table in free)
                # Among the emptiest, one that already holds more, so that the distance is the least.
                sizes[max((table for table in free if sizes[table] == level),
                          key=lambda table: found[table] > level)] += 1
            total += sum(abs(found[table] - sizes[table]) for table in tables)
        return total

    def count(self, rule):
        total = 0
        wanted = fold(rule.get('value'))
        for r in self.acting(rule):
            for table in self.tables:
                people = self.at(r, table)
                if not people or not self.is_open(r, table):
                    continue
                n = sum(any(value in (wanted, 1) for value in self.values(rule['by'], person)) for person in people)
                total += max(rule.get('least', 0) - n, 0)
                if 'most' in rule:
                    total += max(n - rule['most'], 0)
        return total

    def language(self, rule):
        def speaks(person):
            return {fold(code) for code in self.people[person].get('languages', [])}

        def fault(people):
            if any('interpreter' in self.people[person].get('roles', []) for person in people):
                return False
            return any(speaks(a) and speaks(b) and not speaks(a) & speaks(b) and
                       not any(speaks(c) & speaks(a) and speaks(c) & speaks(b) for c in people)
                       for a, b in combinations(people, 2))
        return sum(fault(self.at(r, table)) for r in self.acting(rule) for table in self.tables)

    def step_free(self, rule):
        marked = any(table.get('step_free') for table in self.tables.values())

        def suits(table):
            return not marked or self.tables[table].get('step_free', False)
        total = 0
        for r in self.acting(rule):
            needy = [person for person in self.people if self.people[person].get('step_free')
                     and self.attends(r, person) and person in self.seat[r]]
            total += sum(not suits(self.seat[r][person]) for person in needy)
            where = {self.seat[r][person] for person in needy}
            others = [table for table in self.tables if table not in where and suits(table)
                      and self.is_open(r, table) and self.places_for_guests(r, table) > 0]
            total += len(needy) >= 2 and len(where) == 1 and bool(others)
        return total

    # Certain people.

    def together(self, rule):
        total = 0
        for r in self.acting(rule):
            here = [person for person in rule['people'] if self.attends(r, person)]
            groups = Counter(self.seat[r][person] for person in here if person in self.seat[r])
            total += len(here) - max(groups.values(), default=0)
        return total

    def apart(self, rule):
        return sum(self.seat[r].get(a) is not None and self.seat[r].get(a) == self.seat[r].get(b)
                   and self.attends(r, a) and self.attends(r, b)
                   for r in self.acting(rule) for a, b in combinations(rule['people'], 2))

    def visits(self, rule):
        of = next(of for of in ('host', 'table', 'theme') if of in rule)
        person = rule['person']
        return sum(self.attends(r, person) and person in self.seat[r]
                   and self.target(r, self.seat[r][person], of) == rule[of] for r in self.acting(rule))

    def wishes(self, rule):
        """The measure, and how many get their first, second, third, a later and no wish."""
        total, got = 0, Counter()
        for person, record in self.people.items():
            wishes = record.get('wishes', [])
            themes = [self.theme(r, self.seat[r][person]) for r in self.acting(rule) if self.is_guest(r, person)]
            if not wishes or not themes:
                continue
            rank = next((rank for rank, wish in enumerate(wishes) if wish in themes), None)
            total += len(wishes) if rank is None else rank
            got['none' if rank is None else ('first', 'second', 'third')[rank] if rank < 3 else 'later'] += 1
        return total, got

    # What is always measured.

    def capacity(self):
        total = 0
        for r in range(len(self.rounds)):
            for table, record in self.tables.items():
                n = len(self.sitting(r, table))
                if not self.is_open(r, table):
                    total += n
                elif n:
                    total += max(n - record.get('places', 0), 0) + max(record.get('least', 0) - n, 0)
        return total

    def hosts(self):
        return sum(bool(self.named(r, table)[0]) and self.is_open(r, table) and bool(self.guests(r, table)) and
                   not (self.attends(r, self.named(r, table)[0]) and
                        self.seat[r].get(self.named(r, table)[0]) == table)
                   for r in range(len(self.rounds)) for table in self.tables)

    def pinned(self):
        return sum(self.attends(r, person) and self.seat[r].get(person) != table
                   for r, round_ in enumerate(self.rounds) for person, table in round_.get('pins', {}).items())

    def unseated(self):
        return sum(self.attends(r, person) and person not in self.seat[r]
                   for r in range(len(self.rounds)) for person in self.people)

    def misplaced(self):
        return sum(not self.attends(r, person) for r in range(len(self.rounds)) for person in self.seat[r])

    def starts(self):
        """When each round starts; "" where nobody knows."""
        start = self.data.get('event', {}).get('start')
        if not start:
            return [''] * len(self.rounds)
        now = int(start[:2]) * 60 + int(start[3:])
        by_id, order = {}, [round_['id'] for round_ in self.rounds]
        rounds = {round_['id']: round_ for round_ in self.rounds}
        agenda = self.data.get('agenda') or [{'kind': 'rounds', 'rounds': order}]
        for session in agenda:
            if session.get('kind') != 'rounds':
                now += session.get('minutes', 0)
                continue
            for i, name in enumerate(session.get('rounds', [])):
                if i > 0:
                    now += rounds[session['rounds'][i - 1]].get('changeover', 0)
                by_id[name] = f'{now // 60 % 24:02}:{now % 60:02}'
                now += rounds[name].get('minutes', 0)
        return [by_id.get(name, '') for name in order]

    def slips_changed(self):
        issued = self.data.get('issued', [])
        starts = self.starts()
        total = 0
        for person, slip in (issued[-1].get('slips', {}) if issued else {}).items():
            wrong = False
            for r, round_ in enumerate(self.rounds):
                if round_.get('done') or not self.attends(r, person):
                    continue
                printed = slip[r] if r < len(slip) else None
                wrong |= self.seat[r].get(person, '') != (printed[0] if printed else '')
                wrong |= printed is not None and printed[1] != starts[r]
            total += wrong
        return total

    def met(self):
        met = Counter()
        for pair in self.meetings(range(len(self.rounds))):
            met.update(pair)
        each = [met[person] for person in self.people
                if any(self.is_guest(r, person) for r in range(len(self.rounds)))]
        mean = sum(each) / len(each) if each else 0
        return {'least': min(each, default=0), 'mean': mean, 'most': max(each, default=0)}

    def measure(self, rule):
        """The key and what is found for one rule."""
        kind = rule['kind']
        if kind == 'repeats':
            return ('over_repeats' if 'most' in rule else 'repeats'), self.repeats(rule)
        if kind == 'returns':
            return 'returns_' + rule['of'], self.returns(rule)
        if kind == 'spread':
            return ('over_' if 'most' in rule else 'same_') + rule['by'], self.spread(rule)
        if kind == 'visit':
            return kind, int(self.visits(rule) == 0)
        if kind == 'avoid':
            return kind, self.visits(rule)
        if kind == 'wishes':
            return kind, self.wishes(rule)[0]
        key = kind.replace('-', '_')
        return key, getattr(self, key)(rule)

    def recount(self):
        found = Counter()
        got = Counter()
        for rule in self.rules:
            key, n = self.measure(rule)
            found[key] += n
            if rule['kind'] == 'wishes':
                got += self.wishes(rule)[1]
        result = {key: {'found': n} for key, n in found.items()}
        if 'wishes' in result:
            result['wishes'].update({rank: got[rank] for rank in ('first', 'second', 'third', 'later', 'none')})
        for key in ('capacity', 'hosts', 'pinned', 'unseated', 'misplaced', 'slips_changed'):
            result[key] = {'found': int(getattr(self, key)())}
        result['together_most'] = max(self.meetings(range(len(self.rounds))).values(), default=0)
        result['met'] = self.met()
        return result


def differences(plan, measures):
    """What a list of measures says otherwise, in words."""
    measures = measures.get('measures', measures)
    recount = Plan(plan).recount()
    for key in sorted(set(recount) | set(measures)):
        mine, theirs = recount.get(key), measures.get(key)
        if mine is None or theirs is None:
            yield f'{key}: {"not measured" if theirs is None else "no rule asks for it"}'
        elif isinstance(mine, int):
            if mine != theirs:
                yield f'{key}: {theirs}, recounted {mine}'
        else:
            for member, value in mine.items():
                if abs(theirs[member] - value) > (0.051 if member == 'mean' else 0):
                    yield f'{key}.{member}: {theirs[member]}, recounted {value}'
            # Somebody without a seat repeats nothing: only a whole seating must reach the bound.
            if recount['unseated']['found'] == 0 and theirs.get('bound', 0) > theirs.get('found', 0):
                yield f'{key}: found {theirs["found"]} is under the bound {theirs["bound"]}'


def compare(plan, measures):
    wrong = list(differences(json.loads(plan.read_text('utf-8')), json.loads(measures.read_text('utf-8'))))
    for line in wrong:
        print(f'{plan.name}: {line}')
    return not wrong


def main(arguments):
    if len(arguments) == 2 and arguments[0] == '--folder':
        plans = sorted(Path(arguments[1]).glob('*.plan.json'))
        kept = [compare(plan, plan.with_name(plan.name.replace('.plan.', '.measures.'))) for plan in plans]
        print(f'{sum(kept)} of {len(kept)} plans agree')
        return 0 if kept and all(kept) else 1
    if len(arguments) == 2:
        return 0 if compare(Path(arguments[0]), Path(arguments[1])) else 1
    if len(arguments) == 1:
        print(json.dumps(Plan(json.loads(Path(arguments[0]).read_text('utf-8'))).recount(), indent=2))
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
