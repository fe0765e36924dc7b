/** The way of the data on one screen: a tool call → its effects → their sources → findings → what is new → the verdict. */
import { effectsOf } from './effects/effects.ts';
import { displayPath } from './effects/paths.ts';
import { commandContext, readScript, shellEffects } from './effects/shell.ts';
import { type SourceChange, sourcesOf } from './effects/sources.ts';
import { delta } from './engine/delta.ts';
import { scan, type ScanTools } from './engine/scan.ts';
import { scanEffect, scanScript } from './engine/scan-command.ts';
import type { CommandContext } from './engine/command.ts';
import type { Effect } from './model/effect.ts';
import type { Failure, Finding } from './model/finding.ts';
import type { RuleHead } from './model/rule.ts';
import type { ResolvedScript } from './model/shell.ts';
import type { ToolCall } from './model/toolcall.ts';
import type { Verdict } from './model/verdict.ts';
import type { World } from './model/world.ts';
import { decide } from './policy/decide.ts';
import type { Policy } from './policy/policy.ts';
import { suppress, suppressionFindings } from './policy/suppression.ts';

export interface Review {
  verdict: Verdict;
  effects: Effect[];
  /** The texts that findings point into, by path: files as they would be, `''` for the command itself. */
  texts: Map<string, string>;
}

/** Judges one call. `met` are failures from before, which the policy weighs as well. Rejects only where no parser can be had. */
export async function review(
  call: ToolCall,
  world: World,
  policy: Policy,
  rules: readonly RuleHead[],
  tools: ScanTools,
  met: readonly Failure[] = [],
): Promise<Review> {
  const scripts = new Map<string, ResolvedScript>();
  const effects = effectsOf(call, world, (script, cwd) => {
    const resolved = readScript(script, world, cwd);
    scripts.set(script, resolved);
    return shellEffects(script, world, cwd, resolved);
  });
  const found = new Found(rules, tools, met, commandContext(world));
  for (const effect of effects) await found.add(effect, world, policy, scripts);
  return { verdict: decide(found.findings, found.failures, policy), effects, texts: found.texts };
}

class Found {
  readonly findings: Finding[] = [];
  readonly failures: Failure[];
  readonly texts = new Map<string, string>();

  constructor(
    private readonly rules: readonly RuleHead[],
    private readonly tools: ScanTools,
    met: readonly Failure[],
    private readonly context: CommandContext,
  ) {
    this.failures = [...met];
  }

  async add(effect: Effect, world: World, policy: Policy, scripts: ReadonlyMap<string, ResolvedScript>): Promise<void> {
    const { context } = this;
    switch (effect.kind) {
      case 'write': {
        const path = displayPath(effect.path, world);
        if (!policy.ignores(path)) for (const change of sourcesOf(effect, world)) await this.change(change);
        if (effect.after !== null) this.findings.push(...suppressionFindings(path, effect.before, effect.after));
        this.findings.push(...scanEffect(effect, path, this.rules, this.tools, context));
        return;
      }
      case 'delete':
        this.findings.push(...scanEffect(effect, displayPath(effect.path, world), this.rules, this.tools, context));
        return;
      case 'run': {
        // Secrets on the command line; code in it is read by the rules for commands.
        await this.text(effect.script);
        const resolved = scripts.get(effect.script);
        if (resolved) this.findings.push(...scanScript(resolved, this.rules, this.tools, context));
        return;
      }
      case 'mcp':
        await this.text(JSON.stringify(effect.arguments ?? null, null, 1));
        return;
      case 'opaque':
        this.failures.push({
          kind: effect.failure ?? 'internal',
          path: effect.path === undefined ? '' : displayPath(effect.path, world),
          line: null,
          ruleId: null,
          message: effect.reason,
        });
        return;
      case 'read':
        return;
      default:
        effect satisfies never;
    }
  }

  /** What a change of one text brings in. The text before is only looked at when there is something to subtract from. */
  private async change({ before, after }: SourceChange): Promise<void> {
    this.texts.set(after.path, after.text);
    const now = await scan(after, this.rules, this.tools);
    const old = now.findings.length + now.failures.length > 0 && before ? await scan(before, this.rules, this.tools) : null;
    // Code that could not be read before either is not this edit's doing.
    const known = new Set(old?.failures.map(({ kind, message }) => `${kind} ${message}`));
    this.failures.push(...now.failures.filter(({ kind, message }) => !known.has(`${kind} ${message}`)));
    const fresh = before && old ? delta(old.findings, now.findings, before.text, after.text) : now.findings;
    this.findings.push(...suppress(fresh, after.text, before?.text ?? null).kept);
  }

  /** A text that is no file: only rules for any text look at it. */
  private async text(text: string): Promise<void> {
    const { findings, failures } = await scan({ path: '', language: null, text, fragment: true }, this.rules, this.tools);
    this.texts.set('', text);
    this.findings.push(...findings);
    this.failures.push(...failures);
  }
}
