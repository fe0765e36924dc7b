/** Semgrep's pattern operators → `Formula`. */
import type { LanguageId } from '../model/language.ts';
import type { Condition, Formula, Negation, Pattern } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { checkComparison } from './comparison.ts';
import { bestTexts, checkRegex } from './regex.ts';
import { boolOf, listOf, mapOf, numberOf, onlyKeys, RuleError, textOf, textsOf, type Yaml } from './yaml.ts';

/** Compiles pattern text for the rule's languages; throws `RuleError` when it parses in none of them. */
export type PatternCompiler = (text: string, line: number, languages: readonly LanguageId[]) => Pattern;

export interface FormulaContext {
  languages: readonly LanguageId[];
  pattern: PatternCompiler;
  /** Patterns are regular expressions, as in a `metavariable-pattern` with `language: regex`. */
  regexes?: boolean;
  /** An alias of Semgrep's to a language; null when unknown. */
  languageNamed(name: string): LanguageId | null;
  parseType(text: string, line: number): Node;
}

const positive = ['pattern', 'patterns', 'pattern-either', 'pattern-regex', 'pattern-inside'] as const;
const negative = ['pattern-not', 'pattern-not-inside', 'pattern-not-regex'] as const;
const filters = [
  'metavariable-regex',
  'metavariable-pattern',
  'metavariable-comparison',
  'metavariable-analysis',
  'metavariable-type',
  'focus-metavariable',
] as const;
/** Operators that a rule, a taint part or a list item may have. */
export const formulaKeys: ReadonlySet<string> = new Set<string>([...positive, ...negative, ...filters]);

/** Operators that need another engine; refused by name. */
const refused: Readonly<Record<string, string>> = {
  match: 'the `match:` syntax is not supported; write `pattern`, `patterns` or `pattern-either`',
  extract: '`mode: extract` is not supported',
  join: '`mode: join` is not supported',
  where: 'the `where:` syntax is not supported; write `metavariable-…` operators',
};

/** The formula of a mapping that has one operator (or the operators of one item); other keys must be checked before. */
export function compileFormula(yaml: Yaml, ctx: FormulaContext): Formula {
  if (yaml.kind === 'text') return patternFormula(yaml.value, yaml.line, ctx);
  const map = mapOf(yaml, 'a pattern');
  const keys = [...map.entries.keys()].filter((key) => formulaKeys.has(key));
  for (const [key, { line }] of map.entries) {
    const why = refused[key];
    if (why !== undefined) throw new RuleError(why, line);
  }
  if (keys.length === 0) throw new RuleError('no pattern operator here', yaml.line);
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) {
    const { value, line } = map.entries.get(only)!;
    const single = compilePositive(only, value, line, ctx);
    if (single) return single;
  }
  // Several operators in one mapping stand for all of them.
  return compileAll(
    keys.map((key) => ({ key, ...map.entries.get(key)! })),
    yaml.line,
    ctx,
  );
}

function patternFormula(text: string, line: number, ctx: FormulaContext): Formula {
  return ctx.regexes ? regexFormula(text, line) : { kind: 'pattern', pattern: ctx.pattern(text, line, ctx.languages) };
}

function compilePositive(key: string, value: Yaml, line: number, ctx: FormulaContext): Formula | null {
  switch (key) {
    case 'pattern':
      return value.kind === 'text' ? patternFormula(value.value, value.line, ctx) : compileFormula(value, ctx);
    case 'pattern-regex':
      return regexFormula(textOf(value, key), value.line);
    case 'patterns':
      return compileAll(itemsOf(listOf(value, key)), line, ctx);
    case 'pattern-either':
      return compileAny(listOf(value, key), ctx);
    case 'pattern-inside':
      return { kind: 'inside', of: compileFormula(value, ctx) };
    default:
      return null;
  }
}

interface Item {
  key: string;
  value: Yaml;
  line: number;
}

function itemsOf(list: Yaml[]): Item[] {
  return list.flatMap((entry): Item[] => {
    const map = mapOf(entry, 'an item of `patterns`');
    onlyKeys(map, itemKeys, 'operator');
    return [...map.entries].map(([key, item]) => ({ key, ...item }));
  });
}

const itemKeys: ReadonlySet<string> = new Set([...formulaKeys, ...Object.keys(refused)]);

/** `given`: the place is known (a metavariable), so that negative operators may stand alone. */
function compileAll(items: Item[], line: number, ctx: FormulaContext, given = false): Formula {
  const of: Formula[] = [];
  const not: Negation[] = [];
  const where: Condition[] = [];
  const focus: string[][] = [];
  for (const { key, value, line: at } of items) {
    const why = refused[key];
    if (why !== undefined) throw new RuleError(why, at);
    const formula = compilePositive(key, value, at, ctx);
    if (formula) {
      of.push(formula);
      continue;
    }
    switch (key) {
      case 'pattern-not':
        not.push({ kind: 'not', of: compileFormula(value, ctx) });
        break;
      case 'pattern-not-inside':
        not.push({ kind: 'not-inside', of: compileFormula(value, ctx) });
        break;
      case 'pattern-not-regex':
        not.push({ kind: 'not', of: regexFormula(textOf(value, key), value.line) });
        break;
      case 'focus-metavariable':
        focus.push(textsOf(value, key));
        break;
      default:
        where.push(compileCondition(key, value, at, ctx));
    }
  }
  if (of.length === 0 && !given) throw new RuleError('only negative operators: at least one positive pattern is needed', line);
  return { kind: 'all', of, not, where, focus };
}

function compileAny(list: Yaml[], ctx: FormulaContext): Formula {
  const of = list.map((entry) => {
    const map = mapOf(entry, 'an item of `pattern-either`');
    onlyKeys(map, itemKeys, 'operator');
    const [key] = map.entries.keys();
    if (
      key !== undefined &&
      [...map.entries.keys()].every((one) => !(positive as readonly string[]).includes(one) && !refused[one])
    )
      throw new RuleError(`\`${key}\` is no branch of \`pattern-either\`: write it in \`patterns\``, map.entries.get(key)!.line);
    return compileFormula(entry, ctx);
  });
  if (of.length === 0) throw new RuleError('`pattern-either` needs at least one pattern', list[0]?.line ?? 1);
  return { kind: 'any', of };
}

function regexFormula(text: string, line: number): Formula {
  return { kind: 'regex', ...checkRegex(text, line) };
}

function compileCondition(key: string, value: Yaml, line: number, ctx: FormulaContext): Condition {
  const map = mapOf(value, `\`${key}\``);
  const get = (name: string): Yaml => {
    const entry = map.entries.get(name);
    if (!entry) throw new RuleError(`\`${key}\` needs \`${name}\``, line);
    return entry.value;
  };
  const metavariable = (): string => {
    const name = textOf(get('metavariable'), 'metavariable');
    // Named groups bind any names.
    if (!/^\$(?:[A-Za-z_][A-Za-z0-9_]*|\.\.\.[A-Z_][A-Z0-9_]*|[0-9]+)$/.test(name))
      throw new RuleError(`\`${name}\` is not a metavariable`, line);
    return name;
  };
  const optional = (name: string): Yaml | undefined => map.entries.get(name)?.value;
  switch (key) {
    case 'metavariable-regex': {
      onlyKeys(map, new Set(['metavariable', 'regex', 'constant-propagation']), 'key');
      const regex = get('regex');
      const propagation = optional('constant-propagation');
      // In the reference nothing fits what only an expression's group binds, a number or a name in small letters.
      const written = /^\$(?:\d|.*[a-z])/.test(metavariable()) ? '(?!)' : textOf(regex, 'regex');
      const compiled = checkRegex(written, regex.line, false);
      return {
        kind: 'regex',
        metavariable: metavariable(),
        ...compiled,
        texts: bestTexts(compiled.regex),
        constantPropagation: propagation ? boolOf(propagation, 'constant-propagation') : false,
      };
    }
    case 'metavariable-pattern': {
      onlyKeys(map, new Set(['metavariable', 'language', ...formulaKeys]), 'key');
      const named = optional('language');
      const language = named ? ctx.languageNamed(textOf(named, 'language')) : null;
      if (named && !language) throw new RuleError(`unknown language \`${textOf(named, 'language')}\``, named.line);
      const inner = language ? { ...ctx, languages: [language], regexes: language === 'regex' } : ctx;
      const items = [...map.entries].filter(([name]) => formulaKeys.has(name)).map(([name, item]) => ({ key: name, ...item }));
      const [only] = items;
      if (!only) throw new RuleError('`metavariable-pattern` needs a pattern', line);
      const formula =
        items.length === 1 && only.key === 'patterns'
          ? compileAll(itemsOf(listOf(only.value, only.key)), only.line, inner, true)
          : ((items.length === 1 ? compilePositive(only.key, only.value, only.line, inner) : null) ??
            compileAll(items, line, inner, true));
      return { kind: 'pattern', metavariable: metavariable(), formula, language };
    }
    case 'metavariable-comparison': {
      onlyKeys(map, new Set(['metavariable', 'comparison', 'base', 'strip']), 'key');
      const base = optional('base');
      const comparison = get('comparison');
      try {
        checkComparison(textOf(comparison, 'comparison'));
      } catch (error) {
        const why =
          error instanceof ReferenceError ? `\`${error.message}\` is not known` : error instanceof Error ? error.message : '';
        throw new RuleError(`\`comparison\` cannot be read: ${why}`, comparison.line);
      }
      const strip = optional('strip');
      return {
        kind: 'comparison',
        metavariable: map.entries.has('metavariable') ? metavariable() : null,
        comparison: textOf(comparison, 'comparison'),
        base: base ? numberOf(base, 'base') : null,
        strip: strip ? boolOf(strip, 'strip') : false,
      };
    }
    case 'metavariable-analysis': {
      onlyKeys(map, new Set(['metavariable', 'analyzer']), 'key');
      const analyzer = textOf(get('analyzer'), 'analyzer');
      if (analyzer !== 'entropy' && analyzer !== 'redos') throw new RuleError(`unknown analyzer \`${analyzer}\``, line);
      return { kind: 'analysis', metavariable: metavariable(), analyzer };
    }
    case 'metavariable-type': {
      onlyKeys(map, new Set(['metavariable', 'type', 'types', 'language']), 'key');
      const types = [optional('type'), optional('types')].flatMap((entry) => (entry ? textsOf(entry, 'type') : []));
      if (types.length === 0) throw new RuleError('`metavariable-type` needs `type`', line);
      return { kind: 'type', metavariable: metavariable(), types: types.map((text) => ctx.parseType(text, line)) };
    }
    default:
      throw new RuleError(`unknown operator \`${key}\``, line);
  }
}
