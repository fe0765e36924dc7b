import type { LanguageId } from '../model/language.ts';
import type { Node } from '../model/tree.ts';
import type { Names } from './names.ts';
import type { TreeIndex } from './tree-index.ts';

/** One parsed file. */
export interface Tree {
  program: Node;
  source: string;
  language: LanguageId;
  /** Of the source; `''` for a text within one. Some frameworks give files a meaning by their place. */
  path: string;
  names: Names;
  index: TreeIndex;
}
