/**
 * The key of a rule with `mode: route`:
 *
 *     route:
 *       frameworks: [express]
 *       mutating: true
 *       unguarded: true
 */
import { type FrameworkName, frameworkNames, type Needs, type RouteSpec } from '../model/rule.ts';
import { checkRegex } from './regex.ts';
import { boolOf, mapOf, onlyKeys, RuleError, textOf, textsOf, type Yaml } from './yaml.ts';

const keys: ReadonlySet<string> = new Set(['frameworks', 'mutating', 'unguarded', 'touches-data', 'guards', 'public']);

export function compileRoute(yaml: Yaml): { route: RouteSpec; needs: Needs } {
  const map = mapOf(yaml, '`route`');
  onlyKeys(map, keys, 'key');
  const { entries } = map;
  const frameworksOf = entries.get('frameworks')?.value;
  if (!frameworksOf) throw new RuleError('`route` needs `frameworks`', map.line);
  const frameworks = textsOf(frameworksOf, 'frameworks').map((name): FrameworkName => {
    if (!(frameworkNames as readonly string[]).includes(name))
      throw new RuleError(`unknown framework \`${name}\``, frameworksOf.line);
    return name as FrameworkName;
  });
  const flag = (key: string): boolean => {
    const value = entries.get(key)?.value;
    return value !== undefined && boolOf(value, key);
  };
  const regex = (key: string): string | undefined => {
    const value = entries.get(key)?.value;
    return value && checkRegex(textOf(value, key), value.line).regex;
  };
  const guards = regex('guards');
  const open = regex('public');
  const route: RouteSpec = {
    frameworks,
    ...(flag('mutating') && { mutating: true }),
    ...(flag('unguarded') && { unguarded: true }),
    ...(flag('touches-data') && { touchesData: true }),
    ...(guards !== undefined && { guards }),
    ...(open !== undefined && { public: open }),
  };
  return { route, needs: { kind: 'all', of: [anyWord(methods), { kind: 'any', of: frameworks.map((name) => signs[name]) }] } };
}

const anyWord = (words: readonly string[]): Needs => ({ kind: 'any', of: words.map((value) => ({ kind: 'word', value })) });

const methods = ['post', 'put', 'patch', 'delete', 'del', 'all', 'get', 'api_route'];

/** What stands in every file that declares routes of the framework. */
const signs: Readonly<Record<FrameworkName, Needs>> = {
  express: {
    kind: 'any',
    of: [
      anyWord(['express', 'Express', 'Router', 'restify', 'polka']),
      // A function that is handed the app.
      { kind: 'all', of: [anyWord(['app', 'router', 'server', 'api']), anyWord(['req', '_req', 'request'])] },
    ],
  },
  fastapi: anyWord(['fastapi', 'starlette']),
};
