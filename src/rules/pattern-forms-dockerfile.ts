/** The forms of patterns in Dockerfiles, and of the shell commands in them. */
import { adopt, type Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import { body, shellWord } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS } from './placeholder.ts';

/** In a list in JSON a placeholder must be a string. */
const inList = (before: string): boolean => {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^\s*[A-Za-z_]+\s+(?:--\S+\s+)*\[/.test(line) && (line.match(/"/g) ?? []).length % 2 === 0;
};

const docker: Style = {
  strings: [],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  ellipsis: (before) => (inList(before) ? `"${ELLIPSIS}"` : ELLIPSIS),
  replace: [],
  metavar: (name, before) => (inList(before) ? `"${name}"` : name),
  typed: null,
  comments: [],
};

const keywords =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;

/** A command of one word, which a placeholder's restoring leaves bare, is a call again; `...` as a command is any. */
function shellStatement(node: Node): Node {
  if (node.kind === 'exprstmt') return adopt({ ...node, expr: shellCommand(node.expr) });
  return node;
}

function shellCommand(node: Node): Node {
  switch (node.kind) {
    case 'name':
    case 'metavar':
      return adopt({
        kind: 'call',
        callee: node,
        typeArgs: [],
        args: [],
        optional: false,
        start: node.start,
        end: node.end,
        parent: null,
      });
    case 'call':
      return node.callee.kind === 'ellipsis' && node.args.length === 0 ? node.callee : node;
    case 'binary':
      return adopt({ ...node, left: shellCommand(node.left), right: shellCommand(node.right) });
    default:
      return node;
  }
}

const isDots = (node: Node): boolean => node.kind === 'ellipsis' || (node.kind === 'exprstmt' && node.expr.kind === 'ellipsis');

/** An instruction with its shell code put right; null when the keyword is none. */
function instruction(node: Node): Node | null {
  if (isDots(node)) return node.kind === 'exprstmt' ? node.expr : node;
  if (node.kind !== 'exprstmt') return node;
  const { expr } = node;
  if (expr.kind !== 'call') return expr.kind === 'metavar' ? node : null;
  if (expr.callee.kind === 'name' && !keywords.test(expr.callee.name)) return null;
  // In the reference this is `...`.
  const [first] = expr.args;
  if (expr.callee.kind === 'name' && expr.callee.name === 'HEALTHCHECK' && expr.args.length === 1 && first?.kind === 'ellipsis')
    return first;
  const args = expr.args.map((arg): Node => {
    if (arg.kind === 'call') {
      if (arg.callee.kind === 'metavar' && arg.args.length === 0) return arg.callee;
      const inner = instruction({ kind: 'exprstmt', expr: arg, start: arg.start, end: arg.end, parent: null });
      return inner?.kind === 'exprstmt' ? inner.expr : arg;
    }
    if (arg.kind !== 'block') return arg;
    const statements = arg.body.map(shellStatement);
    const [only] = statements;
    if (only && statements.length === 1 && isDots(only)) return only.kind === 'exprstmt' ? only.expr : only;
    // Also a list in JSON.
    const wide = only?.kind === 'exprstmt' ? only.expr : only;
    if (wide?.kind === 'metaellipsis' && statements.length === 1) return wide;
    return adopt({ ...arg, body: statements });
  });
  return adopt({ ...node, expr: adopt({ ...expr, args }) });
}

const instructions = (program: Node): Node[] | null => {
  const nodes = body(program).map(instruction);
  const whole = nodes.filter((node) => node !== null);
  if (whole.length !== nodes.length) return null;
  const [only] = whole;
  return whole.length === 1 && only?.kind === 'exprstmt' ? [only.expr] : whole;
};

/** The commands of the `RUN` that the form put before them. */
const commands = (program: Node, text: string): Node[] | null => {
  const [only, ...rest] = body(program);
  if (rest.length > 0 || only?.kind !== 'exprstmt' || only.expr.kind !== 'call') return null;
  const [code] = only.expr.args;
  if (code?.kind !== 'block') return null;
  const word = shellWord(text);
  if (word !== null) return [{ kind: 'string', value: word, start: code.start, end: code.end, parent: null }];
  const statements = code.body.map(shellStatement);
  const [single] = statements;
  return statements.length === 1 && single?.kind === 'exprstmt' ? [single.expr] : statements;
};

export const dockerfileForms: readonly Form[] = [
  { before: '', after: '\n', style: docker, pick: instructions },
  { before: 'RUN ', after: '\n', style: docker, pick: commands },
];
