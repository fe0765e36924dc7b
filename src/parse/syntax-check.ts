/** Whether a changed text is as good code as it was before. */
import type { LanguageId } from '../model/language.ts';
import { childrenOf, type Node } from '../model/tree.ts';
import { judgeSyntax } from './arbiter.ts';
import type { Parsers } from './backends.ts';
import { grammarFor, languageOf } from './languages.ts';
import { loadLowering } from './lowerings.ts';
import { MAX_FAULTS, parseText } from './parse.ts';
import { holdsScripts, scriptsOf } from './script-blocks.ts';

/** Longest time for parsing one text, ms. */
const PARSE_LIMIT = 2000;

export interface Syntax {
  /** Places that are not valid code, as far as is counted. */
  faults: number;
  /** So many that one more would not be noticed. */
  uncounted: boolean;
}

/** A text without a grammar has no faults. */
export async function syntaxOf(path: string, text: string, parsers: Parsers): Promise<Syntax> {
  const language = languageOf(path, text);
  const grammar = language === null ? null : grammarFor(language, path);
  const lowering = language === null || grammar === null ? null : await loadLowering(language);
  if (language === null || grammar === null || lowering === null) return { faults: 0, uncounted: false };
  const code = language !== 'html' && holdsScripts(path) ? scriptsOf(path, text, false) : text;
  const parsed = parseText(await parsers.parser(grammar, code), lowering, code, PARSE_LIMIT);
  const own = language === 'python' ? pythonFaults(parsed.program, code) : 0;
  const faults = parsed.faults();
  parsed.free();
  const uncounted = faults.length >= MAX_FAULTS || faults.some(({ kind }) => kind !== 'syntax');
  const invalid = scripts.has(language) && (await judgeSyntax(code, code === text ? path : `script.${grammar}`)) === 'invalid';
  return { faults: faults.length + own + (invalid ? 1 : 0), uncounted };
}

const scripts: ReadonlySet<LanguageId> = new Set<LanguageId>(['javascript', 'typescript']);

/** What Python forbids and its grammar lets through: blocks that are empty or not even, and arguments in the wrong order. */
function pythonFaults(node: Node, text: string): number {
  let faults = 0;
  const pending: Node[] = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const block = next.kind === 'block' ? next.body : next.kind === 'class' ? next.body : null;
    if (block?.length === 0) faults++;
    if (block && !isEven(block, text)) faults++;
    if (next.kind === 'program' && !isEven(next.body, text)) faults++;
    if (next.kind === 'call') {
      const named = next.args.findIndex(({ kind }) => kind === 'named');
      if (named >= 0 && next.args.slice(named).some(({ kind }) => kind !== 'named' && kind !== 'spread')) faults++;
    }
    pending.push(...childrenOf(next));
  }
  return faults;
}

/** Whether all statements that begin a line are indented alike. */
function isEven(statements: readonly Node[], text: string): boolean {
  let indent: string | null = null;
  for (const { start } of statements) {
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (before.trim() !== '') continue;
    if (indent !== null && before !== indent) return false;
    indent = before;
  }
  return true;
}
