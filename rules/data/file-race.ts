import fs from 'node:fs';

export function init(path: string) {
  // ruleid: data/file-race
  if (!fs.existsSync(path)) {
    fs.writeFileSync(path, '{}');
  }
  // ok: data/file-race
  fs.writeFileSync(path, '{}', { flag: 'wx' });
}
