#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-cli.py ROTUNDA-CLI TESTS: every command, every exit status and the JSON of rotunda-cli."""

import csv
import io
import json
import os
import random
import subprocess
import sys

sys.dont_write_bytecode = True

from program import cli, events, folder, has, read, run, save, tests, write  # noqa: E402
import recount  # noqa: E402
import tap  # noqa: E402

ALWAYS = ['capacity', 'hosts', 'pinned', 'unseated', 'misplaced', 'slips_changed', 'together_most', 'met']


def make(name, *words, people='leadership-styles/people.csv'):
    run('new', '--people', events / people, *words, '-o', name)
    return read(name)


def make_cafe(name='cafe.json'):
    return make(name, '--hosts', events / 'leadership-styles/hosts.csv', '--title', 'Leadership styles',
                '--date', '2009-01-29', '--start', '10:10')


def check(name, status=0):
    """The measures of a plan, which the other program that counts must find too."""
    said = json.loads(run('check', name, '--json', status=status)[0])
    tap.equal(list(recount.differences(read(name), said)), [])
    return said


def files():
    return {name: (folder / name).read_bytes() for name in os.listdir(folder)}


def refuse(*words, says=(), status=2):
    """A call that has to fail: nothing on standard output, nothing written."""
    before = files()
    out, err = run(*words, status=status)
    tap.equal(out, '')
    has(err, *says)
    tap.equal(files(), before)


def refuse_json(*words, code, path=''):
    said = json.loads(run(*words, '--json', status=2)[0])
    tap.equal(list(said), ['valid', 'problems'])
    tap.equal(said['valid'], False)
    problem, = said['problems']
    tap.equal(list(problem), ['code', 'message', 'path'])
    tap.equal([problem['code'], problem['path']], [code, path])


# The words of the call.

def test_help():
    out, err = run('--help')
    has(out, 'new --people FILE', 'import PLAN FILE', 'check PLAN', 'arrange PLAN', 'print PLAN', 'export PLAN',
        'Exit status')
    tap.equal(err, '')
    for command, operands in {'new': '--people FILE -o PLAN', 'import': 'PLAN FILE', 'check': 'PLAN', 'arrange': 'PLAN',
                              'print': 'PLAN --sheets LIST -o FILE.pdf', 'export': 'PLAN --as NAME'}.items():
        out, err = run(command, '--help')
        usage = out.splitlines()[1]
        tap.equal([usage.startswith(f'  rotunda-cli {command} ['), usage.split('] ', 1)[1]], [True, operands])
        tap.equal(err, '')


def test_version():
    tap.equal(run('--version')[0].split()[0], 'rotunda-cli')


def test_wrong_words():
    make_cafe()
    refuse(says=['Usage:', 'command'])
    refuse('fold', says=['Usage:', 'fold'])
    for command in 'new', 'import', 'check', 'arrange', 'export':
        refuse(command, '--nonsense', says=['Usage: rotunda-cli ' + command, '--nonsense'])
    refuse('check', says=['Usage:', '1 file'])
    refuse('check', 'cafe.json', 'cafe.json', says=['Usage:', '1 file'])
    refuse('import', 'cafe.json', says=['Usage:', '2 files'])
    refuse('new', 'cafe.json', '--people', 'x', '-o', 'y', says=['cafe.json'])
    refuse('new', '--people', events / 'models/people.csv', says=['-o PLAN'])
    refuse('new', '-o', 'x.json', says=['--people'])
    refuse('export', 'cafe.json', says=['--as'])


def test_values_out_of_range():
    people = ['new', '--people', events / 'models/people.csv', '-o', 'x.json']
    for option, value in [('--tables', '0'), ('--tables', 'many'), ('--places', '0'), ('--rounds', '25'),
                          ('--minutes', '0'), ('--changeover', '-1'), ('--start', '25:00'), ('--start', '9:00'),
                          ('--start', '09:60'), ('--date', '2009-02-29'), ('--date', '29.1.2009'),
                          ('--preset', 'world-cafe')]:
        refuse(*people, option, value, says=[option])
    make_cafe()
    for option, value in [('--seed', '-1'), ('--threads', '0'), ('--seconds', '-1'), ('--seconds', 'nan'),
                          ('--seconds', 'soon')]:
        refuse('arrange', 'cafe.json', option, value, says=[option])


def test_wrong_words_in_json():
    make_cafe()
    refuse_json('arrange', 'cafe.json', '--threads', '0', code='usage')
    refuse_json('check', code='usage')


# new

def test_new():
    plan = make_cafe()
    tap.equal(list(plan)[:2], ['format', 'version'])
    tap.equal(plan['event'], {'title': 'Leadership styles', 'preset': 'hosted-cafe', 'date': '2009-01-29',
                              'start': '10:10'})
    tap.equal(len(plan['people']), 59)
    tap.equal([table['places'] for table in plan['tables']], [7, 7, 7, 7, 7, 6, 6, 6, 6])
    tap.equal([(each['minutes'], each['changeover']) for each in plan['rounds']], [(25, 5)] * 3)
    tap.equal([(rule['kind'], rule['strength']) for rule in plan['rules']],
              [('even', 'must'), ('returns', 'must'), ('own-host', 'must'), ('step-free', 'must'),
               ('repeats', 'should'), ('spread', 'should'), ('wishes', 'may')])
    people = {person['id']: person for person in plan['people']}
    themes = {theme['id']: theme for theme in plan['themes']}
    tap.equal(people[plan['tables'][2]['host']]['name'], 'Ged Curran')
    tap.equal(people[plan['tables'][2]['host']]['roles'], ['host'])
    tap.equal(themes[plan['tables'][2]['theme']]['title'], 'Leading change')


def test_new_says_what_it_guessed():
    out, err = run('new', '--people', events / 'as-they-arrive/semicolon-windows-1252.csv', '-o', 'mail.json')
    tap.equal(out, '')
    has(err, '9 people added', 'semicolons, windows-1252, header row', 'Steve Wyler', 'Aoife Byrne', 'Line 9',
        'unnamed place of Barnet')
    out, err = run('new', '--people', events / 'as-they-arrive/no-header.csv', '-o', 'mail.json')
    has(err, 'no header row', 'name, organisation, job title, private notes')


def test_new_of_every_arrival():
    plans = []
    for name in 'comma-bom.csv', 'semicolon-windows-1252.csv', 'tab-utf16.txt':
        plan = make('mail.json', people='as-they-arrive/' + name)
        plans.append([{key: value for key, value in person.items() if key != 'id'} for person in plan['people']])
    tap.equal(len(plans[0]), 9)
    tap.equal(plans[0][0], {'name': 'Zoë Müller', 'organisation': 'Bürgeramt', 'job': 'Head of Housing',
                            'private': {'notes': 'likes tea\nsits near the door'}})
    tap.equal(plans[0][5]['name'], '=HYPERLINK("http://x")')
    tap.equal('name' in plans[0][6], False)
    tap.equal(plans[1], plans[0])
    tap.equal(plans[2], plans[0])


def test_new_with_themes():
    out, err = run('new', '--people', events / 'inaugural/people.csv', '--themes', events / 'inaugural/themes.csv',
                   '--preset', 'knowledge-cafe', '--tables', '32', '-o', 'inaugural.json')
    plan = read('inaugural.json')
    tap.equal([len(plan['themes']), len(plan['tables']), len(plan['people'])], [4, 32, 164])
    has(err, '4 themes added', 'Gillian Norton', 'staff')
    champion = next(person for person in plan['people'] if person['name'] == 'Mike More')
    tap.equal(champion['roles'], ['champion', 'staff'])
    tap.equal(plan['themes'][2]['champion'], champion['id'])
    tap.equal(sum('wishes' in person for person in plan['people']), 118)


def test_new_makes_themes_of_sign_ups():
    out, err = run('new', '--people', events / 'inaugural/people.csv', '-o', 'x.json')
    tap.equal(len(read('x.json')['themes']), 4)
    has(err, 'there was no theme “Carbon reduction” yet; it was made')


def test_new_of_every_preset():
    tables = {'hosted-cafe': 5, 'host-per-round': 6, 'knowledge-cafe': 7, 'carousel': 4, 'theme-groups': 6,
              'visitor': 4, 'roundtable': 1, 'plenary': 0}
    for preset, n in tables.items():
        plan = make('x.json', '--preset', preset, '--themes', events / 'models/methods.csv',
                    people='models/people.csv')
        tap.equal(plan['event']['preset'], preset)
        tap.equal(len(plan.get('tables', [])), n)
    plan = make('x.json', '--preset', 'carousel', '--keep-groups', '--tables', '5', people='models/people.csv')
    tap.equal([len(rule['people']) for rule in plan['rules'] if rule['kind'] == 'together'], [6] * 5)


def test_groups_kept_whole():
    """Groups go from table to table, also where they are of two sizes and where somebody comes late."""
    for n, tables in ((30, 5), (23, 5), (31, 4), (25, 12)):
        write('people.csv', 'Name\n' + ''.join(f'Guest {i}\n' for i in range(n)))
        plan = make('x.json', '--preset', 'carousel', '--keep-groups', '--tables', str(tables),
                    people=folder / 'people.csv')
        for late in (0, 2):
            for person in plan['people'][:late]:
                person['rounds'] = [r['id'] for r in plan['rounds'][1:]]
            save('x.json', plan)
            run('arrange', 'x.json')
            measures = check('x.json')['measures']
            for name in ('even', 'returns_table', 'together', 'capacity', 'unseated'):
                tap.equal([name, measures[name]['found']], [name, 0])
            tap.equal(measures['repeats']['found'], measures['repeats']['bound'])


def test_new_with_an_earlier_event():
    make_cafe()
    run('arrange', 'cafe.json')
    out, err = run('new', '--people', events / 'leadership-styles/people.csv', '--earlier', 'cafe.json',
                   '--preset', 'knowledge-cafe', '-o', 'next.json')
    has(err, 'Leadership styles', '50 people')
    earlier, = read('next.json')['earlier']
    tap.equal([earlier['title'], earlier['date'], len(earlier['tables'])], ['Leadership styles', '2009-01-29', 27])
    run('arrange', 'next.json', '--seconds', '1')
    check('next.json')


def test_new_refuses():
    people = write('people.csv', 'Organisation,Job title\nBarnet,Officer\n')
    write('open.csv', 'Name\n"Ann Lee\nBo Ek\n')
    write('empty.csv', '')
    refuse('new', '--people', people, '-o', 'x.json', says=['people.csv', 'Name'])
    refuse('new', '--people', 'open.csv', '-o', 'x.json', says=['open.csv', 'Line 2', 'quotation'])
    refuse('new', '--people', 'empty.csv', '-o', 'x.json', says=['empty.csv', 'empty'])
    refuse('new', '--people', write('a.json', '{"format": "rotunda-plan"}'), '-o', 'x.json', says=['a.json', 'list'])
    refuse('new', '--people', write('pdf.csv', '%PDF-1.4\n1 0 obj\n'), '-o', 'x.json', says=['pdf.csv', 'PDF'])
    refuse('new', '--people', events / 'leadership-styles/people.csv', '--hosts',
           events / 'leadership-styles/hosts.csv', '--tables', '8', '-o', 'x.json', says=['9 hosts'])
    refuse('new', '--people', events / 'models/people.csv', '--earlier', people, '-o', 'x.json', says=['people.csv'])
    refuse('new', '--people', 'nobody.csv', '-o', 'x.json', says=['nobody.csv'], status=3)


# import

def test_import():
    make_cafe()
    run('import', 'cafe.json', write('more.csv', 'Name;Company;Email\nImran Rahimi;;i@k.org\nNew One;X;\n'))
    plan = read('cafe.json')
    tap.equal(len(plan['people']), 60)
    tap.equal(plan['people'][0]['private'], {'email': 'i@k.org'})
    tap.equal(plan['people'][59]['name'], 'New One')


def test_import_to_another_file():
    make_cafe()
    before = (folder / 'cafe.json').read_bytes()
    out, err = run('import', 'cafe.json', write('more.csv', 'Name\nNew One\n'), '-o', 'other.json')
    has(err, '1 person added from more.csv')
    tap.equal((folder / 'cafe.json').read_bytes(), before)
    tap.equal(len(read('other.json')['people']), 60)


def test_import_again_changes_nothing():
    make_cafe()
    before = (folder / 'cafe.json').read_bytes()
    has(run('import', 'cafe.json', events / 'leadership-styles/people.csv')[1], '0 people added')
    tap.equal((folder / 'cafe.json').read_bytes(), before)


def test_import_refuses():
    make_cafe()
    write('bad.csv', 'a,b\n"c\n')
    write('bad.json', '{}')
    refuse('import', 'cafe.json', 'bad.csv', says=['bad.csv'])
    refuse('import', 'cafe.json', 'nobody.csv', says=['nobody.csv'], status=3)
    refuse('import', 'bad.json', 'bad.csv', says=['bad.json'])


# check

def test_check_before_arranging():
    make_cafe()
    out, err = run('check', 'cafe.json', status=1)
    has(out, 'Leadership styles: 59 people, 9 tables, 3 rounds', 'no seat')
    tap.equal(': proven' in out, False)
    said = check('cafe.json', status=1)
    tap.equal([said['valid'], said['proven']], [True, False])
    # The hosts have their chairs from the start.
    tap.equal(said['measures']['unseated'], {'found': 150, 'bound': 0})
    tap.equal(said['problems'][0]['code'], 'unseated')


def test_check_json():
    make_cafe()
    run('arrange', 'cafe.json')
    said = check('cafe.json')
    tap.equal(list(said), ['valid', 'problems', 'measures', 'proven'])
    tap.equal([said['valid'], said['problems'], said['proven']], [True, [], True])
    tap.equal(list(said['measures']), ['even', 'returns_host', 'own_host', 'step_free', 'repeats',
                                       'same_organisation', 'wishes', *ALWAYS])
    tap.equal(said['measures']['repeats'], {'found': 0, 'bound': 0})
    tap.equal(list(said['measures']['met']), ['least', 'mean', 'most'])


def test_check_does_not_write():
    make_cafe()
    before = files()
    run('check', 'cafe.json', status=1)
    tap.equal(files(), before)


def test_check_refuses():
    plan = make_cafe()
    write('bad.json', '{"format": ')
    refuse('check', 'bad.json', says=['bad.json'])
    refuse_json('check', 'bad.json', code='format')
    plan['people'][12]['wishes'] = ['nowhere']
    save('bad.json', plan)
    refuse('check', 'bad.json', says=['people[12].wishes[0]', 'nowhere'])
    refuse_json('check', 'bad.json', code='format', path='people[12].wishes[0]')
    del plan['people'][12]['wishes']
    save('bad.json', {**plan, 'version': 'one'})
    refuse_json('check', 'bad.json', code='format', path='version')
    refuse('check', 'nowhere.json', says=['nowhere.json'], status=3)
    refuse('check', '.', status=3)


def test_check_reads_a_newer_plan():
    save('newer.json', {**make_cafe(), 'version': 2})
    has(run('check', 'newer.json', status=1)[1], '“Leadership styles” was made by a newer Rotunda')
    has(run('export', 'newer.json', '--as', 'people.csv')[1], 'newer Rotunda')
    tap.equal(run('check', make_cafe() and 'cafe.json', status=1)[1], '')
    refuse('arrange', 'newer.json', says=['newer'])
    refuse_json('arrange', 'newer.json', code='newer')


# arrange

def test_arrange():
    make_cafe()
    out, err = run('arrange', 'cafe.json')
    has(out, 'Repeats 0, at least 0: proven', 'Same organisation 0, at least 0: proven', 'Proven:')
    tap.equal(err, '')
    tap.equal([sum(map(len, each['seating'].values())) for each in read('cafe.json')['rounds']], [59] * 3)


def test_arrange_json():
    make_cafe()
    said = json.loads(run('arrange', 'cafe.json', '--seed', '7', '--json')[0])
    tap.equal(list(said), ['valid', 'problems', 'measures', 'proven', 'solver'])
    tap.equal(list(said['solver']), ['seconds', 'moves', 'seed'])
    tap.equal([said['proven'], said['solver']['seed']], [True, 7])
    del said['solver']
    tap.equal(check('cafe.json'), said)


def test_arrange_is_repeatable():
    make_cafe()
    # So full that one look is not enough.
    write('twenty.csv', 'Name\n' + ''.join(f'{word}\n' for word in 'abcdefghijklmnopqrst'))
    run('new', '--people', 'twenty.csv', '--preset', 'knowledge-cafe', '--tables', '5', '--rounds', '7',
        '-o', 'full.json')
    for plan in 'cafe', 'full':
        for threads in '1', '2', '3', '16':
            run('arrange', f'{plan}.json', '-o', f'{plan}-{threads}.json', '--threads', threads, '--seed', '3')
        plans = files()
        for threads in '2', '3', '16':
            tap.equal(plans[f'{plan}-{threads}.json'], plans[f'{plan}-1.json'])


def test_arrange_to_another_file():
    make_cafe()
    before = (folder / 'cafe.json').read_bytes()
    run('arrange', 'cafe.json', '-o', 'arranged.json')
    tap.equal((folder / 'cafe.json').read_bytes(), before)
    tap.equal('seating' in read('arranged.json')['rounds'][0], True)


def test_arrange_keeps_what_is_done_and_pinned():
    make_cafe()
    run('arrange', 'cafe.json')
    plan = read('cafe.json')
    person, table = plan['people'][0]['id'], plan['tables'][4]['id']
    plan['rounds'][0]['done'] = True
    plan['rounds'][1]['pins'] = {person: table}
    if person in plan['rounds'][0]['seating'][table]:
        plan['rounds'][1]['pins'] = {person: plan['tables'][5]['id']}
        table = plan['tables'][5]['id']
    save('cafe.json', plan)
    run('arrange', 'cafe.json', '--seed', '5')
    after = read('cafe.json')
    tap.equal(after['rounds'][0]['seating'], plan['rounds'][0]['seating'])
    tap.equal(person in after['rounds'][1]['seating'][table], True)


def test_arrange_a_broken_must():
    plan = make_cafe()
    hosts = [table['host'] for table in plan['tables']][:2]
    plan['rules'].append({'id': 'ux', 'kind': 'together', 'strength': 'must', 'people': hosts})
    save('cafe.json', plan)
    has(run('arrange', 'cafe.json', '--seconds', '1', status=1)[0], 'Must:')
    tap.equal(len(read('cafe.json')['rounds'][0]['seating']), 9)
    said = check('cafe.json', status=1)
    tap.equal([said['proven'], said['problems'][0]['code']], [False, 'together'])


def test_rules_that_clash():
    plan = make_cafe()
    hosts = [table['host'] for table in plan['tables']][:2]
    plan['rules'].append({'id': 'ux', 'kind': 'together', 'strength': 'must', 'people': hosts})
    save('cafe.json', plan)
    out = run('check', 'cafe.json', status=1)[0]
    has(out, 'These rules cannot all be kept: “Chris Sayers and Derrick Anderson sit at one table”, “Chris Sayers leads Table 1',
        'One way out: Make this a should')
    clash = check('cafe.json', status=1)['problems'][-1]
    tap.equal([clash['code'], clash['path']], ['clash', f"rules[{len(plan['rules']) - 1}]"])
    del plan['rules'][-1]
    save('cafe.json', plan)
    tap.equal('cannot' in run('check', 'cafe.json', status=1)[0], False)


def test_what_would_help():
    plan = {'format': 'rotunda-plan', 'version': 1, 'event': {'title': 'Four'},
            'people': [{'id': f'p{i}', 'name': name} for i, name in enumerate(['Ann', 'Bob', 'Cleo', 'Dan'])],
            'tables': [{'id': f't{t}', 'number': t + 1, 'places': 2} for t in range(2)],
            'rounds': [{'id': 'r', 'minutes': 20, 'seating': {'t0': ['p0', 'p1'], 't1': ['p2', 'p3']}}],
            'rules': [{'id': 'u0', 'kind': 'apart', 'strength': 'should', 'people': ['p0', 'p1']}]}
    save('four.json', plan)
    out, _ = run('check', 'four.json')
    has(out, '  Ann in round 1: Swapping with Cleo would mend this and spoil nothing.\n')
    plan['rules'].append({'id': 'u1', 'kind': 'together', 'strength': 'must', 'people': ['p2', 'p3']})
    save('four.json', plan)
    out, _ = run('check', 'four.json')
    has(out, '  Ann in round 1: Swapping with Cleo would mend this, if it were not for one rule')
    plan['rounds'][0]['done'] = True
    save('four.json', plan)
    out, _ = run('check', 'four.json')
    assert 'would mend' not in out, out


def test_host_away():
    make_cafe()
    run('arrange', 'cafe.json')
    plan = read('cafe.json')
    host = plan['tables'][0]['host']
    for person in plan['people']:
        if person['id'] == host:
            person['attendance'] = 'absent'
    save('cafe.json', plan)
    has(run('check', 'cafe.json', status=1)[0], 'Chris Sayers is away:', '  The deputy takes over: not possible.',
        '  The table goes on without a host: wrong slips or moves 0, repeats 0,', '  Close Table 1, mix anew: ')


def test_arrange_too_few_chairs():
    make('few.json', '--preset', 'knowledge-cafe', '--tables', '4', '--places', '5', people='models/people.csv')
    run('arrange', 'few.json', '--seconds', '1', status=1)
    measures = check('few.json', status=1)['measures']
    tap.equal(measures['unseated']['found'] + measures['capacity']['found'] > 0, True)


def test_arrange_refuses():
    make('plenary.json', '--preset', 'plenary')
    refuse('arrange', 'plenary.json')
    refuse_json('arrange', 'plenary.json', code='refused')


def test_arrange_keep_issued():
    make_cafe()
    run('arrange', 'cafe.json')
    plan = read('cafe.json')
    starts = ['10:10', '10:40', '11:10']
    slips = {person['id']: [[next(table for table, row in each['seating'].items() if person['id'] in row), start]
                            for each, start in zip(plan['rounds'], starts)] for person in plan['people']}
    plan['issued'] = [{'revision': 'A', 'at': '2009-01-28T10:00', 'slips': slips}]
    save('cafe.json', plan)
    tap.equal(check('cafe.json')['measures']['slips_changed']['found'], 0)
    run('arrange', 'cafe.json', '--seed', '9', '-o', 'free.json')
    run('arrange', 'cafe.json', '--seed', '9', '--keep-issued', '-o', 'kept.json')
    tap.equal(check('free.json')['measures']['slips_changed']['found'] > 0, True)
    tap.equal(check('kept.json')['measures']['slips_changed']['found'], 0)


def test_two_hundred_cafes():
    """Lists of the café's shape: each is arranged without a repeat or colleagues at one table, and proven."""
    dice = random.Random(2009)
    for number in range(200):
        organisations = [f'Organisation {i}' for i in range(dice.randint(24, 40))]
        guests = dice.sample([name for name in organisations for _ in range(3)], 50)
        for name, people in ('guests.csv', guests), ('hosts.csv', dice.sample(organisations, 9)):
            write(name, 'Name,Organisation\n' + ''.join(f'{name} {i},{each}\n' for i, each in enumerate(people)))
        run('new', '--people', 'guests.csv', '--hosts', 'hosts.csv', '-o', 'random.json')
        said = json.loads(run('arrange', 'random.json', '--json')[0])
        if not said['proven']:
            raise AssertionError(f'list {number} is not proven: {said["measures"]}')
        tap.equal(said['measures']['repeats'], {'found': 0, 'bound': 0})
        tap.equal(list(recount.differences(read('random.json'), said)), [])


def test_samples():
    """The plans that come with Rotunda: no guest is seated in them, and they can be arranged."""
    for path in sorted((tests.parent / 'data/samples').glob('*.json')):
        write(path.name, path.read_text('utf-8'))
        check(path.name, status=1)
    for name in 'academics', 'inaugural', 'leadership-styles':
        tap.equal(json.loads(run('arrange', f'{name}.rotunda.json', '--json')[0])['proven'], True)
        check(f'{name}.rotunda.json')


# export

def export(*words):
    return list(csv.reader(io.StringIO(run('export', *words)[0])))


def test_output_is_no_input():
    make_cafe()
    people = (events / 'leadership-styles/people.csv').read_text()
    for name in 'people.csv', 'hosts.csv', 'themes.csv':
        write(name, people if name == 'people.csv' else 'Name,Theme\nAnn Lee,Schools\n')
    kept = {name: (folder / name).read_bytes() for name in ('people.csv', 'hosts.csv', 'themes.csv', 'cafe.json')}
    lists = ['--people', 'people.csv', '--hosts', 'hosts.csv', '--themes', 'themes.csv', '--earlier', 'cafe.json']
    for name in kept:
        refuse('new', *lists, '-o', name, says=[name, 'replaced'])
    refuse('export', 'cafe.json', '--as', 'people.csv', '-o', './cafe.json', says=['cafe.json', 'replaced'])
    refuse('import', 'cafe.json', 'people.csv', '-o', 'people.csv', says=['people.csv', 'replaced'])
    tap.equal({name: (folder / name).read_bytes() for name in kept}, kept)


def test_names_do_not_move_the_cursor():
    plan = make('x.json', people='models/people.csv')
    plan['people'][0]['name'] = 'Ann\x1b[31m \u009bLee \u202eoB'
    save('x.json', plan)
    said = run('check', 'x.json', status=1)[0]
    has(said, 'Ann\ufffd[31m')
    tap.equal([c for c in said if c in '\x1b\u009b\u202e'], [])
    said = run('import', 'x.json', write('p.csv', 'Name,Role\nBo Ek,\x1b[2Jking\n'))[1]
    has(said, '\ufffd[2Jking')
    tap.equal(json.loads(run('check', 'x.json', '--json', status=1)[0])['valid'], True)


def test_export_people():
    make_cafe()
    run('import', 'cafe.json', write('mail.csv', 'Name,Email,Diet\nImran Rahimi,i@k.org,vegan\n'))
    rows = export('cafe.json', '--as', 'people.csv')
    tap.equal(len(rows), 60)
    tap.equal(rows[1][:5], ['Imran Rahimi', '', 'Kensington and Chelsea', 'Local government', 'Head of Planning'])


def test_export_private():
    make_cafe()
    run('import', 'cafe.json', write('mail.csv', 'Name,Email,Diet\nImran Rahimi,i@k.org,vegan\n'))
    for table in 'people.csv', 'grid.csv', 'meetings.csv', 'slips.csv':
        out = run('export', 'cafe.json', '--as', table)[0]
        tap.equal('i@k.org' in out or 'vegan' in out, False)
    has(run('export', 'cafe.json', '--as', 'people.csv', '--private')[0], 'i@k.org', 'vegan')
    has(run('export', 'cafe.json', '--as', 'slips.csv', '--private')[0], 'i@k.org')


def test_export_reads_back():
    make('mail.json', people='as-they-arrive/comma-bom.csv')
    run('export', 'mail.json', '--as', 'people.csv', '--private', '-o', 'out.csv')
    tap.equal((folder / 'out.csv').stat().st_mode & 0o777, 0o600)
    run('new', '--people', 'out.csv', '-o', 'back.json')
    people = [[{key: value for key, value in person.items() if key != 'id'} for person in read(name)['people']]
              for name in ('mail.json', 'back.json')]
    tap.equal(people[1], people[0])


def test_export_grid_and_meetings():
    make_cafe()
    run('arrange', 'cafe.json')
    plan = read('cafe.json')
    grid = export('cafe.json', '--as', 'grid.csv')
    tap.equal(grid[0], ['Name', 'Organisation', 'Round 1', 'Round 2', 'Round 3'])
    numbers = {table['id']: f'Table {table["number"]}' for table in plan['tables']}
    for row, person in zip(grid[1:], plan['people'], strict=True):
        tap.equal(row[2:], [next(numbers[table] for table, chairs in each['seating'].items()
                                 if person['id'] in chairs) for each in plan['rounds']])
    meetings = export('cafe.json', '--as', 'meetings.csv')[1:]
    tap.equal(len(meetings), sum(n * (n - 1) // 2 for n in [6] * 5 + [5] * 4) * 3)
    tap.equal({row[4] for row in meetings}, {'1'})


def test_export_slips():
    make_cafe()
    run('arrange', 'cafe.json')
    rows = export('cafe.json', '--as', 'slips.csv')
    tap.equal(len(rows), 60)
    tap.equal(rows[0][2:6], ['Round 1 start', 'Round 1 table', 'Round 1 host', 'Round 1 theme'])
    tap.equal([rows[1][2], rows[1][6], rows[1][10]], ['10:10', '10:40', '11:10'])
    hosts = list(csv.DictReader(open(events / 'leadership-styles/hosts.csv', encoding='utf-8')))
    themes = {host['Name']: host['Theme'] for host in hosts}
    for row in rows[1:]:
        tap.equal([row[5], row[9], row[13]], [themes[row[4]], themes[row[8]], themes[row[12]]])


def test_export_refuses():
    make_cafe()
    for what in 'plan.ods', 'agenda', 'summary.txt', 'people', '':
        refuse('export', 'cafe.json', '--as', what, says=[what, 'people.csv'])
    refuse('export', 'nowhere.json', '--as', 'people.csv', says=['nowhere.json'], status=3)


# Reading and writing.

def test_nowhere_to_write():
    make_cafe()
    people = events / 'models/people.csv'
    refuse('new', '--people', people, '-o', 'no/x.json', status=3)
    refuse('import', 'cafe.json', people, '-o', 'no/x.json', status=3)
    refuse('arrange', 'cafe.json', '-o', 'no/x.json', status=3)
    refuse('export', 'cafe.json', '--as', 'grid.csv', '-o', 'no/x.csv', status=3)


def test_standard_output_is_full():
    make_cafe()
    for words in ('check', 'cafe.json'), ('export', 'cafe.json', '--as', 'people.csv'), ('--help',):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([cli, *words], stdout=full, stderr=subprocess.PIPE, cwd=folder)
        tap.equal(done.returncode, 3)
        has(done.stderr.decode(), 'Standard output')


def test_names_in_a_plain_locale():
    plain = {**os.environ, 'LC_ALL': 'C'}
    words = ['new', '--people', events / 'as-they-arrive/comma-bom.csv', '--title', 'Café', '-o', 'plain.json']
    subprocess.run([cli, *words], cwd=folder, check=True, capture_output=True, env=plain)
    tap.equal(read('plain.json')['event']['title'], 'Café')
    done = subprocess.run([cli, 'export', 'plain.json', '--as', 'people.csv'], cwd=folder, check=True,
                          capture_output=True, env=plain)
    has(done.stdout.decode(), 'Zoë Müller')


def test_nothing_is_left_behind():
    tap.equal([name for name in files() if not name.endswith(('.json', '.csv'))], [])


tap.run(*[case for name, case in list(globals().items()) if name.startswith('test_')])
