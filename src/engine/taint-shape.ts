/**
 * What is known of a variable: its own taint, and that of the fields and elements that differ from it. A field that is not
 * listed is as tainted as the whole. All values here are immutable; a function that changes nothing returns what it got.
 */
import { NONE, type Taints, through, union } from './taint-set.ts';

export interface Shape {
  readonly own: Taints;
  readonly fields: ReadonlyMap<string, Shape> | null;
}

export const CLEAN: Shape = { own: NONE, fields: null };
/** The key of an element whose index is not known before the program runs. */
export const ANY = '[]';
/** Longest path that is told apart; what lies deeper counts as its ancestor. */
export const MAX_PATH = 4;
const MAX_FIELDS = 64;

/** Variables by key; one that is missing is clean. */
export type Env = Map<string, Shape>;

export const shapeOf = (own: Taints): Shape => (own.size === 0 ? CLEAN : { own, fields: null });

export const isClean = (shape: Shape): boolean => shape.own.size === 0 && (shape.fields === null || everything(shape).size === 0);

/** The taint of the whole and of all its parts. */
export function everything(shape: Shape): Taints {
  let all = shape.own;
  if (shape.fields) for (const part of shape.fields.values()) all = union(all, everything(part));
  return all;
}

/** The value with `taints` added to the whole and to every part. */
export function tainted(shape: Shape, taints: Taints): Shape {
  if (taints.size === 0) return shape;
  const own = union(shape.own, taints);
  if (!shape.fields) return own === shape.own ? shape : { own, fields: null };
  return { own, fields: new Map([...shape.fields].map(([key, part]) => [key, tainted(part, taints)])) };
}

/** One step of a path. An unknown index may be any of the parts. */
export function partOf(shape: Shape, key: string): Shape {
  const { fields } = shape;
  if (!fields) return shape.own.size === 0 ? CLEAN : shape;
  if (key === ANY) {
    let all: Shape = { own: shape.own, fields: null };
    for (const part of fields.values()) all = join(all, part);
    return all;
  }
  const part = fields.get(key);
  const any = fields.get(ANY);
  if (part) return any ? join(part, any) : part;
  return any ? join({ own: shape.own, fields: null }, any) : { own: shape.own, fields: null };
}

export function read(shape: Shape, path: readonly string[]): Shape {
  let at = shape;
  for (const key of path) at = partOf(at, key);
  return at;
}

/**
 * The value after `value` was put at `path`. `strong` replaces what was there; elements of unknown index only lose taint where
 * they count as `one`.
 */
export function write(shape: Shape, path: readonly string[], value: Shape, strong: boolean, one = false, from = 0): Shape {
  if (from === path.length) return strong ? value : join(shape, value);
  const key = path[from]!;
  const part = shape.fields?.get(key) ?? { own: shape.own, fields: null };
  const next = write(part, path, value, strong && (one || key !== ANY), one, from + 1);
  if (next === part && shape.fields?.has(key)) return shape;
  if (shape.own === next.own && !next.fields && !shape.fields?.has(key)) return shape;
  const fields = new Map(shape.fields);
  if (!fields.has(key) && fields.size >= MAX_FIELDS) return { own: union(shape.own, everything(value)), fields: shape.fields };
  fields.set(key, next);
  return { own: shape.own, fields };
}

/** What may be after either; `a` itself when `b` adds nothing. */
export function join(a: Shape, b: Shape): Shape {
  if (a === b) return a;
  const own = union(a.own, b.own);
  if (!a.fields && !b.fields) return own === a.own ? a : own === b.own ? b : { own, fields: null };
  let changed = own !== a.own;
  const fields = new Map(a.fields);
  const wholeA: Shape = { own: a.own, fields: null };
  const wholeB: Shape = { own: b.own, fields: null };
  for (const [key, part] of fields) {
    const joined = join(part, b.fields?.get(key) ?? wholeB);
    if (joined !== part) {
      changed = true;
      fields.set(key, joined);
    }
  }
  if (b.fields)
    for (const [key, part] of b.fields) {
      if (fields.has(key)) continue;
      changed = true;
      fields.set(key, join(wholeA, part));
    }
  return changed ? { own, fields } : a;
}

/** Keys that begin so say what was checked; they hold only where they hold on every way. `CHECKED` alone: there are some. */
export const CHECKED = '✓';

/** What may be on either way; null is a way that is never taken. Returns `a` when `b` adds nothing. */
export function joinEnv(a: Env | null, b: Env | null): Env | null {
  if (!a || !b || a === b) return a ?? b;
  let out: Env | null = null;
  for (const [key, shape] of b) {
    if (key.startsWith(CHECKED)) continue;
    const joined = join(a.get(key) ?? CLEAN, shape);
    if (joined === (a.get(key) ?? CLEAN)) continue;
    out ??= new Map(a);
    out.set(key, joined);
  }
  if (a.has(CHECKED))
    for (const key of a.keys()) {
      if (!key.startsWith(CHECKED) || b.has(key)) continue;
      out ??= new Map(a);
      out.delete(key);
    }
  // What only `a` knows can still have parts that are clean there and unknown in `b`; both mean the same.
  return out ?? a;
}

/** The value, one step further. */
export function moved(shape: Shape, at: { start: number; end: number }): Shape {
  if (shape.own.size === 0 && !shape.fields) return shape;
  const fields = shape.fields && new Map([...shape.fields].map(([key, part]) => [key, moved(part, at)]));
  return { own: through(shape.own, at), fields };
}

/** Equal for values that mean the same. */
export function signature(shape: Shape): string {
  const own = [...shape.own.keys()].sort().join(',');
  if (!shape.fields) return own;
  return `${own}{${[...shape.fields]
    .map(([key, part]) => `${key}=${signature(part)}`)
    .sort()
    .join(';')}}`;
}
