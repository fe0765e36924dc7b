/** The plugin files of agents that run hooks inside their own process: each hands the call to the program. */
import type { AgentId } from '../model/toolcall.ts';
import type { Program } from './command-line.ts';

/** A JavaScript literal in single quotes, also where the path has quotes, backslashes or line breaks. */
const text = (word: string): string => `'${JSON.stringify(word).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const words = ([, ...script]: Program, agent: AgentId): string => [...script, 'hook', '--agent', agent].map(text).join(', ');

// Named here, so that they do not read as imports of this file.
const spawner = "import { spawnSync } from 'node:child_process';";
const ampTypes = "import type { PluginAPI } from '@ampcode/plugin';";

/** OpenCode: `tool.execute.before` throws what the model must read. */
export const opencodePlugin = (
  program: Program,
): string => `// OpenCode plugin: hands each tool call to forestall, and stops it when forestall does not let it pass.
${spawner}

const program = ${text(program[0])};

export const Forestall = async ({ directory }) => {
  const warnings = new Map();

  const judge = (tool, args, sessionID, callID) => {
    // These make the program's runtime load other code.
    const { BUN_OPTIONS, BUN_BE_BUN,${program.length > 1 ? ' NODE_OPTIONS,' : ''} ...env } = process.env;
    const payload = {
      hook_event_name: 'tool.execute.before',
      cwd: directory,
      tool_name: tool,
      tool_input: args,
      session_id: sessionID,
      tool_use_id: callID,
    };
    return spawnSync(program, [${words(program, 'opencode')}], {
      input: JSON.stringify(payload),
      cwd: directory,
      env,
      encoding: 'utf8',
      timeout: 20_000,
      windowsHide: true,
    });
  };

  return {
    'tool.execute.before': async (input, output) => {
      const { status, stdout, stderr, error } = judge(input.tool, output.args, input.sessionID, input.callID);
      if (status === 2) throw new Error(stderr);
      // Missing, killed or too slow: what was not judged does not run.
      if (status !== 0)
        throw new Error(\`forestall did not answer (\${error?.message ?? \`exit code \${status}\`}): nothing was done.\`);
      if (stdout.trim() !== '') warnings.set(input.callID, JSON.parse(stdout).additionalContext);
    },
    'tool.execute.after': async (input, output) => {
      const warning = warnings.get(input.callID);
      warnings.delete(input.callID);
      if (warning && typeof output.output === 'string') output.output += \`\\n\\n\${warning}\`;
    },
  };
};
`;

/** Amp: `tool.call` answers `reject-and-continue`. */
export const ampPlugin = (
  program: Program,
): string => `// Amp plugin: hands each tool call to forestall, and rejects it when forestall does not let it pass.
${spawner}
${ampTypes}

const program = ${text(program[0])};

export default function forestall(amp: PluginAPI) {
  amp.on('tool.call', async (event) => {
    // These make the program's runtime load other code.
    const { BUN_OPTIONS, BUN_BE_BUN,${program.length > 1 ? ' NODE_OPTIONS,' : ''} ...env } = process.env;
    const payload = {
      hook_event_name: 'tool.call',
      cwd: process.cwd(),
      session_id: event.thread.id,
      tool_use_id: event.toolUseID,
      tool_name: event.tool,
      tool_input: event.input,
      shell: amp.helpers.shellCommandFromToolCall(event),
    };
    const { status, stderr, error } = spawnSync(program, [${words(program, 'amp')}], {
      input: JSON.stringify(payload),
      env,
      encoding: 'utf8',
      timeout: 20_000,
      windowsHide: true,
    });
    if (status === 0) return { action: 'allow' };
    // Missing, killed or too slow: what was not judged does not run.
    const message =
      status === 2 ? stderr : \`forestall did not answer (\${error?.message ?? \`exit code \${status}\`}): nothing was done.\`;
    return { action: 'reject-and-continue', message };
  });
}
`;
