/** Names by which guards go: middleware, dependencies and functions that turn away who is not signed in or may not. */

const verbs =
  '(?:require|requires|ensure|is|must|check|verify|validate|with|use|enforce|protect|guard|authorize|authenticate|restrict|has|can|only|allow)';
const nouns =
  '(?:auth|user|login|logged|session|token|jwt|admin|role|perm|scope|access|signed|apikey|api_?key|bearer|owner|identity|account|credential|signature|member|superuser)';
const shaped = new RegExp(`^_*${verbs}[A-Z_]?.*${nouns}`, 'i');
const exact = new Set(
  (
    'auth authenticate authenticated authenticator authorize authorized authorization protect protected protectRoute jwt jwtauth passport requireauth checkjwt isauth ' +
    'authguard loginrequired login_required verifytoken requiresauth apikey basicauth bearerauth ensureloggedin adminonly adminauth userauth withsession restrictto ' +
    'authmiddleware auth_middleware authenticationmiddleware authrequired auth_required jwtmiddleware jwt_required token_required tokenrequired expressjwt ' +
    'getauth getserversession getcurrentuser get_current_user verifyidtoken jwtverify requires ensureauth admin isadmin permit acl guard authenticatetoken ' +
    'authenticatejwt authenticateuser authentication_required'
  ).split(' '),
);
const tail = /(?:[Aa]uth(?:Middleware|Guard|Check|Required|Handler|n|z)?|Guard)$/;
/** Ends and beginnings of names of what checks the shape of data, or only loads an identity. */
const ends =
  'schema body input param params query dto payload field fields limit limiter exists exist cache route routes router ' +
  'controller service optional attach initialize anonymous email password username format length count model store ' +
  'data info type name address number';
const begins =
  'optional attach cancel canvas isolate issue hash hasown cors helmet json urlencoded morgan multer upload csrf compress';
const whole: ReadonlySet<string> = new Set(
  'user users usestate useeffect usememo useref usesession useuser useauth usecontext'.split(' '),
);
const endings = ends.split(' ');
const beginnings = begins.split(' ');

/** Of a name in small letters. Lists, because an expression of so many words takes long to compile. */
const isOther = (name: string): boolean =>
  whole.has(name) || endings.some((word) => name.endsWith(word)) || beginnings.some((word) => name.startsWith(word));

/** Whether something of this name stops callers that may not go on. */
export function isGuardName(name: string): boolean {
  const plain = name.replace(/^_+/, '');
  const lower = plain.toLowerCase();
  if (exact.has(lower)) return true;
  if (isOther(lower)) return false;
  return shaped.test(plain) || tail.test(plain);
}
