import fs from 'node:fs';

export function save(path: string, data: string) {
  // ruleid: data/file-world-writable
  fs.chmodSync(path, 0o777);
  // ruleid: data/file-world-writable
  fs.writeFileSync(path, data, { mode: 0o666 });
  // ruleid: data/file-world-writable
  fs.chmod(path, '0777', () => {});
  // ok: data/file-world-writable
  fs.chmodSync(path, 0o600);
  // ok: data/file-world-writable
  fs.writeFileSync(path, data, { mode: 0o644 });
  // ok: data/file-world-writable
  fs.chmod(path, '755', () => {});
}
