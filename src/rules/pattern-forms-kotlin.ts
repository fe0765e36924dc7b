/** The forms of patterns in Kotlin. */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import { type Places, placeEllipses } from './pattern-places.ts';
import { body, statements } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS, metavarName, typedName } from './placeholder.ts';

/** What an open bracket holds. */
type Place = 'block' | 'members' | 'entries' | 'parameters' | 'list';

const TYPE = 'Fs_t';
const STRING = /^(?:"""[^]*?"""|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')/;

const places: Places<Place> = {
  string: STRING,
  outside: 'block',
  list: 'list',
  brace: braceOf,
  parenthesis: parenthesisOf,
  shaped,
  // `$X` alone in a string is a metavariable; beside other text it is the variable, as it is to the reference.
  quoted: (literal) =>
    /^"\$[A-Z_][A-Z0-9_]*"$/.test(literal)
      ? literal.replace(/(?<![\\{])\$([A-Z_][A-Z0-9_]*)(?!\w)/g, (_, name: string) => `$${metavarName(name)}`)
      : literal,
};

function shaped(name: string, place: Place, before: string, after: string): string {
  switch (place) {
    case 'parameters':
      return `${name}: ${TYPE}`;
    case 'members':
      return `val ${name}: ${TYPE}\n`;
    case 'entries':
      if (/->[ \t]*$/.test(before)) return name;
      return `${name} -> ${name}\n`;
    case 'block': {
      if (/\b(?:if|while|for)\s*\((?:[^()]|\([^()]*\))*\)[ \t]*$/.test(before)) return name;
      const begins = /(?:^|[{};)\n])[ \t]*$/.test(before) || /->\s*$/.test(before);
      if (!begins || /^\s*[.,=]/.test(after)) return name;
      return `${/\)[ \t]*$/.test(before) ? ';' : ''}${name}${/^[ \t]*(?:\n|;|\}|$)/.test(after) ? '' : ';'}`;
    }
    case 'list':
      return name;
    default:
      return place satisfies never;
  }
}

/** What the brace behind `before` opens. */
function braceOf(before: string): Place {
  const head = /[^{};]*$/.exec(before)?.[0] ?? '';
  if (/\bwhen\b\s*(?:\([^{}]*\)\s*)?$/.test(head)) return 'entries';
  if (/\bfun\s+(?!interface\b)/.test(head)) return 'block';
  return /\b(?:class|interface|object)\b/.test(head) && !/::\s*class\b/.test(head) ? 'members' : 'block';
}

function parenthesisOf(before: string): Place {
  const head = /[^{};()=]*$/.exec(before)?.[0] ?? '';
  if (/\bfun\b[^:]*[\w$>`]\s*$|\bconstructor\s*$|\bcatch\s*$/.test(head)) return 'parameters';
  return /\bclass\s+[\w$]+(?:<[^<>]*>)?(?:\s+@\S+\s+constructor)?\s*$/.test(head) && !/::/.test(head) ? 'parameters' : 'list';
}

const kotlin: Style = {
  strings: [
    { open: '"""', close: '"""', escape: '', code: ['${', '}'] },
    { open: '"', close: '"', escape: '\\', code: ['${', '}'] },
    { open: "'", close: "'", escape: '\\', code: null },
  ],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  spread: false,
  replace: [
    // `($X: T)` alone in its parentheses is a typed metavariable: a cast is the expression that holds a type.
    [/(?<![\w>$]\s*)\(\s*\$([A-Z_][A-Z0-9_]*)\s*:\s*([^(),;={}]+)\)/g, `(${typedName('$1')} as $2)`],
  ],
  prepare: (text) => placeEllipses(text, places),
  metavar: (name) => name,
  typed: null,
  comments: ['//'],
};

const decorators = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'class' && only.decorators.length > 0 ? only.decorators : null;
};

const catches = (program: Node): Node[] | null => {
  const [only] = statements(program);
  return only?.kind === 'try' ? only.catches : null;
};

const entries = (program: Node): Node[] | null => {
  const [only] = statements(program);
  return only?.kind === 'switch' ? only.cases : null;
};

/** The type on the right of an alias. */
const aliased = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'other' && only.kids.length === 2 ? [only.kids[1]!] : null;
};

export const kotlinForms: readonly Form[] = [
  { before: 'try {} ', after: '', style: kotlin, when: /^catch\b/, pick: catches },
  { before: '', after: '\nclass Fs_c', style: kotlin, when: /^@[\w.$]+(?:\([^]*\))?$/, pick: decorators },
  { before: '', after: '\n', style: kotlin, pick: statements },
  { before: 'class Fs_c {\n', after: '\n}', style: kotlin, pick: (program) => body(program).flatMap(body) },
  { before: 'when (x) {\n', after: '\n}', style: kotlin, when: /->/, pick: entries },
  { before: `typealias ${TYPE} = `, after: '', style: kotlin, pick: aliased },
];
