/** The inputs of tools that read and write files. Field names as captured from the agents, or as their documentation has them. */
import type { Action, AgentId, EditMatching, StringEdit } from '../model/toolcall.ts';
import { type Fields, isRecord, listAt, numberAt, textAt } from './fields.ts';

export interface Fault {
  kind: 'fault';
  message: string;
}
export interface ToolContext {
  agent: AgentId;
  /** The tool's name as the agent wrote it. */
  tool: string;
}
export type Decode = (fields: Fields, input: unknown, context: ToolContext) => Action | Fault;

const paths = [
  'file_path',
  'path',
  'filePath',
  'absolute_path',
  'target_file',
  'TargetFile',
  'AbsolutePath',
  'notebook_path',
  'target_notebook',
];
const contents = ['content', 'file_text', 'contents', 'fileText', 'text', 'CodeContent'];
const oldTexts = ['old_string', 'oldString', 'old_str', 'oldStr', 'old_text', 'oldText', 'before', 'TargetContent'];
const newTexts = ['new_string', 'newString', 'new_str', 'newStr', 'new_text', 'newText', 'after', 'ReplacementContent'];
const alls = ['replace_all', 'replaceAll', 'change_all', 'allow_multiple', 'AllowMultiple'];

/** The rules of the one tool that an agent edits with. */
const matchings: Readonly<Partial<Record<AgentId, EditMatching>>> = {
  'copilot-cli': 'copilot-cli',
  'copilot-cloud': 'copilot-cli',
  'vscode-copilot': 'vscode-copilot',
  'gemini-cli': 'gemini-cli',
  'qwen-code': 'qwen-code',
  windsurf: 'windsurf',
  antigravity: 'antigravity',
  'factory-droid': 'factory-droid',
  goose: 'goose',
  cline: 'cline',
  opencode: 'opencode',
};
/** Tools that one agent alone has. */
const matchingOfTool: Readonly<Record<string, EditMatching>> = {
  Edit: 'claude-code',
  MultiEdit: 'claude-code',
  replace: 'gemini-cli',
  replace_string_in_file: 'vscode-copilot',
  multi_replace_string_in_file: 'vscode-copilot',
  replace_file_content: 'antigravity',
  multi_replace_file_content: 'antigravity',
};

function matchingOf({ agent, tool }: ToolContext, fields: Fields): EditMatching {
  const own = matchings[agent];
  if (own !== undefined) return own;
  const byTool = Object.hasOwn(matchingOfTool, tool) ? matchingOfTool[tool] : undefined;
  if (byTool !== 'claude-code') return byTool ?? 'exact';
  // Agents that run Claude Code's hooks borrow its names for their own tools.
  const claudes = (agent === 'claude-code' || agent === 'codex-cli') && ('old_string' in fields || 'edits' in fields);
  return claudes ? 'claude-code' : 'exact';
}

export const write: Decode = (fields, input, context) => {
  const path = pathOf(fields);
  const content = textAt(fields, ...contents);
  if (/^(create|write|str_replace|append|insert)$/.test(textAt(fields, 'command') ?? ''))
    return editorCommand(fields, input, context);
  if (path === null) return lacks('file_path');
  return content === null ? lacks('content') : { kind: 'write', path, content };
};

export const edit: Decode = (fields, input, context) => {
  // Copilot shows a patch as a call of `Edit`.
  if (typeof input === 'string' && /^\s*\*\*\* Begin Patch/.test(input)) return { kind: 'patch', patch: input };
  const path = pathOf(fields);
  if (path === null) return lacks('file_path');
  const list = listAt(fields, 'edits', 'changes', 'ReplacementChunks');
  if (list !== null) return editsOf(path, list, matchingOf(context, fields));
  const blocks = textAt(fields, 'diff', 'content');
  if (blocks !== null && textAt(fields, ...oldTexts) === null) return blockEdit(path, blocks);
  const one = stringEdit(fields);
  return 'kind' in one ? one : { kind: 'edit', path, edits: [one], matching: matchingOf(context, fields) };
};

export const multiEdit: Decode = (fields, _, context) => {
  const path = pathOf(fields);
  if (path === null) return lacks('file_path');
  const list = listAt(fields, 'edits', 'changes', 'ReplacementChunks');
  return list === null ? fault('`edits` is not a list') : editsOf(path, list, matchingOf(context, fields));
};

/** VS Code: edits of several files in one call. Those of one file stay together, in their order. */
export const multiFileEdit: Decode = (fields, _, context) => {
  const list = listAt(fields, 'replacements');
  if (list === null) return fault('`replacements` is not a list');
  const files = new Map<string, StringEdit[]>();
  for (const item of list) {
    const path = isRecord(item) ? pathOf(item) : null;
    if (!isRecord(item) || path === null) return fault('an item of `replacements` has no `filePath`');
    const one = stringEdit(item);
    if ('kind' in one) return one;
    files.set(path, [...(files.get(path) ?? []), one]);
  }
  return several([...files].map(([path, edits]) => ({ kind: 'edit', path, edits, matching: matchingOf(context, fields) })));
};

/** One tool with sub-commands: Copilot's `str_replace_editor`, Goose's `text_editor`, Kiro's `fs_write`. */
export const editorCommand: Decode = (fields, input, context) => {
  const command = textAt(fields, 'command');
  const path = pathOf(fields);
  if (command === null) return write(fields, input, context);
  if (path === null) return lacks('path');
  const content = textAt(fields, ...contents, 'new_str', 'insert_text');
  switch (command) {
    case 'create':
    case 'write':
      return content === null ? lacks('file_text') : { kind: 'write', path, content };
    case 'str_replace':
      return edit(fields, input, context);
    case 'append':
      return content === null ? lacks('new_str') : { kind: 'insert', path, line: null, content };
    case 'insert': {
      // After this line; 0 is the beginning of the file.
      const line = numberAt(fields, 'insert_line');
      return content === null ? lacks('new_str') : { kind: 'insert', path, line: line === null ? null : line + 1, content };
    }
    case 'view':
    case 'read':
      return { kind: 'read', path };
    case 'undo_edit':
      return { kind: 'none' };
    default:
      return fault(`unknown \`command\` ${JSON.stringify(command)}`);
  }
};

/** Cline's `editor`: replaces, inserts before a line, or writes a new file. */
export const clineEditor: Decode = (fields, input, context) => {
  if (textAt(fields, 'command') !== null) return editorCommand(fields, input, context);
  const path = pathOf(fields);
  if (path === null) return lacks('path');
  const newText = textAt(fields, ...newTexts);
  if (newText === null) return lacks('new_text');
  const oldText = textAt(fields, ...oldTexts);
  if (oldText !== null && oldText !== '') {
    return { kind: 'edit', path, edits: [{ oldText, newText, replaceAll: false }], matching: 'cline' };
  }
  const line = numberAt(fields, 'insert_line');
  return line === null ? { kind: 'write', path, content: newText } : { kind: 'insert', path, line, content: newText };
};

export const append: Decode = (fields) => {
  const path = pathOf(fields);
  if (path === null) return lacks('path');
  const content = textAt(fields, ...contents);
  return content === null ? lacks('text') : { kind: 'insert', path, line: null, content };
};

/** VS Code: a sketch that a model turns into an edit. */
export const sketch: Decode = (fields) => {
  const path = pathOf(fields);
  if (path === null) return lacks('filePath');
  const content = textAt(fields, 'code', ...contents);
  return content === null ? lacks('code') : { kind: 'piece', path, content };
};

export const notebookEdit: Decode = (fields) => {
  const path = textAt(fields, 'notebook_path') ?? pathOf(fields);
  if (path === null) return lacks('notebook_path');
  const written = textAt(fields, 'edit_mode', 'editType') ?? 'replace';
  const mode = written === 'edit' ? 'replace' : written;
  if (mode !== 'replace' && mode !== 'insert' && mode !== 'delete') return fault(`unknown \`edit_mode\` ${JSON.stringify(mode)}`);
  const lines = listAt(fields, 'newCode', 'new_source');
  const source = lines?.every((line) => typeof line === 'string')
    ? lines.join('\n')
    : textAt(fields, 'new_source', 'newCode', 'new_string');
  if (source === null && mode !== 'delete') return lacks('new_source');
  const type = textAt(fields, 'cell_type') ?? (textAt(fields, 'language') === 'markdown' ? 'markdown' : null);
  const cellId = textAt(fields, 'cell_id', 'cellId');
  const cell = { path, cellType: type === 'code' || type === 'markdown' ? type : null, source: source ?? '' } as const;
  // VS Code and Cursor count cells by names that the file does not hold: what is written is read as one more cell.
  if ('cell_id' in fields || 'notebook_path' in fields) return { kind: 'notebook', ...cell, cellId, mode };
  if (mode === 'delete') return { kind: 'none' };
  return { kind: 'notebook', ...cell, cellId: cellId === 'TOP' ? null : 'BOTTOM', mode: 'insert' };
};

export const read: Decode = (fields) => {
  const path = pathOf(fields);
  if (path !== null) return { kind: 'read', path };
  const list = listAt(fields, 'files', 'operations', 'paths', 'file_paths') ?? [];
  return several(
    list.flatMap((item): Action[] => {
      if (typeof item === 'string') return [{ kind: 'read', path: item }];
      const named = isRecord(item) ? pathOf(item) : null;
      return named === null ? [] : [{ kind: 'read', path: named }];
    }),
  );
};

export const remove: Decode = (fields) => {
  const path = pathOf(fields);
  return path === null ? lacks('file_path') : { kind: 'delete', path };
};

/** Several actions as one; those that do nothing are left out. */
export function several(actions: readonly Action[]): Action {
  const flat = actions
    .flatMap((action) => (action.kind === 'several' ? action.actions : [action]))
    .filter(({ kind }) => kind !== 'none');
  const [only] = flat;
  if (only === undefined) return { kind: 'none' };
  return flat.length === 1 ? only : { kind: 'several', actions: flat };
}

const pathOf = (fields: Fields): string | null => textAt(fields, ...paths);

function editsOf(path: string, list: readonly unknown[], matching: EditMatching): Action | Fault {
  const edits: StringEdit[] = [];
  for (const item of list) {
    const one = isRecord(item) ? stringEdit(item) : fault('an item of `edits` is not an object');
    if ('kind' in one) return one;
    edits.push(one);
  }
  return { kind: 'edit', path, edits, matching };
}

function stringEdit(fields: Fields): StringEdit | Fault {
  const oldText = textAt(fields, ...oldTexts);
  if (oldText === null) return lacks('old_string');
  const newText = textAt(fields, ...newTexts);
  if (newText === null) return lacks('new_string');
  const all = alls.map((key) => fields[key]).find((value) => value !== undefined);
  const edit = { oldText, newText, replaceAll: all === true || all === 'true' };
  const first = numberAt(fields, 'StartLine');
  const last = numberAt(fields, 'EndLine');
  return first === null || last === null ? edit : { ...edit, lines: { first, last } };
}

/** `------- SEARCH`, `=======`, `+++++++ REPLACE` on lines of their own, with three marks or more of either kind. */
function blockEdit(path: string, text: string): Action | Fault {
  const edits: StringEdit[] = [];
  let part: 'none' | 'old' | 'new' = 'none';
  let pieces: Record<'old' | 'new', string> = { old: '', new: '' };
  const close = (): void => {
    edits.push({ oldText: pieces.old, newText: pieces.new, replaceAll: false });
    pieces = { old: '', new: '' };
    part = 'none';
  };
  for (const line of text.split(/\r?\n/)) {
    if (/^[-<]{3,} ?SEARCH>?\s*$/.test(line)) part = 'old';
    else if (part === 'old' && /^={3,}\s*$/.test(line)) part = 'new';
    else if (part === 'new' && /^[+>]{3,} ?REPLACE>?\s*$/.test(line)) close();
    else if (part !== 'none') pieces[part] += `${line}\n`;
  }
  // A block without an end is taken up to the end of the text.
  if (part === 'new') close();
  return edits.length === 0 ? fault('no SEARCH/REPLACE block') : { kind: 'edit', path, edits, matching: 'search-replace-blocks' };
}

export function lacks(key: string): Fault {
  return fault(`\`${key}\` is missing or not a text`);
}

export function fault(message: string): Fault {
  return { kind: 'fault', message };
}
