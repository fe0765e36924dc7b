import express from 'express';
import ldap from 'ldapjs';
import xpath from 'xpath';
import { document } from './users';

const app = express();
const client = ldap.createClient({ url: 'ldaps://directory.example.com' });

app.post('/login', (req, res) => {
  const { username } = req.body;
  const filter = `(&(objectClass=person)(uid=${username}))`;
  // ruleid: injection/ldap-xpath
  client.search('ou=people,dc=example,dc=com', { filter, scope: 'sub' }, (error, found) => res.json({ ok: !error }));
});

app.get('/people', (req, res) => {
  // ruleid: injection/ldap-xpath
  client.search('dc=example,dc=com', { filter: '(cn=' + req.query.name + ')' }, () => res.end());
});

app.get('/user', (req, res) => {
  // ruleid: injection/ldap-xpath
  res.json(xpath.select(`//user[name='${req.query.name}']/email`, document));
});

app.post('/login-filter', (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: 'uid', value: req.body.username });
  // ok: injection/ldap-xpath
  client.search('ou=people,dc=example,dc=com', { filter }, () => res.end());
});

app.get('/all', (req, res) => {
  // ok: injection/ldap-xpath
  client.search('dc=example,dc=com', { filter: '(objectClass=person)' }, () => res.end());
});

const select = xpath.parse('//user[name=$name]/email');

app.get('/user-bound', (req, res) => {
  // ok: injection/ldap-xpath
  res.json(select.select({ node: document, variables: { name: String(req.query.name) } }));
});

app.post('/formula', (req, res) => {
  // ok: injection/ldap-xpath
  res.json(Parser.evaluate(req.body.expression, req.body.row));
});
