/** Rules over the syntax tree of one source: one parse for all of them. */
import type { Source } from '../model/effect.ts';
import type { Failure, Finding, TraceStep } from '../model/finding.ts';
import type { LanguageId } from '../model/language.ts';
import type { Rule, TaintPart } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { grammarFor } from '../parse/languages.ts';
import type { Lowering } from '../parse/lower.ts';
import { loadLowering } from '../parse/lowerings.ts';
import { type ParsedText, parseText } from '../parse/parse.ts';
import { mayExhaustScanner } from '../parse/scanner-limits.ts';
import { holdsMarkup, holdsScripts, scriptsOf } from '../parse/script-blocks.ts';
import type { Parser } from '../parse/syntax.ts';
import { languagesWithin } from '../rules/languages-within.ts';
import { codeOf } from './condition.ts';
import { indexText } from './filter.ts';
import { findingOf, oneLine } from './finding.ts';
import { areaFor, type Counterpart, focusOf, isWithinStatements } from './focus.ts';
import type { Match } from './matches.ts';
import type { Bindings } from './matching/matching.ts';
import { namesOf } from './names.ts';
import type { ReadBeside } from './project.ts';
import type { OtherText } from './scan.ts';
import { Searcher } from './search.ts';
import { plainlySpelt } from './spelling.ts';
import type { PartMatches } from './taint.ts';
import { asksForAbsence, matchesOf, meetingParts } from './taint-parts.ts';
import { stepText } from './trace-text.ts';
import type { Tree } from './tree.ts';
import { TreeIndex } from './tree-index.ts';

/** Longest time for parsing one file, ms. */
const PARSE_LIMIT = 2000;
/** Longest text that is parsed, code units; what is longer is only searched for secrets. */
const PARSE_SIZE = 4_000_000;

/**
 * Adds what the rules find to `findings`, and what went wrong to `failures`. Where only a part of the text was searched,
 * what faces it in the other text; else null. Rejects only where no parser can be had.
 */
export async function scanTree(
  source: Source,
  rules: readonly Rule[],
  parsers: Parsers,
  findings: Finding[],
  failures: Failure[],
  now?: number,
  readBeside?: ReadBeside,
  /** The text on the other side of an edit, where only findings that the edit may have brought in or taken out are wanted. */
  other?: OtherText,
): Promise<Counterpart | null> {
  const fail = (kind: Failure['kind'], message: string, line: number | null = null, ruleId: string | null = null): void => {
    failures.push({ kind, message, path: source.path, line, ruleId });
  };
  if (source.text.length > PARSE_SIZE) {
    fail('too-large', `longer than ${PARSE_SIZE} characters: only searched for secrets`);
    return null;
  }
  const textOnly = (rule: Rule): boolean => rule.languages.every((id) => id === 'regex' || id === 'generic');
  const scriptsIn = (text: string): string =>
    plainlySpelt(holdsScripts(source.path) ? scriptsOf(source.path, text, source.fragment) : text, source.language);
  const code = source.language === 'html' ? source.text : scriptsIn(source.text);
  const readers = await readersFor({ ...source, text: code }, rules, parsers);
  const needsTree = rules.some((rule) => !textOnly(rule) && (!forMarkup(rule, source) || speaks(rule, source.language)));
  let parsed: ParsedText | null = null;
  const wide = rules.some((rule) => rule.wide);
  let tree = textTree(code, source.language ?? 'regex', '', wide);
  if (needsTree && source.language !== null) {
    const made = parseIn(code, source.language, source.path, readers, wide);
    if (made) ({ parsed, tree } = made);
  }
  const { language } = source;
  const focus =
    other !== undefined && parsed && !parsed.hasError && language !== null
      ? focusOf(
          scriptsIn(other.text),
          tree,
          (text) => {
            const made = parseIn(text, language, source.path, readers, wide);
            return made === null || made.parsed.hasError ? null : made.tree;
          },
          other.counterpart,
        )
      : null;
  // What no statement in question holds cannot have come.
  const words = focus?.reached
    ? indexText(focus.reached.statements.map(({ start, end }) => code.slice(start, end)).join('\n'))
    : null;
  const plain = new Map<LanguageId, Tree>();
  const plainTree = (language: LanguageId): Tree => {
    const known = plain.get(language) ?? textTree(source.text, language, '', wide);
    plain.set(language, known);
    return known;
  };
  let page: Tree | null | undefined;
  /** The markup of a page; its scripts are the tree of the source's own language. */
  const pageTree = (): Tree | null => {
    page ??= parseIn(source.text, 'html', source.path, readers, wide)?.tree ?? null;
    return page;
  };
  /** What a rule is run over. */
  const treesOf = (rule: Rule): Tree[] => {
    if (textOnly(rule)) return [plainTree(rule.languages.includes('generic') ? 'generic' : 'regex')];
    if (!forMarkup(rule, source)) return [tree];
    const markup = pageTree();
    return [...(markup ? [markup] : []), ...(speaks(rule, language) ? [tree] : [])];
  };
  const parseOther = (text: string, language: LanguageId, wide: boolean): Tree | null =>
    language === 'regex' || language === 'generic'
      ? textTree(text, language, '', wide)
      : mayExhaustScanner(grammarFor(language, '') ?? 'json', text)
        ? null
        : (parseIn(text, language, '', readers, wide)?.tree ?? null);
  const narrow = new Map<Tree, Tree>();
  /** The same tree as the rule sees it. */
  const asSeenBy = (rule: Rule, over: Tree): Tree => {
    if (wide === (rule.wide === true)) return over;
    const { program, source, language, path } = over;
    const seen = narrow.get(over) ?? treeOver(program, source, language, path, false);
    narrow.set(over, seen);
    return seen;
  };
  for (const [rule, over] of rules.flatMap((rule) => treesOf(rule).map((over) => [rule, asSeenBy(rule, over)] as const))) {
    try {
      const area = focus && over.program === tree.program ? areaFor(rule.body, over.language, focus) : null;
      if (area && words && !words.has(rule.needs) && isWithinStatements(rule.body, over.language)) continue;
      const searcher = new Searcher(
        over,
        optionsOf(rule),
        (text, language) => parseOther(text, language, rule.wide === true),
        now,
        area,
      );
      findings.push(...(await treeFindings(source, rule, searcher, readBeside)));
      for (const note of searcher.notes) fail('timeout', note, null, rule.id);
      for (const note of searcher.bounds)
        failures.push({ kind: 'timeout', message: note, path: source.path, line: null, ruleId: rule.id, bounded: true });
    } catch (error) {
      fail('internal', error instanceof Error ? error.message : String(error), null, rule.id);
    }
  }
  // A page is never invalid: a browser makes something of any text.
  if (parsed?.hasError && !source.fragment && source.language !== 'html') {
    for (const fault of parsed.faults()) {
      if (fault.kind === 'syntax') {
        fail('unparsed', fault.missing ? `missing ${fault.missing}` : 'syntax that the grammar does not know', fault.line);
        const failure = failures.at(-1)!;
        if (source.language === 'javascript' || source.language === 'typescript') {
          // Slow to load; only text that the grammar stumbled over gets here.
          const { judgeSyntax } = await import('../parse/arbiter.ts');
          failure.invalid =
            (await judgeSyntax(
              code,
              !holdsScripts(source.path) ? source.path : `script.${source.language === 'typescript' ? 'ts' : 'js'}`,
            )) === 'invalid';
          if (failure.invalid) failure.message = 'not valid code of its language';
        }
      } else if (fault.kind === 'timeout') fail('timeout', 'parsing took too long');
      else if (fault.kind === 'too-deep') fail('unparsed', 'nested too deep');
      else fail('internal', fault.message);
      break;
    }
  }
  parsed?.free();
  return focus?.counterpart ?? null;
}

const optionsOf = (
  rule: Rule,
): Rule['body'] extends infer Body ? (Body extends { options: infer Options } ? Options : never) : never =>
  'options' in rule.body ? rule.body.options : {};

interface Reader {
  parser: Parser;
  lowering: Lowering;
}

/** Whether a rule is for the markup of a page that has another language besides. */
const forMarkup = (rule: Rule, { language, path }: Source): boolean =>
  language !== 'html' && rule.languages.includes('html') && holdsMarkup(path);

const speaks = (rule: Rule, language: LanguageId | null): boolean => language !== null && rule.languages.includes(language);

/** Languages may share a grammar, and a language may have two. */
const readerKey = (language: LanguageId, path: string): string => `${language} ${grammarFor(language, path)}`;

/** What reads the source and the languages of the rules' `metavariable-pattern`, by `readerKey`. */
async function readersFor(source: Source, rules: readonly Rule[], parsers: Parsers): Promise<ReadonlyMap<string, Reader>> {
  const readers = new Map<string, Reader>();
  const add = async (language: LanguageId, path: string, text?: string): Promise<void> => {
    const grammar = grammarFor(language, path);
    const key = readerKey(language, path);
    if (!grammar || readers.has(key)) return;
    const lowering = await loadLowering(language);
    if (lowering) readers.set(key, { parser: await parsers.parser(grammar, text), lowering });
  };
  if (source.language) await add(source.language, source.path, source.text);
  if (rules.some((rule) => forMarkup(rule, source))) await add('html', source.path, source.text);
  for (const rule of rules) for (const language of rule.languagesWithin ?? languagesWithin(rule.body)) await add(language, '');
  return readers;
}

function parseIn(
  text: string,
  language: LanguageId,
  path: string,
  readers: ReadonlyMap<string, Reader>,
  wide: boolean,
): { parsed: ParsedText; tree: Tree } | null {
  const reader = readers.get(readerKey(language, path));
  if (!reader) return null;
  const parsed = parseText(reader.parser, reader.lowering, text, PARSE_LIMIT);
  return { parsed, tree: treeOver(parsed.program, text, language, path, wide) };
}

function textTree(text: string, language: LanguageId, path: string, wide: boolean): Tree {
  const program: Tree['program'] = { kind: 'program', body: [], start: 0, end: text.length, parent: null };
  return treeOver(program, text, language, path, wide);
}

function treeOver(program: Tree['program'], source: string, language: LanguageId, path: string, wide: boolean): Tree {
  const names = namesOf(program, source, language, wide);
  return { program, source, language, path, names, index: new TreeIndex(program, source, language, names) };
}

async function treeFindings(source: Source, rule: Rule, searcher: Searcher, readBeside?: ReadBeside): Promise<Finding[]> {
  const { body } = rule;
  switch (body.mode) {
    case 'search': {
      const seen = new Set<string>();
      return searcher.search(body.formula).flatMap((match) => {
        const finding = findingOf(source, rule, match, capturesOf(match.bindings, source.text), []);
        const key = `${match.start}:${match.end}:${finding.message}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [finding];
      });
    }
    case 'taint': {
      const meeting = meetingParts(body, searcher);
      if (!meeting) return [];
      const { findTaint } = await import('./taint.ts');
      const part = <P extends TaintPart>(spec: P): { part: P; matches: readonly Match[] } => ({
        part: spec,
        matches: matchesOf(spec, body, searcher),
      });
      const find = (sanitizers: PartMatches[]): ReturnType<typeof findTaint> =>
        findTaint({
          ...meeting,
          program: searcher.tree.program,
          source: searcher.tree.source,
          sanitizers,
          propagators: body.propagators.map((spec) => ({ ...part(spec), from: spec.from, to: spec.to })),
          options: body.options,
          names: searcher.tree.names,
        });
      // Sanitizers only take away: they are looked for when there is something to take.
      const raw = body.sanitizers.length > 0 && !asksForAbsence(body) ? find([]) : null;
      if (raw?.hits.length === 0) return [];
      const sanitizers = body.sanitizers.map(part);
      const { hits, notes } = raw && sanitizers.every(({ matches }) => matches.length === 0) ? raw : find(sanitizers);
      for (const note of notes) searcher.bounds.add(note);
      return hits.map((hit) => {
        const trace = hit.trace.map(
          ({ kind, start, end }): TraceStep => ({
            kind,
            span: { start, end },
            text: oneLine(stepText(searcher.tree, kind, { start, end })),
          }),
        );
        return findingOf(source, rule, hit.at, capturesOf(hit.bindings, source.text), trace);
      });
    }
    case 'route': {
      const { findRoutes } = await import('./route.ts');
      return (await findRoutes(searcher.tree, body.route, rule.confidence, readBeside, searcher.area?.ranges ?? null)).map(
        (match) => ({
          ...findingOf(source, rule, match, match.captures, []),
          confidence: match.confidence,
        }),
      );
    }
    default:
      return [];
  }
}

function capturesOf(bindings: Bindings, text: string): Record<string, string> {
  const captures: Record<string, string> = {};
  for (const [name, bound] of bindings) captures[name] = codeOf(bound, text);
  return captures;
}
