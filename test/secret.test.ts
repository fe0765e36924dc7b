/** What a secret rule finds and what it stays silent on, beyond the formats themselves. */
import { createHash, randomBytes } from 'node:crypto';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { awsAccountOf, base62, crc32 } from '../src/engine/checksum.ts';
import { looksRandom, shannonEntropy } from '../src/engine/entropy.ts';
import { indexText } from '../src/engine/filter.ts';
import { maskSecret, maskWithin } from '../src/engine/mask.ts';
import { isInvented, isPlaceholder } from '../src/engine/placeholder.ts';
import { matchSecrets, type SecretMatch } from '../src/engine/secret.ts';
import { holdsTokenRun } from '../src/engine/token-run.ts';
import type { LanguageId } from '../src/model/language.ts';
import type { SecretSpec } from '../src/model/rule.ts';
import { compileSecret, secretNeeds } from '../src/rules/secret.ts';
import { parseYaml, RuleError } from '../src/rules/yaml.ts';
import { bundledFormats, bundledSecrets, expandTokens, sampleOf } from './secret-tokens.ts';

function find(secrets: SecretSpec[], text: string, path = 'src/a.ts', language: LanguageId | null = null): SecretMatch[] {
  return matchSecrets(
    { path, language, text, fragment: false },
    { body: { mode: 'secret', secrets }, severity: 'critical', confidence: 'high' },
  );
}

const tokens = bundledSecrets('provider-token');
const keys = bundledSecrets('private-key');
const credentials = bundledSecrets('hardcoded-credential');
const everything = (text: string, path?: string): SecretMatch[] =>
  [tokens, keys, credentials].flatMap((specs) => find(specs, text, path));
const token = (id: string, seed = 1): string => expandTokens(`{{token:${id}:${seed}}}`);

describe('checksums', () => {
  it('agree with other implementations', () => {
    for (const text of ['', 'a', '123456789', 'The quick brown fox']) expect(crc32(text)).toBe(zlibCrc32?.(text) ?? crc32(text));
    expect(crc32('123456789')).toBe(0xcbf43926);
    expect(base62(0)).toBe('000000');
    expect(base62(61)).toBe('00000z');
    expect(base62(0xffffffff)).toBe('4gfFC3');
  });

  it('of GitHub and npm decide whether a token is one; what only looks like one is told, and stops nothing', () => {
    for (const id of ['github-classic', 'npm-token']) {
      const good = token(id);
      expect(find(tokens, good).map(({ format }) => format)).toEqual([id]);
      const last = good.at(-1) === 'a' ? 'b' : 'a';
      const changed = find(tokens, good.slice(0, -1) + last);
      expect(changed.map(({ severity, confidence }) => [severity, confidence])).toEqual([['medium', 'low']]);
    }
    for (const body of ['x'.repeat(36), 'a'.repeat(36), `1234567890${'abcdefghijklmnopqrstuvwxyz'}`])
      expect(find(tokens, `ghp_${body}`)).toEqual([]);
  });

  it('read the account of an AWS key id', () => {
    // The published sample id with a known account: built from the account, so that no id stands here.
    const account = 609629065308n;
    const bits = ((1n << 47n) | (account << 7n)) << 2n;
    let id = '';
    for (let i = 9n; i >= 0n; i--) id += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number((bits >> (i * 5n)) & 31n)];
    expect(awsAccountOf(`AKIA${id}ABCDEF`)).toBe('609629065308');
  });
});

describe('randomness', () => {
  it('keeps keys', () => {
    for (let i = 0; i < 200; i++) {
      const hash = createHash('sha256').update(`seed ${i}`).digest();
      for (const text of [
        hash.toString('hex'),
        hash.toString('base64url'),
        hash.toString('base64').slice(0, 24).replace(/[+/]/g, 'x'),
      ]) {
        expect(looksRandom(text), text).toBe(true);
        expect(isInvented(text), text).toBe(false);
      }
    }
  });

  it('drops words, sequences and repetitions', () => {
    const words = [
      'getUserAccountSettings2',
      'my-application-secret-key-01',
      'thisIsMySuperSecretPassword1',
      'SOME_CONSTANT_NAME_2024',
      'aaaaaaaaaaaaaaaaaaaaaaaa',
    ];
    for (const text of words) expect(looksRandom(text), text).toBe(false);
    const invented = [
      'abcdefghijklmnop',
      '0123456789012345',
      'aAbBcCdDeEfFgGhH',
      'aaaabbbbccccdddd',
      'a1b2a1b2a1b2a1b2',
      'qwertyuiop123456',
    ];
    for (const text of [...invented, 'thisisnotarealtokenatall12345', 'hellOworldhellOworld'])
      expect(isInvented(text), text).toBe(true);
    expect(shannonEntropy('aabb')).toBe(1);
    expect(shannonEntropy('')).toBe(0);
  });

  it('knows references and placeholders in many syntaxes', () => {
    for (const text of [
      '${DB_PASS}',
      '$TOKEN',
      '$(cat key)',
      '{{ secrets.X }}',
      '${{ secrets.TOKEN }}',
      '%TOKEN%',
      '<your-token>',
      '@TOKEN@',
      '#{token}',
      ':token',
      'process.env.TOKEN',
      'os.environ["X"]',
      'ENV["X"]',
      'vault:secret/data',
      'op://vault/item',
      'ENC[AES256_GCM]',
      'encrypted:abc',
      '%s',
      'changeme',
      'your-api-key',
      'YOUR_API_KEY',
      'xxxxxxxx',
      'sk-...',
      'my-secret-key',
      'example-token',
      'test_key_1',
      'REDACTED',
      '********',
    ])
      expect(isPlaceholder(text), text).toBe(true);
  });
});

describe('provider tokens', () => {
  const github = (): string => token('github-classic');
  const stripe = (): string => token('stripe-live');

  it('are found wherever they stand', () => {
    for (const [before, after] of [
      ['const t = "', '";'],
      ["t = '", "'"],
      ['TOKEN=', '\n'],
      ['  - name: x\n    value: ', ''],
      ['https://x-access-token:', '@github.com/a/b.git'],
      ['curl -H "Authorization: Bearer ', '" https://api.github.com'],
      ['"line\\n', '"'],
      ['?token=', '&a=1'],
      ['?u=a%3D', '%26b'],
      ['(', ')'],
      ['<t>', '</t>'],
      ['// ', ''],
      ['`', '`'],
      ['é', 'é'],
      ['😀', '😀'],
    ] as const) {
      const text = before + github() + after;
      expect(
        find(tokens, text).map(({ start, end }) => text.slice(start, end)),
        before,
      ).toEqual([github()]);
    }
  });

  it('are not found in what describes or displays them', () => {
    for (const text of [
      '/ghp_[A-Za-z0-9]{36}/',
      'const PREFIX = "sk-ant-";',
      'sk_live_…',
      `${stripe().slice(0, 14)}...${stripe().slice(-4)}`,
      'AKIAIOSFODNN7EXAMPLE',
      'xoxb-your-token-here-xxxxxxxxxxxxxxxxxxxxxxxx',
      `sk_live_${'x'.repeat(24)}`,
      `sk_live_${'abcdefghijklmnopqrstuvwx'}`,
      `gsk_${'A'.repeat(52)}`,
      `https://hooks.slack.com/services/T${'0'.repeat(8)}/B${'0'.repeat(8)}/${'X'.repeat(24)}`,
      'process.env.STRIPE_SECRET_KEY',
      '${{ secrets.GITHUB_TOKEN }}',
      'AIzaSyExampleKeyForTheDocumentation12345',
    ])
      expect(everything(text), text).toEqual([]);
  });

  it('leave ids, digests and data alone', () => {
    const bytes = (count: number, seed: string): Buffer =>
      Buffer.concat(
        Array.from({ length: Math.ceil(count / 32) }, (_, i) => createHash('sha256').update(`${seed}${i}`).digest()),
      ).subarray(0, count);
    const hex = bytes(40, 'h').toString('hex');
    const uuid = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    for (const text of [
      uuid,
      `{"id": "${uuid}"}`,
      `commit ${hex.slice(0, 40)}`,
      `"integrity": "sha512-${bytes(64, 'i').toString('base64')}"`,
      `uses: actions/checkout@${hex.slice(0, 40)}`,
      `src="data:image/png;base64,${bytes(60_000, 'p').toString('base64')}"`,
      `sha256:${hex.slice(0, 64)}`,
      `go.sum h1:${bytes(32, 'g').toString('base64')}`,
      `var a=function(b,c){return b.d(c)};${'!function(e,t){e.exports=t(42)}(this,n);'.repeat(400)}`,
      'https://example.com/a/very/long/path/that/goes/on/and/on/index.html?with=query&and=more',
      '../../packages/some-package/src/components/Button.tsx',
      `0x${hex.slice(0, 40)}`,
      'user:password@localhost',
    ])
      expect(everything(text), text.slice(0, 80)).toEqual([]);
  });

  it('need their context where the shape says little', () => {
    const hex32 = createHash('md5').update('a').digest('hex');
    expect(find(tokens, `x = "${hex32}"`)).toEqual([]);
    expect(find(tokens, `DD_API_KEY = "${hex32}"`)).toMatchObject([{ format: 'datadog' }]);
    expect(find(tokens, `export const ddApiKey: string = '${hex32}';`)).toMatchObject([{ format: 'datadog' }]);
    expect(find(tokens, `datadog\n\n\n\nx = "${hex32}"`)).toEqual([]);
    const eleven = token('elevenlabs');
    expect(find(tokens, `key = "${eleven}"`)).toEqual([]);
    expect(find(tokens, `# ElevenLabs\nkey = "${eleven}"`)).toMatchObject([{ format: 'elevenlabs' }]);
    expect(find(tokens, `# ElevenLabs\n\n\n\n\n\nkey = "${eleven}"`)).toEqual([]);
  });

  it('weigh test keys, lone AWS ids and public keys', () => {
    expect(find(tokens, token('stripe-test'))).toMatchObject([{ severity: 'medium', confidence: 'low' }]);
    expect(find(tokens, token('stripe-publishable'))).toEqual([]);
    const maps = token('google-api-key');
    expect(find(tokens, `mapsKey = "${maps}"`)).toEqual([]);
    expect(find(tokens, `// gemini\nkey = "${maps}"`)).toMatchObject([{ format: 'google-gemini-key', severity: 'critical' }]);
    const id = token('aws-access-key-id');
    const secret = token('aws-secret-access-key');
    expect(find(tokens, `id = "${id}"`)).toMatchObject([{ severity: 'medium' }]);
    expect(find(tokens, `id = "${id}"\nkey = "${secret}"`)).toMatchObject([
      { severity: 'medium' },
      { severity: 'critical', name: 'AWS secret access key' },
    ]);
    expect(find(tokens, `https://b.s3.amazonaws.com/k?X-Amz-Credential=${id}%2F20260101`)).toEqual([]);
  });

  it('of one text are reported once each, in order', () => {
    const text = `${token('slack-bot')} ${token('sendgrid')}\n${token('openai')} ${token('sendgrid', 2)}`;
    expect(find(tokens, text).map((match) => match.format)).toEqual(['slack-bot', 'sendgrid', 'openai', 'sendgrid']);
  });

  it('are found in a long line, without reading it again and again', () => {
    const filler = 'meta okta intercom datadog aws eyJ AKIA ghp_ sk_live_ -us '.repeat(20_000);
    const text = `${filler}${github()} ${filler}`;
    expect(find(tokens, text).map(({ start }) => start)).toEqual([filler.length]);
    expect(find([...keys, ...credentials], 'password=private key-----secret: '.repeat(30_000))).toEqual([]);
  });

  it('can be ruled out by a look at the text', () => {
    expect(holdsTokenRun('git status && npm test')).toBe(false);
    for (const format of bundledFormats().values()) {
      if (format.prefixes || (format.random ?? !format.check))
        expect(holdsTokenRun(sampleOf(format, 1).text), format.id).toBe(true);
    }
  });
});

describe('private keys', () => {
  const pem = token('pem');
  const lines = pem.split('\n');

  it('are found in every way of writing them', () => {
    for (const [what, text] of Object.entries({
      plain: pem,
      crlf: lines.join('\r\n'),
      escaped: `{"key": "${lines.join('\\n')}\\n"}`,
      'in a string': `const k = \`${pem}\`;`,
      indented: `key: |\n${lines.map((line) => `    ${line}`).join('\n')}\n`,
      joined: lines.map((line) => `"${line}\\n"`).join(' +\n  '),
      'python lines': `(${lines.map((line) => `'${line}\\n'`).join('\n ')})`,
      spaces: lines.join(' '),
      'without an end': lines.slice(0, 5).join('\n'),
      'echo in a shell': `echo "${lines.join('\\n')}" > key.pem`,
      commented: lines.map((line) => `# ${line}`).join('\n'),
    }))
      expect(find(keys, text), what).toMatchObject([{ name: 'private key' }]);
    expect(find(keys, `KEY=${btoa(pem)}`)).toHaveLength(1);
  });

  it('need more than a header', () => {
    for (const text of [
      lines[0]!,
      `if (key.includes("${lines[0]}")) {}`,
      `${lines[0]}\n...\n${lines.at(-1)}`,
      `${lines[0]}\n<snip>\n${lines.at(-1)}`,
      `${lines[0]}\nREDACTED\n${lines.at(-1)}`,
      `${lines[0]}\${key}${lines.at(-1)}`,
      pem.replace(/PRIVATE/g, 'PUBLIC'),
      pem.replace(/PRIVATE KEY/g, 'CERTIFICATE'),
      `${lines[0]}\n${'A'.repeat(400)}\n${lines.at(-1)}`,
      'process.env.KEY.replace(/\\\\n/g, "\\n")',
      `${lines[0]}\n${'MIIEvQIBADANBg'}...\n${lines.at(-1)}`,
    ])
      expect(find(keys, text), text).toEqual([]);
  });

  it('cover EC and Ed25519 keys, which are short', () => {
    const der = (start: number[], size: number): string =>
      btoa(String.fromCharCode(...start, ...randomBytes(size - start.length)));
    const ed25519 = der([0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70], 48);
    const ec = der([0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20], 121);
    expect(find(keys, `${lines[0]}\n${ed25519}\n${lines.at(-1)}`)).toHaveLength(1);
    expect(
      find(keys, `${lines[0]!.replace('PRIVATE', 'EC PRIVATE')}\n${ec}\n${lines.at(-1)!.replace('PRIVATE', 'EC PRIVATE')}`),
    ).toHaveLength(1);
  });
});

describe('hard-coded credentials', () => {
  const key = createHash('sha256').update('key').digest('base64url').slice(0, 32);
  const hex = createHash('sha256')
    .update('hex')
    .digest('hex')
    .slice(0, 40 - 4);
  const password = ['Tr0ub4dor', '&', '3x'].join('');

  it.each([
    ['javascript', `const apiKey = "${key}";`],
    ['javascript', `const config = { clientSecret: '${key}' };`],
    ['javascript', `headers["x-api-key"] = \`${key}\`;`],
    ['javascript', `this.#accessToken = "${key}"`],
    ['typescript', `private readonly apiKey: string = "${key}";`],
    ['typescript', `process.env.API_KEY = '${key}'`],
    ['typescript', `const apiKey = process.env.NOPE, password = "${password}"`],
    ['typescript', `function f(token: string = "${key}") {}`],
    ['typescript', `x.authToken ??= "${hex}"`],
    ['python', `API_KEY = "${key}"`],
    ['python', `connect(user="bob", password="${password}")`],
    ['python', `os.environ["API_TOKEN"] = r'${key}'`],
    ['python', `secret_key: Optional[str] = "${hex}"`],
    ['python', `{"auth_token": "${key}"}`],
    ['go', `var apiKey string = "${key}"`],
    ['go', `apiKey := "${key}"`],
    ['go', `Config{ClientSecret: "${key}"}`],
    ['java', `private static final String API_KEY = "${key}";`],
    ['csharp', `var password = @"${password}";`],
    ['ruby', `config.api_key = '${key}'`],
    ['ruby', `:password => "${password}"`],
    ['php', `$apiKey = '${key}';`],
    ['php', `'password' => '${password}',`],
    ['hcl', `  client_secret = "${key}"`],
    ['json', `{ "apiKey": "${key}" }`],
    ['yaml', `api_key: ${key}`],
    ['yaml', `  - password: '${password}'`],
    ['yaml', `spring.datasource.password: ${password}`],
    ['bash', `export API_KEY=${key}`],
    ['bash', `deploy --api-key ${key} --verbose`],
    ['bash', `mysql --password='${password}' -u root`],
    ['bash', `API_TOKEN="${key}" node app.js`],
    ['dockerfile', `ENV API_KEY=${key}`],
    ['generic', `<config><password>${password}</password></config>`],
    ['generic', `<db:apiKey>\n  ${key}\n</db:apiKey>`],
    ['generic', `<add key="ApiKey" value="${key}" />`],
    ['generic', `<property name="jdbc.password" value="${password}"/>`],
    ['generic', `<property name="jdbc.password">${password}</property>`],
    ['generic', `<key>ClientSecret</key>\n<string>${key}</string>`],
    ['javascript', `fetch("https://api.example.net/v1/me?lang=en&api_key=${key}&page=2")`],
    ['python', `URL = f"https://api.example.net/v1?access_token=${key}"`],
    ['yaml', `env:\n  - name: DB_PASSWORD\n    value: ${password}`],
    ['yaml', `  - name: "API_KEY"\n    value: "${key}"`],
    ['json', `{ "name": "API_KEY", "value": "${key}" }`],
    ['hcl', `  { name = "API_KEY", value = "${key}" },`],
  ] as const)('are found in %s: %s', (language, text) => {
    const matches = find(credentials, text, 'src/app', language);
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual([
      text.includes(password) ? password : text.includes(key) ? key : hex,
    ]);
    expect(matches[0]!.masked).toBe('****');
  });

  it('are found in configuration files by their path', () => {
    for (const path of ['.env', '.env.production', 'config/app.properties', 'settings.ini', 'deploy.yml']) {
      expect(find(credentials, `A=1\nAPI_KEY=${key}\n`, path), path).toHaveLength(1);
      expect(find(credentials, `db.password=${password}\n`, path), path).toHaveLength(1);
    }
  });

  it.each([
    `const apiKey = process.env.API_KEY;`,
    `const password = "";`,
    `password: "Password must be at least 8 characters"`,
    `password: 'passwordField'`,
    `label.password = "Forgot-Password?"`,
    `if (password === "${password}") {}`,
    `password == "${password}"`,
    `password != '${password}'`,
    `type Token = "identifier";`,
    `token: "Bearer"`,
    `const tokenUrl = "https://a.example.net/${key}"`,
    `const secretName = "${key}"`,
    `const accessKeyId = "${key}"`,
    `api_key_header = "${key}"`,
    `passwordHash = "$2b$10$${key}"`,
    `password = "$2b$12$${key}abcdefghij"`,
    `primaryKey = "${key}"`,
    `cacheKey: "${key}"`,
    `publicKey: "${key}"`,
    `csrfToken = "${key}"`,
    `nextPageToken = "${key}"`,
    `maxTokens = "${key}"`,
    `keyboard = "${key}"`,
    `tokenizer = "${key}"`,
    `apiKey: "your-api-key-here-1234"`,
    `apiKey = "<API_KEY_GOES_HERE_1>"`,
    `apiKey = "\${API_KEY}"`,
    `secret: "xxxxxxxxxxxxxxxxxxxx1"`,
    `password: '********'`,
    `token = "test-token-1"`,
    `apiKey: z.string().min(1)`,
    `secret = getSecret("${key}")`,
    `password = "hello world 123"`,
    `PASSWORD = "changeme123!"`,
    `password: str`,
    `token => "${key}"`,
    `token = "%s-${key}"`.replace(key, '%s'),
    `secretKey = "AAAAAAAAAAAAAAAAAAAAAAAA1"`,
    `private_key = "./keys/private-key-2024.pem"`,
    `privateKey: "/etc/ssl/private/key1.pem"`,
    `token: "v1.22.333-beta.1"`,
    `access_token = "2024-01-02T03:04:05"`,
    `API_KEY = "pk_live_${key.replace(/[-_]/g, 'a').slice(0, 24)}"`,
    `password = "#password-input1"`,
    `password = '.form-Password1'`,
    `secret: 12345678901234567890`,
    `import { token } from "${key}"`,
    `<Input name="password" placeholder="${password}" />`,
    `// password`,
  ])('are not found in: %s', (text) => {
    expect(find(credentials, text, 'src/app.ts', 'typescript')).toEqual([]);
  });

  it.each([
    `api_key: \${API_KEY}`,
    `api_key: {{ .Values.apiKey }}`,
    `password: !vault |`,
    `token: ENC[AES256_GCM,data:abc,type:str]`,
    `secret: my-app-secret`,
    `  secretName: web-tls-2024`,
    `password:\n  ${key}: 1`,
    `# api_key: see the docs`,
    `token: $TOKEN_1`,
    `url: https://a.example.net/?token=${key}`,
    `- name: DB_PASSWORD\n  valueFrom: { secretKeyRef: { name: db } }`,
    `- name: DB_PASSWORD\n  value: \${DB_PASSWORD}`,
    `- name: password\n  description: ${key}`,
  ])('are not found in YAML: %s', (text) => {
    expect(find(credentials, text, 'deploy.yml', 'yaml')).toEqual([]);
  });

  it.each([
    'echo "$API_KEY"',
    'export API_KEY=$(pass show key)',
    'curl --token "$TOKEN" x',
    'read -s password',
    'grep password= file.txt',
    'git log --grep token',
    'echo --password',
  ])('are not found in the command: %s', (text) => {
    expect(find(credentials, text, '', 'bash')).toEqual([]);
  });
});

describe('hostile texts', () => {
  // Each is a worst case for some expression; a search that backtracks would not end.
  const values = [
    'a'.repeat(149) + '!',
    'a.'.repeat(74),
    'aB1'.repeat(49),
    '.-'.repeat(74),
    '_'.repeat(149),
    "'".repeat(149),
    '/'.repeat(149),
    '<'.repeat(149),
  ];
  it.each([
    ...values.flatMap((value) => [
      `password = "${value}"`,
      `apiKey: '${value}`,
      `API_KEY=${value}`,
      `token${value}= "x"`,
      `${value}token: ${value}`,
    ]),
    `-----BEGIN PRIVATE KEY-----"${' '.repeat(15_000)}x`,
    `-----BEGIN PRIVATE KEY-----${'"+'.repeat(8000)}`,
    `-----BEGIN PRIVATE KEY-----${' A'.repeat(8000)}`,
    `-----BEGIN PRIVATE KEY-----${'A'.repeat(15_900)}-`,
    `password${' '.repeat(5000)}= "x"`,
    `password: ${'a<'.repeat(3000)}`,
    `token${'"'.repeat(9000)}`,
    `eyJ${'a.'.repeat(3000)}`,
    `eyJ${'a'.repeat(3000)}.eyJ${'a'.repeat(3000)}.`,
    `mnemonic "${'word '.repeat(3000)}"`,
    `datadog ${'dd_api_key = '.repeat(500)}`,
  ])('%#', (text) => {
    for (const repeated of [text, `${text}\n`.repeat(20)]) expect(everything(repeated, '.env').length).toBeLessThan(50);
  });
});

describe('masks', () => {
  it('keep the prefix and the last two characters of long tokens', () => {
    const body = createHash('sha256').update('m').digest('hex');
    expect(maskSecret(`ghp_${body}`)).toBe(`ghp_****${body.slice(-2)}`);
    expect(maskSecret(`sk_live_${body}`)).toBe(`sk_live_****${body.slice(-2)}`);
    expect(maskSecret('short secret')).toBe('****');
    for (const format of bundledFormats().values()) {
      const sample = sampleOf(format, 1);
      const secret = sample.text.slice(sample.start, sample.end);
      const masked = maskSecret(secret);
      expect(masked.length, format.id).toBeLessThanOrEqual(60);
      expect(secret.length - masked.replace('****', '').length, `${format.id} ${masked}`).toBeGreaterThanOrEqual(6);
    }
  });

  it('cover a secret wherever a snippet cuts it', () => {
    const secrets = [{ start: 10, end: 20, masked: 'M' }];
    const text = '0123456789SECRETxxxx0123456789';
    expect(maskWithin(text, 0, secrets)).toBe('0123456789M0123456789');
    expect(maskWithin(text.slice(12), 12, secrets)).toBe('****0123456789');
    expect(maskWithin(text.slice(0, 15), 0, secrets)).toBe('0123456789****');
    expect(maskWithin(text.slice(12, 15), 12, secrets)).toBe('****');
    expect(maskWithin(text.slice(20), 20, secrets)).toBe('0123456789');
  });
});

describe('the YAML form', () => {
  const compile = (yaml: string): SecretSpec[] => compileSecret(parseYaml(yaml));
  const errorOf = (yaml: string): { message: string; line: number } => {
    try {
      compile(yaml);
    } catch (error) {
      if (error instanceof RuleError) return { message: error.message, line: error.line };
      throw error;
    }
    throw new Error('it compiled');
  };

  it('gives specs that hold only what was said', () => {
    expect(
      compile("- { name: Own token, prefix: 'ow[np]_', pattern: 'ow[np]_[a-z0-9]{20}', entropy: 3, not: '^own_demo' }"),
    ).toEqual([
      {
        kind: 'format',
        id: 'own-token',
        name: 'Own token',
        prefixes: ['own_', 'owp_'],
        regex: 'ow[np]_[a-z0-9]{20}',
        entropy: 3,
        not: ['^own_demo'],
      },
    ]);
    const [spec] = compile("- { name: Shapeless, keywords: [Acme], assigned: acme_key, pattern: '[0-9a-f]{32}' }");
    const hex = createHash('md5').update('acme').digest('hex');
    for (const text of [`ACME_KEY=${hex}`, `acmeKey: "${hex}"`, `acme-key = '${hex}'`])
      expect(find([spec!], text), text).toHaveLength(1);
    expect(find([spec!], `acme_thing = "${hex}"`)).toEqual([]);
  });

  it('lets a rule exclude secrets, lines and paths', () => {
    const body = createHash('sha256').update('x').digest('hex');
    const specs = compile(
      "- { name: T, prefix: tok_, pattern: 'tok_[0-9a-f]{64}', not: '^tok_0{4}', not-line: allowed, not-path: 'fixtures/' }",
    );
    expect(find(specs, `tok_${body}`)).toHaveLength(1);
    expect(find(specs, `tok_0000${body.slice(4)}`)).toEqual([]);
    expect(find(specs, `tok_${body} // Allowed here`)).toEqual([]);
    expect(find(specs, `// allowed elsewhere\ntok_${body}`)).toHaveLength(1);
    expect(find(specs, `tok_${body}`, 'test/Fixtures/a.txt')).toEqual([]);
  });

  it.each([
    ["- { name: T, prefix: tok_, patern: 'tok_[0-9]{4}' }", /unknown key of a secret `patern`, did you mean `pattern`/],
    ["- { name: T, prefix: tok_, pattern: 'tok_[0-9]+' }", /`\+` in `pattern` has no upper bound/],
    ["- { name: T, prefix: tok_, pattern: 'tok_[0-9]{4,}' }", /`\{4,\}` in `pattern` has no upper bound/],
    ["- { name: T, prefix: tok_, pattern: 'tok_[0-9' }", /invalid regular expression/],
    ["- { name: T, pattern: 'tok_[0-9]{4}' }", /needs a `prefix` or `keywords`/],
    ["- { name: T, prefix: t, pattern: 't[0-9]{4}' }", /`t` is too short/],
    ["- { prefix: tok_, pattern: 'tok_[0-9]{4}' }", /needs a `name`/],
    ['- { name: T, prefix: tok_ }', /needs a `pattern`/],
    ["- { name: T, prefix: tok_, pattern: 'tok_', checksum: crc }", /unknown checksum `crc`/],
    ["- { name: T, prefix: tok_, pattern: 'tok_', assigned: a }", /`assigned` needs `keywords`/],
    ["- { name: T, prefix: tok_, pattern: 'tok_', severity: huge }", /unknown severity `huge`/],
    ["- { name: T, prefix: tok_, pattern: 'tok_', entropy: much }", /`entropy` must be a number/],
    ['- { name: T, names: [API-KEY] }', /small letters/],
    ['name: T', /must be a list/],
    ["- { name: T, prefix: tok_, pattern: 'tok_' }\n- { name: T, prefix: tok_, pattern: 'tok_' }", /stands twice/],
  ])('refuses %s', (yaml, message) => {
    const error = errorOf(yaml);
    expect(error.message).toMatch(message);
    expect(error.line).toBeGreaterThan(0);
  });

  it('gives a text filter that never rules out a match', () => {
    const needs = secretNeeds(tokens);
    const ruledOut = tokens.filter((spec) => spec.kind === 'format' && !indexText(sampleOf(spec, 1).text).has(needs));
    expect(ruledOut.map(({ id }) => id)).toEqual([]);
    expect(indexText('npm test && git status').has(needs)).toBe(false);
    expect(secretNeeds(compile("- { name: T, prefix: tok_, pattern: 'tok_' }"))).toEqual({
      kind: 'any',
      of: [{ kind: 'text', value: 'tok_' }],
    });
    expect(secretNeeds(credentials)).toMatchObject({ kind: 'any' });
  });
});
