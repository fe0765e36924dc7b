/**
 * HTML to the generic tree, over the grammar tree-sitter-html. An element is an `element`, as in JSX: its attributes are `attr`
 * with a `string` or nothing, its text is `string`s without the blanks around them. What a script or a style holds is one
 * `string`. Comments and the document's type leave no trace.
 */
import type { Node } from '../model/tree.ts';
import { type Lower, type Lowering, make, makeLazy, type Table } from './lower.ts';
import { childrenOf, trimmed } from './markup-text.ts';
import type { Syntax } from './syntax.ts';

const table: Table = {
  element,
  script_element: element,
  style_element: element,
  attribute(at, lower) {
    const [name, value] = lower.parts(at);
    return make('attr', at, {
      name: name ? lower.name(name) : lower.node(null, at.end),
      value: value ? lower.node(value) : null,
    });
  },
  quoted_attribute_value(at, lower) {
    const value = at.child('attribute_value');
    return make('string', at, { value: value ? lower.text(value) : '' });
  },
  attribute_value: (at, lower) => make('string', at, { value: lower.text(at) }),
  text,
  entity: text,
  // As it stands: blanks may matter to what reads it.
  raw_text: (at, lower) => make('string', at, { value: lower.text(at) }),
};

export const html: Lowering = {
  table,
  skip: new Set(['comment', 'doctype', 'end_tag', 'erroneous_end_tag']),
  program: (root, lower) =>
    makeLazy('program', { start: 0, end: lower.source.length }, {}, lower.parts(root), (part) =>
      lower.list([part]).map((expr) => make('exprstmt', expr, { expr })),
    ),
};

const isText = ({ type }: Syntax): boolean => type === 'text' || type === 'entity';
const isTag = ({ type }: Syntax): boolean => type === 'start_tag' || type === 'self_closing_tag';

/** Elements that hold nothing; the grammar gives the text behind some of them for their content. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

function element(at: Syntax, lower: Lower): Node[] {
  const [open, ...rest] = lower.parts(at);
  const tag = open && isTag(open) ? open : null;
  const name = tag?.child('tag_name');
  const holds = childrenOf(tag ? rest : lower.parts(at), isText, lower, trimmed);
  const isEmpty = tag !== null && name != null && empty.test(lower.text(name));
  const node = make('element', isEmpty ? tag : at, {
    tag: name ? lower.name(name) : null,
    attrs: tag ? lower.list(tag.kids.filter((kid) => kid.type === 'attribute')) : [],
    children: isEmpty ? [] : holds,
  });
  return isEmpty ? [node, ...holds] : [node];
}

function text(at: Syntax, lower: Lower): Node[] {
  return trimmed(at.start, at.end, lower);
}
