/** Joins what a review needs: rules, parsers, policy. */
import type { ScanTools } from '../engine/scan.ts';
import type { Io } from '../host/io.ts';
import type { Failure } from '../model/finding.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import type { ToolCall } from '../model/toolcall.ts';
import type { World } from '../model/world.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';
import { suppressionAdded } from '../policy/suppression.ts';
import type { Report } from '../report/report.ts';
import { review } from '../review.ts';
import { report } from '../report/report.ts';
import type { Reviewed } from './hook-call.ts';
import { makeParsers } from './parsers.ts';
import { hookRules } from './ruleset.ts';
import { itself, scanTools } from './scan-tools.ts';

export async function reviewCall(call: ToolCall, world: World, policy: Policy, failures: Failure[], io: Io): Promise<Reviewed> {
  const parsers = makeParsers(io);
  const shelf = await hookRules(policy, parsers);
  const tools = await scanTools(shelf.heads, parsers, shelf.bodyOf);
  return reviewWith(call, world, policy, [...failures, ...shelf.failures], shelf.heads, tools);
}

export async function reviewCommand(command: string, world: World, policy: Policy, rules: readonly Rule[], parsers: Parsers): Promise<Report> {
  const call: ToolCall = {
    agent: 'claude-code',
    event: 'pre-tool',
    eventName: '',
    cwd: world.workspace,
    tool: '',
    action: { kind: 'shell', shell: 'posix', command },
  };
  const reviewed = await reviewWith(call, world, policy, [], rules, await scanTools(rules, parsers, itself));
  return report(reviewed.verdict, reviewed);
}

async function reviewWith(
  call: ToolCall,
  world: World,
  policy: Policy,
  failures: Failure[],
  rules: readonly RuleHead[],
  tools: ScanTools,
): Promise<Reviewed> {
  const { verdict, texts } = await review(call, world, policy, rules, tools, failures);
  return {
    verdict,
    textOf: (path) => texts.get(path) ?? null,
    ruleOf(id) {
      const head = rules.find((rule) => rule.id === id);
      return head ? (tools.bodies([head])[0] ?? null) : id === suppressionAdded.id ? suppressionAdded : null;
    },
  };
}
