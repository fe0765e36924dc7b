/**
 * At the top of a file the grammar takes `@A("x")` on a line of its own for an annotated expression in parentheses, not for an
 * annotation of what follows.
 */
import type { Node } from '../model/tree.ts';
import { type Lower, make } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** A declaration or statement, from its annotations on. */
export interface Annotated {
  start: number;
  end: number;
  annotations: readonly Syntax[];
  part: Syntax;
}

const declarations: ReadonlySet<string> = new Set([
  'class_declaration',
  'object_declaration',
  'function_declaration',
  'property_declaration',
  'type_alias',
]);

/** The parts of a file, with the annotations that stand before them. */
export function annotated(parts: readonly Syntax[]): Annotated[] {
  const out: Annotated[] = [];
  let before: Syntax[] = [];
  const plain = (part: Syntax): Annotated => ({ start: part.start, end: part.end, annotations: [], part });
  for (const part of parts) {
    if (isAnnotation(part)) {
      before.push(part);
      continue;
    }
    if (before.length > 0 && declarations.has(part.type)) {
      out.push({ start: before[0]!.start, end: part.end, annotations: before, part });
    } else out.push(...before.map(plain), plain(part));
    before = [];
  }
  out.push(...before.map(plain));
  return out;
}

/** `@A @B("x")`: annotations, and at most what the last one takes. */
function isAnnotation(at: Syntax): boolean {
  if (at.type !== 'annotated_expression') return false;
  return at.kids.every(
    ({ type }, i) => type === 'annotation' || (i > 0 && type === 'parenthesized_expression') || isAnnotation(at.kids[i]!),
  );
}

/** Puts the annotations before what they belong to. */
export function decorate(nodes: Node[], { start, annotations }: Annotated, lower: Lower): Node[] {
  const [node] = nodes;
  if (annotations.length === 0 || !node || !('decorators' in node)) return nodes;
  const found = annotations.flatMap((one) => decoratorsIn(one, lower));
  for (const one of found) one.parent = node;
  node.decorators = [...found, ...node.decorators];
  node.start = start;
  return nodes;
}

function decoratorsIn(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  for (const kid of at.kids) {
    const before = out.at(-1);
    if (kid.type === 'annotation') out.push(lower.node(kid));
    else if (kid.type === 'annotated_expression') out.push(...decoratorsIn(kid, lower));
    else if (before?.kind === 'call')
      out[out.length - 1] = make('call', { start: before.start, end: kid.end }, { ...before, args: lower.kids(kid) });
  }
  return out;
}
