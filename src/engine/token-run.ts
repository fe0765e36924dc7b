/** Long runs of token characters, which most texts have few of. */

/** Characters of a token, and of what may stand around one without a break. Every format with a prefix holds such a run. */
const RUN = 20;
/** Set `lastIndex` before use. */
export const runs = /[A-Za-z0-9_+/=.~%-]{20,}/g;

/** False when no format with a prefix, and none whose secret is one token, can match. */
export function holdsTokenRun(text: string): boolean {
  runs.lastIndex = 0;
  return text.length >= RUN && runs.test(text);
}
