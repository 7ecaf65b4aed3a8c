/** What is written for containers and catalogues speaks of files, commands and settings that there are. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const program = JSON.parse(read('package.json'));
const [dockerfile, compose] = [read('Dockerfile'), read('compose.yaml')];

test('the image holds what the server needs, starts it as npm start does, and not as root', () => {
  const copied = all(dockerfile, /^COPY (.+) \S+$/gm).flatMap((names) => names.split(' '));
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]').join(' ');

  expect(copied.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  expect(copied).toEqual(
    expect.arrayContaining(['package.json', 'tsconfig.json', 'server', 'jobs', 'models', 'templates']),
  );
  expect(command).toBe(program.scripts.start);
  expect(dockerfile).toMatch(/^USER node$/m);
});

test('what runs in the image is among the packages that are installed there', () => {
  const [major] = all(dockerfile, /^FROM node:(\d+)/gm);

  expect(Object.keys(program.dependencies)).toContain('tsx');
  expect(Number(major)).toBeGreaterThanOrEqual(Number.parseFloat(program.engines.node.slice(2)));
});

test('secrets and data stay out of the image', () => {
  const ignored = read('.dockerignore').split('\n');

  expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'node_modules']));
});

test('the containers name commands, settings and services that there are', () => {
  const commands = all(compose, /--import tsx (\S+)/g);
  const settings = all(compose, /^ {4}([A-Z_]+): /gm).filter((name) => name !== 'NODE_ENV');
  const known = all(read('server/settings.ts'), /^ {2}([A-Z_]+): /gm);
  const services = all(/\nservices:\n([\s\S]*?)\n(?=\w)/.exec(compose)?.[1] ?? '', /^ {2}([\w-]+):/gm);

  expect(commands).toEqual(['server/commands/setup.ts']);
  expect(commands.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  expect(settings.length).toBeGreaterThan(5);
  expect(settings.filter((name) => !known.includes(name))).toEqual([]);
  expect(services).toEqual(['mongo1', 'mongo2', 'mongo3', 'replica-set', 'pool1', 'pool2', 'proxy']);
  for (const name of [...all(compose, /(mongo\d):27017/g), ...all(compose, /(pool\d):3000/g)])
    expect(services).toContain(name);
});

test('a member of the database is healthy when it answers in the net, not while its first user is made', () => {
  const [check] = all(compose, /test: \[CMD-SHELL, '(mongosh .*)'\]/g);

  expect(check).toContain('--host "$$(hostname)"');
  expect(compose).toMatch(/Docker Compose 2\.23\.1/);
});

test('every secret comes from .env, and .env.example names it', () => {
  const wanted = new Set(all(compose, /(?<!\$)\$\{([A-Z_]+)/g));
  const examples = all(read('.env.example'), /^(?:# )?([A-Z_]+)=/gm);

  expect(wanted.size).toBeGreaterThan(6);
  expect([...wanted].filter((name) => !examples.includes(name))).toEqual([]);
  expect(compose).not.toMatch(/(PASSWORD|SECRET_KEY|MONGO_KEY): (?!\$\{)/);
});

test('the catalogue entry says the version and licence of the package, in German and English', () => {
  const entry = read('publiccode.yml');

  expect(all(entry, /^publiccodeYmlVersion: '([\d.]+)'$/gm)).toEqual(['0.4']);
  expect(all(entry, /^softwareVersion: (\S+)$/gm)).toEqual([program.version]);
  expect(all(entry, /^ {2}license: (\S+)$/gm)).toEqual([program.license]);
  expect(all(entry, /^ {2}(de|en):$/gm)).toEqual(['de', 'en']);
  for (const text of all(entry, /shortDescription: (.+)/g)) expect(text.length).toBeLessThanOrEqual(150);
});

test('each command of package.json that runs a file of ours finds it', () => {
  const files = Object.values<string>(program.scripts).flatMap((script) =>
    all(script, /--import tsx (\S+\.ts)/g),
  );

  expect(files.length).toBeGreaterThanOrEqual(5);
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
