#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-print.py ROTUNDA-CLI TESTS: what `rotunda-cli print` puts on paper, read back from its PDFs."""

import collections
import copy
import html
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True

from program import events, folder, has, read, run, save  # noqa: E402
import tap  # noqa: E402

KINDS = 'sign|slips|host sheet|wall list|grid|floor plan|badges|place cards|agenda|feedback forms|rule cards'
USUAL = {'sign': 9, 'slips': 7, 'host sheet': 9, 'wall list': 1, 'grid': 1, 'floor plan': 1, 'badges': 8}
A4, LETTER = (595.28, 841.89), (612, 792)
# For names of other scripts, where the sanitizers are on: whole stacks, slow as they are, tell the list that
# cairo itself leaves behind by who asked for it.
WHOLE_STACKS = {**os.environ, 'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', '') + ':fast_unwind_on_malloc=0'}


def tool(*words):
    return subprocess.run(words, capture_output=True, cwd=folder, check=True).stdout.decode()


def texts(pdf, *options):
    """The text of each page."""
    return tool('pdftotext', *options, pdf, '-').split('\f')[:-1]


def flat(text):
    return ' '.join(text.split())


def kinds(pdf):
    """How many pages there are of each kind, by their footers."""
    return dict(collections.Counter(kind_of(text) for text in texts(pdf, '-layout')))


def kind_of(text):
    return re.search(rf'Printed .* · ({KINDS}) \d+ of \d+', text)[1]


def pages_of(pdf, kind, *options):
    return [text for text in texts(pdf, *options) if kind_of(text) == kind]


def words_of(pdf):
    """(page size, [(word, xmin, ymin, xmax, ymax)]) of each page."""
    pages = []
    for line in tool('pdftotext', '-bbox', pdf, '-').splitlines():
        numbers = [float(n) for n in re.findall(r'"(-?[\d.]+)"', line)]
        if '<page' in line:
            pages.append((numbers, []))
        elif '<word' in line:
            pages[-1][1].append((html.unescape(re.search('>(.*)<', line)[1]), *numbers))
    return pages


def sizes_of(pdf):
    """[(word, size in points)] of each page. How high a word is says less: fonts are embedded in ways that differ."""
    pages = []
    sizes = {}
    for line in tool('pdftohtml', '-xml', '-stdout', '-i', '-zoom', '3', pdf).splitlines():
        if '<page' in line:
            pages.append([])
        elif font := re.search(r'<fontspec id="(\d+)" size="(\d+)"', line):
            sizes[font[1]] = int(font[2]) / 3
        elif text := re.search(r' font="(\d+)">(.*)</text>', line):
            words = html.unescape(re.sub('<[^>]*>', '', text[2])).split()
            pages[-1] += [(word, sizes[text[1]]) for word in words]
    return pages


def inside(pdf, margin=10):
    """Every word is on its page, and nothing is painted in the margin that printers cannot reach."""
    for (width, height), words in words_of(pdf):
        for word, left, top, right, bottom in words:
            if left < 0 or top < 0 or right > width or bottom > height:
                raise AssertionError(f'{word!r} of {pdf} is outside: {left} {top} {right} {bottom}')
    pictures = subprocess.run(['pdftoppm', '-r', '36', '-gray', pdf], capture_output=True, cwd=folder, check=True).stdout
    edge = margin // 2
    while pictures:
        head = re.match(rb'P5\s+(\d+)\s+(\d+)\s+255\s', pictures)
        width, height = int(head[1]), int(head[2])
        dots, pictures = pictures[head.end():head.end() + width * height], pictures[head.end() + width * height:]
        rows = [dots[y * width:(y + 1) * width] for y in range(height)]
        outside = rows[:edge] + rows[-edge:] + [row[:edge] + row[-edge:] for row in rows]
        tap.equal((pdf, {dot for row in outside for dot in row}), (pdf, {255}))


def make_cafe():
    """The hosted café, arranged; the same for all who ask."""
    if not (folder / 'cafe.json').exists():
        run('new', '--people', events / 'leadership-styles/people.csv', '--hosts',
            events / 'leadership-styles/hosts.csv', '--title', 'Leadership styles', '--date', '2009-01-29',
            '--start', '10:10', '-o', 'cafe.json')
        run('arrange', 'cafe.json')
        plan = read('cafe.json')
        plan['themes'] = [{'id': f'h{i}', 'title': title} for i, title in enumerate(
            ['Leading through others', 'Leading a place', 'Leading change', 'Leading in hard times',
             'Leading across boundaries', 'Leading with values', 'Leading for business', 'Leading a city',
             'Leading improvement'])]
        for table, theme in zip(plan['tables'], plan['themes']):
            table['theme'] = theme['id']
        save('cafe.json', {key: plan[key] for key in sorted(plan, key=lambda key: key != 'format')})
    return read('cafe.json')


def make_usual():
    plan = make_cafe()
    if not (folder / 'usual.pdf').exists():
        run('print', 'cafe.json', '--sheets', 'usual', '-o', 'usual.pdf')
    return plan


def names(plan):
    return {person['id']: person['name'] for person in plan['people']}


def hosts(plan):
    return {table['host'] for table in plan['tables'] if 'host' in table}


def way(plan, person):
    """The number of somebody's table in each round."""
    numbers = {table['id']: str(table['number']) for table in plan['tables']}
    return [next((numbers[table] for table, row in round_['seating'].items() if person in row), None)
            for round_ in plan['rounds']]


def slips_of(pdf, columns=2, rows=4):
    """The text of every piece that is cut out of the pages, its lines from top to bottom."""
    slips = []
    for size, words in words_of(pdf):
        width, height = (size[0] - 68) / columns, (size[1] - 68 - 24) / rows
        for i in range(columns * rows):
            x, y = 34 + i % columns * width, 34 + i // columns * height
            here = [(round(bottom), left, word) for word, left, top, right, bottom in words
                    if x <= left < x + width and y <= (top + bottom) / 2 < y + height]
            lines = {}
            for bottom, left, word in sorted(here):
                line = next((other for other in lines if abs(other - bottom) <= 2), bottom)
                lines.setdefault(line, []).append((left, word))
            if here:
                slips.append('\n'.join(' '.join(word for left, word in sorted(lines[line])) for line in sorted(lines)))
    return slips


# The pack.

def test_usual_pages():
    make_usual()
    tap.equal(kinds('usual.pdf'), USUAL)


def test_page_numbers():
    make_usual()
    found = re.findall(rf'({KINDS}) (\d+) of (\d+)', '\n'.join(texts('usual.pdf', '-layout')))
    tap.equal(found, [(kind, str(i + 1), str(n)) for kind, n in USUAL.items() for i in range(n)])


def test_all_sheets():
    make_cafe()
    out, err = run('print', 'cafe.json', '--sheets', 'all', '-o', 'all.pdf')
    tap.equal(kinds('all.pdf'), {**USUAL, 'place cards': 2, 'agenda': 1, 'feedback forms': 25})
    inside('all.pdf')


def test_paper():
    make_usual()
    has(tool('pdfinfo', 'usual.pdf'), '595.276 x 841.89 pts (A4)')
    run('print', 'cafe.json', '--sheets', 'usual', '--paper', 'letter', '-o', 'letter.pdf')
    has(tool('pdfinfo', 'letter.pdf'), '612 x 792 pts (letter)')
    tap.equal(kinds('letter.pdf'), USUAL)
    inside('letter.pdf')


def test_fonts_are_in_the_file():
    make_usual()
    lines = tool('pdffonts', 'usual.pdf').splitlines()[2:]
    tap.equal({line.split()[-5] for line in lines}, {'yes'})


def test_nothing_is_outside():
    make_usual()
    inside('usual.pdf')


def test_every_guest_has_one_slip():
    plan = make_usual()
    pages = ' '.join(flat(text) for text in pages_of('usual.pdf', 'slips'))
    for person, name in names(plan).items():
        if person in hosts(plan):
            continue
        tap.equal((name, len(re.findall(rf'(?<!\w){re.escape(name)}(?!\w)', pages))), (name, 1))


def test_slips_say_where_to_go():
    plan = make_cafe()
    run('print', 'cafe.json', '--sheets', 'slips', '-o', 'slips.pdf')
    slips = slips_of('slips.pdf')
    tap.equal(len(slips), 50)
    found = {}
    for text in slips:
        name = text.strip().splitlines()[0].strip()
        lines = re.findall(r'(\d\d:\d\d)\s+(\d+)\b|(?:Table)', text)
        times = re.findall(r'^\s*(\d\d:\d\d)', text, re.MULTILINE)
        numbers = re.findall(r'(?<![\d:])(\d{1,2})(?![\d:,]| \w{3} )', re.sub(r'.*ends.*', '', text))
        found[name] = (times, numbers[:3], bool(lines))
    wanted = {name: (['10:10', '10:40', '11:10'], way(plan, person), True)
              for person, name in names(plan).items() if person not in hosts(plan)}
    tap.equal(found, wanted)


def codes_of(pdf):
    """What a phone reads on each page; as bytes, because zbar guesses at the script of a text."""
    tool('pdftoppm', '-r', '180', '-gray', pdf, 'code')
    pictures = sorted(path.name for path in folder.glob('code-*.pgm'))
    texts_ = tool('zbarimg', '--nodbus', '-q', '--raw', '-Sdisable', '-Sqrcode.enable',
                  '-Sbinary', *pictures)
    for picture in pictures:
        (folder / picture).unlink()
    return texts_


def test_codes_say_where_to_go():
    plan = make_cafe()
    guests = [person for person in plan['people'] if person['id'] not in hosts(plan)]
    for person, name in zip(guests, ['王小明', 'محمد الفارسي', 'Zoë Nuñez', 'Wolfeschlegelsteinhausenbergerdorff Bach']):
        person['name'] = name
    run('print', save('codes.json', plan), '--sheets', 'slips', '--qr', '-o', 'codes.pdf', env=WHOLE_STACKS)
    tap.equal(kinds('codes.pdf'), {'slips': 7})
    inside('codes.pdf')
    found, leads = codes_of('codes.pdf'), {table['number']: names(plan)[table['host']] for table in plan['tables']}
    for person in guests:
        lines = [f'{time} Table {number}, {leads[int(number)]}'
                 for time, number in zip(['10:10', '10:40', '11:10'], way(plan, person['id']))]
        text = '\n'.join(['Leadership styles, 29 January 2009', person['name'], *lines])
        tap.equal((person['name'], found.count(text)), (person['name'], 1))
    run('print', 'codes.json', '--sheets', 'slips', '-o', 'no-codes.pdf', env=WHOLE_STACKS)
    tap.equal(pages_of('codes.pdf', 'slips')[0].split()[:2], pages_of('no-codes.pdf', 'slips')[0].split()[:2])


def test_codes_of_many_rounds():
    plan = make_cafe()
    plan['rounds'] = [{'id': f'r{i}', 'minutes': 10, 'changeover': 2, 'seating': plan['rounds'][i % 3]['seating']}
                      for i in range(12)]
    run('print', save('codes.json', plan), '--sheets', 'slips', '--qr', '-o', 'codes.pdf')
    inside('codes.pdf')
    found = codes_of('codes.pdf')
    tap.equal([found.count('\n10:10 Table'), found.count('\n12:22 Table')], [50, 50])


def test_slips_go_by_surname():
    plan = make_cafe()
    run('print', 'cafe.json', '--sheets', 'slips', '-o', 'slips.pdf')
    found = [text.strip().splitlines()[0].strip() for text in slips_of('slips.pdf')]
    tap.equal(found, sorted(found, key=lambda name: (name.split()[-1], name)))


def test_everybody_is_once_on_the_wall():
    plan = make_usual()
    page, = pages_of('usual.pdf', 'wall list')
    for name in names(plan).values():
        first, last = name.rsplit(' ', 1)
        tap.equal((name, flat(page).count(f'{last}, {first}')), (name, 1))
    has(page, '59 people')


def test_the_wall_says_the_tables():
    plan = make_usual()
    page, = pages_of('usual.pdf', 'wall list', '-layout')
    for person, name in names(plan).items():
        first, last = name.rsplit(' ', 1)
        after = page.split(f'{last}, {first} ', 1)[1].split('\n', 1)[0]
        if person in hosts(plan):
            number = next(str(table['number']) for table in plan['tables'] if table.get('host') == person)
            tap.equal((name, re.match(r' *host, stays at (\d+)', after)[1]), (name, number))
        else:
            tap.equal((name, after.split()[:3]), (name, way(plan, person)))


def test_every_table_has_its_sign():
    plan = make_usual()
    signs = pages_of('usual.pdf', 'sign')
    themes = {theme['id']: theme['title'] for theme in plan['themes']}
    for table, sign in zip(plan['tables'], signs, strict=True):
        lower = flat(sign)
        has(lower, str(table['number']), themes[table['theme']], names(plan)[table['host']])


def test_signs_are_read_from_afar():
    make_usual()
    tap.equal(max(size for word, size in sizes_of('usual.pdf')[3] if word == '4') > 120, True)


def test_host_sheets_have_their_guests():
    plan = make_usual()
    for table, sheet in zip(plan['tables'], pages_of('usual.pdf', 'host sheet', '-layout'), strict=True):
        for round_, part in zip(plan['rounds'], re.split(r'Round \d', sheet)[1:], strict=True):
            guests = [names(plan)[person] for person in round_['seating'][table['id']] if person != table['host']]
            has(part, *guests, f'{len(guests)} guests')


def test_grid_has_everybody():
    plan = make_usual()
    page, = pages_of('usual.pdf', 'grid')
    for person, name in names(plan).items():
        tap.equal((name, flat(page).count(name)), (name, 1 if person in hosts(plan) else 3))
    has(flat(page), '50 guests', '9 hosts', 'repeats 0, at least 0: proven')


def test_badges_have_everybody():
    plan = make_usual()
    pages = ' '.join(flat(text) for text in pages_of('usual.pdf', 'badges'))
    wanted = collections.Counter(name.rsplit(' ', 1)[1] for name in names(plan).values())
    for last, n in wanted.items():
        tap.equal((last, len(re.findall(rf'(?<!\w){last}(?!\w)', pages)) >= n), (last, True))


def test_footers():
    make_usual()
    for text in texts('usual.pdf', '-layout'):
        has(flat(text), 'draft', 'Leadership styles · 29 January 2009', 'Printed ')


def test_pages_are_turned_for_languages_from_right_to_left():
    plan = make_usual()
    for language in ('ar_EG', 'he'):
        run('print', 'cafe.json', '--sheets', 'usual', '-o', 'turned.pdf',
            env={**os.environ, 'LANGUAGE': language, 'LC_ALL': 'C.UTF-8'})
        inside('turned.pdf')
        pages, turned = words_of('usual.pdf'), words_of('turned.pdf')
        tap.equal(len(turned), len(pages))
        for (size, words), (_, others) in zip(pages, turned):
            for word in ('Printed', 'Leadership'):
                x, other = [next(left for text, left, top, *_ in reversed(each) if text == word and top > 780)
                            for each in (words, others)]
                tap.equal((word, x < A4[0] / 2), (word, other > A4[0] / 2))
        for (_, words), (_, others) in list(zip(pages, turned))[9:16]:
            names_ = {person['name'].split()[-1] for person in plan['people']}
            place = [[(text, left > A4[0] / 2) for text, left, top, right, bottom in each
                      if text in names_ and bottom - top > 20] for each in (words, others)]
            tap.equal(sorted(place[0]), sorted((text, not side) for text, side in place[1]))


def test_badges_on_both_sides():
    plan = make_cafe()
    run('print', 'cafe.json', '--sheets', 'badges', '--double-sided', '-o', 'both.pdf')
    tap.equal(kinds('both.pdf'), {'badges': 16})
    first = min((person for person in plan['people']), key=lambda person: person['name'].split()[-1])
    front, back = words_of('both.pdf')[:2]
    middle = A4[0] / 2
    surname = first['name'].split()[-1]
    tap.equal([next(left for word, left, *_ in words if word == surname) < middle for _, words in (front, back)],
              [True, False])
    tap.equal(any(word == '10:10' and top < 780 for word, _, top, *_ in front[1]), False)
    tap.equal(any(word == '10:10' for word, *_ in back[1]), True)


def test_badges_of_any_size():
    plan = make_cafe()
    # Millimetres: left, top, across, down, and how many there are in a row and in a column.
    sheets = {'L4785': (17.5, 13.5, 95, 55, 2, 5), 'L7418': (19, 38.5, 86, 55, 2, 4),
              '3425': (0, 6, 105, 57, 2, 5), '5395': (17.4625, 14.816, 95.25, 63.5, 2, 4),
              '5390': (19.05, 25.4, 88.9, 57.15, 2, 4), '5392': (6.35, 25.4, 101.6, 76.2, 2, 3),
              '60x40': (15, 18.25, 60, 40, 3, 6)}
    by_surname = sorted(plan['people'], key=lambda person: (person['name'].split()[-1], person['name']))
    for name, (left, top, across, down, columns, rows) in sheets.items():
        run('print', 'cafe.json', '--sheets', 'badges', '--badges', name, '-o', 'labels.pdf')
        pages = words_of('labels.pdf')
        tap.equal((name, len(pages)), (name, -(-59 // (columns * rows))))
        tap.equal((name, [round(n) for n in pages[0][0]]), (name, [612, 792] if name[:2] == '53' else [595, 842]))
        for i, person in enumerate(by_surname):
            page, at = divmod(i, columns * rows)
            x, y = ((left + at % columns * across) * 72 / 25.4, (top + at // columns * down) * 72 / 25.4)
            here = [word for word, x1, y1, x2, y2 in pages[page][1]
                    if x <= x1 and x2 <= x + across * 72 / 25.4 and y - 4 <= y1 and y2 <= y + down * 72 / 25.4]
            has(' '.join(here), person['name'].split()[-1])
        has(flat(texts('labels.pdf')[0]), 'draft', 'Leadership styles', f'badges 1 of {len(pages)}')
        tap.equal((name, max(size for word, size in sizes_of('labels.pdf')[0]) >= 40), (name, down >= 50))


def test_the_back_lies_behind_its_label():
    make_cafe()
    for name, width in {'L4785': 80, '5395': 85.725, '54x86': 54}.items():
        run('print', 'cafe.json', '--sheets', 'badges', '--badges', name, '--double-sided', '-o', 'behind.pdf')
        (size, front), (_, back) = words_of('behind.pdf')[:2]
        label = width * 72 / 25.4
        offsets = set()
        for first in ('Mei', 'Freya'):
            (x1, y1), (x2, y2) = [next((left, top) for word, left, top, *_ in side if word == first)
                                  for side in (front, back)]
            # Both begin at the same distance from the left edge of their side of the label.
            tap.equal((name, round(x1 + x2 - 2 * min(16, label * 0.07))), (name, round(size[0] - label)))
            offsets.add(round((y2 - y1) / 20))
        tap.equal((name, len(offsets)), (name, 1))


def test_large_print():
    make_cafe()
    run('print', 'cafe.json', '--sheets', 'usual', '--large', '-o', 'large.pdf')
    tap.equal(kinds('large.pdf')['slips'], 25)
    inside('large.pdf')
    page = sizes_of('large.pdf')[9 + 25 + kinds('large.pdf')['host sheet']]
    tap.equal(next(size for word, size in page if word in ('Anderson,', 'Anderson')) >= 15, True)


# Plans that are not like the café.

def test_before_arranging():
    plan = make_cafe()
    for round_ in plan['rounds']:
        del round_['seating']
    run('print', save('empty.json', plan), '--sheets', 'usual', '-o', 'empty.pdf')
    tap.equal(kinds('empty.pdf')['slips'], 7)
    has(flat(pages_of('empty.pdf', 'slips')[0]), 'no table yet')


def test_no_hosts():
    run('new', '--people', events / 'leadership-styles/people.csv', '--preset', 'knowledge-cafe', '-o', 'free.json')
    run('arrange', 'free.json', '--seconds', '1')
    run('print', 'free.json', '--sheets', 'usual', '-o', 'free.pdf')
    found = kinds('free.pdf')
    tap.equal(['host sheet' in found, found['slips'], found['sign']], [False, 7, len(read('free.json')['tables'])])
    inside('free.pdf')
    out, err = run('print', 'free.json', '--sheets', 'hosts', '-o', 'none.pdf', status=2)
    has(err, 'There is nothing to print', 'No table has a host')
    tap.equal((folder / 'none.pdf').exists(), False)


def test_names_of_any_script():
    plan = make_cafe()
    strange = ['Bartholomew Featherstonehaugh-Cholmondeley-Warrington', 'محمد الفارسي', '王小明', 'יוסף כהן',
               'Wolfeschlegelsteinhausenbergerdorff', 'Ng', 'Ξενοφών Παπαδόπουλος', 'Иван Тургенев']
    guests = [person for person in plan['people'] if person['id'] not in hosts(plan)]
    for person, name in zip(guests, strange):
        person['name'] = name
        person['organisation'] = 'The Royal Society for the Encouragement of Arts, Manufactures and Commerce'
    run('print', save('strange.json', plan), '--sheets', 'all', '-o', 'strange.pdf', env=WHOLE_STACKS)
    inside('strange.pdf')
    tap.equal({line.split()[-5] for line in tool('pdffonts', 'strange.pdf').splitlines()[2:]}, {'yes'})
    run('print', 'strange.json', '--sheets', 'slips', '-o', 'strange-slips.pdf', env=WHOLE_STACKS)
    slips = ' '.join(flat(text) for text in slips_of('strange-slips.pdf'))
    has(slips, '王小明', 'Wolfeschlegelsteinhausenbergerdorff', 'Ξενοφών Παπαδόπουλος', 'Иван Тургенев',
        'Bartholomew Featherstonehaugh-', 'Cholmondeley-Warrington')


def test_long_titles_can_be_read():
    plan = make_cafe()
    plan['event']['title'] = 'Leadership styles and collective leadership: a café conversation with nine chief executives'
    run('print', save('title.json', plan), '--sheets', 'slips', '-o', 'title.pdf')
    for words in sizes_of('title.pdf'):
        tap.equal(min(size for word, size in words if word in ('collective', '11:35')) > 5, True)


def test_two_languages_can_be_read():
    plan = make_cafe()
    plan['event']['languages'] = ['en', 'fr']
    plan['themes'][0].update(question='Whom do you follow?')
    plan['translations'] = {'fr': {'h0': {'title': 'Diriger par les autres', 'question': 'Qui suivez-vous ?'}}}
    run('print', save('read.json', plan), '--sheets', 'signs', '-o', 'read.pdf')
    size = dict(sizes_of('read.pdf')[0])
    tap.equal([size['Leading'] > 34, size['Diriger'] > 20, size['follow?'] > 22, size['suivez-vous'] > 12], [True] * 4)


def test_twelve_rounds():
    plan = make_cafe()
    plan['rounds'] = [{'id': f'r{i}', 'minutes': 10, 'changeover': 2, 'seating': plan['rounds'][i % 3]['seating']}
                      for i in range(12)]
    run('print', save('twelve.json', plan), '--sheets', 'usual', '-o', 'twelve.pdf')
    inside('twelve.pdf')
    tap.equal({kind: kinds('twelve.pdf')[kind] for kind in ('slips', 'host sheet', 'wall list')},
              {'slips': 13, 'host sheet': 27, 'wall list': 2})
    has(flat(pages_of('twelve.pdf', 'slips')[0]), '12:22', 'ends 12:32')


def test_long_lists_have_three_queues():
    plan = make_cafe()
    plan['people'] += [{'id': f'x{i}', 'name': f'Extra {letter}person'}
                       for i, letter in enumerate('ABCDEFGHIJKLMNOPQRSTUVWXYZ')]
    run('print', save('many.json', plan), '--sheets', 'wall', '-o', 'many.pdf')
    pages = [flat(text) for text in texts('many.pdf')]
    for page, words in zip(pages, ['Surnames A to F', 'Surnames G to M', 'Surnames N to Z'], strict=True):
        has(page, words)
    has(pages[0], 'Anderson', 'Fperson,')
    has(pages[1], 'Gperson,', 'Mperson,')
    has(pages[2], 'Nperson,', 'Zperson,')


def test_long_themes_can_be_read_on_slips():
    plan = make_cafe()
    plan['themes'][0]['title'] = ('Wherefore shall people who lead across boundaries be found and kept '
                                  'when money is short?')
    plan['tables'][0]['name'] = 'Underneath the gallery at the western window'
    seatings = [rnd['seating'] for rnd in plan['rounds']]
    for n_rounds in (1, 3, 12):
        plan['rounds'] = [{'id': f'r{i}', 'minutes': 10, 'seating': seatings[i % 3]} for i in range(n_rounds)]
        run('print', save('wherefore.json', plan), '--sheets', 'slips', '-o', 'wherefore.pdf')
        inside('wherefore.pdf')
        sizes = [size for page in sizes_of('wherefore.pdf') for word, size in page
                 if word in ('Wherefore', 'Underneath')]
        tap.equal([len(sizes) > 0, min(sizes) >= 6.6], [True, True])


def print_wall_of(surnames):
    people = [{'id': f'x{i}', 'name': f'{name} Extra' if name[0] > 'z' else f'Extra {name}'}
              for i, name in enumerate(surnames)]
    run('print', save('queues.json', make_cafe() | {'people': people, 'tables': [], 'rounds': []}),
        '--sheets', 'wall', '-o', 'queues.pdf', env=WHOLE_STACKS)
    return [flat(text) for text in texts('queues.pdf')]


def test_queues_are_about_as_long():
    pages = print_wall_of(letter + ending for letter in 'NOPQRSTUVWXYZ' for ending in 'abcdef')
    for page, words in zip(pages, ['Surnames A to Q', 'Surnames R to U', 'Surnames V to Z'], strict=True):
        has(page, words)
    pages = print_wall_of('Smith' if i % 5 else 'Adams' for i in range(100))
    for page in pages:
        has(page, 'Find your surname.')


def test_no_queues_in_another_script():
    for page in print_wall_of(f'{chr(0x4e00 + i)}{chr(0x5e00 + i)}' for i in range(70)):
        has(page, 'Find your surname.')


def test_the_wall_by_organisation():
    plan = make_cafe()
    run('print', 'cafe.json', '--sheets', 'wall', '--by-organisation', '-o', 'wall.pdf')
    first, *others = [flat(text) for text in texts('wall.pdf')]
    text = ' '.join(others)
    has(first, 'Find your surname')
    has(text, 'By organisation')
    for person in plan['people']:
        first, last = person['name'].rsplit(' ', 1)
        tap.equal((last, text.count(f'{last}, {first}')), (last, 1))
        has(text, person['organisation'])
    # Page by page and column by column, every name stands below its organisation.
    where = {f'{name.rsplit(" ", 1)[1]}, {name.rsplit(" ", 1)[0]}': person['organisation'].casefold()
             for person in plan['people'] for name in [person['name']]}
    organisations = {person['organisation'].casefold() for person in plan['people']}
    pages = slips_of('wall.pdf', columns=2, rows=1)[2:]
    for column in pages:
        current = None
        for line in column.splitlines():
            if line.casefold().strip() in organisations:
                current = line.casefold().strip()
            name = re.match(r'([^,\d]+, .+?)(?= \d| host|$)', line)
            if name and name[1] in where:
                tap.equal((name[1], current), (name[1], where[name[1]]))
    for person in plan['people']:
        del person['organisation']
    run('print', save('alone.json', plan), '--sheets', 'wall', '--by-organisation', '-o', 'wall.pdf')
    tap.equal(kinds('wall.pdf'), {'wall list': 1})


def test_floor_plans_with_names():
    plan = make_cafe()
    run('print', 'cafe.json', '--sheets', 'floor', '--floor', 'names', '-o', 'names.pdf')
    tap.equal(kinds('names.pdf'), {'floor plan': 3})
    inside('names.pdf')
    for r, text in enumerate(texts('names.pdf')):
        has(text, f'The room in Round {r + 1}', 'hosts in bold')
        for name in names(plan).values():
            tap.equal((name, len(re.findall(rf'^{re.escape(name)}$', text, re.MULTILINE))), (name, 1))
    run('print', 'cafe.json', '--sheets', 'floor', '--floor', 'numbers', '-o', 'numbers.pdf')
    tap.equal(kinds('numbers.pdf'), {'floor plan': 1})


def test_two_languages_on_signs():
    plan = make_cafe()
    plan['event']['languages'] = ['en', 'fr']
    plan['translations'] = {'fr': {'h0': {'title': 'Diriger par les autres'}}}
    run('print', save('french.json', plan), '--sheets', 'signs', '-o', 'french.pdf')
    has(texts('french.pdf')[0], 'Leading through others', 'Diriger par les autres')
    tap.equal('Diriger' in texts('french.pdf')[1], False)


def test_one_language_on_signs():
    plan = make_cafe()
    plan['event']['languages'] = ['en', 'fr']
    plan['translations'] = {'fr': {'h0': {'title': 'Diriger par les autres'}}}
    run('print', save('french.json', plan), '--sheets', 'signs', '--one-language', '-o', 'english.pdf')
    tap.equal('Diriger' in ''.join(texts('english.pdf')), False)


def test_a_file_for_each_kind():
    make_usual()
    save('separate.json', read('cafe.json'))
    out, err = run('print', 'separate.json', '--sheets', 'usual', '--separate', '--issue', '-o', 'room.pdf')
    has(err, '36 pages', 'revision A')
    files = {path.name for path in folder.glob('room*')}
    words = {'signs': 'sign', 'slips': 'slips', 'hosts': 'host sheet', 'wall': 'wall list', 'grid': 'grid',
             'floor': 'floor plan', 'badges': 'badges'}
    tap.equal(files, {f'room-{word}.pdf' for word in words})
    whole = [sorted(re.findall('[A-Z][a-z]+', text)) for text in texts('usual.pdf')]
    apart = [sorted(re.findall('[A-Z][a-z]+', text)) for word in words for text in texts(f'room-{word}.pdf')]
    tap.equal(apart == whole, True)
    tap.equal([kinds(f'room-{word}.pdf') for word in words], [{kind: USUAL[kind]} for kind in words.values()])
    refuse('separate.json', '--sheets', 'slips', '--separate', '--issue', '-o', 'no/x.pdf', says=['x-slips.pdf'], status=3)


def test_private_things_are_not_printed():
    plan = make_cafe()
    for person in plan['people']:
        person['private'] = {'email': 'secret@example.org', 'phone': 'secret', 'access': 'secret', 'diet': 'secret',
                             'notes': 'secret'}
    run('print', save('private.json', plan), '--sheets', 'all', '-o', 'private.pdf')
    tap.equal('secret' in ''.join(texts('private.pdf')), False)


def cyclic(step=2):
    """Ten guests at five tables who all go on by the same number of tables."""
    people = [{'id': f'p{i}', 'name': f'Guest Number{i}'} for i in range(10)]
    rounds = [{'id': f'r{r}', 'seating': {f't{t}': [p['id'] for i, p in enumerate(people)
                                                    if (i % 5 + r * (step if i < 5 else 1)) % 5 == t]
                                          for t in range(5)}} for r in range(3)]
    return {'format': 'rotunda-plan', 'version': 1, 'people': people,
            'tables': [{'id': f't{t}', 'number': t + 1, 'places': 4} for t in range(5)], 'rounds': rounds}


def test_rule_cards():
    run('print', save('cyclic.json', cyclic()), '--sheets', 'rules', '-o', 'rules.pdf')
    cards = [flat(card) for card in slips_of('rules.pdf')]
    tap.equal(len(cards), 10)
    tap.equal(cards[3], 'Guest Number3 start at table 4, then +2 After each round go on by 2 tables. After table 5 '
              'comes table 1.')
    has(cards[8], 'Guest Number8 start at table 4, then +1')


def test_no_rule_cards_when_they_would_mislead():
    plan = cyclic()
    row = plan['rounds'][2]['seating']
    row['t0'][0], row['t1'][0] = row['t1'][0], row['t0'][0]
    for change in ({}, {'rounds': plan['rounds']}):
        other = cyclic()
        if change:
            other.update(change)
        else:
            other['tables'][2]['number'] = 9
        out, err = run('print', save('other.json', other), '--sheets', 'rules', '-o', 'no.pdf', status=2)
        has(err, 'Rule cards need')


# Revisions.

def issue():
    plan = make_cafe()
    save('issued.json', plan)
    run('print', 'issued.json', '--sheets', 'usual', '--issue', '-o', 'a.pdf')
    return read('issued.json')


def test_printing_leaves_the_plan_alone():
    make_cafe()
    before = (folder / 'cafe.json').read_bytes()
    run('print', 'cafe.json', '--sheets', 'usual', '-o', 'alone.pdf')
    tap.equal((folder / 'cafe.json').read_bytes(), before)


def test_issue():
    plan = issue()
    record, = plan['issued']
    tap.equal(list(record), ['revision', 'at', 'slips', 'sheets'])
    tap.equal(record['revision'], 'A')
    tap.equal(bool(re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d', record['at'])), True)
    ids = {str(table['number']): table['id'] for table in plan['tables']}
    wanted = {person: [[ids[number], start] for number, start in zip(way(plan, person), ['10:10', '10:40', '11:10'])]
              for person in names(plan) if person not in hosts(plan)}
    tap.equal(record['slips'], wanted)
    tap.equal(json.loads(run('check', 'issued.json', '--json')[0])['measures']['slips_changed']['found'], 0)
    for text in texts('a.pdf', '-layout'):
        tap.equal(bool(re.search(r'^ *A +Leadership styles · 29', text, re.MULTILINE)), True)


def test_nothing_has_changed():
    issue()
    before = (folder / 'issued.json').read_bytes()
    out, err = run('print', 'issued.json', '--sheets', 'usual', '--changed', '--issue', '-o', 'same.pdf')
    has(err, 'Nothing differs from revision A')
    tap.equal((folder / 'same.pdf').exists(), False)
    tap.equal((folder / 'issued.json').read_bytes(), before)


def test_replacing_one_person():
    plan = issue()
    gone = next(person for person in plan['people'] if person['name'] == 'Mei Ashworth')
    sat = way(plan, gone['id'])
    text = json.dumps(plan).replace(gone['id'], 'pnew').replace('Mei Ashworth', 'Zadie Okonkwo')
    replaced = json.loads(text)
    for record in replaced['issued']:
        del record['slips']['pnew']
        record['sheets'] = {key: mark for key, mark in record['sheets'].items() if not key.endswith('/pnew')}
    save('replaced.json', replaced)
    out, err = run('print', 'replaced.json', '--sheets', 'usual', '--changed', '--issue', '-o', 'b.pdf')
    tap.equal(kinds('b.pdf'), {'slips': 1, 'host sheet': 3, 'wall list': 1, 'grid': 1, 'badges': 1})
    tap.equal(out, 'Zadie Okonkwo: a new slip\n')
    has(flat(pages_of('b.pdf', 'slips')[0]), 'Zadie Okonkwo')
    tap.equal(len(re.findall('ends 11:35', pages_of('b.pdf', 'slips')[0])), 1)
    sheets = [re.search(r'host of Table (\d+)', sheet)[1] for sheet in pages_of('b.pdf', 'host sheet')]
    tap.equal(sorted(sheets), sorted(sat))
    tap.equal([record['revision'] for record in read('replaced.json')['issued']], ['A', 'B'])
    for page in texts('b.pdf', '-layout'):
        tap.equal(bool(re.search(r'^ *B +Leadership styles · 29', page, re.MULTILINE)), True)
    run('print', 'replaced.json', '--sheets', 'usual', '--changed', '-o', 'c.pdf')
    tap.equal((folder / 'c.pdf').exists(), False)
    # A badge was issued, so there is a new one; where none was, there is none.
    out, err = run('print', save('replaced.json', replaced), '--sheets', 'signs,slips,hosts,wall,grid,floor', '--changed',
                   '-o', 'd.pdf')
    tap.equal(kinds('d.pdf'), {'slips': 1, 'host sheet': 3, 'wall list': 1, 'grid': 1})


def test_replacing_keeps_who_left_on_the_list():
    """As the window does it: who leaves is absent and keeps the line."""
    plan = issue()
    gone = next(person for person in plan['people'] if person['name'] == 'Mei Ashworth')
    gone['attendance'] = 'absent'
    plan['people'].append({'id': 'pnew', 'name': 'Zadie Okonkwo'})
    for round_ in plan['rounds']:
        round_['seating'] = {table: ['pnew' if person == gone['id'] else person for person in row]
                             for table, row in round_['seating'].items()}
    out, err = run('print', save('left.json', plan), '--sheets', 'usual', '--changed', '--issue', '-o', 'left.pdf')
    tap.equal(kinds('left.pdf'), {'slips': 1, 'host sheet': 3, 'wall list': 1, 'grid': 1, 'badges': 1})
    tap.equal(sorted(out.splitlines()), ['Mei Ashworth: the slip is not needed any more', 'Zadie Okonkwo: a new slip'])
    run('print', 'left.json', '--sheets', 'usual', '--changed', '-o', 'left2.pdf')
    tap.equal((folder / 'left2.pdf').exists(), False)


def test_renaming_somebody_prints_their_slip():
    plan = issue()
    next(person for person in plan['people'] if person['name'] == 'Mei Ashworth')['name'] = 'May Ashworth'
    run('print', save('renamed.json', plan), '--sheets', 'slips,badges', '--changed', '-o', 'renamed.pdf')
    tap.equal(kinds('renamed.pdf'), {'slips': 1, 'badges': 1})
    has(texts('renamed.pdf')[0], 'May Ashworth')


def test_two_people_change_places():
    plan = issue()
    seating = plan['rounds'][1]['seating']
    a, b = [row for row in seating.values()][:2]
    a[1], b[1] = b[1], a[1]
    people = names(plan)
    out, err = run('print', save('swapped.json', plan), '--sheets', 'usual', '--changed', '-o', 'swapped.pdf')
    found = kinds('swapped.pdf')
    tap.equal([found['slips'], found['host sheet']], [1, 2])
    tap.equal(sorted(line.split(':')[0] for line in out.splitlines()), sorted([people[a[1]], people[b[1]]]))
    has(out, f'{people[a[1]]}: 10:40 Table 1 instead of Table 2')


def test_a_new_host_spoils_no_slip():
    plan = issue()
    plan['people'].append({'id': 'pdeputy', 'name': 'Dana Deputy'})
    plan['tables'][0]['host'] = 'pdeputy'
    old = next(iter(hosts(make_cafe()) - hosts(plan)))
    next(person for person in plan['people'] if person['id'] == old)['attendance'] = 'absent'
    for round_ in plan['rounds']:
        round_['seating'] = {table: ['pdeputy' if person == old else person for person in row]
                             for table, row in round_['seating'].items()}
    run('print', save('deputy.json', plan), '--sheets', 'usual', '--changed', '-o', 'deputy.pdf')
    found = kinds('deputy.pdf')
    tap.equal([found.get('slips'), found['sign'], found['host sheet']], [None, 1, 1])


def test_rounds_that_are_over_spoil_nothing():
    plan = issue()
    plan['rounds'][0]['done'] = True
    seating = plan['rounds'][0]['seating']
    a, b = [row for row in seating.values()][:2]
    a[1], b[1] = b[1], a[1]
    out, err = run('print', save('over.json', plan), '--sheets', 'slips,badges', '--changed', '-o', 'over.pdf')
    has(err, 'Nothing differs')


def test_other_sheets_stay_issued():
    make_cafe()
    save('parts.json', read('cafe.json'))
    run('print', 'parts.json', '--sheets', 'slips', '--issue', '-o', 'parts.pdf')
    run('print', 'parts.json', '--sheets', 'grid', '--issue', '-o', 'parts.pdf')
    first, second = read('parts.json')['issued']
    tap.equal(second['slips'], first['slips'])
    tap.equal(second['revision'], 'B')
    tap.equal(set(second['sheets']) - set(first['sheets']), {'grid/1'})


def test_after_z():
    plan = issue()
    for last, following in ('Z', 'AA'), ('AZ', 'BA'), ('ZZ', 'AAA'):
        plan['issued'][0]['revision'] = last
        save('late.json', plan)
        run('print', 'late.json', '--sheets', 'grid', '--issue', '-o', 'late.pdf')
        tap.equal(read('late.json')['issued'][1]['revision'], following)


# What goes wrong.

def refuse(*words, says, status=2):
    before = {name: (folder / name).read_bytes() for name in os.listdir(folder)}
    out, err = run('print', *words, status=status)
    has(err, *says)
    tap.equal({name: (folder / name).read_bytes() for name in os.listdir(folder)}, before)


def test_wrong_words():
    make_cafe()
    refuse('cafe.json', '-o', 'x.pdf', says=['--sheets LIST is missing'])
    refuse('cafe.json', '--sheets', '', '-o', 'x.pdf', says=['--sheets LIST is missing'])
    refuse('cafe.json', '--sheets', 'usual', says=['-o FILE.pdf is missing'])
    refuse('cafe.json', '--sheets', 'menu', '-o', 'x.pdf', says=['“menu” is no sheet', 'badges'])
    refuse('cafe.json', '--sheets', 'summary', '-o', 'x.pdf', says=['does not print the summary'])
    refuse('cafe.json', '--sheets', 'slips', '--paper', 'a5', '-o', 'x.pdf', says=['a4', 'letter', 'a5'])
    refuse('cafe.json', '--sheets', 'slips', '--changed', '-o', 'x.pdf', says=['Nothing was issued yet'])
    refuse('cafe.json', '--sheets', 'slips', '-o', 'cafe.json', says=['would be replaced'])
    refuse('cafe.json', '--sheets', 'floor', '--floor', 'faces', '-o', 'x.pdf', says=['“names”', 'faces'])
    for size in ('L1', '90', '90x', 'x55', '90x55mm', '', 'x'):
        refuse('cafe.json', '--sheets', 'badges', '--badges', size, '-o', 'x.pdf', says=['is no size of badges', '90x55'])
    for size in ('10x50', '50x10', '300x50', '50x300', '-50x50', 'nanx50', '1e9x1e9'):
        refuse('cafe.json', '--sheets', 'badges', f'--badges={size}', '-o', 'x.pdf', says=['cannot be printed'])
    refuse('cafe.json', '--sheets', 'badges', '--badges', '5395', '--paper', 'a4', '-o', 'x.pdf', says=['Leave --paper out'])
    refuse('--sheets', 'slips', '-o', 'x.pdf', says=['name of 1 file'])


def test_nothing_to_print():
    save('nobody.json', {'format': 'rotunda-plan', 'version': 1})
    for sheet in ('usual', 'all', 'signs', 'slips', 'hosts', 'wall', 'grid', 'floor', 'badges', 'cards', 'agenda',
                  'feedback', 'rules'):
        refuse('nobody.json', '--sheets', sheet, '-o', 'x.pdf', says=['There is nothing to print'])


def test_files_that_cannot_be_reached():
    make_cafe()
    refuse('missing.json', '--sheets', 'slips', '-o', 'x.pdf', says=['missing.json'], status=3)
    refuse('cafe.json', '--sheets', 'slips', '-o', 'no/x.pdf', says=['x.pdf'], status=3)
    refuse('cafe.json', '--sheets', 'slips', '--issue', '-o', 'no/x.pdf', says=['x.pdf'], status=3)


def test_a_newer_plan_is_printed_but_not_issued():
    plan = make_cafe()
    plan['version'] = 2
    save('newer.json', plan)
    run('print', 'newer.json', '--sheets', 'slips', '-o', 'newer.pdf')
    refuse('newer.json', '--sheets', 'slips', '--issue', '-o', 'newer2.pdf', says=['newer Rotunda'])


def test_sheets_in_any_order():
    make_cafe()
    run('print', 'cafe.json', '--sheets', ' grid, signs', '-o', 'order.pdf')
    tap.equal(list(kinds('order.pdf')), ['sign', 'grid'])


def test_the_plan_survives():
    """Nothing of the plan is lost when it is issued."""
    plan = issue()
    without = copy.deepcopy(plan)
    del without['issued']
    tap.equal(without, make_cafe())


tap.run(*[case for name, case in list(globals().items()) if name.startswith('test_')])
