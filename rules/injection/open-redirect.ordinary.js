const express = require("express");

const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/open-redirect
  res.set("Location", req.query.u).sendStatus(302);
});

app.get("/r1", async (req, res) => {
  // ruleid: injection/open-redirect
  res.status(302).header("Location", req.query.u).end();
});

app.get("/r2", async (req, res) => {
  // ruleid: injection/open-redirect
  res.status(302).set("Location", req.query.u).end();
});

app.get("/k0", async (req, res) => {
  // ok: injection/open-redirect
  res.set("Location", "/home").sendStatus(302);
});

app.get("/k1", async (req, res) => {
  // ok: injection/open-redirect
  res.set("X-Trace", req.query.t).send("ok");
});

app.get("/k2", async (req, res) => {
  // ok: injection/open-redirect
  res.header("X-Trace", req.query.t).end();
});
