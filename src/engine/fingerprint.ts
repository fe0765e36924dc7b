/** What makes two findings of one rule the same finding. */
import { digest } from '../rules/digest.ts';

/**
 * By rule and code, white space aside, so that a finding keeps its fingerprint when it moves. `origin` is the code of a
 * taint source: the same sink fed by something else is another finding.
 */
export function fingerprintOf(ruleId: string, code: string, origin: string): string {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return digest(`${ruleId}\n${plain(code)}\n${plain(origin)}`);
}
