/** Rules over one source: text filter, then text rules, then one parse and the tree rules. */
import type { Source } from '../model/effect.ts';
import { confidences, type Failure, type Finding, severities, type TraceStep } from '../model/finding.ts';
import type { LanguageId } from '../model/language.ts';
import type { Formula, Rule, RuleHead, TaintPart } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { grammarFor, lowerings } from '../parse/languages.ts';
import { type ParsedText, parseText } from '../parse/parse.ts';
import { mayExhaustScanner } from '../parse/scanner-limits.ts';
import type { Parser } from '../parse/syntax.ts';
import { codeOf } from './condition.ts';
import { indexText } from './filter.ts';
import { fingerprintOf } from './fingerprint.ts';
import { maskWithin } from './mask.ts';
import type { Bindings } from './match.ts';
import { namesOf } from './names.ts';
import { type Match, Searcher, type Tree } from './search.ts';
import { isLiteral } from './position.ts';
import { matchSecrets } from './secret.ts';
import { findTaint, type PartMatches } from './taint.ts';
import { TreeIndex } from './tree-index.ts';

export interface ScanTools {
  parsers: Parsers;
  /** Whether `path` is one that the rule's `paths` let through. */
  pathFits(rule: Pick<Rule, 'paths'>, path: string): boolean;
  /** Fetches the bodies of rules that the text filter let through, in the same order. */
  bodies(heads: readonly RuleHead[]): readonly Rule[];
}

export interface ScanResult {
  /** In order of place, then of rule id. */
  findings: Finding[];
  failures: Failure[];
}

/** Longest time for parsing one file, ms. */
const PARSE_LIMIT = 2000;
/** Longest text that is parsed, code units; what is longer is only searched for secrets. */
const PARSE_SIZE = 4_000_000;
const SNIPPET = 200;

export async function scan(source: Source, rules: readonly RuleHead[], tools: ScanTools): Promise<ScanResult> {
  const index = indexText(source.text);
  const wanted = rules.filter(
    (rule) => rule.mode !== 'command' && speaks(rule, source.language) && index.has(rule.needs) && tools.pathFits(rule, source.path),
  );
  if (wanted.length === 0) return { findings: [], failures: [] };
  const bodies = tools.bodies(wanted);
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  for (const rule of bodies) if (rule.body.mode === 'secret') findings.push(...secretFindings(source, rule));
  dropCovered(findings);
  const treeRules = bodies.filter((rule) => rule.body.mode !== 'secret' && rule.body.mode !== 'command');
  if (treeRules.length > 0) await scanTree(source, treeRules, tools, findings, failures);
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
  return { findings, failures };
}

/** Of secrets that overlap, found by different rules, the worst is kept. */
function dropCovered(secrets: Finding[]): void {
  const worth = ({ severity, confidence }: Finding): number => severities.indexOf(severity) * 3 + confidences.indexOf(confidence);
  const order = [...secrets].sort((a, b) => worth(a) - worth(b));
  const kept: Finding[] = [];
  for (const finding of order) if (!kept.some(({ span }) => span.start < finding.span.end && finding.span.start < span.end)) kept.push(finding);
  secrets.splice(0, secrets.length, ...secrets.filter((finding) => kept.includes(finding)));
}

/** `regex` and `generic` rules look at every text. */
const speaks = (rule: RuleHead, language: LanguageId | null): boolean =>
  rule.languages.some((id) => id === language || id === 'regex' || id === 'generic');

async function scanTree(source: Source, rules: readonly Rule[], tools: ScanTools, findings: Finding[], failures: Failure[]): Promise<void> {
  const fail = (kind: Failure['kind'], message: string, line: number | null = null, ruleId: string | null = null): void => {
    failures.push({ kind, message, path: source.path, line, ruleId });
  };
  if (source.text.length > PARSE_SIZE) {
    fail('too-large', `longer than ${PARSE_SIZE} characters: only searched for secrets`);
    return;
  }
  const textOnly = (rule: Rule): boolean => rule.languages.every((id) => id === 'regex' || id === 'generic');
  const parsers = await parsersFor(source, rules, tools.parsers);
  const needsTree = rules.some((rule) => !textOnly(rule));
  let parsed: ParsedText | null = null;
  let tree = textTree(source.text, source.language ?? 'regex');
  if (needsTree && source.language !== null) {
    const made = parseIn(source.text, source.language, source.path, parsers);
    if (made) ({ parsed, tree } = made);
  }
  const parseOther = (text: string, language: LanguageId): Tree | null =>
    language === 'regex' || language === 'generic'
      ? textTree(text, language)
      : mayExhaustScanner(grammarFor(language, '') ?? 'json', text)
        ? null
        : (parseIn(text, language, '', parsers)?.tree ?? null);
  for (const rule of rules) {
    const over = textOnly(rule) ? textTree(source.text, rule.languages.includes('generic') ? 'generic' : 'regex') : tree;
    try {
      const searcher = new Searcher(over, optionsOf(rule), parseOther);
      findings.push(...treeFindings(source, rule, searcher));
      for (const note of searcher.notes) fail('timeout', note, null, rule.id);
    } catch (error) {
      fail('internal', error instanceof Error ? error.message : String(error), null, rule.id);
    }
  }
  if (parsed?.hasError && !source.fragment) {
    for (const fault of parsed.faults()) {
      if (fault.kind === 'syntax') {
        fail('unparsed', fault.missing ? `missing ${fault.missing}` : 'syntax that the grammar does not know', fault.line);
        const failure = failures.at(-1)!;
        if (source.language === 'javascript' || source.language === 'typescript') {
          // Slow to load; only text that the grammar stumbled over gets here.
          const { judgeSyntax } = await import('../parse/arbiter.ts');
          failure.invalid = (await judgeSyntax(source.text, source.path)) === 'invalid';
          if (failure.invalid) failure.message = 'not valid code of its language';
        }
      }
      else if (fault.kind === 'timeout') fail('timeout', 'parsing took too long');
      else if (fault.kind === 'too-deep') fail('unparsed', 'nested too deep');
      else fail('internal', fault.message);
      break;
    }
  }
  parsed?.free();
}

const optionsOf = (rule: Rule): Rule['body'] extends infer Body ? (Body extends { options: infer Options } ? Options : never) : never =>
  'options' in rule.body ? rule.body.options : {};

/** Every parser that the source and the rules' `metavariable-pattern` languages need, by grammar. */
async function parsersFor(source: Source, rules: readonly Rule[], parsers: Parsers): Promise<ReadonlyMap<string, Parser>> {
  const grammars = new Map<string, string | undefined>();
  const add = (language: LanguageId, path: string, text?: string): void => {
    const grammar = grammarFor(language, path);
    if (grammar && lowerings[language] && !grammars.has(grammar)) grammars.set(grammar, text);
  };
  if (source.language) add(source.language, source.path, source.text);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      const { language } = value as { language?: LanguageId };
      if (typeof language === 'string') add(language, '');
      for (const [key, part] of Object.entries(value)) if (key !== 'trees') visit(part);
    }
  };
  for (const rule of rules) visit(rule.body);
  const loaded = new Map<string, Parser>();
  for (const [grammar, text] of grammars) loaded.set(grammar, await parsers.parser(grammar as Parameters<Parsers['parser']>[0], text));
  return loaded;
}

function parseIn(text: string, language: LanguageId, path: string, parsers: ReadonlyMap<string, Parser>): { parsed: ParsedText; tree: Tree } | null {
  const parser = parsers.get(grammarFor(language, path) ?? '');
  const lowering = lowerings[language];
  if (!parser || !lowering) return null;
  const parsed = parseText(parser, lowering, text, PARSE_LIMIT);
  return { parsed, tree: treeOver(parsed.program, text, language) };
}

function textTree(text: string, language: LanguageId): Tree {
  const program: Tree['program'] = { kind: 'program', body: [], start: 0, end: text.length, parent: null };
  return treeOver(program, text, language);
}

function treeOver(program: Tree['program'], source: string, language: LanguageId): Tree {
  const names = namesOf(program, source, language);
  return { program, source, language, names, index: new TreeIndex(program, source, language, names) };
}

// ---- findings

function treeFindings(source: Source, rule: Rule, searcher: Searcher): Finding[] {
  const { body } = rule;
  switch (body.mode) {
    case 'search': {
      const seen = new Set<string>();
      return searcher.search(body.formula).flatMap((match) => {
        const finding = findingOf(source, rule, match, match.bindings, []);
        const key = `${match.start}:${match.end}:${finding.message}`;
        if (match.inside || seen.has(key)) return [];
        seen.add(key);
        return [finding];
      });
    }
    case 'taint': {
      const part = <P extends TaintPart>(spec: P): { part: P; matches: readonly Match[] } => ({ part: spec, matches: searcher.search(spec.formula) });
      const none = (parts: readonly PartMatches[]): boolean => parts.every(({ matches }) => matches.length === 0);
      // What is cheap and rules most out comes first. Nothing flows into a sink of literals, unless they are what is looked for.
      const literals = body.sources.some(({ formula }) => mayBeLiteral(formula));
      const sinks = body.sinks.map(part).map(({ part: spec, matches }) => ({
        part: spec,
        matches: literals ? matches : matches.filter(({ node }) => node === null || !isLiteral(node)),
      }));
      if (none(sinks)) return [];
      // Sources that ask for a label do so in vain when nothing gives one.
      const first = new Map(body.sources.filter(({ requires }) => requires === null).map((spec) => [spec, part(spec)]));
      if (none([...first.values()])) return [];
      const sources = body.sources.map((spec) => first.get(spec) ?? part(spec));
      const { hits, notes } = findTaint({
        program: searcher.tree.program,
        source: searcher.tree.source,
        sources,
        sinks,
        sanitizers: body.sanitizers.map(part),
        propagators: body.propagators.map((spec) => ({ ...part(spec), from: spec.from, to: spec.to })),
        options: body.options,
        names: searcher.tree.names,
      });
      for (const note of notes) searcher.notes.add(note);
      return hits.map((hit) => {
        const trace = hit.trace.map(
          ({ kind, start, end }): TraceStep => ({ kind, span: { start, end }, text: oneLine(source.text.slice(start, end)) }),
        );
        return findingOf(source, rule, hit.at, hit.bindings, trace);
      });
    }
    default:
      return [];
  }
}

/** Whether a formula may hold for a literal. */
function mayBeLiteral(formula: Formula): boolean {
  switch (formula.kind) {
    case 'pattern':
      return formula.pattern.trees.some(({ tree }) => !neverLiteral.has(tree.kind));
    case 'regex':
      return true;
    case 'inside':
      return false;
    case 'any':
      return formula.focus.length > 0 || formula.of.some(mayBeLiteral);
    case 'all':
      return formula.focus.length > 0 || formula.of.filter(({ kind }) => kind !== 'inside').every(mayBeLiteral);
    default:
      return formula satisfies never;
  }
}

const neverLiteral: ReadonlySet<string> = new Set(['call', 'member', 'name', 'index', 'new', 'func', 'await', 'assign', 'import', 'element', 'class', 'vardef']);

function findingOf(source: Source, rule: Rule, span: { start: number; end: number }, bindings: Bindings, trace: TraceStep[]): Finding {
  const { text } = source;
  const code = text.slice(span.start, span.end);
  const captures: Record<string, string> = {};
  for (const [name, bound] of bindings) captures[name] = codeOf(bound, text);
  const [first] = trace;
  return {
    ruleId: rule.id,
    path: source.path,
    span: { start: span.start, end: span.end },
    severity: rule.severity,
    confidence: rule.confidence,
    message: fill(rule.message, captures, trace),
    captures,
    trace,
    snippet: oneLine(lineAround(text, span).text),
    fingerprint: fingerprintOf(rule.id, code, first?.text ?? ''),
    replacement: replacementOf(rule, code, captures),
  };
}

function secretFindings(source: Source, rule: Rule): Finding[] {
  const found = matchSecrets(source, rule);
  return found.map((secret) => {
    const line = lineAround(source.text, secret);
    const indent = line.text.length - line.text.trimStart().length;
    return {
      ruleId: rule.id,
      path: source.path,
      span: { start: secret.start, end: secret.end },
      severity: secret.severity,
      confidence: secret.confidence,
      message: fill(rule.message, { $SECRET: secret.name, $NAME: secret.name }, []),
      captures: { $SECRET: secret.masked, $NAME: secret.name },
      trace: [],
      snippet: windowed(maskWithin(line.text.trim(), line.from + indent, found)),
      fingerprint: fingerprintOf(rule.id, source.text.slice(secret.start, secret.end), ''),
      replacement: null,
    };
  });
}

/** Fills `$X` (and, for taint, `$SOURCE` and `$SINK`) into a message. */
function fill(message: string, captures: Readonly<Record<string, string>>, trace: readonly TraceStep[]): string {
  const known: Record<string, string> = { ...captures };
  const [first] = trace;
  const last = trace.at(-1);
  if (first && last) {
    known['$SOURCE'] ??= first.text;
    known['$SINK'] ??= last.text;
  }
  return message.replace(/\$(?:\.\.\.)?[A-Z_0-9]+/g, (name) => {
    const text = known[name];
    return text === undefined ? name : oneLine(text);
  });
}

function replacementOf(rule: Rule, code: string, captures: Readonly<Record<string, string>>): string | null {
  if (rule.replacement !== null) return rule.replacement.replace(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*/g, (name) => captures[name] ?? name);
  if (rule.replacementRegex === null) return null;
  const { regex, replacement, count } = rule.replacementRegex;
  let left = count === 0 ? Number.POSITIVE_INFINITY : count;
  return code.replace(new RegExp(regex, 'gm'), (whole, ...groups: unknown[]) => {
    if (left-- <= 0) return whole;
    return replacement.replace(/\\(\d)|\$(\d)/g, (_, a?: string, b?: string) => String(groups[Number(a ?? b) - 1] ?? ''));
  });
}

const oneLine = (text: string): string => windowed(text.replace(/\s+/g, ' ').trim());
const windowed = (text: string): string => (text.length > SNIPPET ? `${text.slice(0, SNIPPET - 1)}…` : text);

/** The finding's first line, whole; of a long line, the part around the finding. */
function lineAround(text: string, span: { start: number; end: number }): { text: string; from: number } {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.start);
  const end = newline < 0 ? text.length : newline;
  if (end - start <= SNIPPET * 2) return { text: text.slice(start, end).replace(/\r$/, ''), from: start };
  const from = Math.max(start, span.start - 60);
  return { text: text.slice(from, Math.min(end, from + SNIPPET)), from };
}
