/** What other files of the project say about a route, as far as reading a few of them is cheap. */
import { isGuardName } from './guard-name.ts';

/** The text of another file, by its path as the source has its own; null when there is none, or none can be had. */
export type ReadBeside = (path: string) => string | null;

export interface Project {
  /** Whether the project signs its users in: its manifest names a package for it. Null when that is not known. */
  signsIn(): boolean | null;
  /** The first of these files, in the folder of the source or one above it. */
  find(names: readonly string[]): { path: string; text: string } | null;
}

/** Most folders that are looked at, from the source upwards. */
const LEVELS = 8;
/** Longest file that is read, code units. */
const LONGEST = 200_000;

const packages =
  /"(?:next-auth|@auth\/[\w-]+|@clerk\/[\w-]+|better-auth|lucia|lucia-auth|iron-session|@supabase\/(?:ssr|auth-helpers-[\w-]+)|firebase-admin|@auth0\/[\w-]+|express-(?:jwt|openid-connect|oauth2-jwt-bearer|session)|passport(?:-[\w-]+)?|jsonwebtoken|jose|@fastify\/(?:jwt|session|secure-session|auth|passport)|koa-(?:jwt|passport|session)|@nestjs\/(?:jwt|passport)|@kinde-oss\/[\w-]+|@workos-inc\/[\w-]+|@stackframe\/[\w-]+|nuxt-auth-utils|@sidebase\/nuxt-auth|remix-auth[\w-]*|@logto\/[\w-]+|supertokens-node|keycloak-connect|cookie-session)"\s*:/;

export function projectOf(path: string, read: ReadBeside | null): Project {
  const folders = above(path);
  const texts = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    let text = texts.get(file);
    if (text === undefined) {
      text = read?.(file) ?? null;
      if (text !== null && text.length > LONGEST) text = null;
      texts.set(file, text);
    }
    return text;
  };
  const find = (names: readonly string[]): { path: string; text: string } | null => {
    if (read === null) return null;
    for (const folder of folders)
      for (const name of names) {
        const file = folder === '' ? name : `${folder}/${name}`;
        const text = textOf(file);
        if (text !== null) return { path: file, text };
      }
    return null;
  };
  let signs: boolean | null | undefined;
  return {
    find,
    signsIn() {
      if (signs === undefined) {
        const manifest = find(['package.json']);
        signs = manifest && packages.test(manifest.text);
      }
      return signs;
    },
  };
}

/** The folder of the file, and those above it. */
function above(path: string): string[] {
  const folders: string[] = [];
  let at = path;
  while (folders.length < LEVELS) {
    const cut = at.lastIndexOf('/');
    at = cut < 0 ? '' : at.slice(0, cut);
    folders.push(at);
    if (cut <= 0) break;
  }
  return folders;
}

/** Files that put routers in their place. */
const entries = ['app', 'server', 'index', 'main', 'routes', 'router', 'api'].flatMap((name) =>
  ['ts', 'js', 'mjs', 'cjs', 'mts'].flatMap((end) => [`${name}.${end}`, `src/${name}.${end}`, `routes/index.${end}`]),
);

/**
 * Whether the file that mounts this router puts a guard in front: `app.use('/orders', requireAuth, ordersRouter)`, or
 * `app.use(requireAuth)` above it. Null when no file of the project is seen to mount it.
 */
export function mountOf(path: string, project: Project): { guarded: boolean } | null {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const folder = path.split('/').at(-2) ?? '';
  const wanted = stem === 'index' ? folder : stem;
  if (!/^[\w.-]+$/.test(wanted)) return null;
  const entry = project.find(entries.filter((name) => !path.endsWith(name)));
  if (!entry) return null;
  const escaped = wanted.replace(/[.$]/g, '\\$&');
  const imported = new RegExp(
    `(?:import\\s+(?:\\*\\s+as\\s+)?(\\w+)[^'"\\n]*from\\s*|(?:const|let|var)\\s+(\\w+)\\s*=\\s*require\\(\\s*)['"][./~@\\w-]*/${escaped}(?:/index)?(?:\\.\\w+)?['"]`,
  ).exec(entry.text);
  const name = imported?.[1] ?? imported?.[2];
  const inline = new RegExp(`\\.(?:use|route)\\(([^;]*?)require\\(\\s*['"][./~@\\w-]*/${escaped}(?:\\.\\w+)?['"]`).exec(
    entry.text,
  );
  const mount =
    name === undefined
      ? inline
      : new RegExp(`\\.(?:use|route|register)\\(([^;]*?)(?<![\\w$/'"-])${name}\\s*[,).]`).exec(entry.text);
  if (!mount) return null;
  if (namesGuard(mount[1] ?? '')) return { guarded: true };
  // What is used for every path, above the mount.
  const before = entry.text.slice(0, mount.index);
  for (const use of before.matchAll(/\.use\(\s*(?:['"]([^'"]*)['"]\s*,\s*)?([^;\n]*)\)/g)) {
    const prefix = use[1] ?? '';
    const at = /^\s*['"]([^'"]*)['"]/.exec(mount[1] ?? '')?.[1] ?? '';
    if (prefix !== '' && prefix !== '/' && !at.startsWith(prefix.replace(/\/?\*$/, ''))) continue;
    if (!/rout(?:er|es)/i.test(use[2] ?? '') && namesGuard(use[2] ?? '')) return { guarded: true };
  }
  return { guarded: false };
}

const namesGuard = (code: string): boolean =>
  (code.replace(/(['"`])(?:(?!\1).)*\1/g, '').match(/[A-Za-z_$][\w$]*/g) ?? []).some((word) => isGuardName(word));
