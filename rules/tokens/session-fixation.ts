app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: String(req.body.email) });
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401);
  // ruleid: tokens/session-fixation
  req.session.userId = user.id;
  res.sendStatus(204);
});

app.post('/login2', async (req, res) => {
  const user = await check(req.body.email, req.body.password);
  req.session.regenerate(() => {
    // ok: tokens/session-fixation
    req.session.userId = user.id;
    res.sendStatus(204);
  });
});

app.post('/settings', (req, res) => {
  // ok: tokens/session-fixation
  req.session.theme = req.body.theme;
  res.sendStatus(204);
});
