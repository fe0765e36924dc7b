/** Rules over one source: text filter, then rules for secrets, then the tree rules. */
import type { Source } from '../model/effect.ts';
import { confidences, type Failure, type Finding, severities } from '../model/finding.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { fill, lineAround, windowed } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Counterpart } from './focus.ts';
import { maskWithin } from './mask.ts';
import type { PackageTools } from './package.ts';
import type { ReadBeside } from './project.ts';
import { matchSecrets } from './secret.ts';
import { type SiftTools, sift } from './sift.ts';

export interface ScanTools extends SiftTools, PackageTools {
  parsers: Parsers;
  /** Seconds since 1970, for rules that ask for `today()`; without it what they ask does not hold. */
  now?: number;
  /** Other files of the project, for what they say about a route; without it only the source itself is known. */
  readBeside?: ReadBeside;
  /** Fetches the bodies of rules that the text filter let through, in the same order. */
  bodies(heads: readonly RuleHead[]): readonly Rule[];
}

/** The text on the other side of an edit. */
export interface OtherText {
  text: string;
  /** What of the text that is searched faced the statements that the edit touches, where the other text was searched in part. */
  counterpart?: Counterpart;
}

export interface ScanResult {
  /** In order of place, then of rule id. */
  findings: Finding[];
  failures: Failure[];
  /** Only a part of the text was searched: that in which an edit may have changed something. In the other text, this faces it. */
  partial?: Counterpart;
}

/** Rules over one source. Rejects only where no parser can be had. */
export async function scan(source: Source, rules: readonly RuleHead[], tools: ScanTools): Promise<ScanResult> {
  const wanted = await sift(source, rules, tools);
  return wanted.length === 0 ? { findings: [], failures: [] } : scanWith(source, wanted, tools);
}

/** Rules that `sift` let through, over the source that it was given. */
export async function scanWith(
  source: Source,
  wanted: readonly RuleHead[],
  tools: ScanTools,
  /** The text on the other side of an edit: what is found in both anyway may be left out. */
  other?: OtherText,
): Promise<ScanResult> {
  const bodies = tools.bodies(wanted);
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  for (const rule of bodies) if (rule.body.mode === 'secret') findings.push(...secretFindings(source, rule));
  dropCovered(findings);
  const serverRules = bodies.filter((rule) => rule.body.mode === 'mcp-server');
  if (serverRules.length > 0) findings.push(...(await (await import('./mcp-server.ts')).scanServers(source, serverRules)));
  const packageRules = bodies.filter((rule) => rule.body.mode === 'package');
  if (packageRules.length > 0) {
    const found = await (await import('./package.ts')).scanPackages(source, packageRules, tools);
    findings.push(...found.findings);
    failures.push(...found.failures);
  }
  const treeRules = bodies.filter(({ body: { mode } }) => mode === 'search' || mode === 'taint' || mode === 'route');
  // Most texts have nothing in them but what could be a secret.
  let partial: Counterpart | null = null;
  if (treeRules.length > 0)
    partial = await (await import('./scan-tree.ts')).scanTree(
      source,
      treeRules,
      tools.parsers,
      findings,
      failures,
      tools.now,
      tools.readBeside,
      other,
    );
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
  return partial ? { findings, failures, partial } : { findings, failures };
}

/** Of secrets that overlap, found by different rules, the worst is kept. */
function dropCovered(secrets: Finding[]): void {
  const worth = ({ severity, confidence }: Finding): number => severities.indexOf(severity) * 3 + confidences.indexOf(confidence);
  const order = [...secrets].sort((a, b) => worth(a) - worth(b));
  const kept: Finding[] = [];
  for (const finding of order)
    if (!kept.some(({ span }) => span.start < finding.span.end && finding.span.start < span.end)) kept.push(finding);
  secrets.splice(0, secrets.length, ...secrets.filter((finding) => kept.includes(finding)));
}

function secretFindings(source: Source, rule: Rule): Finding[] {
  const found = matchSecrets(source, rule);
  return found.map((secret) => {
    const line = lineAround(source.text, secret);
    const indent = line.text.length - line.text.trimStart().length;
    return {
      ruleId: rule.id,
      path: source.path,
      span: { start: secret.start, end: secret.end },
      severity: secret.severity,
      confidence: secret.confidence,
      message: fill(rule.message, { $SECRET: secret.name, $NAME: secret.name }, []),
      captures: { $SECRET: secret.masked, $NAME: secret.name },
      trace: [],
      snippet: windowed(maskWithin(line.text.trim(), line.from + indent, found)),
      fingerprint: fingerprintOf(rule.id, source.text.slice(secret.start, secret.end), ''),
      replacement: null,
    };
  });
}
