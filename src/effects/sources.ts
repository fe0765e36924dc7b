/** The texts to scan of a file that would be written. */
import type { Source, WriteEffect } from '../model/effect.ts';
import type { World } from '../model/world.ts';
import { languageOf } from '../parse/languages.ts';
import { notebookTexts } from './notebook.ts';
import { displayPath } from './paths.ts';

/** One text as it would be, and the text that it comes from: what was found in `before` is not new. */
export interface SourceChange {
  /** Null for a new file. Under the old name when the file is renamed. */
  before: Source | null;
  after: Source;
}

/**
 * A file gives one text; a notebook one for each language and one for its prose; what could not be rebuilt one for each
 * inserted piece. Byte order marks are left out, so that offsets count from the first character.
 */
export function sourcesOf(write: WriteEffect, world: Pick<World, 'workspace' | 'platform'>): SourceChange[] {
  const path = displayPath(write.path, world);
  const oldPath = write.renamedFrom === null ? path : displayPath(write.renamedFrom, world);
  const changes: SourceChange[] = [];
  if (write.after !== null) {
    const before = write.before === null ? [] : textsOf(oldPath, write.before);
    for (const after of textsOf(path, write.after)) {
      changes.push({ before: before.find((source) => source.language === after.language) ?? before[0] ?? null, after });
    }
  }
  const whole = write.before === null ? null : wholeFile(oldPath, write.before);
  for (const text of write.fragments) {
    changes.push({ before: whole, after: { path, language: languageOf(path, write.before ?? text), text, fragment: true } });
  }
  return changes;
}

function textsOf(path: string, text: string): Source[] {
  const texts = /\.ipynb$/i.test(path) ? notebookTexts(text) : null;
  return texts?.map((piece) => ({ path, ...piece, fragment: false })) ?? [wholeFile(path, text)];
}

function wholeFile(path: string, text: string): Source {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return { path, language: languageOf(path, body), text: body, fragment: false };
}
