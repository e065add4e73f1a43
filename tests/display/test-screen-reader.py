# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-screen-reader.py ROTUNDA LISTS: the main job with the real program, by names, actions and
keys alone, as a person with a screen reader does it: two lists are added and arranged, somebody is
moved by menu, moved back and pinned, and what is saved is read."""

import itertools
import json
import os
import shutil
import sys
import tempfile

from screen_reader import Reader, name_of, run_case

program, lists = sys.argv[1:3]
LOOKS_PER_TRY = 100


def choose_lists(reader, folder):
    reader.step = 'choose both lists'
    reader.go_to('From a List…')
    reader.key('Return')
    reader.find_window('From a List')
    reader.key('slash')
    entry = reader.wait(lambda: reader.editable(), 'a place to write the folder')
    reader.write(entry, folder + '/')
    reader.key('Return')
    reader.find('label', os.path.basename(folder))
    # The folder is read in its own time: until it has been, there is nothing to choose. GTK 4.8 has a
    # tree there, and says nothing of its rows.
    def chosen():
        if reader.find_now('push button', 'Add 50 People and 9 Hosts'):
            return True
        reader.key('ctrl+a')
        if reader.focused_name() == 'GtkTreeView' or \
                reader.all_selected('table row', lambda name: '.csv' in name):
            reader.act('push button', 'Open')
        return False
    reader.wait(chosen, 'both lists are shown before they are added')


def go_to_a_guest(reader):
    """Goes to a chair with a guest, and says who that is and at which table."""
    reader.step = 'go to somebody'
    reader.go_to(lambda name: name.startswith('Table '), 'F6')
    chair = reader.go_to(lambda name: 'chair' in name and 'host' not in name, 'Down')
    words = name_of(chair)
    return words.split(',')[0], words.split(' of ')[-1]


def choose_in_menu(reader, item):
    """A window that still has news to show may close the menu at once: one opens it again then."""
    looks = itertools.count()

    def chosen():
        if next(looks) % LOOKS_PER_TRY == 0:
            reader.key('shift+F10')
        return reader.act('menu item', item)
    reader.wait(chosen, f'menu item “{item}” that can be used')


def move(reader, who, table):
    """Everybody has a seat and every table is full, so to move is to swap."""
    def is_at_table():
        name = reader.focused_name()
        return name.startswith(who) and name.endswith(f' of {table}')

    def is_elsewhere():
        name = reader.focused_name()
        return name.startswith(who) and ' of ' in name and not name.endswith(f' of {table}')
    reader.step = 'move somebody by menu'
    choose_in_menu(reader, 'Move To…')
    reader.find_window(f'Move {who} To…')
    reader.do('push button', 'Swap With…')
    reader.find_window(f'Swap {who} With…')
    reader.do('push button', 'Swap')
    reader.wait(is_elsewhere, 'the focus at the new chair')
    reader.step = 'undo'
    reader.do('push button', lambda name: name.startswith('Undo Swap'))
    reader.wait(is_at_table, 'the focus at the chair from before')


def save(reader, plan):
    reader.step = 'save'
    reader.do('push button', 'Main Menu')
    reader.do('menu item', 'Save')
    reader.find_window('Save As')
    reader.write(reader.find('text', 'Name:'), plan)
    reader.do('push button', 'Save')
    reader.wait(lambda: os.path.exists(plan), 'the file')


def check(reader, plan, who, table):
    reader.step = 'read what was saved'
    with open(plan, encoding='utf-8') as file:
        saved = json.load(file)
    person = next(one['id'] for one in saved['people'] if one['name'] == who)
    where = next(one['id'] for one in saved['tables'] if table == f'Table {one["number"]}')
    reader.equal([len(saved[part]) for part in ('people', 'tables', 'rounds')], [59, 9, 3],
                 'people, tables and rounds')
    for one in saved['rounds']:
        seated = [seat for seats in one['seating'].values() for seat in seats if seat]
        reader.equal(len(set(seated)), 59, 'those with a seat')
    reader.equal(person in saved['rounds'][0]['seating'][where], True, 'back at the first table')
    reader.equal(saved['rounds'][0].get('pins'), {person: where}, 'pins')


def run(reader, folder, plan):
    choose_lists(reader, folder)
    reader.step = 'add the people'
    reader.do('push button', 'Add 50 People and 9 Hosts')
    reader.step = 'arrange'
    reader.find_window('Untitled plan')
    reader.do('page tab', 'Rounds')
    reader.do('push button', 'Arrange 3 Rounds')
    reader.find('push button', 'Undo Arrange 3 Rounds')
    who, table = go_to_a_guest(reader)
    move(reader, who, table)
    reader.step = 'pin'
    choose_in_menu(reader, 'Pin to This Table')
    reader.find('push button', lambda name: name.startswith(who) and 'pinned' in name)
    save(reader, plan)
    reader.step = 'close'
    reader.key('ctrl+q')
    reader.equal(reader.end(), 0, 'how the program ends')
    check(reader, plan, who, table)


def main():
    folder = tempfile.mkdtemp()
    chosen = shutil.copytree(lists, os.path.join(folder, 'lists'))
    plan = os.path.join(folder, 'café.rotunda.json')
    run_case('the main job without sight', lambda: run(Reader(program), chosen, plan))
    shutil.rmtree(folder)


main()
