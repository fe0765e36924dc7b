import { describe, expect, it } from 'vitest';
import { tomlFault } from '../src/install/toml-check.ts';

describe('sound', () => {
  it.each([
    '',
    ' \n\r\n# only words\n',
    'a = 1\nb.c = "x" # why\n"d e".\'f\' = true\n',
    'a = [1, 2.5, [ "x", ], # list\n]\n',
    'a = { b = 1, c = { d = [] } }\n',
    '[a]\n[a.b]\n[[a.c]]\nx = 1\n[[a.c]]\nx = 2\n[a.c.d]\ny = 1\n',
    '[a.b]\nx = 1\n[a]\ny = 1\n',
    'a.b = 1\na.c = 2\n',
    'a = \'\'\'\n[not]\na header\n\'\'\'\nb = """\\\n  x"""\n',
    's = """a"""""\n',
    'a = 1979-05-27T07:32:00Z\nb = 07:32:00\nc = -1_000\nd = 0xDEAD\ne = 1e-5\nf = +inf\n',
    '\uFEFFa = 1',
    'a = "\\u00e9 \\" \\\\"',
  ])('%j', (text) => expect(tomlFault(text)).toBeNull());
});

describe('not TOML, and where', () => {
  it.each([
    ['a = 1\n[broken\n', 2, 'header is not closed'],
    ['[[hooks]\n', 1, 'header is not closed'],
    ['a =\n', 1, 'no value'],
    ['a = tru\n', 1, 'no value'],
    ['a = 01\n', 1, 'no value'],
    ['\n\na = "x\n', 3, 'string is not closed'],
    ['a = """\nx\n', 1, 'string is not closed'],
    ['a = 1\nb = [1,\n2\n', 2, 'list is not closed'],
    ['a = [1 2]\n', 1, 'comma is missing'],
    ['a = { b = 1\n', 1, 'table is not closed'],
    ['a b = 1\n', 1, '`=` is missing'],
    ['= 1\n', 1, 'key is missing'],
    ['a = 1 b = 2\n', 1, 'more stands behind'],
    ['a = "\\q"\n', 1, 'escape'],
    ['a = 1\na = 2\n', 2, '`a` stands twice'],
    ['[a]\nb = 1\n[a]\nc = 2\n', 3, '`a` stands twice'],
    ['[[a]]\n[a]\n', 2, '`a` stands twice'],
    ['a = []\n[[a]]\n', 2, '`a` stands twice'],
    ['a = { b = 1 }\n[a.c]\n', 2, 'has a value already'],
    ['a = 1\na.b = 2\n', 2, 'has a value already'],
    [`a = ${'['.repeat(5000)}`, 1, 'nested too deep'],
    ['{ "hooks": {} }\n', 1, 'key is missing'],
  ])('%j', (text, line, message) => {
    expect(tomlFault(text)).toEqual({ line, message: expect.stringContaining(message) });
  });
});
