/** A rule file's text → compiled rules. The one door through which a rule gets in: what cannot be compiled is an error. */

import type { Failure } from '../model/finding.ts';
import type { LanguageId } from '../model/language.ts';
import type { Formula, Needs, Pattern, PatternVariant, Rule, RuleBody, RuleHead, RuleOptions } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import type { Parsers } from '../parse/backends.ts';
import { grammarFor, languageNamed } from '../parse/languages.ts';
import type { Lowering } from '../parse/lower.ts';
import { loadLowering } from '../parse/lowerings.ts';
import type { Parser } from '../parse/syntax.ts';
import { anchorsOf, elsewhereOf, metavariablesOf } from './anchors.ts';
import { checkBound } from './bound.ts';
import { compileCommand } from './command.ts';
import { digest } from './digest.ts';
import { compileFormula, type FormulaContext, formulaKeys } from './formula.ts';
import { parseGenericPattern } from './generic-pattern.ts';
import { compileMcpServer } from './mcp-server.ts';
import { formulaNeeds, taintNeeds } from './needs.ts';
import { compilePackage } from './package.ts';
import { parsePattern } from './pattern.ts';
import { checkRegex } from './regex.ts';
import { compileRoute } from './route.ts';
import { ruleText } from './rule-text.ts';
import { compileSecret, secretNeeds } from './secret.ts';
import { asksAround, flowAsksAround } from './surroundings.ts';
import { compileTaint, taintKeys } from './taint.ts';
import { parseType } from './type-pattern.ts';
import { boolOf, listOf, mapOf, onlyKeys, parseYaml, RuleError, suggestion, textOf, textsOf, type Yaml } from './yaml.ts';

export interface CompiledFile {
  rules: Rule[];
  /** One per rule (or file) that could not be compiled, kind `bad-rule`. */
  failures: Failure[];
  /** One per rule that is for other versions of the rule language. */
  skipped: SkippedRule[];
}

/** A rule that is left out because it says so itself, which is no fault. */
export type SkippedRule = Pick<Failure, 'path' | 'line' | 'message'> & { ruleId: string };

/** The version of Semgrep whose rule language this is: what `min-version` and `max-version` are compared with. */
const LANGUAGE_VERSION = [1, 182, 0] as const;

const ruleKeys: ReadonlySet<string> = new Set([
  ...formulaKeys,
  ...taintKeys,
  'id',
  'message',
  'severity',
  'languages',
  'metadata',
  'mode',
  'options',
  'paths',
  'fix',
  'fix-regex',
  'min-version',
  'product',
  'max-version',
  'secret',
  'command',
  'path',
  'route',
  'mcp-server',
  'package',
  'match',
  'extract',
  'join',
]);

/** Compiles every rule of a file; `path` is only for messages, `bundled` for rules that come with the program. Never throws. */
export async function compileRules(text: string, path: string, parsers: Parsers, bundled = false): Promise<CompiledFile> {
  const rules: Rule[] = [];
  const failures: Failure[] = [];
  const skipped: SkippedRule[] = [];
  const refuse = (error: unknown, ruleId: string | null): void => {
    if (error instanceof RuleError)
      failures.push({ kind: 'bad-rule', path, ruleId: error.ruleId ?? ruleId, line: error.line, message: error.message });
    else
      failures.push({
        kind: 'internal',
        path,
        ruleId,
        line: null,
        message: error instanceof Error ? error.message : String(error),
      });
  };
  let items: Yaml[];
  try {
    const file = mapOf(parseYaml(text), 'a rule file');
    const list = file.entries.get('rules');
    if (!list) throw new RuleError('a rule file has the key `rules`', file.line);
    items = listOf(list.value, '`rules`');
  } catch (error) {
    refuse(error, null);
    return { rules, failures, skipped };
  }
  const seen = new Set<string>();
  for (const item of items) {
    let id: string | null = null;
    try {
      const map = mapOf(item, 'a rule');
      const named = map.entries.get('id');
      if (!named) throw new RuleError('a rule needs an `id`', item.line);
      id = textOf(named.value, '`id`');
      const otherVersion = versionUnfit(map.entries);
      if (otherVersion) {
        skipped.push({ path, ruleId: id, ...otherVersion });
        continue;
      }
      // Each of several versions may have its own form of a rule.
      if (seen.has(id)) throw new RuleError(`the id \`${id}\` stands twice in this file`, named.line);
      seen.add(id);
      const rule = await compileRule(id, map, parsers);
      rules.push(bundled ? { ...rule, wide: true } : rule);
    } catch (error) {
      refuse(error, id);
    }
  }
  return { rules, failures, skipped };
}

async function compileRule(id: string, map: Extract<Yaml, { kind: 'map' }>, parsers: Parsers): Promise<Rule> {
  checkKeys(map);
  const { entries, line } = map;
  const need = (key: string): Yaml => {
    const entry = entries.get(key);
    if (!entry) throw new RuleError(`the rule needs \`${key}\``, line);
    return entry.value;
  };
  const languages = languagesOf(need('languages'));
  const grammars = await loadGrammars(languages, entries, parsers);
  const ctx: FormulaContext = {
    languages,
    languageNamed,
    // Without a grammar a pattern is an expression, as in the reference.
    regexes: languages.length === 1 && languages[0] === 'regex',
    pattern: (text, at, wanted) => compilePattern(text, at, wanted, grammars),
    parseType: (text, at) =>
      declaredType(text, at, languages, grammars) ?? (compilePattern(text, at, languages, grammars).trees[0]!.tree as Node),
  };
  checkBound(map);
  const mode = entries.has('mode') ? textOf(need('mode'), 'mode') : 'search';
  const { body, needs } = compileBody(mode, map, ctx);
  return {
    id,
    languages,
    needs,
    paths: pathsOf(entries.get('paths')?.value),
    mode: body.mode,
    ...ruleText(entries, need),
    ...('options' in body && body.options['wide'] === true && { wide: true }),
    body,
  } satisfies Rule & RuleHead;
}

/** Why a rule is not for this version of the rule language; null when it is. */
function versionUnfit(entries: ReadonlyMap<string, { value: Yaml; line: number }>): Pick<SkippedRule, 'line' | 'message'> | null {
  for (const [key, sign] of [
    ['min-version', -1],
    ['max-version', 1],
  ] as const) {
    const entry = entries.get(key);
    if (!entry) continue;
    const text = textOf(entry.value, key);
    const parts = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(text.trim());
    if (!parts) throw new RuleError(`\`${key}\` is no version: ${text}`, entry.line);
    const at = LANGUAGE_VERSION.findIndex((number, index) => number !== Number(parts[index + 1] ?? 0));
    const order = at < 0 ? 0 : Math.sign(LANGUAGE_VERSION[at]! - Number(parts[at + 1] ?? 0));
    if (order === sign)
      return {
        line: entry.line,
        message: `skipped: \`${key}: ${text}\`, and the rule language here is that of ${LANGUAGE_VERSION.join('.')}`,
      };
  }
  return null;
}

/** Keys that say something about a rule are its author's affair; one that is meant to do something must be known. */
function checkKeys(map: Extract<Yaml, { kind: 'map' }>): void {
  for (const [key, { line }] of map.entries)
    if (!ruleKeys.has(key) && (/^(?:pattern|metavariable|focus|taint|fix|option)/.test(key) || suggestion(key, ruleKeys) !== ''))
      throw new RuleError(`unknown key \`${key}\`${suggestion(key, ruleKeys)}`, line);
}

function compileBody(mode: string, map: Extract<Yaml, { kind: 'map' }>, ctx: FormulaContext): { body: RuleBody; needs: Needs } {
  const { entries, line } = map;
  const at = entries.get('mode')?.line ?? line;
  const options = optionsOf(entries.get('options')?.value);
  switch (mode) {
    case 'search': {
      for (const key of taintKeys)
        if (entries.has(key)) throw new RuleError(`\`${key}\` needs \`mode: taint\``, entries.get(key)!.line);
      const formula = keyed(compileFormula(map, ctx));
      return {
        body: { mode, formula, options, looksIntoFunctions: asksAround(formula, options) },
        needs: formulaNeeds(formula),
      };
    }
    case 'taint': {
      if (ctx.languages.some((id) => id === 'generic' || id === 'regex'))
        throw new RuleError('`mode: taint` needs a language with a grammar', at);
      const spec = compileTaint(entries, line, ctx);
      for (const part of [...spec.sources, ...spec.sinks, ...spec.sanitizers, ...spec.propagators])
        part.formula = keyed(part.formula);
      return { body: { mode, options, looksIntoFunctions: flowAsksAround(spec, options), ...spec }, needs: taintNeeds(spec) };
    }
    case 'secret': {
      const entry = entries.get('secret');
      if (!entry) throw new RuleError('a secret rule needs `secret`', line);
      const secrets = compileSecret(entry.value);
      return { body: { mode, secrets }, needs: secretNeeds(secrets) };
    }
    case 'command': {
      const command = compileCommand(map);
      return { body: { mode, ...command.body }, needs: command.needs };
    }
    case 'route': {
      const entry = entries.get('route');
      if (!entry) throw new RuleError('a route rule needs `route`', line);
      const { route, needs } = compileRoute(entry.value);
      return { body: { mode, route }, needs };
    }
    case 'mcp-server': {
      const entry = entries.get('mcp-server');
      if (!entry) throw new RuleError('a rule about MCP servers needs `mcp-server`', line);
      const { fault, needs } = compileMcpServer(entry.value);
      return { body: { mode, fault }, needs };
    }
    case 'package': {
      const entry = entries.get('package');
      if (!entry) throw new RuleError('a rule about packages needs `package`', line);
      // The path says which files it looks at.
      return { body: { mode, fault: compilePackage(entry.value) }, needs: { kind: 'all', of: [] } };
    }
    case 'join':
    case 'extract':
      throw new RuleError(`\`mode: ${mode}\` is not supported`, at);
    default:
      throw new RuleError(`unknown mode \`${mode}\``, at);
  }
}

/** Languages that Semgrep knows and we do not. */
const unsupported: ReadonlySet<string> = new Set(
  (
    'apex c c++ cairo circom clojure cpp dart elixir ex fga gosu hack jsonnet julia lisp lua move_on_aptos ' +
    'move_on_sui objc objective-c objectivec ocaml openfga powershell promql proto proto3 protobuf r scala scheme sol ' +
    'solidity swift vue xml'
  ).split(' '),
);

/** A rule for several languages is one for those that are supported. */
function languagesOf(yaml: Yaml): LanguageId[] {
  const languages = new Set<LanguageId>();
  let left: string | null = null;
  for (const name of textsOf(yaml, 'languages')) {
    const language = languageNamed(name);
    if (language) languages.add(language);
    else if (unsupported.has(name.toLowerCase())) left = name;
    else throw new RuleError(`unknown language \`${name}\``, yaml.line);
  }
  // As in the reference, what is written for JavaScript is for TypeScript as well, which holds it.
  if (languages.has('javascript')) languages.add('typescript');
  if (languages.size === 0 && left !== null) throw new RuleError(`the language \`${left}\` is not supported`, yaml.line);
  if (languages.size === 0) throw new RuleError('`languages` is empty', yaml.line);
  return [...languages];
}

function pathsOf(yaml: Yaml | undefined): { include: string[]; exclude: string[] } {
  if (!yaml) return { include: [], exclude: [] };
  const map = mapOf(yaml, '`paths`');
  onlyKeys(map, new Set(['include', 'exclude']), 'key');
  const list = (key: string): string[] => {
    const entry = map.entries.get(key);
    return entry ? textsOf(entry.value, key) : [];
  };
  return { include: list('include'), exclude: list('exclude') };
}

/** Options of the rule syntax. Those that concern other engines or the effort that is spent change nothing here. */
const optionKeys: ReadonlySet<string> = new Set(
  (
    'ac_matching arrow_is_function attr_expr commutative_boolop commutative_compop constant_propagation cpp_parsing_pref ' +
    'decorators_order_matters focus_anywhere flddef_assign generic_braces generic_caseless generic_comment_style generic_ellipsis_max_span ' +
    'generic_engine generic_extra_braces generic_extra_word_characters generic_multiline go_deeper_expr go_deeper_stmt ' +
    'implicit_deep_exprstmt implicit_ellipsis implicit_return interfile interfile_timeout let_is_var max_match_per_file ' +
    'symbolic_propagation symmetric_eq taint_assume_safe_booleans taint_assume_safe_comparisons taint_assume_safe_functions ' +
    'taint_assume_safe_indexes taint_assume_safe_numbers taint_depth taint_focus_on taint_intrafile taint_match_on ' +
    'taint_only_propagate_through_assignments taint_unify_mvars unify_ids_strictly vardef_assign wide xml_attrs_implicit_ellipsis ' +
    'xml_children_ordered xml_singleton_loose_matching'
  ).split(' '),
);

function optionsOf(yaml: Yaml | undefined): RuleOptions {
  if (!yaml) return {};
  const map = mapOf(yaml, '`options`');
  const options: Record<string, boolean | number | string> = {};
  // Other engines have options of their own, of which each may read as if they were not there.
  for (const [key, { line }] of map.entries)
    if (!optionKeys.has(key) && suggestion(key, optionKeys) !== '')
      throw new RuleError(`unknown option \`${key}\`${suggestion(key, optionKeys)}`, line);
  for (const [key, { value }] of map.entries) {
    if (value.kind === 'map') {
      for (const [inner, { value: flag }] of value.entries)
        if (optionKeys.has(key)) options[`${key}.${inner}`] = boolOf(flag, inner);
    } else if (value.kind === 'text') options[key] = value.plain ?? value.value;
  }
  return options;
}

const keyed = (formula: Formula): Formula => ({ ...formula, key: digest(JSON.stringify(formula)) });

// ---- patterns

interface Grammars {
  parsers: ReadonlyMap<string, Parser>;
  lowerings: ReadonlyMap<LanguageId, Lowering>;
}

/** `tsx` reads JSX and types, `typescript` the `<T>x` casts that JSX took away. */
const scriptGrammars = ['javascript', 'tsx', 'typescript'] as const;
const isScript = (language: LanguageId): boolean => language === 'javascript' || language === 'typescript';

async function loadGrammars(
  languages: readonly LanguageId[],
  entries: ReadonlyMap<string, { value: Yaml }>,
  parsers: Parsers,
): Promise<Grammars> {
  const wanted = new Set<LanguageId>(languages);
  const visit = (yaml: Yaml): void => {
    if (yaml.kind === 'list') yaml.items.forEach(visit);
    if (yaml.kind !== 'map') return;
    for (const [key, { value }] of yaml.entries) {
      const named = key === 'language' && value.kind === 'text' ? languageNamed(value.value) : null;
      if (named) wanted.add(named);
      visit(value);
    }
  };
  for (const { value } of entries.values()) visit(value);
  const names = new Set<string>();
  for (const language of wanted) {
    const grammar = grammarFor(language, '');
    if (isScript(language)) for (const script of scriptGrammars) names.add(script);
    else if (grammar) names.add(grammar);
  }
  const loaded = new Map<string, Parser>();
  for (const name of names) loaded.set(name, await parsers.parser(name as Parameters<Parsers['parser']>[0]));
  const lowerings = new Map<LanguageId, Lowering>();
  for (const language of wanted) {
    const lowering = await loadLowering(language);
    if (lowering) lowerings.set(language, lowering);
  }
  return { parsers: loaded, lowerings };
}

function compilePattern(text: string, line: number, languages: readonly LanguageId[], grammars: Grammars): Pattern {
  const trees: PatternVariant[] = [];
  const failed: LanguageId[] = [];
  const script = languages.filter(isScript);
  const groups: { languages: LanguageId[]; grammars: readonly string[] }[] = languages
    .filter((language) => !isScript(language))
    .map((language) => ({ languages: [language], grammars: [grammarFor(language, '') ?? ''] }));
  // `f<T>(x)` is two comparisons to JavaScript, as is `extends A<T> {}`.
  if (
    /[\w)]\s*<[^<>()=;]*>\s*\(|\bextends\s+[\w.$]+\s*<[^(){}=;]*>\s*(?:\{|implements\b)/.test(text) &&
    script.includes('typescript')
  ) {
    groups.unshift({ languages: ['typescript'], grammars: ['tsx', 'typescript'] });
    if (script.length > 1) groups.unshift({ languages: ['javascript'], grammars: ['javascript'] });
  } else if (script.length > 0) groups.unshift({ languages: script, grammars: scriptGrammars });
  for (const group of groups) {
    const [language] = group.languages as [LanguageId];
    if (language === 'generic') {
      const tree = parseGenericPattern(text);
      if (!tree) throw new RuleError('the pattern is empty', line);
      trees.push({ languages: group.languages, tree: plain(tree, line), sequence: true, anchors: [], metavariables: [] });
      continue;
    }
    if (language === 'regex') throw new RuleError('a rule for `regex` has `pattern-regex` only', line);
    const lowering = grammars.lowerings.get(language);
    if (!lowering) throw new RuleError(`patterns for \`${language}\` are not supported yet`, line);
    const found = group.grammars
      .map((name) => grammars.parsers.get(name))
      .map((parser) => parser && parsePattern(text, language, parser, lowering))
      .find((tree) => tree);
    if (found)
      trees.push({
        languages: group.languages,
        tree: plain(found.tree, line),
        ...(found.sequence && { sequence: true as const }),
        anchors: language === 'dockerfile' ? [] : anchorsOf(found.tree),
        metavariables: metavariablesOf(found.tree),
        ...elsewhereOf(found.tree),
      });
    else failed.push(...group.languages);
  }
  // A pattern that is only valid in some of the rule's languages serves those, as in Semgrep; in none, it is an error.
  if (trees.length === 0)
    throw new RuleError(`the pattern does not parse as ${failed.join(' or ')}: ${text.trim().split('\n')[0]}`, line);
  return { text, trees };
}

/** A type as the first of the languages that knows it reads it. */
function declaredType(text: string, line: number, languages: readonly LanguageId[], grammars: Grammars): Node | null {
  for (const language of languages) {
    const parser = grammars.parsers.get(grammarFor(language, '') ?? '');
    const lowering = grammars.lowerings.get(language);
    const type = parser && lowering ? parseType(text, language, parser, lowering) : null;
    if (type) return plain(type, line);
  }
  return null;
}

/** The tree as plain data: no positions, no parents, no roles that are null or empty. `line` is for what is wrong in it. */
function plain(tree: Node, line: number): Node {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) =>
      key === 'parent' || key === 'start' || key === 'end' || value === null || (Array.isArray(value) && value.length === 0)
        ? undefined
        : key === 'value' && typeof value === 'string'
          ? withRegex(value, line)
          : value,
    ),
  ) as Node;
}

/** `=~/…/`, a text that fits an expression, with the expression as JavaScript spells it; any other text as it is. */
function withRegex(text: string, line: number): string {
  const found = /^=~\/(.*)\/([mi]?)$/s.exec(text);
  if (!found) return text;
  const { regex, flags } = checkRegex(found[1]!, line);
  // `m` is always on for the operators' expressions, here only when it is written.
  const written = new Set([...flags.replace('m', ''), ...found[2]!]);
  return `=~/${regex}/${[...written].join('')}`;
}
