import { describe, expect, it } from 'vitest';
import { adapterOf, agentNamed, recognise } from '../src/agents/index.ts';
import type { Action, ToolCall } from '../src/model/toolcall.ts';
import { agentIds } from '../src/model/toolcall.ts';
import { decisions } from '../src/model/verdict.ts';

const claude = adapterOf('claude-code');
const codex = adapterOf('codex-cli');

const claudePayload = (tool: string, input: unknown, more: object = {}) => ({
  session_id: 's',
  transcript_path: '/home/dev/.claude/projects/x.jsonl',
  cwd: '/home/dev/app',
  prompt_id: 'p',
  permission_mode: 'default',
  effort: { level: 'medium' },
  hook_event_name: 'PreToolUse',
  tool_name: tool,
  tool_input: input,
  tool_use_id: 't',
  ...more,
});
const codexPayload = (tool: string, input: unknown) => ({
  session_id: 's',
  turn_id: 't',
  transcript_path: null,
  cwd: '/home/dev/app',
  hook_event_name: 'PreToolUse',
  model: 'gpt-5.5',
  permission_mode: 'default',
  tool_name: tool,
  tool_input: input,
  tool_use_id: 'c',
});

function callOf(payload: unknown, adapter = claude): ToolCall {
  const decoded = adapter.decode(payload);
  if (decoded.kind === 'bad') throw new Error(decoded.message);
  return decoded.call;
}

describe('decode', () => {
  const cases: [string, unknown, Action][] = [
    ['Write', { file_path: '/a', content: 'x' }, { kind: 'write', path: '/a', content: 'x' }],
    [
      'Edit',
      { file_path: '/a', old_string: 'o', new_string: 'n', replace_all: false },
      { kind: 'edit', path: '/a', edits: [{ oldText: 'o', newText: 'n', replaceAll: false }], matching: 'claude-code' },
    ],
    [
      'MultiEdit',
      { file_path: '/a', edits: [{ old_string: 'o', new_string: 'n', replace_all: true }] },
      { kind: 'edit', path: '/a', edits: [{ oldText: 'o', newText: 'n', replaceAll: true }], matching: 'claude-code' },
    ],
    [
      'NotebookEdit',
      { notebook_path: '/n.ipynb', cell_id: 'c1', new_source: 'print(2)', edit_mode: 'replace' },
      { kind: 'notebook', path: '/n.ipynb', cellId: 'c1', mode: 'replace', cellType: null, source: 'print(2)' },
    ],
    ['NotebookEdit', { notebook_path: '/n.ipynb', cell_id: 'c', edit_mode: 'delete' }, notebookDelete()],
    ['Bash', { command: 'ls', description: 'd' }, { kind: 'shell', shell: 'posix', command: 'ls' }],
    ['PowerShell', { command: 'ls' }, { kind: 'shell', shell: 'powershell', command: 'ls' }],
    ['Monitor', { command: 'tail -f x' }, { kind: 'shell', shell: 'posix', command: 'tail -f x' }],
    ['Monitor', { ws: 'ws://x' }, { kind: 'none' }],
    ['Bash', { command: ['bash', '-lc', 'ls'] }, { kind: 'exec', argv: ['bash', '-lc', 'ls'] }],
    ['shell', { command: ['ls', '-l'] }, { kind: 'exec', argv: ['ls', '-l'] }],
    ['exec_command', { cmd: 'ls' }, { kind: 'shell', shell: 'posix', command: 'ls' }],
    ['apply_patch', { command: '*** Begin Patch' }, { kind: 'patch', patch: '*** Begin Patch' }],
    ['apply_patch', '*** Begin Patch', { kind: 'patch', patch: '*** Begin Patch' }],
    ['apply_patch', { command: ['apply_patch', '*** Begin Patch'] }, { kind: 'patch', patch: '*** Begin Patch' }],
    ['Read', { file_path: '/a' }, { kind: 'read', path: '/a' }],
    ['view_image', { path: '/a.png' }, { kind: 'read', path: '/a.png' }],
    ['Grep', { pattern: 'x' }, { kind: 'none' }],
    ['TodoWrite', { todos: [] }, { kind: 'none' }],
    ['Task', null, { kind: 'none' }],
    ['mcp__fs__write_file', { path: '/x' }, { kind: 'mcp', server: 'fs', tool: 'write_file', arguments: { path: '/x' } }],
    ['mcp__plugin_a_b__t', [1], { kind: 'mcp', server: 'plugin_a_b', tool: 't', arguments: [1] }],
    ['SomethingNew', { a: 1 }, { kind: 'unknown', input: { a: 1 } }],
    ['SomethingNew', undefined, { kind: 'unknown', input: undefined }],
    ['constructor', {}, { kind: 'unknown', input: {} }],
  ];
  it.each(cases)('%s %j', (tool, input, action) => {
    for (const adapter of [claude, codex]) {
      expect(callOf(claudePayload(tool, input), adapter).action).toEqual(action);
      expect(callOf(codexPayload(tool, input), adapter).action).toEqual(action);
    }
  });

  it('keeps agent, event, tool and folder', () => {
    expect(callOf(claudePayload('Bash', { command: 'ls' }))).toMatchObject({
      agent: 'claude-code',
      event: 'pre-tool',
      eventName: 'PreToolUse',
      cwd: '/home/dev/app',
      tool: 'Bash',
    });
    expect(callOf(codexPayload('Bash', { command: 'ls', workdir: '/srv' }), codex)).toMatchObject({
      agent: 'codex-cli',
      cwd: '/srv',
    });
  });

  it('finds the server of an MCP tool that the payload names', () => {
    const payload = claudePayload('mcp__my__srv__get__it', {}, { mcp_server: { name: 'my__srv' } });
    expect(callOf(payload).action).toMatchObject({ server: 'my__srv', tool: 'get__it' });
  });

  const bad: unknown[] = [
    null,
    [],
    'x',
    7,
    {},
    { hook_event_name: 'PreToolUse' },
    { hook_event_name: 'PreToolUse', tool_name: 7 },
    claudePayload('Write', { file_path: '/a', content: 7 }),
    claudePayload('Write', { content: 'x' }),
    claudePayload('Write', 'text'),
    claudePayload('Write', []),
    claudePayload('Write', undefined),
    claudePayload('Edit', { file_path: '/a', old_string: 'x' }),
    claudePayload('Edit', { file_path: '/a', old_string: null, new_string: 'x' }),
    claudePayload('MultiEdit', { file_path: '/a', edits: 'x' }),
    claudePayload('MultiEdit', { file_path: '/a', edits: [null] }),
    claudePayload('NotebookEdit', { notebook_path: '/a', edit_mode: 'erase', new_source: '' }),
    claudePayload('NotebookEdit', { notebook_path: '/a', new_source: 1 }),
    claudePayload('Bash', {}),
    claudePayload('Bash', { command: [1, {}] }),
    claudePayload('apply_patch', {}),
  ];
  it.each(bad.map((payload) => [payload]))('is bad: %j', (payload) => {
    for (const adapter of [claude, codex]) {
      const decoded = adapter.decode(payload);
      expect(decoded.kind).toBe('bad');
      if (decoded.kind === 'bad') expect(decoded.message).not.toBe('');
    }
  });

  it.each([
    ['PostToolUse', 'post-tool'],
    ['UserPromptSubmit', 'prompt'],
    ['SessionStart', 'session-start'],
    ['Stop', 'stop'],
    ['SubagentStop', 'stop'],
    ['Notification', 'other'],
    ['PreCompact', 'other'],
    ['toString', 'other'],
  ])('%s is %s, whatever its tool input', (hook_event_name, event) => {
    expect(callOf({ hook_event_name, session_id: 's' })).toMatchObject({ event, action: { kind: 'none' } });
    expect(callOf({ hook_event_name, tool_name: 'Write', tool_input: 7 })).toMatchObject({ event, action: { kind: 'unknown' } });
  });
});

function notebookDelete(): Action {
  return { kind: 'notebook', path: '/n.ipynb', cellId: 'c', mode: 'delete', cellType: null, source: '' };
}

describe('encode', () => {
  it('denies with exit code 2 and a reason on stderr', () => {
    for (const adapter of [claude, codex]) {
      const reply = adapter.encode({ event: 'pre-tool', eventName: 'PreToolUse', decision: 'deny', reason: 'no' });
      expect(reply).toEqual({ exitCode: 2, stdout: '', stderr: 'no\n' });
      expect(adapter.encode({ event: 'pre-tool', eventName: 'PreToolUse', decision: 'deny', reason: ' ' }).stderr.trim()).not.toBe('');
    }
  });

  it('allows in silence: an explicit "allow" would skip the user’s prompt', () => {
    for (const adapter of [claude, codex]) {
      expect(adapter.encode({ event: 'pre-tool', eventName: 'PreToolUse', decision: 'allow', reason: 'x' })).toEqual({
        exitCode: 0,
        stdout: '',
        stderr: '',
      });
    }
  });

  it('warns through additionalContext', () => {
    for (const adapter of [claude, codex]) {
      const reply = adapter.encode({ event: 'pre-tool', eventName: 'PreToolUse', decision: 'warn', reason: 'look' });
      expect(reply.exitCode).toBe(0);
      expect(JSON.parse(reply.stdout)).toEqual({
        hookSpecificOutput: { hookEventName: 'PreToolUse', additionalContext: 'look' },
      });
    }
  });

  it('asks in Claude Code; in Codex, which cannot ask, denies and says whom to ask', () => {
    const answer = { event: 'pre-tool', eventName: 'PreToolUse', decision: 'ask', reason: 'sure?' } as const;
    expect(JSON.parse(claude.encode(answer).stdout)).toEqual({
      hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'ask', permissionDecisionReason: 'sure?' },
    });
    const reply = codex.encode(answer);
    expect(reply).toMatchObject({ exitCode: 2, stdout: '' });
    expect(reply.stderr).toMatch(/^sure\?\n\n.*ask the user/);
  });

  it('never answers any other event', () => {
    for (const adapter of [claude, codex]) {
      for (const event of ['post-tool', 'prompt', 'session-start', 'stop', 'other'] as const) {
        for (const decision of decisions) {
          expect(adapter.encode({ event, eventName: '', decision, reason: 'x' })).toEqual({ exitCode: 0, stdout: '', stderr: '' });
        }
      }
    }
  });
});

describe('recognise', () => {
  it.each([
    [claudePayload('Bash', {}), 'claude-code'],
    [codexPayload('Bash', {}), 'codex-cli'],
    [{ hook_event_name: 'SessionStart', transcript_path: '/home/dev/.codex/sessions/x.jsonl' }, 'codex-cli'],
    [{ ...codexPayload('Bash', {}), cursor_version: '3' }, 'cursor'],
    [{}, 'claude-code'],
    [null, 'claude-code'],
    [[], 'claude-code'],
  ])('%#', (payload, id) => {
    expect(recognise(payload)).toBe(id);
  });

  it('knows agents by name', () => {
    for (const id of agentIds) expect(agentNamed(id)).toBe(id);
    expect(agentNamed('Claude')).toBe('claude-code');
    expect(agentNamed('codex')).toBe('codex-cli');
    expect(agentNamed('toString')).toBeNull();
  });
});
