/** `new Promise((resolve) => resolve(x))`, which is `x`. */
import type { Shape as NodeShape } from '../model/tree.ts';
import { runLambda } from './taint-function.ts';
import type { Machine } from './taint-machine.ts';
import { CLEAN, everything, join, type Shape, shapeOf } from './taint-shape.ts';

type Call = NodeShape<'call'> | NodeShape<'new'>;

/** What the promise is fulfilled with; null for any other object. */
export function promised(m: Machine, { kind, callee, args }: Call): Shape | null {
  if (kind !== 'new' || callee.kind !== 'name' || callee.name !== 'Promise' || !m.switches.intrafile) return null;
  const [work, more] = args;
  if (work?.kind !== 'func' || more || m.marks.at(work)) return null;
  const [resolve] = work.params;
  if (resolve?.kind !== 'param' || resolve.target.kind !== 'name') return null;
  const key = m.scopes.keyOf(resolve.target.name, resolve.target);
  m.fulfilled.set(key, CLEAN);
  runLambda(m, work, { positional: [], named: new Map(), anywhere: null });
  const value = m.fulfilled.get(key) ?? CLEAN;
  m.fulfilled.delete(key);
  return shapeOf(everything(value));
}

/** Notes what `resolve(x)` is given. */
export function fulfil(m: Machine, { callee }: Call, [value]: readonly Shape[]): void {
  if (m.fulfilled.size === 0 || callee.kind !== 'name' || !value) return;
  const key = m.scopes.keyOf(callee.name, callee);
  const before = m.fulfilled.get(key);
  if (before) m.fulfilled.set(key, join(before, value));
}
