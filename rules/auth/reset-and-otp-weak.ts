import crypto from 'node:crypto';

app.post('/forgot-password', async (req, res) => {
  const user = await db.user.byEmail(req.body.email);
  // ruleid: auth/reset-and-otp-weak
  const resetToken = Math.random().toString(36).slice(2);
  await db.user.update(user.id, { resetToken });
  // ruleid: auth/reset-and-otp-weak
  res.json({ message: 'sent', resetToken: resetToken });
});

app.post('/otp', async (req, res) => {
  // ruleid: auth/reset-and-otp-weak
  const otp = Math.floor(100000 + Math.random() * 900000);
  await sms.send(req.body.phone, otp);
  res.json({ sent: true });
});

app.post('/verify', async (req, res) => {
  // ruleid: auth/reset-and-otp-weak
  user.verificationToken = md5(user.email);
  // ruleid: auth/reset-and-otp-weak
  await db.invite.create({ email: req.body.email, inviteToken: `${Date.now()}` });
  res.json({ ok: true });
});

app.post('/reset', async (req, res) => {
  // ok: auth/reset-and-otp-weak
  const resetToken = crypto.randomBytes(32).toString('hex');
  // ok: auth/reset-and-otp-weak
  const otp = crypto.randomInt(100000, 1000000);
  // ok: auth/reset-and-otp-weak
  const resetTokenExpires = Date.now() + 15 * 60 * 1000;
  await mail.send(req.body.email, resetToken, otp);
  // ok: auth/reset-and-otp-weak
  res.json({ message: 'If the address is known, a mail is on its way.', expires: resetTokenExpires });
});

// ok: auth/reset-and-otp-weak
const color = Math.random().toString(16);
// ok: auth/reset-and-otp-weak
const startedAt = Date.now();
// ok: auth/reset-and-otp-weak
const code = Math.floor(Math.random() * 6);
