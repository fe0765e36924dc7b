/** Joins what a review needs: rules, parsers, policy. */
import { effectsOf } from '../effects/effects.ts';
import { displayPath } from '../effects/paths.ts';
import { sourcesOf } from '../effects/sources.ts';
import { delta } from '../engine/delta.ts';
import { scan, type ScanTools } from '../engine/scan.ts';
import type { Io } from '../host/io.ts';
import type { Source, WriteEffect } from '../model/effect.ts';
import type { Failure, Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { ToolCall } from '../model/toolcall.ts';
import type { World } from '../model/world.ts';
import type { Parsers } from '../parse/backends.ts';
import { decide } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { suppress, suppressionAdded, suppressionFindings } from '../policy/suppression.ts';
import type { Report } from '../report/report.ts';
import { report } from '../report/report.ts';
import type { Reviewed } from './hook-call.ts';
import { makeParsers } from './parsers.ts';
import { chosenRules } from './ruleset.ts';
import { scanTools } from './scan-tools.ts';

export async function reviewCall(call: ToolCall, world: World, policy: Policy, failures: Failure[], io: Io): Promise<Reviewed> {
  const parsers = makeParsers(io);
  const { rules, failures: broken } = await chosenRules({ bundled: true }, [], policy, io.cwd, parsers);
  return reviewWith(call, world, policy, [...failures, ...broken], rules, await scanTools(rules, parsers));
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
  const reviewed = await reviewWith(call, world, policy, [], rules, await scanTools(rules, parsers));
  return report(reviewed.verdict, reviewed);
}

async function reviewWith(
  call: ToolCall,
  world: World,
  policy: Policy,
  failures: Failure[],
  rules: readonly Rule[],
  tools: ScanTools,
): Promise<Reviewed> {
  const texts = new Map<string, string>();
  const findings: Finding[] = [];
  for (const effect of effectsOf(call, world, (script, cwd) => [{ kind: 'run', shell: 'posix', script, cwd }])) {
    if (effect.kind === 'write') await reviewWrite(effect, world, rules, tools, texts, findings, failures);
  }
  return {
    verdict: decide(findings, failures, policy),
    textOf: (path) => texts.get(path) ?? null,
    ruleOf: (id) => rules.find((rule) => rule.id === id) ?? (id === suppressionAdded.id ? suppressionAdded : null),
  };
}

async function reviewWrite(
  effect: WriteEffect,
  world: World,
  rules: readonly Rule[],
  tools: ScanTools,
  texts: Map<string, string>,
  findings: Finding[],
  failures: Failure[],
): Promise<void> {
  for (const { before, after } of sourcesOf(effect, world)) {
    texts.set(after.path, after.text);
    const found = await scan(after, rules, tools);
    failures.push(...found.failures);
    if (found.findings.length > 0) {
      const old: Source | null = before;
      const fresh = old ? delta((await scan(old, rules, tools)).findings, found.findings, old.text, after.text) : found.findings;
      findings.push(...suppress(fresh, after.text, old?.text ?? null).kept);
    }
  }
  const path = displayPath(effect.path, world);
  if (effect.after !== null) findings.push(...suppressionFindings(path, effect.before, effect.after));
}
