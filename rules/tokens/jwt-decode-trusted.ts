import jwt from 'jsonwebtoken';
import { jwtDecode } from 'jwt-decode';
import { decodeJwt, jwtVerify } from 'jose';

export function requireAuth(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1];
  const decoded = jwt.decode(token);
  if (!decoded) return res.status(401).end();
  // ruleid: tokens/jwt-decode-trusted
  req.user = decoded;
  next();
}
export async function GET(request: Request) {
  const claims = decodeJwt(request.headers.get('authorization')!.slice(7));
  // ruleid: tokens/jwt-decode-trusted
  const user = await prisma.user.findUnique({ where: { id: claims.sub } });
  return Response.json(user);
}
app.delete('/users/:id', async (req, res) => {
  const payload = jwtDecode<{ role: string }>(req.cookies.token);
  // ruleid: tokens/jwt-decode-trusted
  if (payload.role !== 'admin') return res.status(403).end();
  await users.remove(req.params.id);
  res.status(204).end();
});
app.use(async (c, next) => {
  const token = c.req.header('Authorization')!;
  // ruleid: tokens/jwt-decode-trusted
  c.set('user', JSON.parse(atob(token.split('.')[1])));
  await next();
});
function middleware(req, res, next) {
  const [, part] = req.cookies.session.split('.');
  // ruleid: tokens/jwt-decode-trusted
  res.locals.user = JSON.parse(Buffer.from(part, 'base64').toString('utf8'));
  next();
}
io.use((socket, next) => {
  const claims = jwt.decode(socket.handshake.auth.token) as { sub: string };
  // ruleid: tokens/jwt-decode-trusted
  socket.userId = claims.sub;
  next();
});

export function requireVerified(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1];
  // ok: tokens/jwt-decode-trusted
  req.user = jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
  next();
}
export async function verified(request: Request) {
  const { payload } = await jwtVerify(request.headers.get('authorization')!, key);
  // ok: tokens/jwt-decode-trusted
  return prisma.user.findUnique({ where: { id: payload.sub } });
}
export function afterVerify(req, res, next) {
  const token = req.cookies.token;
  jwt.verify(token, process.env.JWT_SECRET!);
  const claims = jwt.decode(token);
  // ok: tokens/jwt-decode-trusted
  req.user = claims;
  next();
}
export function Profile({ token }) {
  const [user, setUser] = useState(null);
  // ok: tokens/jwt-decode-trusted
  useEffect(() => setUser(jwtDecode(token)), [token]);
  return user?.name;
}
export function isExpired(token: string) {
  const { exp } = jwtDecode(token);
  // ok: tokens/jwt-decode-trusted
  return exp! * 1000 < Date.now();
}
export function keyOf(req, token: string) {
  const header = jwt.decode(token, { complete: true });
  // ok: tokens/jwt-decode-trusted
  req.kid = header.header.kid;
}
// ok: tokens/jwt-decode-trusted
const settings = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));

function callerOf(req) {
  const claims = jwt.decode(req.headers.authorization.split(' ')[1]);
  // ruleid: tokens/jwt-decode-trusted
  return claims ? { id: claims.sub, role: claims.role } : null;
}

function expiryOf(req) {
  const claims = jwt.decode(req.headers.authorization.split(' ')[1]);
  // ok: tokens/jwt-decode-trusted
  return { expires: claims.exp };
}

export function session(req: Request, res: Response, next: NextFunction) {
  const token = (req.headers.authorization ?? '').replace(/^Bearer /, '');
  const claims = jwt.decode(token) as Claims;
  // ruleid: tokens/jwt-decode-trusted
  (req as any).user = { id: claims.sub, role: claims.role };
  next();
}
