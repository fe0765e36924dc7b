/** The payload of a hook, from standard input. */
import { decodeText, type Io, TooLarge } from '../host/io.ts';

export type Payload = { kind: 'payload'; payload: unknown; size: number } | { kind: 'bad'; message: string };

/** At most `limit` bytes. Never rejects. */
export async function readPayload(io: Io, limit: number): Promise<Payload> {
  const bad = (message: string): Payload => ({ kind: 'bad', message });
  let text: string;
  try {
    text = decodeText(await io.stdin(limit)).replace(/^\uFEFF/, '');
  } catch (error) {
    return bad(
      error instanceof TooLarge
        ? `the payload is too large: ${error.message}`
        : `the payload cannot be read: ${(error as Error).message}`,
    );
  }
  if (text.trim() === '') return bad('the payload is empty');
  try {
    return { kind: 'payload', payload: JSON.parse(text), size: text.length };
  } catch {
    return bad('the payload is not JSON');
  }
}
