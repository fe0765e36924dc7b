/**
 * NestJS: methods of `@Controller` classes. Guards stand on the method, the class, or the whole app (`APP_GUARD`,
 * `useGlobalGuards`). https://docs.nestjs.com/guards
 */
import type { Project } from '../project.ts';
import type { Framework, Guarding } from '../route.ts';
import { lastName } from '../route-body.ts';
import { decoratedMethods, decoratorName, textArgument } from './class-decorators.ts';
import { importsFrom } from './javascript-exports.ts';
import { knowsUsers } from './javascript-guards.ts';

const holders: ReadonlySet<string> = new Set(['Controller', 'RestController', 'JsonController']);
const words: ReadonlySet<string> = new Set(['Post', 'Put', 'Patch', 'Delete', 'Get', 'All']);

export const nest: Framework = {
  routes(tree, isGuard) {
    if (!importsFrom(tree, '@nestjs/common|routing-controllers')) return [];
    const everywhere = isGlobal(tree.source);
    return decoratedMethods(tree, holders, words, isGuard).map(({ owner, method, decorator, own }) => {
      const base = textArgument(owner.decorators.find((one) => holders.has(decoratorName(one))));
      const path = `/${[base, textArgument(decorator)]
        .flatMap((part) => part.split('/'))
        .filter((part) => part !== '')
        .join('/')}`;
      return {
        method: decoratorName(decorator).toLowerCase(),
        path,
        start: decorator.start,
        end: decorator.end,
        name: method.name ? lastName(method.name) : '',
        // Without the decorators of its parameters.
        handler: method.body ?? method,
        own: everywhere ? 'guard' : own,
        before: [],
        owner,
        open: false,
      };
    });
  },
  knowsUsers: (tree) => knowsUsers(tree) || /\bUseGuards\b|@nestjs\/(?:jwt|passport)/.test(tree.source),
  guardedAbove: (_route, project) => aboveAll(project),
};

const isGlobal = (source: string): boolean =>
  [...source.matchAll(/provide\s*:\s*APP_GUARD\s*,\s*use(?:Class|Existing|Factory)\s*:\s*(\w*)/g)].some(
    ([, name = '']) => !/throttl|rate|limit/i.test(name),
  ) || /\.useGlobalGuards\(/.test(source);

/** Guards of the whole app, as far as its root module and its entry show. */
function aboveAll(project: Project): Guarding {
  const roots = [
    ['app.module.ts', 'src/app.module.ts'],
    ['main.ts', 'src/main.ts'],
    ['auth/auth.module.ts', 'src/auth/auth.module.ts', 'modules/auth/auth.module.ts', 'src/modules/auth/auth.module.ts'],
  ].map((names) => project.find(names));
  if (roots.some((root) => root && isGlobal(root.text))) return 'guard';
  return 'none';
}
