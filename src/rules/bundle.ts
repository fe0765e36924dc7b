/** The rules that come with the program: compiled when it was built, read here piece by piece. */
import type { LanguageId } from '../model/language.ts';
import type { Formula, PathSpec, PatternVariant, Rule, RuleHead, SecretSpec } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { all, groups, text } from './bundle.generated.ts';
import type { BundledHead, WholeHead } from './bundle-text.ts';

/** The head of a bundled rule knows where its body is. */
interface Head extends RuleHead {
  body: number;
}

const read = (at: number): unknown => JSON.parse(text.slice(at, text.indexOf('\n', at)));

const heads = new Map<number, readonly Head[]>();
const noPaths: RuleHead['paths'] = { include: [], exclude: [] };

function headsAt(at: number, languages: LanguageId[] | null): readonly Head[] {
  let known = heads.get(at);
  if (!known) {
    known = (read(at) as BundledHead[]).map((head) => opened(head, languages ?? ['bash']));
    heads.set(at, known);
  }
  return known;
}

function opened({ id, needs, paths = noPaths, mode = 'taint', body, files }: BundledHead, languages: LanguageId[]): Head {
  return { id, languages, needs, paths, mode, body, ...(files && { files }) };
}

/** The heads of the rules that look at texts of a language, those for any text among them; the same objects every time. */
export function bundledHeads(language: LanguageId | null): RuleHead[] {
  // A page goes by the language of its scripts.
  const speaks = (languages: readonly LanguageId[]): boolean =>
    languages.some((id) => id === language || id === 'regex' || id === 'generic' || (id === 'html' && language === 'javascript'));
  return groups.flatMap(({ languages, at }) => (languages && speaks(languages) ? headsAt(at, languages) : []));
}

/** The heads of the rules for commands. */
export const bundledScriptHeads = (): RuleHead[] => groups.flatMap(({ scripts, at }) => (scripts ? headsAt(at, null) : []));

/** The heads of the rules for what is done to files. */
export const bundledFileHeads = (effect: PathSpec['effects'][number]): RuleHead[] =>
  groups.flatMap(({ effects, at }) => (effects?.includes(effect) ? headsAt(at, null) : []));

/** Every bundled rule for all of its languages, by id; the same objects every time. */
export function bundledRules(): Rule[] {
  every ??= (read(all) as WholeHead[]).flatMap((head) => bundledRule(opened(head, head.languages)) ?? []);
  return [...every];
}

let every: readonly Rule[] | null = null;

const whole = new WeakMap<object, Rule>();

/** The whole rule, whose formulas are read when they are looked at; null for a head that is not from here. */
export function bundledRule(head: object): Rule | null {
  const known = whole.get(head);
  if (known) return known;
  if (!isBundled(head)) return null;
  const { body: at, ...its } = head;
  const { body, ...words } = read(at) as Omit<Rule, keyof RuleHead>;
  const rule: Rule = { ...its, ...words, body: withFormulas(body) };
  whole.set(head, rule);
  return rule;
}

const isBundled = (head: object): head is Head => typeof (head as { body?: unknown }).body === 'number';

function withFormulas(body: Rule['body']): Rule['body'] {
  switch (body.mode) {
    case 'search':
      return late(body);
    case 'taint':
      return {
        ...body,
        sources: body.sources.map(late),
        sinks: body.sinks.map(late),
        sanitizers: body.sanitizers.map(late),
        propagators: body.propagators.map(late),
      };
    case 'secret':
    case 'command':
    case 'route':
    case 'mcp-server':
    case 'package':
      return body;
    default:
      return body satisfies never;
  }
}

const formulas = new Map<number, Formula>();

/** With the number in `formula` replaced by what it stands for, when it is looked at. */
function late<P extends { formula: Formula }>(part: P): P {
  const at = part.formula as unknown as number;
  return Object.defineProperty(part, 'formula', {
    enumerable: true,
    get() {
      let formula = formulas.get(at);
      if (!formula) {
        formula = read(at) as Formula;
        formulas.set(at, formula);
      }
      return formula;
    },
  });
}

const trees = new Map<number, Node>();

/** The tree of a pattern; that of a bundled rule is read when it is first asked for. */
export function treeOf(variant: PatternVariant): Node {
  const { tree: at } = variant;
  if (typeof at !== 'number') return at;
  let tree = trees.get(at);
  if (!tree) {
    tree = read(at) as Node;
    trees.set(at, tree);
  }
  variant.tree = tree;
  return tree;
}

/** One of a rule's secrets; that of a bundled rule is read when it is first asked for. */
export function secretAt(secrets: (SecretSpec | number)[], position: number): SecretSpec {
  const known = secrets[position]!;
  if (typeof known !== 'number') return known;
  const spec = read(known) as SecretSpec;
  secrets[position] = spec;
  return spec;
}
