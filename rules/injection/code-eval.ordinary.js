const express = require("express");
const { VM } = require("vm2");
const safeEval = require("safe-eval");
const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/code-eval
  new VM().run(req.query.code);
});

app.get("/r1", async (req, res) => {
  // ruleid: injection/code-eval
  safeEval(req.query.code);
});

app.get("/r2", async (req, res) => {
  const vm = new VM();
  // ruleid: injection/code-eval
  vm.run(req.query.code);
});

app.get("/k0", async (req, res) => {
  // ok: injection/code-eval
  new VM().run("1 + 1");
});

app.get("/k1", async (req, res) => {
  // ok: injection/code-eval
  queue.run(req.query.job);
});

app.get("/k2", async (req, res) => {
  // ok: injection/code-eval
  safeEval("1 + 1");
});
