/** Programs inside a shell command: their text to scan, and what they would do, as a script of the same effect. */
import type { Effect, Source } from '../model/effect.ts';
import type { LanguageId } from '../model/language.ts';
import type { ResolvedCommand, ResolvedScript } from '../model/shell.ts';
import type { World } from '../model/world.ts';
import type { Parsers } from '../parse/backends.ts';
import { grammarFor } from '../parse/languages.ts';
import { loadLowering } from '../parse/lowerings.ts';
import { parseText } from '../parse/parse.ts';
import { quote } from '../parse/shell-quote.ts';
import { equivalentScript } from './program.ts';
import { resolveScript } from './resolve.ts';
import { shellEffects } from './shell.ts';
import { renderPieces } from './shell-pieces.ts';

export interface InlineProgram {
  /** The program's text; its path is a made-up name such as `inline.py`. */
  source: Source;
  /** What it would do; null when the text tells nothing. All spans are the command's. */
  script: ResolvedScript | null;
  /** Effects on files. */
  effects: Effect[];
}

const endings: Readonly<Partial<Record<string, [LanguageId, string]>>> = {
  python: ['python', 'py'],
  javascript: ['javascript', 'js'],
  typescript: ['typescript', 'ts'],
  ruby: ['ruby', 'rb'],
  php: ['php', 'php'],
};
/** Languages without a tree, whose calls with constant texts are read. */
const loose: ReadonlySet<string> = new Set(['perl', 'lua', 'r', 'julia', 'tcl', 'applescript']);
/** Longest program that is read, code units, and longest time for it, ms. */
const MAX_PROGRAM = 200_000;
const PARSE_LIMIT = 1000;

/** Null for a command without a program in a language that is read. */
export async function inlineProgram(command: ResolvedCommand, world: World, parsers: Parsers): Promise<InlineProgram | null> {
  const { code } = command;
  if (code === null || command.remote !== null) return null;
  const text = renderPieces(code.pieces);
  if (text.trim() === '' || text.length > MAX_PROGRAM) return null;
  const [language, ending] = endings[code.language] ?? [null, null];
  if (language === null) return loose.has(code.language) ? readLoosely(text, null, command, world) : null;
  const body = language === 'php' && !text.includes('<?') ? `<?php ${text}` : text;
  const source: Source = { path: `inline.${ending}`, language, text: body, fragment: true };
  if (language === 'ruby' || language === 'php') return readLoosely(text, source, command, world);
  const lowering = await loadLowering(language);
  const grammar = grammarFor(language, source.path);
  if (lowering === null || grammar === null) return { source, script: null, effects: [] };
  const parser = await parsers.parser(grammar, text);
  const parsed = parseText(parser, lowering, text, PARSE_LIMIT);
  const cwd = command.cwd ?? world.workspace;
  const script = equivalentScript(parsed.program, language === 'python' ? 'python' : 'javascript', {
    home: world.home,
    cwd,
    parse: (inner) => parseText(parser, lowering, inner, PARSE_LIMIT).program,
  });
  parsed.free();
  return read(script, source, command, world);
}

function read(script: string, source: Source, command: ResolvedCommand, world: World): InlineProgram {
  if (script === '') return { source, script: null, effects: [] };
  const cwd = command.cwd ?? world.workspace;
  const at = { span: command.span, wrappers: [...command.wrappers, command.program ?? ''], depth: command.shellDepth + 1 };
  const resolved = resolveScript(script, { cwd, home: world.home, workspace: world.workspace, parameters: 'none', at });
  const effects = shellEffects(script, world, cwd, resolved).filter(({ kind }) => kind !== 'run' && kind !== 'opaque');
  return { source, script: resolved, effects };
}

/** Calls with constant texts, in languages whose tree is not followed. */
function readLoosely(text: string, source: Source | null, command: ResolvedCommand, world: World): InlineProgram {
  const lines: string[] = [];
  const literal = String.raw`(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\$#@]|\\.|#(?!\{))*)")`;
  const calls = new RegExp(
    String.raw`\b([A-Za-z_][\w.:]*)\s*\(?\s*${literal}(?:\s*(?:,|=>)\s*${literal})?(?:\s*,\s*${literal})?`,
    'g',
  );
  for (const match of text.matchAll(calls)) {
    const [first, second, third] = [2, 4, 6].map((at) => {
      const one = match[at] ?? match[at + 1];
      return one === undefined ? null : quoted(one);
    });
    const made = looseCall(match[1]!, first ?? "''", second ?? null, third ?? null);
    if (made !== null && lines.length < 200) lines.push(made);
  }
  // `unlink glob "~/*"`, `unlink <~/x/*>`
  for (const match of text.matchAll(/\bunlink\s*\(?\s*(?:glob\s*\(?\s*["']([\w.~/*?-]+)["']|<([\w.~/*?-]+)>)/g))
    lines.push(`rm -rf -- ${match[1] ?? match[2]}`);
  for (const match of text.matchAll(/do shell script\s+"((?:[^"\\]|\\.)*)"/g)) lines.push(match[1]!.replace(/\\(["\\])/g, '$1'));
  for (const match of text.matchAll(/`([^`\n]+)`|\bqx\{([^}\n]+)\}|%x[({]([^)}\n]+)[)}]/g))
    lines.push(match[1] ?? match[2] ?? match[3] ?? '');
  const made = read(lines.join('\n'), source ?? { path: 'inline', language: null, text, fragment: true }, command, world);
  return made;
}

const quoted = (text: string): string => quote(text.replace(/\\n/g, '\n').replace(/\\(['"\\])/g, '$1'));

function looseCall(name: string, first: string, second: string | null, third: string | null): string | null {
  switch (name.replace(/^::/, '')) {
    case 'system':
    case 'exec':
    case 'shell_exec':
    case 'passthru':
    case 'popen':
    case 'IO.popen':
    case 'Kernel.system':
    case 'os.execute':
    case 'io.popen':
    case 'system2':
    case 'pipe':
    case 'spawn':
    case 'proc_open':
      return second === null || name === 'popen' ? `sh -c ${first}` : [first, second, third ?? ''].join(' ');
    case 'unlink':
    case 'File.delete':
    case 'os.remove':
    case 'file.remove':
    case 'File.unlink':
    case 'FileUtils.rm':
    case 'FileUtils.rm_f':
      return `rm -f -- ${first}`;
    case 'rmtree':
    case 'remove_tree':
    case 'FileUtils.rm_rf':
    case 'FileUtils.rm_r':
    case 'FileUtils.remove_dir':
      return `rm -rf -- ${first}`;
    case 'File.write':
    case 'IO.write':
    case 'file_put_contents':
    case 'write_file':
      return second === null ? null : `printf '%s' ${second} > ${first}`;
    case 'File.rename':
    case 'rename':
    case 'FileUtils.mv':
      return second === null ? null : `mv -- ${first} ${second}`;
    case 'FileUtils.cp':
    case 'copy':
      return second === null ? null : `cp -- ${first} ${second}`;
    case 'File.read':
    case 'file_get_contents':
    case 'readfile':
    case 'IO.read':
      return `cat -- ${first}`;
    default:
      return null;
  }
}
