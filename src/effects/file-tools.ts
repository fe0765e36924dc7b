/**
 * Tools of MCP servers, and tools that are not known, that work on files or run commands: recognised by the names of the
 * tool and of its arguments, as the reference file-system server and its many relatives have them.
 */
import type { Action, StringEdit } from '../model/toolcall.ts';

/** What such a tool asks for; empty when it is none of these. */
export function fileToolActions(tool: string, input: unknown): FileToolAction[] {
  if (!isRecord(input)) return [];
  const name = tool.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  const does = (verbs: string): boolean => new RegExp(`(^|[_.-])(${verbs})([_.-]|s?$)`).test(name);
  const script = text(input, 'command', 'cmd', 'script', 'commandLine');
  if (script !== null && does('run|exec|execute|shell|bash|sh|terminal|command|cmd|process|start|spawn')) {
    return [{ kind: 'shell', shell: 'posix', command: script }];
  }
  const source = text(input, 'source', 'from', 'old_path', 'oldPath');
  const destination = text(input, 'destination', 'to', 'new_path', 'newPath');
  if (source !== null && destination !== null && does('move|rename|mv|copy|cp')) {
    return [{ kind: 'move', source, destination, copy: does('copy|cp') }];
  }
  if (Array.isArray(input['files']) && does('write|create|push|save|update|edit|put|upload')) {
    return input['files'].flatMap((file) => (isRecord(file) ? writeOf(file, false) : []));
  }
  const path = text(input, ...paths);
  if (path === null) return [];
  if (input['dryRun'] === true || input['dry_run'] === true) return [];
  const edits = editsOf(input);
  if (edits.length > 0) return [{ kind: 'edit', path, edits, matching: 'mcp-filesystem' }];
  if (does('delete|remove|rm|unlink|trash')) return [{ kind: 'delete', path }];
  if (does('write|create|save|put|update|edit|replace|overwrite|append|insert|new|add|modify|upload|set')) {
    return writeOf(input, does('append|insert|add') || input['mode'] === 'append');
  }
  return does('read|get|view|cat|open|head|tail') ? [{ kind: 'read', path }] : [];
}

export type FileToolAction =
  | Extract<Action, { kind: 'write' | 'edit' | 'insert' | 'piece' | 'delete' | 'read' | 'shell' }>
  | { kind: 'move'; source: string; destination: string; copy: boolean };

const paths = [
  'path',
  'file_path',
  'filePath',
  'filepath',
  'filename',
  'file',
  'relative_path',
  'relativePath',
  'pathInProject',
  'uri',
];
const contents = ['content', 'contents', 'text', 'file_text', 'data', 'body', 'new_content', 'newContent', 'code'];

function writeOf(input: Record<string, unknown>, piece: boolean): FileToolAction[] {
  const path = text(input, ...paths);
  const content = text(input, ...contents);
  if (path === null || content === null) return [];
  return [{ kind: piece ? 'piece' : 'write', path, content }];
}

function editsOf(input: Record<string, unknown>): StringEdit[] {
  const list = Array.isArray(input['edits']) ? input['edits'] : [input];
  const edits: StringEdit[] = [];
  for (const item of list) {
    if (!isRecord(item)) continue;
    const oldText = text(item, 'oldText', 'old_text', 'old_string', 'oldString', 'old_str', 'search');
    const newText = text(item, 'newText', 'new_text', 'new_string', 'newString', 'new_str', 'replace', 'replacement');
    if (oldText !== null && newText !== null) edits.push({ oldText, newText, replaceAll: false });
  }
  return edits;
}

function text(input: Record<string, unknown>, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(input, key) ? input[key] : undefined;
    if (typeof value === 'string') return value;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
