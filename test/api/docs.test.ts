/** The documentation of the API: there without any other server, under the same strict rules as every page. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPool, type TestPool } from '../support/pool.ts';

let pool: TestPool;

beforeAll(async () => {
  pool = await startPool();
});

afterAll(() => pool.stop());

test('the page brings everything along, with nothing inline and nothing from elsewhere', async () => {
  const page = await pool.visitor().get('/api/docs');

  const addresses = [...page.text.matchAll(/(?:src|href|data-description)="([^"]+)"/g)].map(
    ([, one = '']) => one,
  );
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("script-src 'self';style-src 'self'"),
  ]);
  expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style|style=|\son\w+=/);
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  for (const address of addresses) {
    expect(address).toMatch(/^\/(assets|api)\//);
    expect([address, (await pool.visitor().get(address)).status]).toEqual([address, 200]);
  }
});

test('what starts the viewer reads our own document and asks no foreign service to check it', async () => {
  const { text } = await pool.visitor().get('/assets/api-docs.js');

  expect(text).not.toMatch(/https?:/);
  expect(text).toContain('validatorUrl: null');
});

test('nothing else of the viewer’s package is handed out', async () => {
  for (const name of ['', 'index.html', 'package.json', 'swagger-initializer.js']) {
    expect((await pool.visitor().get(`/assets/swagger-ui/${name}`)).status).toBe(404);
  }
});

test('routes are grouped by what they are about', async () => {
  const { body } = await pool.visitor().get('/api/openapi.json');

  expect(body.paths['/api/v1/assignments/{id}/confirm'].post.tags).toEqual(['assignments']);
});
