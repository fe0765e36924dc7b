/** Functions that are handed to functions of this file, which call them by the name of a parameter. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import type { Machine } from './taint-machine.ts';

/** Notes the functions among the arguments, for as long as `run` takes. */
export function handing<T>(m: Machine, func: NodeShape<'func'>, args: readonly Node[], skip: number, run: () => T): T {
  const before: [string, NodeShape<'func'> | undefined][] = [];
  args.forEach((arg, index) => {
    const value = functionOf(m, arg.kind === 'named' ? arg.value : arg);
    const param = value && func.params[index + skip];
    if (param?.kind !== 'param' || param.target.kind !== 'name' || value === func) return;
    const key = m.scopes.keyOf(param.target.name, param.target);
    before.push([key, m.handed.get(key)]);
    m.handed.set(key, value!);
  });
  const result = run();
  for (const [key, value] of before)
    if (value) m.handed.set(key, value);
    else m.handed.delete(key);
  return result;
}

function functionOf(m: Machine, arg: Node): NodeShape<'func'> | null {
  if (arg.kind === 'func') return arg;
  if (arg.kind !== 'name') return null;
  const passed = m.handed.size > 0 ? m.handed.get(m.scopes.keyOf(arg.name, arg)) : undefined;
  if (passed) return passed;
  if (!m.mayDefine(arg.name)) return null;
  const found = m.names.definition(arg);
  return found?.kind === 'func' ? found : null;
}

/** The function that `f(x)`, or `f.accept(x)`, calls where `f` is a parameter. */
export function handedFunction(m: Machine, callee: Node): NodeShape<'func'> | null {
  if (m.handed.size === 0) return null;
  const name = callee.kind === 'member' && m.language !== 'python' ? callee.object : callee;
  return name.kind === 'name' ? (m.handed.get(m.scopes.keyOf(name.name, name)) ?? null) : null;
}
