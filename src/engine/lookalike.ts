/** Names that can be taken for another: one letter off, other separators, a word that says "the real one". */

/** Whether `name` is not `known` and looks like it: `near` by one slip, `far` by two of a long name. */
export function looksLike(name: string, known: string): 'near' | 'far' | null {
  if (name === known || known.length < 5) return null;
  if (bareName(name) === bareName(known)) return 'near';
  if (withoutBait(name) === known) return 'far';
  const most = known.length >= 10 ? 2 : 1;
  if (Math.abs(name.length - known.length) > most) return null;
  const distance = slips(name, known, most);
  if (distance > most) return null;
  // A number at the end is how a successor is named.
  return distance === 1 && !(/\d$/.test(name) && name.slice(0, -1) === known) ? 'near' : 'far';
}

/** Without what separates its words. */
export const bareName = (name: string): string => name.replace(/^@/, '').replace(/[-_./]/g, '');

/** Without a word behind it that says "the real one"; null when it has none. */
export const withoutBait = (name: string): string | null => /^(.+?)-(?:official|js|node|python)$/.exec(name)?.[1] ?? null;

/** The letters of a name as bits: names that are two slips apart differ in at most four of them. */
export function lettersOf(name: string): number {
  let mask = 0;
  for (let at = 0; at < name.length; at++) mask |= 1 << (name.charCodeAt(at) % 31);
  return mask;
}

export function bitsOf(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

/** Letters put in, left out, exchanged or swapped with the next; more than `most` is `most + 1`. */
function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
