/** The forms of patterns in HCL. */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import { body, statements } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS } from './placeholder.ts';

const hcl: Style = {
  strings: [{ open: '"', close: '"', escape: '\\', code: ['${', '}'] }],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  ellipsis: placed,
  // `f($X...)`: the list may also be spread out.
  replace: [[/(?<=[\w\])])\.\.\.(?=\s*\))/g, ', ...']],
  metavar: (name) => name,
  typed: null,
  comments: [],
};

/** Between attributes `...` must look like one; elsewhere it is a value. */
function placed(before: string, after: string): string {
  const bracket = innermost(before);
  const inBody = bracket === '{' || bracket === '';
  const value = /(?:[=:?*/%<>+!-]|&&|\|\|)$/.test(before.trimEnd()) || /^\s*(?:[?.[*/%<>+-]|[=!]=|&&|\|\|)/.test(after);
  return inBody && !value ? ` ${ELLIPSIS} = ${ELLIPSIS} ` : ELLIPSIS;
}

/** The bracket that is open at the end of the text; empty at the top. */
export function innermost(text: string): string {
  const open: string[] = [];
  for (const [token] of text.matchAll(/"(?:\\.|\$\{[^}]*\}|[^"\\])*"|[[\](){}]/g)) {
    if (token === '[' || token === '(' || token === '{') open.push(token);
    else if (!token.startsWith('"')) open.pop();
  }
  return open.at(-1) ?? '';
}

/** Blocks and attributes as they stand; a lone block is an expression. */
const assigned = (program: Node): Node[] | null => {
  const [only, ...rest] = body(program);
  return only?.kind === 'pair' && rest.length === 0 ? [only.value] : null;
};

export const hclForms: readonly Form[] = [
  { before: '', after: '\n', style: hcl, pick: statements },
  { before: 'Fs_a = ', after: '\n', style: hcl, pick: assigned },
];
