/** Whether this process lives, and whether it can do its work. */
import { Router } from 'express';
import { isDatabaseUp } from '../models/connection.ts';

export function health(): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const isUp = await isDatabaseUp();
    if (!isUp) response.set('Retry-After', '5');
    response.status(isUp ? 200 : 503).json({ status: isUp ? 'ok' : 'no database' });
  });
  return router;
}
