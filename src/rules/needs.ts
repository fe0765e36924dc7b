/**
 * What a text must hold for a rule to match it at all: the text filter. Exact: a rule that could match is never out.
 * Names stand in the text even when an import renames them. A constant string may be put together from pieces: then one
 * of the text's literals is its beginning.
 */
import type { LanguageId } from '../model/language.ts';
import type { Condition, Formula, Needs, Pattern, TaintSpec } from '../model/rule.ts';
import { eachChild, type Node } from '../model/tree.ts';
import { requiredTexts } from './regex.ts';
import { marksOf, type RootMark } from './root-mark.ts';

const nothing: Needs = { kind: 'all', of: [] };

export function formulaNeeds(formula: Formula): Needs {
  switch (formula.kind) {
    case 'pattern':
      return patternNeeds(formula.pattern);
    case 'regex':
      return regexNeeds(formula.regex, formula.flags);
    case 'all':
      return simplify({ kind: 'all', of: [...formula.of.map(formulaNeeds), ...formula.where.map(conditionNeeds)] });
    case 'any':
      return simplify({ kind: 'any', of: formula.of.map(formulaNeeds) });
    case 'inside':
      return formulaNeeds(formula.of);
    default:
      return formula satisfies never;
  }
}

/** A metavariable stands for code of the text; what its expression or pattern demands must be there as well. */
function conditionNeeds(condition: Condition): Needs {
  switch (condition.kind) {
    case 'regex':
      return condition.constantPropagation ? nothing : regexNeeds(condition.regex, condition.flags);
    case 'pattern':
      // In another language the content of a string is looked at, whose letters may be escaped.
      return condition.language === null ? formulaNeeds(condition.formula) : nothing;
    default:
      return nothing;
  }
}

function regexNeeds(regex: string, flags: string): Needs {
  const caseless = flags.includes('i');
  const text = (value: string): Needs => (caseless ? { kind: 'text', value, caseless } : { kind: 'text', value });
  return { kind: 'all', of: requiredTexts(regex).map((values): Needs => ({ kind: 'any', of: values.map(text) })) };
}

export function taintNeeds(spec: TaintSpec): Needs {
  const any = (parts: readonly { formula: Formula }[]): Needs => ({
    kind: 'any',
    of: parts.map((part) => formulaNeeds(part.formula)),
  });
  return simplify({ kind: 'all', of: [any(spec.sources), any(spec.sinks)] });
}

function patternNeeds(pattern: Pattern): Needs {
  return simplify({
    kind: 'any',
    of: pattern.trees.map(({ tree, languages = [] }) =>
      simplify({ kind: 'all', of: [...treeNeeds(tree as Node, writtenStrings(languages)), markNeeds(tree as Node, languages)] }),
    ),
  });
}

/** The operators and keywords that the pattern is written with, where they are rare enough to say something. */
function markNeeds(tree: Node, languages: readonly LanguageId[]): Needs {
  const tell = ({ words, texts }: RootMark): Needs | null =>
    words.every((word) => rareWords.has(word)) && texts.every((text) => rareTexts.has(text))
      ? {
          kind: 'any',
          of: [
            ...words.map((value): Needs => ({ kind: 'word', value })),
            ...texts.map((value): Needs => ({ kind: 'text', value })),
          ],
        }
      : null;
  return {
    kind: 'any',
    of: languages.map((language): Needs => ({ kind: 'all', of: marksOf(tree, language).flatMap((mark) => tell(mark) ?? []) })),
  };
}

const rareWords: ReadonlySet<string> = new Set(['await', 'throw', 'raise', 'new', 'try', 'for', 'while']);
const rareTexts: ReadonlySet<string> = new Set('% && || ?? === !== == != & | ^ << >> <= >='.split(' '));

/** Which strings of a pattern must stand in the text as they are: none where constants are folded, but the labels of blocks. */
type Written = 'all' | 'labels' | 'none' | 'caseless names' | 'caseless words';

function writtenStrings(languages: readonly string[]): Written {
  if (languages.every((id) => id === 'yaml' || id === 'json')) return 'all';
  if (languages.every((id) => id === 'generic')) return 'caseless words';
  // The keywords of a Dockerfile may be written small, and so may functions and classes of PHP.
  if (languages.some((id) => id === 'dockerfile' || id === 'php')) return 'caseless names';
  return languages.every((id) => id === 'hcl') ? 'labels' : 'none';
}

const isWritten = (value: string): boolean => /^[\w.-]{2,}$/.test(value) && value !== '...';

function treeNeeds(tree: Node, written: Written): Needs[] {
  const needs: Needs[] = [];
  const named = (name: string): Needs => (written === 'caseless names' ? caselessName(name) : wordOrText(name));
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'name':
        // Ruby also writes `%x(ls)`.
        if (node.name === '`') needs.push({ kind: 'any', of: ['`', '%x'].map((value): Needs => ({ kind: 'text', value })) });
        else needs.push(named(node.name));
        return;
      case 'named':
        if (!node.name.startsWith('$')) needs.push(named(node.name));
        break;
      case 'typed':
        // The type of a literal stands nowhere in the text.
        return;
      case 'string':
        if (written === 'caseless words') needs.push({ kind: 'text', value: node.value, caseless: true });
        if (written === 'all' && isWritten(node.value)) needs.push({ kind: 'text', value: node.value });
        if (written === 'none' && isPlainText(node.value)) needs.push({ kind: 'string', value: node.value });
        return;
      case 'call':
        if (written === 'labels' && node.args?.at(-1)?.kind === 'object')
          for (const label of node.args)
            if (label.kind === 'string' && isWritten(label.value)) needs.push({ kind: 'text', value: label.value });
        break;
      case 'import': {
        if (node.module.kind === 'string' && !/\.\.\.|\$|^=~/.test(node.module.value))
          needs.push({ kind: 'text', value: node.module.value });
        if (node.module.kind !== 'string') visit(node.module);
        if (node.name && !(node.name.kind === 'name' && node.name.name === 'default')) visit(node.name);
        if (node.alias) visit(node.alias);
        return;
      }
      default:
    }
    eachChild(node, visit);
  };
  visit(tree);
  return needs;
}

/** PHP's variables keep their case; its `die` is `exit`, and `<?=` is `echo`. */
function caselessName(name: string): Needs {
  if (name.startsWith('$')) return { kind: 'text', value: name };
  const text = (value: string): Needs => ({ kind: 'text', value, caseless: true });
  const other = name === 'exit' ? 'die' : name === 'echo' ? '<?=' : null;
  return other === null ? text(name) : { kind: 'any', of: [text(name), text(other)] };
}

/** A string pattern that stands for itself. */
const isPlainText = (value: string): boolean => value.length >= 2 && !/\.\.\.|^\$[A-Z_\d]|^=~|\\|[\n"'`]/.test(value);

/** A name that begins with `$` may stand inside of a string, right behind other letters. */
const wordOrText = (value: string): Needs =>
  /^[A-Za-z_][\w$]*$/.test(value) ? { kind: 'word', value } : { kind: 'text', value };

/** Flattens, drops duplicates, and lets an `any` with a part that is always true vanish. */
function simplify(needs: Needs): Needs {
  if (needs.kind !== 'all' && needs.kind !== 'any') return needs;
  const parts = new Map<string, Needs>();
  for (const raw of needs.of) {
    const part = simplify(raw);
    if (part.kind === needs.kind) for (const inner of part.of) parts.set(JSON.stringify(inner), inner);
    else parts.set(JSON.stringify(part), part);
  }
  const of = [...parts.values()];
  if (needs.kind === 'any' && of.some((part) => part.kind === 'all' && part.of.length === 0)) return nothing;
  if (of.length === 1) return of[0]!;
  return { kind: needs.kind, of };
}
