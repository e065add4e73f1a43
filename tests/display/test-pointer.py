# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-pointer.py ROTUNDA: real drags in the real program: a table through the room, a slip on a
slip, on an empty chair and to the tray. Assistive technology says where things are; what is
saved is read."""

import itertools
import json
import os
import sys
import tempfile

from screen_reader import Reader, box_of, name_of, run_case

program = sys.argv[1]
STEPS = 10

people = ['Ada Byron', 'Bo Diaz', 'Cy Eze', 'Di Farr', 'Ed Gray', 'Flo Hume']
plan = {
    'format': 'rotunda-plan', 'version': 1, 'event': {'title': 'Trial'},
    'people': [{'id': f'p{i}', 'name': name} for i, name in enumerate(people)],
    'room': {'width': 1200, 'height': 800},
    'tables': [{'id': 'ta', 'number': 1, 'places': 4, 'x': 300, 'y': 300},
               {'id': 'tb', 'number': 2, 'places': 4, 'x': 800, 'y': 300}],
    'rounds': [{'id': 'ra', 'minutes': 20,
                'seating': {'ta': ['p0', 'p1', 'p2'], 'tb': ['p3', 'p4', 'p5']}}],
}


def middle_of(reader, find, *words):
    """Where what find(reader, words) finds is on the screen, but for a few pixels of the window's
    frame, which stands at 0, 0. A page that is seen for the first time is laid out a moment after
    its things are known: the second look must find it in the same place."""
    before = None

    def stays():
        nonlocal before
        box = box_of(find(reader, *words))
        now = (box.x, box.y, box.width, box.height)
        stayed, before = box.width > 0 and now == before, now
        return stayed
    reader.wait(stays, 'a thing that stays in its place')
    x, y, width, height = before
    return x + width // 2, y + height // 2


def move(reader, x, y):
    reader.xdotool('mousemove', str(int(x)), str(int(y)))


def stay(reader, x, y, noticed):
    """Until what is there has taken notice. A hand trembles: of the motions that come while a drag begins,
    all may be over before it has begun. And a drag that has been noticed is accepted a moment later:
    it has to be noticed at three looks, between which the program has gone on."""
    trembling = itertools.cycle((0, 1))
    looks = 0

    def is_noticed():
        nonlocal looks
        move(reader, x + next(trembling), y)
        looks = looks + 1 if noticed() else 0
        return looks == 3
    reader.wait(is_noticed, f'what is at {x}, {y} to take notice')


def drag(reader, start, *stops):
    """Goes on from each stop, and lets go at the last, only when what is there has taken notice."""
    move(reader, *start)
    reader.xdotool('mousedown', '1')
    for end, noticed in stops:
        for i in range(1, STEPS + 1):
            move(reader, *(a + (b - a) * i / STEPS for a, b in zip(start, end)))
        stay(reader, *end, noticed)
        start = end
    reader.xdotool('mouseup', '1')


def chair(reader, words):
    return reader.find('push button', lambda name: name.startswith(words) and 'chair' in name)


def panel(reader, words):
    return reader.find('panel', lambda name: name.startswith(words))


def says(reader, words):
    """Whether the bubble under the slip begins so."""
    return reader.find_now('label', lambda name: name.startswith(words))


def table_of(reader, who):
    return name_of(chair(reader, who)).split()[-1]


def empty_chair(reader):
    return reader.find('push button', lambda name: name.startswith('empty') and name.endswith('2'))


def move_table(reader):
    reader.step = 'drag a table'
    reader.do('page tab', 'Room')
    x, y = middle_of(reader, panel, 'Table 1')
    drag(reader, (x, y), ((x + 40, y + 60), lambda: True))
    reader.find('push button', lambda name: name.startswith('Undo Move Table 1'))


def move_slips(reader):
    reader.do('page tab', 'Rounds')
    reader.step = 'drag a slip on a slip'
    drag(reader, middle_of(reader, chair, 'Ada'),
         (middle_of(reader, chair, 'Di'), lambda: says(reader, 'Swap with Di Farr')))
    reader.wait(lambda: table_of(reader, 'Ada') == '2' and table_of(reader, 'Di') == '1',
                'the swap')
    reader.step = 'drag a slip on an empty chair'
    drag(reader, middle_of(reader, chair, 'Cy'),
         (middle_of(reader, empty_chair), lambda: says(reader, 'Move to Table 2')))
    reader.wait(lambda: table_of(reader, 'Cy') == '2', 'Cy at Table 2')
    reader.step = 'drag a slip to the tray'
    drag(reader, middle_of(reader, chair, 'Bo'),
         (middle_of(reader, chair, 'Di'), lambda: says(reader, 'Swap with Di Farr')),
         (middle_of(reader, panel, 'Nobody in round 1'),
          lambda: reader.find_now('label', 'Unseat')))
    reader.find('panel', '1 person has no seat in round 1')


def read(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def check(reader, saved):
    reader.step = 'read what was saved'
    moved, still = ((table['x'], table['y']) for table in saved['tables'])
    reader.equal(still, (800, 300), 'where Table 2 stands')
    reader.equal(moved[0] > 300 and moved[1] > 300, True, 'Table 1 stands further right and down')
    seats = {table: {seat for seat in seats if seat}
             for table, seats in saved['rounds'][0]['seating'].items()}
    reader.equal(seats, {'ta': {'p3'}, 'tb': {'p0', 'p2', 'p4', 'p5'}}, 'who sits where')


def run(path):
    reader = Reader(program, path)
    move_table(reader)
    move_slips(reader)
    reader.step = 'save'
    before = read(path)
    reader.key('ctrl+s')
    reader.wait(lambda: read(path) != before, 'the file to change')
    reader.step = 'close'
    reader.key('ctrl+q')
    reader.equal(reader.end(), 0, 'how the program ends')
    check(reader, read(path))


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'trial.rotunda.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(plan, file)
    run_case('drags with a real pointer', lambda: run(path))
