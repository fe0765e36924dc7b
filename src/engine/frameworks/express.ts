/**
 * Express, and what has its shape (Restify, Polka): `app.post(path, ...guards, handler)`, `router.route(path).post(…)`,
 * `router.use([prefix], guard)`, `app.use(prefix, guard, router)`. What is used before a route runs before it.
 * https://expressjs.com/en/guide/routing.html
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { isGuardName } from '../guard-name.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../search.ts';

const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all']);

export const express: Framework = {
  languages: ['javascript', 'typescript'],
  routes(tree, isGuard) {
    const file = new ExpressFile(tree, isGuard);
    return file.routes();
  },
  knowsUsers: ({ source }) => signs.some((sign) => sign.test(source)),
};

/** Packages that sign users in, files of the project that are named for it, and guards of any part of the app. */
const signs: readonly RegExp[] = [
  /(?:from|require\()\s*['"](?:jsonwebtoken|jose|passport(?:-[\w-]+)?|express-(?:jwt|session|openid-connect|basic-auth|oauth2-jwt-bearer))['"]/,
  /(?:from|require\()\s*['"](?:cookie-session|@clerk\/[\w-]+|@auth\/[\w-]+|next-auth[\w/-]*|better-auth[\w/-]*|firebase-admin[\w/-]*)['"]/,
  /(?:from|require\()\s*['"](?:@supabase\/[\w-]+|lucia|iron-session|keycloak-connect|bcrypt(?:js)?|argon2)['"]/,
  /(?:from|require\()\s*['"][^'"]*(?:auth|guard|permission|protect)[^'"]*['"]/i,
  /\.use\([^;\n]*\b(?:require|ensure|verify|check|is)\w*(?:Auth|User|Login|Token|Admin)|passport\.authenticate\(/,
];

interface Owner {
  /** The same for every mention of one app or router. */
  key: unknown;
  /** `other`: made elsewhere. */
  kind: 'app' | 'router' | 'other';
}

interface Use {
  owner: unknown;
  at: number;
  /** Null when it is not a literal. */
  prefix: string | null;
  args: readonly Node[];
}

class ExpressFile {
  private readonly owners = new Map<unknown, Owner>();
  private readonly uses: Use[] = [];

  constructor(
    private readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
  ) {}

  routes(): Route[] {
    for (const call of this.calls(['use', 'all'])) {
      const owner = this.ownerOf((call.callee as Shape<'member'>).object);
      if (!owner) continue;
      const [first] = call.args;
      const path = first && this.pathOf(first);
      const args = flat(path === undefined ? call.args : call.args.slice(1));
      // `all` with a star is a way to write `use`.
      if (lastName(call.callee) === 'all' && !(typeof path === 'string' && path.endsWith('*'))) continue;
      this.uses.push({
        owner: owner.key,
        at: call.start,
        prefix: path === undefined ? '' : (path?.replace(/\/?\*$/, '') ?? null),
        args,
      });
    }
    const found: Route[] = [];
    for (const call of this.calls([...methods])) {
      const route = this.route(call);
      if (route) found.push(route);
    }
    return found.sort((a, b) => a.start - b.start);
  }

  private *calls(names: readonly string[]): Generator<Shape<'call'>> {
    const { index } = this.tree;
    const seen = new Set<Node>();
    for (const word of names)
      for (const offset of index.offsets({ word, levels: 1, role: 'property' })) {
        const name = index.nodeAt(offset);
        const member = name.parent;
        const call = member?.parent;
        if (name.kind !== 'name' || member?.kind !== 'member' || member.property !== name) continue;
        if (call?.kind !== 'call' || call.callee !== member || seen.has(call)) continue;
        seen.add(call);
        yield call;
      }
  }

  private route(call: Shape<'call'>): Route | null {
    const { object, property } = call.callee as Shape<'member'>;
    const chain = this.chainOf(object);
    const [first, ...rest] = call.args;
    if (!first || property.kind !== 'name') return null;
    const owner = chain?.owner ?? this.ownerOf(object);
    if (!owner) return null;
    const path = chain ? chain.path : this.pathOf(first);
    const handlers = flat(chain ? call.args : rest);
    if (path === undefined || handlers.length === 0 || (property.name === 'all' && path?.endsWith('*'))) return null;
    const last = handlers.at(-1)!;
    const { handler, name, wrappers } = this.handlerOf(last);
    if (owner.kind === 'other' && !looksLikeHandler(handler, last)) return null;
    const own = this.strongest([...(chain?.guards ?? []), ...handlers.slice(0, -1), ...wrappers]);
    const ways = this.waysTo(owner.key, call.start, path, 0);
    const end = chain ? (call.callee as Shape<'member'>).end : first.end;
    return {
      method: property.name === 'del' ? 'delete' : property.name,
      path: ways.path,
      start: chain ? property.start : call.start,
      end,
      name,
      handler,
      own,
      before: ways.guards,
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
      if (name === 'route') {
        const owner = this.ownerOf(at.callee.object);
        const [path] = at.args;
        return owner && path ? { owner, path: this.pathOf(path) ?? null, guards } : null;
      }
      if (!methods.has(name)) return null;
    }
    return null;
  }

  /** Undefined when the argument is no path, null when it is one that is not known. */
  private pathOf(arg: Node): string | null | undefined {
    if (arg.kind === 'regex') return null;
    if (arg.kind === 'template')
      return this.tree.source.startsWith('`/', arg.start) || arg.parts[0]?.kind !== 'string' ? null : undefined;
    if (arg.kind === 'array') return arg.elements[0] ? this.pathOf(arg.elements[0]) : undefined;
    const constant = constantOf(arg, this.tree.names);
    if (constant?.kind === 'string') return constant.value === '' || /^[/*]/.test(constant.value) ? constant.value : undefined;
    return arg.kind === 'binary' ? null : undefined;
  }

  // ---- apps and routers

  private ownerOf(object: Node): Owner | null {
    if (object.kind === 'name') {
      const [binding] = this.tree.names.bindings(object);
      const key = binding?.node ?? object.name;
      let owner = this.owners.get(key);
      if (!owner) {
        const kind = binding?.value
          ? this.made(binding.value)
          : namedOwner.test(object.name) && this.speaksExpress()
            ? 'other'
            : null;
        if (kind === null) return null;
        this.owners.set(key, (owner = { key, kind }));
      }
      return owner;
    }
    // `this.router` is one thing in a class.
    if (
      object.kind === 'member' &&
      object.object.kind === 'name' &&
      object.object.name === 'this' &&
      namedOwner.test(lastName(object)) &&
      this.speaksExpress()
    ) {
      const name = lastName(object);
      return {
        key: `this.${name}`,
        kind: /router$/i.test(name) ? 'router' : /express\(\)/.test(this.tree.source) ? 'app' : 'other',
      };
    }
    return null;
  }

  private made(value: Node): Owner['kind'] | null {
    if (value.kind === 'await' || value.kind === 'cast') return this.made(value.value);
    if (value.kind !== 'call' && value.kind !== 'new') return null;
    const { callee } = value;
    const name = lastName(callee);
    const root =
      callee.kind === 'name' ? callee : callee.kind === 'member' && callee.object.kind === 'name' ? callee.object : null;
    const module = root ? (this.tree.names.imported(root)?.[0] ?? null) : null;
    if (module !== null && !/^(?:express|restify|polka|express-promise-router|express-ws)$/.test(module)) return null;
    if (name === 'Router' || name === 'PromiseRouter') return module !== null || root?.name === 'express' ? 'router' : null;
    return name === 'express' || name === 'polka' || (name === 'createServer' && module === 'restify') ? 'app' : null;
  }

  private speaks: boolean | null = null;

  private speaksExpress(): boolean {
    this.speaks ??=
      /['"]express['"]|\bexpress\b|\(\s*_?req\w*\s*(?::[^,()]*)?,\s*_?res\w*/.test(this.tree.source) &&
      !/['"](?:fastify|koa|@koa\/router|hono|@hapi\/hapi)['"]/.test(this.tree.source);
    return this.speaks;
  }

  // ---- handlers

  private handlerOf(node: Node): { handler: Node | null; name: string; wrappers: Node[] } {
    switch (node.kind) {
      case 'func':
        return { handler: node, name: node.name ? lastName(node.name) : '', wrappers: [] };
      case 'cast':
      case 'await':
        return this.handlerOf(node.value);
      case 'name': {
        const definition = this.tree.names.definition(node);
        if (definition?.kind === 'func') return { handler: definition, name: node.name, wrappers: [] };
        const [binding] = this.tree.names.bindings(node);
        if (binding?.value?.kind === 'call') return { ...this.handlerOf(binding.value), name: node.name };
        return { handler: null, name: node.name, wrappers: [] };
      }
      case 'member':
        return { handler: this.method(node), name: lastName(node), wrappers: [] };
      case 'call': {
        // `asyncHandler(handler)`, `withAuth(handler)`, `this.create.bind(this)`.
        if (lastName(node.callee) === 'bind' && node.callee.kind === 'member') return this.handlerOf(node.callee.object);
        const inner = node.args.findLast((arg) => arg.kind === 'func' || arg.kind === 'name' || arg.kind === 'member');
        const found = inner ? this.handlerOf(inner) : { handler: null, name: '', wrappers: [] };
        return { ...found, wrappers: [...found.wrappers, node] };
      }
      default:
        return { handler: null, name: '', wrappers: [] };
    }
  }

  /** The method of the class around, for `this.create`; of an object or class of this file otherwise. */
  private method(member: Shape<'member'>): Node | null {
    const name = lastName(member);
    let holder: Node | null = null;
    if (member.object.kind === 'name' && member.object.name === 'this') {
      for (let at: Node | null = member; at && !holder; at = at.parent) if (at.kind === 'class') holder = at;
    } else if (member.object.kind === 'name') {
      const value = this.tree.names.bindings(member.object)[0]?.value ?? null;
      holder = value?.kind === 'new' && value.callee.kind === 'name' ? this.tree.names.definition(value.callee) : value;
    }
    const members = holder?.kind === 'class' ? holder.body : holder?.kind === 'object' ? holder.props : [];
    for (const part of members) {
      if (part.kind === 'func' && part.name && lastName(part.name) === name) return part;
      if (part.kind === 'vardef' && lastName(part.target) === name && part.value?.kind === 'func') return part.value;
      if (part.kind === 'pair' && lastName(part.key) === name && part.value.kind === 'func') return part.value;
    }
    return null;
  }

  // ---- guards

  private strongest(nodes: readonly Node[]): Guarding {
    return nodes.some((node) => this.guards(node)) ? 'guard' : 'none';
  }

  private guards(node: Node): boolean {
    switch (node.kind) {
      case 'name': {
        if (this.named(node.name)) return true;
        const [binding] = this.tree.names.bindings(node);
        const value = binding?.value ?? this.tree.names.definition(node);
        return value !== null && value !== undefined && value !== node && this.guards(value);
      }
      case 'member': {
        if (this.named(lastName(node)) || (node.object.kind === 'name' && this.named(node.object.name))) return true;
        const method = this.method(node);
        return method !== null && this.guards(method);
      }
      case 'call': {
        const name = lastName(node.callee);
        // What only loads an identity lets everyone through.
        if (
          /^(?:initialize|session|clerkMiddleware)$/.test(name) ||
          /(?:credentialsRequired|authRequired|requireAuth)\s*:\s*false/.test(this.textOf(node))
        )
          return false;
        if (this.named(name)) return true;
        if (node.callee.kind === 'member' && (node.callee.object.kind === 'call' || node.callee.object.kind === 'name')) {
          if (node.callee.object.kind === 'call' ? this.guards(node.callee.object) : this.named(node.callee.object.name))
            return true;
        }
        const definition = node.callee.kind === 'name' ? this.tree.names.definition(node.callee) : null;
        return (
          (definition?.kind === 'func' && this.guards(definition)) ||
          node.args.some((arg) => (arg.kind === 'name' || arg.kind === 'call') && this.guards(arg))
        );
      }
      case 'func': {
        const facts = factsOf(node, this.tree);
        return facts.rejects && (facts.readsIdentity || facts.guarded);
      }
      case 'array':
        return node.elements.some((element) => this.guards(element));
      case 'spread':
      case 'cast':
      case 'await':
        return this.guards(node.value);
      case 'ternary':
        return this.guards(node.then) && this.guards(node.else);
      default:
        return false;
    }
  }

  private named(name: string): boolean {
    return name !== '' && (this.isGuard(name) || isGuardName(name));
  }

  private textOf(node: Node): string {
    return this.tree.source.slice(node.start, node.end);
  }

  /** What runs before a route of `owner` that is declared at `at`, on each way that the file shows. */
  private waysTo(
    owner: unknown,
    at: number,
    path: string | null,
    depth: number,
  ): { guards: Guarding[]; path: string | null; mounted: boolean } {
    const guarded = this.uses.some(
      (use) =>
        use.owner === owner &&
        use.at < at &&
        covers(use.prefix, path) &&
        this.strongest(use.args.filter((arg) => !this.isRouter(arg))) === 'guard' &&
        !this.mountsRouter(use),
    );
    const mounts =
      depth > 3 ? [] : this.uses.filter((use) => use.owner !== owner && use.args.some((arg) => this.keyOf(arg) === owner));
    if (mounts.length === 0) return { guards: [guarded ? 'guard' : 'none'], path, mounted: false };
    let whole: string | null = path;
    const guards = mounts.flatMap((mount): Guarding[] => {
      const joined = mount.prefix === null || path === null ? null : `${mount.prefix.replace(/\/$/, '')}${path}`;
      const outer = this.waysTo(mount.owner, mount.at, joined, depth + 1);
      whole = outer.path;
      if (guarded || this.strongest(mount.args.filter((arg) => this.keyOf(arg) !== owner)) === 'guard') return ['guard'];
      return outer.guards;
    });
    return { guards, path: whole, mounted: true };
  }

  /** `app.use("/p", guard, router)` guards that router alone. */
  private mountsRouter(use: Use): boolean {
    const last = use.args.at(-1);
    return use.args.length > 1 && last !== undefined && this.isRouter(last);
  }

  /** A router, told by what it is or by its name. */
  private isRouter(arg: Node): boolean {
    if (this.keyOf(arg) !== null) return true;
    if (arg.kind === 'call')
      return lastName(arg.callee) === 'require' || lastName(arg.callee) === 'static' || lastName(arg.callee) === 'Router';
    return /(?:rout(?:er?s?|es)|controller|api)$/i.test(lastName(arg));
  }

  private keyOf(arg: Node): unknown {
    if (arg.kind !== 'name')
      return arg.kind === 'member' && this.owners.has(`this.${lastName(arg)}`) ? `this.${lastName(arg)}` : null;
    const [binding] = this.tree.names.bindings(arg);
    if (!binding?.value || this.made(binding.value) === null) return null;
    return binding.node;
  }
}

const namedOwner = /^(?:app|router|server|api|routes?|\w+Router|express)$/;

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => (node.kind === 'array' ? flat(node.elements) : [node]));

/** An argument that takes a request and a response, or one of another file that goes by a telling name. */
function looksLikeHandler(handler: Node | null, last: Node): boolean {
  if (handler?.kind !== 'func') return last.kind === 'member' || last.kind === 'name';
  const [first] = handler.params;
  const name = first?.kind === 'param' ? lastName(first.target) : '';
  return /^_*(?:req|request|ctx|_)/.test(name) || (first?.kind === 'param' && first.target.kind === 'object');
}

const covers = (prefix: string | null, path: string | null): boolean =>
  prefix === null ||
  path === null ||
  prefix === '' ||
  prefix === '/' ||
  path === prefix ||
  path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
