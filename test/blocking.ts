/** The bundled rules that stop a call under the built-in policy: deny, or ask a person. */
import { blockingAmong } from '../scripts/packs.ts';
import type { Rule } from '../src/model/rule.ts';
import { bundledRules } from '../src/rules/bundle.ts';

export const blockingRules = (): Promise<Rule[]> => blockingAmong(bundledRules());
