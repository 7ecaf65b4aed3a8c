/** Signed links open one thing, for one purpose, in one version; keys can be rotated without locking anybody out. */
import { describe, expect, test } from '@jest/globals';
import { createSecrets, idInToken } from '../../models/secrets.ts';

const id = 'a1'.repeat(12);
const old = 'former-key-former-key-former-key-1';
const present = 'present-key-present-key-present-1';

describe('a signed link', () => {
  const secrets = createSecrets([present]);
  const token = secrets.sign('offer', id, 0);

  test('names what it opens and nothing that helps to guess another', () => {
    expect(idInToken(token)).toBe(id);
    expect(token).toMatch(/^[0-9a-f]{24}-[\w-]{22}$/);
  });

  test.each([
    ['for another purpose', 'sign_in', 0],
    ['for another version', 'offer', 1],
  ] as const)('is worth nothing %s', (_what, purpose, version) => {
    expect(secrets.isSigned(purpose, token, version)).toBe(false);
  });

  test('is worth nothing once a single character differs', () => {
    const forged = token.slice(0, -1).concat(token.endsWith('A') ? 'B' : 'A');

    expect(secrets.isSigned('offer', token, 0)).toBe(true);
    expect(secrets.isSigned('offer', forged, 0)).toBe(false);
    expect(secrets.isSigned('offer', 'b1'.repeat(12).concat(token.slice(24)), 0)).toBe(false);
  });

  test.each(['', 'x', `${id}-short`, `${id}+${'A'.repeat(22)}`])(
    'is no link at all when it looks like %p',
    (text) => {
      expect(idInToken(text)).toBeUndefined();
      expect(secrets.isSigned('offer', text, 0)).toBe(false);
    },
  );
});

describe('rotating keys', () => {
  const before = createSecrets([old]);
  const meanwhile = createSecrets([present, old]);
  const afterwards = createSecrets([present]);

  test('links, codes and sealed texts of the former key go on working while both are given', () => {
    expect(meanwhile.isSigned('offer', before.sign('offer', id, 0), 0)).toBe(true);
    expect(meanwhile.isCode(id, before.code(id))).toBe(true);
    expect(meanwhile.open(before.seal('Termin'))).toBe('Termin');
  });

  test('new ones are made with the present key', () => {
    expect(afterwards.isSigned('offer', meanwhile.sign('offer', id, 0), 0)).toBe(true);
  });

  test('and end with it', () => {
    expect(afterwards.isSigned('offer', before.sign('offer', id, 0), 0)).toBe(false);
    expect(afterwards.open(before.seal('Termin'))).toBeUndefined();
  });
});

test('a code has six digits', () => {
  expect(createSecrets([present]).code(id)).toMatch(/^\d{6}$/);
});

test('a sealed text that was tampered with is not opened', () => {
  const secrets = createSecrets([present]);
  const sealed = Buffer.from(secrets.seal('Termin'), 'base64');
  sealed[20] = (sealed[20] ?? 0) ^ 1;

  expect(secrets.open(sealed.toString('base64'))).toBeUndefined();
  expect(secrets.open('')).toBeUndefined();
});
