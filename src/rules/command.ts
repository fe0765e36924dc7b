// Placeholder until the shell lane writes it: replace this file.
import type { Needs, RuleBody } from '../model/rule.ts';
import type { Yaml } from './yaml.ts';
export function compileCommand(_rule: Extract<Yaml, { kind: 'map' }>): { body: Omit<Extract<RuleBody, { mode: 'command' }>, 'mode'>; needs: Needs } {
  throw new Error('command rules are not there yet');
}
