/** The words for a step of a trace. */
import type { TraceStep } from '../model/finding.ts';
import type { Node } from '../model/tree.ts';
import type { Range } from './matches.ts';
import type { Tree } from './tree.ts';

/** What a reader knows a step by: a source with the fields read from it, a sink that is an argument by its callee. */
export function stepText({ index, source }: Tree, kind: TraceStep['kind'], span: Range): string {
  let node = index.nodeAt(span.start);
  while (node.parent && node.start === node.parent.start && node.parent.end <= span.end) node = node.parent;
  if (kind === 'source' && node.start === span.start && node.end === span.end) {
    while ((node.parent?.kind === 'member' || node.parent?.kind === 'index') && node.parent.object === node) {
      const outer: Node = node.parent;
      if (outer.parent?.kind === 'call' && outer.parent.callee === outer) break;
      node = outer;
    }
    return source.slice(node.start, node.end);
  }
  if (kind === 'sink') {
    for (let at = node; at.parent && at.parent.kind !== 'block'; at = at.parent)
      if (at.parent.kind === 'call' && at.parent.args.includes(at))
        return source.slice(at.parent.callee.start, at.parent.callee.end);
  }
  return source.slice(span.start, span.end);
}
