#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""bench-plans.py ROTUNDA-CLI [FILTER]: what `rotunda-cli arrange` reaches on plan files, and how fast.

Each row is arranged with five seeds on one thread, and counted again by recount.py. The time is that of
arranging, without reading and writing (`solver.seconds`); beside it stand the processor's seconds of the
whole call, which other programs on the machine do not lengthen. "over": both are above the target."""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import recount  # noqa: E402

SEEDS = range(1, 6)
SECTORS = ['Council', 'Health', 'Police', 'Charity', 'University', 'Business']


# Plans.

def sizes_of(n, groups, zipf):
    """Sizes that fall off as 1, 1/2, 1/3, ..., or equal ones."""
    weights = [1 / (k + 1) if zipf else 1 for k in range(groups)]
    shares = [n * weight / sum(weights) for weight in weights]
    sizes = [int(share) for share in shares]
    for k in sorted(range(groups), key=lambda k: sizes[k] - shares[k])[:n - sum(sizes)]:
        sizes[k] += 1
    return sizes


def organise(people, sizes, chance):
    names = [f'Organisation {k + 1}' for k, size in enumerate(sizes) for _ in range(size)]
    chance.shuffle(names)
    for person, name in zip(people, names):
        person['organisation'] = name


def empty(tables, guests, rounds, places):
    return {'format': 'rotunda-plan', 'version': 1, 'event': {'start': '10:00'},
            'people': [{'id': f'p{i}', 'name': f'Guest {i}'} for i in range(tables * guests)], 'themes': [],
            'tables': [{'id': f't{t}', 'number': t + 1, 'places': places} for t in range(tables)],
            'rounds': [{'id': f'r{r}', 'minutes': 20, 'changeover': 5} for r in range(rounds)], 'rules': []}


def rule(plan, kind, strength, **needs):
    plan['rules'].append({'id': f'u{len(plan["rules"])}', 'kind': kind, 'strength': strength, **needs})


def add_hosts(plan):
    for t, table in enumerate(plan['tables']):
        plan['people'].append({'id': f'c{t}', 'name': f'Host {t}', 'roles': ['host']})
        table['host'] = f'c{t}'
        table['places'] += 1
    rule(plan, 'returns', 'must', of='host')


def cafe(tables, guests, rounds, hosts=False, organisations=0):
    def make(seed):
        plan = empty(tables, guests, rounds, guests)
        if organisations:
            organise(plan['people'], sizes_of(tables * guests, organisations, True), random.Random(seed))
        if hosts:
            add_hosts(plan)
        rule(plan, 'repeats', 'should')
        if organisations:
            rule(plan, 'spread', 'should', by='organisation')
        return plan
    return make


def round_table(rounds):
    """Eight tables of a host and seven, from fourteen organisations of four."""
    def make(_seed):
        plan = empty(8, 7, rounds, 7)
        for i, person in enumerate(plan['people']):
            person['organisation'] = f'Organisation {i // 4}'
        add_hosts(plan)
        rule(plan, 'repeats', 'should')
        rule(plan, 'spread', 'should', by='organisation')
        return plan
    return make


def plant_sizes(plan, seat):
    """One place more than the fullest round needs, and one person less than the emptiest has at least."""
    rounds = range(len(plan['rounds']))
    size = [Counter(row[r] for row in seat.values()) for r in rounds]
    for t, table in enumerate(plan['tables']):
        here = [size[r][t] for r in rounds]
        table['places'] = max(table['places'] + 1, 1 + max(here))
        table['least'] = max(1, min(table['places'] - 3, min(here)))


def plant_rules_of_people(plan, seat, loose, chance):
    """Pairs apart, pins, avoided themes, absences and step-free places, as the planted seating has them."""
    n, tables = len(seat), plan['tables']
    rounds = range(len(plan['rounds']))
    people = {person['id']: person for person in plan['people']}
    for _ in range(max(1, n // 30)):
        one, other = chance.sample(loose, 2)
        if all(seat[one][r] != seat[other][r] for r in rounds):
            rule(plan, 'apart', 'must', people=[one, other])
    pinned = dict.fromkeys(chance.sample(loose, max(1, n // 20)))
    for person in pinned:
        r = chance.choice(rounds)
        plan['rounds'][r].setdefault('pins', {})[person] = f't{seat[person][r]}'
    for person in chance.sample(loose, max(1, n // 20)):
        never = [t for t in range(len(tables)) if t not in seat[person]]
        rule(plan, 'avoid', 'must', person=person, theme=f'h{chance.choice(never)}')
    for person in [person for person in loose if person not in pinned][:max(1, n // 40)]:
        out = chance.choice(rounds)
        people[person]['rounds'] = [f'r{r}' for r in rounds if r != out]
        table = tables[seat[person][out]]
        table['least'] = max(1, table['least'] - 1)
    tables[0]['step_free'] = tables[1]['step_free'] = True
    for person in loose[-max(1, n // 50):]:
        people[person]['step_free'] = True
        for t in seat[person]:
            tables[t]['step_free'] = True
    rule(plan, 'step-free', 'must')


def every_rule(tables, guests, rounds):
    """Every must is kept by a seating that is planted and then forgotten: guest j of table x begins there and
    goes on by j + 1 tables each round, so that nobody meets twice or comes back; couples go together."""
    def make(seed):
        chance = random.Random(seed)
        plan = empty(tables, guests, rounds, guests)
        n = tables * guests
        organise(plan['people'], sizes_of(n, n // 4, n < 400), chance)
        for person in plan['people']:
            person['sector'] = chance.choice(SECTORS)
        add_hosts(plan)
        plan['themes'] = [{'id': f'h{t}', 'title': f'Theme {t}'} for t in range(tables)]
        for t, table in enumerate(plan['tables']):
            table['theme'] = f'h{t}'
        seat = {f'p{i}': [(i // guests + r * (i % guests + 1)) % tables for r in range(rounds)] for i in range(n)}
        loose = list(seat)
        chance.shuffle(loose)
        for _ in range(max(1, n // 16)):
            one, other = loose.pop(), loose.pop()
            seat[other] = list(seat[one])
            rule(plan, 'together', 'must', people=[one, other])
        plant_sizes(plan, seat)
        plant_rules_of_people(plan, seat, loose, chance)
        rule(plan, 'repeats', 'should')
        rule(plan, 'spread', 'should', by='organisation')
        rule(plan, 'spread', 'may', by='sector')
        return plan
    return make


def replan(cli, folder):
    """The day itself: slips are printed, two of four rounds are over, six people stay away and four walk in."""
    def make(seed):
        before = every_rule(20, 8, 4)(seed)
        path = folder / 'before.json'
        path.write_text(json.dumps(before), 'utf-8')
        arrange(cli, path, folder / 'after.json', seed)
        plan = json.loads((folder / 'after.json').read_text('utf-8'))
        slips = {}
        for r, round_ in enumerate(plan['rounds']):
            now = 600 + 25 * r
            for table, row in round_['seating'].items():
                for person in filter(None, row):
                    slips.setdefault(person, [['', f'{(600 + 25 * k) // 60}:{(600 + 25 * k) % 60:02}']
                                              for k in range(len(plan['rounds']))])
                    slips[person][r] = [table, f'{now // 60}:{now % 60:02}']
        plan['issued'] = [{'revision': 'A', 'at': '2026-01-29T09:00', 'slips': slips}]
        for round_ in plan['rounds'][:2]:
            round_['done'] = True
        named = {person for rule_ in plan['rules'] for person in rule_.get('people', [])}
        named.update(person for round_ in plan['rounds'] for person in round_.get('pins', {}))
        free = [person for person in plan['people'] if 'table' not in person and person['id'][0] == 'p'
                and person['id'] not in named and 'rounds' not in person]
        for person in random.Random(seed).sample(free, 6):
            person['attendance'] = 'absent'
        plan['people'] += [{'id': f'w{i}', 'name': f'Walk-in {i}', 'rounds': ['r2', 'r3']} for i in range(4)]
        return plan
    return make


# Measuring.

def arrange(cli, plan, result, seed, *words, seconds=10):
    """Runs the program; returns what it printed, the processor's seconds, and the peak memory in MB."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([cli, 'arrange', plan, '-o', result, '--seed', str(seed), '--threads', '1',
                                    '--seconds', str(seconds), '--json', *words], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f'{plan}: ended with {process.returncode}')
        out.seek(0)
        said = json.load(out)
    said['kept'] = process.returncode == 0
    return said, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def words_of(said, keys):
    return ' '.join(f'{said["measures"][key]["found"]}/{said["measures"][key].get("bound", 0)}'
                    for key in keys if key in said['measures'])


def measure(cli, folder, name, target, seconds, make, *words):
    times, cpu, memory, proven, kept, found, wrong = [], [], 0, 0, 0, [], []
    for seed in SEEDS:
        plan, result = folder / 'plan.json', folder / 'result.json'
        plan.write_text(json.dumps(make(seed)), 'utf-8')
        said, used, peak = arrange(cli, plan, result, seed, *words)
        times.append(said['solver']['seconds'])
        cpu.append(used)
        memory = max(memory, peak)
        proven += said['proven']
        kept += said['kept']
        found.append(words_of(said, ['repeats', 'same_organisation', 'same_sector'] +
                              (['slips_changed'] if words else [])))
        wrong += recount.differences(json.loads(result.read_text('utf-8')), said)
    median, used = statistics.median(times), statistics.median(cpu)
    print(f'{name:36} {target + ", " + format(seconds * 1000, "g") + " ms":22} | '
          f'{median * 1000:9.1f} ms{" over" if min(median, used) > seconds else "     "} (cpu {used:6.2f} s, '
          f'{memory:4} MB) | musts {kept}/5, proven {proven}/5 | {"; ".join(dict.fromkeys(found))}'
          f'{"".join(" | WRONG " + line for line in wrong)}', flush=True)
    return not wrong


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    cli = str(Path(arguments[0]).resolve())
    agree = True
    with tempfile.TemporaryDirectory(prefix='rotunda-bench-') as scratch:
        folder = Path(scratch)
        rows = [
            ('20 x 8 x 4 hosts', 'proven 0/0', 0.001, cafe(20, 8, 4, hosts=True)),
            ('20 x 8 x 4 hosts, 40 organisations', 'proven', 0.005, cafe(20, 8, 4, True, 40)),
            ('9 x 50 x 3 hosts, 40 organisations', 'proven', 0.05, cafe(9, 50, 3, True, 40)),
            ('1000 x 10 x 6', 'proven', 0.01, cafe(1000, 10, 6)),
            ('1000 x 10 x 6, 400 organisations', 'proven', 0.15, cafe(1000, 10, 6, False, 400)),
            ('every rule 20 x 8 x 4', 'bounds', 0.05, every_rule(20, 8, 4)),
            ('every rule 100 x 10 x 5', 'bounds', 0.4, every_rule(100, 10, 5)),
            ('every rule 1000 x 10 x 6', 'musts, repeats', 3, every_rule(1000, 10, 6)),
            ('replan 20 x 8 x 4', 'at most 2 slips', 0.03, replan(cli, folder), '--keep-issued'),
            ('RT-A 8 x 7 x 5', '0/0/0', 1, round_table(5)),
            ('RT-B 8 x 7 x 8', '0/0/0', 1, round_table(8)),
        ]
        for row in rows:
            if len(arguments) < 2 or arguments[1] in row[0]:
                agree = measure(cli, folder, *row) and agree
    return 0 if agree else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
