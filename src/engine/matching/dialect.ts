/** In what the languages differ when a pattern is held against code: each set names the languages of one habit. */
import type { LanguageId } from '../../model/language.ts';
import type { Shape } from '../../model/tree.ts';
import type { Names } from '../names.ts';

type Languages = ReadonlySet<LanguageId>;

export const scripts: Languages = new Set(['javascript', 'typescript']);
/** A type without its package is not one with it. */
export const qualifiedTypes: Languages = new Set(['java', 'csharp']);
/** `T x;` declares and does not set. */
export const typedDeclarations: Languages = new Set(['java', 'csharp', 'go', 'python']);
/** A body of one metavariable stands for any body. */
export const wideBodies: Languages = new Set(['python', 'ruby']);
/** A body in braces is not one without. */
export const braced: Languages = new Set(['javascript', 'typescript', 'java', 'csharp', 'kotlin', 'php']);
/** `{ ... }` as body is a block, and no expression. */
export const blockOnly: Languages = new Set(['rust', 'kotlin']);
/** An expression as body is no `return`. */
export const strictBodies: Languages = new Set(['csharp', 'kotlin', 'php']);
/** A metavariable as body stands for a block, too. */
export const blockValued: Languages = new Set(['java', 'rust', 'csharp']);
/** A `case` may name several values. */
export const stacked: Languages = new Set(['go', 'csharp', 'ruby']);
/** The key of a literal is an expression. */
export const keyed: Languages = new Set(['python', 'php', 'ruby']);
/** A pattern's `?.` does not stand for `.`. */
export const safeAccess: Languages = new Set(['javascript', 'typescript', 'csharp', 'kotlin']);
/** Objects are records, of which a pattern may name some fields; other languages' maps are whole. */
export const records: Languages = new Set(['javascript', 'typescript', 'hcl']);

/** A cast through which patterns see: not `x!`, TypeScript's `(<T>x).m` nor Go's `x.(T)`, unless the rule is wide. */
export const isThin = ({ type, start, parent }: Shape<'cast'>, { language, source, wide }: Names): boolean => {
  if (wide) return true;
  if (type === null) return false;
  if (language === 'typescript') return source[start] !== '<' || parent?.kind !== 'member';
  // Other conversions of Go are calls.
  return thin.has(language) || (language === 'go' && /^(?:\[|map\[)/.test(source.slice(start, start + 4)));
};
const thin: ReadonlySet<string> = new Set(['java', 'php', 'csharp', 'kotlin', 'rust']);
