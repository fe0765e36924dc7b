/** Findings of command rules: where in the script, or of which file. */
import type { Effect, Source } from '../model/effect.ts';
import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { ResolvedScript } from '../model/shell.ts';
import { type CommandContext, commandText, matchCommands, matchPath } from './command.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Of one rule over one script; `source.text` is the script's text. Empty for a rule of another mode. */
export function commandFindings(
  source: Pick<Source, 'path' | 'text'>,
  rule: Rule,
  script: ResolvedScript,
  context: CommandContext,
): Finding[] {
  if (rule.body.mode !== 'command') return [];
  const seen = new Set<string>();
  return matchCommands(rule.body, script, context).flatMap(({ command, span, captures }) => {
    const text = commandText(script.commands[command]!);
    const key = `${span.start}:${span.end}:${text}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const snippet = source.text.slice(span.start, span.end);
    return [{ ...findingOf(rule, source.path, captures, snippet, text), span }];
  });
}

/** Of one rule over a change of a file; `path` is the file's name for people. Null when the rule does not speak of it. */
export function pathFinding(path: string, rule: Rule, effect: Effect, context: CommandContext): Finding | null {
  if (rule.body.mode !== 'command') return null;
  const match = matchPath(rule.body, effect, context);
  if (match === null) return null;
  const what = match.what || 'the whole file';
  return {
    ...findingOf(rule, path, { $OPERAND: path, $CHANGE: what }, `${path}: ${what}`, match.what),
    span: { start: 0, end: 0 },
  };
}

function findingOf(rule: Rule, path: string, captures: Record<string, string>, snippet: string, code: string): Finding {
  return {
    ruleId: rule.id,
    path,
    span: { start: 0, end: 0 },
    severity: rule.severity,
    confidence: rule.confidence,
    message: rule.message.replace(/\$[A-Z]+/g, (name) => captures[name] ?? name),
    captures,
    trace: [],
    snippet: oneLine(snippet),
    fingerprint: fingerprintOf(rule.id, code, ''),
    replacement: null,
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
