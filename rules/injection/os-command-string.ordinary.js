const express = require("express");
const { spawn, execFile, fork } = require("child_process");
const { NodeSSH } = require("node-ssh");
const ssh = new NodeSSH();
const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/os-command-string
  spawn(req.query.cmd, []);
});

app.get("/r1", async (req, res) => {
  // ruleid: injection/os-command-string
  execFile(req.query.cmd, ["a"]);
});

app.get("/r2", async (req, res) => {
  // ruleid: injection/os-command-string
  fork(req.query.module);
});

app.get("/r3", async (req, res) => {
  // ruleid: injection/os-command-string
  ssh.execCommand("ls " + req.query.dir);
});

app.get("/k0", async (req, res) => {
  // ok: injection/os-command-string
  spawn("ls", [req.query.dir]);
});

app.get("/k1", async (req, res) => {
  // ok: injection/os-command-string
  execFile(COMMANDS[req.query.cmd], ["a"]);
});

app.get("/k2", async (req, res) => {
  // ok: injection/os-command-string
  ssh.execCommand("uptime");
});

app.get("/k3", async (req, res) => {
  // ok: injection/os-command-string
  fork("./worker.js", [req.query.module]);
});
