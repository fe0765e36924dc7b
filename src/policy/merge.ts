/** Joins the layers into one policy. */
import { type Confidence, type Severity, severities } from '../model/finding.ts';
import type { Decision } from '../model/verdict.ts';
import { defaultDecisions, defaultEvents, defaultOnFailure, defaultRules } from './defaults.ts';
import type { Globs } from './glob.ts';
import { classesOf } from './path-classes.ts';
import {
  compareDecisions,
  covers,
  type DecisionTable,
  type EventName,
  eventNames,
  type FailureCause,
  origins,
  type Policy,
  type PolicyFault,
  type PolicyLayer,
  type PolicySettings,
  type RuleOpinion,
  type Selector,
  type Setting,
  selectorFit,
} from './policy.ts';

/**
 * Built-in defaults give way to the user's layer, and both to the managed one, whose values nobody else can change. The
 * repository's layer only makes stricter; what it would loosen is left out and reported. At most one layer per origin.
 */
export function mergePolicy(layers: readonly PolicyLayer[], globs: Globs): { policy: Policy; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const of = (origin: PolicyLayer['origin']) => layers.find((layer) => layer.origin === origin);
  const [user, repo, managed] = [of('user'), of('repo'), of('managed')];
  const opinionOf = (layer: PolicyLayer | undefined) => (layer ? opinion(layer.settings, globs) : silent);
  const fault = (layer: PolicyLayer, key: (string | number)[], message: string) => faults.push({ layer, key, message });
  const loosens = (key: (string | number)[]) =>
    repo && fault(repo, key, `\`${key.join('.')}\` is ignored: a repository's policy may only tighten`);
  const locked = (layer: PolicyLayer, key: (string | number)[]) =>
    fault(layer, key, `\`${key.join('.')}\` is ignored: ${managed?.path} has set it`);

  /** One value: managed, else the stricter of the repository's and the user's or built-in one. */
  function value<V>(key: string[], at: (s: PolicySettings) => V | undefined, builtIn: V, compare: (a: V, b: V) => number): V {
    if (layers.length === 0) return builtIn;
    const [inUser, inRepo, inManaged] = [user, repo, managed].map((layer) => (layer ? at(layer.settings) : undefined));
    if (inManaged !== undefined) {
      if (user && inUser !== undefined && compare(inUser, inManaged) !== 0) locked(user, key);
      if (repo && inRepo !== undefined && compare(inRepo, inManaged) !== 0) locked(repo, key);
      return inManaged;
    }
    const base = inUser ?? builtIn;
    if (inRepo === undefined || compare(inRepo, base) === 0) return base;
    if (compare(inRepo, base) > 0) return inRepo;
    loosens(key);
    return base;
  }

  const modes = ['audit', 'enforce'] as const;
  const mode = value(
    ['mode'],
    (s) => s.mode,
    'enforce',
    (a, b) => modes.indexOf(a) - modes.indexOf(b),
  );
  const decisions = mapTable((severity, confidence) =>
    value(
      ['decisions', severity, confidence],
      (s) => s.decisions?.[severity]?.[confidence],
      defaultDecisions[severity][confidence],
      compareDecisions,
    ),
  );
  const causes = Object.keys(defaultOnFailure) as FailureCause[];
  const onFailure = Object.fromEntries(
    causes.map((cause): [FailureCause, Decision] => [
      cause,
      value(['onFailure', cause], (s) => s.onFailure?.[cause], defaultOnFailure[cause], compareDecisions),
    ]),
  ) as Record<FailureCause, Decision>;

  const events = Object.fromEntries(
    eventNames.map((name): [EventName, Decision] => [
      name,
      value(['events', name], (s) => s.events?.[name], defaultEvents[name], compareDecisions),
    ]),
  ) as Record<EventName, Decision>;

  if (repo) {
    if (repo.settings.ignore?.length) loosens(['ignore']);
    const above = Object.entries(user ? ruleMap(user.settings) : {});
    for (const { key, selector, setting } of ruleEntries(repo.settings)) {
      if ((setting === 'off' || setting === 'allow') && closest(above, selector) !== setting) loosens(key);
    }
    for (const [index, entry] of (repo.settings.paths ?? []).entries()) if (entry.off) loosens(['paths', index, 'off']);
  }
  if (managed) {
    const fixed = Object.entries(ruleMap(managed.settings));
    for (const layer of [user, repo]) {
      for (const { key, selector, setting } of layer ? ruleEntries(layer.settings) : []) {
        const by = fixed.find(([outer]) => covers(outer, selector));
        if (by && by[1] !== setting && layer && !(layer === repo && (setting === 'off' || setting === 'allow')))
          locked(layer, key);
      }
    }
    if (managed.settings.ignore && user?.settings.ignore) locked(user, ['ignore']);
  }

  const ignore = (managed?.settings.ignore ?? user?.settings.ignore ?? []).map(globs);
  return {
    policy: {
      mode,
      decisions,
      onFailure,
      events,
      opinions: {
        builtIn: opinion({ rules: { ...defaultRules } }, globs),
        user: opinionOf(user),
        repo: opinionOf(repo),
        managed: opinionOf(managed),
      },
      ignores: (path) => ignore.some((test) => test(path)),
      ruleFiles: layers.flatMap((layer) => (layer.settings.ruleFiles ?? []).map((path) => ({ path, from: layer.path }))),
      packageData: layers.flatMap(({ settings, path: from, origin }) =>
        (settings.data?.packages ?? []).map((path) => ({ path, from, adds: origin === 'repo' })),
      ),
      mcpLists: layers.flatMap(({ path, settings }) => (settings.mcp?.servers ? { path, servers: settings.mcp.servers } : [])),
      layers: origins.flatMap((origin) => of(origin) ?? []),
    },
    faults,
  };
}

/** Every glob that the layers use, for `compileGlobs`. */
export const globsOf = (layers: readonly PolicyLayer[]): string[] =>
  layers.flatMap(({ settings }) => [...(settings.ignore ?? []), ...(settings.paths ?? []).flatMap((entry) => entry.match ?? [])]);

function mapTable(cell: (severity: Severity, confidence: Confidence) => Decision): DecisionTable {
  const rows = severities.map((severity): [Severity, Record<Confidence, Decision>] => [
    severity,
    { high: cell(severity, 'high'), medium: cell(severity, 'medium'), low: cell(severity, 'low') },
  ]);
  return Object.fromEntries(rows) as unknown as DecisionTable;
}

/** `enable`, `disable` and `rules` as one map; for the same selector, the last of them counts. */
const ruleMap = (settings: PolicySettings): Record<Selector, Setting> => ({
  ...Object.fromEntries((settings.enable ?? []).map((selector) => [selector, 'on' as const])),
  ...Object.fromEntries((settings.disable ?? []).map((selector) => [selector, 'off' as const])),
  ...settings.rules,
});

interface RuleEntry {
  key: (string | number)[];
  selector: Selector;
  setting: Setting;
}

function ruleEntries(settings: PolicySettings): RuleEntry[] {
  const entries = (key: (string | number)[], rules: Record<Selector, Setting> = {}): RuleEntry[] =>
    Object.entries(rules).map(([selector, setting]) => ({ key: [...key, selector], selector, setting }));
  return [
    ...(settings.enable ?? []).map((selector, index): RuleEntry => ({ key: ['enable', index], selector, setting: 'on' })),
    ...(settings.disable ?? []).map((selector, index): RuleEntry => ({ key: ['disable', index], selector, setting: 'off' })),
    ...entries(['rules'], settings.rules),
    ...(settings.paths ?? []).flatMap((entry, index) => entries(['paths', index, 'rules'], entry.rules)),
  ];
}

const silent: RuleOpinion = { about: () => null };

function opinion(settings: PolicySettings, globs: Globs): RuleOpinion {
  const rules = Object.entries(ruleMap(settings));
  const paths = (settings.paths ?? []).map((entry) => {
    const tests = (entry.match ?? []).map(globs);
    const classes = entry.class ?? [];
    return {
      holds: (path: string) =>
        tests.some((test) => test(path)) || (classes.length > 0 && classesOf(path).some((kind) => classes.includes(kind))),
      rules: Object.entries(entry.rules ?? {}),
      off: entry.off ?? false,
    };
  });
  return {
    about(ruleId, path) {
      for (let index = paths.length - 1; index >= 0; index--) {
        const entry = paths[index];
        if (!entry?.holds(path)) continue;
        const setting = closest(entry.rules, ruleId) ?? (entry.off ? 'off' : null);
        if (setting) return { setting, byPath: true };
      }
      const setting = closest(rules, ruleId);
      return setting ? { setting, byPath: false } : null;
    },
  };
}

function closest(rules: readonly [Selector, Setting][], ruleId: string): Setting | null {
  let best: Setting | null = null;
  let bestFit = 0;
  for (const [selector, setting] of rules) {
    const fit = selectorFit(selector, ruleId);
    if (fit > bestFit) [best, bestFit] = [setting, fit];
  }
  return best;
}
