/** The way of the data on one screen: a tool call → its effects → their sources → findings → what is new → the verdict. */

import { commandContext } from './effects/command-context.ts';
import { effectsOf, scriptOf } from './effects/effects.ts';
import { displayPath } from './effects/paths.ts';
import { type SourceChange, sourcesOf } from './effects/sources.ts';
import type { CommandContext } from './engine/command.ts';
import { freshFindings } from './engine/fresh.ts';
import type { OtherText, ScanResult, ScanTools } from './engine/scan.ts';
import { sift } from './engine/sift.ts';
import { type FileEffect, siftCommands, siftEffect } from './engine/sift-command.ts';
import type { Effect, Source, WriteEffect } from './model/effect.ts';
import type { Failure, Finding } from './model/finding.ts';
import { canonical, type McpServer } from './model/mcp.ts';
import { installer, isLockFile } from './model/package.ts';
import type { RuleHead } from './model/rule.ts';
import type { ResolvedCommand, ResolvedScript } from './model/shell.ts';
import type { ToolCall } from './model/toolcall.ts';
import type { Verdict } from './model/verdict.ts';
import type { World } from './model/world.ts';
import { decide } from './policy/decide.ts';
import type { Policy } from './policy/policy.ts';
import { suppress, suppressionFindings } from './policy/suppression.ts';
import type { RuleShelf } from './rules/shelf.ts';

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
  rules: RuleShelf,
  tools: ScanTools,
  met: readonly Failure[] = [],
): Promise<Review> {
  const scripts = new Map<string, ResolvedScript>();
  const shell = scriptOf(call) === null ? null : await import('./effects/shell.ts');
  const effects = effectsOf(call, world, (script, cwd, language) => {
    if (shell === null) throw new Error('a script where none was expected');
    const resolved = shell.readScript(script, world, cwd, language);
    scripts.set(script, resolved);
    return shell.shellEffects(script, world, cwd, resolved, language);
  });
  const found = new Found(rules, tools, met, commandContext(world));
  for (const effect of effects) await found.add(effect, world, policy, scripts);
  return { verdict: decide(found.findings, found.failures, policy), effects, texts: found.texts };
}

/** Judges texts that no call would write: what a tool gave back, a prompt, files as they lie there. */
export async function reviewTexts(
  changes: readonly SourceChange[],
  world: World,
  policy: Policy,
  rules: RuleShelf,
  tools: ScanTools,
): Promise<Review> {
  const found = new Found(rules, tools, [], commandContext(world));
  for (const change of changes) if (!policy.ignores(change.after.path)) await found.change(change);
  return { verdict: decide(found.findings, found.failures, policy), effects: [], texts: found.texts };
}

const serverKey = (server: McpServer): string => `${server.name}\n${canonical(server)}`;

class Found {
  readonly findings: Finding[] = [];
  readonly failures: Failure[];
  readonly texts = new Map<string, string>();

  constructor(
    private readonly rules: RuleShelf,
    private readonly tools: ScanTools,
    met: readonly Failure[],
    private readonly context: CommandContext,
  ) {
    this.failures = [...met];
  }

  async add(effect: Effect, world: World, policy: Policy, scripts: ReadonlyMap<string, ResolvedScript>): Promise<void> {
    switch (effect.kind) {
      case 'write': {
        const path = displayPath(effect.path, world);
        if (!policy.ignores(path)) for (const change of sourcesOf(effect, world)) await this.change(change);
        if (effect.after !== null) this.findings.push(...suppressionFindings(path, effect.before, effect.after));
        if (policy.mcpLists.length > 0) await this.servers(effect, path, policy);
        if (isLockFile(path) && !policy.ignores(path)) await this.lock(effect, path);
        await this.fileTouch(effect, path);
        return;
      }
      case 'delete':
      case 'read':
        await this.fileTouch(effect, displayPath(effect.path, world));
        return;
      case 'run': {
        // Secrets on the command line; code in it is read by the rules for commands.
        await this.text(effect.script);
        const resolved = scripts.get(effect.script);
        if (resolved) await this.commands(resolved, world, policy);
        return;
      }
      case 'mcp':
        await this.text(JSON.stringify(effect.arguments ?? null, null, 1));
        if (policy.mcpLists.length > 0 && effect.server !== '') await this.serverCall(effect.server, world, policy);
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
      default:
        effect satisfies never;
    }
  }

  /** What a change of one text brings in. */
  async change({ before, after }: SourceChange): Promise<void> {
    this.texts.set(after.path, after.text);
    const fresh = await freshFindings(before, after, (source, wanted, other) => this.scan(source, other, wanted));
    this.failures.push(...fresh.failures);
    this.findings.push(...suppress(fresh.findings, after.text, before?.text ?? null).kept);
  }

  /** A text that is no file: only rules for any text look at it. */
  private async text(text: string): Promise<void> {
    const { findings, failures } = await this.scan({ path: '', language: null, text, fragment: true });
    this.texts.set('', text);
    this.findings.push(...findings);
    this.failures.push(...failures);
  }

  /** The commands of a script, and the programs in them: their text, and what they would do. */
  private async commands(resolved: ResolvedScript, world: World, policy: Policy, depth = 0): Promise<void> {
    await this.script(resolved);
    for (const command of resolved.commands) {
      if (command.words.some(({ value }) => value?.includes('mcp'))) await this.serverCommand(command, resolved.text, policy);
      if (installer.test(command.program ?? '')) await this.installs(command, resolved.text);
      if (command.code === null || command.code.language === 'bash' || depth > 2) continue;
      const { inlineProgram } = await import('./effects/inline-program.ts');
      const program = await inlineProgram(command, world, this.tools.parsers);
      if (program === null) continue;
      await this.change({ before: null, after: program.source });
      if (program.script) await this.commands(program.script, world, policy, depth + 1);
      for (const effect of program.effects) await this.add(effect, world, policy, new Map());
    }
  }

  // Packages: what a command installs, and lock files that no package manager writes.

  private async installs(command: ResolvedCommand, script: string): Promise<void> {
    const facts = (await import('./effects/install-command.ts')).installFacts(command);
    if (facts.length === 0) return;
    const rules = this.tools.bodies(this.rules.forText(null).filter(({ mode }) => mode === 'package'));
    const source: Source = { path: '', language: null, text: script, fragment: true };
    const { findings, failures } = await (await import('./engine/package.ts')).packageFindings(facts, source, rules, this.tools);
    this.findings.push(...findings);
    this.failures.push(...failures);
  }

  private async lock({ before, after }: WriteEffect, path: string): Promise<void> {
    if (before === null || after === null || before === after) return;
    const rules = this.tools.bodies(this.rules.forText(null).filter(({ mode }) => mode === 'package'));
    this.findings.push(...(await import('./engine/package.ts')).lockFindings(path, before, after, rules));
  }

  // MCP servers: what a file or a command adds, and which are called.

  private async servers({ before, after, fragments }: WriteEffect, path: string, policy: Policy): Promise<void> {
    const [{ mcpServers }, allow] = await Promise.all([import('./parse/mcp-config.ts'), import('./policy/mcp-allow.ts')]);
    const known = new Set((await mcpServers(path, before ?? '')).filter(({ off }) => !off).map(serverKey));
    for (const text of after === null ? fragments : [after]) {
      for (const server of await mcpServers(path, text)) {
        if (server.off || known.has(serverKey(server))) continue;
        const why = await allow.objection(server, policy);
        if (why !== null) this.findings.push(allow.approvalFinding(path, server.span, text, why));
      }
    }
  }

  private async serverCommand(command: ResolvedCommand, script: string, policy: Policy): Promise<void> {
    const servers = await (await import('./effects/mcp-command.ts')).mcpServersOf(command);
    if (servers.length === 0) return;
    const rules = this.tools.bodies(this.rules.forText(null).filter(({ mode }) => mode === 'mcp-server'));
    const source: Source = { path: '', language: null, text: script, fragment: true };
    this.findings.push(...(await import('./engine/mcp-server.ts')).serverFindings(servers, source, rules));
    const allow = await import('./policy/mcp-allow.ts');
    for (const server of servers) {
      const why = await allow.objection(server, policy);
      if (why !== null) this.findings.push(allow.approvalFinding('', server.span, script, why));
    }
  }

  /** A call names its server and no more: what the server is, the configurations tell. */
  private async serverCall(name: string, world: World, policy: Policy): Promise<void> {
    const allow = await import('./policy/mcp-allow.ts');
    const named: McpServer = {
      name,
      command: null,
      args: [],
      env: [],
      headers: [],
      url: null,
      off: false,
      span: { start: 0, end: 0 },
    };
    let why = await allow.objection(named, policy, false);
    if (why === null) {
      const [{ mcpPlaces }, { mcpServers }] = await Promise.all([
        import('./effects/mcp-places.ts'),
        import('./parse/mcp-config.ts'),
      ]);
      for (const { path } of mcpPlaces(world)) {
        const read = world.readFile(path);
        if (read.kind !== 'text') continue;
        for (const server of await mcpServers(path, read.text)) {
          if (!server.off && allow.sameName(server.name, name)) why ??= await allow.objection(server, policy);
        }
      }
    }
    if (why !== null) this.findings.push(allow.approvalFinding('', { start: 0, end: 0 }, '', why, `MCP server ${name}`));
  }

  // Most texts, commands and changes end at the sieve, which comes without the rest of the engine.

  private async scan(source: Source, other?: OtherText, among?: (head: RuleHead) => boolean): Promise<ScanResult> {
    const heads = this.rules.forText(source.language);
    const wanted = await sift(source, among ? heads.filter(among) : heads, this.tools);
    if (wanted.length === 0) return { findings: [], failures: [] };
    return (await import('./engine/scan.ts')).scanWith(source, wanted, this.tools, other);
  }

  private async script(resolved: ResolvedScript): Promise<void> {
    const wanted = siftCommands(resolved, this.rules.forScripts());
    if (wanted.length === 0) return;
    const { scanScript } = await import('./engine/scan-command.ts');
    this.findings.push(...scanScript(resolved, wanted, this.tools, this.context));
  }

  private async fileTouch(effect: FileEffect, path: string): Promise<void> {
    const wanted = siftEffect(effect, this.rules.forFiles(effect.kind), this.context);
    if (wanted.length === 0) return;
    const { scanEffect } = await import('./engine/scan-command.ts');
    this.findings.push(...scanEffect(effect, path, wanted, this.tools, this.context));
  }
}
