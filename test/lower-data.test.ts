import { describe, expect, it } from 'vitest';
import { json } from '../src/parse/json.ts';
import { yaml } from '../src/parse/yaml.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const ofYaml = await benchFor('yaml', yaml, './lower-yaml.txt');
const ofJson = await benchFor('json', json, './lower-json.txt');

describe.each([
  ['YAML', ofYaml, 35],
  ['JSON', ofJson, 10],
])('%s', (_name, bench, least) => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(least);
  });

  it('when broken is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases, '\n---\n'), 40)) expect([text, ...bench.faults(text)]).toEqual([text]);
    for (const text of ['['.repeat(20_000), '{"a":'.repeat(5_000), '- '.repeat(200)]) expect(bench.faults(text)).toEqual([]);
  });
});

describe('the tables of data', () => {
  it('leave out only what is listed here in YAML', () => {
    /** Beside a value, dropped with it. */
    const properties = ['anchor', 'anchor_name', 'tag'];
    /** Of a directive: `document` drops them. */
    const directives = [
      'directive_name',
      'directive_parameter',
      'reserved_directive',
      'tag_directive',
      'tag_handle',
      'tag_prefix',
      'yaml_directive',
      'yaml_version',
    ];
    /** Inside a scalar: the scalar's builder reads them. */
    const tokens = [
      'alias_name',
      'boolean_scalar',
      'escape_sequence',
      'float_scalar',
      'integer_scalar',
      'null_scalar',
      'string_scalar',
      'timestamp_scalar',
    ];
    const { left, unknown } = gaps(kindsOf('@tree-sitter-grammars/tree-sitter-yaml/src/node-types.json'), yaml);
    expect(left).toEqual([...properties, ...directives, ...tokens, 'stream'].sort());
    expect(unknown).toEqual([]);
  });

  it('leave out only what is listed here in JSON', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-json/src/node-types.json'), json);
    expect(left).toEqual(['_value', 'document', 'escape_sequence', 'string_content']);
    expect(unknown).toEqual([]);
  });
});

describe('block scalars', () => {
  it.each([
    ['a: |\n  x\n    y\n\n  z\n\nb: 1', 'x\\n  y\\n\\nz\\n'],
    ['a: >-\n  x\n  y\n', 'x y'],
    ['a: >\n  x\n\n  y\n    z\n  w\n', 'x\\ny\\n  z\\nw\\n'],
    ['a: |\r\n  x\r\n  y\r\n', 'x\\r\\ny\\n'],
    ['a: |-\n  x y\n\n', 'x y'],
    ['a: |\n', ''],
  ])('%j', (code, value) => {
    expect(ofYaml.lowered(code)[0]).toContain(`value:(string ${JSON.stringify(value).replaceAll('\\\\', '\\')})`);
  });
});

describe('commas too many in JSON', () => {
  it.each(['{"a": 1,}', '{"a": 1, // c\n}'])('%j', (code) => {
    expect(ofJson.lowered(code)).toEqual(['=> (object props:[(pair key:(string a) value:(number 1))])']);
  });

  it('in a list', () => {
    expect(ofJson.lowered('[1, 2,]')).toEqual(['=> (array bracket:"[" elements:[(number 1) (number 2)])']);
  });
});
