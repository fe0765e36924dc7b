import express from 'express';
import libxmljs from 'libxmljs';
import { XMLParser } from 'fast-xml-parser';

const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/import', (req, res) => {
  // ruleid: injection/xxe
  const doc = libxmljs.parseXml(req.body, { noent: true });
  res.json({ title: doc.get('//title')?.text() });
});

export function readInvoice(xml: string) {
  // ruleid: injection/xxe
  return libxmljs.parseXmlString(xml, { noent: true, nonet: false });
}

export function readOrder(xml: string) {
  // ruleid: injection/xxe
  return libxmljs.parseXml(xml, { replaceEntities: true });
}

export function readSafe(xml: string) {
  // ok: injection/xxe
  return libxmljs.parseXml(xml, { noent: false, nonet: true });
}

app.post('/feed', (req, res) => {
  // ok: injection/xxe
  res.json(new XMLParser().parse(req.body));
});

export function readDefault(xml: string) {
  // ok: injection/xxe
  return libxmljs.parseXml(xml);
}
