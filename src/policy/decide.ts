/** What findings and failures mean. */
import { type Failure, type FailureKind, type Finding, severities } from '../model/finding.ts';
import { type Decision, decisions, type Judged, type Verdict } from '../model/verdict.ts';
import { limitIn } from './path-classes.ts';
import { compareDecisions, type FailureCause, type Policy, type Setting, strictest } from './policy.ts';

/** Findings of rules that are switched off are left out; those that the policy allows stay, with that decision. */
export function decide(findings: readonly Finding[], failures: readonly Failure[], policy: Policy): Verdict {
  const judged: Judged<Finding>[] = [];
  const notes: Failure[] = [];
  for (const item of findings) {
    const { decision, loosened } = judge(item, policy);
    if (decision !== 'off') judged.push({ item, decision });
    if (loosened) notes.push(looseningNote(item.ruleId, policy));
  }
  judged.sort(
    (a, b) =>
      compareDecisions(b.decision, a.decision) ||
      severities.indexOf(a.item.severity) - severities.indexOf(b.item.severity) ||
      compareText(a.item.path, b.item.path) ||
      a.item.span.start - b.item.span.start ||
      compareText(a.item.ruleId, b.item.ruleId),
  );
  const judgedFailures = distinct([...failures, ...notes])
    .map((item): Judged<Failure> => ({ item, decision: policy.onFailure[causeOf(item)] }))
    .sort((a, b) => compareDecisions(b.decision, a.decision));
  const worst = [...judged, ...judgedFailures].reduce<Decision>((all, { decision }) => strictest(all, decision), 'allow');
  const audit = policy.mode === 'audit';
  return {
    decision: audit && compareDecisions(worst, 'warn') > 0 ? 'warn' : worst,
    findings: judged,
    failures: judgedFailures,
    audit,
  };
}

/** The decision for one finding; `loosened` when the repository's policy asked for a milder one, in vain. */
export function judge(finding: Finding, policy: Policy): { decision: Decision | 'off'; loosened: boolean } {
  const { ruleId, path, severity, confidence } = finding;
  const { builtIn, user, repo, managed } = policy.opinions;
  const byTable = policy.decisions[severity][confidence];
  const worth = (setting: Setting): Decision | 'off' => (setting === 'on' ? byTable : setting);
  /** What the setting comes to in this file; a setting made for the path itself is not limited. */
  const settle = (opinion: { setting: Setting; byPath: boolean }): Decision | 'off' => {
    const limit = opinion.byPath ? null : limitIn(path, ruleId);
    const decision = worth(opinion.setting);
    return limit && compareDecisions(decision, limit) > 0 ? limit : decision;
  };
  const fixed = managed.about(ruleId, path);
  if (fixed) return { decision: settle(fixed), loosened: false };
  if (policy.ignores(path)) return { decision: 'off', loosened: false };
  const base = settle(user.about(ruleId, path) ?? builtIn.about(ruleId, path) ?? { setting: 'on', byPath: false });
  const wanted = repo.about(ruleId, path);
  if (!wanted) return { decision: base, loosened: false };
  const inRepo = settle(wanted);
  // `off` and `allow` were reported when the layers were joined, `on` asks for nothing.
  const asked = wanted.setting === 'warn' || wanted.setting === 'ask';
  return { decision: strictest(base, inRepo), loosened: asked && compareDecisions(worth(wanted.setting), base) < 0 };
}

/** True when no file and no layer can make the rule count: it need not be run. */
export function isOff(ruleId: string, policy: Policy): boolean {
  const { builtIn, user, repo, managed } = policy.opinions;
  const nowhere = '';
  if (policy.layers.some((layer) => layer.settings.paths?.some((entry) => entry.rules))) return false;
  const fixed = managed.about(ruleId, nowhere);
  if (fixed) return fixed.setting === 'off';
  const base = user.about(ruleId, nowhere) ?? builtIn.about(ruleId, nowhere);
  const wanted = repo.about(ruleId, nowhere);
  return base?.setting === 'off' && (!wanted || wanted.setting === 'off');
}

/** The row of `onFailure` that a failure falls under. */
export const causeOf = (failure: Failure): FailureCause =>
  failure.kind === 'unparsed' && failure.invalid
    ? 'invalid-code'
    : failure.kind === 'timeout' && failure.bounded
      ? 'bounded-analysis'
      : failure.kind;

function looseningNote(ruleId: string, policy: Policy): Failure {
  const path = policy.layers.find((layer) => layer.origin === 'repo')?.path ?? '';
  const kind: FailureKind = 'bad-policy';
  return {
    kind,
    path,
    line: null,
    ruleId,
    message: `the setting of ${ruleId} is ignored: a repository's policy may only tighten`,
  };
}

function distinct(failures: Failure[]): Failure[] {
  const seen = new Set<string>();
  return failures.filter((failure) => {
    const key = JSON.stringify([failure.kind, failure.path, failure.line, failure.ruleId, failure.message]);
    return !seen.has(key) && seen.add(key);
  });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The strictest decision that the verdict holds, audit mode or not. */
export const worstOf = (verdict: Verdict): Decision =>
  decisions[Math.max(0, ...[...verdict.findings, ...verdict.failures].map(({ decision }) => decisions.indexOf(decision)))] ??
  'allow';
