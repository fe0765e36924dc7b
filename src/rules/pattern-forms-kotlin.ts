/** The forms of patterns in Kotlin. */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS, metaellipsisName, metavarName, typedName } from './placeholder.ts';

/** What an open bracket holds. */
type Place = 'block' | 'members' | 'entries' | 'parameters' | 'list';

const TYPE = 'Fs_t';
const WORD = /^(?:\.\.\.|\$\.\.\.([A-Z_][A-Z0-9_]*))/;
const STRING = /^(?:"""[^]*?"""|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')/;

/** Replaces each ellipsis by a placeholder of the shape that its place asks for. */
function placeEllipses(text: string): string {
  let out = '';
  let deep = 0;
  const open: Place[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const word = WORD.exec(rest);
    const copied =
      STRING.exec(rest)?.[0] ?? (/^<\.\.\./.test(rest) || (deep > 0 && rest.startsWith('...>')) ? rest.slice(0, 4) : null);
    if (copied !== null) {
      if (copied === '<...') deep++;
      if (copied === '...>') deep--;
      out += copied.startsWith('"')
        ? copied.replace(/(?<![\\{])\$([A-Z_][A-Z0-9_]*)(?!\w)/g, (_, name: string) => `$${metavarName(name)}`)
        : copied;
      at += copied.length;
    } else if (word) {
      at += word[0].length;
      const name = word[1] === undefined ? ELLIPSIS : metaellipsisName(word[1]);
      out += shaped(name, open.at(-1) ?? 'block', out, text.slice(at));
    } else {
      const char = text[at++]!;
      if (char === '{') open.push(braceOf(out));
      if (char === '(') open.push(parenthesisOf(out));
      if (char === '[') open.push('list');
      if (char === ')' || char === ']' || char === '}') open.pop();
      out += char;
    }
  }
  return out;
}

function shaped(name: string, place: Place, before: string, after: string): string {
  switch (place) {
    case 'parameters':
      return `${name}: ${TYPE}`;
    case 'members':
      return `val ${name}: ${TYPE}\n`;
    case 'entries':
      return `${name} -> ${name}\n`;
    case 'block': {
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
  prepare: placeEllipses,
  metavar: (name) => name,
  typed: null,
  comments: ['//'],
};

const body = (node: Node | null | undefined): Node[] => (node && 'body' in node && Array.isArray(node.body) ? node.body : []);

/** The statements as they stand; a lone expression is an expression. */
const statements = (program: Node): Node[] => {
  const nodes = body(program);
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'exprstmt' ? [only.expr] : nodes;
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
