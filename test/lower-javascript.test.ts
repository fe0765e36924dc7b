import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { eachChild, type Node } from '../src/model/tree.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { javascript } from '../src/parse/javascript.ts';
import type { GrammarId } from '../src/parse/languages.ts';
import { piecesOf } from '../src/parse/lower.ts';
import { parseText } from '../src/parse/parse.ts';
import { treeText } from './tree-text.ts';

const grammars = ['javascript', 'typescript', 'tsx'] as const;
const parsers = loadParsers(parserAssets());
const parserOf = Object.fromEntries(await Promise.all(grammars.map(async (id) => [id, await parsers.parser(id)] as const)));

const parse = (text: string, grammar: GrammarId) => parseText(parserOf[grammar]!, javascript, text, 10_000);

// ---- cases: blocks of code and `=>` lines under a headline that names the grammar; UPDATE=1 rewrites the `=>` lines

const file = new URL('./lower-javascript.txt', import.meta.url);
const text = readFileSync(file, 'utf8');

interface Case {
  block: string;
  grammar: (typeof grammars)[number];
  code: string;
  expected: string[];
}

const cases: Case[] = [];
let grammar: Case['grammar'] = 'javascript';
for (const block of text.split('\n\n').slice(1)) {
  const lines = block.trimEnd().split('\n');
  const headline = /^## .* \((\w+)\)$/.exec(block);
  if (headline) grammar = headline[1] as Case['grammar'];
  else {
    const code = lines.filter((line) => !line.startsWith('=> ')).join('\n');
    cases.push({ block, grammar, code, expected: lines.filter((line) => line.startsWith('=> ')) });
  }
}

const loweredOf = (one: Case) => parse(one.code, one.grammar).program.body.map((node) => `=> ${treeText(node, true)}`);

if (process.env['UPDATE'] === '1') {
  const anew = (one: Case) => [one.code, ...loweredOf(one)].join('\n');
  writeFileSync(
    file,
    cases.reduce((all, one) => all.replace(one.block.trimEnd(), () => anew(one)), text),
  );
}

describe('lowers', () => {
  it.each(cases)('$grammar: $code', (one) => {
    expect(parse(one.code, one.grammar).hasError).toBe(false);
    expect(loweredOf(one)).toEqual(one.expected);
  });

  it('has the cases', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  it.each(['javascript', 'typescript', 'tsx'] as const)('what JavaScript is, alike in the grammar %s', (id) => {
    const plain = cases.filter((one) => one.grammar === 'javascript' && !onlyJavascript(one.code, id));
    for (const one of plain) expect([one.code, ...loweredOf({ ...one, grammar: id })]).toEqual([one.code, ...one.expected]);
  });
});

/** What the TypeScript grammars read in another way, or do not know. */
function onlyJavascript(code: string, id: GrammarId): boolean {
  const unknown = /using |static get\n|^<!--/m.test(code);
  return id !== 'javascript' && (unknown || (id === 'typescript' && /(^|\(|>)<[\w>]/.test(code)));
}

// ---- every kind of node has its place

/** Tokens inside a literal: the builder of the literal reads them. */
const tokens = ['escape_sequence', 'regex_flags', 'regex_pattern', 'string_fragment'];
/** Read by the builder of the statement around them. */
const pieces = [
  'accessibility_modifier',
  'class_body',
  'enum_body',
  'import_attribute',
  'import_clause',
  'import_require_clause',
  'import_specifier',
  'interface_body',
  'named_imports',
  'namespace_import',
  'override_modifier',
];
/** The grammar's names for groups of kinds, and the root. */
const groups = ['declaration', 'expression', 'pattern', 'primary_expression', 'primary_type', 'program', 'statement', 'type'];
/** Stay as they are: shapes that no other language shares and no pattern asks for by role. */
const others = ['debugger_statement', 'index_signature', 'mapped_type_clause', 'object_type'];

describe('the table', () => {
  const require = createRequire(import.meta.url);
  const files = ['javascript/src', 'typescript/typescript/src', 'typescript/tsx/src'];
  const kinds = new Set<string>();
  for (const folder of files) {
    const types = require(`tree-sitter-${folder}/node-types.json`) as { type: string; named: boolean }[];
    for (const { type, named } of types) if (named) kinds.add(type);
  }

  it('leaves out only what is listed here', () => {
    const left = [...kinds].filter((kind) => !(kind in javascript.table) && !javascript.skip.has(kind));
    expect(left.sort()).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
  });

  it('names no kind that the grammars do not have', () => {
    expect([...Object.keys(javascript.table), ...javascript.skip].filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

// ---- bad input

/** Looks at every node; lists what is out of place. */
function check(node: Node, wrong: string[]): void {
  const pieces = piecesOf(node);
  pieces?.spans.forEach((span, piece) => {
    for (const kid of pieces.build(piece)) if (!within(kid, span)) wrong.push(`${kid.kind} is outside of its piece`);
  });
  eachChild(node, (child) => {
    if (child.parent !== node) wrong.push(`${child.kind} in ${node.kind} has another parent`);
    if (!within(child, node)) wrong.push(`${child.kind} at ${child.start} is outside of ${node.kind} at ${node.start}`);
    check(child, wrong);
  });
}

const within = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start <= inner.end && inner.start >= outer.start && inner.end <= outer.end;

describe.each(grammars)('broken %s', (id) => {
  const fitting = cases.filter((one) => one.grammar === id || (id === 'tsx' && one.grammar === 'typescript'));
  // Twice as long as a node that is read in one go.
  let whole = fitting.map((one) => one.code).join('\n;\n');
  while (whole.length < 5000) whole = `${whole}\n;\n${whole}`;
  const cuts = Array.from({ length: 100 }, (_, i) => Math.floor((whole.length * (i + 1)) / 101));

  it.each([
    ['end', (cut: number) => whole.slice(0, cut)],
    ['beginning', (cut: number) => whole.slice(cut)],
    ['middle', (cut: number) => whole.slice(0, cut) + whole.slice(cut + 7)],
  ])('without its %s is lowered to a sound tree', (_name, part) => {
    for (const cut of cuts) {
      const { program, free } = parse(part(cut), id);
      const wrong: string[] = [];
      check(program, wrong);
      expect([cut, ...wrong]).toEqual([cut]);
      free();
    }
  });

  it('of 20,000 open brackets and of a long chain is lowered', () => {
    for (const code of ['['.repeat(20_000), `x = ${'a + '.repeat(5_000)}b`, `if (a) b;${' else if (a) b;'.repeat(3_000)}`]) {
      const wrong: string[] = [];
      check(parse(code, id).program, wrong);
      expect(wrong).toEqual([]);
    }
  });
});
