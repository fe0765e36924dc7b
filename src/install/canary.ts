/** A tool call as each agent would send it: for trying a hook without the agent. */
import type { AgentId } from '../model/toolcall.ts';
import type { Json } from './target.ts';

/** The payload of a call that runs `command` in `cwd`. */
export function shellCall(agent: AgentId, command: string, cwd: string): Json {
  const session = 'forestall-doctor';
  const claude = (tool: string, input: Json, event = 'PreToolUse'): Json => ({
    session_id: session,
    hook_event_name: event,
    cwd,
    tool_name: tool,
    tool_input: input,
    tool_use_id: session,
  });
  switch (agent) {
    case 'claude-code':
      return { ...(claude('Bash', { command }) as object), permission_mode: 'default', prompt_id: session };
    case 'codex-cli':
      return { ...(claude('Bash', { command }) as object), turn_id: session, model: session };
    case 'vscode-copilot':
      return claude('run_in_terminal', { command, explanation: '', goal: '', isBackground: false });
    case 'gemini-cli':
      return claude('run_shell_command', { command }, 'BeforeTool');
    case 'qwen-code':
      return claude('run_shell_command', { command, is_background: false });
    case 'factory-droid':
      return claude('Execute', { command });
    case 'kiro':
      return claude('execute_bash', { command });
    case 'devin-cli':
      return claude('exec', { command });
    case 'vibe':
      return claude('bash', { command }, 'pre_tool');
    case 'opencode':
      return claude('bash', { command }, 'tool.execute.before');
    case 'amp':
      return claude('Bash', { cmd: command }, 'tool.call');
    case 'copilot-cli':
    case 'copilot-cloud':
      return { sessionId: session, timestamp: 0, cwd, toolName: 'bash', toolArgs: { command } };
    case 'cursor':
      return {
        conversation_id: session,
        generation_id: session,
        cursor_version: '0',
        hook_event_name: 'beforeShellExecution',
        workspace_roots: [cwd],
        command,
        cwd,
      };
    case 'windsurf':
      return { agent_action_name: 'pre_run_command', trajectory_id: session, tool_info: { command_line: command, cwd } };
    case 'antigravity':
      return {
        conversationId: session,
        workspacePaths: [cwd],
        stepIdx: 0,
        toolCall: { name: 'run_command', args: { CommandLine: command, Cwd: cwd } },
      };
    case 'goose':
      return {
        event: 'PreToolUse',
        session_id: session,
        matcher_context: '',
        tool_name: 'shell',
        tool_input: { command },
        working_dir: cwd,
      };
    case 'cline':
      return {
        clineVersion: '0',
        hookName: 'tool_call',
        taskId: session,
        workspaceRoots: [cwd],
        tool_call: { id: session, name: 'run_commands', input: { commands: [command] } },
      };
    case 'grok-cli':
      return {
        hookEventName: 'pre_tool_use',
        sessionId: session,
        cwd,
        workspaceRoot: cwd,
        toolName: 'run_terminal_command',
        toolInput: { command },
      };
    default:
      return agent satisfies never;
  }
}
