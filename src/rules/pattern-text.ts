/** Rewrites metavariables, `...` and `<... ...>` outside of string literals into placeholder identifiers. */
import { DEEP, ELLIPSIS, metaellipsisName, metavarName, OPERATOR_FOLLOWS, typedName } from './placeholder.ts';

export interface Style {
  /** String and comment delimiters of the language; longest first. */
  strings: readonly {
    open: string;
    close: string;
    escape: string;
    /** Opens and closes code inside the string. */
    code: readonly [string, string] | null;
    /** What the code begins with, where the marks alone do not make it code. */
    sigil?: string;
  }[];
  /** Where `...` stands as a statement. */
  statement: string;
  /** Where `...` stands directly inside `{ }` or after a comma there. */
  field: string;
  /** What stands around the code of `<... ...>`; otherwise a call. */
  deep?: readonly [string, string];
  /** False: the language has no spread that is written `...x`. */
  spread?: boolean;
  /** What `...` becomes between the rewritten text before it and the text after it, where that is special; else null. */
  ellipsis?: (before: string, after: string) => string | null;
  /** Replaces `for (...)` and the like before anything else. */
  replace: readonly (readonly [RegExp, string])[];
  /** Replaces whatever else must be replaced first. */
  prepare?: (text: string) => string;
  /** How a metavariable is spelt; `sigil` is what stood before it (`$`), for languages whose variables begin with it. */
  metavar(name: string, before: string, after: string): string;
  /** `($X : T)` (true), `(T $X)` ('type-first') or neither. */
  typed: 'colon' | 'type-first' | null;
  /** Line comments, which are dropped. */
  comments: readonly string[];
}

const METAVAR = /^\$([A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_])/;
const METAELLIPSIS = /^\$\.\.\.([A-Z_][A-Z0-9_]*)/;
const TYPED_COLON = /(?<=[(,]\s*)\$([A-Z_][A-Z0-9_]*)\s*:\s*((?:[^(),={}<>]|<[^(){}]*>)+(?:\([^()]*\))?)(?=\s*[),])/g;
/** Not the parameters of a lambda; `=` behind it makes it the target of an assignment. */
const TYPED_FIRST =
  /(?<![\w$>\])])\(\s*([A-Za-z_$][\w.$]*(?:<[^()]*>)?\??(?:\[\])*)\s+\$([A-Z_][A-Z0-9_]*)\s*\)(?!\s*(?:->|=>))(\s*=(?![=>]))?/g;

/** `typed`: read `$X : T` and `(T $X)` as typed metavariables. */
export function rewrite(text: string, style: Style, typed: boolean): string {
  let code = text;
  if (style.prepare) code = style.prepare(code);
  for (const [from, to] of style.replace) code = code.replace(from, to);
  if (typed && style.typed === 'colon')
    // Types with arguments and lists are no expressions; Go converts to them.
    code = code.replace(TYPED_COLON, (_, name: string, type: string) => {
      if (/^(?:\[\w*\]|map\[|chan\s)/.test(type)) return `${type.trimEnd()}(${typedName(name)})`;
      return /<|[\w>\]]\[\]/.test(type) ? `${typedName(name)} as ${type}` : `${typedName(name)}(${type})`;
    });
  if (typed && style.typed === 'type-first') {
    code = code.replace(TYPED_FIRST, (_, type: string, name: string, assigned: string | undefined) => {
      const cast = `((${type}) ${typedName(name)})`;
      return assigned === undefined ? cast : `${cast}.${typedName('')}${assigned}`;
    });
  }
  return rewriteCode(code, style);
}

function rewriteCode(code: string, style: Style): string {
  let out = '';
  let at = 0;
  let deep = 0;
  while (at < code.length) {
    const rest = code.slice(at);
    const string = style.strings.find((form) => rest.startsWith(form.open));
    if (string) {
      const end = stringEnd(code, at + string.open.length, string);
      out += rewriteString(code.slice(at, end), style, string);
      at = end;
      continue;
    }
    const comment = style.comments.find((mark) => rest.startsWith(mark));
    if (comment !== undefined) {
      const end = code.indexOf('\n', at);
      at = end < 0 ? code.length : end;
      continue;
    }
    if (rest.startsWith('<...')) {
      out += style.deep?.[0] ?? `${DEEP}(`;
      deep++;
      at += 4;
      continue;
    }
    if (deep > 0 && rest.startsWith('...>')) {
      deep--;
      out += style.deep?.[1] ?? ')';
      at += 4;
      continue;
    }
    const wide = METAELLIPSIS.exec(rest);
    if (wide) {
      out += style.metavar(metaellipsisName(wide[1]!), out, rest.slice(wide[0].length));
      at += wide[0].length;
      continue;
    }
    const metavar = METAVAR.exec(rest);
    if (metavar) {
      out += style.metavar(metavarName(metavar[1]!), out, rest.slice(metavar[0].length));
      at += metavar[0].length;
      continue;
    }
    if (rest.startsWith('...')) {
      out += ellipsisAt(out, code.slice(at + 3), style);
      at += 3;
      continue;
    }
    out += code[at];
    at++;
  }
  return out;
}

function ellipsisAt(before: string, after: string, style: Style): string {
  const left = before.trimEnd();
  const last = left.at(-1) ?? '';
  // `function ...(` is a function of any name.
  if (/\bfunction\s*\*?$/.test(left)) return ELLIPSIS;
  const newline = before.length === 0 || /\n[ \t]*$/.test(before);
  const next = after.trimStart()[0] ?? '';
  // A spread of something (`...x`, `...$X`) is not an ellipsis.
  if (style.spread !== false) {
    if (/^[A-Za-z_$([{"'`]/.test(after) && !newline) return '...';
    // Neither is one behind it, as in Go.
    if (/[\w)\]]$/.test(before) && next === ')') return '...';
  }
  const special = style.ellipsis?.(before, after) ?? null;
  if (special !== null) return special;
  if (OPERATOR_FOLLOWS.test(after)) return ELLIPSIS;
  if ((last === '{' || last === ',') && (next === ',' || next === '}')) return style.field;
  const attribute = /^\s*\/?>/.test(after) || (!newline && last === '}' && isAttributeValue(left));
  const begins = newline || last === '' || last === '{' || last === '}' || last === ';';
  const statement = begins && !attribute && !/^[,)\].:=]/.test(next);
  return statement ? style.statement : ELLIPSIS;
}

/** Whether the braces that close at the end of `text` are those of `key={…}`. */
function isAttributeValue(text: string): boolean {
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === '}') depth++;
    else if (text[at] === '{' && --depth === 0) return /[\w$]=$/.test(text.slice(0, at));
  }
  return false;
}

function stringEnd(code: string, from: number, form: Style['strings'][number]): number {
  for (let at = from; at < code.length; at++) {
    if (form.escape !== '' && code[at] === form.escape) at++;
    else if (form.code && code.startsWith(form.code[0], at)) {
      const end = code.indexOf(form.code[1], at);
      if (end > 0) at = end;
    } else if (code.startsWith(form.close, at)) return at + form.close.length;
  }
  return code.length;
}

function rewriteString(string: string, style: Style, form: Style['strings'][number]): string {
  if (!form.code) return string;
  const [open, close] = form.code;
  // A template of nothing but `...` is any template.
  if (form.open !== '"' && string === `${form.open}...${form.close}`)
    return `${form.open}${open}${form.sigil ?? ''}${ELLIPSIS}${close}${form.close}`;
  let out = '';
  let at = 0;
  for (;;) {
    const start = string.indexOf(open, at);
    if (start < 0) return out + string.slice(at);
    const end = string.indexOf(close, start);
    if (end < 0) return out + string.slice(at);
    const hole = string.slice(start + open.length, end);
    out += string.slice(at, start + open.length);
    // The hole is one, whatever is in it.
    if (hole.trim() === '...' && !form.sigil) out += style.metavar(metavarName('_'), '', close);
    else out += hole.startsWith(form.sigil ?? '') ? rewriteCode(hole, style) : hole;
    out += close;
    at = end + close.length;
  }
}
