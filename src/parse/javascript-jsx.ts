/** JSX elements. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import { childrenOf, untrimmed } from './markup-text.ts';
import type { Syntax } from './syntax.ts';

export const jsx: Table = {
  jsx_element: element,
  jsx_self_closing_element: element,
  // Only where an error left it without its element.
  jsx_opening_element: element,
  jsx_closing_element: () => [],
  // `{e}` is the expression itself; `{/* … */}` is nothing.
  jsx_expression: (at, lower) => lower.kids(at),
  jsx_text: texts,
  // `xlink:href`
  jsx_namespace_name: (at, lower) => lower.name(at),
  jsx_attribute(at, lower) {
    const [name, value] = lower.parts(at);
    return make('attr', at, {
      name: name ? lower.node(name) : lower.first(at),
      value: value ? (lower.list([value])[0] ?? null) : null,
    });
  },
};

function element(at: Syntax, lower: Lower): Node {
  const open = at.at('open_tag') ?? at;
  return make('element', at, {
    tag: lower.opt(open, 'name'),
    attrs: lower.kids(open, 'attribute'),
    children: open === at ? [] : childrenOf(at.kids.filter(isContent), isText, lower, untrimmed),
  });
}

const isContent = ({ field }: Syntax): boolean => field !== 'open_tag' && field !== 'close_tag';
const isText = ({ type }: Syntax): boolean => type === 'jsx_text' || type === 'html_character_reference';

function texts(at: Syntax, lower: Lower): ReturnType<Build> {
  return untrimmed(at.start, at.end, lower);
}
