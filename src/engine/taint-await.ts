/** `await f(x)`: what bundled rules take for something that is looked up, unless the file shows that it is `x` itself. */
import { eachChild, type Node, type Shape } from '../model/tree.ts';
import { calleeOf } from './taint-callee.ts';
import type { Machine } from './taint-machine.ts';

/** Whether the awaited function stands in this file and returns more than what it asks others for. */
export function isToldOf(m: Machine, node: Node): boolean {
  if (node.kind !== 'await' || node.value.kind !== 'call' || m.inputs?.node !== node.value || !m.inputs.lost || m.inputs.safe)
    return false;
  const { callee } = node.value;
  const func = callee.kind === 'func' ? callee : calleeOf(callee, m.names, m.source)?.func;
  return func !== undefined && returnsValue(func);
}

const known = new WeakMap<Node, boolean>();

/** Whether one of the values that the function returns is no call of a function that the file does not know. */
function returnsValue(func: Shape<'func'>): boolean {
  let found = known.get(func);
  if (found === undefined) {
    const { body } = func;
    known.set(func, (found = body !== null && (body.kind === 'block' ? holdsValue(body) : isValue(body))));
  }
  return found;
}

function holdsValue(node: Node): boolean {
  if (node.kind === 'return') return node.value !== null && isValue(node.value);
  let found = false;
  eachChild(node, (child) => {
    found ||= child.kind !== 'func' && child.kind !== 'class' && holdsValue(child);
  });
  return found;
}

/** Anything but a call; of calls, those of methods that only change a text. */
const isValue = (node: Node): boolean =>
  node.kind !== 'call' ||
  (node.callee.kind === 'member' && node.callee.property.kind === 'name' && ofTexts.has(node.callee.property.name));

const ofTexts: ReadonlySet<string> = new Set(
  (
    'trim trimStart trimEnd toString toLowerCase toUpperCase replace replaceAll slice substring substr split concat normalize ' +
    'strip lstrip rstrip lower upper format join padStart padEnd repeat at'
  ).split(' '),
);
