/** A review with everything it needs: rules, parsers, and the words for what was found. */
import { resolvePath } from '../effects/paths.ts';
import type { SourceChange } from '../effects/sources.ts';
import type { ScanTools } from '../engine/scan.ts';
import type { Io } from '../host/io.ts';
import type { RunEffect } from '../model/effect.ts';
import type { Failure } from '../model/finding.ts';
import type { Rule, RuleText } from '../model/rule.ts';
import type { ToolCall } from '../model/toolcall.ts';
import type { World } from '../model/world.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';
import { unwrittenRules } from '../policy/unwritten.ts';
import type { Report } from '../report/report.ts';
import { type Review, review, reviewTexts as reviewChanges } from '../review.ts';
import { type RuleShelf, shelfOf } from '../rules/shelf.ts';
import type { Reviewed } from './hook-call.ts';
import { hookRules } from './hook-rules.ts';
import { makeParsers } from './parsers.ts';
import { scanTools } from './scan-tools.ts';

/** Judges the call of a hook. `failures` are those met before, which count as well. */
export async function reviewCall(call: ToolCall, world: World, policy: Policy, failures: Failure[], io: Io): Promise<Reviewed> {
  const parsers = makeParsers(io);
  const { shelf, failures: more } = await hookRules(policy, parsers);
  return reviewWith(shelf, call, world, policy, [...failures, ...more], parsers);
}

/** Judges texts that no call would write, with the rules of a hook. */
export async function reviewTexts(changes: readonly SourceChange[], world: World, policy: Policy, io: Io): Promise<Reviewed> {
  const parsers = makeParsers(io);
  const { shelf } = await hookRules(policy, parsers);
  return reviewedBy(shelf, world, policy, parsers, (tools) => reviewChanges(changes, world, policy, shelf, tools));
}

/** Judges a shell command with the given rules, as a hook would. */
export async function reviewCommand(
  command: string,
  shell: RunEffect['shell'],
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
    action: { kind: 'shell', shell, command },
  };
  const [{ report }, reviewed] = await Promise.all([
    import('../report/report.ts'),
    reviewWith(shelfOf(rules), call, world, policy, [], parsers),
  ]);
  return report(reviewed.verdict, reviewed);
}

const reviewWith = (
  shelf: RuleShelf,
  call: ToolCall,
  world: World,
  policy: Policy,
  failures: readonly Failure[],
  parsers: Parsers,
): Promise<Reviewed> => reviewedBy(shelf, world, policy, parsers, (tools) => review(call, world, policy, shelf, tools, failures));

/** With the words of the rules that were asked. */
async function reviewedBy(
  shelf: RuleShelf,
  world: World,
  policy: Policy,
  parsers: Parsers,
  run: (tools: ScanTools) => Promise<Review>,
): Promise<Reviewed> {
  const seen = new Map<string, RuleText>();
  const tools = scanTools(
    parsers,
    (head) => {
      const rule = shelf.bodyOf(head);
      if (rule) seen.set(rule.id, rule);
      return rule;
    },
    (path) => {
      const read = world.readFile(resolvePath(path, world.workspace, world));
      return read.kind === 'text' ? read.text : null;
    },
    policy,
  );
  const { verdict, texts } = await run(tools);
  return {
    verdict,
    textOf: (path) => texts.get(path) ?? null,
    ruleOf: (id) => unwrittenRules.find((rule) => rule.id === id) ?? seen.get(id) ?? null,
  };
}
