/** Members of .NET objects that work on files, processes and the network: web clients, files, encodings. */
import { type PsWord, pathWord } from './powershell-word.ts';

/** What `made.name(args)` is in a POSIX shell. */
export function memberCall(made: PsWord, name: string, args: readonly PsWord[]): string {
  const [first, second] = args;
  const on = (made.text ?? made.shell).toLowerCase();
  switch (name) {
    case 'downloadstring':
    case 'downloaddata':
    case 'getstringasync':
    case 'openread':
      return `"$(curl -s ${first?.shell ?? ''})"`;
    case 'downloadfile':
    case 'downloadfileasync':
      return `"$(curl -s -o ${second ? pathWord(second) : 'file'} ${first?.shell ?? ''})"`;
    case 'uploadstring':
    case 'uploaddata':
      return `"$(curl -s --data ${args.at(-1)?.shell ?? ''} ${first?.shell ?? ''})"`;
    case 'uploadfile':
      return `"$(curl -s -T ${args.at(-1) ? pathWord(args.at(-1)!) : ''} ${first?.shell ?? ''})"`;
    case 'writealltext':
    case 'writealllines':
    case 'writeallbytes':
    case 'appendalltext':
      return `"$(printf '%s' ${second?.shell ?? "''"} ${name.startsWith('append') ? '>>' : '>'} ${first ? pathWord(first) : 'file'})"`;
    case 'readalltext':
    case 'readalllines':
    case 'readallbytes':
      return `"$(cat ${first ? pathWord(first) : ''})"`;
    case 'delete':
      return /file|directory/.test(on) ? `"$(rm -${second ? 'r' : ''}f ${first ? pathWord(first) : ''})"` : made.shell;
    case 'frombase64string':
      return `"$(echo ${first?.shell ?? ''} | base64 -d)"`;
    case 'getstring':
      return first?.shell ?? made.shell;
    case 'start':
      return /process/.test(on) ? `"$(${args.map((arg) => arg.shell).join(' ')})"` : made.shell;
    case 'create':
      return /scriptblock/.test(on) ? (first?.shell ?? made.shell) : made.shell;
    case 'invoke':
      return `"$(eval ${made.shell})"`;
    case 'setenvironmentvariable':
      return `"$(setx ${first?.shell ?? ''} ${second?.shell ?? ''})"`;
    default:
      // `.Trim()`, `.FullName`, `.Content`: the value itself, near enough.
      return made.text === null ? made.shell : '"${PSVALUE}"';
  }
}
