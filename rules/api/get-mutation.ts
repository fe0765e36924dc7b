// ruleid: api/get-mutation
app.get('/users/delete/:id', requireAdmin, async (req, res) => {
  await User.deleteOne({ _id: String(req.params.id) });
  res.redirect('/users');
});
// ok: api/get-mutation
app.post('/users/delete/:id', requireAdmin, async (req, res) => {
  await User.deleteOne({ _id: String(req.params.id) });
  res.redirect('/users');
});
// ok: api/get-mutation
app.get('/users/delete/:id', requireAdmin, (req, res) => {
  res.render('confirm', { id: req.params.id });
});
// ok: api/get-mutation
map.get('/users/delete/1', () => {
  cache.delete('a');
});
