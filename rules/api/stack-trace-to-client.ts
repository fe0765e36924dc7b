import express from 'express';

const app = express();

app.use((err: any, req: any, res: any, next: any) => {
  // ruleid: api/stack-trace-to-client
  res.status(500).json({ error: err.message, stack: err.stack });
});

app.get('/report', async (req, res) => {
  try {
    res.json(await build());
  } catch (error: any) {
    // ruleid: api/stack-trace-to-client
    res.status(500).send(`Failed: ${error.stack}`);
  }
});

export async function GET() {
  try {
    return Response.json(await build());
  } catch (e: any) {
    // ruleid: api/stack-trace-to-client
    return Response.json({ stack: e.stack }, { status: 500 });
  }
}

app.use((err: any, req: any, res: any, next: any) => {
  console.error(err.stack);
  // ok: api/stack-trace-to-client
  res.status(500).json({ error: 'internal error' });
});

app.use((err: any, req: any, res: any, next: any) => {
  // ok: api/stack-trace-to-client
  res.status(500).json({ error: 'internal error', stack: process.env.NODE_ENV === 'development' ? err.stack : undefined });
});

app.use((err: any, req: any, res: any, next: any) => {
  if (process.env.NODE_ENV !== 'production') {
    // ok: api/stack-trace-to-client
    return res.status(500).json({ stack: err.stack });
  }
  res.status(500).end();
});

function configureServer(server: ViteDevServer, err: Error) {
  // ok: api/stack-trace-to-client
  server.ws.send({ type: 'error', err: { message: err.message, stack: err.stack } });
}
