/** What is asked of one text again and again, such as whether a file holds any routes. */

/** Works it out once for each text in turn. */
export function perText<T>(work: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: work(text) };
    return last.value;
  };
}
