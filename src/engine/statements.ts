/** Statement lists, and what lies nested in them. */
import type { LanguageId } from '../model/language.ts';
import { eachChild, type Node } from '../model/tree.ts';

/** The statement list of a node that holds one; null for other nodes. */
export function statementsOf(node: Node, language: LanguageId): readonly Node[] | null {
  switch (node.kind) {
    case 'program':
    case 'block':
    case 'namespace':
    case 'case':
      return node.body;
    case 'class':
      return node.body;
    case 'object':
      // The attributes and blocks of a block; no other language has statements in an object.
      return language === 'hcl' ? node.props : null;
    default:
      return null;
  }
}

/** The statements and, after each, those nested in it, those of functions and classes inside of it included. */
export function flattened(statements: readonly Node[]): readonly Node[] {
  const out: Node[] = [];
  for (const statement of statements) flatten(statement, out);
  return out.length === statements.length ? statements : out;
}

function flatten(node: Node, out: Node[]): void {
  if (node.kind !== 'block') out.push(node);
  const into = (part: Node | null): void => {
    if (part) flatten(part, out);
  };
  switch (node.kind) {
    case 'block':
      for (const statement of node.body) flatten(statement, out);
      return;
    case 'if':
      into(node.then);
      into(node.else);
      return;
    case 'while':
    case 'foreach':
      into(node.body);
      into(node.else);
      return;
    case 'dowhile':
    case 'for':
    case 'with':
    case 'label':
      into(node.body);
      return;
    case 'try':
      into(node.body);
      for (const part of node.catches) if (part.kind === 'catch') into(part.body);
      into(node.else);
      into(node.finally);
      return;
    case 'switch':
      for (const part of node.cases) if (part.kind === 'case') for (const statement of part.body) flatten(statement, out);
      return;
    case 'class':
    case 'namespace':
      for (const statement of node.body) flatten(statement, out);
      return;
    case 'func':
      if (node.body?.kind === 'block') into(node.body);
      return;
    default:
      inExpressions(node, out);
  }
}

/** The statements of functions that are written inside an expression. */
function inExpressions(node: Node, out: Node[]): void {
  eachChild(node, (child) => {
    if (child.kind !== 'func') inExpressions(child, out);
    else if (child.body?.kind === 'block') flatten(child.body, out);
  });
}
