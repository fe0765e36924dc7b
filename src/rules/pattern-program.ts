/** What the forms of patterns take out of a program that was read around a pattern. */
import type { Node } from '../model/tree.ts';

/** What stands where a pattern says `...`, or says nothing at all. */
export const ellipsis: Node = { kind: 'ellipsis', start: 0, end: 0, parent: null };

/** The statements or members of a node that has some. */
export const body = (node: Node | null | undefined): Node[] =>
  node && 'body' in node && Array.isArray(node.body) ? node.body : [];

/** A lone expression is that expression, unless the pattern ends it by `;`. */
export function unwrapped(nodes: Node[], text = ''): Node[] {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'exprstmt' && !text.endsWith(';') ? [only.expr] : nodes;
}

/** The statements as they stand. */
export const statements = (program: Node, text = ''): Node[] => unwrapped(body(program), text);

export const members = (program: Node): Node[] => body(program).flatMap(body);

/** A definition to which the form gave an end, with any body; null for anything else. */
export function headerOf([only, ...rest]: readonly Node[]): Node[] | null {
  if (!only || rest.length > 0) return null;
  if (only.kind === 'func') return [{ ...only, body: ellipsis }];
  return only.kind === 'class' ? [{ ...only, body: [ellipsis] }] : null;
}

export const header = (program: Node): Node[] | null => headerOf(body(program));

/** One word, quoted or not, is a command as well as any other word. */
export const shellWord = (text: string): string | null => {
  const found = /^(?:"([^"$\\`]+)"|'([^']+)'|([\w./:@%+,=-]+))$/.exec(text.trim());
  const word = found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
  return word === null || word.includes('...') || /^\w+\+?=/.test(word) ? null : word;
};
