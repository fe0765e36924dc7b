app.get('/login/done', (req, res) => {
  // ruleid: injection/open-redirect
  res.redirect(req.query.next as string);
});
app.post('/login', async (req, res) => {
  const { returnTo } = req.body;
  // ruleid: injection/open-redirect
  res.redirect(302, returnTo || '/');
});
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  // ruleid: injection/open-redirect
  return Response.redirect(searchParams.get('url')!);
}
app.get('/go', (req, res) => {
  // ruleid: injection/open-redirect
  res.writeHead(302, { Location: req.query.url });
  res.end();
});
app.get('/ok1', (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith('/') || next.startsWith('//')) return res.redirect('/');
  // ok: injection/open-redirect
  res.redirect(next);
});
app.get('/ok2', (req, res) => {
  // ok: injection/open-redirect
  res.redirect(`/users/${req.params.id}`);
});
app.get('/ok3', (req, res) => {
  // ok: injection/open-redirect
  res.redirect(TARGETS[req.query.to]);
});
app.get('/ok4', (req, res) => {
  // ok: injection/open-redirect
  res.redirect('/search?q=' + encodeURIComponent(req.query.q));
});
app.get('/ok5', (req, res) => {
  if (!ALLOWED.includes(req.query.next)) return res.sendStatus(400);
  // ok: injection/open-redirect
  res.redirect(req.query.next);
});
export async function middleware(request) {
  // ok: injection/open-redirect
  return NextResponse.redirect(new URL('/login', request.url));
}
app.get('/done', (req, res) => {
  const next = String(req.query.next);
  // ruleid: injection/open-redirect
  if (next.startsWith('/')) return res.redirect(next);
  res.redirect('/');
});
app.get('/done/inside', (req, res) => {
  const next = String(req.query.next);
  // ok: injection/open-redirect
  if (next.startsWith('/') && !next.startsWith('//')) return res.redirect(next);
  res.redirect('/');
});

export function toAbsolute(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to') ?? '/';
  if (!to.startsWith('/')) return NextResponse.redirect(new URL('/', request.url));
  // ruleid: injection/open-redirect
  return NextResponse.redirect(new URL(to, request.url));
}

export function toOwnOrigin(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to') ?? '/';
  const target = new URL(to, request.url);
  if (target.origin !== request.nextUrl.origin) return NextResponse.redirect(new URL('/', request.url));
  // ok: injection/open-redirect
  return NextResponse.redirect(target);
}

app.post("/things", async (req, res) => {
  const made = await things.insert(req.body);
  // ok: injection/open-redirect
  res.location(`${baseOf(req)}/${made.id}`);
  res.status(201).json(made);
});

app.get("/back", (req, res) => {
  // ok: injection/open-redirect
  res.redirect(getSafeRedirectUrl(req.query.next));
});

app.get("/twice", (req, res) => {
  const login = settings.loginUrl;
  // ok: injection/open-redirect
  res.redirect(login + "?next=" + req.query.next);
  // ruleid: injection/open-redirect
  res.redirect(req.query.next + "?from=login");
});
