/**
 * JavaScript: calls that say who is asking, and may say "nobody": `auth()`, `getServerSession()`. They protect only where the
 * answer is looked at.
 */
import type { Node, Shape } from '../model/tree.ts';
import { walk } from './locate.ts';

const loaders: ReadonlySet<string> = new Set(
  (
    'auth currentUser getAuth getClaims getCurrentUser getCurrentSession getServerSession ' +
    'unstable_getServerSession getServerAuthSession getServerUser getSession getSessionUser ' +
    'getSessionFromRequest getToken getUser getUserFromRequest getUserIdentity getUserSession getUserId ' +
    'getAuthUser getIronSession getSignedInUser loadUser readSession validateSession validateSessionToken ' +
    'validateRequest fetchUser'
  ).split(' '),
);

/** `auth.protect()` and `requireUser()` reject by themselves: they are none. */
export function isIdentityLoader(call: Shape<'call'>, name: string): boolean {
  if (!loaders.has(name)) return false;
  // `auth(handler)` wraps a handler; `twilio.validateRequest(token, signature, …)` checks a signature.
  return (
    !(name === 'auth' && call.args.some(({ kind }) => kind === 'func')) && !(name === 'validateRequest' && call.args.length > 1)
  );
}

const given: ReadonlySet<string> = new Set(
  'user auth userId currentUser session account principal viewer authUser me'.split(' '),
);

/** The context that a resolver or a procedure is handed, taken apart: `(parent, args, { user })`, `({ ctx: { session } })`. */
export function isContext(node: Shape<'param'>, body: Node): boolean {
  if (node.target.kind !== 'object' || body.kind !== 'func') return false;
  const at = body.params.indexOf(node);
  return node.target.props.some((prop) => {
    if (prop.kind !== 'pair' || prop.key.kind !== 'name') return false;
    if (at >= 2 && given.has(prop.key.name)) return true;
    return /^(?:ctx|context|locals)$/.test(prop.key.name) && prop.value.kind === 'object' && prop.value.props.some(isGiven);
  });
}

const isGiven = (prop: Node): boolean => prop.kind === 'pair' && prop.key.kind === 'name' && given.has(prop.key.name);

/** Whether what one of the calls returns decides anything: it is tested, or its fields are read as if it were there. */
export function identityIsTested(calls: readonly Node[], body: Node): boolean {
  const names = new Set<string>();
  for (const call of calls) {
    let at: Node = call;
    while (at.parent && (at.parent.kind === 'await' || at.parent.kind === 'cast' || isRead(at))) {
      at = at.parent;
      if (at.kind === 'member' && !at.optional && at.property.kind === 'name' && at.property.name === 'user') break;
    }
    if (decides(at)) return true;
    const { parent } = at;
    if (parent?.kind === 'vardef' || parent?.kind === 'assign') for (const name of boundIn(parent.target)) names.add(name);
    else if (parent?.kind === 'return') return false;
  }
  if (names.size === 0) return false;
  let tested = false;
  walk(body, (node) => {
    if (node.kind !== 'name' || !names.has(node.name)) return;
    const { parent } = node;
    if (parent?.kind === 'vardef' && parent.target === node) return;
    if (parent?.kind === 'member' && parent.object === node && !parent.optional) tested = true;
    else if (decides(node)) tested = true;
  });
  return tested;
}

/** `x.y` of `x`, `x.y()`. */
const isRead = (node: Node): boolean => node.parent?.kind === 'member' && node.parent.object === node;

function boundIn(target: Node): string[] {
  const found: string[] = [];
  walk(target, (node) => {
    if (node.kind === 'pair') {
      found.push(...boundIn(node.value));
      return false;
    }
    if (node.kind === 'name') found.push(node.name);
    return true;
  });
  return found;
}

/** Stands in a condition, or is handed to a function that asserts. */
function decides(node: Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    switch (parent.kind) {
      case 'if':
      case 'ternary':
      case 'while':
        return parent.test === at;
      case 'binary':
        if (parent.op === '&&' || parent.op === '||' || parent.op === '??') return true;
        break;
      case 'unary':
        if (parent.op === '!') return true;
        break;
      case 'call':
        return (
          at !== parent.callee &&
          parent.callee.kind === 'name' &&
          /^(?:assert|invariant|ensure|require|check|must|expect)/i.test(parent.callee.name)
        );
      case 'member':
      case 'await':
      case 'cast':
      case 'index':
        break;
      default:
        return false;
    }
  }
  return false;
}
