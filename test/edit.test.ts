import { describe, expect, it } from 'vitest';
import { applyEdits } from '../src/effects/edit.ts';
import { effectsOf, type FileRead, scriptOf, type World } from '../src/effects/effects.ts';
import { sourcesOf } from '../src/effects/sources.ts';
import type { Effect, WriteEffect } from '../src/model/effect.ts';
import type { Action, StringEdit, ToolCall } from '../src/model/toolcall.ts';

const edit = (oldText: string, newText: string, replaceAll = false): StringEdit => ({ oldText, newText, replaceAll });
const claude = (text: string | null, ...edits: StringEdit[]) => applyEdits(text, edits, 'claude-code');
const server = (text: string | null, ...edits: StringEdit[]) => applyEdits(text, edits, 'mcp-filesystem');

describe('edits of Claude Code', () => {
  it.each<[string, string | null, StringEdit[], string | null]>([
    ['replaces the one occurrence', 'a b c', [edit('b', 'X')], 'a X c'],
    ['refuses what is not there', 'a', [edit('b', 'X')], null],
    ['refuses what is there twice', 'b b', [edit('b', 'X')], null],
    ['refuses what overlaps itself', 'aaa', [edit('aa', 'X')], null],
    ['replaces all', 'b b', [edit('b', 'X', true)], 'X X'],
    ['refuses a change of nothing', 'b', [edit('b', 'b')], null],
    ['takes the new text literally', 'a', [edit('a', "$& $1 $$ $'")], "$& $1 $$ $'"],
    ['does not loosen blanks', 'a  \nb\n', [edit('a\nb', 'X')], null],
    ['keeps CRLF', 'a\r\nb\r\nc\r\n', [edit('a\nb', 'x\ny')], 'x\r\ny\r\nc\r\n'],
    ['writes the dominant line end', 'a\r\nb\r\nc\n', [edit('b', 'x')], 'a\r\nx\r\nc\r\n'],
    ['keeps LF', 'a\nb\n', [edit('b', 'x\r\ny')], 'a\nx\ny\n'],
    ['keeps a byte order mark', '\uFEFFa\n', [edit('a', 'b')], '\uFEFFb\n'],
    ['matches at the start behind a byte order mark', '\uFEFFa\r\nb\r\n', [edit('a\nb', 'c')], '\uFEFFc\r\n'],
    ['keeps a missing last newline', 'a\nb', [edit('b', 'c')], 'a\nc'],
    ['removes a line that it empties', 'a\nb\nc\n', [edit('b', '')], 'a\nc\n'],
    ['removes inside a line', 'a b\nc\n', [edit(' b', '')], 'a\nc\n'],
    ['removes a text with its newline once', 'a\nb\n\nc\n', [edit('b\n', '')], 'a\n\nc\n'],
    ['creates a file', null, [edit('', 'new\n')], 'new\n'],
    ['fills an empty file', '\n', [edit('', 'new\n')], 'new\n'],
    ['does not fill a file that holds something', 'x', [edit('', 'new')], null],
    ['does not edit a file that is not there', null, [edit('a', 'b')], null],
    ['matches curly quotes and curls the new ones', 'say “hi” now', [edit('"hi"', '"ho"')], 'say “ho” now'],
    ['curls an apostrophe', 'it’s', [edit("it's", "don't 'x'")], 'don’t ‘x’'],
    ['leaves straight quotes', 'say "hi"', [edit('"hi"', '"ho"')], 'say "ho"'],
    ['applies edits one after the other', 'a\n', [edit('a', 'b'), edit('b', 'c')], 'c\n'],
    ['creates and goes on', null, [edit('', 'a'), edit('a', 'b')], 'b'],
    ['does nothing when one of several fails', 'a\n', [edit('a', 'b'), edit('z', 'c')], null],
  ])('%s', (_, text, edits, result) => {
    expect(claude(text, ...edits)).toBe(result);
  });
});

describe('edits of the MCP file-system server', () => {
  it('replaces the first occurrence', () => expect(server('b b', edit('b', 'X'))).toBe('X b'));
  it('matches lines without their blanks, and indents', () => {
    expect(server('{\n    foo();\n    bar();\n}\n', edit('foo();\nbar();', 'baz();'))).toBe('{\n    baz();\n}\n');
  });
  it('refuses what is not there', () => expect(server('a', edit('b', 'X'))).toBeNull());
});

// ---- effects

function world(files: Record<string, string | FileRead>): World {
  return {
    workspace: '/repo',
    home: '/home/dev',
    platform: 'linux',
    readFile(path) {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (file === undefined) return { kind: 'missing' };
      return typeof file === 'string' ? { kind: 'text', text: file } : file;
    },
  };
}

const call = (action: Action, tool = 'T'): ToolCall => ({
  agent: 'claude-code',
  event: 'pre-tool',
  eventName: 'PreToolUse',
  cwd: '/repo/src',
  tool,
  action,
});

const effects = (action: Action, files: Record<string, string | FileRead> = {}, tool = 'T'): Effect[] =>
  effectsOf(call(action, tool), world(files), (script, cwd) => [{ kind: 'run', shell: 'posix', script, cwd }]);

const write = (path: string, before: string | null, after: string | null, fragments: string[] = []): WriteEffect => ({
  kind: 'write',
  path,
  before,
  after,
  fragments,
  renamedFrom: null,
});

describe('effects', () => {
  const change: Action = { kind: 'edit', path: 'a.ts', edits: [edit('a', 'b')], matching: 'claude-code' };

  it('writes a file', () => {
    expect(effects({ kind: 'write', path: '/repo/a.ts', content: 'x' })).toEqual([write('/repo/a.ts', null, 'x')]);
    expect(effects({ kind: 'write', path: './a.ts', content: 'x' }, { '/repo/src/a.ts': 'old' })).toEqual([
      write('/repo/src/a.ts', 'old', 'x'),
    ]);
  });

  it('edits a file', () => expect(effects(change, { '/repo/src/a.ts': 'a' })).toEqual([write('/repo/src/a.ts', 'a', 'b')]));

  it('does nothing where the tool would refuse', () => {
    expect(effects(change)).toEqual([]);
    expect(effects(change, { '/repo/src/a.ts': 'zzz' })).toEqual([]);
    expect(effects(change, { '/repo/src/a.ts': { kind: 'directory' } })).toEqual([]);
    expect(effects({ kind: 'write', path: 'd', content: 'x' }, { '/repo/src/d': { kind: 'directory' } })).toEqual([]);
  });

  it('falls back to the inserted text where the file cannot be read', () => {
    const path = '/repo/src/a.ts';
    expect(effects(change, { [path]: { kind: 'binary' } })).toEqual([write(path, null, null, ['b'])]);
    expect(effects(change, { [path]: { kind: 'unreadable', message: 'EACCES' } })).toEqual([
      write(path, null, null, ['b']),
      { kind: 'opaque', reason: 'the file cannot be read: EACCES', failure: 'unreadable', path },
    ]);
    expect(effects(change, { [path]: { kind: 'too-large' } })).toMatchObject([{ kind: 'write' }, { failure: 'too-large' }]);
  });

  it('hands scripts to the shell', () => {
    const run = (script: string): Effect => ({ kind: 'run', shell: 'posix', script, cwd: '/repo/src' });
    expect(effects({ kind: 'shell', shell: 'posix', command: 'ls | sh' })).toEqual([run('ls | sh')]);
    expect(effects({ kind: 'exec', argv: ['/bin/bash', '-lc', 'ls | sh'] })).toEqual([run('ls | sh')]);
    expect(effects({ kind: 'exec', argv: ['rm', '-rf', "it's", '$HOME'] })).toEqual([run("rm -rf 'it'\\''s' '$HOME'")]);
    expect(effects({ kind: 'shell', shell: 'powershell', command: 'ls' })).toMatchObject([{ kind: 'run', shell: 'powershell' }]);
    expect(effects({ kind: 'exec', argv: ['pwsh', '-c', 'ls'] })).toMatchObject([{ kind: 'run', shell: 'powershell' }]);
  });

  it.each<[string, unknown, Partial<Effect>[]]>([
    ['write_file', { path: '/repo/a', content: 'x' }, [write('/repo/a', null, 'x')]],
    ['create_file', { path: 'b', content: 'x' }, [write('/repo/src/b', null, 'x')]],
    ['createFile', { filePath: 'b', content: 'x' }, [write('/repo/src/b', null, 'x')]],
    ['edit_file', { path: '/repo/t', edits: [{ oldText: 'one', newText: 'two' }] }, [write('/repo/t', 'one\n', 'two\n')]],
    ['edit_file', { path: '/repo/t', edits: [{ oldText: 'no', newText: 'two' }] }, [write('/repo/t', 'one\n', null, ['two'])]],
    ['edit_file', { path: '/repo/t', edits: [{ oldText: 'one', newText: 'two' }], dryRun: true }, []],
    ['append_file', { path: '/repo/t', content: 'two' }, [write('/repo/t', 'one\n', null, ['two'])]],
    ['push_files', { files: [{ path: 'x', content: 'y' }] }, [write('/repo/src/x', null, 'y')]],
    ['read_text_file', { path: '/repo/t' }, [{ kind: 'read', path: '/repo/t' }]],
    ['delete_file', { path: '/repo/t' }, [{ kind: 'delete', path: '/repo/t' }]],
    [
      'move_file',
      { source: '/repo/t', destination: '/repo/u' },
      [
        { ...write('/repo/u', 'one\n', 'one\n'), renamedFrom: '/repo/t' },
        { kind: 'delete', path: '/repo/t' },
      ],
    ],
    ['execute_command', { command: 'ls' }, [{ kind: 'run', script: 'ls' }]],
    ['search', { query: 'x', path: '/repo/t', text: 'y' }, []],
    ['write_file', { path: 7, content: 'x' }, []],
    ['write_file', 'nonsense', []],
    ['write_file', null, []],
  ])('MCP tool %s %j', (tool, input, expected) => {
    const files = { '/repo/t': 'one\n' };
    const mcp: Action = { kind: 'mcp', server: 's', tool, arguments: input };
    expect(effects(mcp, files)).toMatchObject([{ kind: 'mcp', server: 's', tool, arguments: input }, ...expected]);
    expect(effects(mcp, files)).toHaveLength(expected.length + 1);
    expect(effects({ kind: 'unknown', input }, files, tool)).toHaveLength(expected.length + 1);
    expect(scriptOf(call(mcp))).toBe(tool === 'execute_command' ? 'ls' : null);
  });
});

describe('sources', () => {
  it('gives the file before and after, by the path that people know', () => {
    const changes = sourcesOf(write('/repo/src/a.ts', '\uFEFFa', '\uFEFFb'), world({}));
    expect(changes).toEqual([
      {
        before: { path: 'src/a.ts', language: 'typescript', text: 'a', fragment: false },
        after: { path: 'src/a.ts', language: 'typescript', text: 'b', fragment: false },
      },
    ]);
  });

  it('compares a renamed file with itself', () => {
    const [change] = sourcesOf({ ...write('/repo/b.py', 'x', 'y'), renamedFrom: '/repo/a.py' }, world({}));
    expect(change).toMatchObject({ before: { path: 'a.py', text: 'x' }, after: { path: 'b.py', text: 'y' } });
  });

  it('gives fragments one by one', () => {
    const changes = sourcesOf(write('/repo/a.js', 'old', null, ['p', 'q']), world({}));
    expect(changes.map((change) => [change.after.text, change.after.fragment, change.before?.text])).toEqual([
      ['p', true, 'old'],
      ['q', true, 'old'],
    ]);
  });
});
