/** The forms of patterns in HTML. */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS, metavarName } from './placeholder.ts';

const TAG = metavarName('').replaceAll('_', '-');

/** Elements that have no end tag. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Writes the end tag that a pattern left out, which then says nothing of what the element holds. */
function closed(text: string): string {
  const tag = /^<(\$?[\w:-]+)/.exec(text)?.[1];
  if (tag === undefined || empty.test(tag) || /\/>$/.test(text) || text.includes(`</${tag}`)) return text;
  return `${text}...</${tag}>`;
}

const html: Style = {
  strings: [
    { open: '"', close: '"', escape: '', code: null },
    { open: "'", close: "'", escape: '', code: null },
  ],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  spread: false,
  replace: [],
  prepare: closed,
  // The name of an element may hold a hyphen, but no underscore.
  metavar: (name, before) => (/<\/?$/.test(before) ? name.replaceAll('_', '-') : name),
  typed: null,
  comments: [],
};

const expressions = (program: Node): Node[] =>
  program.kind === 'program' ? program.body.map((node) => named(node.kind === 'exprstmt' ? node.expr : node)) : [];

/** Turns the names of elements that stand for metavariables into these. */
function named(node: Node): Node {
  if (node.kind !== 'element') return node;
  const { tag } = node;
  const spelt = tag?.kind === 'name' && tag.name.startsWith(TAG) ? `$${tag.name.slice(TAG.length).replaceAll('-', '_')}` : null;
  return {
    ...node,
    tag: tag && spelt !== null ? { kind: 'metavar', name: spelt, start: tag.start, end: tag.end, parent: null } : tag,
    children: node.children.map(named),
  };
}

const attributes = (program: Node): Node[] | null => {
  const [only] = expressions(program);
  return only?.kind === 'element' ? only.attrs : null;
};

export const htmlForms: readonly Form[] = [
  { before: '', after: '', style: html, when: /^</, pick: expressions },
  { before: '<a ', after: '></a>', style: html, when: /^[\w$:-]+\s*=/, pick: attributes },
];
