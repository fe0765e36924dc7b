import express from 'express';
import fileUpload from 'express-fileupload';
import multer from 'multer';
import path from 'node:path';
import { randomUUID } from 'node:crypto';

const app = express();

// ruleid: injection/file-upload-unrestricted
const upload = multer({ dest: 'public/uploads' });

const storage = multer.diskStorage({
  destination: 'uploads',
  filename: (req, file, done) => done(null, `${Date.now()}-${file.originalname}`),
});
// ruleid: injection/file-upload-unrestricted
export const stored = multer({ storage });

app.use(fileUpload());
app.post('/avatar', async (req, res) => {
  const avatar = req.files!.avatar as fileUpload.UploadedFile;
  // ruleid: injection/file-upload-unrestricted
  await avatar.mv(path.join('uploads', randomUUID()));
  res.end();
});

// ok: injection/file-upload-unrestricted
export const limited = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 5_000_000 },
  fileFilter: (req, file, done) => done(null, ['image/png', 'image/jpeg'].includes(file.mimetype)),
});

// ok: injection/file-upload-unrestricted
export const small = multer({ dest: 'uploads', limits: { fileSize: 1_000_000, files: 1 } });

app.post('/photo', async (req, res) => {
  const photo = req.files!.photo as fileUpload.UploadedFile;
  if (!['image/png', 'image/jpeg'].includes(photo.mimetype)) return res.status(415).end();
  // ok: injection/file-upload-unrestricted
  await photo.mv(path.join('uploads', `${randomUUID()}.png`));
  res.end();
});

// ok: injection/file-upload-unrestricted
export const inMemory = multer({ storage: multer.memoryStorage() });
