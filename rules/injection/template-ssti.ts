app.post('/render', (req, res) => {
  // ruleid: injection/template-ssti
  res.send(ejs.render(req.body.template, { user: req.user }));
  // ruleid: injection/template-ssti
  const compiled = Handlebars.compile(`<p>Hello ${req.query.name}</p>`);
  const { text } = req.body;
  // ruleid: injection/template-ssti
  const page = nunjucks.renderString(text, {});
  // ruleid: injection/template-ssti
  const html = pug.render('p Hello ' + req.query.name);
  // ruleid: injection/template-ssti
  const make = _.template(req.body.text);
  res.send(compiled({}) + page + html + make({}));
});
app.post('/fine', (req, res) => {
  // ok: injection/template-ssti
  res.send(ejs.render('<p>Hello <%= name %></p>', { name: req.body.name }));
  // ok: injection/template-ssti
  const compiled = Handlebars.compile('<p>{{name}}</p>');
  // ok: injection/template-ssti
  const page = nunjucks.renderString(TEMPLATE, { text: req.body.text });
  // ok: injection/template-ssti
  res.render('page', { name: req.body.name });
  // ok: injection/template-ssti
  const listed = ejs.render(TEMPLATES[req.query.kind], {});
  // ok: injection/template-ssti
  const file = pug.renderFile('page.pug', { name: req.query.name });
});
