import { timingSafeEqual } from 'node:crypto';
import argon2 from 'argon2';

app.post('/admin/login', (req, res) => {
  // ruleid: auth/password-literal-compare
  if (req.body.username === 'admin' && req.body.password === 'sommer2024') {
    res.json({ token: sign() });
  }
  const { password, pin } = req.body;
  // ruleid: auth/password-literal-compare
  if (password !== 'letmein123') return res.status(401).end();
  // ruleid: auth/password-literal-compare
  if (pin == '4711') unlock();
});

function Gate({ children }) {
  const [adminPassword, setAdminPassword] = useState('');
  // ruleid: auth/password-literal-compare
  const open = adminPassword === 'hunter42';
  return open ? children : <input type="password" onChange={(e) => setAdminPassword(e.target.value)} />;
}

async function login(user, password, confirmPassword) {
  // ok: auth/password-literal-compare
  if (password === '') throw new Error('empty');
  // ok: auth/password-literal-compare
  if (password !== confirmPassword) throw new Error('differ');
  // ok: auth/password-literal-compare
  if (input.type === 'password') mask(input);
  // ok: auth/password-literal-compare
  if (passwordMode === 'strict') check(password);
  // ok: auth/password-literal-compare
  if (process.env.ADMIN_PASSWORD === 'changeme') throw new Error('set ADMIN_PASSWORD');
  // ok: auth/password-literal-compare
  if (typeof password !== 'string') throw new Error('no text');
  // ok: auth/password-literal-compare
  if (field === 'password') hide(field);
  // ok: auth/password-literal-compare
  if (grant.password_type === 'plain-text') refuse();
  // ok: auth/password-literal-compare
  return argon2.verify(user.passwordHash, password);
}
