/**
 * Where `...` and `$...X` stand in a pattern of a language whose blocks, bodies and lists want things of different shapes:
 * each is replaced by a placeholder of its place's shape.
 */
import { ELLIPSIS, metaellipsisName, OPERATOR_FOLLOWS } from './placeholder.ts';

/** What an open bracket of the language may hold. */
export interface Places<P extends string> {
  /** A string literal at the beginning of a text. */
  string: RegExp;
  /** The place outside of all brackets, and that of an index or a list. */
  outside: P;
  list: P;
  /** What a bracket behind `before` opens. */
  brace(before: string): P;
  parenthesis(before: string): P;
  shaped(name: string, place: P, before: string, after: string): string;
  /** How a string literal is written; as it stands where there is no such function. */
  quoted?(literal: string): string;
}

const WORD = /^(?:\.\.\.(?!=)|\$\.\.\.([A-Z_][A-Z0-9_]*))/;

export function placeEllipses<P extends string>(text: string, places: Places<P>): string {
  let out = '';
  let deep = 0;
  const open: P[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const word = WORD.exec(rest);
    const literal = places.string.exec(rest)?.[0];
    if (literal !== undefined) {
      out += places.quoted?.(literal) ?? literal;
      at += literal.length;
    } else if (rest.startsWith('<...') || (deep > 0 && rest.startsWith('...>'))) {
      deep += rest.startsWith('<') ? 1 : -1;
      out += rest.slice(0, 4);
      at += 4;
    } else if (word) {
      at += word[0].length;
      const name = word[1] === undefined ? ELLIPSIS : metaellipsisName(word[1]);
      const after = text.slice(at);
      out += OPERATOR_FOLLOWS.test(after) ? name : places.shaped(name, open.at(-1) ?? places.outside, out, after);
    } else {
      const char = text[at++]!;
      if (char === '{') open.push(places.brace(out));
      if (char === '(') open.push(places.parenthesis(out));
      if (char === '[') open.push(places.list);
      if (char === ')' || char === ']' || char === '}') open.pop();
      out += char;
    }
  }
  return out;
}
