/** The types that `metavariable-type` names, read where a declaration holds a type. */
import type { LanguageId } from '../model/language.ts';
import { eachChild, type Node } from '../model/tree.ts';
import type { Lowering } from '../parse/lower.ts';
import { parseText } from '../parse/parse.ts';
import type { Parser } from '../parse/syntax.ts';
import { formsOf } from './pattern-forms.ts';
import { rewrite } from './pattern-text.ts';
import { restore } from './placeholder.ts';

/** What stands before and behind the type of a declaration. */
const places: { readonly [L in LanguageId]?: readonly [string, string] } = {
  java: ['class Fs_c { ', ' Fs_v; }'],
  csharp: ['class Fs_c { ', ' Fs_v; }'],
  typescript: ['let Fs_v: ', ';'],
  go: ['package Fs_p\nvar Fs_v ', '\n'],
  python: ['Fs_v: ', '\n'],
  kotlin: ['val Fs_v: ', ' = 0'],
};

/** Longest time for one type, ms. */
const LIMIT = 2000;

/** Null when the language declares no types here, or the text is none. */
export function parseType(text: string, language: LanguageId, parser: Parser, lowering: Lowering): Node | null {
  const place = places[language];
  const style = formsOf(language)[0]?.style;
  if (!place || !style) return null;
  const parsed = parseText(parser, lowering, place[0] + rewrite(text.trim(), style, false) + place[1], LIMIT);
  const program = parsed.hasError ? null : restore(parsed.program);
  // Only now is everything read.
  const broken = parsed.hasError;
  parsed.free();
  return program === null || broken ? null : declaredIn(program);
}

function declaredIn(node: Node): Node | null {
  if (node.kind === 'vardef') return node.type;
  let found: Node | null = null;
  eachChild(node, (child) => {
    found ??= declaredIn(child);
  });
  return found;
}
