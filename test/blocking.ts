/** The bundled rules that stop a call under the built-in policy: deny, or ask a person. */
import type { Rule } from '../src/model/rule.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { bundledRules } from '../src/rules/bundle.ts';

export async function blockingRules(): Promise<Rule[]> {
  const { policy } = await resolvePolicy([]);
  return bundledRules().filter(({ id, severity, confidence }) => {
    const byTable = policy.decisions[severity][confidence];
    const setting = policy.opinions.builtIn.about(id, 'src/app')?.setting ?? 'on';
    const decision = setting === 'on' ? byTable : setting;
    return decision === 'deny' || decision === 'ask';
  });
}
