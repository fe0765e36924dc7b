/**
 * Tests that every language's lowering has in common. Cases stand in a text file: blocks of code with one `=>` line for
 * each statement, under headlines that begin with `##`. UPDATE=1 rewrites the `=>` lines.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parserAssets } from '../src/host/assets.ts';
import { eachChild, type Node } from '../src/model/tree.ts';
import { loadParsers } from '../src/parse/backends.ts';
import type { GrammarId } from '../src/parse/languages.ts';
import { type Lowering, piecesOf } from '../src/parse/lower.ts';
import { type ParsedText, parseText } from '../src/parse/parse.ts';
import { treeText } from './tree-text.ts';

export interface Case {
  code: string;
  expected: string[];
}

export interface Bench {
  cases: Case[];
  parse(code: string): ParsedText;
  /** What the `=>` lines of this code should be. */
  lowered(code: string): string[];
  /** What is wrong with the tree of this text: parents, spans outside of the parent. Looks at every node. */
  faults(code: string): string[];
}

/** `fileName` is a file of cases in this folder; `end` stands after the code of each case, `begin` before it. */
export async function benchFor(grammar: GrammarId, lowering: Lowering, fileName: string, end = '', begin = ''): Promise<Bench> {
  const parser = await loadParsers(parserAssets()).parser(grammar);
  const parse = (code: string) => parseText(parser, lowering, code, 10_000);
  const lowered = (code: string): string[] => {
    const { program, free } = parse(code);
    const lines = program.body.map((node) => `=> ${treeText(node, true)}`);
    free();
    return lines;
  };
  const faults = (code: string): string[] => {
    const { program, free } = parse(code);
    const wrong: string[] = [];
    check(program, wrong, code);
    free();
    return wrong;
  };
  const file = new URL(fileName, import.meta.url);
  let blocks = readFileSync(file, 'utf8').trimEnd().split('\n\n');
  const read = (block: string): Case => {
    const lines = block.split('\n');
    const expected = lines.filter((line) => line.startsWith('=> '));
    return { code: begin + lines.slice(0, lines.length - expected.length).join('\n') + end, expected };
  };
  const mended = ({ code }: Case): string => [code.slice(begin.length, code.length - end.length), ...lowered(code)].join('\n');
  const isCase = (block: string, i: number): boolean => i > 0 && !block.startsWith('## ');
  if (process.env['UPDATE'] === '1') {
    blocks = blocks.map((block, i) => (isCase(block, i) ? mended(read(block)) : block));
    writeFileSync(file, `${blocks.join('\n\n')}\n`);
  }
  return { cases: blocks.filter(isCase).map(read), parse, lowered, faults };
}

/** The grammar's named kinds. */
export function kindsOf(nodeTypes: string): Set<string> {
  const types = createRequire(import.meta.url)(nodeTypes) as { type: string; named: boolean }[];
  return new Set(types.filter(({ named }) => named).map(({ type }) => type));
}

/** The kinds without an entry in the table, and the entries without a kind. */
export function gaps(kinds: ReadonlySet<string>, lowering: Lowering): { left: string[]; unknown: string[] } {
  const known = [...Object.keys(lowering.table), ...lowering.skip];
  return {
    left: [...kinds].filter((kind) => !known.includes(kind)).sort(),
    unknown: known.filter((kind) => !kinds.has(kind)),
  };
}

/** Broken versions of a text: its beginning, its end, and a hole in it, at `count` places. */
export function* broken(whole: string, count: number): Generator<string> {
  for (let i = 1; i <= count; i++) {
    const cut = Math.floor((whole.length * i) / (count + 1));
    yield whole.slice(0, cut);
    yield whole.slice(cut);
    yield whole.slice(0, cut) + whole.slice(cut + 7);
  }
}

/** The cases' code as one text, repeated until it is longer than what is read in one go. */
export function wholeText(cases: readonly Case[], separator = '\n'): string {
  let whole = cases.map((one) => one.code).join(separator);
  while (whole.length < 5000) whole = `${whole}${separator}${whole}`;
  return whole;
}

function check(node: Node, wrong: string[], source: string): void {
  const pieces = piecesOf(node);
  pieces?.spans.forEach((span, piece) => {
    for (const kid of pieces.build(piece)) if (!within(kid, span)) wrong.push(`${kid.kind} is outside of its piece`);
  });
  eachChild(node, (child) => {
    if (child.parent !== node) wrong.push(`${child.kind} in ${node.kind} has another parent`);
    // What an alias of YAML stands for lies where its anchor is.
    if (!within(child, node) && !(child.end <= node.start && source[node.start] === '*'))
      wrong.push(`${child.kind} ${child.start}-${child.end} is outside of ${node.kind} ${node.start}-${node.end}`);
    check(child, wrong, source);
  });
}

const within = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start <= inner.end && inner.start >= outer.start && inner.end <= outer.end;
