/** Jupyter notebooks: what `NotebookEdit` does to one, and the code that it holds. Format: nbformat 4. */
import type { LanguageId } from '../model/language.ts';
import type { Action } from '../model/toolcall.ts';
import { languageNamed } from '../parse/languages.ts';

export type NotebookEdit = Extract<Action, { kind: 'notebook' }>;

interface Notebook {
  cells: Cell[];
  metadata?: unknown;
  nbformat?: unknown;
  nbformat_minor?: unknown;
}

interface Cell {
  cell_type: string;
  id?: unknown;
  source?: unknown;
  [key: string]: unknown;
}

/** A text of the notebook that belongs together: all code in one language, or all prose. */
export interface NotebookText {
  /** Null for prose. */
  language: LanguageId | null;
  text: string;
}

/** The notebook's text after the edit; null when the tool would refuse it: no notebook, or no such cell. */
export function applyNotebookEdit(text: string, edit: NotebookEdit): string | null {
  const notebook = parseNotebook(text);
  if (notebook === null) return null;
  const { cells } = notebook;
  const place = edit.cellId === null ? -1 : cellIndex(cells, edit.cellId);
  if (place === null) return null;
  let at = place;
  let { mode } = edit;
  if (mode === 'insert') at++;
  else if (edit.cellId === null) return null;
  // `cell-N` just past the last cell.
  if (mode === 'replace' && at === cells.length) mode = 'insert';
  if (at > cells.length) return null;
  switch (mode) {
    case 'delete':
      if (at >= cells.length) return null;
      cells.splice(at, 1);
      break;
    case 'insert':
      cells.splice(at, 0, newCell(notebook, edit));
      break;
    case 'replace': {
      const cell = cells[at];
      if (cell === undefined) return null;
      cell.source = edit.source;
      if (edit.cellType !== null) cell.cell_type = edit.cellType;
      if (cell.cell_type === 'code') Object.assign(cell, { execution_count: null, outputs: [] });
      break;
    }
    default:
      mode satisfies never;
  }
  return JSON.stringify(notebook, null, 1) + (text.endsWith('\n') ? '\n' : '');
}

/** The texts of a notebook; null when `text` is none. Cells stay in order, with a `# %%` line before each. */
export function notebookTexts(text: string): NotebookText[] | null {
  const notebook = parseNotebook(text);
  if (notebook === null) return null;
  const main = kernelLanguage(notebook);
  const texts = new Map<LanguageId | null, string>();
  const add = (language: LanguageId | null, piece: string): void => {
    texts.set(language, (texts.get(language) ?? '') + piece);
  };
  for (const cell of notebook.cells) {
    const source = sourceOf(cell);
    if (cell.cell_type !== 'code') {
      add(null, `${source}\n`);
      continue;
    }
    const [, magic] = /^\s*%%(\w+)/.exec(source) ?? [];
    const language = magic === undefined ? main : magicLanguage(magic, main);
    const lines = source.split('\n');
    const code = lines.map((line, k) =>
      magic !== undefined && k === 0 ? asComment(line, language) : withoutMagic(line, language),
    );
    add(language, `${asComment('%%', language)}\n${code.join('\n')}\n`);
  }
  return [...texts].map(([language, all]) => ({ language, text: all }));
}

function parseNotebook(text: string): Notebook | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null) return null;
    const { cells } = value as { cells?: unknown };
    if (!Array.isArray(cells)) return null;
    if (!cells.every((cell) => typeof cell === 'object' && cell !== null && typeof cell.cell_type === 'string')) return null;
    return value as Notebook;
  } catch {
    return null;
  }
}

/** By id, else `cell-N` counted from 0, else `BOTTOM`, the last; null when there is none. May be one past the last cell. */
function cellIndex(cells: readonly Cell[], id: string): number | null {
  const at = cells.findIndex((cell) => cell.id === id);
  if (at >= 0) return at;
  if (id === 'BOTTOM') return cells.length - 1;
  const [, number] = /^cell-(\d+)$/.exec(id) ?? [];
  return number === undefined || Number(number) > cells.length ? null : Number(number);
}

function newCell(notebook: Notebook, edit: NotebookEdit): Cell {
  const cell: Cell = { cell_type: edit.cellType ?? 'code', metadata: {}, source: edit.source };
  // Ids came with nbformat 4.5; the agent's tool makes a random one.
  if (Number(notebook.nbformat) > 4 || Number(notebook.nbformat_minor) >= 5) cell.id = `new-${notebook.cells.length}`;
  if (cell.cell_type === 'code') Object.assign(cell, { execution_count: null, outputs: [] });
  return cell;
}

/** `source` is a text or a list of lines that keep their newline. */
function sourceOf(cell: Cell): string {
  const { source } = cell;
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : '';
}

function kernelLanguage(notebook: Notebook): LanguageId {
  const { metadata } = notebook;
  const of = (key: string, field: string): string | null => {
    const part = (metadata as Record<string, unknown> | undefined | null)?.[key];
    const name = typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[field] : null;
    return typeof name === 'string' ? name : null;
  };
  const name = of('kernelspec', 'language') ?? of('language_info', 'name') ?? 'python';
  return languageNamed(name.replace(/^ipython\d*$/i, 'python')) ?? 'generic';
}

/** The language of a cell that begins with `%%magic`. */
function magicLanguage(magic: string, main: LanguageId): LanguageId {
  if (/^(bash|sh|script|system|sx)$/.test(magic)) return 'bash';
  if (/^(time|timeit|capture|prun|memit|mprun|debug)$/.test(magic)) return main;
  if (/^python\d*$/.test(magic)) return 'python';
  return languageNamed(magic) ?? 'generic';
}

/** IPython's `%magic`, `!command` and `name = !command` are no Python: the line keeps its place in the block, as a comment. */
function withoutMagic(line: string, language: LanguageId): string {
  if (language !== 'python') return line;
  const [, indent, rest] = /^(\s*)((?:%{1,2}[A-Za-z]|[!?]|[\w.]+\?+\s*$).*)$/.exec(line) ?? [];
  if (indent !== undefined && rest !== undefined) return `${indent}pass  # ${rest}`;
  const [, target, value] = /^(\s*[\w., ]+=\s*)([%!].*)$/.exec(line) ?? [];
  return target === undefined || value === undefined ? line : `${target}None  # ${value}`;
}

function asComment(line: string, language: LanguageId): string {
  return `${language === 'javascript' || language === 'typescript' ? '//' : '#'} ${line}`;
}
