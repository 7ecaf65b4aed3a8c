/** The environment, read once at the start and handed on as arguments; what is wrong with it is said in a clear list. */
import path from 'node:path';
import { z } from 'zod';
import { flawOfFolder, keptSecret } from './data-folder.ts';
import { StartFailure } from './start-failure.ts';

const leastSecretLength = 32;
/** A random key of this length has more; `aaaa…` and `abababab…` have not. */
const leastDifferentCharacters = 8;
const flag = z.stringbool().optional();

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).optional(),
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

/** What a variable has to be, where Zod would say it in its own way. Those that may hold a password are not among them. */
const allowed: Record<string, string> = {
  NODE_ENV: 'must be development, test or production, or be left out',
  PORT: 'must be a whole number from 0 to 65535',
  BASE_URL: 'must be an address such as https://pool.example.org',
  MAIL_FROM: 'must be an e-mail address such as pool@example.org',
  DEMO: 'must be true or false',
  LOG_LEVEL: 'must be fatal, error, warn, info, debug or silent',
};

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
export class SettingsError extends StartFailure {}

/**
 * Reads the settings. An empty variable counts as not given.
 * @throws {SettingsError} naming every variable that is wrong, and in production every setting that is too weak
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      listed(
        parsed.error.issues.map(({ path: [key], message }) => {
          const name = String(key);
          return `${name}: ${allowed[name] ? `${allowed[name]} (given: ${given[name]})` : message}`;
        }),
      ),
    );
  }
  const { data } = parsed;
  const isProduction = data.NODE_ENV === 'production';
  const dataDir = path.resolve(data.DATA_DIR);
  const givenKeys = data.SECRET_KEY?.split(',').map((key) => key.trim());
  const problems = [
    ...(givenKeys?.includes('') ? ['SECRET_KEY: a key is empty; two keys are joined by one comma'] : []),
    ...(isProduction ? weaknessesOf(data, givenKeys ?? []) : []),
    ...dataFolderProblems(data, dataDir),
  ];
  if (problems.length > 0) throw new SettingsError(listed(problems));
  const secretKeys = givenKeys ?? [keptSecret(dataDir)];
  return {
    isProduction,
    host: data.HOST,
    port: data.PORT,
    baseUrl: data.BASE_URL?.replace(/\/+$/, ''),
    mongodbUri: data.MONGODB_URI,
    dataDir,
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
    secretKeys.some((key) => key !== '' && new Set(key).size < leastDifferentCharacters) &&
      'SECRET_KEY: too few different characters; take a random key, such as openssl rand -base64 32 makes',
    secretKeys.some((key) => /change[-_ ]?me|example|secret/i.test(key)) &&
      'SECRET_KEY: this is an example, not a secret',
    data.DEMO === true && 'DEMO: the demo pool is not for production',
  ].filter((weakness) => weakness !== false);
}

/** Who brings both a database and a secret needs no folder. */
function dataFolderProblems(
  { MONGODB_URI, SECRET_KEY }: z.infer<typeof environment>,
  dataDir: string,
): string[] {
  const flaw = MONGODB_URI && SECRET_KEY ? undefined : flawOfFolder(dataDir);
  return flaw ? [`DATA_DIR: ${flaw}`] : [];
}

function listed(problems: string[]): string {
  return ['The settings do not do:', ...problems.map((problem) => `  - ${problem}`)].join('\n');
}
