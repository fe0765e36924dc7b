/** The forms in which each language's patterns are tried, first fit wins. One row per form. */
import type { LanguageId } from '../model/language.ts';
import type { Node } from '../model/tree.ts';
import { dockerfileForms } from './pattern-forms-dockerfile.ts';
import { hclForms, innermost } from './pattern-forms-hcl.ts';
import { htmlForms } from './pattern-forms-html.ts';
import { csharpForms, javaForms } from './pattern-forms-java.ts';
import { kotlinForms } from './pattern-forms-kotlin.ts';
import { phpForms } from './pattern-forms-php.ts';
import { rubyForms } from './pattern-forms-ruby.ts';
import { rustForms } from './pattern-forms-rust.ts';
import { body, ellipsis, shellWord, statements } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { DECORATOR, DEEP, ELLIPSIS, keepBackslashes, metavarName, variableName } from './placeholder.ts';

export interface Form {
  before: string;
  after: string;
  style: Style;
  /** Only for patterns that this matches. */
  when?: RegExp;
  /** The pattern's nodes within the lowered program; null when this form does not fit after all. */
  pick(program: Node, text: string): Node[] | null;
}

export function formsOf(language: LanguageId): readonly Form[] {
  return forms[language] ?? [];
}

/** The statements of the innermost block of a wrapping function. */
const inFunction = (program: Node, text: string): Node[] | null => {
  for (const node of body(program)) {
    const found = functionIn(node);
    if (found?.kind === 'func' && found.body) return statements(found.body, text);
  }
  return null;
};

const functionIn = (node: Node): Node | null => {
  if (node.kind === 'func') return node;
  for (const kid of body(node)) {
    const found = functionIn(kid);
    if (found) return found;
  }
  return null;
};

const classIn = (node: Node): Node | null => {
  if (node.kind === 'class') return node;
  for (const kid of body(node)) {
    const found = classIn(kid);
    if (found) return found;
  }
  return null;
};

const members = (program: Node): Node[] | null => {
  const found = classIn(program);
  return found ? body(found) : null;
};

/** Members of a class; a method alone is marked, as it stands for methods and not for other functions. */
const scriptMembers = (program: Node): Node[] | null => {
  const found = members(program);
  const [only, more] = found ?? [];
  if (only?.kind === 'func' && !more) only.receiver = { kind: 'ellipsis', start: 0, end: 0, parent: null };
  return found;
};

const onlyExpression = (program: Node): Node | null => {
  const [only] = body(program);
  return only?.kind === 'exprstmt' ? only.expr : null;
};

/** The only field; one whose value is a function is none in the reference, and what a label would be finds nothing either. */
const valueField = (program: Node): Node[] | null => {
  const found = fields(program);
  const [only] = found ?? [];
  return only?.kind === 'pair' && only.value.kind === 'func' ? null : found;
};

const fields = (program: Node): Node[] | null => {
  const object = onlyExpression(program);
  return object?.kind === 'object' && object.props.length === 1 ? object.props : null;
};

const decoratorOf = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only && 'decorators' in only && only.decorators.length > 0
    ? [{ kind: 'other', type: DECORATOR, text: '', kids: only.decorators, start: 0, end: 0, parent: null }]
    : null;
};

/** Drops the body that the form had to add, so that the header alone is compared. */
const header = (program: Node): Node[] | null => {
  const [only] = body(program);
  if (!only) return null;
  if (only.kind === 'func') return [{ ...only, body: ellipsisBlock }];
  if (only.kind === 'class') return [{ ...only, body: [ellipsis] }];
  return [only];
};

const ellipsisBlock: Node = { kind: 'block', body: [ellipsis], start: 0, end: 0, parent: null };

// ---- JavaScript and TypeScript

const scriptStrings: Style['strings'] = [
  { open: '"', close: '"', escape: '\\', code: null },
  { open: "'", close: "'", escape: '\\', code: null },
  { open: '`', close: '`', escape: '\\', code: ['${', '}'] },
];

const script: Style = {
  strings: scriptStrings,
  statement: `${ELLIPSIS};`,
  field: ELLIPSIS,
  // Behind `case 1:`, `default:` and `do`, before `else`, and before a sign at the beginning of a line, stand statements.
  ellipsis: (before, after) =>
    /(?:\bcase\b[^\n:?]*|\bdefault\s*):\s*$|\bdo\s*$/.test(before) ||
    /^\s*else\b/.test(after) ||
    (/^[ \t]*\+/.test(after) && /(?:^|[{};\n])[ \t]*$/.test(before))
      ? `${ELLIPSIS};`
      : null,
  replace: [
    [/\bfor\s*\(\s*\.\.\.\s*\)/g, `for (${ELLIPSIS} of ${ELLIPSIS})`],
    [/(?<!\.)\.\s*\.\.\.\s*\.(?!\.)/g, `.${ELLIPSIS}.`],
    [/\bcatch\s*\(\s*\.\.\.\s*\)/g, `catch (${ELLIPSIS})`],
    [/^(import\b[^"'`;]*\bfrom\s+|import\s+)(\$[A-Z_][A-Z0-9_]*)(?=\s*(?:;|$))/gm, '$1"$2"'],
  ],
  prepare: (text) => (/^\s*<(?!\.\.\.)/.test(text) ? text.replace(BARE_ATTRIBUTE, '$1{$2}') : text),
  metavar: (name) => name,
  typed: 'colon',
  comments: ['//'],
};

/** `href=...` and `href=$X` of an element. */
const BARE_ATTRIBUTE = /(?<=\s)([\w$:-]+=)(\.\.\.|\$[A-Z_][A-Z0-9_]*)(?=[\s/>])/g;

const scriptForms: readonly Form[] = [
  { before: 'try {} ', after: '', style: script, when: /^catch\b/, pick: (program) => partOf(program, 'catch') },
  { before: '(', after: ')', style: script, when: /^\{[^]*\}$/, pick: (program) => objectOrNull(program) },
  {
    before: '({',
    after: '})',
    style: script,
    when: /^(?!default\b)(?:["']?[\w$]+["']?|\[[^\]]*\])\s*:(?!:)[^]*[^;]$/,
    pick: valueField,
  },
  { before: '', after: '', style: script, pick: statements },
  { before: '', after: '', style: { ...script, field: `${ELLIPSIS};` }, pick: statements },
  { before: '', after: '', style: { ...script, statement: ELLIPSIS }, pick: statements },
  {
    before: '',
    after: '',
    style: { ...script, statement: `case ${ELLIPSIS}:`, field: `case ${ELLIPSIS}:` },
    when: /\bswitch\b/,
    pick: statements,
  },
  { before: '(', after: ')', style: script, pick: statements },
  { before: '', after: ' {}', style: script, when: /^(?:@|async\s|export\s|function\b|class\b|abstract\s)/, pick: header },
  { before: 'class Fs_c { ', after: ' }', style: script, pick: scriptMembers },
  { before: 'class Fs_c { ', after: ' {} }', style: script, pick: scriptMembers },
  { before: '({', after: '})', style: script, pick: fields },
  { before: '', after: '\nclass Fs_c {}', style: script, when: /^@/, pick: decoratorOf },
  {
    before: 'switch (x) { ',
    after: ' }',
    style: script,
    when: /^(?:case|default)\b/,
    pick: (program) => partOf(program, 'case'),
  },
  { before: '<a ', after: ' />', style: script, when: /^[\w$-]+=/, pick: (program) => partOf(program, 'attr') },
];

const objectOrNull = (program: Node): Node[] | null => {
  const object = onlyExpression(program);
  return object?.kind === 'object' ? [object] : null;
};

const partOf = (program: Node, kind: 'catch' | 'case' | 'attr'): Node[] | null => {
  const [only] = body(program);
  if (only?.kind === 'try' && kind === 'catch') return only.catches;
  if (only?.kind === 'switch' && kind === 'case') return only.cases;
  const element = onlyExpression(program);
  return element?.kind === 'element' ? element.attrs : null;
};

// ---- Python

const python: Style = {
  strings: [
    { open: 'f"""', close: '"""', escape: '\\', code: ['{', '}'] },
    { open: "f'''", close: "'''", escape: '\\', code: ['{', '}'] },
    { open: '"""', close: '"""', escape: '\\', code: null },
    { open: "'''", close: "'''", escape: '\\', code: null },
    { open: 'f"', close: '"', escape: '\\', code: ['{', '}'] },
    { open: "f'", close: "'", escape: '\\', code: ['{', '}'] },
    { open: '"', close: '"', escape: '\\', code: null },
    { open: "'", close: "'", escape: '\\', code: null },
  ],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  replace: [[/(?<!\.)\.\s*\.\.\.\s*\.(?!\.)/g, `.${ELLIPSIS}.`]],
  metavar: (name) => name,
  typed: 'colon',
  comments: ['#'],
};

const pythonForms: readonly Form[] = [
  { before: '', after: '', style: python, pick: statements },
  { before: '', after: '', style: { ...python, field: `**${ELLIPSIS}` }, pick: statements },
  { before: '', after: ` ${ELLIPSIS}`, style: python, when: /:$/, pick: header },
  { before: '', after: '\ndef Fs_f(): pass', style: python, when: /^@/, pick: decoratorOf },
  { before: '(', after: ')', style: python, pick: statements },
  { before: 'try:\n  pass\n', after: '', style: python, when: /^except\b/, pick: (program) => partOf(program, 'catch') },
  {
    before: 'try:\n  pass\n',
    after: ` ${ELLIPSIS}`,
    style: python,
    when: /^except\b[^]*:$/,
    pick: (program) => partOf(program, 'catch'),
  },
  { before: '{', after: '}', style: python, when: /:/, pick: fields },
];

// ---- Go

/** A group of imports in which some are left out is a run of imports. */
const ungrouped = (text: string): string =>
  text.replace(/\bimport\s*\(([^()]*)\)/g, (whole, group: string) =>
    /^\s*\.\.\.\s*$/m.test(group)
      ? group
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          // What the group begins with is no statement before it.
          .filter((line, at) => line !== '...' || at > 0)
          .map((line) => (line === '...' ? line : `import ${line}`))
          .join('\n')
      : whole,
  );

const go: Style = {
  strings: [
    { open: '"', close: '"', escape: '\\', code: null },
    { open: '`', close: '`', escape: '', code: null },
    { open: "'", close: "'", escape: '\\', code: null },
  ],
  statement: `${ELLIPSIS};`,
  field: ELLIPSIS,
  replace: [
    [/\bfor\s+\.\.\.\s*\{/g, `for ${ELLIPSIS} := range ${ELLIPSIS} {`],
    [/(?<!\.)\.\s*\.\.\.\s*\.(?!\.)/g, `.${ELLIPSIS}.`],
    [/\bif\s+\.\.\.\s*;/g, `if ${ELLIPSIS};`],
    [/\bcase\s+\.\.\.[ \t]*$/gm, `case ${ELLIPSIS}:`],
    [/\bcase\s+\.\.\.\s*(?==\s*<-|,)/g, `case ${ELLIPSIS} `],
  ],
  prepare: ungrouped,
  metavar: (name) => name,
  typed: 'colon',
  comments: ['//'],
};

const inGoFunction = { before: 'package Fs_p\nfunc Fs_f() {\n', after: '\n}\n', pick: inFunction };
const goTop = {
  before: 'package Fs_p\n',
  after: '\n',
  pick: (program: Node) => body(program).filter((node) => node.kind !== 'namespace'),
};

const goForms: readonly Form[] = [
  { ...goTop, style: go, when: /^(?:func\s*(?:\([^)]*\)\s*)?[\w$]|import\b|type\b|package\b)/ },
  { ...inGoFunction, style: go },
  { ...inGoFunction, style: { ...go, statement: ELLIPSIS } },
  { ...inGoFunction, style: { ...go, field: `${ELLIPSIS}: ${ELLIPSIS}` } },
  { ...inGoFunction, style: { ...go, statement: `case ${ELLIPSIS}:` }, when: /\b(?:switch|select)\b/ },
  { ...goTop, style: go },
  {
    ...goTop,
    after: ' {}\n',
    style: go,
    when: /^func\b/,
    pick: (program) => header({ ...program, body: goTop.pick(program) } as Node),
  },
  { before: 'package Fs_p\nvar Fs_v = Fs_T{ ', after: ' }\n', style: go, when: /:/, pick: (program) => goFields(program) },
];

/** The fields of the literal that the form put around a pattern. */
const goFields = (program: Node): Node[] | null => {
  const variable = body(program).find((node) => node.kind === 'vardef');
  return variable?.kind === 'vardef' && variable.value?.kind === 'new' && variable.value.args.length === 1
    ? variable.value.args
    : null;
};

// ---- data

const dataStrings: Style['strings'] = [
  { open: '"', close: '"', escape: '\\', code: null },
  { open: "'", close: "'", escape: '', code: null },
];

const yaml: Style = {
  strings: dataStrings,
  statement: `${ELLIPSIS}: ${ELLIPSIS}`,
  field: ELLIPSIS,
  replace: [
    // With keys below, the first one of the item.
    [/^([ \t]*)-[ \t]+\.\.\.[ \t]*(?=\n\1[ \t]+\S)/gm, `$1- ${ELLIPSIS}: ${ELLIPSIS}`],
    [/^([ \t]*)-[ \t]+\.\.\.[ \t]*$/gm, `$1- ${ELLIPSIS}`],
    [/^([ \t]*)\.\.\.[ \t]*$/gm, `$1${ELLIPSIS}: ${ELLIPSIS}`],
  ],
  prepare: dashed,
  metavar: (name) => name,
  typed: null,
  comments: [],
};

/** `...` on a line of its own between the items of a sequence is an item. */
function dashed(text: string): string {
  const lines = text.split('\n');
  const margin = (line: string): number => line.length - line.trimStart().length;
  return lines
    .map((line, at) => {
      if (line.trim() !== '...') return line;
      const depth = margin(line);
      const sibling = (step: 1 | -1): string => {
        for (let next = at + step; next >= 0 && next < lines.length; next += step) {
          const other = lines[next]!.trim();
          if (other === '' || other === '...' || margin(lines[next]!) > depth) continue;
          return margin(lines[next]!) === depth ? other : '';
        }
        return '';
      };
      const isItem = (other: string): boolean => /^-(?:\s|$)/.test(other);
      const [before, after] = [sibling(-1), sibling(1)];
      // Items may stand at the margin of their key.
      const keyed = lines.some((other, index) => index < at && margin(other) === depth && /^\s*[^\s#-].*:\s*$/.test(other));
      const item = isItem(after) || (isItem(before) && after === '' && !keyed);
      return item ? `${' '.repeat(depth)}- ...` : line;
    })
    .join('\n');
}

const yamlForms: readonly Form[] = [{ before: '', after: '\n', style: yaml, pick: yamlNodes }];

/** `{...}` is a mapping; a block of nothing but `...` is any value. */
function yamlNodes(program: Node, text: string): Node[] {
  return unwrapped(/\{\s*\.\.\.\s*\}/.test(text) ? body(program) : body(program).map(loosened));
}

/** The item of a sequence of one stands for itself wherever it is; so does the key of a mapping of one. */
const unwrapped = (nodes: Node[]): Node[] => {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'array' && only.elements.length === 1 ? only.elements : unwrapPair(nodes);
};

/** A value of nothing but `...` is any value, not only a mapping. */
function loosened(node: Node): Node {
  if (node.kind === 'object') {
    if (node.props.length === 1 && node.props[0]!.kind === 'ellipsis') return node.props[0]!;
    return { ...node, props: node.props.map(loosened) };
  }
  if (node.kind === 'pair') return { ...node, value: loosened(node.value) };
  return node.kind === 'array' ? { ...node, elements: node.elements.map(loosened) } : node;
}

/** A mapping of one key stands for that key wherever it is. */
const unwrapPair = (nodes: Node[]): Node[] => {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'object' && only.props.length === 1 ? only.props : nodes;
};

const json: Style = {
  ...yaml,
  ellipsis: (before) => (innermost(before) === '{' && !before.trimEnd().endsWith(':') ? `"${ELLIPSIS}": 0` : `"${ELLIPSIS}"`),
  replace: [],
  prepare: (text) => keepBackslashes(text, '"\\/bfnrtu'),
  metavar: (name) => `"${name}"`,
};

const jsonForms: readonly Form[] = [
  { before: '', after: '', style: json, pick: (program) => body(program) },
  { before: '{', after: '}', style: json, pick: (program) => unwrapPair(body(program)) },
];

// ---- Bash

/** Between double quotes, where only what `$` introduces is not text. */
const isQuoted = (before: string): boolean => (before.match(/(?<!\\)"/g) ?? []).length % 2 === 1;

/** In a word with other text around, `$X/*` or `--name=$X`, of which it is one expansion. */
const isInWord = (name: string, before: string, after: string): boolean =>
  name === metavarName(name.slice(metavarName('').length)) &&
  (/[\w/.:,@%*?~}-]$|(?:^|\s)-[\w-]*=$/.test(before) || /^(?:[\w/:,@%*?~$-]|\.(?!\.\.))/.test(after));

const bash: Style = {
  strings: [{ open: "'", close: "'", escape: '', code: null }],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  spread: false,
  deep: [`$(${DEEP} `, ')'],
  // In the reference no code fits `${...}`.
  ellipsis: (before) => (isQuoted(before) ? `\${${ELLIPSIS}}` : before.endsWith('${') ? 'Fs_none' : null),
  // On one line the shell wants a `;` behind the last command.
  replace: [
    [/(?<!\$)\{\s+\.\.\.\s+\}/g, '{ ...; }'],
    [/\b(then|else|do)\s+\.\.\.\s+(?=(?:else|elif|fi|done)\b)/g, '$1 ...; '],
  ],
  metavar(name, before, after) {
    if (before.endsWith('${')) return variableName(name);
    return isQuoted(before) || isInWord(name, before, after) ? `\${${name}}` : name;
  },
  typed: null,
  comments: [],
};

const declaring: ReadonlySet<string> = new Set(['declare', 'export', 'local', 'readonly', 'typeset']);

/** `export x=1` sets a variable like `x=1`, with or without the keyword; `${$X}` alone is no command. */
const assigned = (node: Node): Node => {
  if (node.kind === 'exprstmt') return { ...node, expr: assigned(node.expr) };
  if (node.kind === 'call' && (node.callee.kind === 'typed' || node.callee.kind === 'deep') && node.args.length === 0)
    return node.callee;
  const [only] = node.kind === 'call' && node.args.length === 1 ? node.args : [];
  const isDeclared = node.kind === 'call' && node.callee.kind === 'name' && declaring.has(node.callee.name);
  return isDeclared && only?.kind === 'assign' ? only : node;
};

/** `$1` or `${HOME}` alone is the variable, not a command. */
const lonely = /^\$(?:\d+|[@*#?!$-]|[a-z_]\w*|\{\w+\})$/;

const commands = (program: Node, text: string): Node[] | null =>
  statements(program, text)?.map((node) => {
    const found = assigned(node);
    const word = shellWord(text);
    if (word !== null) return { kind: 'string', value: word, start: found.start, end: found.end, parent: null };
    return lonely.test(text) && found.kind === 'call' && found.args.length === 0 ? found.callee : found;
  }) ?? null;

const bashForms: readonly Form[] = [{ before: '', after: '\n', style: bash, pick: commands }];

const forms: Partial<Record<LanguageId, readonly Form[]>> = {
  javascript: scriptForms,
  typescript: scriptForms,
  python: pythonForms,
  go: goForms,
  java: javaForms,
  csharp: csharpForms,
  ruby: rubyForms,
  rust: rustForms,
  kotlin: kotlinForms,
  html: htmlForms,
  php: phpForms,
  dockerfile: dockerfileForms,
  hcl: hclForms,
  yaml: yamlForms,
  json: jsonForms,
  bash: bashForms,
};

export { inFunction, members };
