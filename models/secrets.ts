/** What is derived from the secret key: signed links, sign-in codes, sealed texts. Nothing of it is stored anywhere. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** What a signed link is good for; a token for one purpose is worthless for another. */
type Purpose =
  | 'offer'
  | 'agency'
  | 'verify'
  | 'sign_in'
  | 'calendar'
  | 'email_new'
  | 'email_old'
  | 'email_stop';

const idLength = 24;
const macBytes = 16;

export type Secrets = {
  /**
   * `<id>-<mac>`: a capability for one thing. `part` is a version, which makes older links say that they are old,
   * or the account to which the link belongs.
   */
  sign: (purpose: Purpose, id: string, part: number | string) => string;
  /** Whether the token was signed for this version or account, with the present or the former key. */
  isSigned: (purpose: Purpose, token: string, part: number | string) => boolean;
  /** Six digits that belong to a sign-in. */
  code: (id: string) => string;
  /** Whether these are the six digits, compared in constant time. */
  isCode: (id: string, code: string) => boolean;
  /** Encrypts a text (AES-256-GCM). */
  seal: (text: string) => string;
  /** The text, or undefined when no key opens it. */
  open: (sealed: string) => string | undefined;
};

/** The id that a token speaks of, without saying whether it is right; undefined when it is no token at all. */
export function idInToken(token: string): string | undefined {
  return /^[0-9a-f]{24}-[\w-]{22}$/.test(token) ? token.slice(0, idLength) : undefined;
}

/** Secrets from the present key and, while rotating, the former one. */
export function createSecrets([present, ...former]: [string, ...string[]]): Secrets {
  const all = [present, ...former];
  return {
    sign: (purpose, id, part) => `${id}-${mac(present, purpose, id, part)}`,
    isSigned: (purpose, token, part) => {
      const id = idInToken(token);
      return id !== undefined && all.some((key) => isSame(token, `${id}-${mac(key, purpose, id, part)}`));
    },
    code: (id) => code(present, id),
    isCode: (id, given) => all.some((key) => isSame(given, code(key, id))),
    seal: (text) => seal(derive(present, 'seal'), text),
    open: (sealed) => {
      for (const key of all) {
        const text = open(derive(key, 'seal'), sealed);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

/** A key of its own for each use (HKDF, RFC 5869), so that one never helps with another. */
function derive(key: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, 'dolmetscherpool', use, 32));
}

function mac(key: string, purpose: Purpose, id: string, part: number | string): string {
  const digest = createHmac('sha256', derive(key, purpose)).update(`${purpose}|${id}|${part}`).digest();
  return digest.subarray(0, macBytes).toString('base64url');
}

function code(key: string, id: string): string {
  const digest = createHmac('sha256', derive(key, 'code')).update(id).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function open(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
