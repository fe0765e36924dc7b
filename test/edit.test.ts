import { describe, expect, it } from 'vitest';
import { applyEdits, insertLines } from '../src/effects/edit.ts';
import { effectsOf, type FileRead, scriptOf, type World } from '../src/effects/effects.ts';
import { sourcesOf } from '../src/effects/sources.ts';
import type { Effect, WriteEffect } from '../src/model/effect.ts';
import type { Action, EditMatching, StringEdit, ToolCall } from '../src/model/toolcall.ts';

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

type Row = [what: string, matching: EditMatching, text: string | null, edits: StringEdit[], result: string | null];
const within = (oldText: string, newText: string, first: number, last: number): StringEdit => ({
  ...edit(oldText, newText),
  lines: { first, last },
});

describe('edits of the other agents', () => {
  it.each<Row>([
    // Every one: once, literally, with the line ends and the byte order mark of the file.
    ...(
      [
        'copilot-cli',
        'vscode-copilot',
        'gemini-cli',
        'qwen-code',
        'antigravity',
        'factory-droid',
        'goose',
        'cline',
        'opencode',
        'exact',
      ] as const
    ).flatMap((matching): Row[] => [
      ['replaces the one occurrence', matching, 'a b c\n', [edit('b', 'X')], 'a X c\n'],
      ['refuses what is there twice', matching, 'b b', [edit('b', 'X')], null],
      ['refuses what is not there', matching, 'a\n', [edit('zz', 'X')], null],
      ['replaces all', matching, 'b b', [edit('b', 'X', true)], 'X X'],
      ['takes the new text literally', matching, 'a', [edit('a', "$& $1 $$ $'")], "$& $1 $$ $'"],
      ['keeps a byte order mark', matching, '\uFEFFa\n', [edit('a', 'b')], '\uFEFFb\n'],
      ['does nothing when one of several fails', matching, 'a\n', [edit('a', 'b'), edit('z', 'c')], null],
      ['does not fill a file that holds something', matching, 'x', [edit('', 'new')], null],
    ]),
    ...(['copilot-cli', 'gemini-cli', 'qwen-code', 'factory-droid', 'cline', 'opencode'] as const).map(
      (matching): Row => ['keeps CRLF', matching, 'a\r\nb\r\nc\r\n', [edit('a\nb', 'x\ny')], 'x\r\ny\r\nc\r\n'],
    ),
    ['wants the line ends of the file', 'goose', 'a\r\nb\r\n', [edit('a\nb', 'x')], null],
    ['matches CRLF as it is', 'goose', 'a\r\nb\r\n', [edit('a\r\nb', 'x')], 'x\r\n'],

    [
      're-indents',
      'copilot-cli',
      '{\n    foo();\n    bar();\n}\n',
      [edit('foo();\nbar();', 'foo();\nif (a) {\n  b();\n}')],
      '{\n    foo();\n    if (a) {\n      b();\n    }\n}\n',
    ],
    ['matches curly quotes', 'copilot-cli', 'say “hi”\n', [edit('say "hi"', 'x')], 'x\n'],
    ['removes a line that it empties', 'copilot-cli', 'a\nb\nc\n', [edit('b', '')], 'a\nc\n'],
    ['re-indents', 'gemini-cli', '  a(\n    1,\n  );\n', [edit('a(\n  1,\n);', 'b(\n  2,\n);')], '  b(\n    2,\n  );\n'],
    ['leaves the line that it empties', 'gemini-cli', 'a\nb\nc\n', [edit('b', '')], 'a\n\nc\n'],
    ['matches whatever the blanks', 'gemini-cli', 'f( a,b );\n', [edit('f(a, b);', 'g();')], 'g();\n'],
    ['creates a file', 'gemini-cli', null, [edit('', 'new\n')], 'new\n'],
    ['does not edit a file that is not there', 'gemini-cli', null, [edit('a', 'b')], null],
    ['tolerates blanks at line ends', 'qwen-code', 'a  \nb\n', [edit('a\nb', 'x')], 'x\n'],
    ['wants the indentation', 'qwen-code', '  a\n  b\n', [edit('a\n  b ', 'x')], null],
    ['removes a line that it empties', 'qwen-code', 'a\nb\nc\n', [edit('b', '')], 'a\nc\n'],
    ['takes the first of several', 'windsurf', 'b b', [edit('b', 'X')], 'X b'],
    ['creates a file', 'windsurf', null, [edit('', 'new\n')], 'new\n'],
    ['appends to a file', 'windsurf', 'a\n', [edit('', 'b\n')], 'a\nb\n'],
    ['edits in order', 'windsurf', 'a\n', [edit('a', 'b'), edit('b', 'c')], 'c\n'],
    ['looks only within the lines', 'antigravity', 'b\nb\nb\n', [within('b', 'X', 2, 2)], 'b\nX\nb\n'],
    ['looks elsewhere when nothing is there', 'antigravity', 'a\nb\n', [within('b', 'X', 1, 1)], 'a\nX\n'],
    [
      'keeps the lines of later chunks',
      'antigravity',
      'a\nb\nb\n',
      [within('a', 'x\ny', 1, 1), within('b', 'X', 3, 3)],
      'x\ny\nb\nX\n',
    ],
    ['survives lines that are not there', 'antigravity', 'a\n', [within('a', 'X', 7, 3)], 'X\n'],
    ['matches quotes of another kind', 'factory-droid', 'it’s\n', [edit("it's", 'x')], 'x\n'],
    ['fills an empty file', 'factory-droid', '', [edit('', 'x')], 'x'],
    ['creates a file by its new text', 'cline', null, [edit('whatever', 'new\n')], 'new\n'],
    ['goes on after creating', 'cline', null, [edit('', 'a'), edit('a', 'b')], 'b'],
    ['does not re-indent', 'opencode', '  a\n  b\n', [edit('a\nb', 'x\ny')], 'x\ny\n'],
    ['expands $ when all are replaced', 'opencode', 'a a', [edit('a', '[$&]', true)], '[a] [a]'],
    ['replaces blocks in turn', 'search-replace-blocks', 'a\nb\n', [edit('a\n', 'x\n'), edit('b\n', 'y\n')], 'x\ny\n'],
    ['matches the last line without its break', 'search-replace-blocks', 'a\nb', [edit('b\n', 'y\n')], 'a\ny\n'],
    ['matches by first and last line', 'search-replace-blocks', 'f {\n  old 1\n}\n', [edit('f {\n  old 2\n}\n', 'g\n')], 'g\n'],
    ['replaces the whole file', 'search-replace-blocks', 'a\nb\n', [edit('', 'new\n')], 'new\n'],
  ])('%s (%s)', (_, matching, text, edits, result) => {
    expect(applyEdits(text, edits, matching)).toBe(result);
  });

  it.each<[string | null, number | null, string, string]>([
    ['a\nb\n', 1, 'x', 'x\na\nb\n'],
    ['a\nb\n', 2, 'x\n', 'a\nx\nb\n'],
    ['a\nb\n', 3, 'x\n', 'a\nb\nx\n'],
    ['a\nb\n', 99, 'x', 'a\nb\nx'],
    ['a\nb\n', -3, 'x', 'x\na\nb\n'],
    ['a\nb', null, 'x\n', 'a\nb\nx\n'],
    ['a\nb\n', null, 'x\n', 'a\nb\nx\n'],
    ['a\r\nb\r\n', 2, 'x\n', 'a\r\nx\r\nb\r\n'],
    ['\uFEFFa\n', 1, 'x\n', '\uFEFFx\na\n'],
    ['', null, 'x\n', 'x\n'],
    [null, 5, 'x\n', 'x\n'],
  ])('inserts into %j before line %j', (text, line, content, result) => {
    expect(insertLines(text, line, content)).toBe(result);
  });
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
  effectsOf(call(action, tool), world(files), (script, cwd, shell) => [{ kind: 'run', shell, script, cwd }]);

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
    // The program that is named reads its own language.
    expect(effects({ kind: 'exec', argv: ['pwsh', '-c', 'ls'] })).toEqual([run('pwsh -c ls')]);
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

describe('actions of the other agents', () => {
  const file = { '/repo/src/a.ts': 'a\nb\n' };
  const at = { kind: 'write', path: '/repo/src/a.ts', renamedFrom: null } as const;
  it.each<[string, Action, Effect[]]>([
    [
      'insert',
      { kind: 'insert', path: 'a.ts', line: 2, content: 'x' },
      [{ ...at, before: 'a\nb\n', after: 'a\nx\nb\n', fragments: [] }],
    ],
    ['piece', { kind: 'piece', path: 'a.ts', content: 'x' }, [{ ...at, before: 'a\nb\n', after: null, fragments: ['x'] }]],
    ['delete', { kind: 'delete', path: 'a.ts' }, [{ kind: 'delete', path: '/repo/src/a.ts' }]],
    [
      'fetch',
      { kind: 'fetch', url: 'https://example.com/' },
      [{ kind: 'mcp', server: '', tool: 'T', arguments: { url: 'https://example.com/' } }],
    ],
    [
      'several',
      {
        kind: 'several',
        actions: [
          { kind: 'shell', shell: 'posix', command: 'ls' },
          { kind: 'delete', path: 'a.ts' },
        ],
      },
      [
        { kind: 'run', shell: 'posix', script: 'ls', cwd: '/repo/src' },
        { kind: 'delete', path: '/repo/src/a.ts' },
      ],
    ],
    [
      'an edit without a place',
      { kind: 'edit', path: 'a.ts', edits: [edit('zz', 'x'), edit('a', '')], matching: 'gemini-cli' },
      [{ ...at, before: 'a\nb\n', after: null, fragments: ['x'] }],
    ],
    [
      'an edit of a file that is not there',
      { kind: 'edit', path: 'b.ts', edits: [edit('zz', 'x')], matching: 'exact' },
      [{ ...at, path: '/repo/src/b.ts', before: null, after: null, fragments: ['x'] }],
    ],
    ['an edit that Claude Code refuses', { kind: 'edit', path: 'a.ts', edits: [edit('zz', 'x')], matching: 'claude-code' }, []],
  ])('%s', (_, action, result) => expect(effects(action, file)).toEqual(result));

  it('finds the script among several', () => {
    const none: Action = { kind: 'read', path: 'a' };
    expect(scriptOf(call({ kind: 'several', actions: [none, { kind: 'exec', argv: ['ls', '-l'] }] }))).toBe('ls -l');
    expect(scriptOf(call({ kind: 'several', actions: [none, none] }))).toBeNull();
  });
});
