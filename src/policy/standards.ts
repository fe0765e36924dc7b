/** Published lists of weaknesses, by which rules can be chosen: `owasp-api`, `cwe-top-25`, … Titles as the lists have them. */

export interface Standard {
  title: string;
  address: string;
  /** Item to its title. */
  items: Readonly<Record<string, string>>;
}

/** The other names of a standard. */
const also: Readonly<Record<string, string>> = {
  'owasp-top10': 'owasp-web',
  'owasp-top-10': 'owasp-web',
  'cwe-top25': 'cwe-top-25',
};

const numbered = (prefix: string, year: string, width: number, titles: readonly string[]): Record<string, string> =>
  Object.fromEntries(titles.map((title, index) => [`${prefix}${String(index + 1).padStart(width, '0')}${year}`, title]));

export const standards: Readonly<Record<string, Standard>> = {
  'owasp-api': {
    title: 'OWASP API Security Top 10, 2023',
    address: 'https://owasp.org/API-Security/editions/2023/en/0x11-t10/',
    items: numbered('API', ':2023', 1, [
      'Broken Object Level Authorization',
      'Broken Authentication',
      'Broken Object Property Level Authorization',
      'Unrestricted Resource Consumption',
      'Broken Function Level Authorization',
      'Unrestricted Access to Sensitive Business Flows',
      'Server Side Request Forgery',
      'Security Misconfiguration',
      'Improper Inventory Management',
      'Unsafe Consumption of APIs',
    ]),
  },
  'owasp-llm': {
    title: 'OWASP Top 10 for LLM Applications, 2025',
    address: 'https://genai.owasp.org/llm-top-10/',
    items: numbered('LLM', ':2025', 2, [
      'Prompt Injection',
      'Sensitive Information Disclosure',
      'Supply Chain',
      'Data and Model Poisoning',
      'Improper Output Handling',
      'Excessive Agency',
      'System Prompt Leakage',
      'Vector and Embedding Weaknesses',
      'Misinformation',
      'Unbounded Consumption',
    ]),
  },
  'owasp-mcp': {
    title: 'OWASP MCP Top 10, 2025 (beta)',
    address: 'https://owasp.org/www-project-mcp-top-10/',
    items: numbered('MCP', ':2025', 2, [
      'Token Mismanagement & Secret Exposure',
      'Privilege Escalation via Scope Creep',
      'Tool Poisoning',
      'Software Supply Chain Attacks & Dependency Tampering',
      'Command Injection & Execution',
      'Intent Flow Subversion',
      'Insufficient Authentication & Authorization',
      'Lack of Audit and Telemetry',
      'Shadow MCP Servers',
      'Context Injection & Over-Sharing',
    ]),
  },
  'owasp-web': {
    title: 'OWASP Top 10, 2025',
    address: 'https://owasp.org/Top10/',
    items: numbered('A', ':2025', 2, [
      'Broken Access Control',
      'Security Misconfiguration',
      'Software Supply Chain Failures',
      'Cryptographic Failures',
      'Injection',
      'Insecure Design',
      'Authentication Failures',
      'Software or Data Integrity Failures',
      'Security Logging and Alerting Failures',
      'Mishandling of Exceptional Conditions',
    ]),
  },
  asvs: {
    title: 'OWASP ASVS 5.0, by chapter',
    address: 'https://owasp.org/www-project-application-security-verification-standard/',
    items: numbered('ASVS-V', '', 1, [
      'Encoding and Sanitization',
      'Validation and Business Logic',
      'Web Frontend Security',
      'API and Web Service',
      'File Handling',
      'Authentication',
      'Session Management',
      'Authorization',
      'Self-contained Tokens',
      'OAuth and OIDC',
      'Cryptography',
      'Secure Communication',
      'Configuration',
      'Data Protection',
      'Secure Coding and Architecture',
      'Security Logging and Error Handling',
      'WebRTC',
    ]),
  },
  'cwe-top-25': {
    title: 'CWE Top 25, 2025',
    address: 'https://cwe.mitre.org/top25/',
    items: {
      'CWE-79': 'Cross-site scripting',
      'CWE-89': 'SQL injection',
      'CWE-352': 'Cross-site request forgery',
      'CWE-862': 'Missing authorization',
      'CWE-787': 'Out-of-bounds write',
      'CWE-22': 'Path traversal',
      'CWE-416': 'Use after free',
      'CWE-125': 'Out-of-bounds read',
      'CWE-78': 'OS command injection',
      'CWE-94': 'Code injection',
      'CWE-120': 'Buffer copy without checking the size of input',
      'CWE-434': 'Unrestricted upload of a dangerous file',
      'CWE-476': 'NULL pointer dereference',
      'CWE-121': 'Stack-based buffer overflow',
      'CWE-502': 'Deserialization of untrusted data',
      'CWE-122': 'Heap-based buffer overflow',
      'CWE-863': 'Incorrect authorization',
      'CWE-20': 'Improper input validation',
      'CWE-284': 'Improper access control',
      'CWE-200': 'Exposure of sensitive information',
      'CWE-306': 'Missing authentication for a critical function',
      'CWE-918': 'Server-side request forgery',
      'CWE-77': 'Command injection',
      'CWE-639': 'Authorization bypass through a user-controlled key',
      'CWE-770': 'Allocation without limits',
    },
  },
};

/** The standard that a selector names (`owasp-api`, `owasp-api/*`); null for another. */
export function standardNamed(selector: string): string | null {
  const name = selector.endsWith('/*') ? selector.slice(0, -2) : selector;
  const own = Object.hasOwn(also, name) ? (also[name] ?? name) : name;
  return Object.hasOwn(standards, own) ? own : null;
}

/** Whether a rule is mapped to an item of the standard. Items of the OWASP Top 10 of 2021 count for `owasp-web`. */
export function inStandard(name: string, { owasp, cwe }: { owasp: readonly string[]; cwe: readonly string[] }): boolean {
  const items = standards[name]?.items ?? {};
  return [...owasp, ...cwe].some((id) => Object.hasOwn(items, id) || (name === 'owasp-web' && /^A\d\d:2021$/.test(id)));
}
