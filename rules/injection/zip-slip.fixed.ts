import fs from 'node:fs';
import path from 'node:path';
import AdmZip from 'adm-zip';
import unzipper from 'unzipper';

const ROOT = path.resolve('/srv/unpacked');

export function unpack(file: string): void {
  fs.createReadStream(file)
    .pipe(unzipper.Parse())
    .on('entry', (entry) => {
      const p = path.resolve(ROOT, entry.path);
      if (!p.startsWith(ROOT + path.sep)) throw new Error('path');
      entry.pipe(fs.createWriteStream(p));
    });
}

export function unpackZip(buffer: Buffer): void {
  for (const entry of new AdmZip(buffer).getEntries()) {
    const p = path.resolve(ROOT, entry.entryName);
    if (!p.startsWith(ROOT + path.sep)) throw new Error('path');
    fs.writeFileSync(p, entry.getData());
  }
}
