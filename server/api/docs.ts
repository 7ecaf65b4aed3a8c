/** The documentation of the API, to read and to try: Swagger UI from its package, offline and under the strict CSP. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { apiDocsPage } from '../../templates/pages/api-docs-page.tsx';

const viewer = path.dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];
const folder = '/assets/swagger-ui';

/** The files of the viewer that the page needs, and no other of its package. */
export function viewerFiles(): Router {
  const router = Router();
  for (const name of files) {
    router.use(`${folder}/${name}`, express.static(path.join(viewer, name), { maxAge: '1 day' }));
  }
  return router;
}

/** The page at /api/docs; what it shows is the document at /api/openapi.json. */
export function apiDocs(): Router {
  const router = Router();
  const [style, script] = files.map((name) => `${folder}/${name}`);
  const page = apiDocsPage({
    styles: [style as string, '/assets/api-docs.css'],
    scripts: [script as string, '/assets/api-docs.js'],
    description: '/api/openapi.json',
  });
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(page);
  });
  return router;
}
