/**
 * What each tool's input asks for. One table for all agents: several agents run hooks that were configured for another
 * one, so every adapter reads every dialect. Field names as captured from the agents.
 */
import type { Action, StringEdit } from '../model/toolcall.ts';
import { isRecord, textAt } from './fields.ts';

export type DecodedTool =
  /** `cwd` when the tool's own input says where it runs. */
  { kind: 'action'; action: Action; cwd: string | null } | Fault;

type Fields = Record<string, unknown>;
type Decode = (fields: Fields, input: unknown) => Action | Fault;
interface Fault {
  kind: 'fault';
  message: string;
}

const paths = ['file_path', 'path', 'filePath', 'absolute_path', 'target_file', 'TargetFile'];
const contents = ['content', 'file_text', 'contents', 'fileText'];
const oldTexts = ['old_string', 'oldString', 'old_str', 'oldText'];
const newTexts = ['new_string', 'newString', 'new_str', 'newText'];
const commands = ['command', 'cmd', 'CommandLine', 'script'];
const patches = ['command', 'patch', 'input', 'patchText', 'patch_text'];
const folders = ['workdir', 'working_directory', 'cwd'];

const write: Decode = (fields) => {
  const path = textAt(fields, ...paths);
  if (path === null) return lacks('file_path');
  const content = textAt(fields, ...contents);
  return content === null ? lacks('content') : { kind: 'write', path, content };
};

const edit: Decode = (fields) => {
  const path = textAt(fields, ...paths);
  if (path === null) return lacks('file_path');
  const one = stringEdit(fields);
  return 'kind' in one ? one : { kind: 'edit', path, edits: [one], matching: 'claude-code' };
};

const multiEdit: Decode = (fields) => {
  const path = textAt(fields, ...paths);
  if (path === null) return lacks('file_path');
  const list = fields['edits'];
  if (!Array.isArray(list)) return fault('`edits` is not a list');
  const edits: StringEdit[] = [];
  for (const item of list) {
    const one = isRecord(item) ? stringEdit(item) : fault('an item of `edits` is not an object');
    if ('kind' in one) return one;
    edits.push(one);
  }
  return { kind: 'edit', path, edits, matching: 'claude-code' };
};

const notebookEdit: Decode = (fields) => {
  const path = textAt(fields, 'notebook_path', ...paths);
  if (path === null) return lacks('notebook_path');
  const mode = textAt(fields, 'edit_mode') ?? 'replace';
  if (mode !== 'replace' && mode !== 'insert' && mode !== 'delete') return fault(`unknown \`edit_mode\` ${JSON.stringify(mode)}`);
  const source = textAt(fields, 'new_source');
  if (source === null && mode !== 'delete') return lacks('new_source');
  const type = textAt(fields, 'cell_type');
  return {
    kind: 'notebook',
    path,
    cellId: textAt(fields, 'cell_id'),
    mode,
    cellType: type === 'code' || type === 'markdown' ? type : null,
    source: source ?? '',
  };
};

const patch: Decode = (fields, input) => {
  const text = textAt(fields, ...patches) ?? textOf(input);
  if (text !== null) return { kind: 'patch', patch: text };
  const argv = fields['command'];
  const last = Array.isArray(argv) ? argv.at(-1) : undefined;
  return typeof last === 'string' ? { kind: 'patch', patch: last } : lacks('command');
};

const shell =
  (kind: 'posix' | 'powershell' | 'cmd'): Decode =>
  (fields, input) => {
    const command = textAt(fields, ...commands) ?? textOf(input);
    if (command !== null) return { kind: 'shell', shell: kind, command };
    const argv = commands.map((key) => fields[key]).find(Array.isArray);
    if (argv === undefined) return lacks('command');
    if (!argv.every((word): word is string => typeof word === 'string'))
      return fault('`command` is a list that holds more than texts');
    return argv.length === 0 ? { kind: 'none' } : { kind: 'exec', argv };
  };

/** Runs a command, or listens to a web socket. */
const monitor: Decode = (fields, input) =>
  'ws' in fields && !('command' in fields) ? { kind: 'none' } : shell('posix')(fields, input);

const read: Decode = (fields) => {
  const path = textAt(fields, 'notebook_path', ...paths);
  return path === null ? { kind: 'none' } : { kind: 'read', path };
};

const none: Decode = () => ({ kind: 'none' });

/** Keys are lower case, without `_` and `-`. */
const tools = new Map<string, Decode>();
function add(decode: Decode, ...names: string[]): void {
  for (const name of names) tools.set(name, decode);
}
add(write, 'write', 'create', 'createfile', 'writefile', 'writetofile');
add(edit, 'edit', 'replace', 'strreplace', 'replacestringinfile');
add(multiEdit, 'multiedit');
add(notebookEdit, 'notebookedit');
add(patch, 'applypatch');
add(shell('posix'), 'bash', 'shell', 'execcommand', 'localshell', 'containerexec', 'container.exec', 'execute', 'executebash');
add(shell('posix'), 'runshellcommand', 'runinterminal', 'runcommand', 'runterminalcommand', 'executecommand');
add(shell('powershell'), 'powershell', 'pwsh');
add(shell('cmd'), 'cmd');
add(monitor, 'monitor');
add(read, 'read', 'readfile', 'view', 'viewfile', 'viewimage', 'notebookread');
add(
  none,
  'glob',
  'grep',
  'ls',
  'websearch',
  'webfetch',
  'task',
  'agent',
  'todowrite',
  'todoread',
  'exitplanmode',
  'enterplanmode',
);
add(
  none,
  'askuserquestion',
  'bashoutput',
  'killshell',
  'killbash',
  'taskoutput',
  'taskstop',
  'slashcommand',
  'skill',
  'toolsearch',
);
add(none, 'updateplan', 'listmcpresourcestool', 'readmcpresourcetool', 'lsp', 'sendmessage');

/**
 * What `tool` would do with `input`, which may be anything. `server` is the MCP server where the payload names it. A tool
 * that is not known is never a fault.
 */
export function decodeTool(tool: string, input: unknown, server: string | null): DecodedTool {
  if (tool.startsWith('mcp__')) {
    const split = splitMcpName(tool, server);
    return { kind: 'action', action: { kind: 'mcp', ...split, arguments: input }, cwd: null };
  }
  const decode = tools.get(tool.replace(/[_-]/g, '').toLowerCase());
  if (decode === undefined) return { kind: 'action', action: { kind: 'unknown', input }, cwd: null };
  const fields = fieldsOf(input);
  const decoded = decode(fields, input);
  if (decoded.kind === 'fault') return decoded;
  const runs = decoded.kind === 'shell' || decoded.kind === 'exec' || decoded.kind === 'patch';
  return { kind: 'action', action: decoded, cwd: runs ? absolute(textAt(fields, ...folders)) : null };
}

/** The input's fields; an input that is JSON text (Copilot sends such) is read. */
function fieldsOf(input: unknown): Fields {
  if (isRecord(input)) return input;
  if (typeof input !== 'string' || !/^\s*\{/.test(input)) return {};
  try {
    const value: unknown = JSON.parse(input);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

const textOf = (input: unknown): string | null => (typeof input === 'string' ? input : null);

/** `mcp__<server>__<tool>`, where the server's name may hold `__` itself. */
function splitMcpName(name: string, server: string | null): { server: string; tool: string } {
  const rest = name.slice('mcp__'.length);
  if (server !== null && rest.startsWith(`${server}__`)) return { server, tool: rest.slice(server.length + 2) };
  const at = rest.lastIndexOf('__');
  return at < 0 ? { server: rest, tool: '' } : { server: rest.slice(0, at), tool: rest.slice(at + 2) };
}

function stringEdit(fields: Fields): StringEdit | Fault {
  const oldText = textAt(fields, ...oldTexts);
  if (oldText === null) return lacks('old_string');
  const newText = textAt(fields, ...newTexts);
  if (newText === null) return lacks('new_string');
  const all = fields['replace_all'] ?? fields['replaceAll'];
  return { oldText, newText, replaceAll: all === true || all === 'true' };
}

function absolute(path: string | null): string | null {
  return path !== null && /^(\/|[A-Za-z]:[\\/])/.test(path) ? path : null;
}

function lacks(key: string): Fault {
  return fault(`\`${key}\` is missing or not a text`);
}

function fault(message: string): Fault {
  return { kind: 'fault', message };
}
