/** Path rules over changes and readings of files. */
import type { Effect, WriteEffect } from '../model/effect.ts';
import type { ChangeSpec, PathSpec, RuleBody } from '../model/rule.ts';
import { type CommandContext, namesOf, regexOf } from './command.ts';

export interface PathMatch {
  path: string;
  /** The key or the line that changed; `''` when the whole change counts. */
  what: string;
}

/** Whether a change of a file is one that the rule speaks of; null when not. */
export function matchPath(
  body: Extract<RuleBody, { mode: 'command' }>,
  effect: Effect,
  context: CommandContext,
): PathMatch | null {
  if (effect.kind !== 'write' && effect.kind !== 'delete' && effect.kind !== 'read') return null;
  for (const spec of body.paths) {
    if (!spec.effects.includes(effect.kind) || !pathFits(spec, effect, context)) continue;
    const what = effect.kind !== 'write' || spec.changes === undefined ? '' : changed(spec.changes, effect);
    if (what !== null) return { path: effect.path, what };
  }
  return null;
}

function pathFits(
  spec: PathSpec,
  effect: Extract<Effect, { kind: 'write' | 'delete' | 'read' }>,
  context: CommandContext,
): boolean {
  const [wanted, unwanted] = [spec.path, spec.notPath].map((regex) => (regex ? regexOf(regex) : null));
  const fits = (path: string): boolean => wanted?.test(path) !== false && unwanted?.test(path) !== true;
  if (!namesOf(effect.path, context).some(fits)) return false;
  if (spec.class === undefined) return true;
  const classes = context.classify(effect.path);
  return spec.class.some((name) => classes.has(name));
}

function changed(spec: ChangeSpec, effect: WriteEffect): string | null {
  const whole = spec.keys.length > 0 || spec.lines !== null;
  if (effect.after === null && effect.fragments.length === 0) return whole ? 'the whole file' : null;
  if (spec.empties && effect.after !== null && /^[\s\uFEFF]*(?:\{\s*\}|\[\s*\]|null|)\s*$/.test(effect.after))
    return 'the whole file';
  // A file that is moved here was not here before.
  const old = effect.renamedFrom === null ? effect.before : null;
  return (whole ? changedKey(spec, effect, old) : null) ?? changedFact(spec, effect, old);
}

function changedKey(spec: ChangeSpec, effect: WriteEffect, old: string | null): string | null {
  if (effect.after === null)
    return effect.fragments.map((text) => lineWith(spec, text.split('\n'))).find((line) => line !== null) ?? null;
  const after = jsonOf(effect.after);
  const before = old === null ? {} : jsonOf(old);
  if (after !== undefined && before !== undefined) {
    return spec.keys.find((key) => JSON.stringify(valueAt(before, key)) !== JSON.stringify(valueAt(after, key))) ?? null;
  }
  const had = new Set(old?.split('\n') ?? []);
  const now = effect.after.split('\n');
  const kept = new Set(now);
  return lineWith(spec, [...now.filter((line) => !had.has(line)), ...[...had].filter((line) => !kept.has(line))]);
}

function changedFact(spec: ChangeSpec, effect: WriteEffect, old: string | null): string | null {
  if (spec.adds === null && spec.removes === null) return null;
  const before = old === null ? new Set<string>() : factsOf(old, effect.path);
  const after = effect.after === null ? null : factsOf(effect.after, effect.path);
  const added = [...(after ?? effect.fragments.flatMap((text) => [...factsOf(text, effect.path)]))].filter(
    (fact) => !before.has(fact),
  );
  const adds = spec.adds === null ? null : regexOf(spec.adds);
  const found = adds === null ? undefined : added.find((fact) => adds.test(fact));
  if (found !== undefined) return shown(found);
  if (spec.removes === null || after === null) return null;
  const removes = regexOf(spec.removes);
  const gone = [...before].find((fact) => !after.has(fact) && removes.test(fact));
  return gone === undefined || added.some((fact) => removes.test(fact)) ? null : shown(gone);
}

const shown = (fact: string): string => fact.slice(0, 120);

/** What a text says, each thing for itself: the values of JSON with their places, the lines of anything else. */
function factsOf(text: string, path: string): Set<string> {
  const facts = new Set<string>();
  const json = /^\s*(?:\uFEFF)?[[{]/.test(text) || /^\s*\/[/*]/.test(text) ? jsonOf(text) : undefined;
  if (json !== undefined) addValues(json, '', facts);
  else {
    let table = '';
    for (const line of text.split('\n')) {
      const header = /\.toml$/i.test(path) ? /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line)?.[1] : undefined;
      if (header !== undefined) table = `${header.replace(/["'\s]/g, '')}.`;
      else if (line.trim() !== '') facts.add(table + line.trim());
    }
  }
  return facts;
}

function addValues(value: unknown, place: string, facts: Set<string>): void {
  if (facts.size > 50_000 || place.length > 1000) return;
  if (Array.isArray(value)) for (const item of value) addValues(item, `${place}[]`, facts);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) addValues(inner, place === '' ? key : `${place}.${key}`, facts);
  } else facts.add(`${place} = ${JSON.stringify(value)}`);
}

function lineWith(spec: ChangeSpec, lines: readonly string[]): string | null {
  const keys = spec.keys.map((key) => `"${key.slice(key.lastIndexOf('.') + 1)}"`);
  const fit = (line: string): boolean =>
    keys.some((key) => line.includes(key)) || (spec.lines !== null && regexOf(spec.lines).test(line));
  return lines.find(fit)?.trim().slice(0, 120) ?? null;
}

/** Undefined for a text that is not JSON; comments and commas at the end are let through. */
function jsonOf(text: string): unknown {
  const bare = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, kept?: string) => kept ?? ' ');
  try {
    return JSON.parse(bare.replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, kept?: string) => kept ?? ''));
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
