/** JSON, also with comments and trailing commas, to the generic tree. The program's body is the value itself. */
import type { Node } from '../model/tree.ts';
import { type Lower, type Lowering, make } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** The children but for what the grammar makes of a comma too many: an error, or a value that is not there. */
const items = (at: Syntax, lower: Lower): Node[] =>
  lower.list(at.kids.filter((kid) => !kid.missing && (kid.type !== 'ERROR' || lower.text(kid) !== ',')));

export const json: Lowering = {
  table: {
    object: (at, lower) => make('object', at, { props: items(at, lower) }),
    array: (at, lower) => make('array', at, { bracket: '[', elements: items(at, lower) }),
    pair: (at, lower) => make('pair', at, { key: lower.get(at, 'key'), value: lower.get(at, 'value') }),
    string: (at, lower) => {
      const text = lower.text(at);
      return make('string', at, { value: text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined) });
    },
    number: (at, lower) => make('number', at, { value: lower.text(at) }),
    true: (at) => make('bool', at, { value: true }),
    false: (at) => make('bool', at, { value: false }),
    null: (at) => make('null', at, {}),
  },
  skip: new Set(['comment']),
};
