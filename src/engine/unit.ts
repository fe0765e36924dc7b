/**
 * The parts of a file by which an edit is followed: the statements of its top level and, of classes, the members. What they
 * define and what they are made of is told by their text.
 */
import type { LanguageId } from '../model/language.ts';
import { childrenOf, type Node, type Shape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { decorators } from './binding-text.ts';
import { wordsIn } from './filter.ts';
import { scripts } from './matching/dialect.ts';

export interface Range {
  start: number;
  end: number;
}

export interface Unit extends Range {
  readonly kind: 'statement' | 'class head' | 'member';
  /** Number of the statement of the top level that it is or lies in. */
  readonly statement: number;
  /** The name of the class; null for a statement. */
  readonly owner: string | null;
  /** Its nodes; none for the head of a class. */
  build(): readonly Node[];
}

/** The statements; with `split`, classes of them by members where each of these tells by its text what fields it sets. */
export function unitsOf(program: Node, source: string, language: LanguageId, split: boolean): Unit[] {
  const pieces = piecesOf(program);
  if (!pieces) return [];
  return pieces.spans.flatMap(({ start, end }, statement): Unit[] => {
    const whole: Unit = { kind: 'statement', start, end, statement, owner: null, build: () => pieces.build(statement) };
    if (!split || !isClass(source.slice(start, end), language)) return [whole];
    const found = pieces.build(statement).flatMap(classIn);
    const [only] = found;
    const members = only && piecesOf(only);
    if (found.length !== 1 || !members || members.spans.length < 2 || only.name?.kind !== 'name') return [whole];
    const owner = only.name.name;
    const head: Unit = { kind: 'class head', start, end: members.spans[0]!.start, statement, owner, build: () => [] };
    let from = head.end;
    return [
      head,
      ...members.spans.map((span, member): Unit => {
        const unit: Unit = { kind: 'member', start: from, end: span.end, statement, owner, build: () => members.build(member) };
        from = span.end;
        return unit;
      }),
    ];
  });
}

const classIn = (node: Node): Shape<'class'>[] =>
  node.kind === 'class' ? [node] : node.kind === 'other' ? childrenOf(node).flatMap(classIn) : [];

const classHead = /^(?:(?:export|default|abstract|declare)\s+)*class\b/;

/** A class all of whose fields are set by their name, as fields of the object itself. */
function isClass(statement: string, language: LanguageId): boolean {
  if (!classHead.test(statement.slice(decorators.exec(statement)![0].length))) return false;
  if (scripts.has(language))
    return !/\bthis\s*\[|=\s*this\s*[;,\n]|[(,]\s*this\s*[,)]/.test(statement.replaceAll('.bind(this)', ''));
  if (language !== 'python' || /\b(?:setattr|__dict__|__setattr__|vars)\b|\bself\s*\[|=\s*(?:self|cls)\s*[\n;,]/.test(statement))
    return false;
  // `def f(self, …)` and `super(C, self)` hand nothing on.
  return !/[(,]\s*(?:self|cls)\s*[,)]/.test(statement.replace(/\bdef\s+\w+\s*\(\s*(?:self|cls)\b|\bsuper\([^)]*\)/g, ''));
}

/** The units that may define a name, by the name: some more than those that do. */
export function definitionsIn(units: readonly Unit[], source: string, language: LanguageId): Map<string, number[]> {
  const found = new Map<string, number[]>();
  units.forEach((unit, at) => {
    for (const word of namesOf(unit, source.slice(unit.start, unit.end), language)) {
      const others = found.get(word);
      if (others) others.push(at);
      else found.set(word, [at]);
    }
  });
  return found;
}

function namesOf(unit: Unit, text: string, language: LanguageId): Iterable<string> {
  switch (unit.kind) {
    case 'statement':
      return namesInText(text);
    case 'class head':
      return [unit.owner!];
    case 'member':
      return [...memberNames(unit, text, language), ...fieldsIn(text, language)];
    default:
      return unit.kind satisfies never;
  }
}

/** The name of a member and, where it is called without one, that of its class. */
export function memberNames({ owner }: Unit, text: string, language: LanguageId): string[] {
  const own = text.trimStart();
  const name = memberName(own.slice(0, MEMBER_HEAD), language) ?? (language === 'python' ? attribute.exec(own)?.[1] : undefined);
  if (name === undefined) return [owner!];
  return unnamed.test(name) ? [name, owner!] : [name];
}

const attribute = /^(\w+)\s*(?::[^=\n]*)?=(?!=)/;
/** Members that are called by the language. */
const unnamed = /^(?:constructor|toString|valueOf|toJSON|then|__\w+__)$/;

/** With what a member of a class begins that is told by its text, and its name. */
const member =
  /^(?:(?:public|private|protected|static|readonly|async|abstract|override|declare|accessor|get|set|[*#]|@[\w$.]+(?:\([^()]*\))?)\s*)*([\w$]+)\s*(?:[(=:;?!<\n]|$)/;
const method = /^(?:@[\w.]+(?:\([^()]*\))?\s*)*(?:async\s+)?def\s+(\w+)\s*\(/;
/** How much of a member is looked at for its name, code units. */
export const MEMBER_HEAD = 200;

/** The name of a class's member, told by its text; undefined where that does not tell. */
export const memberName = (text: string, language: LanguageId): string | undefined =>
  (language === 'python' ? method : member).exec(text)?.[1];

/** Whether the text of a class's members tells their names. */
export const tellsMembers = (language: LanguageId): boolean => language === 'python' || scripts.has(language);

const field = /(?:\b(?:this|self|cls)\.|@)([\w$]+)(?=\s*:[^=\n]+=(?!=)|[^=(){}\n;]*=(?![=>~]))/g;
const parameterField = /\b(?:private|public|protected|readonly)\s+(?:readonly\s+)?([\w$]+)/g;

/** Fields of an object that its own method sets, by their text: `this.a = 1`, `self.a, self.b = pair`, `@a ||= 1`. */
export function fieldsIn(text: string, language: LanguageId): string[] {
  const found = [...text.matchAll(field)].map(([, word]) => word!);
  if (language === 'typescript' && text.includes('constructor'))
    for (const [, word] of text.matchAll(parameterField)) found.push(word!);
  return found;
}

/** Nothing flows through a type, and an import is made of nothing in the file. */
export const inert = /^(?:(?:export|declare)\s+)*(?:import|from|interface|type)\b(?!\s*[(.=])/;

/** Words that stand where a statement defines something, told by its text; in a class all that could be a member. */
function namesInText(statement: string): Set<string> {
  const words = new Set<string>();
  const text = statement.slice(decorators.exec(statement)![0].length);
  const head = /^(?:(?:export|default|declare|abstract|async)\s+)*(\w+)/.exec(text)?.[1] ?? '';
  const add = (part: string): void => {
    for (const word of wordsIn(part)) if (!keywords.has(word)) words.add(word);
  };
  switch (head) {
    case 'function':
    case 'def':
    case 'func':
      // Go's methods have their receiver first.
      add(/^[^({]*(?:\([^)]*\)\s*\w+)?/.exec(text)![0]);
      return words;
    case 'interface':
      add(/^[^\n{]*/.exec(text)![0]);
      return words;
    case 'type':
      add(/^[^=]*/.exec(text)![0]);
      return words;
    case 'class':
    case 'module':
    case 'namespace':
    case 'enum':
      add(/^[^\n{]*/.exec(text)![0]);
      for (const [, word] of text.matchAll(
        python.test(text) ? /\bdef\s+([\p{L}_][\p{L}\p{N}_]*)/gu : /([\p{L}_$][\p{L}\p{N}_$]*)\s*[(=:]/gu,
      ))
        words.add(word!);
      return words;
    case 'import':
    case 'from':
    case 'export':
      add(text);
      return words;
    case 'const':
    case 'let':
    case 'var':
      for (const part of declarators(text)) add(withoutType(part));
      return words;
    default: {
      // `a.b = …`, `a = b = …`
      const line = /^[^\n]*/.exec(text)![0];
      const sign = line.search(/=(?![=>])/);
      if (sign >= 0) add(line.slice(0, line.lastIndexOf('=')));
      return words;
    }
  }
}

/** A class of Python: its fields that are no methods are reached by its name alone. */
const python = /^class\s[^\n{]*:\s*(?:#[^\n]*)?(?:\n|$)/;
const keywords: ReadonlySet<string> = new Set(
  'export default declare abstract async function def func class module namespace interface type enum const let var await new exports this self'.split(
    ' ',
  ),
);

/** What is declared, without its type. */
const withoutType = (part: string): string => /^(?:\s*(?:const|let|var)\b)?\s*(?:[\w$]+|\{.*\}|\[.*\])/s.exec(part)?.[0] ?? part;

/** What stands in front of `=` in each part of a declaration: `a`, `{ b, c }`. */
function* declarators(text: string): Generator<string> {
  let depth = 0;
  let from = 0;
  let value = false;
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const char = text[at]!;
    if (char === '"' || char === "'" || char === '`') {
      const end = text.indexOf(char, at + 1);
      if (end < 0) break;
      at = end;
    } else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (depth > 0) continue;
    else if (char === '=') {
      if (value || text[at + 1] === '>') continue;
      yield text.slice(from, at);
      value = true;
    } else {
      if (!value) yield text.slice(from, at);
      from = at + 1;
      value = false;
    }
  }
  if (!value) yield text.slice(from);
}

const marks = /["'`()[\]{}=,]/g;

function nextMark(text: string, from: number): number {
  marks.lastIndex = from;
  return marks.exec(text)?.index ?? text.length;
}
