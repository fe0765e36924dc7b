/** What a tool call would do, whatever tool it uses: every way to write a file ends in the same effect. */
import type { Effect, RunEffect, WriteEffect } from '../model/effect.ts';
import type { Action, StringEdit, ToolCall } from '../model/toolcall.ts';
import type { FileRead, World } from '../model/world.ts';
import { applyEdits, insertLines } from './edit.ts';
import { type FileToolAction, fileToolActions } from './file-tools.ts';
import { applyNotebookEdit } from './notebook.ts';
import { patchEffects } from './patch.ts';
import { resolvePath } from './paths.ts';

export type { FileRead, World } from '../model/world.ts';

/** What a shell script would do, `run` effect included. */
export type ReadScript = (script: string, cwd: string, shell: RunEffect['shell']) => Effect[];

/**
 * The effects of a call, in no particular order; empty when it would do nothing, or when the agent's tool would refuse it.
 * `readScript` is asked only when `scriptOf` gives a script.
 */
export function effectsOf(call: ToolCall, world: World, readScript: ReadScript): Effect[] {
  const { action, cwd } = call;
  switch (action.kind) {
    case 'write':
    case 'edit':
    case 'insert':
    case 'piece':
    case 'delete':
    case 'read':
      return fileEffects(action, cwd, world, readScript);
    case 'notebook':
      return notebookEffects(action, cwd, world);
    case 'patch':
      return patchEffects(action.patch, world, absoluteFolder(cwd, world));
    case 'shell':
    case 'exec':
      return runEffects(action, cwd, world, readScript);
    case 'mcp':
      return [
        { kind: 'mcp', server: action.server, tool: action.tool, arguments: action.arguments },
        ...fileToolActions(action.tool, action.arguments).flatMap((one) => fileEffects(one, cwd, world, readScript)),
      ];
    case 'fetch':
      // So that a secret in the address is seen.
      return [{ kind: 'mcp', server: '', tool: call.tool, arguments: { url: action.url } }];
    case 'several':
      return action.actions.flatMap((one) => effectsOf({ ...call, action: one }, world, readScript));
    case 'unknown':
      return [
        // So that its arguments are looked at as those of an MCP tool are.
        { kind: 'mcp', server: '', tool: call.tool, arguments: action.input },
        ...fileToolActions(call.tool, action.input).flatMap((one) => fileEffects(one, cwd, world, readScript)),
      ];
    case 'none':
      return [];
    default:
      return action satisfies never;
  }
}

/** The script that the call would run; null when it runs none. */
export function scriptOf(call: ToolCall): string | null {
  const { action } = call;
  if (action.kind === 'shell') return action.command;
  if (action.kind === 'exec') return posixScript(action.argv);
  if (action.kind === 'several') {
    return action.actions.map((one) => scriptOf({ ...call, action: one })).find((script) => script !== null) ?? null;
  }
  if (action.kind !== 'mcp' && action.kind !== 'unknown') return null;
  const tool = action.kind === 'mcp' ? action.tool : call.tool;
  const input = action.kind === 'mcp' ? action.arguments : action.input;
  for (const one of fileToolActions(tool, input)) if (one.kind === 'shell') return one.command;
  return null;
}

function runEffects(
  action: Extract<Action, { kind: 'shell' | 'exec' }>,
  cwd: string,
  world: World,
  readScript: ReadScript,
): Effect[] {
  const folder = absoluteFolder(cwd, world);
  if (action.kind === 'shell') return readScript(action.command, folder, action.shell);
  return readScript(posixScript(action.argv), folder, 'posix');
}

/** `["bash", "-lc", script]` is the script; another vector becomes one quoted command. */
function posixScript(argv: readonly string[]): string {
  const [program = '', flags = '', script] = argv;
  const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
  if (/^(bash|sh|zsh|dash|ksh)$/i.test(name) && /^-[a-z]*c$/.test(flags) && script !== undefined && argv.length === 3)
    return script;
  return (/^(powershell|pwsh|cmd)$/i.test(name) ? [name.toLowerCase(), ...argv.slice(1)] : argv).map(quote).join(' ');
}

const quote = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

function fileEffects(action: FileToolAction, cwd: string, world: World, readScript: ReadScript): Effect[] {
  const at = (path: string): string => resolvePath(path, cwd, world);
  switch (action.kind) {
    case 'write': {
      const path = at(action.path);
      const read = world.readFile(path);
      // The tool cannot write to a folder.
      return read.kind === 'directory' ? [] : [writeEffect(path, read, action.content)];
    }
    case 'edit':
      return editEffects(at(action.path), action, world);
    case 'insert':
      return insertEffects(at(action.path), action, world);
    case 'piece': {
      const path = at(action.path);
      const read = world.readFile(path);
      return read.kind === 'directory' ? [] : [{ ...writeEffect(path, read, null), fragments: [action.content] }];
    }
    case 'move': {
      const from = at(action.source);
      const to = at(action.destination);
      const read = world.readFile(from);
      if (read.kind === 'missing') return [];
      const gone: Effect[] = action.copy ? [] : [{ kind: 'delete', path: from }];
      if (read.kind !== 'text')
        return [{ kind: 'write', path: to, before: null, after: null, fragments: [], renamedFrom: from }, ...gone];
      return [{ kind: 'write', path: to, before: read.text, after: read.text, fragments: [], renamedFrom: from }, ...gone];
    }
    case 'delete':
      return [{ kind: 'delete', path: at(action.path) }];
    case 'read':
      return [{ kind: 'read', path: at(action.path) }];
    case 'shell':
      return readScript(action.command, absoluteFolder(cwd, world), 'posix');
    default:
      return action satisfies never;
  }
}

function editEffects(path: string, action: Extract<Action, { kind: 'edit' }>, world: World): Effect[] {
  const read = world.readFile(path);
  switch (read.kind) {
    case 'directory':
      return [];
    case 'missing':
    case 'text': {
      const after = applyEdits(read.kind === 'text' ? read.text : null, action.edits, action.matching);
      if (after !== null) return [writeEffect(path, read, after)];
      // Claude Code calls its hooks only for edits that it can make. Others may look for the place in looser ways than
      // are known here, or in another folder.
      return action.matching === 'claude-code' ? [] : [fragmentsEffect(path, read, action.edits)];
    }
    case 'binary':
      return [fragmentsEffect(path, read, action.edits)];
    case 'too-large':
    case 'unreadable':
      return [fragmentsEffect(path, read, action.edits), unread(path, read)];
    default:
      return read satisfies never;
  }
}

function insertEffects(path: string, { line, content }: Extract<Action, { kind: 'insert' }>, world: World): Effect[] {
  const read = world.readFile(path);
  switch (read.kind) {
    case 'directory':
      return [];
    case 'missing':
    case 'text':
      return [writeEffect(path, read, insertLines(read.kind === 'text' ? read.text : null, line, content))];
    case 'binary':
    case 'too-large':
    case 'unreadable': {
      const piece: Effect = { ...writeEffect(path, read, null), fragments: [content] };
      return read.kind === 'binary' ? [piece] : [piece, unread(path, read)];
    }
    default:
      return read satisfies never;
  }
}

function notebookEffects(action: Extract<Action, { kind: 'notebook' }>, cwd: string, world: World): Effect[] {
  const path = resolvePath(action.path, cwd, world);
  const read = world.readFile(path);
  if (read.kind === 'text') {
    const after = applyNotebookEdit(read.text, action);
    return after === null ? [] : [writeEffect(path, read, after)];
  }
  if (read.kind === 'missing' || read.kind === 'directory') return [];
  return read.kind === 'binary' ? [] : [unread(path, read)];
}

function writeEffect(path: string, read: FileRead, after: string | null): WriteEffect {
  return { kind: 'write', path, before: read.kind === 'text' ? read.text : null, after, fragments: [], renamedFrom: null };
}

function fragmentsEffect(path: string, read: FileRead, edits: readonly StringEdit[]): WriteEffect {
  return { ...writeEffect(path, read, null), fragments: edits.map((edit) => edit.newText).filter((text) => text !== '') };
}

function unread(path: string, read: Extract<FileRead, { kind: 'too-large' | 'unreadable' }>): Effect {
  if (read.kind === 'too-large')
    return { kind: 'opaque', reason: 'the file is too large to be read', failure: 'too-large', path };
  return { kind: 'opaque', reason: `the file cannot be read: ${read.message}`, failure: 'unreadable', path };
}

function absoluteFolder(cwd: string, world: World): string {
  return resolvePath(cwd === '' ? '.' : cwd, '', world);
}
