/** Reading the files of `test/conformance/`. */

export interface ConformanceCase {
  name: string;
  /** A pattern, or the operators of a rule as YAML. */
  rule: string;
  code: string;
  /** Lines from 1. */
  lines: number[];
  /** Of the reference implementation; the same unless the case says otherwise. */
  reference: number[];
  /** The case does not say yet what is to be reported. */
  open: boolean;
}

/** A case without code is about the code of the case before. */
export function casesIn(text: string): ConformanceCase[] {
  let before = '';
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [name = ''] = block.split('\n', 1);
      const [rule = '', rest = ''] = splitOnce(block.slice(name.length + 1), '\n---\n');
      const at = `\n${rest}`.lastIndexOf('\n=> ');
      const own = at === 0 ? '' : at < 0 ? rest.trimEnd() : rest.slice(0, at - 1);
      const code = own === '' ? before : `${own}\n`;
      before = code;
      if (at < 0) return { name: name.trim(), rule, code, lines: [], reference: [], open: true };
      const [mine = '', other] = rest.slice(at + 3).split('\n~~ ');
      const lines = numbers(mine);
      return {
        name: name.trim(),
        rule,
        code,
        lines,
        reference: other === undefined ? lines : numbers(other),
        open: false,
      };
    });
}

/** The rule file of a case. */
export function ruleOf({ name, rule }: Pick<ConformanceCase, 'name' | 'rule'>, language: string): string {
  const indent = (body: string, by: string): string => body.replace(/^(?=.)/gm, by);
  const operators = /^(?:pattern|mode:|options:|paths:|metavariable)/.test(rule)
    ? indent(rule, '    ')
    : `    pattern: |\n${indent(rule, '      ')}`;
  return `rules:\n  - id: ${name}\n    languages: [${language}]\n    severity: ERROR\n    message: found\n${operators}\n`;
}

const numbers = (line: string): number[] => (line.match(/\d+/g) ?? []).map(Number);

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
