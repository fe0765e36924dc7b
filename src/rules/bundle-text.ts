/**
 * The bundled rules as one text: JSON values, one a line, that refer to each other by where they begin. What several rules
 * say stands there once, and a call reads only the lines that it needs. Nothing but ASCII, so that runtimes keep the text
 * as it is, one byte a character. `bundle.ts` reads it.
 */

import type { LanguageId } from '../model/language.ts';
import type { FileHint, Formula, Needs, PackedNeeds, PathSpec, Rule, RuleHead, SecretSpec } from '../model/rule.ts';
import { languagesWithin } from './languages-within.ts';
import { packNeeds } from './packed-needs.ts';
import { requiredTexts } from './regex.ts';
import { secretIndex } from './secret-index.ts';
import { specialised } from './specialise.ts';

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

export interface BundleText {
  /** For calls: rules as each language needs them. */
  groups: HeadGroup[];
  /** Where the list of all rules begins, each whole. */
  all: number;
  text: string;
}

/** A rule in the list of all. */
export type WholeHead = BundledHead & Pick<RuleHead, 'languages'>;

export function bundleText(rules: readonly Rule[]): BundleText {
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
  const headOf = ({ id, languages: _, needs, paths, mode, ...rest }: Rule, alone = false): BundledHead => {
    const head: BundledHead = {
      id,
      needs: packNeeds(needs as Exclude<typeof needs, PackedNeeds>),
      body: add(withoutFormulas({ ...rest, languagesWithin: languagesWithin(rest.body) }, add, alone)),
    };
    if (paths.include.length + paths.exclude.length > 0) head.paths = paths;
    if (mode !== 'taint') head.mode = mode;
    if (rest.body.mode === 'command') head.files = rest.body.paths.map(fileHint);
    return head;
  };
  const heads = new Map<string, BundledHead[]>();
  const put = (group: Omit<HeadGroup, 'at'>, head: BundledHead): void => {
    const key = JSON.stringify(group);
    heads.set(key, [...(heads.get(key) ?? []), head]);
  };
  for (const rule of rules) {
    const { body } = rule;
    if (body.mode === 'command') {
      const effects = [...new Set(body.paths.flatMap((spec) => spec.effects))].sort();
      put({ languages: null, effects, scripts: body.command !== null }, headOf(rule));
      continue;
    }
    // Languages for which the rule comes to the same share it.
    const equal = new Map<string, { head: BundledHead; languages: LanguageId[] }>();
    for (const [languages, its] of slicesOf(rule)) {
      const head = headOf(its, its !== rule);
      const key = JSON.stringify(head);
      equal.set(key, { head, languages: [...(equal.get(key)?.languages ?? []), ...languages] });
    }
    for (const { head, languages } of equal.values()) put({ languages }, head);
  }
  const groups = [...heads].map(([key, its]): HeadGroup => ({ ...JSON.parse(key), at: add(its) }));
  const all = add(rules.map((rule): WholeHead => ({ ...headOf(rule), languages: rule.languages })));
  return { groups, all, text: lines.map((line) => `${line}\n`).join('') };
}

/** The rule as each of its languages needs it; whole where it looks at any text. */
function slicesOf(rule: Rule): [LanguageId[], Rule][] {
  const { languages } = rule;
  if (languages.some((id) => id === 'regex' || id === 'generic')) return [[languages, rule]];
  return languages.flatMap((language): [LanguageId[], Rule][] => {
    const its = specialised(rule, language);
    return its === null ? [] : [[[language], its]];
  });
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
function withoutFormulas(rest: Omit<Rule, keyof RuleHead>, add: (value: unknown) => number, alone: boolean): object {
  const { body } = rest;
  const formula = (value: Formula): number => add(withoutTrees(value, add, alone));
  const part = <P extends { formula: Formula }>(one: P) => ({ ...one, formula: formula(one.formula) });
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

/** Numbers in the place of pattern trees, and no pattern's text; where a rule is `alone` in its language, no languages. */
function withoutTrees(formula: Formula, add: (value: unknown) => number, alone: boolean): object {
  const inner = (one: Formula): object => withoutTrees(one, add, alone);
  switch (formula.kind) {
    case 'pattern': {
      const trees = formula.pattern.trees.map(({ languages, tree, ...variant }) => ({
        ...(alone ? null : { languages }),
        tree: add(tree),
        ...variant,
      }));
      return { ...formula, pattern: { trees } };
    }
    case 'regex':
      return formula;
    case 'inside':
      return { ...formula, of: inner(formula.of) };
    case 'any':
      return { ...formula, of: formula.of.map(inner) };
    case 'all':
      return {
        ...formula,
        of: formula.of.map(inner),
        not: formula.not.map((negation) => ({ ...negation, of: inner(negation.of) })),
        where: formula.where.map((condition) =>
          // Its text may be of another language.
          condition.kind === 'pattern' ? { ...condition, formula: withoutTrees(condition.formula, add, false) } : condition,
        ),
      };
    default:
      return formula satisfies never;
  }
}

const ascii = (text: string): string =>
  text.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
