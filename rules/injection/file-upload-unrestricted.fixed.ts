import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import express from 'express';
import multer from 'multer';
import { requireAuth } from './auth';

const app = express();
app.use(requireAuth);

const extensions: Record<string, string> = { 'image/png': '.png', 'image/jpeg': '.jpg' };

const upload = multer({
  storage: multer.diskStorage({
    destination: 'uploads',
    filename: (req, file, done) => done(null, `${randomUUID()}${extensions[file.mimetype]}`),
  }),
  limits: { fileSize: 5_000_000, files: 1 },
  fileFilter: (req, file, done) => done(null, file.mimetype in extensions && extname(file.originalname) !== ''),
});

app.post('/avatar', upload.single('avatar'), (req, res) => {
  if (!req.file) return res.status(415).end();
  res.status(201).json({ name: req.file.filename });
});
