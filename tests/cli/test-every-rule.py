#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-every-rule.py ROTUNDA-CLI TESTS: one plan for each rule, from the lists to the check.

Each rule is asked for more than chance would give. That is tried, too: without the rule, the same plan is
arranged as it likes, and then breaks the rule when that comes back."""

import copy
import json
import sys
from collections import Counter
from itertools import combinations

sys.dont_write_bytecode = True

from program import folder, read, run, save  # noqa: E402
import recount  # noqa: E402
import tap  # noqa: E402

SECONDS = 2


def new(people, *words, header='Name', **lists):
    """A plan from a list of people, without any rule."""
    for name, lines in {'people': [header, *people], **lists}.items():
        (folder / f'{name}.csv').write_text('\n'.join(lines) + '\n', 'utf-8')
    run('new', '--people', 'people.csv', *words, '-o', 'plan.json')
    plan = read('plan.json')
    plan['rules'] = []
    return plan


def guests(n, *columns):
    """P1, P2, ... with what @columns say of the index of each."""
    return [','.join([f'P{i + 1}', *(column(i) for column in columns)]) for i in range(n)]


def room(*columns, n=24, tables=4, rounds=3, header='Name', **more):
    """24 people at four tables in three rounds, no rule yet."""
    return new(guests(n, *columns), '--preset', 'knowledge-cafe', '--tables', tables, '--rounds', rounds,
               header=header, **more)


def add(plan, kind, strength='must', **needs):
    plan['rules'].append({'id': f'u{len(plan["rules"])}x{kind[:3]}', 'kind': kind, 'strength': strength, **needs})


def ids(plan, *indexes):
    return [plan['people'][i]['id'] for i in indexes]


def measure(plan, status):
    save('checked.json', plan)
    said = json.loads(run('check', 'checked.json', '--json', status=status)[0])
    tap.equal(list(recount.differences(plan, said)), [])
    return said['measures']


def arrange(plan, status=0):
    """The plan arranged, and its measures, which are those that check and recount find."""
    save('plan.json', plan)
    said = json.loads(run('arrange', 'plan.json', '--seconds', SECONDS, '--seed', 1, '--json', status=status)[0])
    plan = read('plan.json')
    tap.equal(measure(plan, status), said['measures'])
    return plan, said['measures']


def breaks_without(plan, kind, key):
    """What the plan comes to that is arranged without the rules of a kind."""
    without = copy.deepcopy(plan)
    without['rules'] = [rule for rule in plan['rules'] if rule['kind'] != kind]
    arranged, _ = arrange(without)
    arranged['rules'] = plan['rules']
    found = measure(arranged, 1 if any(rule['kind'] == kind and rule['strength'] == 'must'
                                       for rule in plan['rules']) else 0)[key]['found']
    if found == 0:
        raise AssertionError(f'{key}: kept without the rule')
    return found


def keeps(plan, kind, key=None):
    """Arranged with the rule nothing is left to be desired; without it something is."""
    key = key or kind.replace('-', '_')
    arranged, measures = arrange(plan)
    tap.equal(measures[key], {**measures[key], 'found': 0, 'bound': 0})
    breaks_without(plan, kind, key)
    return arranged, measures


def seats(plan, r):
    """Who sits where in a round."""
    return {person: table for table, row in plan['rounds'][r].get('seating', {}).items() for person in row if person}


def sizes(plan, r):
    return sorted(Counter(seats(plan, r).values()).values(), reverse=True)


# People.

def test_together():
    plan = room()
    for i in range(0, 8, 2):
        add(plan, 'together', people=ids(plan, i, i + 1))
    add(plan, 'together', people=ids(plan, 10, 11, 12))
    add(plan, 'repeats', 'should')
    _, measures = keeps(plan, 'together')
    # Three meetings of each couple are three repeats; the bound knows.
    tap.equal(measures['repeats']['found'] >= measures['repeats']['bound'] >= 3 * (4 + 3), True)


def test_apart():
    plan = room()
    for i in range(0, 20, 4):
        add(plan, 'apart', people=ids(plan, i, i + 1, i + 2, i + 3))
    keeps(plan, 'apart')


def test_apart_of_too_many():
    plan = room()
    add(plan, 'apart', people=ids(plan, 0, 1, 2, 3, 4))
    _, measures = arrange(plan, status=1)
    tap.equal(measures['apart'], {'found': 3, 'bound': 3})


def test_visit():
    plan = new(guests(24, lambda i: 'A'), '--hosts', 'hosts.csv', '--rounds', 3, header='Name,Organisation',
               hosts=['Name,Theme', 'H1,Trust', 'H2,Money', 'H3,Time', 'H4,Work'])
    tables = plan['tables']
    for i in range(6):
        add(plan, 'visit', person=plan['people'][i]['id'], table=tables[0]['id'], rounds=[plan['rounds'][1]['id']])
        add(plan, 'visit', person=plan['people'][6 + i]['id'], theme=tables[1]['theme'])
        add(plan, 'visit', person=plan['people'][12 + i]['id'], host=tables[2]['host'],
            rounds=[plan['rounds'][0]['id'], plan['rounds'][2]['id']])
    keeps(plan, 'visit')


def test_avoid():
    plan = room()
    for i in range(12):
        for table in plan['tables'][:2]:
            add(plan, 'avoid', person=plan['people'][i]['id'], table=table['id'])
    keeps(plan, 'avoid')


def test_pins():
    plan = room()
    for r, round_ in enumerate(plan['rounds']):
        round_['pins'] = {person: plan['tables'][r]['id'] for person in ids(plan, 0, 1, 2, 3)}
    arranged, measures = arrange(plan)
    tap.equal(measures['pinned'], {'found': 0, 'bound': 0})
    for r, round_ in enumerate(plan['rounds']):
        tap.equal([seats(arranged, r)[person] for person in round_['pins']], [plan['tables'][r]['id']] * 4)


def test_attendance():
    plan = room()
    first, second, third = (round_['id'] for round_ in plan['rounds'])
    for person in plan['people'][:8]:
        person['rounds'] = [first]
    for person in plan['people'][8:12]:
        person['rounds'] = [second, third]
    plan['people'][12]['attendance'] = 'absent'
    plan['people'][13]['roles'] = ['staff']
    add(plan, 'even')
    add(plan, 'together', 'should', people=ids(plan, *range(6)))
    arranged, measures = keeps(plan, 'even')
    tap.equal([measures['unseated'], measures['misplaced']], [{'found': 0, 'bound': 0}] * 2)
    tap.equal([sizes(arranged, r) for r in range(3)], [[5, 5, 4, 4], [4, 4, 3, 3], [4, 4, 3, 3]])


def test_wishes():
    wishes = {i: 'Trust; Work; Time' if i < 10 else 'Money' if i < 16 else 'Time' if i < 21 else 'Work'
              for i in range(24)}
    plan = new(guests(24, wishes.get), '--preset', 'theme-groups', '--tables', 4, header='Name,Sign-ups')
    themes = {theme['title']: theme['id'] for theme in plan['themes']}
    for table, title in zip(plan['tables'], ['Trust', 'Money', 'Time', 'Work']):
        table.update(theme=themes[title], places=6)
    add(plan, 'wishes', 'should')
    _, measures = arrange(plan)
    # Ten want six chairs: three find their second wish, and then one chair of the third is left.
    tap.equal(measures['wishes'], {'found': 5, 'bound': 5, 'first': 20, 'second': 3, 'third': 1, 'later': 0,
                                   'none': 0})
    breaks_without(plan, 'wishes', 'wishes')


def test_theme_groups():
    """Two tables of the theme that most sign up for, and everybody at the first choice."""
    plan = new(guests(20, lambda i: 'Trust; Time' if i < 10 else 'Time; Trust' if i < 15 else 'Work; Trust'),
               '--preset', 'theme-groups', header='Name,Sign-ups')
    run('new', '--people', 'people.csv', '--preset', 'theme-groups', '-o', 'plan.json')
    plan = read('plan.json')
    title = {theme['id']: theme['title'] for theme in plan['themes']}
    tap.equal(Counter(title[table['theme']] for table in plan['tables']), {'Trust': 2, 'Time': 1, 'Work': 1})
    arranged, measures = arrange(plan)
    tap.equal([measures['wishes']['found'], measures['wishes']['first']], [0, 20])
    tap.equal(sizes(arranged, 0), [5, 5, 5, 5])
    breaks_without(plan, 'wishes', 'wishes')


# Meetings.

def test_repeats():
    plan = room(n=16, rounds=5)
    add(plan, 'even')
    add(plan, 'repeats', 'should')
    _, measures = keeps(plan, 'repeats', 'repeats')
    tap.equal([measures['repeats']['found'], measures['met']['least']], [0, 15])


def test_repeats_at_most():
    plan = room(n=12, rounds=3)
    add(plan, 'repeats', most=1)
    # Of equal seatings the one with the fewest meetings of a pair wins anyway: these must pull.
    add(plan, 'together', 'should', people=ids(plan, 0, 1, 2))
    keeps(plan, 'repeats', 'over_repeats')


def test_returns():
    for of in 'host', 'table', 'theme':
        plan = new(guests(20), '--hosts', 'hosts.csv', '--rounds', 4,
                   hosts=['Name,Theme', 'H1,Trust', 'H2,Money', 'H3,Time', 'H4,Work'])
        add(plan, 'returns', of=of)
        keeps(plan, 'returns', 'returns_' + of)


def test_earlier_events():
    """Who sat together last time meets others now: five rounds of four times four, one of them held before."""
    before = room(n=16, rounds=1)
    before, _ = arrange(before)
    save('before.json', before)
    plan = new(guests(16), '--preset', 'knowledge-cafe', '--tables', 4, '--rounds', 4, '--earlier', 'before.json')
    tap.equal([len(group) for group in plan['earlier'][0]['tables']], [4] * 4)
    add(plan, 'even')
    add(plan, 'repeats', 'should')
    arranged, measures = keeps(plan, 'repeats', 'repeats')
    tap.equal(measures['met'], {'least': 12, 'mean': 12, 'most': 12})
    met = {pair for group in plan['earlier'][0]['tables'] for pair in combinations(sorted(group), 2)}
    for r in range(4):
        at = seats(arranged, r)
        tap.equal([pair for pair in met if at[pair[0]] == at[pair[1]]], [])


# Tables.

def test_spread():
    plan = room(lambda i: f'Organisation {i // 5}', header='Name,Organisation')
    add(plan, 'spread', 'should', by='organisation')
    _, measures = arrange(plan)
    # Five of one organisation at four tables: one pair each round; the last has four members.
    tap.equal(measures['same_organisation'], {'found': 12, 'bound': 12})
    if breaks_without(plan, 'spread', 'same_organisation') <= 12:
        raise AssertionError('spread without the rule')


def test_spread_at_most():
    plan = room(lambda i: 'Officer' if i < 8 else 'Councillor', header='Name,Kind')
    add(plan, 'spread', by='kind', most=4)
    add(plan, 'together', people=ids(plan, 8, 9))
    plan['rules'][0]['rounds'] = [plan['rounds'][0]['id'], plan['rounds'][1]['id']]
    keeps(plan, 'spread', 'over_kind')


def test_own_host():
    plan = new(guests(24, lambda i: 'ABCD'[i % 4]), '--hosts', 'hosts.csv', '--rounds', 3,
               header='Name,Organisation',
               hosts=['Name,Organisation', 'H1,A', 'H2,B', 'H3,C', 'H4,D'])
    add(plan, 'own-host')
    keeps(plan, 'own-host')


def test_even():
    plan = room(n=22)
    for table, places in zip(plan['tables'], [9, 9, 9, 4]):
        table['places'] = places
    add(plan, 'even')
    # Nine would sit together if sizes did not matter.
    add(plan, 'together', 'should', people=ids(plan, *range(9)))
    arranged, _ = keeps(plan, 'even')
    tap.equal([sizes(arranged, r) for r in range(3)], [[6, 6, 6, 4]] * 3)


def test_count():
    plan = room(lambda i: 'Academic' if i < 6 else 'Officer', header='Name,Kind')
    add(plan, 'count', by='kind', value='academic', least=1, most=2)
    keeps(plan, 'count')


def test_language():
    plan = room(lambda i: 'zh' if i < 8 else 'en; zh' if i < 10 else 'en', header='Name,Languages')
    add(plan, 'language')
    arranged, _ = keeps(plan, 'language')
    chinese, both = set(ids(plan, *range(8))), set(ids(plan, 8, 9))
    for r in range(3):
        at = seats(arranged, r)
        for person in chinese:
            here = {other for other, table in at.items() if table == at[person]}
            tap.equal(bool(here <= chinese or here & both), True)


def test_more_languages_than_bits():
    """Seventy people with a language of their own, and two who understand only each other."""
    plan = new(guests(72, lambda i: f'l{i}' if i < 70 else 'zz'), '--preset', 'knowledge-cafe', '--tables', 71,
               '--rounds', 1, header='Name,Languages')
    for table in plan['tables']:
        table['places'] = 2
    add(plan, 'language')
    arranged, _ = keeps(plan, 'language')
    at = seats(arranged, 0)
    tap.equal(len(set(at.values())) >= 71, True)


def test_step_free():
    plan = room()
    for person in plan['people'][:3]:
        person['step_free'] = True
    for table in plan['tables'][:2]:
        table['step_free'] = True
    add(plan, 'step-free')
    arranged, _ = keeps(plan, 'step-free')
    for r in range(3):
        at = {seats(arranged, r)[person] for person in ids(plan, 0, 1, 2)}
        tap.equal(at, {table['id'] for table in plan['tables'][:2]})


def test_closed_tables():
    plan = room()
    for table in plan['tables']:
        table['places'] = 12
    plan['tables'][3]['open'] = False
    plan['rounds'][1]['closed'] = [plan['tables'][0]['id']]
    arranged, measures = arrange(plan)
    tap.equal([measures['capacity'], measures['unseated']], [{'found': 0, 'bound': 0}] * 2)
    tap.equal([len(sizes(arranged, r)) <= most for r, most in enumerate([3, 2, 3])], [True] * 3)
    for r in range(3):
        tap.equal(plan['tables'][3]['id'] in seats(arranged, r).values(), False)
    tap.equal(plan['tables'][0]['id'] in seats(arranged, 1).values(), False)


def test_least():
    """24 people fill three tables of eight, though they would rather spread over four."""
    plan = room()
    add(plan, 'repeats', 'should')
    for table in plan['tables']:
        table.update(places=12, least=8)
    arranged, measures = arrange(plan)
    tap.equal(measures['capacity'], {'found': 0, 'bound': 0})
    tap.equal([min(sizes(arranged, r)) >= 8 for r in range(3)], [True] * 3)
    for table in plan['tables']:
        del table['least']
    arranged, _ = arrange(plan)
    tap.equal(min(sizes(arranged, 0)) < 8, True)


def test_least_of_too_few():
    plan = room(n=9)
    for table in plan['tables']:
        table.update(places=8, least=6)
    _, measures = arrange(plan, status=1)
    tap.equal(measures['capacity'], {'found': 9, 'bound': 9})


# Who leads.

def test_hosts_per_round():
    """The first four lead one round, the next four another; who does not lead is a guest."""
    plan = room(rounds=2)
    for r, round_ in enumerate(plan['rounds']):
        round_['hosts'] = {table['id']: plan['people'][4 * r + t]['id'] for t, table in enumerate(plan['tables'])}
    add(plan, 'even')
    add(plan, 'repeats', 'should')
    arranged, measures = arrange(plan)
    tap.equal([measures['hosts'], measures['unseated']], [{'found': 0, 'bound': 0}] * 2)
    for r, round_ in enumerate(plan['rounds']):
        for table, host in round_['hosts'].items():
            tap.equal(arranged['rounds'][r]['seating'][table][0], host)
        tap.equal(sizes(arranged, r), [6, 6, 6, 6])


def test_host_who_is_away():
    """No guests at a table without its host while the others have room; when they have not, one is needed."""
    plan = new(guests(12), '--hosts', 'hosts.csv', '--rounds', 2, hosts=['Name', 'H1', 'H2', 'H3'])
    hosts = {table['host'] for table in plan['tables']}
    for table in plan['tables']:
        table['places'] = 7
    away = next(person for person in plan['people'] if person['id'] in hosts)
    away['attendance'] = 'absent'
    _, measures = arrange(plan)
    tap.equal(measures['hosts'], {'found': 0, 'bound': 0})
    for table in plan['tables']:
        table['places'] = 6
    _, measures = arrange(plan, status=1)
    tap.equal(measures['hosts'], {'found': 2, 'bound': 2})


def test_visitor():
    """The visitors lead a different table each round; the groups stay where they are."""
    run_new = ['new', '--people', 'people.csv', '--hosts', 'hosts.csv', '--preset', 'visitor', '-o', 'plan.json']
    new(guests(12), hosts=['Name', 'V1', 'V2', 'V3'])
    run(*run_new)
    plan, measures = arrange(read('plan.json'))
    names = {person['id']: person['name'] for person in plan['people']}
    tap.equal(len(plan['rounds']) >= 2, True)
    tap.equal([measures['hosts'], measures['unseated']], [{'found': 0, 'bound': 0}] * 2)
    led = Counter()
    for r, round_ in enumerate(plan['rounds']):
        for table, row in round_['seating'].items():
            if row and row[0] and names[row[0]].startswith('V'):
                led[row[0], table] += 1
    tap.equal(max(led.values()), 1)
    groups = [{frozenset(p for p in row if p and names[p].startswith('P')) for row in round_['seating'].values()}
              for round_ in plan['rounds']]
    tap.equal(all(group == groups[0] for group in groups), True)


def test_carousel():
    """Everybody comes to every method once."""
    new(guests(20), themes=['Theme', 'Trust', 'Money', 'Time', 'Work'])
    run('new', '--people', 'people.csv', '--themes', 'themes.csv', '--preset', 'carousel', '-o', 'plan.json')
    plan, measures = keeps(read('plan.json'), 'returns', 'returns_table')
    tap.equal([len(plan['rounds']), len(plan['tables'])], [4, 4])
    for person in plan['people']:
        tap.equal(len({seats(plan, r)[person['id']] for r in range(4)}), 4)


def test_carousel_of_groups():
    new(guests(20), themes=['Theme', 'Trust', 'Money', 'Time', 'Work'])
    run('new', '--people', 'people.csv', '--themes', 'themes.csv', '--preset', 'carousel', '--keep-groups',
        '-o', 'plan.json')
    plan, measures = arrange(read('plan.json'))
    tap.equal([measures['together']['found'], measures['returns_table']['found']], [0, 0])
    tap.equal(sizes(plan, 0), [5, 5, 5, 5])
    for r in range(4):
        groups = {frozenset(p for p, at in seats(plan, r).items() if at == table['id']) for table in plan['tables']}
        tap.equal(groups, {frozenset(rule['people']) for rule in plan['rules'] if rule['kind'] == 'together'})


tap.run(*[case for name, case in list(globals().items()) if name.startswith('test_')])
