/** Shells and interpreters: whose arguments or input are programs, and in which language. */

export interface Interpreter {
  language: string;
  /** Options whose value (or the next argument) is program text. */
  code: readonly string[];
  /** Options after which the input is not the program: `-m module`. */
  other?: readonly string[];
}

export const interpreters: ReadonlyMap<string, Interpreter> = new Map(
  Object.entries<Interpreter>({
    python: { language: 'python', code: ['-c'], other: ['-m'] },
    node: { language: 'javascript', code: ['-e', '--eval', '-p', '--print', '-pe'] },
    bun: { language: 'typescript', code: ['-e', '--eval', '-p', '--print'] },
    deno: { language: 'typescript', code: [] },
    perl: { language: 'perl', code: ['-e', '-E'] },
    ruby: { language: 'ruby', code: ['-e'] },
    php: { language: 'php', code: ['-r'] },
    lua: { language: 'lua', code: ['-e'] },
    osascript: { language: 'applescript', code: ['-e'] },
    pwsh: { language: 'powershell', code: ['-c', '-Command', '-command'] },
    powershell: { language: 'powershell', code: ['-c', '-Command', '-command'] },
    Rscript: { language: 'r', code: ['-e'] },
    R: { language: 'r', code: ['-e'] },
    julia: { language: 'julia', code: ['-e', '-E', '--eval'] },
    ipython: { language: 'python', code: ['-c'], other: ['-m'] },
    'ts-node': { language: 'typescript', code: ['-e', '-p', '--eval', '--print'] },
    tsx: { language: 'typescript', code: ['-e', '-p', '--eval', '--print'] },
    tclsh: { language: 'tcl', code: [] },
  }),
);

export const shells: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'zsh',
  'dash',
  'ksh',
  'ksh93',
  'ash',
  'mksh',
  'yash',
  'fish',
  'rbash',
  'csh',
  'tcsh',
]);

/** `python3.12` is `python`; other names stay. */
export function family(program: string): string {
  const versioned = /^(python|pypy|node|perl|ruby|php|luajit|lua)[\d.]*$/.exec(program)?.[1];
  if (versioned === 'pypy') return 'python';
  if (versioned === 'luajit') return 'lua';
  return versioned ?? (program === 'nodejs' ? 'node' : program);
}
