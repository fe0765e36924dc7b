/** A quick test for regular expressions that may backtrack exponentially, as the analysis `redos` of rules means it. */

/** True when a repeated group holds a repetition and something follows that may fail to match: `(a+)+b`. */
export function nestedQuantifier(regex: string): boolean {
  const stack: { repeats: boolean }[] = [];
  const repeatsAt = (at: number): boolean => /^(?:[*+]|\{\d+,\d*\})/.test(regex.slice(at));
  for (let at = 0; at < regex.length; at++) {
    const char = regex[at]!;
    if (char === '\\') at++;
    else if (char === '[') {
      while (at < regex.length && regex[at] !== ']') at += regex[at] === '\\' ? 2 : 1;
    } else if (char === '(') {
      stack.push({ repeats: false });
      continue;
    } else if (char === ')') {
      const group = stack.pop();
      if (!group) continue;
      const repeated = repeatsAt(at + 1);
      if (repeated && group.repeats && /^(?:[*+]|\{[\d,]*\})(?:[?+]|(?![?+]))\)*[^|()]/.test(regex.slice(at + 1))) return true;
      if ((repeated || group.repeats) && stack.length > 0) stack.at(-1)!.repeats = true;
      continue;
    }
    if (repeatsAt(at + 1) && stack.length > 0) stack.at(-1)!.repeats = true;
  }
  return false;
}
