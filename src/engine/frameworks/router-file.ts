/**
 * Frameworks in which calls on an app or a router declare routes one after the other, and what is used before a route runs
 * before it: `router.post(path, ...guards, handler)`, `router.use([path], guard)`, `app.use(path, guard, router)`.
 */
import type { Node, Shape } from '../../model/tree.ts';
import type { Range } from '../matches.ts';
import type { Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { flat, JavascriptGuards, methodCalls } from './javascript-guards.ts';

/** What one framework of this shape does in its own way. */
export interface Dialect {
  /** Whether the text may speak of the framework where it imports none. */
  speaks(source: string): boolean;
  /** Modules that make apps and routers. */
  modules: RegExp;
  /** What a call or `new` of this name makes; `module` is null where it is not imported by name. */
  made(name: string, module: string | null, value: Shape<'call'> | Shape<'new'>): 'app' | 'router' | null;
  /** Names of apps and routers that are handed to a function. */
  owners: RegExp;
  /** Calls that put something before routes, or mount a router. */
  uses: readonly string[];
  /** Whether what is used at `pattern` runs before the route; both may be unknown. */
  covers(pattern: string | null, path: string | null): boolean;
  /** The pattern as a prefix of the paths of the routers that are mounted there. */
  prefix(pattern: string): string;
  /** What all paths of an app or router begin with, by what made it. */
  base(value: Node): string;
  /** The router of an argument that mounts one: `router.routes()`. */
  mounted(arg: Node): Node;
  /** How the first parameter of a handler goes. */
  request: RegExp;
}

interface Owner {
  /** The same for every mention of one app or router. */
  key: unknown;
  /** `other`: made elsewhere. */
  kind: 'app' | 'router' | 'other';
  base: string;
}

interface Use {
  owner: unknown;
  at: number;
  /** `''` without one; null when it is not a literal. */
  pattern: string | null;
  args: readonly Node[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'del', 'all'];

export class RouterFile {
  private readonly owners = new Map<unknown, Owner>();
  private readonly uses: Use[] = [];
  private readonly guards: JavascriptGuards;

  constructor(
    private readonly tree: Tree,
    private readonly dialect: Dialect,
    isGuard: (name: string) => boolean,
    /** Where routes are wanted; null for everywhere. */
    private readonly within: readonly Range[] | null,
  ) {
    this.guards = new JavascriptGuards(tree, isGuard);
  }

  routes(): Route[] {
    for (const call of methodCalls(this.tree, this.dialect.uses)) {
      const owner = this.ownerOf(call.callee.object);
      if (!owner) continue;
      const [first] = call.args;
      const path = first && this.guards.pathOf(first);
      const args = flat(path === undefined ? call.args : call.args.slice(1));
      // `all` with a star is a way to write `use`.
      if (lastName(call.callee) === 'all' && !(typeof path === 'string' && path.endsWith('*'))) continue;
      this.uses.push({ owner: owner.key, at: placeOf(call), pattern: path === undefined ? '' : path, args });
    }
    const found: Route[] = [];
    for (const call of methodCalls(this.tree, methods, this.within)) {
      const route = this.route(call);
      if (route) found.push(route);
    }
    return found.sort((a, b) => a.start - b.start);
  }

  private route(call: Shape<'call'>): Route | null {
    const { object, property } = call.callee as Shape<'member'>;
    const chain = this.chainOf(object);
    const [first, ...rest] = call.args;
    if (!first || property.kind !== 'name') return null;
    const owner = chain?.owner ?? this.ownerOf(object);
    if (!owner) return null;
    const path = chain ? chain.path : this.guards.pathOf(first);
    const handlers = flat(chain ? call.args : rest);
    if (
      path === undefined ||
      handlers.length === 0 ||
      /^\/?\*$/.test(path ?? '') ||
      (property.name === 'all' && path?.endsWith('*'))
    )
      return null;
    const last = handlers.at(-1)!;
    const { handler, name, wrappers } = this.guards.handlerOf(last);
    if (owner.kind === 'other' && !this.looksLikeHandler(handler, last)) return null;
    const front = [...(chain?.guards ?? []), ...handlers.slice(0, -1), ...wrappers];
    const at = placeOf(call);
    const ways = this.waysTo(owner, at, path, 0);
    return {
      method: property.name === 'del' ? 'delete' : property.name,
      path: ways.path,
      start: chain || isChained(object) ? property.start : call.start,
      end: chain ? call.callee.end : first.end,
      name,
      handler,
      own: this.guards.strongest(front),
      before: ways.guards,
      front: [...front, ...ways.front],
      late: this.uses.some((use) => use.owner === owner.key && use.at > at && this.guardsRoute(use, path)),
      owner: owner.key,
      open: owner.kind === 'other' || (owner.kind === 'router' && !ways.mounted),
    };
  }

  /** `router.route(path).get(…)`: the router, the path, and what `.all(…)` puts in front. */
  private chainOf(object: Node): { owner: Owner; path: string | null; guards: Node[] } | null {
    const guards: Node[] = [];
    for (let at = object; at.kind === 'call' && at.callee.kind === 'member'; at = at.callee.object) {
      const name = lastName(at.callee);
      if (name === 'all') guards.push(...flat(at.args));
      if (name === 'route' && at.args.length === 1) {
        const owner = this.ownerOf(at.callee.object);
        const [path] = at.args;
        return owner && path ? { owner, path: this.guards.pathOf(path) ?? null, guards } : null;
      }
      if (!methods.includes(name)) return null;
    }
    return null;
  }

  /** An argument that takes what a handler takes, or one of another file that goes by a telling name. */
  private looksLikeHandler(handler: Node | null, last: Node): boolean {
    if (handler?.kind !== 'func') return last.kind === 'member' || last.kind === 'name';
    const [first] = handler.params;
    const name = first?.kind === 'param' ? lastName(first.target) : '';
    return this.dialect.request.test(name) || (first?.kind === 'param' && first.target.kind === 'object');
  }

  // ---- apps and routers

  private ownerOf(object: Node): Owner | null {
    if (object.kind === 'name') {
      const [binding] = this.tree.names.bindings(object);
      const maker = binding?.value ? this.makerOf(binding.value) : null;
      const key = maker ?? binding?.node ?? object.name;
      let owner = this.owners.get(key);
      if (!owner) {
        const kind = maker
          ? this.made(maker)
          : !binding?.value && this.dialect.owners.test(object.name) && this.speaks()
            ? 'other'
            : null;
        if (kind === null) return null;
        owner = { key, kind, base: binding?.value ? this.dialect.base(binding.value) : '' };
        this.owners.set(key, owner);
      }
      return owner;
    }
    if (object.kind === 'call' || object.kind === 'new') {
      const maker = this.makerOf(object);
      const kind = maker && this.made(maker);
      if (maker && kind) return { key: maker, kind, base: this.dialect.base(object) };
      // `router.get(…).post(…)`
      return isChained(object) ? this.ownerOf((object.callee as Shape<'member'>).object) : null;
    }
    // `this.router` is one thing in a class.
    if (
      object.kind === 'member' &&
      object.object.kind === 'name' &&
      object.object.name === 'this' &&
      this.dialect.owners.test(lastName(object)) &&
      this.speaks()
    ) {
      const name = lastName(object);
      return {
        key: `this.${name}`,
        kind: /router$/i.test(name) ? 'router' : /express\(\)/.test(this.tree.source) ? 'app' : 'other',
        base: '',
      };
    }
    return null;
  }

  /** The call or `new` at the root of `new Hono().use(…).get(…)` that makes an app or router. */
  private makerOf(value: Node): Shape<'call'> | Shape<'new'> | null {
    if (value.kind === 'await' || value.kind === 'cast') return this.makerOf(value.value);
    if (value.kind !== 'call' && value.kind !== 'new') return null;
    if (this.made(value) !== null) return value;
    return isChained(value) ? this.makerOf((value.callee as Shape<'member'>).object) : null;
  }

  private made(value: Shape<'call'> | Shape<'new'>): 'app' | 'router' | null {
    const { callee } = value;
    const root =
      callee.kind === 'name' ? callee : callee.kind === 'member' && callee.object.kind === 'name' ? callee.object : null;
    const module = root ? (this.tree.names.imported(root)?.[0] ?? null) : null;
    if (module !== null && !this.dialect.modules.test(module)) return null;
    return this.dialect.made(lastName(callee), module, value);
  }

  private spoken: boolean | null = null;

  private speaks(): boolean {
    this.spoken ??= this.dialect.speaks(this.tree.source);
    return this.spoken;
  }

  // ---- what runs before

  private guardsRoute(use: Use, path: string | null): boolean {
    return (
      this.dialect.covers(use.pattern, path) &&
      this.guards.strongest(use.args.filter((arg) => !this.isRouter(arg))) === 'guard' &&
      !this.mountsRouter(use)
    );
  }

  /** What runs before a route of `owner` that is declared at `at`, on each way that the file shows. */
  private waysTo(
    owner: Owner,
    at: number,
    path: string | null,
    depth: number,
  ): { guards: Guarding[]; path: string | null; front: Node[]; mounted: boolean } {
    const { key } = owner;
    const before = this.uses.filter((use) => use.owner === key && use.at < at && this.dialect.covers(use.pattern, path));
    const front = before.flatMap((use) => (this.mountsRouter(use) ? [] : use.args));
    const guarded = before.some((use) => this.guardsRoute(use, path));
    const here = path === null ? null : join(owner.base, path);
    const mounts =
      depth > 3 ? [] : this.uses.filter((use) => use.owner !== key && use.args.some((arg) => this.keyOf(arg) === key));
    if (mounts.length === 0) return { guards: [guarded ? 'guard' : 'none'], path: here, front, mounted: false };
    let whole: string | null = here;
    const guards = mounts.flatMap((mount): Guarding[] => {
      const joined = mount.pattern === null || here === null ? null : join(this.dialect.prefix(mount.pattern), here);
      const above = this.owners.get(mount.owner) ?? { key: mount.owner, kind: 'other', base: '' };
      const outer = this.waysTo(above, mount.at, joined, depth + 1);
      whole = outer.path;
      const beside = mount.args.filter((arg) => this.keyOf(arg) !== key);
      front.push(...beside, ...outer.front);
      if (guarded || this.guards.strongest(beside) === 'guard') return ['guard'];
      return outer.guards;
    });
    return { guards, path: whole, front, mounted: true };
  }

  /** `app.use("/p", guard, router)` guards that router alone. */
  private mountsRouter(use: Use): boolean {
    const last = use.args.at(-1);
    return use.args.length > 1 && last !== undefined && this.isRouter(last);
  }

  /** A router, told by what it is or by its name. */
  private isRouter(arg: Node): boolean {
    if (this.keyOf(arg) !== null) return true;
    const router = this.dialect.mounted(arg);
    if (router.kind === 'call')
      return (
        lastName(router.callee) === 'require' || lastName(router.callee) === 'static' || lastName(router.callee) === 'Router'
      );
    return /(?:rout(?:er?s?|es)|controller|api)$/i.test(lastName(router));
  }

  private keyOf(arg: Node): unknown {
    const router = this.dialect.mounted(arg);
    if (router.kind !== 'name')
      return router.kind === 'member' && this.owners.has(`this.${lastName(router)}`) ? `this.${lastName(router)}` : null;
    const [binding] = this.tree.names.bindings(router);
    return binding?.value ? this.makerOf(binding.value) : null;
  }
}

/** Where a call stands in a chain of calls: its end is what comes in order. */
const placeOf = (call: Node): number => (call.kind === 'call' ? call.callee.end : call.start);

/** `router.get(…)`, as what the next call of a chain is made on. */
const isChained = (node: Node): boolean =>
  node.kind === 'call' && node.callee.kind === 'member' && chained.has(lastName(node.callee));
const chained: ReadonlySet<string> = new Set([
  ...methods,
  'use',
  'route',
  'basePath',
  'onError',
  'notFound',
  'prefix',
  'options',
  'head',
]);

const join = (prefix: string, path: string): string =>
  prefix === '' ? path : path === '' || path === '/' ? prefix || path : `${prefix.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
