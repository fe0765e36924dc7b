export function more(res, user) {
  // ok: data/sensitive-field-in-response
  res.json({ password: 'must be longer', hint: user.hint });
}
