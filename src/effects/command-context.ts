/** What command rules may know of the machine (`CommandContext` of the engine). */
import type { World } from '../model/world.ts';
import { classifyPath } from './path-classes.ts';
import { resolvePath } from './paths.ts';

export interface MachineContext {
  workspace: string;
  home: string;
  classify(path: string): ReadonlySet<string>;
  realPath(path: string): string;
  dirty(folder: string): boolean | null;
  setting(name: string, folder: string): string | null;
  exists(path: string): boolean | null;
  declares(name: string, folder: string): boolean;
}

/** Each path is classified once, each file read once. */
export function commandContext(world: World): MachineContext {
  const known = new Map<string, ReadonlySet<string>>();
  const texts = new Map<string, string | null>();
  const textOf = (path: string): string | null => {
    let text = texts.get(path);
    if (text === undefined) {
      const read = world.readFile(path);
      text = read.kind === 'text' ? read.text : null;
      texts.set(path, text);
    }
    return text;
  };
  const workspace = resolvePath(world.workspace, '', world);
  return {
    workspace,
    home: world.home === '' ? '' : resolvePath(world.home, '', world),
    classify(path) {
      const classes = known.get(path) ?? classifyPath(path, world);
      known.set(path, classes);
      return classes;
    },
    realPath: (path) => world.realPath?.(path) ?? path,
    dirty: (folder) => world.git?.dirty(folder) ?? null,
    setting(name, folder) {
      switch (name) {
        case 'git-branch':
          return world.git?.branch(folder) ?? null;
        case 'kube-context':
          return /^current-context:\s*["']?([^"'\s]+)/m.exec(textOf(`${world.home}/.kube/config`) ?? '')?.[1] ?? null;
        case 'terraform-workspace':
          return textOf(`${folder}/.terraform/environment`)?.trim() ?? null;
        default:
          return null;
      }
    },
    exists: (path) => world.readFile(path).kind !== 'missing',
    declares(name, folder) {
      const bare = name.replace(/(?<=.)@[^@/]*$/, '');
      for (const place of new Set([folder, workspace])) {
        const text = textOf(`${place}/package.json`);
        if (text !== null && (dependencies(text).has(bare) || textOf(`${place}/node_modules/.bin/${bare}`) !== null)) return true;
        for (const manifest of ['pyproject.toml', 'requirements.txt', 'requirements-dev.txt']) {
          const lines = textOf(`${place}/${manifest}`);
          if (lines?.split('\n').some((line) => /^[\s"']*([\w.-]+)/.exec(line)?.[1]?.toLowerCase() === bare.toLowerCase()))
            return true;
        }
      }
      return false;
    },
  };
}

/** Names of all kinds of dependencies, and of the programs of scoped packages as they are mostly called. */
function dependencies(manifest: string): Set<string> {
  const names = new Set<string>();
  try {
    const value: unknown = JSON.parse(manifest);
    for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'bin']) {
      const part = (value as Record<string, unknown> | null)?.[key];
      if (typeof part === 'object' && part !== null) for (const name of Object.keys(part)) names.add(name);
    }
  } catch {
    // Not a manifest.
  }
  // The TypeScript compiler is `tsc`, Playwright's runner is in `@playwright/test`, and so on.
  for (const [program, owner] of programs) if (names.has(owner)) names.add(program);
  return names;
}

const programs: readonly (readonly [string, string])[] = [
  ['tsc', 'typescript'],
  ['playwright', '@playwright/test'],
  ['biome', '@biomejs/biome'],
  ['ng', '@angular/cli'],
  ['nest', '@nestjs/cli'],
  ['changeset', '@changesets/cli'],
  ['drizzle-kit', 'drizzle-orm'],
  ['prisma', '@prisma/client'],
  ['tailwindcss', '@tailwindcss/cli'],
];
