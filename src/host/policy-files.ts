/** Where policy files lie, and reading them. */
import { isAbsolute, join } from 'node:path';
import type { Failure } from '../model/finding.ts';
import { type PolicyFile, resolvePolicy } from '../policy/layer.ts';
import type { Origin, Policy } from '../policy/policy.ts';
import { homeOf, readFile } from './world.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface PolicyPlace {
  origin: Origin;
  path: string;
}

export const POLICY_NAME = 'forestall.json';

/** Every place that is looked at, weakest first. Of two places of one origin the first file found counts. */
export function policyPlaces(workspace: string, env: Env, platform: NodeJS.Platform = process.platform): PolicyPlace[] {
  const places: PolicyPlace[] = [];
  const config = userConfig(env, platform);
  if (config !== '') places.push({ origin: 'user', path: join(config, 'forestall', POLICY_NAME) });
  places.push({ origin: 'repo', path: join(workspace, POLICY_NAME) });
  places.push({ origin: 'repo', path: join(workspace, '.forestall', POLICY_NAME) });
  places.push({ origin: 'managed', path: managedPath(env, platform) });
  return places;
}

function userConfig(env: Env, platform: NodeJS.Platform): string {
  const named = platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME'];
  if (named && isAbsolute(named)) return named;
  const home = homeOf(env);
  return home === '' ? '' : platform === 'win32' ? join(home, 'AppData', 'Roaming') : join(home, '.config');
}

function managedPath(env: Env, platform: NodeJS.Platform): string {
  switch (platform) {
    case 'darwin':
      return '/Library/Application Support/Forestall/policy.json';
    case 'win32':
      return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Forestall', 'policy.json');
    default:
      return '/etc/forestall/policy.json';
  }
}

/** Reads the bundled rules: only asked where a policy names a standard. */
async function standardRules(standard: string): Promise<string[]> {
  const [{ bundledRules }, { inStandard }] = await Promise.all([import('../rules/bundle.ts'), import('../policy/standards.ts')]);
  return bundledRules().flatMap((rule) => (inStandard(standard, rule) ? rule.id : []));
}

/** The policy for a workspace. What cannot be read or understood is a failure; the other files still count. */
export async function loadPolicy(places: readonly PolicyPlace[]): Promise<{ policy: Policy; failures: Failure[] }> {
  const files: PolicyFile[] = [];
  const failures: Failure[] = [];
  const fail = (path: string, message: string) => failures.push({ kind: 'bad-policy', path, line: null, ruleId: null, message });
  for (const { origin, path } of places) {
    const read = readFile(path);
    switch (read.kind) {
      case 'missing':
        break;
      case 'text': {
        const first = files.find((file) => file.origin === origin);
        if (first) fail(path, `not used: ${first.path} takes its place`);
        else files.push({ origin, path, text: read.text });
        break;
      }
      case 'unreadable':
        fail(path, `cannot be read: ${read.message}`);
        break;
      case 'directory':
      case 'binary':
      case 'too-large':
        fail(path, `not a policy file: ${read.kind}`);
        break;
      default:
        read satisfies never;
    }
  }
  const resolved = await resolvePolicy(files, standardRules);
  return { policy: resolved.policy, failures: [...failures, ...resolved.failures] };
}
