/** Rules that have no file: what they find, no pattern of code can say. */
import type { RuleText } from '../model/rule.ts';
import { serverNotApproved } from './mcp-allow.ts';
import { suppressionAdded } from './suppression.ts';

export const unwrittenRules: readonly (RuleText & { id: string })[] = [suppressionAdded, serverNotApproved];
