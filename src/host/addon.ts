/**
 * Loads native addons out of the compiled Linux binary without leaving a file that anybody could change.
 *
 * Bun's own way unpacks an addon to a file with a fixed name in the temp folder and, on later runs, loads whatever lies
 * there, as long as owner and size fit. An agent runs as the same user and could put its own code there. Here each
 * process writes the bytes to a nameless file (`O_TMPFILE`) and loads that; it costs about a millisecond.
 */
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** Linux `O_TMPFILE` (with the `O_DIRECTORY` it implies), asm-generic/fcntl.h; `O_DIRECTORY` differs between machines. */
const O_TMPFILE = 0o20000000 | constants.O_DIRECTORY;

/** First words of the embedded file that says where in the executable each addon lies; the build fills the rest. */
export const PLACES_MAGIC = 'forestall: addons in this executable\n';
/** Size of that file, bytes. */
export const PLACES_SIZE = 4096;

/** Bytes copied at a time: few calls, and the buffer stays in the processor's cache. */
const PIECE = 1 << 17;

/**
 * A function from an embedded addon, its path and its position in the list of places, to what it exports. It throws
 * where the temp folder is read-only or forbids running code. `places` is the path of the embedded list.
 */
export function addonOpener(places: string): (path: string, position: number) => unknown {
  const loaded = new Map<string, unknown>();
  let known: Place[] | undefined;
  return (path, position) => {
    if (loaded.has(path)) return loaded.get(path);
    known ??= readPlaces(readFileSync(places, 'latin1'));
    // Stays open: the loader takes two libraries with one path for the same, and the path is the descriptor's number.
    const file = openSync(tempFolder(), O_TMPFILE | constants.O_RDWR, 0o600);
    const place = known[position];
    if (place) copyOut(place, file);
    else writeAll(file, readFileSync(path));
    const module: { exports: unknown } = { exports: {} };
    process.dlopen(module, `/proc/self/fd/${file}`);
    loaded.set(path, module.exports);
    return module.exports;
  };
}

/** Copies a part of the executable; three times as fast as reading the embedded file, which goes through new memory. */
function copyOut({ offset, length }: Place, file: number): void {
  const executable = openSync('/proc/self/exe', 'r');
  const piece = Buffer.allocUnsafeSlow(PIECE);
  for (let done = 0; done < length; ) {
    const read = readSync(executable, piece, 0, Math.min(PIECE, length - done), offset + done);
    if (read === 0) throw new Error('the executable is cut off');
    writeAll(file, piece.subarray(0, read));
    done += read;
  }
  closeSync(executable);
}

/** `os.tmpdir()` of Linux, without loading `node:os`. */
function tempFolder(): string {
  const { TMPDIR, TMP, TEMP } = process.env;
  return TMPDIR || TMP || TEMP || '/tmp';
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

/** In bytes from the start of the executable. */
interface Place {
  offset: number;
  length: number;
}

/** One line for each addon: offset, length. */
function readPlaces(text: string): Place[] {
  const lines = text.slice(PLACES_MAGIC.length).trimEnd().split('\n');
  return lines.filter(Boolean).map((line) => {
    const [offset, length] = line.split(' ');
    return { offset: Number(offset), length: Number(length) };
  });
}
