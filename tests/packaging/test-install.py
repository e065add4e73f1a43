#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-install.py BUILD PREFIX APPLICATION_ID: what is installed is all there, and its parts name each
other rightly."""

import configparser
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import tap

build, prefix, application_id = sys.argv[1:]
folder = tempfile.TemporaryDirectory()
subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder.name],
               check=True, stdout=subprocess.DEVNULL)


def installed(*parts):
    return os.path.join(folder.name, prefix.lstrip('/'), *parts)


def must_be_there(*parts):
    if not os.path.exists(installed(*parts)):
        raise AssertionError(f'not installed: {os.path.join(*parts)}')


def desktop_entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(installed('share', 'applications', application_id + '.desktop'), encoding='utf-8')
    return parser['Desktop Entry']


def metainfo():
    return tree.parse(installed('share', 'metainfo', application_id + '.metainfo.xml')).getroot()


def test_the_desktop_entry_starts_an_installed_program():
    must_be_there('bin', desktop_entry()['Exec'].split()[0])


def test_the_desktop_entry_has_its_icon():
    icon = desktop_entry()['Icon']
    must_be_there('share', 'icons', 'hicolor', 'scalable', 'apps', icon + '.svg')
    must_be_there('share', 'icons', 'hicolor', 'symbolic', 'apps', icon + '-symbolic.svg')


def test_the_media_type_is_the_same_everywhere():
    mime = tree.parse(installed('share', 'mime', 'packages', application_id + '.xml'))
    kind = mime.find('.//{*}mime-type').get('type')
    tap.equal(desktop_entry()['MimeType'], kind + ';')
    tap.equal(metainfo().findtext('provides/mediatype'), kind)


def test_the_metainfo_names_the_desktop_entry():
    tap.equal(metainfo().findtext('id'), application_id)
    tap.equal(metainfo().findtext('launchable'), application_id + '.desktop')


def test_the_metainfo_names_installed_programs():
    for binary in metainfo().findall('provides/binary'):
        must_be_there('bin', binary.text)


def test_every_program_has_a_manual_page():
    for program in os.listdir(installed('bin')):
        must_be_there('share', 'man', 'man1', program + '.1')


def test_the_settings_are_installed_and_compile():
    schemas = installed('share', 'glib-2.0', 'schemas')
    must_be_there('share', 'glib-2.0', 'schemas', application_id + '.gschema.xml')
    subprocess.run(['glib-compile-schemas', '--strict', '--dry-run', schemas], check=True)


def test_the_help_is_installed():
    must_be_there('share', 'help', 'C', 'rotunda', 'index.page')


def test_no_placeholder_is_left():
    for top, _, names in os.walk(installed('share')):
        for name in names:
            with open(os.path.join(top, name), 'rb') as file:
                if b'@application_id@' in file.read():
                    raise AssertionError(f'a placeholder is left in {name}')


tap.run(test_the_desktop_entry_starts_an_installed_program,
        test_the_desktop_entry_has_its_icon,
        test_the_media_type_is_the_same_everywhere,
        test_the_metainfo_names_the_desktop_entry,
        test_the_metainfo_names_installed_programs,
        test_every_program_has_a_manual_page,
        test_the_settings_are_installed_and_compile,
        test_the_help_is_installed,
        test_no_placeholder_is_left)
