import { exec, execFile, execSync, spawn } from 'node:child_process';
import * as cp from 'child_process';
import { promisify } from 'util';
import express, { type Request, type Response } from 'express';
import { quote } from 'shell-quote';
import { z } from 'zod';

const app = express();
const execAsync = promisify(exec);
const run = promisify(cp.exec);
const pattern = /^[a-z]+$/;
const ROOT = '/srv/app';
const FORMATS: Record<string, string> = { png: 'png', jpg: 'jpg' };

app.get('/ping', (req: Request, res: Response) => {
  const host = req.query.host;
  // ruleid: injection/os-command-string
  exec(`ping -c 4 ${host}`, (error, stdout) => {
    res.send(stdout);
  });
});

app.get('/ping-safe', (req, res) => {
  const host = String(req.query.host);
  // ok: injection/os-command-string
  execFile('ping', ['-c', '4', '--', host], (error, stdout) => {
    res.send(stdout);
  });
});

app.post('/run', async (req, res) => {
  const { cmd } = req.body;
  // ruleid: injection/os-command-string
  const { stdout } = await execAsync(cmd);
  // ruleid: injection/os-command-string
  const again = await run('ls -la ' + req.body.dir);
  res.json({ stdout, again });
});

app.post('/convert', (req, res) => {
  const { file, format, width } = req.body;
  // ruleid: injection/os-command-string
  execSync(`convert ${file} out.png`);
  // ok: injection/os-command-string
  execSync(`convert in.png out.${FORMATS[format] ?? 'png'}`);
  // ok: injection/os-command-string
  execSync(`convert in.png -resize ${Number(width)} out.png`);
  // ruleid: injection/os-command-string
  spawn('convert ' + file + ' out.png', { shell: true });
  // ruleid: injection/os-command-string
  spawn('sh', ['-c', `convert ${file} out.png`]);
  // ruleid: injection/os-command-string
  spawn('convert', [file, 'out.png'], { shell: true });
  // ok: injection/os-command-string
  spawn('convert', [file, 'out.png']);
  res.sendStatus(200);
});

export class GitService {
  clone(url: string, dest: string) {
    // ruleid: injection/os-command-string
    return execSync('git clone ' + url + ' ' + dest);
  }

  async log(branch: string) {
    const command = `git log --oneline ${branch}`;
    // ruleid: injection/os-command-string
    const { stdout } = await execAsync(command, { cwd: ROOT });
    return stdout;
  }

  async logSafe(branch: string) {
    // ok: injection/os-command-string
    return promisify(execFile)('git', ['log', '--oneline', '--', branch], { cwd: ROOT });
  }

  async quoted(branch: string) {
    // ok: injection/os-command-string
    return execAsync(`git log ${quote([branch])}`);
  }

  async depth(count: number) {
    // ok: injection/os-command-string
    return execAsync(`git log -n ${count}`);
  }

  async checked(branch: string) {
    if (!/^[\w./-]+$/.test(branch)) throw new Error('branch');
    // ok: injection/os-command-string
    return execAsync(`git switch ${branch}`);
  }
}

export function runStep(command: string) {
  // ok: injection/os-command-string
  return execSync(command, { stdio: 'inherit' });
}

export function build() {
  const version = process.env.VERSION;
  // ok: injection/os-command-string
  execSync('npm run build');
  // ok: injection/os-command-string
  execSync(`tar czf ${ROOT}/app.tgz ${__dirname}/dist`);
  // ok: injection/os-command-string
  return execSync(`npm version ${version}`);
}

export async function POST(request: Request) {
  const { name } = await request.json();
  // ruleid: injection/os-command-string
  cp.exec(`useradd ${name}`);
  // ok: injection/os-command-string
  const match = pattern.exec(name);
  // ok: injection/os-command-string
  const user = await User.findOne({ name }).exec();
  return Response.json({ match, user });
}

const Input = z.object({ service: z.enum(['web', 'worker']) });

app.post('/restart', (req, res) => {
  const { service } = Input.parse(req.body);
  // ok: injection/os-command-string
  exec(`systemctl restart ${service}`);
  res.sendStatus(204);
});

app.post('/logs', (req, res) => {
  const service = req.body.service;
  if (!['web', 'worker'].includes(service)) return res.sendStatus(400);
  // ok: injection/os-command-string
  exec(`journalctl -u ${service}`, (error, stdout) => res.send(stdout));
});

function compress(name) {
  return ['tar', 'czf', name].join(' ');
}

app.get('/archive/:name', (req, res) => {
  const line = compress(req.params.name);
  // ruleid: injection/os-command-string
  exec(line, () => res.end());
});

app.get('/author', (req, res) => {
  const args = ['log', '--author', String(req.query.author)];
  // ruleid: injection/os-command-string
  spawn('git', args, { shell: true }).stdout.pipe(res);
});

app.get('/author/direct', (req, res) => {
  const args = ['log', `--author=${req.query.author}`];
  // ok: injection/os-command-string
  spawn('git', args).stdout.pipe(res);
});

app.get('/shells', (req, res) => {
  const line = String(req.query.line);
  // ruleid: injection/os-command-string
  spawn('env', ['LANG=C', 'sh', '-c', line]);
  // ruleid: injection/os-command-string
  execFile('sudo', ['-n', 'bash', '-c', `ls ${line}`]);
  const shell = spawn('bash', ['-l']);
  // ruleid: injection/os-command-string
  shell.stdin.write(line);
  // ruleid: injection/os-command-string
  cp.spawnSync('sh', { input: line });
  const later = req.query.slow ? exec : execSync;
  // ruleid: injection/os-command-string
  later(line);
  // ruleid: injection/os-command-string
  execSync(Reflect.get(req, 'query').line);
  // ok: injection/os-command-string
  spawn('env', ['LANG=C', 'sort', '-c', line]);
  const sort = spawn('sort', ['-u']);
  // ok: injection/os-command-string
  sort.stdin.end(line);
  // ok: injection/os-command-string
  cp.spawnSync('sha256sum', { input: line });
  res.end();
});
