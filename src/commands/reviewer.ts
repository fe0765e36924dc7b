/** A review with everything it needs: rules, parsers, and the words for what was found. */
import type { Io } from '../host/io.ts';
import type { Failure } from '../model/finding.ts';
import type { Rule, RuleText } from '../model/rule.ts';
import type { ToolCall } from '../model/toolcall.ts';
import type { World } from '../model/world.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';
import { suppressionAdded } from '../policy/suppression.ts';
import { type Report, report } from '../report/report.ts';
import { review } from '../review.ts';
import type { Reviewed } from './hook-call.ts';
import { makeParsers } from './parsers.ts';
import { hookRules, type RuleShelf } from './ruleset.ts';
import { itself, scanTools } from './scan-tools.ts';

/** Judges the call of a hook. `failures` are those met before, which count as well. */
export async function reviewCall(call: ToolCall, world: World, policy: Policy, failures: Failure[], io: Io): Promise<Reviewed> {
  const parsers = makeParsers(io);
  const shelf = await hookRules(policy, parsers);
  return reviewWith(shelf, call, world, policy, [...failures, ...shelf.failures], parsers);
}

/** Judges a shell command with the given rules, as a hook would. */
export async function reviewCommand(
  command: string,
  world: World,
  cwd: string,
  policy: Policy,
  rules: Rule[],
  parsers: Parsers,
): Promise<Report> {
  const call: ToolCall = {
    agent: 'claude-code',
    event: 'pre-tool',
    eventName: '',
    cwd,
    tool: '',
    action: { kind: 'shell', shell: 'posix', command },
  };
  const reviewed = await reviewWith({ heads: rules, bodyOf: itself, failures: [] }, call, world, policy, [], parsers);
  return report(reviewed.verdict, reviewed);
}

async function reviewWith(
  { heads, bodyOf }: RuleShelf,
  call: ToolCall,
  world: World,
  policy: Policy,
  failures: readonly Failure[],
  parsers: Parsers,
): Promise<Reviewed> {
  const tools = await scanTools(heads, parsers, bodyOf);
  const { verdict, texts } = await review(call, world, policy, heads, tools, failures);
  return {
    verdict,
    textOf: (path) => texts.get(path) ?? null,
    ruleOf(id): RuleText | null {
      if (id === suppressionAdded.id) return suppressionAdded;
      const head = heads.find((candidate) => candidate.id === id);
      return head ? bodyOf(head) : null;
    },
  };
}
