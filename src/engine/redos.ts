/** A quick test for regular expressions that may backtrack exponentially. */

/** True when a repeated group holds a repetition of its own, or repeated alternatives that overlap: `(a+)+`, `(a|a)*`. */
export function nestedQuantifier(regex: string): boolean {
  const stack: { repeats: boolean; alternatives: string[]; from: number }[] = [];
  for (let at = 0; at < regex.length; at++) {
    const char = regex[at]!;
    if (char === '\\') {
      at++;
      continue;
    }
    if (char === '[') {
      while (at < regex.length && regex[at] !== ']') at += regex[at] === '\\' ? 2 : 1;
      if (/^[*+]|^\{\d+,\d*\}/.test(regex.slice(at + 1)) && stack.length > 0) stack.at(-1)!.repeats = true;
      continue;
    }
    if (char === '(') stack.push({ repeats: false, alternatives: [], from: at + 1 });
    else if (char === '|' && stack.length > 0) {
      const top = stack.at(-1)!;
      top.alternatives.push(regex.slice(top.from, at));
      top.from = at + 1;
    } else if (char === ')') {
      const group = stack.pop();
      if (!group) continue;
      const alternatives = [...group.alternatives, regex.slice(group.from, at)];
      const repeated = /^[*+]|^\{\d+,\d*\}/.test(regex.slice(at + 1));
      const overlap =
        alternatives.length > 1 &&
        alternatives.some((one, i) => alternatives.some((two, j) => i !== j && one !== '' && two.startsWith(one)));
      if (repeated && (group.repeats || overlap)) return true;
      if ((repeated || group.repeats) && stack.length > 0) stack.at(-1)!.repeats = true;
    } else if ((char === '*' || char === '+') && stack.length > 0) stack.at(-1)!.repeats = true;
  }
  return false;
}
