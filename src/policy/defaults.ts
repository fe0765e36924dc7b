/** The built-in policy: what holds where no file says anything. `docs/policy.md` explains it. */

import type { Decision } from '../model/verdict.ts';
import type { DecisionTable, EventName, FailureCause, Selector, Setting } from './policy.ts';

/**
 * A finding blocks when being wrong about it is rare (confidence) and being right about it matters (severity); the rest
 * is told to the agent, which can still mend it.
 */
export const defaultDecisions: DecisionTable = {
  critical: { high: 'deny', medium: 'deny', low: 'warn' },
  high: { high: 'deny', medium: 'deny', low: 'warn' },
  medium: { high: 'warn', medium: 'warn', low: 'warn' },
  low: { high: 'warn', medium: 'warn', low: 'warn' },
  info: { high: 'allow', medium: 'allow', low: 'allow' },
};

export const defaultOnFailure: Readonly<Record<FailureCause, Decision>> = {
  // A call that cannot be read cannot be judged, and agents send well-formed calls.
  'bad-payload': 'deny',
  'bad-rule': 'warn',
  'bad-policy': 'warn',
  unreadable: 'warn',
  unparsed: 'warn',
  // What cannot be read cannot be judged, and text that confuses the reader is the oldest way past a guard.
  'unread-command': 'ask',
  // Half-written code is everyday work; it does not run, and the edit that completes it is judged whole.
  'invalid-code': 'allow',
  'too-large': 'warn',
  // Text made to outlast the time limit is the likeliest way past a scanner, so a person decides.
  timeout: 'ask',
  // Flows through more calls than are followed: rare, and nothing that an agent could mend.
  'bounded-analysis': 'allow',
  internal: 'warn',
};

/** The call of a tool is where things are stopped; elsewhere the agent is told, save that no secret is sent to a model. */
export const defaultEvents: Readonly<Record<EventName, Decision>> = {
  'post-tool': 'warn',
  prompt: 'deny',
  'session-start': 'warn',
  stop: 'warn',
};

/** Rules whose decision the table cannot say: medium faults that text alone proves, and acts that a person should decide. */
export const defaultRules: Readonly<Record<Selector, Setting>> = {
  'injection/open-redirect': 'deny',
  'injection/open-redirect-csharp': 'deny',
  'injection/open-redirect-go': 'deny',
  'injection/open-redirect-java': 'deny',
  'injection/open-redirect-php': 'deny',
  'injection/open-redirect-ruby': 'deny',
  'tokens/token-in-url': 'deny',
  'tokens/tls-old-version': 'deny',
  'tokens/ssh-hostkey-ignore': 'deny',
  'api/stack-trace-to-client': 'deny',
  'mcp/annotation-mismatch': 'deny',
  'mcp/schema-remote-ref-or-hidden-text': 'deny',
  'web/state-json-in-script': 'deny',
  'deps/integrity-check-off': 'deny',
  'iac/deletion-protection-off': 'ask',
  'ci/unapproved-workflow-step': 'ask',
  'shell/git-history-rewrite': 'ask',
  'shell/db-destroy-local': 'ask',
  'shell/dotenv-read': 'ask',
  'shell/vendor-script-exec': 'ask',
  'shell/container-volume-prune': 'ask',
  'shell/publish-release': 'ask',
  'shell/tunnel-expose': 'ask',
  'shell/git-remote-redirect': 'ask',
  'shell/secret-store-read': 'ask',
  'shell/download-run-binary': 'ask',
  'shell/ephemeral-package-exec': 'ask',
  'shell/sudo-escalation': 'ask',
  'guard/security-step-removed': 'ask',
  'deps/too-new-version': 'ask',
  'deps/new-dependency-unvetted': 'ask',
  'guard/suppression-added': 'warn',
};
