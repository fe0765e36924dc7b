/**
 * ASP.NET Core: methods of controllers with `[HttpPost]` and its kin, and minimal APIs (`app.MapPost(path, handler)`).
 * Guards are `[Authorize]` on the method or class, and `.RequireAuthorization()` behind the route or its group;
 * `[AllowAnonymous]` undoes every `[Authorize]`. A fallback policy, if there is one, stands in another file.
 * https://learn.microsoft.com/aspnet/core/security/authorization/simple
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { decoratorName, decoratorOf } from '../decorator.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { actionsOf, joined, nameOf, pathOf } from './controller.ts';

const attributes = ['HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete', 'HttpGet'];
const maps: Readonly<Record<string, string>> = {
  MapPost: 'post',
  MapPut: 'put',
  MapPatch: 'patch',
  MapDelete: 'delete',
  MapGet: 'get',
};

export const aspnet: Framework = {
  routes(tree, isGuard) {
    const all = /FallbackPolicy\s*=|\bMapControllers\(\)\s*\.RequireAuthorization\(/.test(tree.source);
    return [...actions(tree, isGuard, all), ...minimal(tree, all)].sort((a, b) => a.start - b.start);
  },
  knowsUsers: ({ source }) =>
    /\[Authorize\b|\bRequireAuthorization\(|\bAdd(?:Authentication|JwtBearer|IdentityCore|Identity|DefaultIdentity)\b|\bUseAuthentication\(|\bUserManager<|\bUser\.(?:FindFirst|Identity|Claims)/.test(
      source,
    ),
};

function actions(tree: Tree, isGuard: (name: string) => boolean, all: boolean): Route[] {
  const guarding = (node: Node): Guarding => {
    const name = decoratorName(node);
    return /^Authorize|Auth(?:orize|entication)?(?:Filter|Attribute)?$|^Require(?!Https|dHttps|Antiforgery)|Permission|ApiKey/.test(
      name,
    ) ||
      isGuard(name) ||
      (/^(?:Service|Type)Filter$/.test(name) && /auth|permission|apikey/i.test(tree.source.slice(node.start, node.end)))
      ? 'guard'
      : 'none';
  };
  return actionsOf(tree, attributes).map(({ func, holder, mapping, word }): Route => {
    const anyone = decoratorOf(func.decorators, /^AllowAnonymous$/) ?? decoratorOf(holder.decorators, /^AllowAnonymous$/);
    const base = holder.supers[0];
    const plain = !base || /^(?:Controller|ControllerBase|ApiController|Hub)$/.test(lastName(base));
    const prefix = pathOf(tree, decoratorOf(holder.decorators, /^Route$/), ['template']);
    const own = strongest([...func.decorators, ...holder.decorators].map(guarding));
    return {
      method: word.replace('Http', '').toLowerCase(),
      path: joined(
        prefix?.replace('[controller]', nameOf(holder).replace(/Controller$/, '')) ?? null,
        pathOf(tree, mapping, ['template']),
      ),
      start: mapping.start,
      end: mapping.end,
      name: nameOf(func),
      handler: func,
      own: anyone ? 'none' : own,
      // A class of the project may ask for users itself.
      before: [anyone ? 'none' : all ? 'guard' : plain ? 'none' : 'maybe'],
      owner: holder,
      open: true,
      guardText: [...func.decorators, ...holder.decorators].map((node) => tree.source.slice(node.start, node.end)).join(' '),
      ...(anyone && { explicit: true }),
    };
  });
}

function minimal(tree: Tree, all: boolean): Route[] {
  const found: Route[] = [];
  for (const [word, method] of Object.entries(maps))
    for (const offset of tree.index.offsets({ word, levels: 1, role: 'property' })) {
      const member = tree.index.nodeAt(offset).parent;
      const call = member?.parent;
      if (member?.kind !== 'member' || call?.kind !== 'call' || call.callee !== member) continue;
      const [first, handler] = call.args;
      if (!first || !handler) continue;
      const chain = chainOf(call);
      const group = groupOf(tree, member.object, 0);
      const path = constantOf(first, tree.names);
      const anyone = chain.includes('AllowAnonymous');
      const definition = handler.kind === 'name' ? tree.names.definition(handler) : handler;
      found.push({
        method,
        path: path?.kind === 'string' ? joined(group.prefix, path.value) : null,
        start: call.start,
        end: first.end,
        name: lastName(handler),
        handler: definition?.kind === 'func' ? definition : null,
        own: !anyone && chain.includes('RequireAuthorization') ? 'guard' : 'none',
        before: [anyone ? 'none' : all || group.guarded ? 'guard' : 'none'],
        owner: group.key,
        open: group.open,
        guardText: tree.source.slice(call.end, call.end + 200),
        ...(anyone && { explicit: true }),
      });
    }
  return found;
}

/** Names of the calls behind a call: `.RequireAuthorization().WithName(…)`. */
function chainOf(call: Node): string[] {
  const names: string[] = [];
  for (let at = call.parent, inner: Node = call; at; inner = at, at = at.parent) {
    if (at.kind === 'member' && at.object === inner) names.push(lastName(at));
    else if (!(at.kind === 'call' && at.callee === inner)) break;
  }
  return names;
}

interface Group {
  key: unknown;
  prefix: string | null;
  guarded: boolean;
  open: boolean;
}

/** What the app or group asks: `app.MapGroup(path).RequireAuthorization()`, or a later `group.RequireAuthorization();`. */
function groupOf(tree: Tree, object: Node, depth: number): Group {
  if (object.kind !== 'name' || depth > 4) {
    const made = object.kind === 'call' ? madeGroup(tree, object, object, depth) : null;
    return made ?? { key: object, prefix: null, guarded: false, open: true };
  }
  const [binding] = tree.names.bindings(object);
  const key = binding?.node ?? object.name;
  const later = new RegExp(`\\b${object.name}\\s*\\.RequireAuthorization\\(`).test(tree.source);
  const made = binding?.value?.kind === 'call' ? madeGroup(tree, binding.value, key, depth) : null;
  if (made) return { ...made, guarded: made.guarded || later };
  // `var app = builder.Build()`; a parameter may be a group that another file guards.
  return { key, prefix: '', guarded: later, open: binding?.value == null };
}

function madeGroup(tree: Tree, value: Shape<'call'>, key: unknown, depth: number): Group | null {
  let guarded = false;
  for (let at: Node = value; at.kind === 'call' && at.callee.kind === 'member'; at = at.callee.object) {
    const name = lastName(at.callee);
    if (name === 'RequireAuthorization') guarded = true;
    if (name !== 'MapGroup') continue;
    const outer = groupOf(tree, at.callee.object, depth + 1);
    const path = at.args[0] ? constantOf(at.args[0], tree.names) : null;
    return {
      key,
      prefix: path?.kind === 'string' ? joined(outer.prefix, path.value) : null,
      guarded: guarded || outer.guarded,
      open: outer.open,
    };
  }
  return null;
}

const strongest = (all: readonly Guarding[]): Guarding => (all.includes('guard') ? 'guard' : 'none');
