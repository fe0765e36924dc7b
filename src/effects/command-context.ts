/** What command rules may know of the machine (`CommandContext` of the engine). */
import type { World } from '../model/world.ts';
import { classifyPath } from './path-classes.ts';
import { resolvePath } from './paths.ts';

/** Each path is classified once. */
export function commandContext(world: World): { workspace: string; home: string; classify(path: string): ReadonlySet<string> } {
  const known = new Map<string, ReadonlySet<string>>();
  return {
    workspace: resolvePath(world.workspace, '', world),
    home: world.home === '' ? '' : resolvePath(world.home, '', world),
    classify(path) {
      const classes = known.get(path) ?? classifyPath(path, world);
      known.set(path, classes);
      return classes;
    },
  };
}
