/** The files that a session changed, read from the record that its agent keeps: one JSON value on each line, or one for all. */
import { type Fields, isRecord, parsed } from './fields.ts';

export interface ChangedFile {
  /** As the agent wrote it. */
  path: string;
  /** The file before the session's first change; null for a file that was not there, undefined where it is not known. */
  before?: string | null;
}

const tools =
  /^(?:write|edit|multiedit|notebookedit|create|createfile|writefile|replace|strreplace|applypatch|editor|searchreplace|writetofile|replacefilecontent|fswrite|fsappend|replacestringinfile|multireplacestringinfile|inserteditintofile|editnotebookfile)$/;
const pathKeys = ['file_path', 'filePath', 'path', 'notebook_path', 'TargetFile', 'target_file'];
const patchFile = /^\*\*\* (Add|Update|Delete) File: (.+)$/gm;
const moved = /^\*\*\* Move to: (.+)$/gm;
const DEEP = 12;

/** In the order of their first change. Lines that are no JSON are passed over. */
export function changedFiles(record: string): ChangedFile[] {
  const found = new Map<string, ChangedFile>();
  const add = (path: string, before?: string | null): void => {
    const known = found.get(path);
    if (known === undefined) found.set(path, before === undefined ? { path } : { path, before });
    else if (known.before === undefined && before !== undefined) known.before = before;
  };
  for (const value of valuesOf(record)) visit(value, add, 0);
  return [...found.values()];
}

function* valuesOf(record: string): Iterable<unknown> {
  const whole = /^\s*\{\s*\n/.test(record) ? parsed(record, '{') : record;
  if (typeof whole !== 'string') return yield whole;
  for (let at = 0; at < record.length; ) {
    const end = record.indexOf('\n', at);
    const line = record.slice(at, end < 0 ? record.length : end);
    at = end < 0 ? record.length : end + 1;
    // Only lines that could name a change are read.
    if (!/(?:file_?path|notebook_path|"path|TargetFile|\*\*\* (?:Add|Update|Delete) File)/i.test(line)) continue;
    const value = parsed(line, '{');
    if (typeof value !== 'string') yield value;
  }
}

type Add = (path: string, before?: string | null) => void;

function visit(value: unknown, add: Add, depth: number): void {
  if (depth > DEEP) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, add, depth + 1);
    return;
  }
  if (!isRecord(value)) return;
  // Claude Code keeps the file as it was beside the answer of the tool.
  const path = value['filePath'];
  if (typeof path === 'string' && 'originalFile' in value && ('structuredPatch' in value || 'oldString' in value)) {
    const before = value['originalFile'];
    add(path, typeof before === 'string' ? before : null);
  }
  // Gemini CLI keeps both texts.
  if (typeof path === 'string' && typeof value['originalContent'] === 'string' && 'newContent' in value) {
    add(path, value['originalContent'] === '' ? null : value['originalContent']);
  }
  const name = [value['name'], value['toolName'], value['tool_name'], value['tool']].find((one) => typeof one === 'string');
  if (typeof name === 'string') call(name, value, add);
  for (const inner of Object.values(value)) visit(inner, add, depth + 1);
}

function call(name: string, value: Fields, add: Add): void {
  const plain = name.replace(/[_-]/g, '').toLowerCase();
  const input = ['input', 'arguments', 'args', 'tool_input', 'toolArgs', 'parameters']
    .map((key) => value[key])
    .find((one) => one !== undefined);
  const text =
    typeof input === 'string'
      ? input
      : isRecord(input)
        ? [input['command'], input['input'], input['patch'], input['patchText'], input['cmd']].find(
            (one) => typeof one === 'string',
          )
        : undefined;
  if (typeof text === 'string' && text.includes('*** Begin Patch')) {
    const patch = text.includes('\n') ? text : text.replaceAll('\\n', '\n');
    for (const [, kind, path = ''] of patch.matchAll(patchFile))
      if (kind === 'Add') add(path.trim(), null);
      else if (kind === 'Update') add(path.trim());
    for (const [, path = ''] of patch.matchAll(moved)) add(path.trim());
    return;
  }
  if (!tools.test(plain)) return;
  const fields = parsed(input, '{');
  if (!isRecord(fields)) return;
  const path = pathKeys.map((key) => fields[key]).find((one) => typeof one === 'string');
  if (typeof path === 'string') add(path, plain === 'create' ? null : undefined);
}
