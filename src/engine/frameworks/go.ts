/**
 * Go's routers, which have one shape: Gin, Echo, Fiber, chi, gorilla/mux and `net/http`. A route is a call
 * `r.POST(path, …)`, `r.Post`, `r.HandleFunc("POST /p", h)` or `r.HandleFunc(p, h).Methods("POST")`; guards are arguments
 * of it, of the group (`r.Group(path, guard)`), of `Use` on the router or one that it comes from, of `With`, or wrap the
 * handler or the whole router.
 * https://pkg.go.dev/net/http#hdr-Patterns-ServeMux, https://gin-gonic.com/en/docs/examples/using-middleware/
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { isGuardName } from '../guard-name.ts';
import { walk } from '../locate.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

const verbs: Readonly<Record<string, string>> = {
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
  GET: 'get',
  Any: 'all',
  Post: 'post',
  Put: 'put',
  Patch: 'patch',
  Delete: 'delete',
  Get: 'get',
  All: 'all',
  HandleFunc: '',
  Handle: '',
}; // prettier-ignore
const speaks =
  /"(?:github\.com\/(?:gin-gonic\/gin|labstack\/echo\/v\d+|labstack\/echo|gofiber\/fiber(?:\/v\d+)?|go-chi\/chi(?:\/v\d+)?|gorilla\/mux|julienschmidt\/httprouter)|net\/http)"/;
const ownerType = /^(?:Engine|RouterGroup|IRouter|IRoutes|Echo|Group|App|Router|Mux|ServeMux|Route)$/;

export const go: Framework = {
  routes(tree, isGuard) {
    return speaks.test(tree.source) ? new GoFile(tree, isGuard).routes() : [];
  },
  knowsUsers: ({ source }) =>
    /"(?:github\.com\/golang-jwt\/jwt\S*|github\.com\/dgrijalva\/jwt-go|golang\.org\/x\/crypto\/bcrypt|github\.com\/gin-contrib\/sessions\S*|github\.com\/gorilla\/sessions|github\.com\/appleboy\/gin-jwt\S*|github\.com\/labstack\/echo-jwt\S*|github\.com\/gofiber\/(?:contrib\/)?jwt\S*|github\.com\/go-chi\/jwtauth\S*)"/.test(
      source,
    ) ||
    /"[\w./-]*\/(?:auth|authn|authz|middlewares?\/auth\w*)"|\b(?:Require|Ensure|Check|Verify)?Auth(?:Middleware|Required|enticat\w*)?\(/.test(
      source,
    ),
};

/** One router or group, and what stands in front of its routes. */
interface Owner {
  key: unknown;
  /** Null where it comes from another function or file. */
  from: Owner | null;
  /** Made here: `gin.Default()`, `http.NewServeMux()`. */
  made: boolean;
  prefix: string | null;
  guards: Node[];
  /** Where it was made. */
  at: number;
}

class GoFile {
  private readonly uses: { key: unknown; at: number; prefix: string; args: readonly Node[] }[] = [];

  constructor(
    private readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
  ) {}

  routes(): Route[] {
    for (const call of this.calls(['Use', 'UseFunc'])) {
      const { object } = call.callee as Shape<'member'>;
      const [first] = call.args;
      const prefix = first ? this.textOf(first) : null;
      if (object.kind === 'name')
        this.uses.push({ key: this.keyOf(object), at: call.start, prefix: prefix ?? '', args: call.args });
    }
    const found: Route[] = [];
    for (const call of this.calls(Object.keys(verbs))) {
      const route = this.route(call);
      if (route) found.push(route);
    }
    return found.sort((a, b) => a.start - b.start);
  }

  private route(call: Shape<'call'>): Route | null {
    const { object, property } = call.callee as Shape<'member'>;
    const [first, ...rest] = call.args;
    const pattern = first ? this.textOf(first) : null;
    const word = lastName(property);
    if (!first || rest.length === 0 || (pattern === null && !isJoined(first))) return null;
    if (pattern !== null && pattern !== '' && !/^(?:[A-Z]+ )?[^\s]*\/|^\*$|^:/.test(pattern)) return null;
    const { owner, guards } = this.ownerOf(object, call.start);
    if (!owner) return null;
    const spaced = pattern === null ? null : /^([A-Z]+) +(.*)$/s.exec(pattern);
    const path = spaced ? spaced[2]! : pattern;
    const { handler, name, wraps } = this.handlerOf(rest, word);
    const method = verbs[word] || (spaced?.[1]?.toLowerCase() ?? this.methodsAround(call) ?? this.methodWithin(handler));
    if (method === null) return null;
    const own = this.strongest([...guards, ...wraps]);
    const whole = joinedPath(owner, path);
    return {
      method,
      path: whole,
      start: call.start,
      end: first.end,
      name,
      handler,
      own,
      before: [this.before(owner, call.start, path)],
      owner: owner.key,
      open: !this.isMade(owner),
    };
  }

  /** `.Methods("POST")` behind a call; null when it says nothing. */
  private methodsAround(call: Node): string | null {
    let method: string | null = null;
    for (let at = call.parent; at?.kind === 'member' || at?.kind === 'call'; at = at.parent)
      if (at.kind === 'call' && at.callee.kind === 'member' && lastName(at.callee) === 'Methods')
        for (const arg of at.args) {
          const value = this.textOf(arg)?.toLowerCase() ?? /^Method(\w+)$/.exec(lastName(arg))?.[1]?.toLowerCase();
          if (value && value !== 'get' && value !== 'options' && value !== 'head') method ??= value;
          else if (value === 'get') method ??= 'get';
        }
    return method;
  }

  /** A pattern without a method answers all; what the handler does says whether it writes. */
  private methodWithin(handler: Node | null): string | null {
    if (!handler) return null;
    const text = this.tree.source.slice(handler.start, handler.end);
    if (/[mM]ethod\s*!=\s*(?:http\.MethodGet|"GET")/.test(text)) return 'get';
    const asked = /[mM]ethod\s*!=\s*(?:http\.Method|")(Post|Put|Patch|Delete)/i.exec(text)?.[1]?.toLowerCase();
    if (asked) return asked;
    return /\.(?:Exec|ExecContext|Create|Save|Delete|Update|Insert\w*|DeleteOne|UpdateOne|Remove\w*)\(/.test(text)
      ? 'all'
      : 'get';
  }

  private *calls(words: readonly string[]): Generator<Shape<'call'>> {
    for (const word of words)
      for (const offset of this.tree.index.offsets({ word, levels: 1, role: 'property' })) {
        const name = this.tree.index.nodeAt(offset);
        const member = name.parent;
        const call = member?.parent;
        if (member?.kind === 'member' && member.property === name && call?.kind === 'call' && call.callee === member) yield call;
      }
  }

  // ---- routers

  private keyOf(name: Shape<'name'>): unknown {
    return this.tree.names.bindings(name)[0]?.node ?? name.name;
  }

  /** The router of a route, and the guards that `With(…)` puts between. */
  private ownerOf(object: Node, at: number, depth = 0): { owner: Owner | null; guards: Node[] } {
    const none = { owner: null, guards: [] };
    if (depth > 6) return none;
    if (object.kind === 'call' && object.callee.kind === 'member') {
      const name = lastName(object.callee);
      const inner = object.callee.object;
      if (name === 'With') {
        const found = this.ownerOf(inner, at, depth + 1);
        return { owner: found.owner, guards: [...found.guards, ...object.args] };
      }
      const made = this.derived(object, depth);
      return made ? { owner: made, guards: [] } : none;
    }
    if (object.kind === 'member') {
      // `s.router.HandleFunc(…)`: a field, set elsewhere.
      const name = lastName(object);
      return /^(?:router|mux|engine|app|echo|r|e|api|server)$/i.test(name)
        ? { owner: { key: `.${name}`, from: null, made: false, prefix: '', guards: [], at: 0 }, guards: [] }
        : none;
    }
    if (object.kind !== 'name') return none;
    if (object.name === 'http' && this.tree.source.includes('"net/http"'))
      return { owner: { key: 'http', from: null, made: true, prefix: '', guards: [], at: 0 }, guards: [] };
    const [binding] = this.tree.names.bindings(object);
    if (!binding) return none;
    const key = binding.node;
    if (binding.value?.kind === 'call') {
      const made = this.derived(binding.value, depth);
      return made ? { owner: { ...made, key }, guards: [] } : none;
    }
    const param = binding.node.kind === 'param' ? binding.node : binding.node.parent;
    if (param?.kind !== 'param' || !param.type) return none;
    const type = param.type.kind === 'unary' ? param.type.operand : param.type;
    if (!ownerType.test(lastName(type))) return none;
    // `r.Route("/p", func(r chi.Router) {…})` and `r.Group(func(r chi.Router) {…})`.
    const func = param.parent;
    const call = func?.parent;
    if (func?.kind === 'func' && call?.kind === 'call' && call.callee.kind === 'member' && call.args.includes(func)) {
      const outer = this.ownerOf(call.callee.object, call.start, depth + 1);
      if (outer.owner) {
        const prefix = call.args[0] === func ? '' : call.args[0] ? this.textOf(call.args[0]) : '';
        return {
          owner: { key, from: outer.owner, made: true, prefix, guards: outer.guards, at: call.start },
          guards: [],
        };
      }
    }
    return { owner: { key, from: null, made: false, prefix: '', guards: [], at: 0 }, guards: [] };
  }

  /** `gin.Default()`, `r.Group("/p", guard)`, `r.PathPrefix("/p").Subrouter()`. */
  private derived(call: Shape<'call'>, depth: number): Owner | null {
    if (call.callee.kind !== 'member') return null;
    const name = lastName(call.callee);
    const { object } = call.callee;
    if (/^(?:Default|New|NewRouter|NewMux|NewServeMux)$/.test(name) && object.kind === 'name') {
      const module = this.tree.names.imported(object)?.join('/') ?? '';
      const known =
        /gin|echo|fiber|chi|mux|httprouter|net\/http/.test(module) ||
        /^(?:gin|echo|fiber|chi|mux|http|httprouter)$/.test(object.name);
      return known ? { key: call, from: null, made: true, prefix: '', guards: [], at: call.start } : null;
    }
    if (name === 'Group' || name === 'Subrouter' || name === 'PathPrefix' || name === 'Host') {
      const outer = this.ownerOf(object, call.start, depth + 1);
      if (!outer.owner) return null;
      const [path, ...guards] = name === 'Subrouter' ? [] : call.args;
      const prefix = path ? this.textOf(path) : '';
      return { key: call, from: outer.owner, made: true, prefix, guards: [...outer.guards, ...guards], at: call.start };
    }
    return null;
  }

  private isMade(owner: Owner): boolean {
    return owner.from ? this.isMade(owner.from) : owner.made;
  }

  /** What runs first because of the router, those that it comes from, or what wraps it where it is served. */
  private before(owner: Owner, at: number, path: string | null): Guarding {
    const ways: Guarding[] = [];
    for (let now: Owner | null = owner; now; now = now.from) {
      ways.push(this.strongest(now.guards));
      for (const use of this.uses) {
        // Gin and Echo copy the chain when a route or group is made; chi refuses later calls.
        if (use.key !== now.key || use.at > at) continue;
        if (use.prefix !== '' && path !== null && !(joinedPath(owner, path) ?? use.prefix).startsWith(use.prefix)) continue;
        ways.push(this.strongest(use.args));
      }
      at = now.at || at;
      if (this.isServedBehindGuard(now)) ways.push('guard');
    }
    return ways.includes('guard') ? 'guard' : ways.includes('maybe') ? 'maybe' : 'none';
  }

  private served: Node[] | null = null;

  /** `http.ListenAndServe(addr, auth(mux))`, `Handler: auth(mux)`, `return auth(mux)`. */
  private isServedBehindGuard({ key }: Owner): boolean {
    const router = key as Node | string;
    if (typeof router === 'string' || (router.kind !== 'name' && router.kind !== 'param')) return false;
    const name = router.kind === 'param' ? lastName(router.target) : router.name;
    if (!this.served) {
      const found: Node[] = [];
      walk(this.tree.program, (node) => {
        if (node.kind === 'call' && node.callee.kind !== 'func' && this.guards(node.callee)) found.push(node);
      });
      this.served = found;
    }
    return this.served.some((node) => {
      if (node.kind !== 'call') return false;
      const takes = (arg: Node): boolean =>
        (arg.kind === 'name' && arg.name === name) || (arg.kind === 'call' && arg.args.some(takes));
      return node.args.some(takes);
    });
  }

  // ---- handlers and guards

  /** The last argument is the handler in all but Echo, where it is the first. */
  private handlerOf(args: readonly Node[], word: string): { handler: Node | null; name: string; wraps: Node[] } {
    const echo = /"github\.com\/labstack\/echo/.test(this.tree.source) && word.toUpperCase() === word;
    const at = echo ? 0 : args.length - 1;
    const found = this.resolved(args[at]!);
    return { ...found, wraps: [...found.wraps, ...args.filter((_, i) => i !== at)] };
  }

  private resolved(node: Node, depth = 0): { handler: Node | null; name: string; wraps: Node[] } {
    switch (node.kind) {
      case 'func':
        return { handler: node, name: '', wraps: [] };
      case 'name': {
        const definition = this.tree.names.definition(node);
        if (definition?.kind === 'func') return { handler: definition, name: node.name, wraps: [] };
        return { handler: null, name: node.name, wraps: [] };
      }
      case 'member':
        return { handler: this.method(lastName(node)), name: lastName(node), wraps: [] };
      case 'call': {
        const name = lastName(node.callee);
        const inner = node.args.findLast((arg) => arg.kind !== 'string' && arg.kind !== 'number');
        // A function that makes the handler.
        const maker =
          node.callee.kind === 'name'
            ? this.tree.names.definition(node.callee)
            : node.callee.kind === 'member'
              ? this.method(name)
              : null;
        if (!inner || depth > 4 || (inner.kind === 'name' && !this.isFunction(inner)))
          return { handler: maker?.kind === 'func' ? maker : null, name, wraps: [node] };
        const found = this.resolved(inner, depth + 1);
        return { ...found, wraps: [...found.wraps, node] };
      }
      default:
        return { handler: null, name: '', wraps: [] };
    }
  }

  private isFunction(name: Shape<'name'>): boolean {
    return this.tree.names.definition(name)?.kind === 'func' || /[hH]andler?/.test(name.name);
  }

  private readonly byName = new Map<string, Shape<'func'> | null>();

  /** The method of this name, where there is exactly one. */
  private method(name: string): Shape<'func'> | null {
    let known = this.byName.get(name);
    if (known !== undefined) return known;
    const found: Shape<'func'>[] = [];
    for (const offset of this.tree.index.offsets({ word: name, levels: 1, role: 'any' })) {
      const node = this.tree.index.nodeAt(offset);
      if (node.parent?.kind === 'func' && node.parent.name === node && node.parent.receiver) found.push(node.parent);
    }
    this.byName.set(name, (known = found.length === 1 ? found[0]! : null));
    return known;
  }

  private strongest(nodes: readonly Node[]): Guarding {
    return nodes.some((node) => this.guards(node)) ? 'guard' : 'none';
  }

  private guards(node: Node, depth = 0): boolean {
    if (depth > 3) return false;
    switch (node.kind) {
      case 'name': {
        if (this.named(node.name)) return true;
        const definition = this.tree.names.definition(node);
        if (definition?.kind === 'func') return this.guards(definition, depth + 1);
        const value = this.tree.names.bindings(node)[0]?.value ?? null;
        return value !== null && value !== node && this.guards(value, depth + 1);
      }
      case 'member': {
        const holder = node.object.kind === 'name' || node.object.kind === 'member' ? lastName(node.object) : '';
        if (this.named(lastName(node)) || /^(?:auth\w*|jwt\w*|basicauth|keyauth|session\w*[aA]uth|authz|authn)$/i.test(holder))
          return true;
        const method = this.method(lastName(node));
        return method !== null && this.guards(method, depth + 1);
      }
      case 'call':
        if (/^(?:HandlerFunc|StripPrefix|HandleFunc)$/.test(lastName(node.callee)))
          return node.args.some((arg) => this.guards(arg, depth + 1));
        return this.guards(node.callee, depth) || node.args.some((arg) => arg.kind === 'call' && this.guards(arg, depth + 1));
      case 'func': {
        const facts = factsOf(node, this.tree);
        return facts.rejects;
      }
      case 'spread':
        return this.guards(node.value, depth + 1);
      default:
        return false;
    }
  }

  private named(name: string): boolean {
    return (
      name !== '' &&
      (this.isGuard(name) || isGuardName(name) || /(?:^|[a-z_])Auth[A-Z]?|JWT|^jwt|BasicAuth|KeyAuth/.test(name)) &&
      !/^(?:Author|Optional|NewAuth\w*(?:Handler|Service|Controller|Store|Repo)|Auth(?:Handler|Controller|Service|Routes?))/.test(
        name,
      )
    );
  }

  private textOf(node: Node): string | null {
    const constant = constantOf(node, this.tree.names);
    return constant?.kind === 'string' ? constant.value : null;
  }
}

const isJoined = (node: Node): boolean => node.kind === 'binary' || (node.kind === 'call' && lastName(node.callee) === 'Sprintf');

function joinedPath(owner: Owner, path: string | null): string | null {
  let whole = path;
  for (let now: Owner | null = owner; now; now = now.from)
    whole = now.prefix === null || whole === null ? null : `${now.prefix.replace(/\/$/, '')}${whole}`;
  return whole;
}
