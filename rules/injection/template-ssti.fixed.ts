import ejs from 'ejs';
import express from 'express';
import Handlebars from 'handlebars';

const app = express();
const TEMPLATE = '<p>Hello <%= name %></p>';
const greeting = Handlebars.compile('<p>Hello {{name}}</p>');

app.get('/hello', (req, res) => {
  const name = String(req.query.name);
  res.send(ejs.render(TEMPLATE, { name }));
});

app.get('/greeting', (req, res) => {
  res.send(greeting({ name: req.query.name }));
});
