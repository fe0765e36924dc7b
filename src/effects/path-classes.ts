/** What kind of place a path names: the lists that rules about paths are written against. */
import { baseName, isWithin, type Places, resolvePath } from './paths.ts';

export const pathClasses = [
  /** The workspace itself, or in it. */
  'workspace',
  /** A folder that the workspace lies in. */
  'above-workspace',
  'temp',
  /** The user's home folder itself, or in it but outside the workspace. */
  'home',
  /** Belongs to the operating system or to all users. */
  'system',
  /** The root of the file system or of a drive. */
  'root',
  /** Holds passwords, keys, tokens or the like. */
  'credential',
  /** Says what a coding agent may do: its settings, hooks, permissions and MCP servers. */
  'agent-config',
  /** Tells a coding agent how to behave: instructions, skills, commands. */
  'agent-instructions',
  /** Runs code when git does something. */
  'git-hook',
  /** Runs code in continuous integration, or says who must review. */
  'ci',
  /** Settings of a security scanner. */
  'scanner-config',
  /** Forestall itself: its policy, its rules, its program. */
  'guard',
] as const;
export type PathClass = (typeof pathClasses)[number];

/**
 * Every class that `path` (absolute and normalised) has. Where symbolic links can be followed, the place they lead to
 * counts as well, and only that one says whether the path is in the workspace or in a folder for temporary files.
 */
export function classifyPath(path: string, places: Places): Set<PathClass> {
  const real = places.realPath?.(path) ?? path;
  const classes = new Set<PathClass>();
  const workspace = resolvePath(places.workspace, '', places);
  const realWorkspace = places.realPath?.(workspace) ?? workspace;
  // The root is nobody's workspace: all of the machine would be in it.
  const inside =
    workspace !== '/' &&
    (isWithin(real, realWorkspace, places.platform) || (real === path && isWithin(path, workspace, places.platform)));
  if (inside) classes.add('workspace');
  if (!inside && (isWithin(realWorkspace, real, places.platform) || isWithin(workspace, path, places.platform))) {
    classes.add('above-workspace');
  }
  if (isTemp(real, places)) classes.add('temp');
  for (const one of real === path ? [path] : [path, real]) addNamed(one, places, inside, classes);
  return classes;
}

/** True for what is neither in the workspace nor in a folder for temporary files. */
export function isOutside(path: string, places: Places): boolean {
  const classes = classifyPath(path, places);
  return !classes.has('workspace') && !classes.has('temp');
}

function isTemp(path: string, places: Places): boolean {
  const usual = ['/tmp', '/var/tmp', '/dev/shm', '/private/tmp', '/private/var/tmp', '/var/folders', '/private/var/folders'];
  const folders = places.platform === 'win32' ? [] : usual;
  for (const folder of [...folders, ...(places.temp ?? [])]) {
    const given = resolvePath(folder, '', places);
    // The folder itself is not a temporary file.
    if (path !== given && isWithin(path, given, places.platform)) return true;
    const real = places.realPath?.(given) ?? given;
    if (path !== real && isWithin(path, real, places.platform)) return true;
  }
  return places.platform === 'win32' && /\/appdata\/local\/temp\/./i.test(path);
}

function addNamed(path: string, places: Places, inWorkspace: boolean, classes: Set<PathClass>): void {
  const home = places.home === '' ? '' : resolvePath(places.home, '', places);
  if (/^(\/|[A-Za-z]:\/)$/.test(path)) classes.add('root');
  if (home !== '' && !inWorkspace && isWithin(path, home, places.platform)) classes.add('home');
  if (!inWorkspace && !classes.has('temp') && !classes.has('home') && isSystem(path)) classes.add('system');
  const tail = homeTail(path, home);
  if (isCredential(path, tail)) classes.add('credential');
  if (hints.test(path)) {
    for (const [kind, patterns] of Object.entries(anywhere) as [PathClass, readonly RegExp[]][]) {
      if (patterns.some((pattern) => pattern.test(path))) classes.add(kind);
    }
  }
  if (tail?.startsWith('.') && homeConfig.some((pattern) => pattern.test(tail))) classes.add('agent-config');
  if (places.self?.some((file) => isWithin(path, resolvePath(file, '', places), places.platform))) classes.add('guard');
}

/** The part of the path below this user's or another's home folder, without a leading `/`; null when it is in none. */
function homeTail(path: string, home: string): string | null {
  if (home !== '' && home !== '/' && path.startsWith(`${home}/`)) return path.slice(home.length + 1);
  return /^(?:\/home\/[^/]+|\/Users\/[^/]+|\/users\/[^/]+|\/root|[A-Za-z]:\/users\/[^/]+)\/(.+)$/i.exec(path)?.[1] ?? null;
}

/** Right below the root. */
const systemFolders = new Set(
  'applications bin boot dev etc lib lib32 lib64 libx32 library opt private proc root run sbin srv sys system usr var'.split(' '),
);

function isSystem(path: string): boolean {
  if (/^\/dev\/(null|zero|stdin|stdout|stderr|tty|u?random|fd(\/.*)?)$/.test(path)) return false;
  if (/^\/(home|users|mnt|media|tmp)$/i.test(path)) return true;
  const [, top = ''] = /^\/([^/]+)/.exec(path.toLowerCase()) ?? [];
  return systemFolders.has(top) || /^[A-Za-z]:\/(windows|program files|program files \(x86\)|programdata)(\/|$)/i.test(path);
}

function isCredential(path: string, tail: string | null): boolean {
  const name = baseName(path);
  if (/^\.env(\..+)?$/.test(name)) return !/\.(example|sample|template|dist|defaults?|schema|md|d\.ts)$/.test(name);
  if (/\.pub$/.test(name)) return false;
  if (credentialNames.some((pattern) => pattern.test(name)) || credentialPaths.some((pattern) => pattern.test(path))) return true;
  return tail !== null && homeHints.test(tail) && homeCredentials.some((pattern) => pattern.test(tail));
}

/** Matched against the file's name. */
const credentialNames: readonly RegExp[] = [
  /^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/i,
  /\.(pem|key|p12|pfx|jks|keystore|kdbx|ppk|keychain-db)$/i,
  /\.tfstate(\.backup)?$/i,
  /^(wallet\.dat|key4\.db|logins\.json|login data)$/i,
  /^(\.git-credentials|\.netrc|_netrc|\.pgpass|\.htpasswd|\.vault-token)$/i,
];
/** Matched against the whole path. */
const credentialPaths: readonly RegExp[] = [
  /^\/etc\/(shadow|gshadow|sudoers(\.d\/.*)?)-?$/i,
  /^\/proc\/[^/]+\/environ$/,
  /^(\/var)?\/run\/secrets\/./i,
  /\/config\/(master\.key|credentials\/[^/]+\.key)$/i,
];
/** Matched against the part below a home folder. */
const homeCredentials: readonly RegExp[] = [
  /^\.ssh\/(?!known_hosts|config$)[^/]+/i,
  /^\.ssh$/i,
  /^\.aws\/(credentials|sso\/cache|cli\/cache)/i,
  /^\.aws$/i,
  /^\.azure\/./i,
  /^\.kube\/(config|cache)/i,
  /^\.docker\/config\.json$/i,
  /^\.(npmrc|yarnrc\.yml|pypirc|netrc|git-credentials|vault-token|pgpass|my\.cnf)$/i,
  /^\.cargo\/credentials/i,
  /^\.gem\/credentials$/i,
  /^\.m2\/settings\.xml$/i,
  /^\.gradle\/gradle\.properties$/i,
  /^\.nuget\//i,
  /^\.composer\/auth\.json$/i,
  /^\.gnupg(\/|$)/i,
  /^\.terraform\.d\/credentials\.tfrc\.json$/i,
  /^\.pulumi\/credentials\.json$/i,
  /^\.config\/(gcloud|glab-cli|op|doppler|stripe|supabase|vercel|netlify|heroku|flyctl|railway|wrangler|github-copilot)(\/|$)/i,
  /^\.config\/(gh\/hosts\.yml|pip\/pip\.conf|solana\/id\.json)$/i,
  /^\.(supabase|railway|password-store)(\/|$)/i,
  /^\.fly\/config\.yml$/i,
  /^\.ethereum\/keystore/i,
  /^\.(bash|zsh|python|node_repl|psql|mysql|sqlite|rediscli)_history$/i,
  /ConsoleHost_history\.txt$/i,
  /^Library\/Keychains(\/|$)/i,
  /^\.local\/share\/keyrings(\/|$)/i,
  /^\.claude\/\.credentials\.json$/i,
  /^\.codex\/auth\.json$/i,
  /^\.gemini\/oauth_creds\.json$/i,
  /^\.cursor\/.*token/i,
  /(chrome|chromium|firefox|brave|edge).*\/(cookies|login data|local state|logins\.json|key4\.db)$/i,
];

/** What fits `homeCredentials` has one of these in it. */
const homeHints = /^\.|history|keychains|chrom|firefox|brave|edge/i;

/** What fits `anywhere` has one of these in it. Most paths have none, and a hundred expressions take a millisecond to compile. */
export const hints =
  /\/\.|\.code-workspace|hooks|claude|codex|copilot|gemini|qwen|factory|opencode|managed-settings|(?:agents|skill)\.md$|lefthook|pipelines|jenkinsfile|codeowners|dependabot|renovate|forestall|devin|vscode/i;

/** Matched against the whole path, without regard to case: two of three platforms' file systems have none. */
export const anywhere: Readonly<Partial<Record<PathClass, readonly RegExp[]>>> = {
  'agent-config': [
    /\/\.claude\/(settings(\.local)?\.json|hooks(\/|$))/i,
    /\/\.claude$/i,
    /\/\.claude-plugin(\/|$)/i,
    /\/hooks\/hooks\.json$/i,
    /\/\.mcp\.json$/i,
    /\/claude_desktop_config\.json$/i,
    /\/managed-settings\.(json|d\/[^/]*)$/i,
    /\/(claude-code|claudecode)\/(managed-[^/]+|remote-settings\.json)/i,
    /\/\.codex\/(config\.toml|hooks[^/]*|requirements\.toml|rules(\/|$))/i,
    /\/\.codex$/i,
    /\/codex\/(requirements|managed_config)\.toml$/i,
    /\/\.cursor\/(mcp|hooks|cli|cli-config|permissions|sandbox)\.json$/i,
    /\/\.cursor\/hooks(\/|$)/i,
    /\/cursor\/hooks\.json$/i,
    /\/\.github\/hooks(\/|$)/i,
    /\/github-?copilot\/policy\.d(\/|$)/i,
    /\/\.copilot\/(config|settings|mcp-config|hooks)/i,
    /\/\.(gemini|qwen)\/(settings\.json|hooks|trustedFolders\.json|policies)/i,
    /\/(gemini-?cli|qwen-?code)\/(settings|system-defaults)\.json$/i,
    /\/\.agents\/(hooks\.json|plugins(\/|$))/i,
    /\/\.(windsurf|devin)\/(hooks|mcp_config)[^/]*\.json$/i,
    /\/(windsurf|cascade)\/hooks\.json$/i,
    /\/\.kiro\/(hooks|settings|agents)(\/|$)/i,
    /\/\.factory\/(settings|hooks|mcp)[^/]*/i,
    /\/factory\/settings\.json$/i,
    /\/\.amazonq\/(mcp\.json|cli-agents(\/|$)|agents(\/|$))/i,
    /\/\.roo\/mcp\.json$/i,
    /\/\.cline\/(hooks|mcp)/i,
    /\/\.clinerules\/hooks(\/|$)/i,
    /\/Cline\/Hooks(\/|$)/i,
    /\/opencode\.jsonc?$/i,
    /\/\.opencode\/(plugins?|opencode\.jsonc?|config)/i,
    /\/\.(vibe|grok)\/hooks/i,
    /\/\.gemini\/config\/hooks\.json$/i,
    /\/\.?devin\/(config|hooks[^/]*)\.json$/i,
    /\/\.?(opencode|amp)\/plugins?\/forestall\.(js|ts)$/i,
    /\/vscode\/policy\.json$/i,
    /\/\.vscode\/(settings|mcp|tasks|launch|extensions)\.json$/i,
    /\.code-workspace$/i,
  ],
  'agent-instructions': [
    /\/(AGENTS|CLAUDE|CLAUDE\.local|GEMINI|QWEN|SKILL)\.md$/i,
    /\/\.claude\/(commands|agents|skills|rules|output-styles)(\/|$)/i,
    /\/\.cursor\/(rules|commands)(\/|$)/i,
    /\/\.(cursorrules|cursorignore|windsurfrules)$/i,
    /\/\.clinerules(?!\/hooks)/i,
    /\/\.github\/(copilot-instructions\.md|(instructions|prompts|agents|chatmodes)(\/|$))/i,
    /\/\.windsurf\/(rules|workflows)(\/|$)/i,
    /\/\.kiro\/steering(\/|$)/i,
    /\/\.(roo|continue)\/rules/i,
    /\/\.codex\/(prompts|skills)(\/|$)/i,
  ],
  'git-hook': [
    /\/\.git\/(hooks(\/|$)|config$|config\.worktree$|info\/attributes$)/i,
    /\/\.git(attributes|modules)$/i,
    /\/\.husky(\/|$)/i,
    /\/\.?lefthook(-local)?\.(ya?ml|toml|json)$/i,
    /\/\.pre-commit-config\.ya?ml$/i,
  ],
  ci: [
    /\/\.github\/(workflows|actions)(\/|$)/i,
    /\/\.gitlab-ci\.yml$/i,
    /\/\.circleci\/config\.yml$/i,
    /\/(azure-pipelines\.yml|Jenkinsfile)$/i,
    /\/CODEOWNERS$/i,
    /\/(dependabot\.ya?ml|renovate\.json5?)$/i,
  ],
  'scanner-config': [
    /\/\.(gitleaks\.toml|gitleaksignore|snyk|trivyignore(\.ya?ml)?|semgrepignore|secrets\.baseline|bandit|checkov\.ya?ml)$/i,
    /\/\.semgrep(\.ya?ml|\/)/i,
  ],
  guard: [
    /\/forestall\.jsonc?$/i,
    /\/\.forestall(\/|$)/i,
    /\/(\.config|etc|Application Support|programdata)\/forestall(\/|$)/i,
    /\/node_modules\/(\.bin\/forestall(\.cmd|\.ps1|\.exe)?$|forestall(\/|$))/i,
    /\/(opt|state|lib|Program Files)\/forestall(\/|$)/i,
    /\/s?bin\/forestall(\.exe)?$/i,
    /\.forestall-backup(-\d+)?$/i,
  ],
};

/** Matched against the part below a home folder. */
const homeConfig: readonly RegExp[] = [
  /^\.claude\.json$/i,
  /^\.claude\/(settings[^/]*\.json|plugins\/|hooks\/)/i,
  /^\.codex\/(?!auth\.json|sessions|log|history|prompts|skills)/i,
  /^\.codex$/i,
  /^\.codeium\/windsurf\/(hooks|mcp_config)\.json$/i,
  /^\.aws\/amazonq\//i,
];
