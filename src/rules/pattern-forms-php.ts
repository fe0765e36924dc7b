/**
 * The forms of patterns in PHP. Placeholders are variables, which may stand wherever a value may; where the grammar wants
 * the name of a class, a function, a constant or an argument, they are written without the `$`.
 */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import { body, header, members, statements } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS } from './placeholder.ts';

/** Words that a bare name follows. */
const beforeName =
  /(?:\b(?:function\s*&?|class|interface|trait|enum|extends|implements|namespace|use|const|goto|insteadof)\s*|[\\@]|#\[\s*|\b(?:extends|implements|use)\s+[\w\\]+(?:\s*,\s*[\w\\]+)*\s*,\s*)$/;

/** Variables that the language defines; they look like metavariables. */
const predefined: ReadonlySet<string> = new Set([
  'Fs_mv__SERVER',
  'Fs_mv__GET',
  'Fs_mv__POST',
  'Fs_mv__FILES',
  'Fs_mv__COOKIE',
  'Fs_mv__SESSION',
  'Fs_mv__REQUEST',
  'Fs_mv__ENV',
]);

/** The text before the bracket that is open at the end of `before`. */
function openedBy(before: string, bracket: string): string | null {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const char = before[at]!;
    if (char === '}' || char === ')' || char === ']') depth++;
    else if ((char === '{' || char === '(' || char === '[') && depth-- === 0)
      return char === bracket ? before.slice(0, at) : null;
  }
  return null;
}

const ofClass = /\b(?:class|interface|trait|enum)\b[^{};()]*(?:\([^{};]*\)[^{};()]*)?$/;
const ofParameters = /(?:\bfunction\s*&?\s*[\w$]*|\bfn\s*&?)\s*$/;
const ofSwitch = /\bswitch\s*\([^]*\)\s*$/;
const ofMatch = /\bmatch\s*\([^]*\)\s*$/;

function metavar(name: string, before: string, after: string): string {
  if (predefined.has(name)) return `$${name.slice('Fs_mv_'.length)}`;
  const bare =
    beforeName.test(before) ||
    // A namespace, a label of an argument, a type in front of a variable.
    /^\\/.test(after) ||
    (/[(,]\s*$/.test(before) && /^\s*:(?!:)/.test(after)) ||
    /^\s*(?:\|\s*[\w$\\]+\s*)*(?:&\s*)?(?:\.\.\.)?\$\w/.test(after) ||
    /\)\s*:\s*\??\s*$/.test(before) ||
    // The label or the name of what stands without a sigil behind a modifier: `public $T $x`.
    /\bcatch\s*\(\s*(?:[\w\\]+\s*\|\s*)*$/.test(before);
  return bare ? name : `$${name}`;
}

const style: Style = {
  strings: [
    { open: '"', close: '"', escape: '\\', code: ['{', '}'], sigil: '$' },
    { open: "'", close: "'", escape: '\\', code: null },
    { open: '`', close: '`', escape: '\\', code: ['{', '}'], sigil: '$' },
  ],
  statement: `$${ELLIPSIS};`,
  field: `$${ELLIPSIS};`,
  ellipsis(before, after) {
    const opened = openedBy(before, '{');
    const begins = /(?:^|[{};:])\s*$/.test(before) || /\n[ \t]*$/.test(before);
    if (opened !== null && begins) {
      if (ofClass.test(opened)) return `public $${ELLIPSIS};`;
      if (ofSwitch.test(opened) && /[{]\s*$/.test(before)) return `case $${ELLIPSIS}:`;
    }
    if (opened !== null && ofMatch.test(opened)) return `$${ELLIPSIS} => $${ELLIPSIS}`;
    const called = openedBy(before, '(');
    if (called !== null && /\bforeach\s*$/.test(called) && /^\s*\)/.test(after)) return `$${ELLIPSIS} as $${ELLIPSIS}`;
    if (called !== null && /\bfor\s*$/.test(called) && /^\s*\)/.test(after) && /\(\s*$/.test(before))
      return `$${ELLIPSIS};$${ELLIPSIS};$${ELLIPSIS}`;
    if (called !== null && ofParameters.test(called)) return `$${ELLIPSIS}`;
    if (called !== null || openedBy(before, '[') !== null) return `$${ELLIPSIS}`;
    return begins && !/^\s*(?:[,)\].=?:]|->)/.test(after)
      ? /^\s*;/.test(after)
        ? `$${ELLIPSIS}`
        : `$${ELLIPSIS};`
      : `$${ELLIPSIS}`;
  },
  replace: [[/->\s*\.\.\.\s*->/g, `->${ELLIPSIS}->`]],
  metavar,
  typed: null,
  comments: ['//', '# '],
};

/** Of methods on their own the modifiers say nothing. */
const methods = (program: Node): Node[] =>
  members(program).map((node) => (node.kind === 'func' ? { ...node, modifiers: [] } : node));

const entry = (program: Node, text: string): Node[] | null => {
  const [only] = statements(program, text);
  return only?.kind === 'array' && only.elements.length === 1 && only.elements[0]!.kind === 'pair' ? only.elements : null;
};

const decorators = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'class' && only.decorators.length > 0 ? only.decorators : null;
};

const catches = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'try' ? only.catches : null;
};

export const phpForms: readonly Form[] = [
  { before: '<?php ', after: ';', style, when: /[^;}\s]$/, pick: statements },
  { before: '<?php ', after: '', style, pick: statements },
  { before: '', after: '', style, when: /^<\?/, pick: statements },
  { before: '<?php ', after: ';', style, pick: statements },
  { before: '<?php class Fs_c { ', after: ' }', style, pick: methods },
  {
    before: '<?php class Fs_c { ',
    after: ' {} }',
    style,
    when: /\bfunction\b/,
    pick: (program) => header({ ...program, body: members(program) } as Node),
  },
  { before: '<?php ', after: ' {}', style, when: /\b(?:function|class|interface|trait)\b/, pick: header },
  { before: '<?php [', after: '];', style, when: /=>/, pick: entry },
  { before: '<?php ', after: ' class Fs_c {}', style, when: /^#\[/, pick: decorators },
  { before: '<?php try {} ', after: '', style, when: /^catch\b/, pick: catches },
];
