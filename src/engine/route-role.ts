/** Whether code asks not only who is calling, but whether that caller may: a role, a permission, a policy, an owner. */
import type { Node } from '../model/tree.ts';
import { walk } from './locate.ts';
import type { Tree } from './tree.ts';

const words =
  /role|admin|permi(?:ssion|t)|^can(?:[A-Z]|$)|^may[A-Z]|authori[sz]e|scope|polic(?:y|ies)|^acl|abilit|rbac|abac|superuser|staff|owner|restrict|privilege|entitle|moderator|tenant|^allow(?:ed)?(?:[A-Z]|$)|access|internal|allowlist|whitelist|ipFilter/i;

/** `node` stands in front of a handler, or is one. Functions of this file that it names are read, too. */
export function asksForRole(node: Node, tree: Tree, depth = 2): boolean {
  let found = false;
  walk(node, (at) => {
    if (found) return false;
    if (at.kind === 'name') {
      found ||= words.test(at.name);
      const definition = depth > 0 && !found ? tree.names.definition(at) : null;
      if (definition && definition !== node) found ||= asksForRole(definition, tree, depth - 1);
      const value = depth > 0 && !found && !definition ? (tree.names.bindings(at)[0]?.value ?? null) : null;
      if (value && value !== node) found ||= asksForRole(value, tree, depth - 1);
    } else if (at.kind === 'string')
      found ||= /^(?:\w*[_:-])?(?:admin|role|owner|superuser|staff)\b/i.test(at.value) && at.value.length < 40;
    return true;
  });
  return found;
}
