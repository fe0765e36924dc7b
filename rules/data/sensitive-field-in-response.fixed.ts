export function me(res, user) {
  res.json({ id: user.id, email: user.email });
}
