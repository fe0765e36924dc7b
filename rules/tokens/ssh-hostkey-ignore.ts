import { Client } from 'ssh2';
import { execFile } from 'node:child_process';

export function deploy(host: string, privateKey: string, done: () => void) {
  const connection = new Client();
  connection.on('ready', done);
  // ruleid: tokens/ssh-hostkey-ignore
  connection.connect({ host, username: 'deploy', privateKey, hostVerifier: () => true });
}

export function deployWithCallback(host: string, privateKey: string) {
  // ruleid: tokens/ssh-hostkey-ignore
  new Client().connect({ host, privateKey, hostVerifier: (key, verify) => verify(true) });
}

export function copy(host: string, file: string, done: () => void) {
  // ruleid: tokens/ssh-hostkey-ignore
  execFile('scp', ['-o', 'StrictHostKeyChecking=no', '--', file, `${host}:/srv/app/`], done);
}

export function copyPinned(host: string, file: string, done: () => void) {
  // ok: tokens/ssh-hostkey-ignore
  execFile('scp', ['-o', 'StrictHostKeyChecking=accept-new', '--', file, `${host}:/srv/app/`], done);
}

export function connectPinned(host: string, privateKey: string, expected: Buffer) {
  // ok: tokens/ssh-hostkey-ignore
  new Client().connect({ host, privateKey, hostVerifier: (key: Buffer) => key.equals(expected) });
}

export function strict(done: () => void) {
  // ok: tokens/ssh-hostkey-ignore
  execFile('ssh', ['-o', 'StrictHostKeyChecking=yes', 'build.example.com'], done);
}
