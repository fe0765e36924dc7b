/** Classes whose decorators declare what their methods answer to: NestJS controllers, resolvers of NestJS and TypeGraphQL. */
import { childrenOf, type Node, type Shape } from '../../model/tree.ts';
import { isGuardName } from '../guard-name.ts';
import type { Guarding } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

export interface DecoratedMethod {
  owner: Shape<'class'>;
  method: Shape<'func'>;
  /** The decorator that declares it. */
  decorator: Node;
  own: Guarding;
}

export const decoratorName = (decorator: Node): string => lastName(decorator.kind === 'call' ? decorator.callee : decorator);

export function textArgument(decorator: Node | undefined): string {
  const first = decorator?.kind === 'call' ? decorator.args[0] : undefined;
  if (first?.kind === 'string') return first.value;
  const path =
    first?.kind === 'object' ? first.props.find((prop) => prop.kind === 'pair' && lastName(prop.key) === 'path') : undefined;
  return path?.kind === 'pair' && path.value.kind === 'string' ? path.value.value : '';
}

/** Methods that bear one of `words`, of classes that bear one of `holders`. */
export function decoratedMethods(
  tree: Tree,
  holders: ReadonlySet<string>,
  words: ReadonlySet<string>,
  isGuard: (name: string) => boolean,
): DecoratedMethod[] {
  const { program } = tree;
  const found: DecoratedMethod[] = [];
  for (const owner of program.kind === 'program' ? classesIn(program.body) : []) {
    if (!owner.decorators.some((decorator) => holders.has(decoratorName(decorator)))) continue;
    const onClass = guarding(owner.decorators, isGuard);
    for (const method of owner.body) {
      if (method.kind !== 'func') continue;
      const decorator = method.decorators.find((one) => words.has(decoratorName(one)));
      if (!decorator) continue;
      const onMethod = guarding(method.decorators, isGuard);
      const isPublic = [...method.decorators, ...owner.decorators].some((one) => open.test(decoratorName(one)));
      const told = method.params.some(
        (param) => param.kind === 'param' && param.decorators.some((one) => callers.test(decoratorName(one))),
      );
      const own =
        onClass === 'guard' || onMethod === 'guard'
          ? 'guard'
          : isPublic || told || onClass === 'maybe' || onMethod === 'maybe'
            ? 'maybe'
            : 'none';
      found.push({ owner, method, decorator, own });
    }
  }
  return found;
}

const classesIn = (body: readonly Node[]): Shape<'class'>[] =>
  body.flatMap((node) => (node.kind === 'class' ? [node] : node.kind === 'namespace' ? classesIn(childrenOf(node)) : []));

const open = /^(?:Public|SkipAuth|NoAuth|AllowAnonymous|IsPublic|AllowUnauthorized\w*|Unprotected|AllowPublic)$/;
/** Parameters that are handed the caller, whom a guard must have found. */
const callers =
  /^(?:(?:Current|Get|Auth|Active|Req|Request|Logged\w*)?_?(?:User|Account|Member|Session)(?:Id)?|Principal|Identity|Jwt\w*|Token\w*)$/;
/** Decorators that only tell something to a guard which stands elsewhere. */
const told = /^(?:Roles?|Permissions?|Scopes?|Resource|CheckPolic\w+|Acl|Policies)$/;

function guarding(decorators: readonly Node[], isGuard: (name: string) => boolean): Guarding {
  let found: Guarding = 'none';
  for (const decorator of decorators) {
    const name = decoratorName(decorator);
    if (/^Api[A-Z]/.test(name)) continue;
    if (name === 'UseGuards' || name === 'UseMiddleware' || name === 'Use' || name === 'UseBefore') {
      const named =
        decorator.kind === 'call'
          ? decorator.args.map((arg) => lastName(arg.kind === 'call' ? arg.callee : arg.kind === 'new' ? arg.callee : arg))
          : [];
      // A limit on the number of calls is no question of who is asking.
      if (named.some((one) => !/throttl|rate|limit|log|cache|valid/i.test(one))) return 'guard';
    } else if (isGuard(name) || isGuardName(name) || /^(?:Auth|Authorized|Authenticated|Protected|Secured)$/.test(name))
      return 'guard';
    else if (told.test(name)) found = 'maybe';
  }
  return found;
}
