app.delete('/users/:id', async (req, res) => {
  // ruleid: auth/role-from-client
  if (req.body.role !== 'admin') return res.status(403).end();
  await db.user.delete({ where: { id: req.params.id } });
  res.status(204).end();
});

app.get('/reports', async (req, res) => {
  // ruleid: auth/role-from-client
  if (req.headers['x-user-role'] === 'admin') return res.json(await db.report.findMany());
  // ruleid: auth/role-from-client
  const userId = req.headers['x-user-id'];
  res.json(await db.report.findMany({ where: { userId } }));
});

app.get('/settings', async (req, res) => {
  // ruleid: auth/role-from-client
  if (req.query.isAdmin === 'true') return res.json(allSettings);
  // ruleid: auth/role-from-client
  if (req.cookies.is_admin) {
    return res.json(allSettings);
  }
  res.json(ownSettings);
});

app.post('/register', async (req, res) => {
  // ruleid: auth/role-from-client
  const user = await db.user.create({ data: { email: req.body.email, role: req.body.role } });
  res.json(user);
});

export async function isAdmin(supabase) {
  const { data } = await supabase.auth.getUser();
  // ruleid: auth/role-from-client
  return data.user.user_metadata.role === 'admin';
}

app.put('/users/:id/role', requireAdmin, async (req, res) => {
  // ok: auth/role-from-client
  await db.user.update({ where: { id: req.params.id }, data: { role: req.body.role } });
  // ok: auth/role-from-client
  if (req.body.role === 'owner' && !req.user.isOwner) return res.status(403).end();
  res.status(204).end();
});

app.post('/invite', requireAuth, async (req, res) => {
  // ok: auth/role-from-client
  if (req.body.role === 'admin') return res.status(400).json({ error: 'not by invitation' });
  // ok: auth/role-from-client
  if (req.user.role !== 'admin') return res.status(403).end();
  // ok: auth/role-from-client
  const trace = req.headers['x-request-id'];
  // ok: auth/role-from-client
  if (req.body.kind === 'admin') note(trace);
  // ok: auth/role-from-client
  if (!['user', 'editor'].includes(req.body.role)) return res.status(400).end();
  res.status(204).end();
});

export async function isStaff(supabase) {
  const { data } = await supabase.auth.getUser();
  // ok: auth/role-from-client
  return data.user.app_metadata.role === 'staff' && data.user.user_metadata.theme !== 'none';
}
