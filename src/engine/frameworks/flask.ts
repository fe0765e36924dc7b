/**
 * Flask and what has its shape (Quart, Sanic, APIFlask, Bottle): functions under `@bp.route(path, methods=[…])`, classes of
 * `MethodView` and Flask-RESTful's `Resource`. Guards are decorators below the route's, those of a class, functions that run
 * before each request, and checks in the view. A decorator above the route's wraps what Flask does not call.
 * https://flask.palletsprojects.com/en/stable/patterns/viewdecorators/
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { argsOf, decoratorMeant, fieldOf, firstArg, namedArg } from '../decorator.ts';
import { isGuardName } from '../guard-name.ts';
import { liesIn } from '../locate.ts';
import type { Range } from '../matches.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

const verbs = ['post', 'put', 'patch', 'delete', 'get'];
const makers =
  /^(?:Flask|Quart|Sanic|APIFlask|OpenAPI|Blueprint|APIBlueprint|SmorestBlueprint|Bottle|Namespace|Api|RouteTableDef)$/;
const apps = /^(?:Flask|Quart|Sanic|APIFlask|OpenAPI|Bottle)$/;
const ownerName = /^(?:app|application|api|bp|blueprint|routes?|ns|server|\w+_(?:bp|blueprint|api|app|ns|routes?)|bp_\w+)$/;
const speaks = /\b(?:from|import)\s+(?:flask\w*|quart\w*|sanic\w*|apiflask|bottle)\b/;

export const flask: Framework = {
  routes(tree, isGuard, within) {
    return speaks.test(tree.source) ? new FlaskFile(tree, isGuard, within).routes() : [];
  },
  knowsUsers: ({ source }) =>
    /\b(?:from|import)\s+(?:flask_(?:login|jwt\w*|httpauth|security|praetorian|principal|user|bcrypt|oauthlib|dance)|quart_auth|sanic_jwt|authlib|jwt|jose|bcrypt|passlib|argon2|firebase_admin)\b/.test(
      source,
    ) ||
    /\b(?:from|import)\s+[\w.]*\b(?:auth|security|permissions|decorators)\b/.test(source) ||
    /\b(?:login_required|current_user|jwt_required|token_required|check_password_hash)\b|session(?:\.get\(|\[)["'](?:user|uid|logged|username|account)/.test(
      source,
    ),
};

class FlaskFile {
  constructor(
    private readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
    private readonly within: readonly Range[] | null,
  ) {}

  routes(): Route[] {
    const found = [...this.functions(), ...this.classes()];
    return found.sort((a, b) => a.start - b.start);
  }

  // ---- functions

  private functions(): Route[] {
    const { index } = this.tree;
    const found: Route[] = [];
    for (const word of ['route', ...verbs])
      for (const offset of index.offsets({ word, levels: 1, role: 'property' })) {
        if (!liesIn(offset, this.within)) continue;
        const member = index.nodeAt(offset).parent;
        const call = member?.parent;
        const func = call?.parent;
        if (member?.kind !== 'member' || call?.kind !== 'call' || call.callee !== member || func?.kind !== 'func') continue;
        if (!func.decorators.includes(call) || member.object.kind !== 'name') continue;
        const owner = this.ownerOf(member.object);
        if (owner) found.push(...this.declared(word, call, owner, func));
      }
    return found;
  }

  private declared(word: string, call: Shape<'call'>, owner: Owner, func: Shape<'func'>): Route[] {
    const at = func.decorators.indexOf(call);
    const isRoute = (node: Node): boolean =>
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      /^(?:route|get|post|put|patch|delete)$/.test(lastName(node.callee));
    const below = func.decorators.slice(at + 1).filter((node) => !isRoute(node));
    const own = strongest(below.map((node) => this.decorator(node)));
    // Flask has registered the view before these wrap it.
    const above = func.decorators.slice(0, at).some((node) => !isRoute(node) && this.decorator(node) === 'guard');
    const pathArg = firstArg(call) ?? namedArg(call, 'rule');
    const methods = word === 'route' ? this.methodsOf(namedArg(call, 'methods') ?? namedArg(call, 'method')) : [word];
    const path = this.textOf(pathArg);
    return methods.map((method) => ({
      method,
      path: path === null || owner.prefix === null ? null : `${owner.prefix}${path}`,
      start: call.start,
      end: pathArg?.end ?? call.callee.end,
      name: func.name ? lastName(func.name) : '',
      handler: above ? func.body : func,
      own,
      before: [owner.before],
      owner: owner.key,
      open: !owner.app,
      ...(above && { explicit: true }),
    }));
  }

  private methodsOf(list: Node | null): string[] {
    if (!list) return ['get'];
    const items = list.kind === 'array' ? list.elements : [list];
    const all = items.flatMap((item) => (item.kind === 'string' ? [item.value.toLowerCase()] : []));
    return [all.find((method) => method !== 'get' && method !== 'options' && method !== 'head') ?? 'get'];
  }

  // ---- classes

  private *classes(): Generator<Route> {
    for (const word of ['MethodView', 'Resource', 'HTTPMethodView'])
      for (const offset of this.tree.index.offsets({ word, levels: 1, role: 'any' })) {
        const name = this.tree.index.nodeAt(offset);
        const at = name.parent?.kind === 'member' ? name.parent : name;
        const holder = at.parent;
        if (holder?.kind !== 'class' || !holder.supers.includes(at)) continue;
        const shared = strongest([
          this.listed(fieldOf(holder, 'decorators')),
          this.listed(fieldOf(holder, 'method_decorators')),
          ...holder.decorators.map((node) => this.decorator(node)),
          ...holder.supers.map((node): Guarding => (isGuardName(lastName(node)) ? 'guard' : 'none')),
        ]);
        const mount = this.mountOf(holder);
        for (const func of holder.body) {
          const method = func.kind === 'func' && func.name ? lastName(func.name) : '';
          if (func.kind !== 'func' || !verbs.includes(method)) continue;
          yield {
            method,
            path: mount?.path ?? (/^\w*?([A-Z]?[a-z]+)(?:View|Resource|Api|API)?$/.exec(nameOf(holder))?.[1] ?? '').toLowerCase(),
            start: func.start,
            end: func.body ? func.body.start : func.end,
            name: nameOf(holder),
            handler: func,
            own: strongest([shared, ...func.decorators.map((node) => this.decorator(node))]),
            before: [mount?.owner.before ?? 'none'],
            owner: holder,
            open: !mount?.owner.app,
          };
        }
      }
  }

  /** Where `add_url_rule(path, view_func=C.as_view(…))`, `add_resource(C, path)` or a decorator of the class puts it. */
  private mountOf(holder: Shape<'class'>): { path: string | null; owner: Owner } | null {
    for (const decorator of holder.decorators) {
      const callee = decorator.kind === 'call' && decorator.callee.kind === 'member' ? decorator.callee : null;
      const owner = callee && lastName(callee) === 'route' && callee.object.kind === 'name' ? this.ownerOf(callee.object) : null;
      if (owner) return { path: this.textOf(firstArg(decorator)), owner };
    }
    for (const word of ['add_url_rule', 'add_resource', 'add_route'])
      for (const call of this.calls(word)) {
        const { object } = call.callee as Shape<'member'>;
        const text = this.tree.source.slice(call.start, call.end);
        const owner = object.kind === 'name' ? this.ownerOf(object) : null;
        if (!owner || !new RegExp(`\\b${nameOf(holder)}\\b`).test(text)) continue;
        const path = call.args.map((arg) => this.textOf(arg)).find((arg) => arg?.startsWith('/'));
        return { path: path ?? null, owner: { ...owner, before: strongest([owner.before, this.asView(call)]) } };
      }
    return null;
  }

  /** `view_func=login_required(C.as_view("c"))`. */
  private asView(call: Shape<'call'>): Guarding {
    const view = namedArg(call, 'view_func');
    return view?.kind === 'call' && lastName(view.callee) !== 'as_view' ? this.decorator(view) : 'none';
  }

  // ---- apps and blueprints

  private readonly owners = new Map<unknown, Owner>();

  private ownerOf(name: Shape<'name'>): Owner | null {
    const [binding] = this.tree.names.bindings(name);
    const key = binding?.node ?? name.name;
    const known = this.owners.get(key);
    if (known) return known;
    const made = binding?.value?.kind === 'call' ? binding.value : null;
    const maker = made ? lastName(made.callee) : '';
    if (binding?.value ? !makers.test(maker) : !ownerName.test(name.name)) return null;
    const owner: Owner = {
      key,
      app: apps.test(maker) || (made !== null && this.isRegistered(name.name)),
      prefix: made && namedArg(made, 'url_prefix') ? this.textOf(namedArg(made, 'url_prefix')) : '',
      before: this.before(name.name),
    };
    this.owners.set(key, owner);
    return owner;
  }

  /** Whether `app.register_blueprint(name)` of an app of this file stands here too. */
  private isRegistered(name: string): boolean {
    return new RegExp(`\\b(?:register_blueprint|blueprint|add_namespace)\\(\\s*${name}\\b`).test(this.tree.source);
  }

  /** What runs before each request of the app or blueprint. */
  private before(name: string): Guarding {
    const ways: Guarding[] = [];
    for (const word of ['before_request', 'before_app_request', 'on_request', 'middleware'])
      for (const offset of this.tree.index.offsets({ word, levels: 1, role: 'property' })) {
        const member = this.tree.index.nodeAt(offset).parent;
        if (member?.kind !== 'member') continue;
        // What the app does first comes before its blueprints too.
        const on = lastName(member.object);
        if (on !== name && !(word === 'before_app_request' || /^app(?:lication)?$/.test(on))) continue;
        const call = member.parent?.kind === 'call' && member.parent.callee === member ? member.parent : null;
        const holder = (call ?? member).parent;
        if (holder?.kind === 'func' && holder.decorators.includes(call ?? member)) ways.push(this.runsFirst(holder));
        else if (call?.args[0]) ways.push(this.decorator(call.args[0]));
      }
    return strongest(ways);
  }

  private runsFirst(func: Shape<'func'>): Guarding {
    if (func.decorators.some((node) => this.decorator(node) === 'guard')) return 'guard';
    const facts = func.body && factsOf(func.body, this.tree);
    if (facts?.rejects || facts?.guarded) return 'guard';
    return func.name && isGuardName(lastName(func.name)) ? 'guard' : 'none';
  }

  // ---- guards

  private decorator(node: Node): Guarding {
    const name = decoratorMeant(node, this.tree.names);
    if (name === '') return 'none';
    if (argsOf(node).some((arg) => arg.kind === 'named' && arg.name === 'optional' && isTrue(arg.value))) return 'none';
    if (this.isGuard(name) || isGuardName(name) || guardian.test(name)) return 'guard';
    const callee = node.kind === 'call' ? node.callee : node;
    if (callee.kind === 'member' && /auth|permission|security|acl|jwt/i.test(lastName(callee.object))) return 'guard';
    // A decorator of this file says what it does.
    const definition = callee.kind === 'name' ? this.tree.names.definition(callee) : null;
    if (definition?.kind === 'func' && definition.body) {
      const facts = factsOf(definition.body, this.tree);
      return facts.rejects || facts.guarded ? 'guard' : 'none';
    }
    return harmless.test(name) ? 'none' : 'maybe';
  }

  private listed(list: Node | null): Guarding {
    if (!list) return 'none';
    if (list.kind !== 'array' && list.kind !== 'object') return 'maybe';
    const items = list.kind === 'array' ? list.elements : list.props.map((prop) => (prop.kind === 'pair' ? prop.value : prop));
    return strongest(items.map((item) => (item.kind === 'array' ? this.listed(item) : this.decorator(item))));
  }

  private textOf(node: Node | null): string | null {
    const constant = node && constantOf(node, this.tree.names);
    return constant?.kind === 'string' ? constant.value : null;
  }

  private *calls(word: string): Generator<Shape<'call'>> {
    for (const offset of this.tree.index.offsets({ word, levels: 1, role: 'property' })) {
      const member = this.tree.index.nodeAt(offset).parent;
      const call = member?.parent;
      if (member?.kind === 'member' && call?.kind === 'call' && call.callee === member) yield call;
    }
  }
}

interface Owner {
  key: unknown;
  /** The app itself, or a blueprint that an app of this file takes. */
  app: boolean;
  /** Null when it is not a literal. */
  prefix: string | null;
  before: Guarding;
}

/** Ends and parts of names of decorators that turn callers away. */
const guardian =
  /(?:login|auth|token|jwt|role|roles|admin|permission|permissions|scope|scopes|user|key|signature|staff|superuser|session|confirmed|member|owner)_?(?:is_)?(?:required|needed|accepted|only|protected)|_required$|^(?:require|requires|required|protect|restrict|secured?|authorized?|authenticated?|allow_only|only_)(?:_|$)|permission|^fresh_|^internal_only|hmac|signed/i;
const harmless =
  /^(?:cache\w*|cached|limit\w*|limiter|rate_?limit\w*|cross_origin|swag_from|doc|expect|marshal_with|response|arguments|input|output|wraps|errorhandler|exempt|csrf_exempt|validate\w*|use_kwargs|use_args|timed|trace\w*|log\w*|track\w*|api_doc|inject|csrf\w*|nocache|templated|async_\w+|with_db|transactional|json_\w+|measure\w*|retry|handle_\w+|catch\w*)$/i;

const isTrue = (node: Node): boolean => node.kind === 'bool' && node.value;
const nameOf = (node: Shape<'class'>): string => (node.name ? lastName(node.name) : '');

const strongest = (all: readonly Guarding[]): Guarding =>
  all.includes('guard') ? 'guard' : all.includes('maybe') ? 'maybe' : 'none';
