/**
 * Babel as the arbiter where tree-sitter met errors in JavaScript or TypeScript: is the text wrong, or does the grammar
 * not know it? Loaded on demand, since Babel costs more than everything else together.
 */
import type { ParserOptions, ParserPlugin } from '@babel/parser';

/** Longest text, in UTF-16 code units, that is judged. */
const MOST = 1_000_000;

/** Proposals that build tools translate, and forms that run although the plain grammar of a module forbids them. */
const everywhere: ParserPlugin[] = [
  'explicitResourceManagement',
  'decoratorAutoAccessors',
  'deferredImportEvaluation',
  'sourcePhaseImports',
  'exportDefaultFrom',
  'doExpressions',
  'throwExpressions',
];
const lenient: ParserOptions = {
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowNewTargetOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowImportExportEverywhere: true,
  attachComment: false,
};

/**
 * `invalid` when no JavaScript engine or TypeScript compiler would take the text, a whole file, so that it cannot run;
 * `valid` when it can, or when that is not certain: it is too long or nested too deep to be judged, or Babel cannot be
 * loaded. Never rejects.
 */
export async function judgeSyntax(text: string, path: string): Promise<'valid' | 'invalid'> {
  if (text.length > MOST) return 'valid';
  try {
    const { parse } = await import('@babel/parser');
    const wrong = attempts(path).every((options) => {
      try {
        parse(text, options);
        return false;
      } catch (error) {
        return isSyntaxError(error);
      }
    });
    return wrong ? 'invalid' : 'valid';
  } catch {
    return 'valid';
  }
}

/** Ways of reading a file of this name, likeliest first; one that works is enough. */
function attempts(path: string): ParserOptions[] {
  const name = path.toLowerCase();
  const sourceType = /\.m[jt]s$/.test(name) ? 'module' : /\.c[jt]s$/.test(name) ? 'script' : 'unambiguous';
  const languages: ParserPlugin[][] = /\.d\.[cm]?ts$/.test(name)
    ? [[['typescript', { dts: true }]]]
    : /\.[cm]?ts$/.test(name)
      ? [['typescript']]
      : /\.tsx$/.test(name)
        ? [['typescript', 'jsx']]
        : /\.[cm]?jsx?$/.test(name)
          ? [['jsx'], ['jsx', ['flow', { all: true }]]]
          : [['typescript', 'jsx'], ['typescript'], ['jsx', ['flow', { all: true }]]];
  // Only the older form of decorators stands before parameters, only the newer one may be a call of any expression.
  return languages.flatMap((language) =>
    (['decorators-legacy', 'decorators'] as const).map((decorators) => ({
      ...lenient,
      sourceType: sourceType as NonNullable<ParserOptions['sourceType']>,
      plugins: [...language, decorators, ...everywhere],
    })),
  );
}

/** Not so for a stack that ran out, nor for syntax that Babel knows and asks a plugin for. */
function isSyntaxError(error: unknown): boolean {
  const { code, reasonCode } = error as { code?: unknown; reasonCode?: unknown };
  return code === 'BABEL_PARSER_SYNTAX_ERROR' && reasonCode !== 'MissingPlugin' && reasonCode !== 'MissingOneOfPlugins';
}
