export function connect(apiKey: string, host: string) {
  // ruleid: data/secret-in-error
  if (refused()) throw new Error(`auth failed for ${apiKey}`);
  // ruleid: data/secret-in-error
  if (broken()) throw new Error('bad secret ' + config.clientSecret);
  // ok: data/secret-in-error
  if (closed()) throw new Error(`no connection to ${host}`);
  // ok: data/secret-in-error
  throw new Error('API key was refused');
}
