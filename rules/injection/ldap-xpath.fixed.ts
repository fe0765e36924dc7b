import express from 'express';
import ldap from 'ldapjs';
import xpath from 'xpath';
import { requireAuth } from './auth';
import { document } from './people';

const app = express();
app.use(requireAuth);
const client = ldap.createClient({ url: 'ldaps://directory.example.com' });
const title = xpath.parse('//person[name=$name]/title');

app.get('/people', (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: 'uid', value: String(req.query.name) });
  client.search('ou=people,dc=example,dc=com', { filter, attributes: ['cn', 'title'] }, (error) => res.json({ ok: !error }));
});

app.get('/title', (req, res) => {
  res.json({ title: title.evaluateString({ node: document, variables: { name: String(req.query.name) } }) });
});
