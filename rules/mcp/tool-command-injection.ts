import { exec, execFile, execSync, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

const server = new McpServer({ name: 'git', version: '1.0.0' });
const low = new Server({ name: 'low', version: '1.0.0' }, { capabilities: { tools: {} } });
const execAsync = promisify(exec);
const execFileAsync = promisify(execFile);

server.tool('git_log', { branch: z.string() }, async ({ branch }) => {
  // ruleid: mcp/tool-command-injection
  const { stdout } = await execAsync(`git log --oneline ${branch}`);
  return { content: [{ type: 'text', text: stdout }] };
});

server.tool('git_log_safe', { branch: z.string() }, async ({ branch }) => {
  // ok: mcp/tool-command-injection
  const { stdout } = await execFileAsync('git', ['log', '--oneline', '--', branch]);
  return { content: [{ type: 'text', text: stdout }] };
});

server.tool('restart', 'Restarts a service', { service: z.enum(['web', 'worker']) }, async ({ service }) => {
  // ok: mcp/tool-command-injection
  execSync(`systemctl restart ${service}`);
  return { content: [] };
});

server.tool('tail', { lines: z.number().int(), name: z.string().regex(/^[a-z]+$/) }, async (args) => {
  // ok: mcp/tool-command-injection
  const text = execSync(`tail -n ${args.lines} /var/log/${args.name}.log`).toString();
  return { content: [{ type: 'text', text }] };
});

server.registerTool(
  'search',
  { description: 'Searches files', inputSchema: { query: z.string(), dir: z.string() } },
  async (args) => {
    // ruleid: mcp/tool-command-injection
    const out = execSync('grep -r "' + args.query + '" ' + args.dir, { encoding: 'utf8' });
    return { content: [{ type: 'text', text: out }] };
  },
);

server.registerTool('convert', { inputSchema: { file: z.string() } }, async ({ file }) => {
  // ruleid: mcp/tool-command-injection
  spawn('convert', [file, 'out.png'], { shell: true });
  // ruleid: mcp/tool-command-injection
  spawn('sh', ['-c', `convert ${file} out.png`]);
  // ok: mcp/tool-command-injection
  spawn('convert', [file, 'out.png']);
  return { content: [] };
});

server.tool('run_command', { command: z.string() }, async ({ command }) => {
  return { content: [{ type: 'text', text: await runCommand(command) }] };
});

async function runCommand(command: string): Promise<string> {
  // ruleid: mcp/tool-command-injection
  const { stdout } = await execAsync(command);
  return stdout;
}

low.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params;
  switch (name) {
    case 'ping': {
      const host = String(request.params.arguments?.host);
      // ruleid: mcp/tool-command-injection
      return { content: [{ type: 'text', text: execSync(`ping -c 1 ${host}`).toString() }] };
    }
    case 'ping_safe': {
      const host = String(request.params.arguments?.host);
      if (!/^[\w.-]+$/.test(host)) throw new Error('host');
      // ok: mcp/tool-command-injection
      return { content: [{ type: 'text', text: execSync(`ping -c 1 ${host}`).toString() }] };
    }
    case 'whois':
      // ruleid: mcp/tool-command-injection
      exec('whois ' + args.domain, () => undefined);
      return { content: [] };
    default:
      // ok: mcp/tool-command-injection
      execSync('git status');
      throw new Error(`unknown tool ${name}`);
  }
});

export function build(target: string) {
  // ok: mcp/tool-command-injection
  return execSync(`make ${target}`);
}
