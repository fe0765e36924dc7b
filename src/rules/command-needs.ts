/**
 * What the commands of a script must hold for a command rule to match: a text filter over `wordsOfScript` of the engine,
 * which spells out the resolved commands. Exact: a rule that could match is never out.
 */
import type { CommandSpec, Needs, OperandSpec } from '../model/rule.ts';
import { marks } from './command-marks.ts';
import { requiredTexts } from './regex.ts';

/** `null`: the rule looks at no command. */
export function commandNeeds(spec: CommandSpec | null): Needs {
  return spec === null ? anyOf([]) : specNeeds(spec);
}

const allOf = (of: readonly Needs[]): Needs => ({ kind: 'all', of: [...of] });
const anyOf = (of: readonly Needs[]): Needs => ({ kind: 'any', of: [...of] });
const word = (value: string): Needs => ({ kind: 'word', value });
const anyName = (names: readonly string[]): Needs => anyOf(names.map(nameNeeds));

function specNeeds(spec: CommandSpec): Needs {
  const all: Needs[] = (spec.all ?? []).map(specNeeds);
  if (spec.program) all.push(anyName(spec.program));
  if (spec.subcommand) all.push(anyOf(spec.subcommand.map(phraseNeeds)));
  if (spec.contains) all.push(anyOf(spec.contains.map(phraseNeeds)));
  if (spec.text) all.push(regexNeeds(spec.text));
  for (const names of spec.flags ?? []) all.push(anyName(names));
  for (const { names, value } of spec.options ?? []) all.push(anyName(names), operandNeeds(value));
  for (const operand of [spec.operands, spec.firstOperand, spec.arguments]) if (operand) all.push(operandNeeds(operand));
  if (spec.redirect) all.push(word(marks.redirect), operandNeeds(spec.redirect));
  if (spec.reads) all.push(word(marks.reads), operandNeeds(spec.reads));
  if (spec.input) all.push(word(marks.input));
  if (spec.code) all.push(word(marks.code));
  if (spec.env) all.push(word(marks.assigns), anyName(spec.env));
  for (const { names, value } of spec.assigns ?? []) all.push(word(marks.assigns), anyName(names), operandNeeds(value));
  if (spec.wrapper) all.push(anyName(spec.wrapper));
  if (spec.runsOn && !spec.runsOn.includes('here')) all.push(word(marks.remote));
  if (spec.disguised) all.push(word(marks.disguised));
  if (spec.pipeTo) all.push(word(marks.pipeTo), specNeeds(spec.pipeTo));
  if (spec.pipeFrom) all.push(word(marks.pipeFrom), specNeeds(spec.pipeFrom));
  if (spec.runsOutputOf) all.push(word(marks.runsOutputOf), specNeeds(spec.runsOutputOf));
  if (spec.dataFrom) all.push(word(marks.dataFrom), specNeeds(spec.dataFrom));
  for (const other of [spec.precededBy, spec.followedBy]) if (other) all.push(word(marks.several), specNeeds(other));
  if (spec.any) all.push(anyOf(spec.any.map(specNeeds)));
  return allOf(all);
}

/** Paths and their classes are left out: how a path is written tells little. */
function operandNeeds(spec: OperandSpec): Needs {
  // Every other key looks at a part of the word, which may be decoded.
  if (spec.part) return regexNeeds(spec.part);
  const all: Needs[] = [];
  if (spec.glob) all.push(anyName(spec.glob));
  if (spec.regex) all.push(regexNeeds(spec.regex));
  if (spec.any) all.push(anyOf(spec.any.map(operandNeeds)));
  return allOf(all);
}

const phraseNeeds = (phrase: string): Needs => allOf(phrase.split(' ').map(nameNeeds));

/** The words of a name; where it has a `*`, every part between them, as any text. */
function nameNeeds(name: string): Needs {
  if (!name.includes('*')) return allOf((name.match(/[\w$\x80-\uffff]+/g) ?? []).map(word));
  const parts = name.split('*').filter((part) => part !== '');
  return allOf(parts.map((value): Needs => ({ kind: 'text', value })));
}

function regexNeeds(regex: string): Needs {
  const caseless = regex.startsWith('(?i)');
  const text = (value: string): Needs => ({ kind: 'text', value, ...(caseless && { caseless }) });
  return allOf(requiredTexts(caseless ? regex.slice(4) : regex).map((values) => anyOf(values.map(text))));
}
