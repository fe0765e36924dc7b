/** What a statement sets that is not its own: outer variables, and fields of what comes from outside. */
import type { Node, Shape } from '../model/tree.ts';
import { nodeAt, walk } from './locate.ts';
import type { Names } from './names.ts';
import { eachTarget } from './taint-scope.ts';

/**
 * The names of variables and fields that the statement sets and that are not its own; of those only such as are `wanted`,
 * because to find out whose a name is costs more than anything else here.
 */
export function setBy(node: Node, names: Names, wanted: Wanted): string[] {
  const words: string[] = [];
  const declares = names.language === 'python' || names.language === 'ruby';
  const isOwn = (name: Shape<'name'>): boolean =>
    names
      .bindings(name)
      .some(
        (binding) =>
          node.start <= binding.node.start &&
          binding.node.end <= node.end &&
          (!binding.reassigns || (declares && binding.scope.parent !== null)),
      );
  const take = (target: Node): void => {
    switch (target.kind) {
      case 'name':
        if (wanted(target.name) && !isOwn(target)) words.push(target.name);
        return;
      case 'member':
      case 'index': {
        let root: Node = target;
        while (root.kind === 'member' || root.kind === 'index') root = root.object;
        const field = target.kind === 'member' && target.property.kind === 'name' ? target.property : root;
        if (field.kind !== 'name' || !wanted(field.name)) return;
        if (root.kind === 'name' && isOwn(root)) return;
        words.push(field.name);
        return;
      }
      default:
        eachTarget(target, (_, name) => take(name));
    }
  };
  for (const assignment of assignmentsIn(node, names, wanted)) take(assignment.target);
  return words;
}

type Wanted = (word: string) => boolean;

function assignmentsIn(node: Node, names: Names, wanted: Wanted): Iterable<Shape<'assign'>> {
  const found = new Set<Shape<'assign'>>();
  const places = assignedAt(node, names, wanted);
  if (places === null)
    walk(node, (at) => {
      if (at.kind === 'assign') found.add(at);
    });
  else
    for (const place of places) {
      const at = nodeAt(node, place);
      if (at.kind === 'assign') found.add(at);
    }
  return found;
}

/** What stands before the sign where a new variable of a function is declared, or an argument is given by name. */
const declared = /\b(?:const|let|var)\s+(?:[\w$]+|[{[][^=]*)\s*$/;
const local = /(?:^|[(,;])\s*(?:\w+|(?:self|cls)\.\w+)(?:\s*:\s*[\w.]+)?\s*$/;
/** A variable or a field: what of it is asked for is its last word. */
const target = /([\w$\x80-\uffff]+)\s*[-+*/%&|^?<>@:]*$/;
const outer = /\b(?:global|nonlocal)\b|\n[ \t]+class\b/;
const definition = /^(?:@|(?:async\s+)?def\b|class\b)/;
/** How far back from a sign is looked, code units. */
const REACH = 80;

/** Offsets of the assignments by their text, without what cannot set anything else; null where the text does not tell. */
function assignedAt(node: Node, { source, language }: Names, wanted: Wanted): number[] | null {
  const text = source.slice(node.start, node.end);
  const isPython = language === 'python';
  if (language !== 'javascript' && language !== 'typescript' && !isPython) return null;
  // `with a as b`, outside of functions or with a field.
  if (isPython && (!definition.test(text) || /\bas\s+\w+\s*[.[]/.test(text))) return null;
  // What a function of Python assigns is its own, unless it says otherwise or makes a class.
  const isOwn = !isPython || !outer.test(text);
  const idle = isPython ? local : declared;
  const found: number[] = [];
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    if (!isSign(text, at)) continue;
    const before = text.slice(Math.max(0, at - REACH, text.lastIndexOf('\n', at) + 1), at);
    if (isOwn && idle.test(before)) continue;
    const word = target.exec(before)?.[1];
    if (word === undefined || wanted(word)) found.push(node.start + at);
  }
  return found;
}

/** Whether the `=` is that of `=`, `+=` or the like: of no comparison and no arrow. */
function isSign(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (after === '=' || after === '>' || before === '=' || before === '!') return false;
  return (before !== '<' && before !== '>') || text[at - 2] === before;
}
