import { describe, expect, it } from 'vitest';
import { adapterOf, agentNamed, agentOf, recognise } from '../src/agents/index.ts';
import type { Action, AgentId, ToolCall } from '../src/model/toolcall.ts';
import { agentIds } from '../src/model/toolcall.ts';
import { type Decision, decisions } from '../src/model/verdict.ts';

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
      expect(
        adapter.encode({ event: 'pre-tool', eventName: 'PreToolUse', decision: 'deny', reason: ' ' }).stderr.trim(),
      ).not.toBe('');
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

  it('has nothing to say at any other event that goes ahead, or that it does not know', () => {
    for (const adapter of [claude, codex]) {
      for (const event of ['post-tool', 'prompt', 'session-start', 'stop', 'other'] as const) {
        for (const decision of event === 'other' ? decisions : (['allow'] as const)) {
          expect(adapter.encode({ event, eventName: '', decision, reason: decision === 'allow' ? '' : 'x' })).toEqual({
            exitCode: 0,
            stdout: '',
            stderr: '',
          });
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

// ---- the other agents

/** A payload of each agent's own form that calls `tool` with `input`. */
const payloads: Readonly<Record<AgentId, (tool: string, input: unknown) => Record<string, unknown>>> = {
  'claude-code': (tool, input) => claudePayload(tool, input),
  'codex-cli': (tool, input) => codexPayload(tool, input),
  cursor: (tool, input) => ({ ...common('preToolUse', tool, input), cwd: '', workspace_roots: ['/w'], cursor_version: '3.15.6' }),
  'copilot-cli': (tool, input) => ({ sessionId: 's', timestamp: 1, cwd: '/w', toolName: tool, toolArgs: input }),
  'copilot-cloud': (tool, input) => ({ sessionId: 's', timestamp: 1, cwd: '/w', toolName: tool, toolArgs: input }),
  'vscode-copilot': (tool, input) => ({ ...common('PreToolUse', tool, input), tool_use_id: 'c__vscode-1' }),
  'gemini-cli': (tool, input) => common('BeforeTool', tool, input),
  'qwen-code': (tool, input) => ({ ...common('PreToolUse', tool, input), prompt_id: 'p', tool_call_id: 'c' }),
  windsurf: (_, input) => ({ agent_action_name: 'pre_run_command', tool_info: input }),
  kiro: (tool, input) => ({ ...common('PreToolUse', tool, input), session_id: 'sess_1' }),
  antigravity: (tool, args) => ({ conversationId: 'c', stepIdx: 1, workspacePaths: ['/w'], toolCall: { name: tool, args } }),
  'factory-droid': (tool, input) => ({ ...common('PreToolUse', tool, input), permission_mode: 'auto-low' }),
  goose: (tool, input) => ({ event: 'PreToolUse', matcher_context: tool, working_dir: '/w', tool_name: tool, tool_input: input }),
  cline: (name, input) => ({ clineVersion: '', hookName: 'tool_call', workspaceRoots: ['/w'], tool_call: { name, input } }),
  opencode: (tool, input) => common('tool.execute.before', tool, input),
  amp: (tool, input) => common('tool.call', tool, input),
  'devin-cli': (tool, input) => common('PreToolUse', tool, input),
  'grok-cli': (tool, input) => ({
    hookEventName: 'pre_tool_use',
    workspaceRoot: '/w',
    cwd: '/w',
    toolName: tool,
    toolInput: input,
  }),
  vibe: (tool, input) => common('pre_tool', tool, input),
};
function common(event: string, tool: string, input: unknown) {
  return { session_id: 's', cwd: '/w', hook_event_name: event, tool_name: tool, tool_input: input };
}
const edited = (path: string, oldText: string, newText: string, matching: string, replaceAll = false): Action =>
  ({ kind: 'edit', path, edits: [{ oldText, newText, replaceAll }], matching }) as Action;
const shell = (command: string): Action => ({ kind: 'shell', shell: 'posix', command });

describe('tools of each agent', () => {
  it.each<[AgentId, string, unknown, Action]>([
    ['cursor', 'Write', { file_path: 'a', content: 'x' }, { kind: 'write', path: 'a', content: 'x' }],
    ['cursor', 'StrReplace', { path: 'a', old_string: 'o', new_string: 'n' }, edited('a', 'o', 'n', 'exact')],
    ['cursor', 'Delete', { file_path: 'a' }, { kind: 'delete', path: 'a' }],
    ['cursor', 'MCP:t', { a: 1 }, { kind: 'mcp', server: '', tool: 't', arguments: { a: 1 } }],
    ['cursor', 'WriteShellStdin', { shell_id: 1, chars_length: 4 }, { kind: 'none' }],
    ['copilot-cli', 'edit', { path: 'a', old_str: 'o', new_str: 'n' }, edited('a', 'o', 'n', 'copilot-cli')],
    ['copilot-cli', 'edit', '*** Begin Patch', { kind: 'patch', patch: '*** Begin Patch' }],
    ['copilot-cli', 'create', '{"path":"a","file_text":"x"}', { kind: 'write', path: 'a', content: 'x' }],
    ['copilot-cli', 'my-server-get_it', { a: 1 }, { kind: 'mcp', server: 'my-server', tool: 'get_it', arguments: { a: 1 } }],
    ['copilot-cli', 'fs-append', { note: 1 }, { kind: 'mcp', server: 'fs', tool: 'append', arguments: { note: 1 } }],
    ['copilot-cli', 'write_powershell', { shellId: '1', input: 'ls' }, { kind: 'shell', shell: 'powershell', command: 'ls' }],
    ['vscode-copilot', 'mcp_fs_write_file', {}, { kind: 'mcp', server: 'fs', tool: 'write_file', arguments: {} }],
    ['vscode-copilot', 'insert_edit_into_file', { filePath: 'a', code: 'x' }, { kind: 'piece', path: 'a', content: 'x' }],
    [
      'vscode-copilot',
      'multi_replace_string_in_file',
      {
        replacements: [
          { filePath: 'a', oldString: '1', newString: '2' },
          { filePath: 'b', oldString: '3', newString: '4' },
          { filePath: 'a', oldString: '5', newString: '6' },
        ],
      },
      {
        kind: 'several',
        actions: [
          {
            kind: 'edit',
            path: 'a',
            edits: [
              { oldText: '1', newText: '2', replaceAll: false },
              { oldText: '5', newText: '6', replaceAll: false },
            ],
            matching: 'vscode-copilot',
          },
          edited('b', '3', '4', 'vscode-copilot'),
        ],
      },
    ],
    [
      'vscode-copilot',
      'edit_notebook_file',
      { filePath: 'n.ipynb', cellId: '#VSC-1', editType: 'edit', newCode: ['a', 'b'], language: 'python' },
      { kind: 'notebook', path: 'n.ipynb', cellId: 'BOTTOM', mode: 'insert', cellType: null, source: 'a\nb' },
    ],
    ['vscode-copilot', 'edit_notebook_file', { filePath: 'n.ipynb', cellId: '#VSC-1', editType: 'delete' }, { kind: 'none' }],
    [
      'gemini-cli',
      'replace',
      { file_path: 'a', old_string: 'o', new_string: 'n', allow_multiple: true },
      edited('a', 'o', 'n', 'gemini-cli', true),
    ],
    [
      'gemini-cli',
      'read_many_files',
      { paths: ['a', 'b'] },
      {
        kind: 'several',
        actions: [
          { kind: 'read', path: 'a' },
          { kind: 'read', path: 'b' },
        ],
      },
    ],
    ['gemini-cli', 'web_fetch', { prompt: 'read https://example.com/' }, { kind: 'fetch', url: 'read https://example.com/' }],
    ['qwen-code', 'edit', { file_path: 'a', old_string: 'o', new_string: 'n' }, edited('a', 'o', 'n', 'qwen-code')],
    ['windsurf', '', { command_line: 'ls', cwd: '/w' }, shell('ls')],
    ['kiro', 'fs_append', { path: 'a', text: 'x' }, { kind: 'insert', path: 'a', line: null, content: 'x' }],
    ['kiro', 'fs_write', { path: 'a', text: 'x' }, { kind: 'write', path: 'a', content: 'x' }],
    [
      'kiro',
      'write',
      { command: 'insert', path: 'a', insert_line: 0, new_str: 'x' },
      { kind: 'insert', path: 'a', line: 1, content: 'x' },
    ],
    ['kiro', 'str_replace', { path: 'a', oldStr: 'o', newStr: 'n', replace_all: true }, edited('a', 'o', 'n', 'exact', true)],
    ['kiro', '@fs/write_file', { a: 1 }, { kind: 'mcp', server: 'fs', tool: 'write_file', arguments: { a: 1 } }],
    [
      'antigravity',
      'replace_file_content',
      { TargetFile: 'a', TargetContent: 'o', ReplacementContent: 'n', StartLine: 1, EndLine: '3', AllowMultiple: true },
      {
        kind: 'edit',
        path: 'a',
        edits: [{ oldText: 'o', newText: 'n', replaceAll: true, lines: { first: 1, last: 3 } }],
        matching: 'antigravity',
      },
    ],
    [
      'factory-droid',
      'Edit',
      { file_path: 'a', old_str: 'o', new_str: 'n', change_all: true },
      edited('a', 'o', 'n', 'factory-droid', true),
    ],
    [
      'factory-droid',
      'Edit',
      { file_path: 'a', changes: [{ old_str: 'o', new_str: 'n' }] },
      edited('a', 'o', 'n', 'factory-droid'),
    ],
    ['goose', 'developer__edit', { path: 'a', before: 'o', after: 'n' }, edited('a', 'o', 'n', 'goose')],
    ['goose', 'memory__shell', { command: 'ls' }, shell('ls')],
    ['goose', 'fs__write_file', { a: 1 }, { kind: 'mcp', server: 'fs', tool: 'write_file', arguments: { a: 1 } }],
    ['cline', 'editor', { path: 'a', old_text: 'o', new_text: 'n' }, edited('a', 'o', 'n', 'cline')],
    ['cline', 'editor', { path: 'a', new_text: 'n', insert_line: '4' }, { kind: 'insert', path: 'a', line: 4, content: 'n' }],
    ['cline', 'run_commands', { commands: '["ls","pwd"]' }, { kind: 'several', actions: [shell('ls'), shell('pwd')] }],
    ['cline', 'run_commands', [{ command: 'ls', args: ['-l'] }], { kind: 'exec', argv: ['ls', '-l'] }],
    [
      'cline',
      'replace_in_file',
      { path: 'a', diff: '<<<<<<< SEARCH\no\n=======\nn\n>>>>>>> REPLACE\n------- SEARCH\n=======\nm' },
      {
        kind: 'edit',
        path: 'a',
        edits: [
          { oldText: 'o\n', newText: 'n\n', replaceAll: false },
          { oldText: '', newText: 'm\n', replaceAll: false },
        ],
        matching: 'search-replace-blocks',
      },
    ],
    [
      'opencode',
      'edit',
      { filePath: 'a', oldString: 'o', newString: 'n', replaceAll: true },
      edited('a', 'o', 'n', 'opencode', true),
    ],
    ['opencode', 'fs_write_file', { a: 1 }, { kind: 'mcp', server: 'fs', tool: 'write_file', arguments: { a: 1 } }],
    [
      'opencode',
      'batch',
      {
        tool_calls: [
          { tool: 'batch', parameters: {} },
          { tool: 'bash', parameters: { command: 'ls' } },
        ],
      },
      shell('ls'),
    ],
    ['amp', 'edit_file', { path: 'a', old_str: 'o', new_str: 'n' }, edited('a', 'o', 'n', 'exact')],
    ['devin-cli', 'exec', { command: 'ls' }, shell('ls')],
    ['grok-cli', 'search_replace', { file_path: 'a', old_string: 'o', new_string: 'n' }, edited('a', 'o', 'n', 'exact')],
    [
      'vibe',
      'search_replace',
      { file_path: 'a', content: '<<<<<<< SEARCH\no\n=======\nn\n>>>>>>> REPLACE' },
      edited('a', 'o\n', 'n\n', 'search-replace-blocks'),
    ],
    // Claude Code's hooks, run by others with tools of their own.
    ['claude-code', 'Edit', { path: 'a', old_str: 'o', new_str: 'n' }, edited('a', 'o', 'n', 'exact')],
    [
      'claude-code',
      'replace_string_in_file',
      { filePath: 'a', oldString: 'o', newString: 'n' },
      edited('a', 'o', 'n', 'vscode-copilot'),
    ],
  ])('%s: %s %j', (agent, tool, input, action) => {
    expect(callOf(payloads[agent](tool, input), adapterOf(agent)).action).toEqual(action);
  });

  it('takes the folder of the tool, the call or the workspace', () => {
    const cwd = (agent: AgentId, tool: string, input: unknown) => callOf(payloads[agent](tool, input), adapterOf(agent)).cwd;
    expect(cwd('cursor', 'Shell', { command: 'ls', cwd: '' })).toBe('/w');
    expect(cwd('antigravity', 'run_command', { CommandLine: 'ls', Cwd: '/x' })).toBe('/x');
    expect(cwd('gemini-cli', 'run_shell_command', { command: 'ls', dir_path: 'sub' })).toBe('/w/sub');
    expect(cwd('opencode', 'write', { filePath: 'a', content: '', cwd: '/x' })).toBe('/w');
    expect(cwd('goose', 'developer__shell', { command: 'ls' })).toBe('/w');
    expect(cwd('qwen-code', 'run_shell_command', { command: 'ls', directory: 'C:\\x' })).toBe('C:\\x');
  });
});

describe('events of each agent', () => {
  it.each<[AgentId, Record<string, unknown>, string]>([
    ['cursor', { hook_event_name: 'beforeShellExecution', command: 'ls' }, 'pre-tool'],
    ['cursor', { hook_event_name: 'afterFileEdit', file_path: 'a', edits: 7 }, 'post-tool'],
    ['cursor', { hook_event_name: 'beforeSubmitPrompt', prompt: 'x' }, 'prompt'],
    ['cursor', { hook_event_name: 'workspaceOpen' }, 'other'],
    ['copilot-cli', { sessionId: 's', toolName: 'bash', toolArgs: {}, toolResult: {} }, 'post-tool'],
    ['copilot-cli', { sessionId: 's', prompt: 'x' }, 'prompt'],
    ['copilot-cli', { sessionId: 's', source: 'new', initialPrompt: 'x' }, 'session-start'],
    ['copilot-cli', { sessionId: 's', stopReason: 'end_turn' }, 'stop'],
    ['copilot-cli', { sessionId: 's', reason: 'complete' }, 'other'],
    ['gemini-cli', { hook_event_name: 'AfterAgent' }, 'stop'],
    ['windsurf', { agent_action_name: 'post_write_code', tool_info: 7 }, 'post-tool'],
    ['windsurf', { agent_action_name: 'pre_user_prompt', tool_info: {} }, 'prompt'],
    ['kiro', { hook_event_name: 'agentSpawn', cwd: '/w' }, 'session-start'],
    ['antigravity', { conversationId: 'c', toolCall: { name: 'run_command', args: 7 }, error: '' }, 'post-tool'],
    ['antigravity', { conversationId: 'c' }, 'other'],
    ['goose', { event: 'UserPromptSubmit', matcher_context: '' }, 'prompt'],
    ['cline', { clineVersion: '', hookName: 'tool_result', postToolUse: { toolName: 'editor', parameters: {} } }, 'post-tool'],
    ['cline', { clineVersion: '', hookName: 'agent_start' }, 'session-start'],
    ['opencode', { hook_event_name: 'tool.execute.after', tool_name: 'bash', tool_input: 7 }, 'post-tool'],
    ['amp', { hook_event_name: 'tool.result', tool_name: 'Bash' }, 'post-tool'],
    ['grok-cli', { hookEventName: 'session_start' }, 'session-start'],
    ['vibe', { hook_event_name: 'post_tool', tool_name: 'bash', tool_input: {} }, 'post-tool'],
  ])('%s %j', (agent, payload, event) => expect(callOf(payload, adapterOf(agent)).event).toBe(event));
});

describe('answers of each agent', () => {
  /** What the adapter prints: exit code, JSON or null, stderr without its last line break. */
  const said = (agent: AgentId, decision: Decision, eventName = '', event: ToolCall['event'] = 'pre-tool') => {
    const { exitCode, stdout, stderr } = adapterOf(agent).encode({
      event,
      eventName,
      decision,
      reason: decision === 'allow' ? '' : 'why',
    });
    // One line of JSON or nothing: several agents read what stands before or after as a fault.
    expect(stdout === '' || /^\{.*\}\n$/.test(stdout)).toBe(true);
    return [exitCode, stdout === '' ? null : JSON.parse(stdout), stderr.trimEnd()];
  };
  const left = expect.stringMatching(/^why\n\nThis needs a decision by the user, and .* has no prompt for it: ask the user/);
  const nested = (fields: object) => ({ hookSpecificOutput: { hookEventName: 'PreToolUse', ...fields } });
  const asked = nested({ permissionDecision: 'ask', permissionDecisionReason: 'why' });
  const warned = nested({ additionalContext: 'why' });
  const flat = (permissionDecision: string, text: unknown = 'why') => ({ permissionDecision, permissionDecisionReason: text });
  const cursor = (permission: string, text: unknown = 'why') => ({ permission, user_message: text, agent_message: text });

  it.each<[agent: AgentId, event: string, allow: unknown[], warn: unknown[], ask: unknown[], deny: unknown[]]>([
    ['claude-code', 'PreToolUse', [0, null, ''], [0, warned, ''], [0, asked, ''], [2, null, 'why']],
    ['codex-cli', 'PreToolUse', [0, null, ''], [0, warned, ''], [2, null, left], [2, null, 'why']],
    [
      'cursor',
      'preToolUse',
      [0, { permission: 'allow' }, ''],
      [0, { permission: 'allow', agent_message: 'why', additional_context: 'why' }, ''],
      [0, cursor('deny', left), ''],
      [0, cursor('deny'), ''],
    ],
    [
      'cursor',
      'beforeShellExecution',
      [0, { permission: 'allow' }, ''],
      [0, { permission: 'allow', agent_message: 'why', additional_context: 'why' }, ''],
      [0, cursor('ask'), ''],
      [0, cursor('deny'), ''],
    ],
    ['copilot-cli', '', [0, null, ''], [0, { additionalContext: 'why' }, ''], [0, flat('ask'), ''], [2, flat('deny'), 'why']],
    ['copilot-cli', 'PreToolUse', [0, null, ''], [0, warned, ''], [0, asked, ''], [0, nested(flat('deny')), '']],
    [
      'copilot-cloud',
      '',
      [0, null, ''],
      [0, { additionalContext: 'why' }, ''],
      [2, flat('deny', left), left],
      [2, flat('deny'), 'why'],
    ],
    ['vscode-copilot', 'PreToolUse', [0, null, ''], [0, warned, ''], [0, asked, ''], [2, null, 'why']],
    [
      'gemini-cli',
      'BeforeTool',
      [0, null, ''],
      [0, { systemMessage: 'why', hookSpecificOutput: { hookEventName: 'BeforeTool', additionalContext: 'why' } }, ''],
      [0, { decision: 'ask', reason: 'why' }, ''],
      [2, { decision: 'deny', reason: 'why' }, 'why'],
    ],
    [
      'qwen-code',
      'PreToolUse',
      [0, null, ''],
      [0, warned, ''],
      [0, asked, ''],
      [2, null, JSON.stringify({ decision: 'block', reason: 'why', continue: false, stopReason: 'why' })],
    ],
    ['windsurf', 'pre_run_command', [0, null, ''], [0, null, 'why'], [2, null, left], [2, null, 'why']],
    ['kiro', 'PreToolUse', [0, null, ''], [0, null, 'why'], [0, { ...flat('ask'), ...asked }, ''], [2, null, 'why']],
    ['kiro', 'preToolUse', [0, null, ''], [0, null, 'why'], [2, null, left], [2, null, 'why']],
    [
      'antigravity',
      '',
      [0, { decision: 'allow' }, ''],
      [0, { decision: 'allow', reason: 'why' }, ''],
      [0, { decision: 'force_ask', reason: 'why' }, ''],
      [0, { decision: 'deny', reason: 'why' }, ''],
    ],
    [
      'factory-droid',
      'PreToolUse',
      [0, null, ''],
      [0, { systemMessage: 'why', ...warned }, ''],
      [0, asked, ''],
      [2, nested(flat('deny')), 'why'],
    ],
    ['goose', 'PreToolUse', [0, null, ''], [0, null, 'why'], [2, null, left], [2, null, 'why']],
    [
      'cline',
      'tool_call',
      [0, {}, ''],
      [0, { contextModification: 'why' }, ''],
      [0, { cancel: true, errorMessage: left }, ''],
      [0, { cancel: true, errorMessage: 'why' }, ''],
    ],
    ['opencode', 'tool.execute.before', [0, null, ''], [0, { additionalContext: 'why' }, ''], [2, null, left], [2, null, 'why']],
    ['amp', 'tool.call', [0, null, ''], [0, { additionalContext: 'why' }, ''], [2, null, left], [2, null, 'why']],
    ['devin-cli', 'PreToolUse', [0, null, ''], [0, warned, ''], [2, null, left], [2, null, 'why']],
    [
      'grok-cli',
      'pre_tool_use',
      [0, null, ''],
      [0, null, 'why'],
      [2, { decision: 'deny', reason: left }, left],
      [2, { decision: 'deny', reason: 'why' }, 'why'],
    ],
    [
      'vibe',
      'pre_tool',
      [0, null, ''],
      [0, null, 'why'],
      [0, { decision: 'deny', reason: left }, ''],
      [0, { decision: 'deny', reason: 'why' }, ''],
    ],
  ])('%s %s', (agent, event, allow, warn, ask, deny) => {
    expect(said(agent, 'allow', event)).toEqual(allow);
    expect(said(agent, 'warn', event)).toEqual(warn);
    expect(said(agent, 'ask', event)).toEqual(ask);
    expect(said(agent, 'deny', event)).toEqual(deny);
  });

  it('denies also without a reason, which some agents would take for "go ahead"', () => {
    for (const agent of agentIds) {
      const { exitCode, stdout, stderr } = adapterOf(agent).encode({
        event: 'pre-tool',
        eventName: '',
        decision: 'deny',
        reason: ' ',
      });
      expect(stdout + stderr).toContain('forestall blocked this call.');
      if (exitCode === 2) expect(stderr.trim()).not.toBe('');
    }
  });

  it('goes ahead at every other event, in the form that the agent reads', () => {
    const quiet: Partial<Record<AgentId, object>> = { cursor: {}, antigravity: {}, cline: {} };
    for (const agent of agentIds) {
      for (const event of ['post-tool', 'session-start', 'stop', 'other'] as const) {
        for (const decision of event === 'other' ? decisions : (['allow'] as const))
          expect(said(agent, decision, 'x', event)).toEqual([0, quiet[agent] ?? null, '']);
      }
    }
    expect(said('cursor', 'allow', 'beforeSubmitPrompt', 'prompt')).toEqual([0, { continue: true }, '']);
    expect(said('cursor', 'deny', 'beforeSubmitPrompt', 'prompt')).toEqual([0, { continue: false, user_message: 'why' }, '']);
    expect(said('cursor', 'allow', 'subagentStart', 'other')).toEqual([0, { permission: 'allow' }, '']);
  });
});

describe('bad payloads of every agent', () => {
  const junk: unknown[] = [
    undefined,
    null,
    true,
    0,
    7.5,
    '',
    'x',
    [],
    [[]],
    {},
    { a: {} },
    { command: {} },
    { path: [] },
    { edits: [7] },
  ];
  it('never make it throw, and never pass for a call that does nothing', () => {
    for (const agent of agentIds) {
      const adapter = adapterOf(agent);
      for (const value of junk) {
        expect(() => adapter.decode(value)).not.toThrow();
        for (const tool of [
          'Write',
          'edit',
          'bash',
          'apply_patch',
          'run_commands',
          'editor',
          'multi_replace_string_in_file',
          'batch',
          'mcp__a__b',
        ]) {
          expect(() => adapter.decode(payloads[agent](tool, value))).not.toThrow();
        }
        for (const key of Object.keys(payloads[agent]('Write', {}))) {
          const broken = { ...payloads[agent]('Write', { path: 'a', content: 'x' }), [key]: value };
          expect(() => adapter.decode(broken)).not.toThrow();
          expect(() => agentOf(agent, broken)).not.toThrow();
          expect(() => recognise(broken)).not.toThrow();
        }
      }
      const missing = adapter.decode(payloads[agent]('Write', { content: 'x' }));
      expect(missing, agent).toMatchObject({ kind: 'bad', message: expect.stringMatching(/./) });
    }
  });

  it('read both casings at once', () => {
    const both = { ...payloads['grok-cli']('bash', { command: 'ls' }), ...common('PreToolUse', 'Bash', { command: 'ls' }) };
    for (const agent of agentIds) {
      expect(adapterOf(agent).decode(both), agent).toMatchObject({ kind: 'call', call: { action: shell('ls') } });
    }
  });

  it('Grok: what was cut off cannot be judged', () => {
    const cut = { ...payloads['grok-cli']('write', { file_path: 'a', content: 'x' }), toolInputTruncated: true };
    expect(adapterOf('grok-cli').decode(cut)).toMatchObject({ kind: 'bad', eventName: 'pre_tool_use' });
  });
});

describe('agentOf', () => {
  it('recognises each agent by its payload', () => {
    // These two write what others write as well.
    const alike: Partial<Record<AgentId, AgentId>> = { 'copilot-cloud': 'copilot-cli', 'devin-cli': 'claude-code' };
    for (const agent of agentIds) expect(recognise(payloads[agent]('Bash', {})), agent).toBe(alike[agent] ?? agent);
  });

  it('believes the name, unless the payload is another agent’s own', () => {
    expect(agentOf('devin-cli', payloads['devin-cli']('exec', {}))).toBe('devin-cli');
    expect(agentOf('copilot-cloud', payloads['copilot-cloud']('bash', {}))).toBe('copilot-cloud');
    expect(agentOf('codex-cli', claudePayload('Bash', {}))).toBe('codex-cli');
    expect(agentOf('claude-code', codexPayload('Bash', {}))).toBe('claude-code');
    expect(agentOf('gemini-cli', {})).toBe('gemini-cli');
    for (const agent of [
      'cursor',
      'windsurf',
      'cline',
      'antigravity',
      'goose',
      'gemini-cli',
      'grok-cli',
      'copilot-cli',
    ] as const) {
      expect(agentOf('claude-code', payloads[agent]('Bash', {}))).toBe(agent);
    }
    const pascal = { ...common('PreToolUse', 'Bash', {}), timestamp: '2026-11-20T17:40:41.246Z' };
    expect(agentOf('claude-code', pascal)).toBe('copilot-cli');
  });

  it('looks only at what the agent itself writes', () => {
    const forged = { cursor_version: '1', clineVersion: '', toolCall: {}, conversationId: 'c', agent_action_name: 'x' };
    expect(recognise(claudePayload('Bash', forged))).toBe('claude-code');
  });

  it.each([
    ['copilot', 'copilot-cli'],
    ['VSCode', 'vscode-copilot'],
    ['agy', 'antigravity'],
    ['droid', 'factory-droid'],
    ['amazon-q', 'kiro'],
    ['mistral-vibe', 'vibe'],
  ])('%s means %s', (name, id) => expect(agentNamed(name)).toBe(id));
});
