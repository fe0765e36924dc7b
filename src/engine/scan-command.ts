/** Command rules over a resolved script, and over changes of files. */
import type { Effect } from '../model/effect.ts';
import type { Finding } from '../model/finding.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import type { ResolvedScript } from '../model/shell.ts';
import { type CommandContext, matchCommands } from './command.ts';
import { fingerprintOf } from './fingerprint.ts';
import { matchPath } from './path-change.ts';
import type { ScanTools } from './scan.ts';

/** The findings of all command rules in a script; their spans point into its text, their path is `''`. */
export function scanScript(
  script: ResolvedScript,
  rules: readonly RuleHead[],
  tools: ScanTools,
  context: CommandContext,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of commandRules(rules, tools)) {
    if (rule.body.mode !== 'command') continue;
    for (const { span, captures } of matchCommands(rule.body, script, context)) {
      findings.push(findingOf(rule, '', span, captures, captures['$COMMAND'] ?? ''));
    }
  }
  return findings;
}

/** The findings of all command rules that speak of changes of files; `path` is the file as shown to people. */
export function scanEffect(
  effect: Effect,
  path: string,
  rules: readonly RuleHead[],
  tools: ScanTools,
  context: CommandContext,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of commandRules(rules, tools)) {
    if (rule.body.mode !== 'command') continue;
    const match = matchPath(rule.body, effect, context);
    if (!match) continue;
    const captures = { $PATH: path, $WHAT: match.what, $COMMAND: `${effect.kind} ${path}` };
    findings.push(findingOf(rule, path, spanOf(effect, match.what), captures, match.what === '' ? path : match.what));
  }
  return findings;
}

const commandRules = (rules: readonly RuleHead[], tools: ScanTools): readonly Rule[] =>
  tools.bodies(rules.filter((rule) => rule.mode === 'command'));

/** Where the key or line that changed stands in the new text. */
function spanOf(effect: Effect, what: string): { start: number; end: number } {
  if (effect.kind !== 'write' || effect.after === null || what === '') return { start: 0, end: 0 };
  const key = what.slice(what.lastIndexOf('.') + 1);
  const start = [`"${key}"`, what].map((text) => effect.after?.indexOf(text) ?? -1).find((at) => at >= 0) ?? 0;
  return { start, end: Math.min(effect.after.length, start + what.length) };
}

function findingOf(
  rule: Rule,
  path: string,
  span: { start: number; end: number },
  captures: Record<string, string>,
  snippet: string,
): Finding {
  return {
    ruleId: rule.id,
    path,
    span: { start: span.start, end: span.end },
    severity: rule.severity,
    confidence: rule.confidence,
    message: rule.message.replace(/\$[A-Z]+/g, (name) => captures[name] ?? name),
    captures,
    trace: [],
    snippet: snippet.length > 200 ? `${snippet.slice(0, 199)}…` : snippet,
    fingerprint: fingerprintOf(rule.id, `${path} ${snippet}`, ''),
    replacement: null,
  };
}
