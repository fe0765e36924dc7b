const express = require("express");
const fs = require("fs");
const path = require("path");
const rimraf = require("rimraf");
const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/path-traversal
  rimraf.sync("in/" + req.query.f);
});

app.get("/r1", async (req, res) => {
  // ruleid: injection/path-traversal
  res.render(req.query.page);
});

app.get("/r2", async (req, res) => {
  // ruleid: injection/path-traversal
  res.render("pages/" + req.params.page);
});

app.get("/k0", async (req, res) => {
  // ok: injection/path-traversal
  rimraf.sync("in/" + path.basename(req.query.f));
});

app.get("/k1", async (req, res) => {
  // ok: injection/path-traversal
  res.render("page", { page: req.query.page });
});

app.get("/k2", async (req, res) => {
  // ok: injection/path-traversal
  view.render(req.query.page);
});

app.get("/literal", (req, res) => {
  const p = path.resolve("/data", req.query.f);
  if (!p.startsWith("/data/")) return res.sendStatus(404);
  // ok: injection/path-traversal
  fs.createReadStream(p).pipe(res);
});
