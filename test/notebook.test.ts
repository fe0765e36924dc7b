import { describe, expect, it } from 'vitest';
import { applyNotebookEdit, type NotebookEdit, notebookTexts } from '../src/effects/notebook.ts';

const code = (source: string | string[], id?: string) => ({
  cell_type: 'code',
  ...(id === undefined ? {} : { id }),
  metadata: {},
  outputs: [{ text: 'old' }],
  execution_count: 3,
  source,
});
const prose = (source: string | string[], id?: string) => ({
  cell_type: 'markdown',
  ...(id === undefined ? {} : { id }),
  metadata: {},
  source,
});
const notebook = (cells: unknown[], metadata: object = {}) =>
  `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
const change = (fields: Partial<NotebookEdit>): NotebookEdit => ({
  kind: 'notebook',
  path: 'n.ipynb',
  cellId: null,
  mode: 'replace',
  cellType: null,
  source: '',
  ...fields,
});
/** What the cells hold after the edit: type and source. */
function cells(text: string, fields: Partial<NotebookEdit>): string[] | null {
  const after = applyNotebookEdit(text, change(fields));
  if (after === null) return null;
  const parsed = JSON.parse(after) as { cells: { cell_type: string; source: string | string[] }[] };
  return parsed.cells.map((cell) => `${cell.cell_type}:${[cell.source].flat().join('')}`);
}

const three = notebook([code('a', 'A'), prose(['b\n', 'c'], 'B'), code(['d\n'], 'D')]);

describe('NotebookEdit', () => {
  it.each<[string, Partial<NotebookEdit>, string[] | null]>([
    ['replaces by id', { cellId: 'D', source: 'x' }, ['code:a', 'markdown:b\nc', 'code:x']],
    ['replaces by index', { cellId: 'cell-0', source: 'x' }, ['code:x', 'markdown:b\nc', 'code:d\n']],
    ['changes the type', { cellId: 'B', source: 'x', cellType: 'code' }, ['code:a', 'code:x', 'code:d\n']],
    [
      'inserts after a cell',
      { mode: 'insert', cellId: 'A', source: 'x', cellType: 'code' },
      ['code:a', 'code:x', 'markdown:b\nc', 'code:d\n'],
    ],
    [
      'inserts at the start',
      { mode: 'insert', source: 'x', cellType: 'markdown' },
      ['markdown:x', 'code:a', 'markdown:b\nc', 'code:d\n'],
    ],
    ['deletes', { mode: 'delete', cellId: 'B' }, ['code:a', 'code:d\n']],
    ['appends by the index past the end', { cellId: 'cell-3', source: 'x' }, ['code:a', 'markdown:b\nc', 'code:d\n', 'code:x']],
    ['refuses an unknown cell', { cellId: 'Z', source: 'x' }, null],
    ['refuses an index too far', { cellId: 'cell-9', source: 'x' }, null],
    ['refuses to replace without a cell', { source: 'x' }, null],
    ['refuses to delete what is not there', { mode: 'delete', cellId: 'cell-3' }, null],
  ])('%s', (_, fields, expected) => {
    expect(cells(three, fields)).toEqual(expected);
  });

  it('writes the file as the tool does: outputs cleared, one blank per level', () => {
    const after = applyNotebookEdit(notebook([code('a', 'A')]), change({ cellId: 'A', source: 'x' }));
    expect(after).toContain('\n   "outputs": [],\n   "execution_count": null,\n   "source": "x"\n');
    expect(after?.endsWith('}\n')).toBe(true);
  });

  it.each(['', '[]', '{}', '{"cells": [1]}', 'not json'])('refuses %j', (text) => {
    expect(applyNotebookEdit(text, change({ cellId: 'A' }))).toBeNull();
    expect(notebookTexts(text)).toBeNull();
  });
});

describe('texts of a notebook', () => {
  it('joins code cells, and prose apart from them', () => {
    expect(notebookTexts(three)).toEqual([
      { language: 'python', text: '# %%\na\n# %%\nd\n\n' },
      { language: null, text: 'b\nc\n' },
    ]);
  });

  it('takes the language from the kernel', () => {
    const text = notebook([code('let x')], { kernelspec: { language: 'typescript', name: 'deno' } });
    expect(notebookTexts(text)).toEqual([{ language: 'typescript', text: '// %%\nlet x\n' }]);
    expect(notebookTexts(notebook([code('x')], { language_info: { name: 'ipython3' } }))?.[0]?.language).toBe('python');
    expect(notebookTexts(notebook([code('x')], { kernelspec: 7 }))?.[0]?.language).toBe('python');
  });

  it('turns magics into comments, line for line', () => {
    const source = '%load_ext x\nif a:\n    !pip install y\nz = !ls\nw = %env HOME\ndf?\nq = ("%s"\n  % name)\n';
    expect(notebookTexts(notebook([code(source)]))?.[0]?.text.split('\n')).toEqual([
      '# %%',
      'pass  # %load_ext x',
      'if a:',
      '    pass  # !pip install y',
      'z = None  # !ls',
      'w = None  # %env HOME',
      'pass  # df?',
      'q = ("%s"',
      '  % name)',
      '',
      '',
    ]);
  });

  it('reads a cell in another language as that', () => {
    const text = notebook([code('%%bash\nrm -rf /'), code('%%time\nx = 1'), code('%%javascript\nlet y'), code('%%unknown\nz')]);
    expect(notebookTexts(text)).toEqual([
      { language: 'bash', text: '# %%\n# %%bash\nrm -rf /\n' },
      { language: 'python', text: '# %%\n# %%time\nx = 1\n' },
      { language: 'javascript', text: '// %%\n// %%javascript\nlet y\n' },
      { language: 'generic', text: '# %%\n# %%unknown\nz\n' },
    ]);
  });
});
