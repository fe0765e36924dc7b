/**
 * FastAPI: functions decorated with `@router.post(path)`. Guards are dependencies: of a parameter (`Depends`, `Security`,
 * an `Annotated` alias), of the decorator, the router, the app or `include_router`; or middleware of the app.
 * https://fastapi.tiangolo.com/tutorial/security/
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { isGuardName } from '../guard-name.ts';
import { liesIn } from '../locate.ts';
import type { Range } from '../matches.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'api_route'];

export const fastapi: Framework = {
  routes(tree, isGuard, within) {
    return /\b(?:from|import)\s+(?:fastapi|starlette)\b/.test(tree.source) ? new FastapiFile(tree, isGuard, within).routes() : [];
  },
  knowsUsers: ({ source }) =>
    /\bfastapi\.security\b|\b(?:from|import)\s+(?:jose|jwt|passlib|authlib|fastapi_users|fastapi_jwt_auth|pwdlib|bcrypt|argon2|firebase_admin)\b|OAuth2PasswordBearer|HTTPBearer|APIKeyHeader|get_current_user|current_user\b/.test(
      source,
    ) || /\b(?:from|import)\s+[\w.]*\b(?:auth|security|permissions)\b/.test(source),
};

/** Ends of names of dependencies that hand over a tool or read the request's shape. */
const tools =
  'db database session engine conn connection settings config service repo repository client redis cache logger log ' +
  'pagination paginate page params query filter uow unit_of_work storage bucket queue broker mailer email manager bus ' +
  'producer model limiter rate_limit background form dao crud usecase use_case gateway handler context locale language ' +
  'request_id factory backend store pool transaction provider registry processor index collection state clock time ' +
  'generator';
const plain = new RegExp(`(?:${tools.split(' ').join('|')})s?$`, 'i');
/** Parts of names of dependencies that turn callers away. */
const guards =
  'auth jwt token api_?key permission role scope admin superuser logged_?in login principal identity credential bearer ' +
  'signature security ^get_\\w*user$ active_user ^user$ acl access owner basic$ csrf secret';
const guardian = new RegExp(
  `current_?\\w*(?:user|account|principal|member|customer|employee)|${guards.split(' ').join('|')}`,
  'i',
);
const optional = /optional|maybe|anonymous|or_none/i;

class FastapiFile {
  constructor(
    private readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
    private readonly within: readonly Range[] | null,
  ) {}

  routes(): Route[] {
    const { index } = this.tree;
    const found: Route[] = [];
    for (const word of methods)
      for (const offset of index.offsets({ word, levels: 1, role: 'property' })) {
        if (!liesIn(offset, this.within)) continue;
        const name = index.nodeAt(offset);
        const member = name.parent;
        const call = member?.parent;
        const func = call?.parent;
        if (member?.kind !== 'member' || call?.kind !== 'call' || call.callee !== member || func?.kind !== 'func') continue;
        if (!func.decorators.includes(call) || member.object.kind !== 'name') continue;
        const route = this.route(word, call, member.object, func);
        if (route) found.push(...route);
      }
    return found.sort((a, b) => a.start - b.start);
  }

  private route(word: string, call: Shape<'call'>, owner: Shape<'name'>, func: Shape<'func'>): Route[] | null {
    const [binding] = this.tree.names.bindings(owner);
    const made = binding?.value?.kind === 'call' ? binding.value : null;
    const maker = made ? lastName(made.callee) : null;
    // Other frameworks have decorators of the same look.
    if (binding?.value && maker !== 'FastAPI' && maker !== 'APIRouter' && !(maker !== null && /Router$/.test(maker))) return null;
    const key = binding?.node ?? owner.name;
    const pathArg = call.args.find((arg) => arg.kind !== 'named') ?? named(call, 'path');
    const path = pathArg ? constantOf(pathArg, this.tree.names) : null;
    const prefix = made ? this.text(named(made, 'prefix')) : '';
    const own = strongest([
      ...func.params.map((param) => this.parameter(param)),
      this.dependencies(call),
      ...func.decorators.filter((decorator) => decorator !== call).map((decorator) => this.decorator(decorator)),
    ]);
    const onRouter = made ? this.dependencies(made) : 'none';
    const mounts = this.mountsOf(key);
    const isApp = maker === 'FastAPI';
    const onApp = isApp ? this.onApp(key) : 'none';
    const before =
      mounts.length === 0
        ? [strongest([onRouter, onApp])]
        : mounts.map(({ call: mount, app }) => strongest([onRouter, this.dependencies(mount), this.onApp(app)]));
    const whole =
      path?.kind === 'string' && prefix !== null
        ? `${this.text(mounts[0] && named(mounts[0].call, 'prefix')) ?? ''}${prefix}${path.value}`
        : null;
    const answered = word === 'api_route' ? this.methodsOf(call) : [word];
    return answered.map((method) => ({
      method,
      path: whole,
      start: call.start,
      end: pathArg?.end ?? call.callee.end,
      name: func.name ? lastName(func.name) : '',
      handler: func,
      own,
      before,
      owner: key,
      open: !isApp && mounts.length === 0,
    }));
  }

  private methodsOf(call: Shape<'call'>): string[] {
    const list = named(call, 'methods');
    const all =
      list?.kind === 'array'
        ? list.elements.flatMap((item) => (item.kind === 'string' ? [item.value.toLowerCase()] : []))
        : ['get'];
    return [all.find((method) => method !== 'get') ?? 'get'];
  }

  private text(node: Node | null | undefined): string | null {
    if (!node) return '';
    const constant = constantOf(node, this.tree.names);
    return constant?.kind === 'string' ? constant.value : null;
  }

  /** Calls `app.include_router(router, …)` of this file. */
  private mountsOf(router: unknown): { call: Shape<'call'>; app: unknown }[] {
    return this.callsOf('include_router').flatMap((call) => {
      const [first] = call.args;
      if (first?.kind !== 'name' || this.tree.names.bindings(first)[0]?.node !== router) return [];
      const { object } = call.callee as Shape<'member'>;
      return [{ call, app: object.kind === 'name' ? (this.tree.names.bindings(object)[0]?.node ?? object.name) : null }];
    });
  }

  private *each(word: string): Generator<Shape<'call'>> {
    const { index } = this.tree;
    for (const offset of index.offsets({ word, levels: 1, role: 'property' })) {
      const member = index.nodeAt(offset).parent;
      const call = member?.parent;
      if (member?.kind === 'member' && call?.kind === 'call' && call.callee === member) yield call;
    }
  }

  private callsOf(word: string): Shape<'call'>[] {
    return [...this.each(word)];
  }

  /** What the app itself asks of every caller. */
  private onApp(app: unknown): Guarding {
    const value = this.valueOf(app);
    const middleware = this.callsOf('add_middleware').map((call): Guarding => {
      const name = call.args[0] ? lastName(call.args[0]) : '';
      return /auth|jwt|token|apikey|security/i.test(name) ? 'guard' : 'none';
    });
    const functions = this.callsOf('middleware').map((call): Guarding => {
      const func = call.parent;
      return func?.kind === 'func' && func.body && factsOf(func.body, this.tree).rejects ? 'guard' : 'none';
    });
    return strongest([value?.kind === 'call' ? this.dependencies(value) : 'none', ...middleware, ...functions]);
  }

  private valueOf(key: unknown): Node | null {
    const node = key as Node | null;
    return node?.kind === 'name' ? (this.tree.names.bindings(node)[0]?.value ?? null) : null;
  }

  // ---- dependencies

  /** `dependencies=[Depends(a), …]` of a call. */
  private dependencies(call: Shape<'call'>): Guarding {
    const list = named(call, 'dependencies');
    if (!list) return 'none';
    if (list.kind === 'array') return strongest(list.elements.map((item) => this.dependency(item)));
    const value = list.kind === 'name' ? (this.tree.names.bindings(list)[0]?.value ?? null) : null;
    return value?.kind === 'array' ? strongest(value.elements.map((item) => this.dependency(item))) : 'maybe';
  }

  private parameter(node: Node): Guarding {
    if (node.kind !== 'param') return 'none';
    return strongest([this.dependency(node.default), this.type(node.type, node)]);
  }

  /** `Annotated[User, Depends(f)]`, or a name that stands for it. */
  private type(type: Node | null, param: Node, depth = 0): Guarding {
    if (!type) return 'none';
    if (type.kind === 'generic')
      return lastName(type.base) === 'Annotated' ? strongest(type.args.map((arg) => this.dependency(arg))) : 'none';
    if (type.kind === 'index' && lastName(type.object) === 'Annotated')
      return strongest(
        type.indices.flatMap((arg) => (arg.kind === 'array' ? arg.elements : [arg])).map((arg) => this.dependency(arg)),
      );
    const name = lastName(type);
    if (name === '') return 'none';
    const value = type.kind === 'name' && depth < 3 ? (this.tree.names.bindings(type)[0]?.value ?? null) : null;
    if (value) return this.type(value, param, depth + 1);
    if (optional.test(name)) return 'none';
    if (
      /^(?:Current|Auth|Admin|Active|Super|Verified|Require\w*|LoggedIn)\w*|(?:User|Auth|Token|Admin|Identity|Principal)Dep(?:endency)?$/.test(
        name,
      )
    )
      return 'guard';
    return 'none';
  }

  /** `Depends(f)`, `Security(f, scopes=[…])`. */
  private dependency(node: Node | null): Guarding {
    if (node?.kind !== 'call' || !/^(?:Depends|Security)$/.test(lastName(node.callee))) return 'none';
    const [target] = node.args;
    if (!target || target.kind === 'named') return lastName(node.callee) === 'Security' ? 'guard' : 'none';
    return this.target(target, 0);
  }

  private target(node: Node, depth: number): Guarding {
    const name = node.kind === 'call' ? lastName(node.callee) : lastName(node);
    if (name !== '' && this.isGuard(name)) return 'guard';
    if (optional.test(name)) return 'none';
    if (node.kind === 'name' && depth < 3) {
      const definition = this.tree.names.definition(node);
      if (definition?.kind === 'func') {
        const inner = strongest(
          definition.params.map((param) => (param.kind === 'param' ? this.parameterOf(param, depth + 1) : 'none')),
        );
        if (inner === 'guard' || (definition.body && factsOf(definition.body, this.tree).rejects)) return 'guard';
        return plain.test(name) ? 'none' : guardian.test(name) ? 'guard' : 'none';
      }
      const value = this.tree.names.bindings(node)[0]?.value ?? null;
      if (value?.kind === 'call') {
        if (/auto_error\s*=\s*False/.test(this.tree.source.slice(value.start, value.end))) return 'none';
        const maker = lastName(value.callee);
        if (guardian.test(maker)) return 'guard';
      }
    }
    if (node.kind === 'member' && node.object.kind === 'name' && guardian.test(node.object.name) && !plain.test(lastName(node)))
      return 'guard';
    if (plain.test(name)) return 'none';
    if (guardian.test(name) || isGuardName(name)) return 'guard';
    return 'maybe';
  }

  private parameterOf(param: Shape<'param'>, depth: number): Guarding {
    const { default: value } = param;
    if (value?.kind === 'call' && /^(?:Depends|Security)$/.test(lastName(value.callee)) && value.args[0])
      return this.target(value.args[0], depth);
    return this.type(param.type, param);
  }

  private decorator(node: Node): Guarding {
    const name = node.kind === 'call' ? lastName(node.callee) : lastName(node);
    if (name === '') return 'none';
    if (isGuardName(name) || this.isGuard(name) || guardian.test(name)) return 'guard';
    return /^(?:get|post|put|patch|delete|head|options|api_route|cache|limit|limiter|shared_limit|exempt|inject|wraps|override|deprecated)$/.test(
      name,
    )
      ? 'none'
      : 'maybe';
  }
}

function named(call: Shape<'call'>, name: string): Node | null {
  for (const arg of call.args) if (arg.kind === 'named' && arg.name === name) return arg.value;
  return null;
}

const strongest = (all: readonly Guarding[]): Guarding =>
  all.includes('guard') ? 'guard' : all.includes('maybe') ? 'maybe' : 'none';
