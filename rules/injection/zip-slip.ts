import fs, { createWriteStream } from 'node:fs';
import path from 'node:path';
import AdmZip from 'adm-zip';
import unzipper from 'unzipper';
import tar from 'tar-stream';

export function unpack(file: string, target: string) {
  fs.createReadStream(file)
    .pipe(unzipper.Parse())
    .on('entry', (entry) => {
      const out = path.join(target, entry.path);
      // ruleid: injection/zip-slip
      entry.pipe(fs.createWriteStream(out));
    });
}

export function unpackAdm(buffer: Buffer, target: string) {
  for (const entry of new AdmZip(buffer).getEntries()) {
    // ruleid: injection/zip-slip
    fs.writeFileSync(path.join(target, entry.entryName), entry.getData());
  }
}

export function unpackTar(stream: NodeJS.ReadableStream, target: string) {
  const extract = tar.extract();
  extract.on('entry', (header, body, next) => {
    // ruleid: injection/zip-slip
    body.pipe(createWriteStream(`${target}/${header.name}`));
    body.on('end', next);
  });
  stream.pipe(extract);
}

export function unpackSafely(buffer: Buffer, target: string) {
  const root = path.resolve(target);
  for (const entry of new AdmZip(buffer).getEntries()) {
    const out = path.resolve(root, entry.entryName);
    if (!out.startsWith(root + path.sep)) throw new Error('entry leaves the folder');
    // ok: injection/zip-slip
    fs.writeFileSync(out, entry.getData());
  }
}

export function unpackFlat(buffer: Buffer, target: string) {
  for (const entry of new AdmZip(buffer).getEntries()) {
    // ok: injection/zip-slip
    fs.writeFileSync(path.join(target, path.basename(entry.entryName)), entry.getData());
  }
}

export function unpackWhole(buffer: Buffer, target: string) {
  // ok: injection/zip-slip
  new AdmZip(buffer).extractAllTo(target, false);
}

async function unpack(data: Buffer, out: string) {
  for (const entry of readEntries(data)) {
    const target = path.normalize(path.join(out, entry.fileName));
    if (!isChildDir(out, target)) throw new Error('outside');
    // ok: injection/zip-slip
    await fs.promises.writeFile(target, entry.data);
  }
}

function writeConfig(fileInfo: { fileName: string; fileContents: string }) {
  // ok: injection/zip-slip
  fs.writeFileSync(fileInfo.fileName, fileInfo.fileContents);
}
