#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""Whether data/plan.schema.json and the tables in src/core say the same.

test-schema.py PRINT-TABLES ROTUNDA-READS SCHEMA DATA-FOLDER...: speaks TAP.
"""

import copy
import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator

DATE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
TIME = '^([01][0-9]|2[0-3]):[0-5][0-9]$'
MOMENT = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$'
# What a property may say beyond what the tables say: prose, and what a class' own check adds.
PROSE = {'title', 'description', 'default', 'examples'}

number = 0
failed = False


def report(what, problem):
    global number, failed
    number += 1
    if problem:
        failed = True
        print(f'not ok {number} {what}')
        print('# ' + str(problem).replace('\n', '\n# '))
    else:
        print(f'ok {number} {what}')


def resolve(schema, root):
    """The schema without prose, references followed at every level that the tables speak of."""
    while '$ref' in schema:
        schema = root['$defs'][schema['$ref'].removeprefix('#/$defs/')]
    return {key: value for key, value in schema.items() if key not in PROSE}


def flat(schema, root):
    """resolve(), all the way down."""
    def follow(key, value):
        if key == 'properties':
            return {name: flat(member, root) for name, member in value.items()}
        if isinstance(value, list):
            return [flat(entry, root) if isinstance(entry, dict) else entry for entry in value]
        return flat(value, root) if isinstance(value, dict) else value
    return {key: follow(key, value) for key, value in resolve(schema, root).items()}


def expected_of(field, identifier):
    """What the schema has to say of a field that holds no records."""
    person_or_nobody = {'anyOf': [identifier, {'const': ''}]}
    integer = {'type': 'integer', 'minimum': field['least'], 'maximum': field['most']}
    word = {'enum': field['words']} if 'words' in field else {'type': 'string'}
    simple = {
        'text': {'type': 'string'},
        'date': {'type': 'string', 'format': 'date', 'pattern': DATE},
        'time': {'type': 'string', 'pattern': TIME},
        'moment': {'type': 'string', 'pattern': MOMENT},
        'int': integer,
        'bool': {'type': 'boolean'},
        'choice': word,
        'texts': {'type': 'array', 'items': word} | ({'maxItems': field['most']} if field['most'] else {}),
        'ref': identifier,
        'refs': {'type': 'array', 'items': identifier},
        'ref-map': {'type': 'object', 'propertyNames': identifier,
                    'additionalProperties': person_or_nobody if field['blank'] else identifier},
        'ref-lists': {'type': 'array', 'items': {'type': 'array', 'items': identifier}},
        'seating': {'type': 'object', 'propertyNames': identifier,
                    'additionalProperties': {'type': 'array', 'maxItems': 20000,
                                             'items': {'anyOf': [identifier, {'type': 'null'}]}}},
        'slips': {'type': 'object', 'propertyNames': identifier,
                  'additionalProperties': {'type': 'array', 'items': {
                      'type': 'array', 'prefixItems': [
                          person_or_nobody, {'anyOf': [{'type': 'string', 'pattern': TIME}, {'const': ''}]}],
                      'minItems': 2, 'maxItems': 2}}},
        'text-map': {'type': 'object', 'additionalProperties': {'type': 'string'}},
        'int-map': {'type': 'object', 'additionalProperties': integer},
    }
    return simple[field['kind']]


# What a class checks besides its table stands in the schema too, and only there by hand.
CHECKS = {
    'background.picture': {'pattern': '^data:image/', 'maxLength': 4 * 1024 * 1024},
    'issue.revision': {'pattern': '^[A-Z]*$'},
    'session.rounds': {'uniqueItems': True},
}


def compare_field(field, klass, schema, root, where):
    wanted = None
    schema = resolve(schema, root)
    if field['kind'] == 'record':
        return compare_class(field['of'], schema, root, where)
    if field['kind'] == 'records':
        if schema.get('type') != 'array':
            return f'{where}: not a list'
        return compare_class(field['of'], resolve(schema['items'], root), root, where + '[]')
    wanted = expected_of(field, flat({'$ref': '#/$defs/id'}, root))
    wanted = wanted | CHECKS.get(f"{klass['name']}.{field['name']}", {})
    found = flat(schema, root)
    return None if found == wanted else f'{where}: the tables say\n{wanted}\nthe schema says\n{found}'


def compare_class(klass, schema, root, where):
    """The first difference between a table and a schema, or None."""
    fields = klass['fields']
    if [field['kind'] for field in fields] == ['words']:
        word = {'type': 'object', 'properties': {
            name: {'type': 'string'} for name in ('title', 'question', 'method')}}
        wanted = {'type': 'object', 'additionalProperties': {'type': 'object', 'additionalProperties': word}}
        return None if flat(schema, root) == wanted else f'{where}: {flat(schema, root)}'
    names = ['id'] * klass['id'] + [field['name'] for field in fields]
    required = ['id'] * klass['id'] + [field['name'] for field in fields if field['required']]
    if schema.get('type') != 'object' or schema.get('additionalProperties', True) is not True:
        return f'{where}: not an object that may have unknown members'
    if list(schema['properties']) != names:
        return f"{where}: members\n{names}\nbut in the schema\n{list(schema['properties'])}"
    if schema.get('required', []) != required:
        return f"{where}: required\n{required}\nbut in the schema\n{schema.get('required', [])}"
    for field in fields:
        problem = compare_field(field, klass, schema['properties'][field['name']], root, f"{where}.{field['name']}")
        if problem:
            return problem
    return None


def compare_parts(parts, root):
    names = ['format', 'version'] + [part['name'] for part in parts]
    found = list(root['properties'])
    report('members of a plan', None if found == names else f'{names}\nbut in the schema\n{found}')
    for part in parts:
        schema = resolve(root['properties'][part['name']], root)
        if not part['single']:
            limits = {'people': 20000, 'tables': 2000, 'rounds': 24}
            wanted = limits.get(part['name'])
            if schema.get('type') != 'array' or schema.get('maxItems') != wanted:
                report(part['name'], 'not a list, or another limit')
                continue
            schema = resolve(schema['items'], root)
        report(part['name'], compare_class(part['class'], schema, root, part['name']))


WRONG = ('', '?!', -7777777, 2.5, True, None, [], {})


def walk(value, path):
    """The paths of everything in value, but value itself."""
    if path:
        yield path
    for key, member in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from walk(member, path + [key])


def spoil(plan):
    """Plans like plan, each with one thing another: a value, a member less, or those of its neighbour more."""
    for path in walk(plan, []):
        def edit(change):
            other = copy.deepcopy(plan)
            at = other
            for step in path[:-1]:
                at = at[step]
            change(at, path[-1])
            return '.'.join(map(str, path)), at.get(path[-1]) if isinstance(at, dict) else at[path[-1]:][:1], other
        for wrong in WRONG:
            yield edit(lambda at, key: at.__setitem__(key, wrong))
        if isinstance(path[-1], str):
            yield edit(lambda at, key: at.pop(key))
        else:
            yield edit(lambda at, key: at.__setitem__(
                key, at[key - 1] | at[key] if isinstance(at[key], dict) else at[key - 1]))


# What a schema cannot say: ids that are not there or there twice, days that do not exist, and so on.
BEYOND = ('has the id', 'is already the id', 'sits twice', 'is not a date', 'in the agenda twice', 'more than most')


def compare_verdicts(reader, validator, plan):
    """Whether reader and schema refuse the same of many broken plans."""
    broken = list(spoil(plan))
    lines = '\n'.join(json.dumps(other) for _, _, other in broken) + '\n'
    answers = subprocess.run([reader], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(answers) == len(broken)
    differences = []
    for (path, wrong, other), answer in zip(broken, answers):
        accepted = answer == ''
        valid = validator.is_valid(other)
        if accepted != valid and not (valid and any(words in answer for words in BEYOND)):
            differences.append(f"{path} = {json.dumps(wrong)}: schema {valid}, reader: {answer or 'read'}")
    report(f'{len(broken)} broken plans', '\n'.join(differences[:40]))


def main():
    printer, reader, schema_path, *folders = sys.argv[1:]
    root = json.loads(pathlib.Path(schema_path).read_text(encoding='utf-8'))
    Draft202012Validator.check_schema(root)
    report('the schema is one', None)
    validator = Draft202012Validator(root)
    compare_parts(json.loads(subprocess.run([printer], capture_output=True, text=True, check=True).stdout), root)
    for folder in map(pathlib.Path, folders):
        for path in sorted(folder.glob('*.rotunda.json')):
            plan = json.loads(path.read_text(encoding='utf-8'))
            report(path.name, next((f'{list(error.absolute_path)}: {error.message}'
                                    for error in validator.iter_errors(plan)), None))
            if path.name == 'full.rotunda.json':
                compare_verdicts(reader, validator, plan)
    print(f'1..{number}')
    return 1 if failed else 0


sys.exit(main())
