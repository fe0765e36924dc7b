/** The forms of patterns in Java and C#. */
import type { Node } from '../model/tree.ts';
import { type Dialect, placeEllipses } from './pattern-ellipsis.ts';
import type { Form } from './pattern-forms.ts';
import { body, header, members, statements } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS, keepBackslashes, statementName, TRY_PART } from './placeholder.ts';

/** The statements of the one constructor of the one class. */
const constructed = (program: Node, text: string): Node[] => {
  const [only] = members(program);
  return only?.kind === 'func' && only.body ? statements(only.body, text) : [];
};

const decorators = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'class' && only.decorators.length > 0 ? only.decorators : null;
};

const catches = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'try' ? only.catches : null;
};

/** `try { … }` and `finally { … }` alone. */
const partOfTry =
  (part: 'body' | 'finally') =>
  (program: Node): Node[] | null => {
    const [only, more] = body(program);
    if (only?.kind !== 'try' || more || only.catches.length > 0 || only.resources.length > 0) return null;
    const block = only[part];
    return block && [{ kind: 'other', type: TRY_PART, text: part, kids: [block], start: 0, end: 0, parent: null }];
  };

const cases = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'switch' ? only.cases : null;
};

/** What was made the value of an assignment, because it cannot stand as a statement. */
const assigned = (program: Node, text: string): Node[] | null => {
  const [only, ...rest] = body(program);
  // Of `$X;` the semicolon, and that of the form behind it, are two statements.
  const isNothing = (node: Node): boolean => node.kind === 'block' && node.body.length === 0;
  if (only?.kind !== 'exprstmt' || only.expr.kind !== 'assign' || !rest.every(isNothing)) return null;
  const { value } = only.expr;
  return [text.endsWith(';') ? { ...only, expr: value } : value];
};

/** C# takes no lone name for a statement: `if (c) $S` and `{ $S; }` run it. */
const statementBody = (text: string): string =>
  text
    .replace(
      /^((?:if|while|for|foreach|lock)\b[^{]*?\))\s*\$([A-Z_][A-Z0-9_]*)\s*(?:;|$)/,
      (_, head: string, name: string) => `${head} ${statementName(name)}();`,
    )
    .replace(
      /(?<=[{};]\s*|\.\.\.\s*|\belse\s+)\$([A-Z_][A-Z0-9_]*)(?=\s*;)/g,
      (whole: string, name: string, at: number, all: string) => (isInHead(all.slice(0, at)) ? whole : `${statementName(name)}()`),
    );

/** Between the parentheses of a `for`. */
const isInHead = (before: string): boolean => /\bfor\s*\([^(){}]*$/.test(before);

const declaredUse: [RegExp, string] = [/(^|[\n{;])([ \t]*)(?:await\s+)?using\s+(?=[\w$<>.]+\s+\$?\w+\s*=)/g, '$1$2'];

/** `"=~/…/"` */
const REGEX_TEXT = /(?<![@$])"=~\/(?:\\[^]|[^"\\])*"/g;
const keptRegex = (text: string): string => keepBackslashes(text, '\'"\\0abefnrtuUvx');

function styleOf(strings: Style['strings'], dialect: Dialect): Style {
  return {
    strings,
    statement: ELLIPSIS,
    field: ELLIPSIS,
    replace: [
      // `using var x = …;` is a declaration like any other.
      ...(dialect.initialisers ? [declaredUse] : []),
      // With a space, `catch (T $X)` would read as a typed metavariable.
      [/\bcatch\s+\(/g, 'catch('],
    ],
    prepare: (text) => placeEllipses(dialect.initialisers ? statementBody(text.replace(REGEX_TEXT, keptRegex)) : text, dialect),
    metavar: (name) => name,
    typed: 'type-first',
    comments: ['//'],
  };
}

// ---- Java

const java = styleOf(
  [
    { open: '"""', close: '"""', escape: '\\', code: null },
    { open: '"', close: '"', escape: '\\', code: null },
    { open: "'", close: "'", escape: '\\', code: null },
  ],
  { typedParameters: true, loop: { word: 'for', mark: ':' }, initialisers: false, strings: ['"""', '"', "'"] },
);

export const javaForms: readonly Form[] = [
  { before: 'try {} ', after: '', style: java, when: /^catch\b/, pick: catches },
  { before: 'try {} ', after: '', style: java, when: /^finally\b/, pick: partOfTry('finally') },
  { before: '', after: ' finally {}', style: java, when: /^try\s*\{[^]*\}\s*$/, pick: partOfTry('body') },
  { before: 'switch (x) { ', after: ' }', style: java, when: /^(?:case|default)\b/, pick: cases },
  { before: '', after: '', style: java, pick: statements },
  { before: '', after: ' {}', style: java, when: /\)$|\bthrows\b[^{}]*$|\b(?:class|interface)\b[^{}]*$/, pick: header },
  { before: '', after: ';', style: java, pick: statements },
  { before: 'class Fs_c { ', after: ' }', style: java, pick: members },
  { before: 'class Fs_c { Fs_c() { ', after: '; } }', style: java, when: /^(?:super|this)\s*\(/, pick: constructed },
  { before: '', after: '\nclass Fs_c {}', style: java, when: /^@/, pick: decorators },
];

// ---- C#

const csharp = styleOf(
  [
    { open: '$@"', close: '"', escape: '', code: ['{', '}'] },
    { open: '@$"', close: '"', escape: '', code: ['{', '}'] },
    { open: '$"""', close: '"""', escape: '', code: ['{', '}'] },
    { open: '$"', close: '"', escape: '\\', code: ['{', '}'] },
    { open: '"""', close: '"""', escape: '', code: null },
    { open: '@"', close: '"', escape: '', code: null },
    { open: '"', close: '"', escape: '\\', code: null },
    { open: "'", close: "'", escape: '\\', code: null },
  ],
  {
    typedParameters: false,
    loop: { word: 'foreach', mark: 'in' },
    initialisers: true,
    strings: ['$@"', '@$"', '$"""', '$"', '"""', '@"', '"', "'"],
  },
);

export const csharpForms: readonly Form[] = [
  { before: 'try {} ', after: '', style: csharp, when: /^catch\b/, pick: catches },
  { before: 'switch (x) { ', after: ' }', style: csharp, when: /^(?:case|default)\b/, pick: cases },
  { before: '', after: '\nclass Fs_c {}', style: csharp, when: /^\[\s*[A-Z$][^[\]]*\]$/, pick: decorators },
  { before: '', after: '', style: csharp, pick: statements },
  { before: '', after: ';', style: csharp, pick: statements },
  { before: 'Fs_v = ', after: ';', style: csharp, pick: assigned },
  { before: '', after: ' {}', style: csharp, when: /\b(?:class|interface|struct)\b[^{}]*$/, pick: header },
  { before: 'class Fs_c { ', after: ' }', style: csharp, pick: members },
];
