/** Base64 of UTF-16LE, as `pwsh -EncodedCommand` takes it. Text that is none gives `''`. */
export function decodeUtf16(text: string): string {
  try {
    const bytes = atob(text.replace(/\s/g, ''));
    let out = '';
    for (let at = 0; at + 1 < bytes.length; at += 2)
      out += String.fromCharCode(bytes.charCodeAt(at) | (bytes.charCodeAt(at + 1) << 8));
    return out;
  } catch {
    return '';
  }
}
