// Amp plugin: hands each tool call to forestall, and rejects it when forestall does not let it pass.
import { spawnSync } from 'node:child_process';
import type { PluginAPI } from '@ampcode/plugin';

const program = '/usr/local/bin/forestall';

export default function forestall(amp: PluginAPI) {
  amp.on('tool.call', async (event) => {
    // These make the program's runtime load other code.
    const { BUN_OPTIONS, BUN_BE_BUN, ...env } = process.env;
    const payload = {
      hook_event_name: 'tool.call',
      cwd: process.cwd(),
      session_id: event.thread.id,
      tool_use_id: event.toolUseID,
      tool_name: event.tool,
      tool_input: event.input,
      shell: amp.helpers.shellCommandFromToolCall(event),
    };
    const { status, stderr, error } = spawnSync(program, ['hook', '--agent', 'amp'], {
      input: JSON.stringify(payload),
      env,
      encoding: 'utf8',
      timeout: 20_000,
      windowsHide: true,
    });
    if (status === 0) return { action: 'allow' };
    // Missing, killed or too slow: what was not judged does not run.
    const message =
      status === 2 ? stderr : `forestall did not answer (${error?.message ?? `exit code ${status}`}): nothing was done.`;
    return { action: 'reject-and-continue', message };
  });
}
