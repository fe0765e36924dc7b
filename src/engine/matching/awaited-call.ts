/** `await f<T>(x)` of TypeScript, which is `(await f)(x)` to the reference. Rules of others match it as that. */
import type { Node, Shape } from '../../model/tree.ts';

/** `await f` of `await f<T>(x)`. */
export function awaitedName({ callee }: Shape<'call'>): Node {
  let held: Node | null = callee.parent;
  while (held && held.kind !== 'await') held = held.parent;
  return { kind: 'await', value: callee, start: held?.start ?? callee.start, end: callee.end, parent: callee.parent };
}

/** Whether `await p` fits what the reference sees of `await code`, of which `await $X` finds the beginning. */
export function fitsAwaited(p: Node, code: Shape<'await'>, alone: boolean): boolean {
  return !isSplit(code.value) || isSplit(p) || (alone && p.kind === 'metavar');
}

/** Whether what is awaited begins with the call of something with types. */
function isSplit(value: Node): boolean {
  let at = value;
  while (true) {
    if (at.kind === 'call') {
      if (at.split) return true;
      at = at.callee;
    } else if (at.kind === 'member' || at.kind === 'index') at = at.object;
    else return false;
  }
}
