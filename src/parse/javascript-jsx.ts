/** JSX elements. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
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
    children: open === at ? [] : children(at, lower),
  });
}

/** Text and character references that follow each other are one string, trimmed; blank text is nothing. */
function children(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  let from = -1;
  let to = -1;
  const flush = () => {
    if (from >= 0) out.push(...trimmed(from, to, lower));
    from = -1;
  };
  for (const kid of at.kids) {
    if (kid.type === 'jsx_text' || kid.type === 'html_character_reference') {
      if (from < 0) from = kid.start;
      to = kid.end;
      continue;
    }
    flush();
    if (kid.field !== 'open_tag' && kid.field !== 'close_tag') out.push(...lower.list([kid]));
  }
  flush();
  return out;
}

function trimmed(from: number, to: number, lower: Lower): Node[] {
  const raw = lower.source.slice(from, to);
  const value = raw.trim();
  if (value === '') return [];
  const start = from + raw.length - raw.trimStart().length;
  return [make('string', { start, end: start + value.length }, { value })];
}

function texts(at: Syntax, lower: Lower): ReturnType<Build> {
  return trimmed(at.start, at.end, lower);
}
