/** What a rule's `fix` or `fix-regex` puts in the place of a finding's code. */
import type { Finding, Replacement } from '../model/finding.ts';
import type { LanguageId } from '../model/language.ts';
import type { RuleText } from '../model/rule.ts';

/**
 * Null where the rule offers nothing, or what stands there already. Of a fix with several lines those after the first are
 * indented as the finding is; line breaks are those of the file; a fix of nothing takes a line of its own with it.
 */
export function replacementOf(
  rule: Pick<RuleText, 'replacement' | 'replacementRegex'>,
  { span, captures }: Pick<Finding, 'span' | 'captures'>,
  text: string,
  language: LanguageId | null,
): Replacement | null {
  const code = text.slice(span.start, span.end);
  const operators = language !== null && withOperators.has(language);
  let written: string | null;
  if (rule.replacement !== null) {
    written = filled(rule.replacement.trim(), { span, captures }, text, operators);
    if (written === null) return null;
    if (operators && looseness(written) > looseness(code) && isOperand(lineBefore(text, span.start), text.slice(span.end)))
      written = `(${written})`;
  } else if (rule.replacementRegex !== null) written = substituted(rule.replacementRegex, code);
  else return null;
  written = written.replace(/\r?\n/g, lineBreakAt(text, span.start));
  if (written === code) return null;
  return { ...(written === '' ? withLine(text, span) : { start: span.start, end: span.end }), text: written };
}

/** Languages whose expressions may stand in parentheses. */
const withOperators: ReadonlySet<LanguageId> = new Set<LanguageId>([
  ...(['javascript', 'typescript', 'python', 'go', 'java', 'ruby', 'php', 'csharp', 'kotlin', 'rust'] as const),
]);

const metavariable = /\$(?:(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\d+)/g;

function filled(
  template: string,
  { span, captures }: Pick<Finding, 'span' | 'captures'>,
  text: string,
  operators: boolean,
): string | null {
  const before = lineBefore(text, span.start);
  const indented = template.replace(/\r?\n(?=[^\r\n])/g, `\n${blank(before)}`);
  let out = '';
  let last = 0;
  for (const { 0: name, index } of indented.matchAll(metavariable)) {
    const code = captures[name];
    if (code === undefined) continue;
    if (!isWritten(code, text, span)) return null;
    out += indented.slice(last, index);
    last = index + name.length;
    const after = indented.slice(last);
    if (code === '' && name.startsWith('$...')) {
      // Nothing in a list takes a comma with it.
      const shorter = out.replace(/,\s*$/, '');
      if (shorter === out) last += /^\s*,\s*/.exec(after)?.[0].length ?? 0;
      out = shorter;
      continue;
    }
    const line = out.includes('\n') ? out.slice(out.lastIndexOf('\n') + 1) : before + out;
    const moved = shifted(code, line, text, span);
    out += operators && looseness(code) > 0 && isOperand(line, after) ? `(${moved})` : moved;
  }
  return out + indented.slice(last);
}

/** Whether the text has this code as it is: what a constant elsewhere is worth, or arguments from around others, is not repeated. */
function isWritten(code: string, text: string, span: Finding['span']): boolean {
  if (text.slice(span.start, span.end).includes(code)) return true;
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1))
    if (!/^\w\w/.test((text[at - 1] ?? ' ') + code) && !/\w\w$/.test(code + (text[at + code.length] ?? ' '))) return true;
  return false;
}

/** Lines of the finding that begin with the code are indented anew where the fix has it at another column. */
function shifted(code: string, line: string, text: string, span: Finding['span']): string {
  if (!code.includes('\n') || line.trim() !== '' || /"""|'''|`/.test(code)) return code;
  const at = text.indexOf(code, span.start);
  if (at < 0 || at + code.length > span.end) return code;
  const old = lineBefore(text, at);
  if (old.trim() !== '') return code;
  return code.replace(/\n([^\S\n]*)/g, (all, indent: string) =>
    indent.startsWith(old) ? `\n${line}${indent.slice(old.length)}` : all,
  );
}

/** As in the reference, `\1` and `$1` stand for groups, `\0` and `$0` for the whole, and nothing else is special. */
function substituted({ regex, flags, replacement, count }: NonNullable<RuleText['replacementRegex']>, code: string): string {
  let out = '';
  let last = 0;
  let left = count ?? Number.POSITIVE_INFINITY;
  for (const match of code.matchAll(new RegExp(regex, `g${flags}`))) {
    if (left-- <= 0) break;
    out += code.slice(last, match.index);
    out += replacement.replace(/[\\$](\d+)|\$\$/g, (_, group?: string) =>
      group === undefined ? '$' : (match[Number(group)] ?? ''),
    );
    last = match.index + match[0].length;
  }
  return out + code.slice(last);
}

/** What of a line stands before the offset. */
const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

/** As wide as `text`, with its tabs. */
const blank = (text: string): string => text.replace(/[^\s]/g, ' ');

function lineBreakAt(text: string, offset: number): string {
  const next = text.indexOf('\n', offset);
  const at = next >= 0 ? next : text.lastIndexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** The whole line, with its end, where nothing else stands on it. */
function withLine(text: string, { start, end }: Finding['span']): Finding['span'] {
  const before = lineBefore(text, start);
  const after = /^[^\S\n]*;?[^\S\n]*\n/.exec(text.slice(end));
  return before.trim() === '' && after ? { start: start - before.length, end: end + after[0].length } : { start, end };
}

const stringsAndBrackets = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;

/** How easily what stands beside the code may tear it apart: 0 for what holds together, more for operators that bind less. */
function looseness(code: string): 0 | 1 | 2 | 3 | 4 {
  let rest = code.trim();
  for (let shorter = rest.replace(stringsAndBrackets, '_'); shorter !== rest; shorter = rest.replace(stringsAndBrackets, '_'))
    rest = shorter;
  rest = rest.replace(/->|\?\.|[?!](?=\.)/g, '.');
  if (/&&|\|\||\?|=>|(?<![=!<>])=(?!=)|(?<![\w$.])(?:and|or|not|if|lambda)\b/.test(rest)) return 4;
  if (/[=!]=|[<>]|\s(?:is|in|as|instanceof)\b/.test(rest)) return 3;
  if (/[\w\s)\]}'"][-+&|^]/.test(rest)) return 2;
  return /[\s*/%~!+-]/.test(rest) ? 1 : 0;
}

const operatorBefore =
  /(?:(?:[-+%&|^~!?]|(?<!\*)\/|\*|[=!<>]=)[^\S\n]*|(?<![=-])[<>][^\S\n]+|(?<![\w$.])(?:not|in|is|and|or|await|typeof|void|delete|instanceof|as)[^\S\n]+)$/;
const operatorAfter =
  /^(?:\.(?!\.)|\[|\(|->|\?\.|::|[^\S\n]*(?:(?:\*\*|&&|\|\||\?\?|[-+*%&|^]|\/(?![/*]))(?!=)|[=!<>]==?(?!>)|[<>]\s|\?\s|(?:not|in|is|and|or|instanceof|as|if)\b)|\s*(?:&&|\|\||\?\?|[=!]==?\s|(?:and|or)\s))/;

/** Whether operators stand beside a place; `before` and `after` are the code around it. */
const isOperand = (before: string, after: string): boolean => operatorBefore.test(before) || operatorAfter.test(after);
