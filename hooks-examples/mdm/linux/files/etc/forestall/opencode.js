// OpenCode plugin: hands each tool call to forestall, and stops it when forestall does not let it pass.
import { spawnSync } from 'node:child_process';

const program = '/usr/local/bin/forestall';

export const Forestall = async ({ directory }) => {
  const warnings = new Map();

  const judge = (tool, args, sessionID, callID) => {
    // These make the program's runtime load other code.
    const { BUN_OPTIONS, BUN_BE_BUN, ...env } = process.env;
    const payload = {
      hook_event_name: 'tool.execute.before',
      cwd: directory,
      tool_name: tool,
      tool_input: args,
      session_id: sessionID,
      tool_use_id: callID,
    };
    return spawnSync(program, ['hook', '--agent', 'opencode'], {
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
        throw new Error(`forestall did not answer (${error?.message ?? `exit code ${status}`}): nothing was done.`);
      if (stdout.trim() !== '') warnings.set(input.callID, JSON.parse(stdout).additionalContext);
    },
    'tool.execute.after': async (input, output) => {
      const warning = warnings.get(input.callID);
      warnings.delete(input.callID);
      if (warning && typeof output.output === 'string') output.output += `\n\n${warning}`;
    },
  };
};
