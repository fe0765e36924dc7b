/** Offsets to lines and columns. */
import type { Place, Span } from '../model/finding.ts';

/** Gives the place of a span of `text`; spans beyond its end are cut to it. */
export function placer(text: string): (span: Span) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const locate = (offset: number): { line: number; column: number } => {
    const at = Math.max(0, Math.min(offset, text.length));
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  };
  return ({ start, end }) => {
    const [from, to] = [locate(start), locate(end)];
    return { start, end, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}
