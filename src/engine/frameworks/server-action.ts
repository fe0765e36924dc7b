/**
 * React's server functions (Next.js, SolidStart, …): exports of a file that begins with `'use server'`, and functions whose
 * body does. Each can be called by anyone, whatever page it stands on. https://react.dev/reference/rsc/use-server
 */
import type { Node } from '../../model/tree.ts';
import type { Framework, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { exportedRoute } from './exported-route.ts';
import { exportsOf } from './javascript-exports.ts';
import { JavascriptGuards, knowsUsers } from './javascript-guards.ts';

export const serverAction: Framework = {
  routes(tree, isGuard) {
    const guards = new JavascriptGuards(tree, isGuard);
    const { program } = tree;
    if (program.kind !== 'program') return [];
    if (startsSo(program.body[0]))
      return exportsOf(tree).flatMap((one): Route[] => {
        if (one.value.kind === 'func' || one.value.kind === 'name') return [exportedRoute(one, 'action', null, guards, program)];
        return one.value.kind === 'call'
          ? clientAction(exportedRoute(one, 'action', null, guards, program), one.value, guards)
          : [];
      });
    return inline(tree, guards);
  },
  knowsUsers,
};

/** `actionClient.schema(s).action(fn)`: what the client itself does stands elsewhere, but its name may say it. */
function clientAction(route: Route, call: Node, guards: JavascriptGuards): Route[] {
  let own = route.own;
  let chained = false;
  for (let at: Node = call; at.kind === 'call' || at.kind === 'member'; ) {
    if (at.kind === 'call') {
      if (at.args.some((arg) => arg.kind !== 'func' && guards.guards(arg)) && at !== call) own = 'guard';
      if (lastName(at.callee) === 'use') own = 'guard';
      at = at.callee;
    } else {
      chained = true;
      at = at.object;
      if (at.kind === 'name' && /auth|protect|admin|user|secure|private|session|signed/i.test(at.name)) own = 'guard';
      else if (at.kind === 'name' && own === 'none') own = 'maybe';
    }
  }
  return chained ? [{ ...route, own }] : route.handler ? [route] : [];
}

function inline(tree: Tree, guards: JavascriptGuards): Route[] {
  const found: Route[] = [];
  for (const match of tree.source.matchAll(/(['"])use server\1/g)) {
    const directive = tree.index.nodeAt(match.index);
    const func = directive.parent?.parent?.parent;
    if (func?.kind !== 'func' || func.body?.kind !== 'block' || !startsSo(func.body.body[0])) continue;
    const holder = func.parent?.kind === 'vardef' ? func.parent : null;
    const name = func.name ? lastName(func.name) : holder ? lastName(holder.target) : '';
    const start = holder?.start ?? func.start;
    const one = { name, value: func, start, end: func.name?.end ?? holder?.target.end ?? match.index };
    found.push(exportedRoute(one, 'action', null, guards, tree.program));
  }
  return found;
}

const startsSo = (node: Node | undefined): boolean =>
  node?.kind === 'exprstmt' && node.expr.kind === 'string' && node.expr.value === 'use server';
