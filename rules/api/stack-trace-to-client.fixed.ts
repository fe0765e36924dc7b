import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import { logger } from './logger';
import { build } from './report';

const app = express();

app.get('/report', async (req, res) => {
  try {
    res.json(await build());
  } catch (err) {
    const id = randomUUID();
    logger.error({ err, id });
    res.status(500).json({ error: 'internal error', id });
  }
});

app.use((err: Error, req: Request, res: Response, next: NextFunction) => {
  const id = randomUUID();
  logger.error({ err, id });
  res.status(500).json({ error: 'internal error', id });
});
