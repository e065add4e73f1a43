#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-export.py ROTUNDA-CLI TESTS: what `rotunda-cli export` gives other programs, read back."""

import csv
import datetime
import html.parser
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True

from program import cli, folder, has, run_raw as run  # noqa: E402
import tap  # noqa: E402

SECRETS = ['ann@secret.org', '+44 20 7946', 'ramp needed', 'no nuts', 'shy of lights']
NAMES = ['people.csv', 'grid.csv', 'meetings.csv', 'slips.csv', 'rounds.csv', 'plan.xlsx', 'agenda.ics', 'summary.md', 'grid.md', 'grid.html', 'floor.png', 'floor.svg']


def has_not(text, *words):
    for word in words:
        if word in text:
            raise AssertionError(f'{word!r} is in {text!r}')


def plan(**changes):
    """Nine people at three tables, and all that has to be escaped somewhere."""
    people = [{'id': f'p{i}', 'name': name, 'organisation': 'Brent & <Sons>, "BT"'} for i, name in enumerate(
        ['Ann Lee', '=1+1', 'A|B *c* _d_', '<b>Bo</b>', 'שלמה כהן', '李 小龍', 'Zoë; Ltd, x', 'Cy\\n Fox'])]
    people[0]['private'] = dict(zip(('email', 'phone', 'access', 'diet', 'notes'), SECRETS))
    people.append({'id': 'p8'})
    ids = [person['id'] for person in people]
    return {
        'format': 'rotunda-plan', 'version': 1,
        'event': {'title': 'Café; <one>, "two"', 'date': '2009-01-29', 'start': '10:10', 'venue': 'Hall 1, Church Street',
                  'purpose': 'To meet & talk'},
        'people': people,
        'themes': [{'id': 'h1', 'title': 'Parks | rivers'}],
        'tables': [{'id': f't{i}', 'number': i + 1, 'places': 4} for i in range(2)] +
                  [{'id': 't2', 'name': 'Blue <room>', 'places': 4, 'host': 'p0', 'theme': 'h1'}],
        'rounds': [{'id': f'r{r}', 'minutes': 25, 'changeover': 5,
                    'seating': {'t2': ['p0'] + ids[1 + r:3 + r],
                                't0': [None] + [x for x in ids[1:] if x not in ids[1 + r:3 + r]][:3],
                                't1': [None] + [x for x in ids[1:] if x not in ids[1 + r:3 + r]][3:]}} for r in range(2)],
        'rules': [{'id': 'u1', 'kind': 'repeats', 'strength': 'should'}],
        **changes}


def save(**changes):
    (folder / 'plan.json').write_text(json.dumps(plan(**changes)), 'utf-8')
    return 'plan.json'


def export(name, *words, **changes):
    return run('export', save(**changes), '--as', name, *words)[0]


def refuse(*words, says, status=2, env=None):
    before = sorted(os.listdir(folder))
    out, err = run(*words, status=status, env=env)
    tap.equal(out, b'')
    has(err, *says)
    tap.equal(sorted(os.listdir(folder)), before)


# All of them

def test_private_only_when_asked():
    for name in NAMES:
        data = export(name)
        text = ' '.join(map(str, sheets(data).values())) if name.endswith('.xlsx') else data.decode('utf-8', 'replace')
        has_not(text, *SECRETS)


def test_file_is_the_same_as_output():
    for name in NAMES:
        if name.endswith(('.csv', '.md', '.html')):
            out = export(name)
            run('export', 'plan.json', '--as', name, '-o', 'out')
            tap.equal((folder / 'out').read_bytes(), out)
            (folder / 'out').unlink()


def test_nobody_else_may_read():
    for name in NAMES:
        run('export', save(), '--as', name, '-o', 'mine')
        tap.equal((folder / 'mine').stat().st_mode & 0o777, 0o600)
        (folder / 'mine').unlink()


def test_nowhere_to_write():
    save()
    for name in NAMES:
        refuse('export', 'plan.json', '--as', name, '-o', 'no/x', says=['no'], status=3)


def test_names_in_the_refusal():
    save()
    refuse('export', 'plan.json', '--as', 'plan.ods', says=['plan.ods', *NAMES])
    refuse('export', 'plan.json', says=['--as', *NAMES])


def test_output_is_no_input():
    save()
    before = (folder / 'plan.json').read_bytes()
    for name in NAMES:
        refuse('export', 'plan.json', '--as', name, '-o', 'plan.json', says=['replaced'])
    tap.equal((folder / 'plan.json').read_bytes(), before)


def test_standard_output_is_full():
    save()
    for name in NAMES:
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([cli, 'export', 'plan.json', '--as', name], stdout=full, stderr=subprocess.PIPE, cwd=folder)
        tap.equal(done.returncode, 3)


def test_empty_plan():
    (folder / 'plan.json').write_text('{"format": "rotunda-plan", "version": 1}')
    for name in NAMES:
        if name not in ('agenda.ics', 'floor.png', 'floor.svg'):
            run('export', 'plan.json', '--as', name)


# The workbook

SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
SHEETS = ['People', 'Grid', 'Meetings', 'Slips', 'Rounds']


def value(cell):
    if cell.get('t') == 'inlineStr':
        return ''.join(cell.itertext())
    return float(cell.find(SHEET + 'v').text)


def column(cell):
    letters = re.match('[A-Z]+', cell.get('r')).group()
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def sheets(data):
    """The rows of each sheet by its name; cells by their column."""
    book = zipfile.ZipFile(io.BytesIO(data))
    tap.equal(book.testzip(), None)
    names = [sheet.get('name') for sheet in ET.fromstring(book.read('xl/workbook.xml')).iter(SHEET + 'sheet')]
    result = {}
    for i, name in enumerate(names):
        root = ET.fromstring(book.read(f'xl/worksheets/sheet{i + 1}.xml'))
        result[name] = [{column(cell): value(cell) for cell in row} for row in root.iter(SHEET + 'row')]
    return result


def texts(row, n):
    return [str(row.get(i, '')) for i in range(n)]


def test_workbook():
    book = sheets(export('plan.xlsx'))
    tap.equal(list(book), SHEETS)


def test_workbook_says_what_the_tables_say():
    book = sheets(export('plan.xlsx', '--private'))
    for sheet, name in zip(SHEETS[:2], NAMES):
        rows = list(csv.reader(io.StringIO(run('export', 'plan.json', '--as', name, '--private')[0].decode())))
        tap.equal([texts(row, len(rows[0])) for row in book[sheet]],
                  [[re.sub("^'(?=[=+])", '', cell) for cell in row] for row in rows])


def test_workbook_numbers_and_times():
    book = sheets(export('plan.xlsx'))
    tap.equal({type(row[4]) for row in book['Meetings'][1:]}, {float})
    day = (datetime.date(2009, 1, 29) - datetime.date(1899, 12, 30)).days
    tap.equal([[row[0], row[2], round(row[3] * 1440), round(row[4] * 1440)] for row in book['Rounds'][1:]],
              [[1, day, 610, 635], [2, day, 640, 665]])
    tap.equal(round(book['Slips'][1][2] * 1440), 610)


def test_workbook_looks_of_dates():
    book = zipfile.ZipFile(io.BytesIO(export('plan.xlsx')))
    styles = ET.fromstring(book.read('xl/styles.xml'))
    formats = {each.get('numFmtId'): each.get('formatCode') for each in styles.iter(SHEET + 'numFmt')}
    looks = [formats.get(each.get('numFmtId')) for each in styles.find(SHEET + 'cellXfs')]
    cells = {cell.get('r'): looks[int(cell.get('s', 0))] for cell in
             ET.fromstring(book.read('xl/worksheets/sheet5.xml')).iter(SHEET + 'c')}
    tap.equal([cells['C2'], cells['D2']], ['yyyy-mm-dd', 'hh:mm'])


def test_workbook_heads_stay():
    book = zipfile.ZipFile(io.BytesIO(export('plan.xlsx')))
    for i in range(len(SHEETS)):
        root = ET.fromstring(book.read(f'xl/worksheets/sheet{i + 1}.xml'))
        pane = next(root.iter(SHEET + 'pane'))
        tap.equal([pane.get('ySplit'), pane.get('state')], ['1', 'frozen'])
        tap.equal(all(8 < float(each.get('width')) < 60 for each in root.iter(SHEET + 'col')), True)


def test_workbook_private():
    people = sheets(export('plan.xlsx', '--private'))['People']
    tap.equal([people[1][i] for i in range(11, 16)], SECRETS)
    tap.equal(people[0][11], 'Email')


def test_workbook_strange_texts():
    people = [{'id': 'p1', 'name': 'x' * 40000}, {'id': 'p2', 'name': 'a\ufffeb\uffff'}, {'id': 'p3', 'name': 'tab\tbell\x07'}]
    rows = sheets(export('plan.xlsx', people=people, tables=[], rounds=[]))['People']
    tap.equal([len(rows[1][0]), rows[1][0][-1]], [32767, '…'])
    tap.equal(rows[2][0], 'a\ufffdb\ufffd')


def test_workbook_before_1900():
    book = sheets(export('plan.xlsx', event={'date': '1895-05-05', 'start': '10:00'}))
    tap.equal(book['Rounds'][1][2], '1895-05-05')


def test_workbook_without_room():
    """Only our own sentence is said, and nothing is left."""
    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    save()
    temporary = folder / 'little'
    temporary.mkdir()
    done = subprocess.run([cli, 'export', 'plan.json', '--as', 'plan.xlsx'], capture_output=True, cwd=folder,
                          env={**os.environ, 'TMPDIR': str(temporary)}, preexec_fn=little_room)
    tap.equal((done.returncode, done.stdout, len(done.stderr.decode().splitlines())), (3, b'', 1))
    has(done.stderr.decode(), 'there is no room', str(temporary))
    tap.equal(list(temporary.iterdir()), [])


def test_workbook_leaves_no_temporary_files():
    (folder / 'temporary').mkdir(exist_ok=True)
    run('export', save(), '--as', 'plan.xlsx', env={'TMPDIR': str(folder / 'temporary')})
    tap.equal(os.listdir(folder / 'temporary'), [])
    refuse('export', 'plan.json', '--as', 'plan.xlsx', '-o', 'x.xlsx', says=['nowhere'], status=3,
           env={'TMPDIR': str(folder / 'nowhere')})


# The calendar

def entries(data):
    """The entries of a calendar, by what RFC 5545 says of lines and escapes."""
    text = data.decode()
    tap.equal([text.startswith('BEGIN:VCALENDAR\r\n'), text.endswith('END:VCALENDAR\r\n'), '\n' in text.replace('\r\n', '')],
              [True, True, False])
    tap.equal([line for line in text.encode().split(b'\r\n') if len(line) > 75], [])
    lines = text.replace('\r\n ', '').split('\r\n')
    tap.equal({'VERSION:2.0', 'METHOD:PUBLISH'} <= set(lines), True)
    result = []
    for line in lines:
        key, _, said = line.partition(':')
        if line == 'BEGIN:VEVENT':
            result.append({})
        elif result and key not in ('BEGIN', 'END'):
            result[-1][key] = re.sub(r'\\(.)', lambda at: {'n': '\n', 'N': '\n'}.get(at[1], at[1]), said)
    return result


def test_calendar():
    first, second = entries(export('agenda.ics'))
    tap.equal([first['DTSTART'], first['DTEND'], second['DTSTART'], second['DTEND']],
              ['20090129T101000', '20090129T103500', '20090129T104000', '20090129T110500'])
    tap.equal([first['SUMMARY'], first['LOCATION']], ['Café; <one>, "two": Round 1', 'Hall 1, Church Street'])
    tap.equal(bool(re.fullmatch(r'\d{8}T\d{6}Z', first['DTSTAMP'])), True)


AGENDA = [{'id': 's1', 'kind': 'keynote', 'title': 'Why; what, where\\', 'minutes': 30, 'speakers': ['p0', 'p4']},
          {'id': 's2', 'kind': 'rounds', 'rounds': ['r0', 'r1']}, {'id': 's3', 'kind': 'break'},
          {'id': 's4', 'kind': 'panel', 'minutes': 60}]


def test_calendar_of_an_agenda():
    said = entries(export('agenda.ics', agenda=AGENDA, event={'title': 'T', 'date': '2009-01-29', 'start': '10:10'}))
    tap.equal([(each['SUMMARY'], each['DTSTART'][9:13], each.get('DTEND', '')[9:13]) for each in said],
              [('T: Why; what, where\\', '1010', '1040'), ('T: Round 1', '1040', '1105'), ('T: Round 2', '1110', '1135'),
               ('T: Break', '1135', ''), ('T: Panel', '1135', '1235')])
    tap.equal(said[0]['DESCRIPTION'], 'Ann Lee, שלמה כהן')
    tap.equal('LOCATION' in said[0], False)


def test_calendar_names_entries_alike():
    """The entry is the same one at another time and place, and another one in another event."""
    def uids(**event):
        return [each['UID'] for each in entries(export('agenda.ics', event=event))]
    first = uids(title='T', date='2009-01-29', start='10:10', venue='A')
    tap.equal(len(set(first)), 2)
    tap.equal(uids(title='T', date='2009-01-29', start='11:30', venue='B'), first)
    tap.equal(set(uids(title='T', date='2010-01-29', start='10:10')) & set(first), set())


def test_calendar_after_midnight():
    said = entries(export('agenda.ics', event={'date': '2009-12-31', 'start': '23:50'}))
    tap.equal([said[0]['DTEND'], said[1]['DTSTART']], ['20100101T001500', '20100101T002000'])


def test_calendar_without_a_clock():
    for event in {'title': 'T'}, {'date': '2009-01-29'}, {'start': '10:00'}:
        save(event=event)
        refuse('export', 'plan.json', '--as', 'agenda.ics', '-o', 'a.ics', says=['date', 'start'])
    save(rounds=[])
    refuse('export', 'plan.json', '--as', 'agenda.ics', says=['round'])


# Markdown

def cells(line):
    """The cells of a row of Markdown, as their readers show them."""
    parts = re.split(r'(?<!\\)\|', line)[1:-1]
    return [[re.sub(r'\\(.)', r'\1', text).replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')
             for text in part.strip().split('<br>')] for part in parts]


def test_markdown():
    text = export('grid.md').decode()
    rows = [cells(line) for line in text.splitlines() if line.startswith('|')]
    tap.equal(rows[0], [['Table'], ['Round 1', '10:10 to 10:35'], ['Round 2', '10:40 to 11:05']])
    tap.equal(rows[1], [['---']] * 3)
    tap.equal([row[0] for row in rows[2:]], [['Table 1'], ['Table 2'], ['Blue <room>']])
    tap.equal(rows[4][1], ['“Parks | rivers”', '**Ann Lee**', '=1+1', 'A|B *c* _d_'])
    tap.equal(rows[2][1], ['<b>Bo</b>', 'שלמה כהן', '李 小龍'])
    has(text, '# Café; &lt;one&gt;, "two"\n', '2009-01-29 · Hall 1, Church Street\n', '- Repeats ')
    has_not(text, 'To meet')
    tap.equal(text.endswith('|\n'), True)


def test_markdown_escapes():
    people = [{'id': 'p1', 'name': '# `x` [a](b) \\| ~~c~~'}]
    text = export('grid.md', people=people, tables=[], rounds=[{'id': 'r1'}], event={'title': '1. - x'}).decode()
    has(text, '\\# \\`x\\` \\[a\\](b) \\\\\\| \\~\\~c\\~\\~', 'no table yet')


def test_summary():
    text = export('summary.md', agenda=AGENDA).decode()
    has(text, 'To meet &amp; talk\n', '- 10:10 to 10:40 · Why; what, where\\\\ · Ann Lee, ', '- 10:40 to 11:05 · Round 1\n',
        '\n- Repeats ', '**Ann Lee**')


def test_measures_say_what_check_says():
    said = run('check', save(), status=0)[0].decode()
    repeats = re.search('Repeats .*', said).group()
    has(run('export', 'plan.json', '--as', 'grid.md')[0].decode(), f'- {repeats}\n')


# The web page

VOID = {'meta', 'br'}


class Page(html.parser.HTMLParser):
    """Reads a page that has to close what it opens."""

    def __init__(self, data):
        super().__init__()
        self.open, self.tags, self.rows, self.attributes = [], [], [], {}
        self.feed(data.decode())
        self.close()
        tap.equal(self.open, [])

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes.setdefault(tag, dict(attributes))
        if tag not in VOID:
            self.open.append(tag)
        if tag == 'tr':
            self.rows.append([])
        if tag in ('td', 'th'):
            self.rows[-1].append([])

    def handle_endtag(self, tag):
        tap.equal(self.open.pop(), tag)

    def handle_data(self, data):
        if 'bdi' in self.open:
            self.rows[-1][-1].append(data)


def test_page():
    page = Page(export('grid.html'))
    tap.equal(page.attributes['html'], {'lang': 'en', 'dir': 'ltr'})
    tap.equal(page.attributes['meta'], {'charset': 'utf-8'})
    tap.equal([page.rows[3][0], page.rows[3][1]],
              [['Blue <room>'], ['“Parks | rivers”', 'Ann Lee', '=1+1', 'A|B *c* _d_']])
    tap.equal(page.rows[1][1], ['<b>Bo</b>', 'שלמה כהן', '李 小龍'])
    tap.equal([tag for tag in page.tags if tag in ('script', 'link', 'img', 'iframe')], [])
    tap.equal(page.tags.count('b'), 2)


def test_page_of_an_empty_plan():
    (folder / 'plan.json').write_text('{"format": "rotunda-plan", "version": 1}')
    tap.equal(Page(run('export', 'plan.json', '--as', 'grid.html')[0]).rows, [])


# Pictures of the room

def size_of(png):
    return int.from_bytes(png[16:20], 'big'), int.from_bytes(png[20:24], 'big')


def test_floor_png():
    room = {'width': 1600, 'height': 800}
    tables = [{**table, 'x': 300 + 500 * i, 'y': 400} for i, table in enumerate(plan()['tables'])]
    bare = export('floor.png', room=room, tables=tables)
    tap.equal((bare[:8], bare[-8:-4]), (b'\x89PNG\r\n\x1a\n', b'IEND'))
    width, height = size_of(bare)
    # The room is twice as wide as it is high; above it stands what it is.
    tap.equal((width > 2000, 1.6 < width / height < 2), (True, True))
    tap.equal(len({bare, *[export('floor.png', '--round', n, room=room, tables=tables) for n in (1, 2)]}), 3)


def test_floor_svg():
    drawn = [export('floor.svg'), export('floor.svg', '--round', 1), export('floor.svg', '--round', 2)]
    tap.equal(len(set(drawn)), 3)
    for text in drawn:
        root = ET.fromstring(text)
        tap.equal(root.tag, '{http://www.w3.org/2000/svg}svg')
        # Shapes only: no picture inside that would be coarse when enlarged.
        tap.equal([e.tag for e in root.iter() if e.tag.endswith('}image')], [])


def test_floor_of_no_round():
    save()
    for name, number, says in (('floor.png', 7, 'There is no round 7'), ('floor.svg', -1, '--round takes'),
                               ('grid.csv', 1, '--round takes')):
        refuse('export', 'plan.json', '--as', name, f'--round={number}', says=[says])


def test_floor_without_tables():
    refuse('export', save(tables=[], rounds=[]), '--as', 'floor.png', says=['There are no tables'])


tap.run(*[case for name, case in list(globals().items()) if name.startswith('test_')])
