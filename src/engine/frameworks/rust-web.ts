/**
 * Rust's web frameworks. axum: `router.route("/p", post(handler))`, guarded by a `layer` behind it in the chain. actix-web and
 * Rocket: functions with `#[post("/p")]`, and actix-web's `.route("/p", web::post().to(handler))`. In all of them a handler is
 * also guarded by what it asks for: a parameter whose type only a signed-in caller can fill.
 * https://docs.rs/axum/latest/axum/middleware/index.html, https://rocket.rs/guide/v0.5/requests/#request-guards
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { argsOf, decoratorName, firstArg, namedArg } from '../decorator.ts';
import { isGuardName } from '../guard-name.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

const verbs: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'any']);
const layers: ReadonlySet<string> = new Set(['layer', 'route_layer', 'wrap', 'wrap_fn']);
/** Layers that let everyone through. */
const passing =
  /^(?:\w+::)*(?:Trace|Cors|Compression|Decompression|Timeout|\w*Limit|\w*Header|CatchPanic|Extension|Normalize|Propagate|SetRequestId|Logger|Compress|NormalizePath|DefaultHeaders|Governor|Prometheus|Metrics|Csp|Concurrency)\w*\b/;
const authenticating =
  /RequireAuthorization|ValidateRequestHeader|AuthManager|HttpAuthentication|login_required|permission_required/;

/** Types of parameters that say nothing of who is asking. */
const plain: ReadonlySet<string> = new Set(
  (
    'State Json Path Query RawQuery Form Multipart MatchedPath OriginalUri Uri Method Bytes String str ConnectInfo Data Payload PathConfig ' +
    'QsQuery Valid ValidatedJson TempFile Host Accept WebSocketUpgrade u8 u16 u32 u64 i8 i16 i32 i64 usize isize f32 f64 bool char Uuid'
  ).split(' '),
);
/** Types that only a signed-in caller can fill. */
const signedIn =
  /^(?:\w*Claims|Auth\w*|\w*(?:User|Admin|Account|Member|Principal|Identity)|BearerAuth|BasicAuth|Bearer\w*|Jwt\w*|\w*Token|ApiKey\w*|AuthSession|RequireAuth\w*)$/;

export const rustWeb: Framework = {
  routes(tree, isGuard) {
    const file = new RustFile(tree, isGuard);
    return [...file.chained(), ...file.attributed()].sort((a, b) => a.start - b.start);
  },
  knowsUsers: ({ source }) => /\b(?:jsonwebtoken|axum_login|actix_identity|actix_web_httpauth|tower_sessions)\b/.test(source),
};

class RustFile {
  /** Calls that put a guard in front of routes. */
  private readonly guarding: readonly Shape<'call'>[];

  constructor(
    private readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
  ) {
    this.guarding = [...layers].flatMap((word) => this.calls(word)).filter((call) => this.strongest(call.args) !== 'none');
  }

  /** `.route("/p", post(f).get(g))`. */
  chained(): Route[] {
    return this.calls('route').flatMap((call) => {
      const [path, router] = call.args;
      if (!path || !router) return [];
      const above = chainAbove(call);
      const below = chainBelow(call);
      const covering = this.guarding.filter((layer) => above.includes(layer));
      const elsewhere = this.guarding.some((layer) => !above.includes(layer) && !below.includes(layer) && coversOthers(layer));
      const before = covering.length > 0 ? this.strongest(covering.flatMap(({ args }) => args)) : elsewhere ? 'maybe' : 'none';
      return methodsIn(router).map(({ method, handler, between }): Route => {
        const func = this.functionOf(handler);
        const own = this.stronger(this.strongest(between), func ? this.asks(func, '') : 'maybe');
        return {
          method: method === 'any' ? 'all' : method,
          path: this.textOf(path),
          start: call.callee.kind === 'member' ? call.callee.property.start : call.start,
          end: path.end,
          name: lastName(handler),
          handler: func,
          own,
          before: [before],
          ...(this.guarding.some((layer) => below.includes(layer)) && { late: true }),
          owner: below.at(-1) ?? call,
          open: true,
        };
      });
    });
  }

  /** `#[post("/p")] async fn f(…)`. */
  attributed(): Route[] {
    const before: Guarding = this.guarding.length > 0 ? 'maybe' : 'none';
    const found: Route[] = [];
    const seen = new Set<Node>();
    for (const word of verbs)
      for (const offset of this.tree.index.offsets({ word, levels: 1, role: 'any' })) {
        const attribute = this.tree.index.nodeAt(offset).parent;
        const func = attribute?.parent;
        if (attribute?.kind !== 'call' || func?.kind !== 'func' || !func.decorators.includes(attribute) || seen.has(attribute))
          continue;
        const path = firstArg(attribute);
        if (decoratorName(attribute) !== word || !path) continue;
        seen.add(attribute);
        const wrapped = namedArg(attribute, 'wrap');
        const holes = argsOf(attribute)
          .map((arg) => this.tree.source.slice(arg.start, arg.end))
          .join(' ');
        found.push({
          method: word === 'any' ? 'all' : word,
          path: this.textOf(path),
          start: attribute.start,
          end: path.end,
          name: func.name ? lastName(func.name) : '',
          handler: func,
          own: this.stronger(wrapped ? 'guard' : 'none', this.asks(func, holes)),
          before: [before],
          owner: 'attributes',
          open: true,
        });
      }
    return found;
  }

  private calls(word: string): Shape<'call'>[] {
    return this.tree.index.offsets({ word, levels: 1, role: 'any' }).flatMap((offset) => {
      const member = this.tree.index.nodeAt(offset).parent;
      const call = member?.parent;
      return member?.kind === 'member' && lastName(member.property) === word && call?.kind === 'call' && call.callee === member
        ? [call]
        : [];
    });
  }

  private textOf(node: Node): string | null {
    const constant = constantOf(node, this.tree.names);
    return constant?.kind === 'string' ? constant.value : null;
  }

  private functionOf(handler: Node): Shape<'func'> | null {
    if (handler.kind === 'func') return handler;
    const found = handler.kind === 'name' ? this.tree.names.definition(handler) : null;
    return found?.kind === 'func' ? found : null;
  }

  private stronger(a: Guarding, b: Guarding): Guarding {
    return a === 'guard' || b === 'guard' ? 'guard' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'none';
  }

  private strongest(guards: readonly Node[]): Guarding {
    return guards.map((node) => this.guardingOf(node)).reduce((a, b) => this.stronger(a, b), 'none' as Guarding);
  }

  /** What a layer does to callers, by the names in it. */
  private guardingOf(layer: Node): Guarding {
    const text = this.tree.source.slice(layer.start, layer.end);
    if (authenticating.test(text)) return 'guard';
    if ((text.match(/\w+/g) ?? []).some((name) => isGuardName(name) || this.isGuard(name))) return 'guard';
    return passing.test(text) ? 'none' : 'maybe';
  }

  /** Whether the parameters of a handler can only be filled for who is known. `holes` names those that the path fills. */
  private asks(func: Shape<'func'>, holes: string): Guarding {
    return func.params
      .map((param): Guarding => {
        if (param.kind !== 'param' || !param.type) return 'none';
        if (param.target.kind === 'name' && new RegExp(`<${param.target.name}(?:\\.\\.)?>`).test(holes)) return 'none';
        return this.asksFor(param.type);
      })
      .reduce((a, b) => this.stronger(a, b), 'none' as Guarding);
  }

  private asksFor(type: Node): Guarding {
    if (type.kind === 'unary') return this.asksFor(type.operand);
    const base = lastName(type.kind === 'generic' ? type.base : type);
    const inner = type.kind === 'generic' ? type.args : [];
    if (base === 'Extension' || base === 'ReqData') {
      const names = inner.map((arg) => lastName(arg.kind === 'generic' ? arg.base : arg));
      return names.some((name) => signedIn.test(name))
        ? 'guard'
        : names.some((name) => /Pool|State|Db|Client|Config|Arc/.test(name))
          ? 'none'
          : 'maybe';
    }
    if (plain.has(base)) return 'none';
    return signedIn.test(base) || this.isGuard(base) ? 'guard' : 'maybe';
  }
}

/** The calls that follow in the chain of a call. */
function chainAbove(call: Node): Node[] {
  const found: Node[] = [];
  for (let at = call; at.parent?.kind === 'member' && at.parent.object === at && at.parent.parent?.kind === 'call'; ) {
    at = at.parent.parent;
    found.push(at);
  }
  return found;
}

/** The calls before it in its chain, the first one last. */
function chainBelow(call: Shape<'call'>): Node[] {
  const found: Node[] = [];
  for (let at: Node = call; at.kind === 'call' && at.callee.kind === 'member'; ) {
    at = at.callee.object;
    found.push(at);
  }
  return found.filter((node) => node.kind === 'call' || node === found.at(-1));
}

/** Whether a layer stands in front of more than the routes of its own chain. */
function coversOthers(layer: Shape<'call'>): boolean {
  const below = chainBelow(layer);
  const made = below.findLast((node) => node.kind === 'call');
  const own = made?.kind === 'call' && lastName(made.callee) === 'new';
  return (
    !own ||
    below.some(
      (node) => node.kind === 'call' && /^(?:merge|nest|nest_service|service|configure|scope)$/.test(lastName(node.callee)),
    )
  );
}

/** The handlers of `post(f).get(g).layer(x)` and of `web::post().to(f)`. */
function methodsIn(router: Node): { method: string; handler: Node; between: readonly Node[] }[] {
  const found: { method: string; handler: Node; between: readonly Node[] }[] = [];
  const between: Node[] = [];
  for (let at = router; at.kind === 'call'; ) {
    const word = lastName(at.callee);
    const [handler] = at.args;
    const inner: Node | null = at.callee.kind === 'member' ? at.callee.object : null;
    if (verbs.has(word) && handler) found.push({ method: word, handler, between });
    else if (layers.has(word)) between.push(...at.args);
    else if (word === 'to' && handler && inner?.kind === 'call' && verbs.has(lastName(inner.callee)))
      found.push({ method: lastName(inner.callee), handler, between });
    if (inner === null) break;
    at = inner;
  }
  return found;
}
