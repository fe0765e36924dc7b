/** The text filter of routes: what stands in every file that declares routes of a framework. */
import type { FrameworkName, Needs } from '../model/rule.ts';

const word = (value: string): Needs => ({ kind: 'word', value });
const anyWord = (words: string): Needs => ({ kind: 'any', of: words.split(' ').map(word) });
const anyOf = (...of: Needs[]): Needs => ({ kind: 'any', of });
const allOf = (...of: Needs[]): Needs => ({ kind: 'all', of });

/** Words of which one names the method of a route. */
const methods = anyWord('post put patch delete del all get api_route');

/** Sorted by name. */
// biome-ignore format: a line for each
export const frameworkNeeds: Readonly<Record<FrameworkName, Needs>> = {
  // Or a function that is handed the app.
  express: allOf(methods, anyOf(anyWord('express Express Router restify polka'), allOf(anyWord('app router server api'), anyWord('req _req request')))),
  fastapi: allOf(methods, anyWord('fastapi starlette')),
};
