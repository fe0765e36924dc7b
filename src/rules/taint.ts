/** The taint keys of a rule → `TaintSpec`. */
import type { Requires, TaintPart, TaintSpec } from '../model/rule.ts';
import { compileFormula, type FormulaContext, formulaKeys } from './formula.ts';
import { boolOf, listOf, mapOf, onlyKeys, RuleError, textOf, textsOf, type Yaml } from './yaml.ts';

const common = [...formulaKeys, 'by-side-effect', 'exact', 'control', 'at-exit', 'label', 'requires'];
const keysOf: Readonly<Record<keyof TaintSpec, ReadonlySet<string>>> = {
  sources: new Set(common),
  sinks: new Set(common),
  sanitizers: new Set([...common, 'not_conflicting']),
  propagators: new Set([...common, 'from', 'to', 'replace-labels']),
};

export const taintKeys = ['pattern-sources', 'pattern-sinks', 'pattern-sanitizers', 'pattern-propagators'] as const;

export function compileTaint(
  entries: ReadonlyMap<string, { line: number; value: Yaml }>,
  line: number,
  ctx: FormulaContext,
): TaintSpec {
  const list = (key: string): Yaml[] => {
    const entry = entries.get(key);
    return entry ? listOf(entry.value, `\`${key}\``) : [];
  };
  for (const key of ['pattern-sources', 'pattern-sinks'])
    if (list(key).length === 0) throw new RuleError(`a taint rule needs \`${key}\``, line);
  return {
    sources: list('pattern-sources').map((part) => compilePart(part, 'sources', ctx)),
    sinks: list('pattern-sinks').map((part) => compilePart(part, 'sinks', ctx)),
    sanitizers: list('pattern-sanitizers').map((part) => compilePart(part, 'sanitizers', ctx)),
    propagators: list('pattern-propagators').map((part) => {
      const map = mapOf(part, 'a propagator');
      const metavariable = (key: 'from' | 'to'): string => {
        const entry = map.entries.get(key);
        if (!entry) throw new RuleError(`a propagator needs \`${key}\``, part.line);
        return textOf(entry.value, key);
      };
      const replaced = map.entries.get('replace-labels');
      return {
        ...compilePart(part, 'propagators', ctx),
        from: metavariable('from'),
        to: metavariable('to'),
        ...(replaced && { replaceLabels: textsOf(replaced.value, 'replace-labels') }),
      };
    }),
  };
}

/** Semgrep's defaults: sinks and sources take what lies inside their match unless `exact`. */
function compilePart(yaml: Yaml, role: keyof TaintSpec, ctx: FormulaContext): TaintPart {
  const map = mapOf(yaml, `an item of \`pattern-${role}\``);
  onlyKeys(map, keysOf[role], 'key');
  const flag = (key: string): boolean | undefined => {
    const entry = map.entries.get(key);
    return entry ? boolOf(entry.value, key) : undefined;
  };
  const sideEffect = map.entries.get('by-side-effect')?.value;
  const requires = map.entries.get('requires')?.value;
  const label = map.entries.get('label')?.value;
  return {
    formula: compileFormula(yaml, ctx),
    bySideEffect: sideEffect
      ? sideEffect.kind === 'text' && sideEffect.value === 'only'
        ? 'only'
        : boolOf(sideEffect, 'by-side-effect')
      : role === 'propagators',
    exact: flag('exact') ?? false,
    control: flag('control') ?? false,
    atExit: flag('at-exit') ?? false,
    label: label ? textOf(label, 'label') : null,
    requires: requires ? compileRequires(requires) : null,
    notConflicting: flag('not_conflicting') ?? false,
  };
}

function compileRequires(yaml: Yaml): Requires {
  if (yaml.kind === 'list')
    return {
      kind: 'each',
      of: yaml.items.map((item) => {
        const map = mapOf(item, 'an item of `requires`');
        const [first] = map.entries;
        if (!first || map.entries.size !== 1) throw new RuleError('an item of `requires` is `$METAVARIABLE: labels`', item.line);
        return { metavariable: first[0], requires: compileRequires(first[1].value) };
      }),
    };
  return parseRequires(textOf(yaml, 'requires'), yaml.line);
}

/** `A and (B or not C)`. */
function parseRequires(text: string, line: number): Requires {
  const tokens = text.match(/\(|\)|[A-Za-z_]\w*|\S/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new RuleError(`\`requires: ${text}\` is not a boolean expression over labels`, line);
  };
  const either = (): Requires => chain('or', both);
  const both = (): Requires => chain('and', one);
  const chain = (word: 'and' | 'or', next: () => Requires): Requires => {
    const of = [next()];
    while (tokens[at] === word) {
      at++;
      of.push(next());
    }
    return of.length === 1 ? of[0]! : { kind: word, of };
  };
  const one = (): Requires => {
    const token = tokens[at++];
    if (token === 'not') return { kind: 'not', of: one() };
    if (token === '(') {
      const inner = either();
      if (tokens[at++] !== ')') fail();
      return inner;
    }
    return token !== undefined && /^(?!(?:and|or|not)$)[A-Za-z_]\w*$/.test(token) ? { kind: 'label', label: token } : fail();
  };
  const parsed = either();
  return at === tokens.length ? parsed : fail();
}
