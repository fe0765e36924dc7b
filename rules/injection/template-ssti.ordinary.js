const express = require("express");
const jade = require("jade");
const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/template-ssti
  res.send(jade.compile(req.query.t)());
});

app.get("/r1", async (req, res) => {
  // ruleid: injection/template-ssti
  res.render("index", req.query);
});

app.get("/r2", async (req, res) => {
  // ruleid: injection/template-ssti
  res.render("index", req.body);
});

app.get("/k0", async (req, res) => {
  // ok: injection/template-ssti
  res.send(jade.compile("h1= name")({ name: req.query.name }));
});

app.get("/k1", async (req, res) => {
  // ok: injection/template-ssti
  res.render("index", { name: req.query.name });
});

app.get("/k2", async (req, res) => {
  // ok: injection/template-ssti
  res.render("index", { query: req.query });
});
