/** Ruby: parameters of methods, blocks and lambdas. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** The parameters in `at`; the block's own variables behind `;` are none. */
export const parametersIn = (at: Syntax | null, lower: Lower): Node[] =>
  at === null
    ? []
    : lower
        .list(at.kids.filter((kid) => kid.field !== 'locals'))
        .map((node) => (node.kind === 'param' || node.kind === 'error' ? node : param(node, node, '', null)));

const param = (at: { start: number; end: number }, target: Node, variadic: string, value: Node | null): Node =>
  make('param', at, { target, type: null, default: value, variadic, decorators: [], modifiers: [] });

/** `*a`, `**a`, `&a`; the name may be missing. */
const rest =
  (variadic: string): Build =>
  (at, lower) => {
    const target = at.at('name');
    return param(at, target ? lower.name(target) : lower.node(null, at.end), variadic, null);
  };

const optional: Build = (at, lower) => param(at, lower.get(at, 'name'), '', lower.opt(at, 'value'));

/** Inside a destructuring pattern `*a` is what it is everywhere else. */
export const unwrapped = (node: Node): Node => {
  if (node.kind !== 'param' || node.default !== null) return node;
  return node.variadic === '' ? node.target : make('spread', node, { op: node.variadic, value: node.target });
};

const inner: Build = (at, lower) => parametersIn(at, lower);

export const parameters: Table = {
  method_parameters: inner,
  block_parameters: inner,
  lambda_parameters: inner,
  optional_parameter: optional,
  keyword_parameter: optional,
  splat_parameter: rest('*'),
  hash_splat_parameter: rest('**'),
  block_parameter: rest('&'),
  forward_parameter: rest('...'),
  hash_splat_nil: () => [],
  destructured_parameter: (at, lower) =>
    param(at, make('array', at, { bracket: '[', elements: parametersIn(at, lower).map(unwrapped) }), '', null),
};
