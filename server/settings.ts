/** The environment, read once at the start and handed on as arguments; what is wrong with it is said in a clear list. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const leastSecretLength = 32;
const flag = z.stringbool().optional();

const environment = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, { error: 'must begin with mongodb:// or mongodb+srv://' })
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://host:587' }).optional(),
  MAIL_FROM: z.email().optional(),
  SECRET_KEY: z.string().optional(),
  DEMO: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Settings = {
  isProduction: boolean;
  host: string;
  port: number;
  /** Undefined until the port is known; then where links in mails lead. */
  baseUrl: string | undefined;
  mongodbUri: string | undefined;
  dataDir: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** The present key first, then the former one while rotating. */
  secretKeys: [string, ...string[]];
  /** Whether an empty database is filled with invented people. */
  demo: boolean;
  logLevel: string;
};

/** Settings that do not do; the message lists each with what is allowed. */
export class SettingsError extends Error {}

/**
 * Reads the settings. An empty variable counts as not given.
 * @throws {SettingsError} naming every variable that is wrong, and in production every setting that is too weak
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      listed(parsed.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`)),
    );
  }
  const { data } = parsed;
  const isProduction = data.NODE_ENV === 'production';
  const secretKeys = data.SECRET_KEY?.split(',').map((key) => key.trim()) ?? [keptSecret(data.DATA_DIR)];
  const weaknesses = isProduction ? weaknessesOf(data, secretKeys) : [];
  if (weaknesses.length > 0) throw new SettingsError(listed(weaknesses));
  return {
    isProduction,
    host: data.HOST,
    port: data.PORT,
    baseUrl: data.BASE_URL?.replace(/\/+$/, ''),
    mongodbUri: data.MONGODB_URI,
    dataDir: path.resolve(data.DATA_DIR),
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM ?? 'dolmetscherpool@localhost',
    secretKeys: secretKeys as [string, ...string[]],
    demo: data.DEMO ?? !isProduction,
    logLevel: data.LOG_LEVEL,
  };
}

/** Whether a host name means this machine only. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

function weaknessesOf(data: z.infer<typeof environment>, secretKeys: string[]): string[] {
  return [
    !data.BASE_URL?.startsWith('https://') && 'BASE_URL: production needs an https:// address',
    !data.SMTP_URL && 'SMTP_URL: production needs a mail server',
    !data.MAIL_FROM && 'MAIL_FROM: production needs the address that mail comes from',
    secretKeys.some((key) => key.length < leastSecretLength) &&
      `SECRET_KEY: each key needs at least ${leastSecretLength} characters`,
    secretKeys.some((key) => /change[-_ ]?me|example|secret/i.test(key)) &&
      'SECRET_KEY: this is an example, not a secret',
    data.DEMO === true && 'DEMO: the demo pool is not for production',
  ].filter((weakness) => weakness !== false);
}

/** A secret that is not given is made once and kept beside the data, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const file = path.resolve(dataDir, 'secret-key');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

function listed(problems: string[]): string {
  return ['The settings do not do:', ...problems.map((problem) => `  - ${problem}`)].join('\n');
}
