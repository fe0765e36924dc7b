/**
 * The bundled rules as one text: JSON values, one a line, that refer to each other by where they begin. What several rules
 * say stands there once, and a call reads only the lines that it needs. Nothing but ASCII, so that runtimes keep the text
 * as it is, one byte a character. `bundle.ts` reads it.
 */
import type { FileHint, Needs, PackedNeeds, PathSpec, Rule, RuleHead, SecretSpec } from '../model/rule.ts';
import { languagesWithin } from './languages-within.ts';
import { packNeeds } from './packed-needs.ts';
import { requiredTexts } from './regex.ts';
import { secretIndex } from './secret-index.ts';

/** Heads of the rules for the same languages, or of the command rules that look at the same things. */
export interface HeadGroup {
  /** `RuleHead.languages`; null for command rules. */
  languages: RuleHead['languages'] | null;
  /** Of command rules: what they look at. */
  effects?: PathSpec['effects'];
  scripts?: boolean;
  /** Where the list of heads begins. */
  at: number;
}

/** A head as it stands in the text; its group says the languages. */
export interface BundledHead extends Omit<RuleHead, 'languages' | 'needs' | 'paths' | 'mode'> {
  needs: PackedNeeds;
  /** Left out when both lists are empty. */
  paths?: RuleHead['paths'];
  /** Left out for `taint`. */
  mode?: RuleHead['mode'];
  /** Where the rest of the rule begins. */
  body: number;
}

export function bundleText(rules: readonly Rule[]): { groups: HeadGroup[]; text: string } {
  const lines: string[] = [];
  const places = new Map<string, number>();
  let length = 0;
  const add = (value: unknown): number => {
    const line = ascii(JSON.stringify(value));
    let at = places.get(line);
    if (at === undefined) {
      at = length;
      places.set(line, at);
      lines.push(line);
      length += line.length + 1;
    }
    return at;
  };
  const heads = new Map<string, BundledHead[]>();
  for (const { id, languages, needs, paths, mode, ...rest } of rules) {
    const head: BundledHead = {
      id,
      needs: packNeeds(needs as Exclude<typeof needs, PackedNeeds>),
      body: add(withoutFormulas({ ...rest, languagesWithin: languagesWithin(rest.body) }, add)),
    };
    if (paths.include.length + paths.exclude.length > 0) head.paths = paths;
    if (mode !== 'taint') head.mode = mode;
    const group: Omit<HeadGroup, 'at'> = { languages };
    if (rest.body.mode === 'command') {
      const { command, paths: specs } = rest.body;
      head.files = specs.map(fileHint);
      const effects = [...new Set(specs.flatMap((spec) => spec.effects))].sort();
      Object.assign(group, { languages: null, effects, scripts: command !== null });
    }
    const key = JSON.stringify(group);
    heads.set(key, [...(heads.get(key) ?? []), head]);
  }
  const groups = [...heads].map(([key, its]): HeadGroup => ({ ...JSON.parse(key), at: add(its) }));
  return { groups, text: lines.map((line) => `${line}\n`).join('') };
}

function fileHint(spec: PathSpec): FileHint {
  const hint: FileHint = { effects: spec.effects };
  if (spec.class) hint.class = spec.class;
  const lists = spec.path === undefined ? [] : requiredTexts(spec.path.replace(/^\(\?i\)/, ''));
  const texts = (values: readonly string[]): Needs => ({
    kind: 'any',
    of: values.map((value) => ({ kind: 'text', value, caseless: true })),
  });
  if (lists.length > 0) hint.needs = packNeeds({ kind: 'all', of: lists.map(texts) });
  return hint;
}

/** Numbers in the place of formulas. */
function withoutFormulas(rest: Omit<Rule, keyof RuleHead>, add: (value: unknown) => number): object {
  const { body } = rest;
  const formula = (value: unknown): number => add(withoutTrees(value, add));
  const part = <P extends { formula: unknown }>(one: P) => ({ ...one, formula: formula(one.formula) });
  switch (body.mode) {
    case 'search':
      return { ...rest, body: { ...body, formula: formula(body.formula) } };
    case 'taint': {
      const { sources, sinks, sanitizers, propagators } = body;
      return {
        ...rest,
        body: {
          ...body,
          sources: sources.map(part),
          sinks: sinks.map(part),
          sanitizers: sanitizers.map(part),
          propagators: propagators.map(part),
        },
      };
    }
    case 'secret': {
      const { secrets } = body;
      return { ...rest, body: { ...body, secrets: secrets.map(add), index: secretIndex(secrets as SecretSpec[]) } };
    }
    case 'command':
    case 'route':
    case 'mcp-server':
    case 'package':
      return rest;
    default:
      return body satisfies never;
  }
}

/** Numbers in the place of pattern trees, and no pattern's text. */
function withoutTrees(formula: unknown, add: (value: unknown) => number): unknown {
  return JSON.parse(JSON.stringify(formula), (key, value: unknown) => {
    if (key === 'pattern' && isPattern(value)) return { trees: value.trees };
    if (key === 'trees' && Array.isArray(value)) return value.map((variant) => ({ ...variant, tree: add(variant.tree) }));
    return value;
  });
}

const isPattern = (value: unknown): value is { trees: unknown } =>
  typeof value === 'object' && value !== null && 'trees' in value;

const ascii = (text: string): string =>
  text.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
