const express = require("express");
const axios = require("axios");
const net = require("net");
const WebSocket = require("ws");
const wkhtmltopdf = require("wkhtmltopdf");
const proxy = require("http-proxy").createProxyServer({});
const app = express();

app.get("/r0", async (req, res) => {
  // ruleid: injection/ssrf
  await axios.request({ baseURL: req.query.u });
});

app.get("/r1", async (req, res) => {
  // ruleid: injection/ssrf
  net.connect(80, req.query.h);
});

app.get("/r2", async (req, res) => {
  // ruleid: injection/ssrf
  new WebSocket(req.query.u);
});

app.get("/r3", async (req, res) => {
  // ruleid: injection/ssrf
  wkhtmltopdf(req.query.u).pipe(res);
});

app.get("/r4", async (req, res) => {
  // ruleid: injection/ssrf
  proxy.web(req, res, { target: req.query.u });
});

app.get("/k0", async (req, res) => {
  // ok: injection/ssrf
  await axios.request({ baseURL: "https://api.example.com", params: req.query });
});

app.get("/k1", async (req, res) => {
  // ok: injection/ssrf
  net.connect(Number(req.query.p), "db.example.com");
});

app.get("/k2", async (req, res) => {
  // ok: injection/ssrf
  new WebSocket("wss://example.com/feed");
});

app.get("/k3", async (req, res) => {
  // ok: injection/ssrf
  wkhtmltopdf("<h1>Hi</h1>").pipe(res);
});

app.get("/k4", async (req, res) => {
  // ok: injection/ssrf
  proxy.web(req, res, { target: "https://backend.example.com" });
});
