/**
 * Builds the Debian package `dist/forestall_<version>_<arch>.deb` from the binary in `dist`. No tool of Debian is needed:
 * the package is an `ar` archive of two compressed `tar` archives (deb(5)), and the same input gives the same bytes.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultFleet } from '../src/install/fleet.ts';
import { VERSION } from '../src/model/version.ts';

const root = join(import.meta.dirname, '..');
const [given, output] = process.argv.slice(2);
const binary = given ?? join(root, 'dist', 'forestall');
if (!existsSync(binary)) throw new Error(`${binary} is missing: run npm run build`);

const architectures: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };
const architecture = architectures[process.arch];
if (!architecture || process.platform !== 'linux') throw new Error('run this on the kind of Linux that the package is for');

const PROGRAM = '/usr/bin/forestall';

interface Entry {
  /** Begins with `./`; a folder ends with `/`. */
  name: string;
  mode: number;
  data: Uint8Array;
}

const text = (lines: string): Uint8Array => new TextEncoder().encode(lines);
const folder = (name: string): Entry => ({ name, mode: 0o755, data: new Uint8Array() });

const fleet = { ...defaultFleet, programs: { ...defaultFleet.programs, linux: PROGRAM } };

const payload: Entry[] = [
  folder('./'),
  folder('./etc/'),
  folder('./etc/forestall/'),
  { name: './etc/forestall/fleet.json', mode: 0o644, data: text(`${JSON.stringify(fleet, null, 2)}\n`) },
  folder('./usr/'),
  folder('./usr/bin/'),
  { name: `.${PROGRAM}`, mode: 0o755, data: readFileSync(binary) },
  folder('./usr/share/'),
  folder('./usr/share/doc/'),
  folder('./usr/share/doc/forestall/'),
  { name: './usr/share/doc/forestall/copyright', mode: 0o644, data: readFileSync(join(root, 'LICENSE')) },
];

/** `DPKG_ROOT` is the folder of an image that dpkg installs into without changing its root. */
const target = '"' + '$' + '{DPKG_ROOT:-}"';
const inImage = `if [ -n ${target} ]; then set -- --root ${target}; else set --; fi`;

const control: Entry[] = [
  folder('./'),
  {
    name: './control',
    mode: 0o644,
    data: text(`Package: forestall
Version: ${VERSION}
Architecture: ${architecture}
Maintainer: forestall
Section: utils
Priority: optional
Installed-Size: ${Math.ceil(payload.reduce((size, { data }) => size + data.length, 0) / 1024)}
Depends: libc6, libstdc++6
Description: guard that coding agents call before they act
 Reads what a coding agent is about to do, and stops it before it happens
 if it breaks the security policy. This package installs the program and the
 managed settings that make the agents of every user call it.
`),
  },
  { name: './conffiles', mode: 0o644, data: text('/etc/forestall/fleet.json\n') },
  {
    name: './postinst',
    mode: 0o755,
    data: text(`#!/bin/sh
set -e
if [ "$1" = configure ]; then
  ${inImage}
  # A file that is not understood is left alone and named; the other agents have their hook.
  ${target.slice(0, -1)}${PROGRAM}" init --managed --yes --fleet ${target.slice(0, -1)}/etc/forestall/fleet.json" --program ${PROGRAM} "$@" ||
    echo 'forestall: not every agent got its hook; see above, then run: forestall init --managed' >&2
fi
`),
  },
  {
    name: './prerm',
    mode: 0o755,
    data: text(`#!/bin/sh
set -e
if [ "$1" = remove ]; then
  ${inImage}
  ${target.slice(0, -1)}${PROGRAM}" uninstall --managed --program ${PROGRAM} "$@" || true
fi
`),
  },
];

/** A tar archive in the form of POSIX.1-1988 (ustar); everything belongs to root. */
function tar(entries: readonly Entry[]): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const { name, mode, data } of entries) {
    const header = Buffer.alloc(512);
    const octal = (value: number, at: number, size: number) => header.write(`${value.toString(8).padStart(size - 1, '0')}\0`, at);
    header.write(name, 0, 100);
    octal(mode, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(data.length, 124, 12);
    octal(0, 136, 12);
    header.write('        ', 148);
    header.write(name.endsWith('/') ? '5' : '0', 156);
    header.write('ustar\0' + '00', 257);
    header.write('root', 265);
    header.write('root', 297);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(header, data, new Uint8Array((512 - (data.length % 512)) % 512));
  }
  blocks.push(new Uint8Array(1024));
  return Buffer.concat(blocks);
}

function ar(members: readonly [name: string, data: Uint8Array][]): Uint8Array {
  const parts: Uint8Array[] = [text('!<arch>\n')];
  for (const [name, data] of members) {
    const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(data.length).padEnd(10)}\`\n`;
    parts.push(text(header), data, text(data.length % 2 === 0 ? '' : '\n'));
  }
  return Buffer.concat(parts);
}

const file = output ?? join(root, 'dist', `forestall_${VERSION}_${architecture}.deb`);
writeFileSync(
  file,
  ar([
    ['debian-binary', text('2.0\n')],
    ['control.tar.gz', gzipSync(tar(control))],
    ['data.tar.gz', gzipSync(tar(payload), { level: 6 })],
  ]),
);
console.log(`${file}  ${(statSync(file).size / 2 ** 20).toFixed(0)} MB`);
