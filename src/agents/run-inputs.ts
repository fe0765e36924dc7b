/** The inputs of tools that run commands, call MCP servers or fetch something. */
import type { Action } from '../model/toolcall.ts';
import { fieldsOf, isRecord, listAt, parsed, recordAt, textAt } from './fields.ts';
import { type Decode, type Fault, fault, lacks, several } from './file-inputs.ts';

const commands = ['command', 'cmd', 'CommandLine', 'command_line', 'script'];
const patches = ['command', 'patch', 'input', 'patchText', 'patch_text'];

export const patch: Decode = (fields, input) => {
  const text = textAt(fields, ...patches) ?? textOf(input);
  if (text !== null) return { kind: 'patch', patch: text };
  const argv = fields['command'];
  const last = Array.isArray(argv) ? argv.at(-1) : undefined;
  return typeof last === 'string' ? { kind: 'patch', patch: last } : lacks('command');
};

export const shell =
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

/** Cline: one command or several, each a text or a program with its arguments; the input itself may be the list. */
export const commandList: Decode = (fields, input, context) => {
  const whole = parsed(input, '[');
  const list = Array.isArray(whole) ? whole : listAt(fields, 'commands', 'command', 'cmd');
  if (list === null) {
    const one = textAt(fields, 'commands');
    return one === null ? shell('posix')(fields, input, context) : { kind: 'shell', shell: 'posix', command: one };
  }
  const actions: Action[] = [];
  for (const item of list) {
    const action = oneCommand(item);
    if (action.kind === 'fault') return action;
    actions.push(action);
  }
  return several(actions);
};

function oneCommand(item: unknown): Action | Fault {
  if (typeof item === 'string') return { kind: 'shell', shell: 'posix', command: item };
  const command = isRecord(item) ? textAt(item, ...commands) : null;
  if (!isRecord(item) || command === null) return fault('an item of `commands` is no command');
  const words = listAt(item, 'args');
  if (words === null || words.length === 0) return { kind: 'shell', shell: 'posix', command };
  if (!words.every((word): word is string => typeof word === 'string')) return fault('`args` holds more than texts');
  return { kind: 'exec', argv: [command, ...words] };
}

/** Text typed into a program that runs already, which may be a shell. */
export const typed =
  (kind: 'posix' | 'powershell'): Decode =>
  (fields) => {
    const text = textAt(fields, 'input', 'Input', 'chars', 'text');
    return text === null || text.trim() === '' ? { kind: 'none' } : { kind: 'shell', shell: kind, command: text };
  };

/** VS Code: writes a task and runs it. */
export const task: Decode = (fields) => {
  const named = recordAt(fields, 'task');
  const command = textAt(named, 'command');
  if (command === null) return lacks('task.command');
  const words = (listAt(named, 'args') ?? []).filter((word): word is string => typeof word === 'string');
  return { kind: 'shell', shell: 'posix', command: [command, ...words].join(' ') };
};

/** Goose: a script in the language that the input names. */
export const automation: Decode = (fields, input, context) => {
  const language = textAt(fields, 'language') ?? 'shell';
  if (language === 'powershell') return shell('powershell')(fields, input, context);
  return /^(shell|bash|sh|batch)$/.test(language) ? shell('posix')(fields, input, context) : { kind: 'unknown', input };
};

/** Runs a command, or listens to a web socket. */
export const monitor: Decode = (fields, input, context) =>
  'ws' in fields && !('command' in fields) ? { kind: 'none' } : shell('posix')(fields, input, context);

export const fetched: Decode = (fields) => {
  const list = listAt(fields, 'urls', 'requests') ?? [];
  const urls = list.map((item) => (typeof item === 'string' ? item : textAt(fieldsOf(item), 'url')));
  const one = textAt(fields, 'url', 'Url', 'URL', 'uri', 'prompt');
  return several([one, ...urls].flatMap((url): Action[] => (url === null || url === '' ? [] : [{ kind: 'fetch', url }])));
};

/** Older Cline: the server and its tool are arguments. */
export const mcpTool: Decode = (fields) => {
  const server = textAt(fields, 'server_name', 'serverName', 'server');
  const tool = textAt(fields, 'tool_name', 'toolName', 'tool');
  if (server === null || tool === null) return lacks('server_name');
  return { kind: 'mcp', server, tool, arguments: parsed(fields['arguments'], '{') };
};

const textOf = (input: unknown): string | null => (typeof input === 'string' ? input : null);
