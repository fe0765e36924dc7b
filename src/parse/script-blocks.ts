/**
 * JavaScript and TypeScript inside of other files: the `<script>` blocks of HTML pages and of Vue, Svelte and Astro
 * components, and what stands between the `---` of an Astro component. What is not such code becomes blanks, so that
 * offsets and lines stay those of the file.
 */

const component = /\.(?:vue|svelte|astro)$/i;
const page = /\.x?html?$/i;

/** Whether files of this name hold scripts among other text. */
export const holdsScripts = (path: string): boolean => component.test(path) || page.test(path);

interface Block {
  start: number;
  end: number;
  attributes: string;
}

/** Whether files of this name are pages, which rules for HTML read. */
export const holdsMarkup = (path: string): boolean => page.test(path);

/** `typescript` when a block says so. */
export function scriptLanguage(path: string, text: string): 'javascript' | 'typescript' {
  if (/\.astro$/i.test(path)) return 'typescript';
  if (!component.test(path)) return 'javascript';
  return blocksOf(text).some(({ attributes }) => /\blang\s*=\s*["']?tsx?\b/i.test(attributes)) ? 'typescript' : 'javascript';
}

/** The text with everything blanked that is no script. A `fragment` without a tag is taken for a piece of a script. */
export function scriptsOf(path: string, text: string, fragment: boolean): string {
  if (fragment && !/<\/?script\b/i.test(text)) return /^\s*</.test(text) ? blank(text) : text;
  let out = '';
  let at = 0;
  const keep = (start: number, end: number): void => {
    const code = text.slice(start, end);
    out += blank(text.slice(at, start)) + (page.test(path) ? untemplated(code) : code);
    at = end;
  };
  if (/\.astro$/i.test(path)) {
    const front = /^\s*---[ \t]*\r?\n/.exec(text);
    const end = front ? text.indexOf('\n---', front[0].length - 1) : -1;
    if (front && end >= 0) keep(front[0].length, Math.max(end, front[0].length));
  }
  for (const { start, end } of blocksOf(text)) {
    if (start < at) continue;
    keep(start, end);
    // The end tag ends a statement.
    if (text[at] === '<') {
      out += ';';
      at++;
    }
  }
  return out + blank(text.slice(at));
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** The blocks that a browser or a compiler runs. Linear in the text. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const mark = /<!--|<script(?=[\s/>])/gi;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '<!--') {
      const end = text.indexOf('-->', mark.lastIndex);
      if (end < 0) break;
      mark.lastIndex = end + 3;
      continue;
    }
    const start = tagEnd(text, mark.lastIndex);
    if (start < 0) break;
    const attributes = text.slice(mark.lastIndex, start - 1);
    mark.lastIndex = start;
    if (attributes.endsWith('/')) continue;
    const close = /<\/script(?=[\s/>])/gi;
    close.lastIndex = start;
    const end = close.exec(text)?.index ?? text.length;
    if (runs(attributes)) blocks.push({ start, end, attributes });
    mark.lastIndex = end;
  }
  return blocks;
}

/** Behind the `>` of a tag; quoted values may hold one. -1 when there is none. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '>') return at + 1;
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** Not data, templates and languages that are not these. */
function runs(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '';
  return /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma|type)script|text\/(?:babel|jsx|ts|tsx|partytown))$/i.test(type);
}

/** What a template engine fills in stands for a name, and its statements for nothing. */
const untemplated = (code: string): string =>
  code
    .replace(/(?<![=$])\{\{[^{}\n]*\}\}|<%[=-][^\n]*?%>|<\?=[^\n]*?\?>/g, (hole) => '_'.repeat(hole.length))
    .replace(/\{%[^\n]*?%\}|<%[^]*?%>|<\?[^]*?\?>/g, blank);
