// ruleid: injection/regex-catastrophic
const email = /^([a-zA-Z0-9_.-]+)+@[a-z]+$/;

export function check(text: string) {
  // ruleid: injection/regex-catastrophic
  if (/^(\d+)*x$/.test(text)) return true;
  // ruleid: injection/regex-catastrophic
  if (new RegExp('^(a*)*b').test(text)) return true;
  // ok: injection/regex-catastrophic
  if (/^[a-zA-Z0-9_.-]+@[a-z]+$/.test(text)) return true;
  // ok: injection/regex-catastrophic
  return /^[a-z]+(?:-[a-z]+)*$/.test(text);
}
