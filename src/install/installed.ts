/** The hook commands that stand in an agent's configuration. */
import { getNodeValue, type ParseError, parseTree } from 'jsonc-parser';
import { isHookCommand } from './command-line.ts';
import type { System } from './fleet.ts';
import type { Json, Target } from './target.ts';

/** How the agent would start it. */
export type Start =
  | { kind: 'words'; words: [string, ...string[]] }
  | { kind: 'shell'; shell: 'sh' | 'cmd' | 'powershell'; command: string };

export interface Installed {
  start: Start;
  /** As it stands in the file, for people. */
  shown: string;
  /** The keys and numbers that lead to it, in a JSON file. */
  at: (string | number)[];
}

/** Empty where the file does not run forestall, or cannot be read. */
export function installedIn({ path, form }: Pick<Target, 'path' | 'form'>, text: string, system: System): Installed[] {
  switch (form.kind) {
    case 'json':
      return handlersIn(text, system);
    case 'toml':
      return commandsInToml(text, system);
    case 'own':
      return inOwnFile(path, text, system);
    case 'seed':
      return [];
    default:
      return form satisfies never;
  }
}

function handlersIn(text: string, system: System): Installed[] {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  if (!root || errors.length > 0) return [];
  const found: Installed[] = [];
  const visit = (value: Json, at: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((item, k) => void visit(item, [...at, k]));
    else if (typeof value === 'object' && value !== null) {
      const start = startOf(value, system);
      if (start) found.push({ start, shown: start.kind === 'words' ? start.words.join(' ') : start.command, at });
      for (const [key, inner] of Object.entries(value)) if (typeof inner === 'object') visit(inner, [...at, key]);
    }
  };
  visit(getNodeValue(root) as Json, []);
  return found;
}

function startOf(handler: { [key: string]: Json }, system: System): Start | null {
  const text = (key: string): string | null => (typeof handler[key] === 'string' ? (handler[key] as string) : null);
  const { args } = handler;
  const program = text('command') ?? text('exec');
  if (program !== null && Array.isArray(args) && args.every((word) => typeof word === 'string')) {
    return isHookCommand([program, ...args].join(' ')) ? { kind: 'words', words: [program, ...args] } : null;
  }
  const windows = system === 'win32';
  const keys = windows ? ['commandWindows', 'windows', 'powershell', 'command'] : ['bash', 'command'];
  const key = keys.find((name) => text(name) !== null);
  const command = key === undefined ? null : text(key);
  if (command === null || !isHookCommand(command)) return null;
  if (!windows) return { kind: 'shell', shell: 'sh', command };
  const cmd = key === 'commandWindows' || /^set /.test(command);
  return { kind: 'shell', shell: cmd ? 'cmd' : 'powershell', command };
}

function commandsInToml(text: string, system: System): Installed[] {
  const found: Installed[] = [];
  const key = system === 'win32' ? '(?:commandWindows|command_windows|command)' : 'command';
  for (const [, basic, literal] of text.matchAll(
    new RegExp(`\\b${key}\\s*=\\s*(?:("(?:[^"\\\\\\n]|\\\\.)*")|'([^'\\n]*)')`, 'g'),
  )) {
    const command = basic === undefined ? (literal ?? '') : (JSON.parse(basic) as string);
    if (!isHookCommand(command)) continue;
    const shell = system !== 'win32' ? 'sh' : /^set /.test(command) ? 'cmd' : 'powershell';
    found.push({ start: { kind: 'shell', shell, command }, shown: command, at: [] });
  }
  return found;
}

/** A plugin names the program in a constant; any other file is a script that is run as it is. */
function inOwnFile(path: string, text: string, system: System): Installed[] {
  const literal = /^const program = '((?:[^'\\\n]|\\.)*)';$/m.exec(text)?.[1];
  const words = /spawnSync\(program, \[([^\]]*)\]/.exec(text)?.[1];
  if (literal !== undefined && words !== undefined) {
    const plain = (word: string): string => word.replace(/\\(.)/g, '$1');
    const args = [...words.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((match) => plain(match[1] ?? ''));
    return [{ start: { kind: 'words', words: [plain(literal), ...args] }, shown: [plain(literal), ...args].join(' '), at: [] }];
  }
  if (!isHookCommand(text)) return [];
  const start: Start =
    system === 'win32'
      ? { kind: 'words', words: ['powershell.exe', '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', path] }
      : { kind: 'words', words: [path] };
  return [{ start, shown: path, at: [] }];
}
