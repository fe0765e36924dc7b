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
  'controller service optionalw* attachw* initialize anonymous email password username format length count model store ' +
  'data info type name address number';
const begins =
  'optional attach cancel canvas isolate issue hash hasOwn cors helmet json urlencoded morgan multer upload csrf compress';
const whole = 'user users useState useEffect useMemo useRef useSession useUser useAuth useContext';
const anyOf = (words: string): string => `(?:${words.split(' ').join('|')})`;
const other = new RegExp(`${anyOf(ends)}$|^${anyOf(begins)}|^${anyOf(whole)}$`, 'i');

/** Whether something of this name stops callers that may not go on. */
export function isGuardName(name: string): boolean {
  const plain = name.replace(/^_+/, '');
  if (exact.has(plain.toLowerCase())) return true;
  if (other.test(plain)) return false;
  return shaped.test(plain) || tail.test(plain);
}
