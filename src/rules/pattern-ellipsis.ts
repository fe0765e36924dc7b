/**
 * Where `...` and `$...X` stand in a pattern of Java or C#, whose grammars want a statement, a parameter or a value to look
 * like one. Each is replaced by a placeholder of its place's shape; `restore` turns the shape back into the ellipsis.
 */
import { ANY_TYPE, ELLIPSIS, metaellipsisName, OPERATOR_FOLLOWS } from './placeholder.ts';

export interface Dialect {
  /** A parameter is a type and a name; otherwise a name alone is one, too. */
  typedParameters: boolean;
  /** What stands between the variable and the collection in a loop's head, and the word that begins such a loop. */
  loop: { word: string; mark: string };
  /** `new T { … }` is an initialiser; otherwise a class body. */
  initialisers: boolean;
  strings: readonly string[];
}

/** What an open bracket holds. `head` is what stands before it, without spaces at the end. */
interface Open {
  kind: 'arguments' | 'parameters' | 'annotation' | 'loop' | 'for' | 'catch' | 'index' | 'block' | 'values' | 'cases' | 'arms';
  head: string;
  /** Nothing but one ellipsis is inside. */
  lone: boolean;
}

const WORD = /^(?:\.\.\.|\$\.\.\.([A-Z_][A-Z0-9_]*))/;
const TYPE = ANY_TYPE;

export function placeEllipses(text: string, dialect: Dialect): string {
  let out = '';
  let at = 0;
  let deep = 0;
  const open: Open[] = [];
  /** The head of the parentheses that closed last, when nothing has followed them. */
  let closed: { end: number; head: string } | null = null;
  while (at < text.length) {
    const rest = text.slice(at);
    const quote = dialect.strings.find((mark) => rest.startsWith(mark));
    if (quote !== undefined || rest.startsWith('//')) {
      const end = quote === undefined ? lineEnd(text, at) : stringEnd(text, at, quote);
      out += text.slice(at, end);
      at = end;
      continue;
    }
    if (/^<\.\.\.(?!\s*[,>])/.test(rest) || (deep > 0 && rest.startsWith('...>'))) {
      deep += rest.startsWith('<') ? 1 : -1;
      out += rest.slice(0, 4);
      at += 4;
      continue;
    }
    const word = WORD.exec(rest);
    const variadic =
      open.at(-1)?.kind === 'parameters' && /[\w>\]]$/.test(out.trimEnd()) ? /^\.\.\.\s*(?=[\w$])/.exec(rest) : null;
    if (variadic) {
      // `String... $X`: the dots belong to the type.
      out += '...';
      at += variadic[0].length;
      continue;
    }
    const parameter = open.at(-1)?.kind === 'parameters' && /(?:[(,]|@\w+|@[\w.]+\([^()]*\))$/.test(out.trimEnd());
    const bare = parameter ? /^\$[A-Z_][A-Z0-9_]*(?=\s*[,)])/.exec(rest) : null;
    if (bare) {
      out += `${TYPE} ${bare[0]}`;
      at += bare[0].length;
      continue;
    }
    if (word) {
      const name = word[1] === undefined ? ELLIPSIS : metaellipsisName(word[1]);
      at += word[0].length;
      const after = text.slice(at);
      out += OPERATOR_FOLLOWS.test(after) ? name : shaped(name, open.at(-1), out.trimEnd(), after.trimStart(), dialect);
      continue;
    }
    const char = text[at]!;
    if (char === '(' || char === '[' || char === '{') {
      const head = out.trimEnd();
      const group = text.slice(at, closingOf(text, at, dialect));
      const before = closed !== null && closed.end === head.length ? closed.head : head;
      const kind =
        char === '('
          ? parenthesis(head, group, text.slice(at + group.length), dialect)
          : char === '['
            ? 'index'
            : brace(head, before, open.at(-1), dialect);
      open.push({ kind, head, lone: /^.\s*\.\.\.\s*.$/.test(group) });
    }
    out += char;
    at++;
    if (char === ')' || char === ']' || char === '}') {
      const ended = open.pop();
      closed = char === ')' && ended ? { end: out.length, head: ended.head } : null;
    }
  }
  return out;
}

/** The placeholder, in the shape that its place asks for. */
function shaped(name: string, within: Open | undefined, before: string, after: string, dialect: Dialect): string {
  const kind = within?.kind;
  switch (kind) {
    case 'parameters':
      return `${TYPE} ${name}`;
    case 'annotation':
      return /[\w$]\s*=(?!=)/.test(topLevel(before + name + after, before.length)) ? `${name} = 0` : name;
    case 'loop':
      return within?.lone ? `${TYPE} ${name} ${dialect.loop.mark} ${name}` : name;
    case 'for':
      return within?.lone ? `${name}; ${name}; ${name}` : name;
    case 'catch':
      return `${name} ${name}`;
    case 'arms':
      return `${name} => ${name}`;
    case 'cases':
      if (before.endsWith('{')) return `case ${name}:`;
      return statement(name, before, after);
    case 'block':
    case undefined:
      return statement(name, before, after);
    case 'arguments':
    case 'index':
    case 'values':
      return name;
    default:
      return kind satisfies never;
  }
}

/** A declaration is a statement and a field alike. */
function statement(name: string, before: string, after: string): string {
  const begins = /(?:^|[{};)])$|\b(?:else|do)$|\b(?:case\b[^:?]*|default\s*):$/.test(before);
  if (!begins || /^[.,)\]=]/.test(after)) return name;
  return after.startsWith(';') ? `${TYPE} ${name}` : `${TYPE} ${name};`;
}

/** The text around `at` up to the parentheses that hold it. */
function topLevel(text: string, at: number): string {
  let from = at;
  for (let depth = 0; from > 0; from--) {
    const char = text[from - 1]!;
    if (char === ')') depth++;
    if (char === '(' && depth-- === 0) break;
  }
  let to = at;
  for (let depth = 0; to < text.length; to++) {
    if (text[to] === '(') depth++;
    if (text[to] === ')' && depth-- === 0) break;
  }
  return text.slice(from, to);
}

/** Words before `(` that begin a statement or an expression, so that no declared name follows them. */
const control =
  /\b(?:if|while|switch|synchronized|try|using|lock|fixed|when|return|throw|else|do|new|super|this|base|await|assert)$/;
const notType = /^(?:return|new|throw|else|assert|case|do|yield|await|in|is|as|instanceof|out|ref|not|and|or)$/;

function parenthesis(head: string, group: string, after: string, dialect: Dialect): Open['kind'] {
  if (/\bcatch$/.test(head)) return group.trim() === '' || /^\(\s*\.\.\.\s*\)$/.test(group) ? 'catch' : 'arguments';
  if (new RegExp(`\\b${dialect.loop.word}$`).test(head)) return 'loop';
  if (/\bfor$/.test(head)) return 'for';
  if (/@[\w.$]+$/.test(head)) return 'annotation';
  if (!dialect.typedParameters || control.test(head)) return 'arguments';
  const header = /(?:^|[\s>\]])([\w$.]+)(?:<[^()=;]*>)?(?:\[\])*\s+\$?\w+$/.exec(head);
  if (header && !notType.test(header[1]!)) return 'parameters';
  if (/^\s*(?:\{|throws\b)/.test(after) && /[\w$]$/.test(head) && !/\bnew\s+[\w.$<>,\s?]+$/.test(head)) return 'parameters';
  if (/^\s*->/.test(after) && /[(,]\s*(?:final\s+)?[\w.$]+(?:<[^(]*>)?(?:\[\])*\s+\$?\w+\s*[,)]/.test(group)) return 'parameters';
  return 'arguments';
}

function brace(head: string, before: string, within: Open | undefined, dialect: Dialect): Open['kind'] {
  if (before !== head && /\bswitch$/.test(before)) return 'cases';
  if (dialect.initialisers && /\bswitch$/.test(head)) return 'arms';
  if (/\benum\s+[^{};]*$/.test(head)) return 'values';
  if (/(?:\]|=|\()$/.test(head) || (within?.kind === 'values' && /[,{]$/.test(head))) return 'values';
  if (dialect.initialisers && /(?:\bnew\b[\w.$<>,\s?:]*(?:\[[^\]]*\])*|\bwith)$/.test(before)) return 'values';
  return 'block';
}

/** The offset behind the bracket that closes the one at `from`; the end of the text when none does. */
function closingOf(text: string, from: number, dialect: Dialect): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const quote = dialect.strings.find((mark) => text.startsWith(mark, at));
    if (quote !== undefined) {
      at = stringEnd(text, at, quote) - 1;
      continue;
    }
    const char = text[at]!;
    if (char === '(' || char === '[' || char === '{') depth++;
    else if ((char === ')' || char === ']' || char === '}') && --depth === 0) return at + 1;
  }
  return text.length;
}

function stringEnd(text: string, from: number, open: string): number {
  const close = open.endsWith('"""') ? '"""' : open.at(-1)!;
  const backslash = open.includes('@') || close.length > 1 ? '' : '\\';
  for (let at = from + open.length; at < text.length; at++) {
    if (backslash !== '' && text[at] === backslash) at++;
    else if (text.startsWith(close, at)) return at + close.length;
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
