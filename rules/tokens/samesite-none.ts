// ruleid: tokens/samesite-none
res.cookie('sid', id, { httpOnly: true, sameSite: 'none' });

// ruleid: tokens/samesite-none
const options = { sameSite: 'None', path: '/' };

// ruleid: tokens/samesite-none
app.use(session({ secret, cookie: { sameSite: 'none' } }));

// ok: tokens/samesite-none
res.cookie('sid', id, { httpOnly: true, sameSite: 'lax', secure: true });

// ok: tokens/samesite-none
res.cookie('sid', id, { sameSite: 'none', secure: true });

// ok: tokens/samesite-none
const strict = { sameSite: 'strict' };
