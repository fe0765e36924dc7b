/** What changes from one text to another, line by line, as `diff -u` shows it. */

/** Lines around a change. */
const CONTEXT = 3;

/** `''` when the texts are equal; `before` is null for a new file. Settings files are small: the table is quadratic. */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const [old, young] = [linesOf(before ?? ''), linesOf(after ?? '')];
  const steps = stepsBetween(old, young);
  const out = [`--- ${before === null ? '/dev/null' : path}`, `+++ ${after === null ? '/dev/null' : path}`];
  for (let at = 0; at < steps.length; ) {
    const first = steps.findIndex(({ sign }, k) => k >= at && sign !== ' ');
    if (first < 0) break;
    let last = first;
    for (let k = first; k < steps.length && k <= last + 2 * CONTEXT; k++) if (steps[k]?.sign !== ' ') last = k;
    const [from, to] = [Math.max(at, first - CONTEXT), Math.min(steps.length, last + CONTEXT + 1)];
    const hunk = steps.slice(from, to);
    const count = (sign: '-' | '+', part: readonly Step[]) =>
      part.filter((step) => step.sign === ' ' || step.sign === sign).length;
    const start = (sign: '-' | '+'): number => {
      const before = count(sign, steps.slice(0, from));
      return count(sign, hunk) === 0 ? before : before + 1;
    };
    out.push(`@@ -${start('-')},${count('-', hunk)} +${start('+')},${count('+', hunk)} @@`);
    out.push(...hunk.map(({ sign, line }) => sign + line));
    at = to;
  }
  return `${out.join('\n')}\n`;
}

interface Step {
  sign: ' ' | '-' | '+';
  line: string;
}

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  else if (lines.length > 0) lines[lines.length - 1] += '\n\\ No newline at end of file';
  return lines;
};

/** The way with the fewest changes, by the longest common subsequence of the lines between the common ends. */
function stepsBetween(old: readonly string[], young: readonly string[]): Step[] {
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < young.length - head && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  const [a, b] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = longest[i] as Uint32Array;
      const below = longest[i + 1] as Uint32Array;
      row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  const same = (line: string): Step => ({ sign: ' ', line });
  const steps: Step[] = old.slice(0, head).map(same);
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push(same(a[i++] as string));
      j++;
    } else if (j >= b.length || (i < a.length && (longest[i + 1]?.[j] as number) >= (longest[i]?.[j + 1] as number))) {
      steps.push({ sign: '-', line: a[i++] as string });
    } else steps.push({ sign: '+', line: b[j++] as string });
  }
  return [...steps, ...old.slice(old.length - tail).map(same)];
}
