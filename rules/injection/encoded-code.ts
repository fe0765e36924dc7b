import { execFile, execSync, spawn } from 'node:child_process';
import vm from 'node:vm';

export function start(text: string) {
  // ruleid: injection/encoded-code
  eval(atob('YWxlcnQoMSk='));
  // ruleid: injection/encoded-code
  new Function(Buffer.from('cmV0dXJuIDE=', 'base64').toString('utf8'))();
  const payload = Buffer.from('72657475726e2031', 'hex').toString();
  // ruleid: injection/encoded-code
  vm.runInThisContext(payload);
  // ruleid: injection/encoded-code
  execSync(Buffer.from('bHMgLWw=', 'base64').toString());
  // ruleid: injection/encoded-code
  eval(String.fromCharCode(49, 43, 49));

  // ok: injection/encoded-code
  execFile('ls', ['-l', text]);
  const image = Buffer.from('iVBORw0KGgo=', 'base64');
  // ok: injection/encoded-code
  const child = spawn('convert', ['-', 'out.png']);
  // ok: injection/encoded-code
  child.stdin.end(image);
  // ok: injection/encoded-code
  const parts = /(\d+)/.exec(atob('MTIz'));
  // ok: injection/encoded-code
  return { parts, mark: String.fromCharCode(65), shown: JSON.parse(atob('e30=')) };
}
