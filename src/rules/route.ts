/**
 * The key of a rule with `mode: route`:
 *
 *     route:
 *       frameworks: [express]
 *       mutating: true
 *       unguarded: true
 */
import { type FrameworkName, frameworkNames, type Needs, type RouteSpec } from '../model/rule.ts';
import { frameworkNeeds } from './framework-needs.ts';
import { checkRegex } from './regex.ts';
import { boolOf, mapOf, onlyKeys, RuleError, textOf, textsOf, type Yaml } from './yaml.ts';

const keys: ReadonlySet<string> = new Set([
  'frameworks',
  'mutating',
  'unguarded',
  'touches-data',
  'unscoped',
  'evident',
  'late',
  'without-role',
  'path',
  'name',
  'guards',
  'public',
]);

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
  const path = regex('path');
  const name = regex('name');
  const route: RouteSpec = {
    frameworks,
    ...(flag('mutating') && { mutating: true }),
    ...(flag('unguarded') && { unguarded: true }),
    ...(flag('touches-data') && { touchesData: true }),
    ...(flag('evident') && { evident: true }),
    ...(flag('unscoped') && { unscoped: true }),
    ...(flag('late') && { late: true }),
    ...(flag('without-role') && { withoutRole: true }),
    ...(guards !== undefined && { guards }),
    ...(open !== undefined && { public: open }),
    ...(path !== undefined && { path }),
    ...(name !== undefined && { name }),
  };
  return { route, needs: { kind: 'any', of: frameworks.map((framework) => frameworkNeeds[framework]) } };
}
