# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""The window as assistive technology has it: things with a role and a name, what can be done with
them, and where the focus is. Everything waits for what the program shows, never for a time."""

import subprocess
import sys
import time
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter('ignore')

PATIENCE = 100  # seconds: far more than anything takes; a wait that ends here has failed
PAUSE = 0.02    # seconds between two looks
TURNS = 50

# Of these only what is inside is of interest: searching them for more takes time.
LEAVES = {'label', 'image', 'scroll bar', 'separator', 'page tab'}

# What later ones call these.
OLD_ROLES = {'button': 'push button', 'grouping': 'panel'}


class Stopped(Exception):
    """What was waited for did not happen."""


class Reader:
    def __init__(self, *command):
        self.step = 'start the program'
        # Asking the program anything may bring news of these: look at each once, and keep that.
        self.focused = None  # the thing the keys go to
        self.windows = []    # the last of them is in front
        self.application = None
        self.listener = Atspi.EventListener.new(self.hear)
        self.listener.register('object:state-changed:focused')
        self.listener.register('object:state-changed:active')
        # Without a window manager the keys go where the pointer is; all windows have something
        # there.
        self.xdotool('mousemove', '150', '10')
        desktop = Atspi.get_desktop(0)
        self.process = subprocess.Popen(command, stdout=sys.stderr)
        self.application = self.wait(
            lambda: next((child for child in children(desktop)
                          if child.get_process_id() == self.process.pid), None),
            'the program is there for assistive technology')

    def hear(self, event):
        if event.detail1 and event.type.endswith('focused'):
            self.focused = event.source
        elif event.detail1 and event.source not in self.windows:
            self.windows.append(event.source)

    def front(self):
        """The window opened last that is still there. The program itself is not asked: GTK 4.8
        answers with a critical if a window is about to go. Nor does each window say that it has the
        keys. One without a size is hidden, or has not got it yet: it may still come."""
        focused = self.focused
        top = top_of(focused) if focused else None
        if top and top not in self.windows:
            self.windows.append(top)
        for window in reversed(self.windows.copy()):
            try:
                if has_size(window):
                    return window
            except GLib.Error:
                self.windows.remove(window)
        return None

    def wait(self, condition, what):
        """Waits until condition() is something, and returns that. A thing that goes away while it
        is looked at is not there."""
        until = time.monotonic() + PATIENCE
        looks = 0
        context = GLib.MainContext.default()
        while True:
            # Some source of libatspi is always ready: what has come is read in a few turns.
            for _ in range(TURNS):
                context.iteration(False)
            try:
                found = condition()
            except GLib.Error:
                found = None
            if found:
                return found
            # Now and then libatspi misses a change of what it keeps.
            looks += 1
            if looks % 20 == 0 and self.application:
                self.application.clear_cache()
            if self.process.poll() is not None:
                raise Stopped(f'{self.step}: the program ended with {self.process.returncode} '
                              f'while this was waited for: {what}')
            if time.monotonic() > until:
                raise Stopped(f'{self.step}: waited in vain for: {what}\n{self.describe()}')
            time.sleep(PAUSE)

    def find_window(self, name):
        """The window of that name, once it is in front."""
        def is_in_front():
            front = self.front()
            return front and name_of(front) == name
        return self.wait(is_in_front, f'the window “{name}” in front')

    def all_now(self, role, name):
        """What has that role and name in the window in front; the name is a text, or what a
        function agrees to."""
        fits = name if callable(name) else lambda found: found == name
        front = self.front()
        return (thing for thing in (things(front) if front else [])
                if role_of(thing) == role and fits(name_of(thing)))

    def all_selected(self, role, name):
        """Whether there is something with that role and name, and all such things are selected."""
        found = list(self.all_now(role, name))
        return bool(found) and all(has(thing, Atspi.StateType.SELECTED) for thing in found)

    def find_now(self, role, name):
        return next(self.all_now(role, name), None)

    def find(self, role, name):
        return self.wait(lambda: self.find_now(role, name), f'{role} “{name}”')

    def act(self, role, name):
        """Uses it if it is there and can be used now."""
        return any(has(thing, Atspi.StateType.SENSITIVE) and act(thing)
                   for thing in self.all_now(role, name))

    def do(self, role, name):
        """Uses it as soon as it is there and can be used."""
        self.wait(lambda: self.act(role, name), f'{role} “{name}” that can be used')

    def xdotool(self, *words):
        subprocess.run(['xdotool', *words], check=True, stdout=subprocess.DEVNULL)

    def key(self, *keys):
        self.xdotool('key', '--clearmodifiers', *keys)

    def go_to(self, name, key='Tab'):
        """Presses a key until the focus is there, as one who listens does."""
        fits = name if callable(name) else lambda found: found == name
        for _ in range(200):
            before = self.focused
            if before and is_named(before, fits):
                return before
            self.key(key)
            self.wait(lambda: self.focused != before, f'the focus to go on by {key}')
        raise Stopped(f'{self.step}: {key} never came to “{name}”')

    def focused_name(self):
        focused = self.focused
        return name_of(focused) if focused else ''

    def editable(self):
        """Where the focus is, if one can write there."""
        focused = self.focused
        return focused if focused and focused.get_editable_text_iface() else None

    def write(self, thing, text):
        thing.get_editable_text_iface().set_text_contents(text)

    def describe(self):
        """What is on the screen, for whoever reads why it stopped."""
        lines = []
        try:
            for window in self.windows:
                lines.extend(f'{role_of(thing)}: {name_of(thing)}'
                             for thing in things(window))
            lines.append(f'focus: {name_of(self.focused)}')
        except (GLib.Error, AttributeError) as error:
            lines.append(str(error))
        return '\n'.join(line for line in lines if not line.endswith(': ') and
                         ': Gtk' not in line and ': Adw' not in line)

    def equal(self, found, expected, what):
        if found != expected:
            raise Stopped(f'{self.step}: {what}: found {found!r}, expected {expected!r}')

    def end(self):
        """The program is to end by itself, and well."""
        return self.process.wait(PATIENCE)


def children(thing):
    return [child for child in (thing.get_child_at_index(i) for i in range(thing.get_child_count()))
            if child]


def has(thing, state):
    return thing.get_state_set().contains(state)


def role_of(thing):
    """Its role, by the name it has with GTK 4.8 and libatspi 2.46."""
    role = thing.get_role_name()
    return OLD_ROLES.get(role, role)


def name_of(thing):
    """Its name. GTK 4.8 says the label of a button twice, first with its mnemonic."""
    name = thing.get_name() or ''
    shown = name[(len(name) + 2) // 2:]
    return shown if '_' in name and name == f'{name[:len(name) - len(shown) - 1]} {shown}' and \
        name[:len(name) - len(shown) - 1].replace('_', '') == shown else name


def is_named(thing, fits):
    """Whether fits(its name); what has gone has none."""
    try:
        return fits(name_of(thing))
    except GLib.Error:
        return False


def box_of(thing):
    component = thing.get_component_iface()
    return component.get_extents(Atspi.CoordType.WINDOW) if component else None


def top_of(thing):
    """The window it is in; nothing when it has gone."""
    try:
        above = thing.get_parent()
        while above and above.get_role() != Atspi.Role.APPLICATION:
            thing, above = above, above.get_parent()
        return thing if above else None
    except GLib.Error:
        return None


def has_size(thing):
    box = box_of(thing)
    return box is not None and box.width * box.height > 0


def things(top):
    """The thing and all in it that is on the screen, from top to bottom."""
    yield top
    for child in children(top):
        box = box_of(child)
        if box and box.width * box.height <= 0 or not has(child, Atspi.StateType.VISIBLE):
            continue
        if role_of(child) in LEAVES:
            yield child
        else:
            yield from things(child)


def act(thing):
    action = thing.get_action_iface()
    if not action:
        return False
    for i in range(action.get_n_actions()):
        if action.get_action_name(i) in ('click', 'spot.activate'):
            return action.do_action(i)
    return False


def run_case(name, case):
    """Runs the one case of a program that speaks TAP; ends it with the step where it stopped."""
    print('1..1')
    try:
        case()
    except Stopped as stopped:
        print(f'not ok 1 {name}')
        for line in str(stopped).splitlines():
            print(f'# {line}')
        sys.exit(1)
    print(f'ok 1 {name}')
