const express = require("express");

const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/reflected-html
  res.send(req.query.name);
});

app.get("/r1", async (req, res) => {
  const name = req.query.name;
  // ruleid: injection/reflected-html
  res.send(name);
});

app.get("/r2", async (req, res) => {
  // ruleid: injection/reflected-html
  res.status(200).send(req.params.name);
});

app.get("/k0", async (req, res) => {
  // ok: injection/reflected-html
  res.json(req.query.name);
});

app.get("/k1", async (req, res) => {
  const name = escapeHtml(req.query.name);
  // ok: injection/reflected-html
  res.send(name);
});

app.get("/k2", async (req, res) => {
  const user = await find(req.query.name);
  // ok: injection/reflected-html
  res.send(user);
});

app.get("/k3", async (req, res) => {
  res.type("text/plain");
  // ok: injection/reflected-html
  res.send(req.query.name);
});

app.get("/k4", async (req, res) => {
  // ok: injection/reflected-html
  res.send({ name: req.query.name });
});
