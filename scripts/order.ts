/** What a hook call runs, by trying: typical calls through a binary that writes down which functions it enters. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonFile, typescriptFile } from '../bench/corpus.ts';

/** Bun's variable for it. */
const OUTPUT = 'BUN_BYTECODE_ORDER_OUT';

/** Runs the calls; the files written to `folder`, the most frequent kind of call first. */
export function recordOrder(binary: string, folder: string): string[] {
  const workspace = mkdtempSync(join(tmpdir(), 'forestall-order-'));
  try {
    mkdirSync(join(workspace, '.git'));
    return Object.entries(calls(workspace)).flatMap(([name, [tool, input]]) => {
      const output = join(folder, `order-${name}.txt`);
      rmSync(output, { force: true });
      const payload = { session_id: 'build', cwd: workspace, hook_event_name: 'PreToolUse', tool_name: tool, tool_input: input };
      const env = { ...process.env, [OUTPUT]: output };
      const { status } = spawnSync(binary, ['hook'], { cwd: workspace, input: JSON.stringify(payload), env });
      if (status !== 0 && status !== 2) throw new Error(`a trial call (${name}) ended with ${status}`);
      return existsSync(output) ? [output] : [];
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function calls(workspace: string): Record<string, [tool: string, input: object]> {
  const file = (name: string, text: string): string => {
    const path = join(workspace, name);
    writeFileSync(path, text);
    return path;
  };
  const script = file('service.ts', typescriptFile(100));
  const python = file('service.py', pythonFile(100));
  const edit = (path: string, from: string, to: string) => ({ file_path: path, old_string: from, new_string: to });
  const anchor = 'await loadCustomer2(String(req.params.id))';
  return {
    read: ['Read', { file_path: script }],
    shell: ['Bash', { command: 'git status --short && npm test 2>&1 | tail -20' }],
    typescript: ['Edit', edit(script, anchor, 'await loadCustomer2(String(req.params.id).trim())')],
    python: [
      'Edit',
      edit(
        python,
        'load_customer_2, request.app.state.connection, key',
        'load_customer_2, request.app.state.connection, key.strip()',
      ),
    ],
    prose: ['Write', { file_path: join(workspace, 'notes.md'), content: '# Notes\n\nNothing to see.\n' }],
    finding: ['Edit', edit(script, anchor, "(await db.query(`SELECT id FROM customers WHERE id = '${req.params.id}'`)).rows[0]")],
  };
}
