/**
 * A Dockerfile as text: which lines make an instruction, with line continuations, comments inside of them, the `escape`
 * directive and heredocs. (https://docs.docker.com/reference/dockerfile/)
 */

interface Span {
  start: number;
  end: number;
}

export interface Heredoc extends Span {
  /** Where its mark (`<<EOF`) stands; `start` and `end` are those of its text. */
  mark: Span;
}

export interface Instruction extends Span {
  keyword: Span;
  /** What follows the keyword, up to the end of the last continued line. */
  rest: Span;
  heredocs: Heredoc[];
}

export interface DockerText {
  instructions: Instruction[];
  /** The source with continuations, and comments between continued lines, as blanks. Offsets are those of the source. */
  plain: string;
  /** The same for a shell, which reads continuations itself. */
  shell: string;
  /** `\` unless a directive says otherwise. */
  escaper: string;
}

const DIRECTIVE = /^[ \t]*#[ \t]*(\w+)[ \t]*=[ \t]*(\S+)[ \t]*$/;
const HEREDOC = /(?<!<)<<-?(?:(["'])([A-Za-z_][\w.-]*)\1|([A-Za-z_][\w.-]*))/g;
/** Instructions that may have heredocs. */
const takesHeredoc = /^(?:RUN|COPY|ADD)$/i;

interface Line extends Span {
  /** Behind the line break. */
  next: number;
}

export function readDockerfile(source: string): DockerText {
  const lines = linesOf(source);
  const escaper = escapeOf(source, lines);
  const plain: string[] = [];
  const shell: string[] = [];
  const instructions: Instruction[] = [];
  const put = (text: string, other = text): void => {
    plain.push(text);
    shell.push(other);
  };
  const blank = (length: number): void => put(' '.repeat(length));
  const isIdle = (line: Line): boolean => /^[ \t]*(?:#.*)?$/.test(source.slice(line.start, line.end));
  if (lines[0] && lines[0].start > 0) blank(lines[0].start);
  let i = 0;
  while (i < lines.length) {
    const first = lines[i]!;
    if (isIdle(first)) {
      blank(first.next - first.start);
      i++;
      continue;
    }
    let last = first;
    while (i < lines.length) {
      const line = lines[i++]!;
      if (line !== first && isIdle(line)) {
        blank(line.next - line.start);
        continue;
      }
      last = line;
      const content = source.slice(line.start, line.end).trimEnd();
      if (!content.endsWith(escaper)) {
        put(source.slice(line.start, line.next));
        break;
      }
      const kept = content.slice(0, -1);
      const left = line.next - line.start - kept.length;
      const continued = escaper === '\\' && left > 1;
      put(kept + ' '.repeat(left), kept + (continued ? `${' '.repeat(left - 2)}\\\n` : ' '.repeat(left)));
    }
    const text = source.slice(first.start, first.end);
    const start = first.start + text.length - text.trimStart().length;
    const word = /^[^\s[]+/.exec(text.trimStart())?.[0] ?? '';
    const keyword = { start, end: start + word.length };
    const rest = { start: keyword.end, end: trimmedEnd(source, keyword.end, last.end) };
    const heredocs: Heredoc[] = [];
    let end = Math.max(rest.end, keyword.end);
    if (takesHeredoc.test(word)) {
      for (const found of source.slice(rest.start, rest.end).matchAll(HEREDOC)) {
        const name = found[2] ?? found[3] ?? '';
        const mark = { start: rest.start + found.index, end: rest.start + found.index + found[0].length };
        const from = last.next;
        let to = from;
        while (i < lines.length) {
          const line = lines[i++]!;
          put(' '.repeat(line.next - line.start), source.slice(line.start, line.next));
          end = line.end;
          last = line;
          const content = source.slice(line.start, line.end);
          if ((found[0].startsWith('<<-') ? content.replace(/^\t+/, '') : content) === name) break;
          to = line.end;
        }
        heredocs.push({ start: from, end: Math.max(from, to), mark });
      }
    }
    instructions.push({ start, end, keyword, rest, heredocs });
  }
  return { instructions, plain: plain.join(''), shell: shell.join(''), escaper };
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = source.startsWith('\ufeff') ? 1 : 0;
  while (start < source.length) {
    const newline = source.indexOf('\n', start);
    const next = newline < 0 ? source.length : newline + 1;
    const stop = newline < 0 ? source.length : newline;
    lines.push({ start, end: source[stop - 1] === '\r' && stop > start ? stop - 1 : stop, next });
    start = next;
  }
  return lines;
}

/** Directives stand at the very top, one a line. */
function escapeOf(source: string, lines: readonly Line[]): string {
  for (const line of lines) {
    const found = DIRECTIVE.exec(source.slice(line.start, line.end));
    if (!found) break;
    if (found[1]!.toLowerCase() === 'escape') return found[2] === '`' ? '`' : '\\';
  }
  return '\\';
}

function trimmedEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(source[end - 1]!)) end--;
  return Math.max(from, end);
}
