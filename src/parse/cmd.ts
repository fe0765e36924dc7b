/**
 * Commands of Windows' cmd.exe written anew for a POSIX shell. Read are: `&`, `&&`, `||`, `|`, redirects, brackets, double
 * quotes, `^` escapes, `%NAME%` and `!NAME!`, `set`, and the built-in commands for files. `for`, `goto`, substrings of
 * variables and labels are not: what they make is unknown.
 */
import type { ShellTranslation } from './powershell.ts';
import { quote } from './shell-quote.ts';

/** `call call …` and `cmd /c cmd /c …` are followed so far. */
const MAX_DEPTH = 20;

/** Never throws. */
export function translateCmd(text: string, depth = 0): ShellTranslation {
  const lines: string[] = [];
  let fault: string | null = null;
  for (const line of text.replace(/\^\r?\n/g, '').split(/\r?\n/)) {
    if (/^\s*(@?rem\b|::|:\w)/i.test(line)) continue;
    const { commands, open } = split(line);
    if (open) fault ??= 'unmatched `"`';
    const blame = (what: string | null): void => {
      fault ??= what;
    };
    lines.push(commands.map(({ text: command, joint }) => `${translate(command, depth, blame) || ':'}${joint}`).join(' '));
  }
  return { script: lines.join('\n'), fault };
}

/** Commands with what joins them to the next. */
function split(line: string): { commands: { text: string; joint: string }[]; open: boolean } {
  const commands: { text: string; joint: string }[] = [];
  let text = '';
  let open = false;
  for (let at = 0; at < line.length; at += 1) {
    const c = line[at]!;
    if (c === '^' && !open && at + 1 < line.length) {
      // Kept for the words: `^&` is a plain `&`.
      text += /[&|<>()^"]/.test(line[at + 1]!) ? `\0${line[at + 1]}` : line[at + 1];
      at += 1;
    } else if (c === '"') {
      open = !open;
      text += c;
    } else if (open) text += c;
    else if (c === '&' || c === '|') {
      const twice = line[at + 1] === c;
      if (c === '&' && /[<>]$/.test(text)) {
        text += c;
        continue;
      }
      commands.push({ text, joint: twice ? ` ${c}${c}` : c === '&' ? ' ;' : ' |' });
      text = '';
      if (twice) at += 1;
    } else if (c === '(' || c === ')') text += ' ';
    else text += c;
  }
  commands.push({ text, joint: '' });
  // A `;` before nothing is no command.
  return { commands: commands.filter(({ text: one, joint }, at) => one.trim() !== '' || (joint !== '' && at > 0)), open };
}

/** A word with its variables; the slashes of a path when `path`. */
function word(text: string, path = false): string {
  const plain = text.replace(/"/g, '');
  return (
    plain
      .split(/(%\w+%|!\w+!|%~?[\d*]|\*+|\?+)/)
      .map((part) => {
        const name = /^[%!](\w+)[%!]$/.exec(part)?.[1];
        if (name !== undefined) return `"\${${variableName(name)}}"`;
        if (/^%~?[\d*]$/.test(part)) return '"${1}"';
        if (path && /^[*?]+$/.test(part)) return part;
        return part === '' ? '' : quote(part.replaceAll('\0', '').replaceAll('\\', path ? '/' : '\\'));
      })
      .join('') || "''"
  );
}

/** Variables of the system under the names that a POSIX shell has for them. */
const systemVariables: ReadonlyMap<string, string> = new Map([
  ['userprofile', 'HOME'],
  ['homepath', 'HOME'],
  ['cd', 'PWD'],
  ['temp', 'TMPDIR'],
  ['tmp', 'TMPDIR'],
  ['username', 'USER'],
]);

function variableName(name: string): string {
  return systemVariables.get(name.toLowerCase()) ?? name;
}

function translate(command: string, depth: number, blame: (fault: string | null) => void): string {
  if (depth > MAX_DEPTH) {
    blame('nested too deeply');
    return '';
  }
  const nested = (text: string): string => {
    const { script, fault } = translateCmd(text, depth + 1);
    blame(fault);
    return script;
  };
  const within = (inner: string): string => translate(inner, depth + 1, blame);
  const parts =
    command
      .trim()
      .replace(/^@/, '')
      .match(/(?:\d?>>?&?\d?|<)|(?:\0.|"[^"]*"?|[^\s"<>])+/g) ?? [];
  const words: string[] = [];
  let redirects = '';
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    const redirect = /^\d?(>>?|<)(&\d)?$/.exec(part);
    if (redirect === null) words.push(part);
    else if (redirect[2] === undefined) {
      const target = parts[++at] ?? 'nul';
      redirects += ` ${part.startsWith('2') ? '2' : ''}${redirect[1]} ${/^nul$/i.test(target) ? '/dev/null' : word(target, true)}`;
    }
  }
  const [head = '', ...rest] = words;
  const name = head
    .toLowerCase()
    .replace(/\.exe$/, '')
    .replace(/"/g, '');
  const flags = rest.filter((one) => /^\/[a-z?-]+(:\S*)?$/i.test(one)).map((one) => one.toLowerCase());
  const operands = rest.filter((one) => !/^\/[a-z?-]+(:\S*)?$/i.test(one)).map((one) => word(one, true));
  const has = (flag: string): boolean => flags.includes(flag);
  const made = ((): string => {
    switch (name) {
      case '':
        return '';
      case 'del':
      case 'erase':
        return `rm ${has('/s') ? '-rf' : '-f'} -- ${operands.map((path) => (has('/s') ? path.replace(/\/?\*(\.\*)?$/, '/*') : path)).join(' ')}`;
      case 'rd':
      case 'rmdir':
        return has('/s') ? `rm -rf -- ${operands.join(' ')}` : `rmdir ${operands.join(' ')}`;
      case 'copy':
      case 'xcopy':
      case 'robocopy':
        return `cp -r ${operands.join(' ')}`;
      case 'move':
      case 'ren':
      case 'rename':
        return `mv ${operands.join(' ')}`;
      case 'mklink':
        return `ln -s ${operands.slice().reverse().join(' ')}`;
      case 'type':
        return `cat ${operands.join(' ')}`;
      case 'dir':
        return `ls ${operands.join(' ')}`;
      case 'md':
      case 'mkdir':
        return `mkdir -p ${operands.join(' ')}`;
      case 'cd':
      case 'chdir':
      case 'pushd':
        return `cd ${operands.join(' ')}`;
      case 'echo':
        return `echo ${rest.map((one) => word(one)).join(' ')}`;
      case 'set': {
        const assignment = /^"?(\w+)=(.*?)"?$/.exec(rest.join(' '));
        if (assignment === null) return rest.length === 0 ? 'set' : ':';
        return `export ${assignment[1]}=${word(assignment[2]!)}`;
      }
      case 'call':
      case 'start': {
        const inner = rest.filter((one) => !/^\/|^""$/.test(one));
        return within(inner.join(' '));
      }
      case 'cmd': {
        const at = rest.findIndex((one) => /^\/[ck]$/i.test(one));
        return at < 0
          ? ':'
          : nested(
              rest
                .slice(at + 1)
                .join(' ')
                .replace(/^"(.*)"$/, '$1'),
            );
      }
      case 'if':
        return (
          within(
            rest
              .join(' ')
              .replace(
                /^(\/i\s+)?(not\s+)?(exist\s+\S+|defined\s+\S+|errorlevel\s+\d+|\S+\s*==\s*\S+|\S+\s+(equ|neq|lss|gtr)\s+\S+)\s*/i,
                '',
              ),
          ) || ':'
        );
      case 'for':
        return within(/\sdo\s+(.*)$/i.exec(command)?.[1] ?? '').replace(/%%?\w\b/g, '') || ':';
      case 'certutil': {
        const url = rest.find((one) => /^https?:/i.test(one.replace(/"/g, '')));
        return url === undefined
          ? `certutil ${rest.map((one) => word(one)).join(' ')}`
          : `curl -s -o ${operands.at(-1) ?? 'file'} ${word(url)}`;
      }
      case 'bitsadmin': {
        const url = rest.find((one) => /^https?:/i.test(one.replace(/"/g, '')));
        return url === undefined ? 'bitsadmin' : `curl -s -o ${operands.at(-1) ?? 'file'} ${word(url)}`;
      }
      default:
        // The folder itself is looked in first.
        return [
          (/^[\w-]+\.(bat|cmd|ps1)$/i.test(head) ? './' : '') + word(head, true),
          ...rest.map((one) => word(one, /\\/.test(one))),
        ].join(' ');
    }
  })();
  return made + redirects;
}
