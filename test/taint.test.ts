import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../src/engine/names.ts';
import { Searcher } from '../src/engine/search.ts';
import { findTaint, type TaintHit } from '../src/engine/taint.ts';
import { TreeIndex } from '../src/engine/tree-index.ts';
import { parserAssets } from '../src/host/assets.ts';
import { type LanguageId, languageIds } from '../src/model/language.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { grammarFor } from '../src/parse/languages.ts';
import { loadLowering } from '../src/parse/lowerings.ts';
import { parseText } from '../src/parse/parse.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());

async function taintOf(language: LanguageId, rule: string, code: string): Promise<{ hits: TaintHit[]; notes: string[] }> {
  const head = ['rules:', '- id: t', '  mode: taint', `  languages: [${language}]`, '  message: m', '  severity: ERROR'];
  const yaml = [...head, ...rule.split('\n').map((line) => `  ${line}`)].join('\n');
  const { rules, failures } = await compileRules(yaml, 'rule.yaml', parsers);
  expect(failures).toEqual([]);
  const body = rules[0]!.body;
  if (body.mode !== 'taint') throw new Error('not a taint rule');
  const options = { taint_intrafile: true, ...body.options };
  const parser = await parsers.parser(grammarFor(language, '')!);
  const { program } = parseText(parser, (await loadLowering(language))!, code, 10_000);
  const names = namesOf(program, code, language);
  const index = new TreeIndex(program, code, language, names);
  const searcher = new Searcher({ program, source: code, language, path: '', names, index }, options, () => null);
  const part = <P extends { formula: Parameters<Searcher['search']>[0] }>(spec: P) => ({
    part: spec,
    matches: searcher.search(spec.formula),
  });
  return findTaint({
    program,
    source: code,
    names,
    options,
    sources: body.sources.map(part),
    sinks: body.sinks.map(part),
    sanitizers: body.sanitizers.map(part),
    propagators: body.propagators.map((spec) => ({ ...part(spec), from: spec.from, to: spec.to })),
  });
}

const lineOf = (code: string, offset: number): number => code.slice(0, offset).split('\n').length;
const linesOf = (code: string, hits: readonly TaintHit[]): number[] => [...new Set(hits.map(({ at }) => lineOf(code, at.start)))];

// ---- the table

interface Case {
  title: string;
  language: LanguageId;
  rule: string;
  code: string;
}

const cases: Case[] = readFileSync(new URL('./taint.txt', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const [, title, language, rule, codes] = /^(.*) \((\w+)\)\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(section)!;
    if (!languageIds.includes(language as LanguageId)) throw new Error(`unknown language in ${title}`);
    return codes!
      .trim()
      .split(/\n\n+/)
      .map((code): Case => ({ title: title!, language: language as LanguageId, rule: rule!, code }));
  });

describe('taint flows', () => {
  it('has the cases', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  it.each(cases)('$title ($language): $code', async ({ language, rule, code }) => {
    const expected = code.split('\n').flatMap((line, index) => (/(?:\/\/|#) HIT$/.test(line) ? [index + 1] : []));
    const { hits } = await taintOf(language, rule, code);
    expect(linesOf(code, hits)).toEqual(expected);
  });
});

// ---- what a hit tells

const plain = 'pattern-sources: [{ pattern: source($A) }]\npattern-sinks: [{ pattern: sink($B) }]';

describe('a hit', () => {
  it('shows the way from source to sink', async () => {
    const code = "function f() {\n  const a = source('x');\n  const b = a + 1;\n  sink(b);\n}";
    const { hits } = await taintOf('javascript', plain, code);
    expect(hits).toHaveLength(1);
    expect(hits[0]!.trace.map(({ kind, start, end }) => `${kind} ${code.slice(start, end)}`)).toEqual([
      "source source('x')",
      'step a',
      'step b',
      'sink sink(b)',
    ]);
  });

  it('has the metavariables of source and sink', async () => {
    const code = "sink(source('x'))";
    const { hits } = await taintOf('javascript', plain, code);
    const text = (name: string): unknown => {
      const bound = hits[0]!.bindings.get(name);
      return typeof bound === 'object' && 'start' in bound ? code.slice(bound.start, bound.end) : bound;
    };
    expect([text('$A'), text('$B')]).toEqual(["'x'", "source('x')"]);
  });

  it('is reported once for a sink that many sources reach', async () => {
    const { hits } = await taintOf('javascript', plain, 'sink(source(1) + source(2)); for (const x of y) { sink(source(x)); }');
    expect(hits).toHaveLength(2);
  });

  it('stands at the source where the rule asks for it', async () => {
    const { hits } = await taintOf(
      'javascript',
      `options: { taint_match_on: source }\n${plain}`,
      'const a = source(1);\nsink(a);',
    );
    expect(hits.map(({ at }) => at.start)).toEqual([10]);
  });

  it('tells the labels that arrive', async () => {
    const rule =
      'pattern-sources: [{ pattern: a(), label: A }, { pattern: b(), label: B }]\npattern-sinks: [{ pattern: sink(...), requires: A }]';
    const { hits } = await taintOf('javascript', rule, 'sink(a() + b())');
    expect(hits[0]!.labels.sort()).toEqual(['A', 'B']);
  });
});

// ---- bounds

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('stays within bounds', () => {
  it('analyses a very large function without joins, and says so', async () => {
    const code = `function f() {\n${repeat(1500, (i) => `let v${i} = source(${i}); if (v${i}) { sink(v${i}); }`)}\n}`;
    const { hits, notes } = await taintOf('javascript', plain, code);
    expect(hits).toHaveLength(1500);
    expect(notes.join()).toContain('without joins');
  });

  it('stops following calls at some depth, and says so', async () => {
    const code = `${repeat(30, (i) => `function f${i}(a, b) { f${i + 1}(a, b); f${i + 1}(b, a); }`)}\nfunction f30(a, b) { sink(a); }\nf0(source(1), 2);`;
    const { notes } = await taintOf('javascript', plain, code);
    expect(notes.join()).toContain('deeper');
  });

  it('ends on functions that all call each other', async () => {
    const all = repeat(12, (i) => `f${i}(a + ${i});`);
    const code = `${repeat(12, (i) => `function f${i}(a) { ${all} sink(a); }`)}\nf0(source(1));`;
    expect((await taintOf('javascript', plain, code)).hits).toHaveLength(12);
  });

  it('ends on nested loops that shift taint along', async () => {
    const code = `function f() { let a0 = source(1); ${'while (c) { '.repeat(8)}${repeat(9, (i) => `a${9 - i} = a${8 - i};`)}${'}'.repeat(8)} sink(a3); }`;
    expect((await taintOf('javascript', plain, code)).hits).toHaveLength(1);
  });

  it('has nothing to say without sources or sinks', async () => {
    expect(await taintOf('javascript', plain, 'source(1)')).toEqual({ hits: [], notes: [] });
    expect(await taintOf('javascript', plain, 'sink(1)')).toEqual({ hits: [], notes: [] });
  });
});
