/** The house stands as it was drawn: who may import whom, no circles, small files, no leftovers. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const rooms = ['server', 'jobs', 'models', 'templates', 'test'];

type Import = { from: string; to: string; isTypeOnly: boolean };

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(name);
    return /\.tsx?$/.test(entry.name) ? [name] : [];
  });
}

const files = rooms.flatMap(filesIn);
const sources = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

function importsOf(file: string): Import[] {
  const found = (sources.get(file) ?? '').matchAll(
    /^(?:import|export)\s+(type\s)?([^;]*?)\s*from '(\.[^']+)'/gm,
  );
  return [...found].map(([, type, names = '', target = '']) => ({
    from: file,
    to: path.posix.join(path.posix.dirname(file), target),
    isTypeOnly: type !== undefined || /^\{(\s*type [^,}]+,?)+\s*\}$/.test(names),
  }));
}

const imports = files.flatMap(importsOf);
const room = (file: string) => file.split('/')[0] as string;
const mayImport: Record<string, string[]> = {
  models: ['models'],
  templates: ['templates', 'models'],
  jobs: ['jobs', 'templates', 'models'],
  server: ['server', 'templates', 'models'],
  test: rooms,
};

test('imports run one way: server and jobs use models and templates, and nothing uses test', () => {
  const wrong = imports.filter(({ from, to }) => {
    const isDoor = from === 'server/start.ts' || from.startsWith('server/commands/');
    return !(mayImport[room(from)] ?? []).includes(room(to)) && !(isDoor && room(to) === 'jobs');
  });

  expect(wrong).toEqual([]);
});

test('templates take only types from models', () => {
  const wrong = imports.filter(
    ({ from, to, isTypeOnly }) => room(from) === 'templates' && room(to) === 'models' && !isTypeOnly,
  );

  expect(wrong).toEqual([]);
});

test('rules are pure: they use other rules, shapes and errors, and types of everything else', () => {
  const pure = /^models\/(rules\/|shape\.ts|pool-error\.ts|notice\.ts|assignment\/shape\.ts)/;
  const wrong = imports.filter(
    ({ from, to, isTypeOnly }) => from.startsWith('models/rules/') && !isTypeOnly && !pure.test(to),
  );

  expect(wrong).toEqual([]);
  for (const file of files.filter((one) => one.startsWith('models/rules/'))) {
    expect([file, /new Date\(\)|Date\.now\(\)|Math\.random/.test(sources.get(file) ?? '')]).toEqual([
      file,
      false,
    ]);
  }
});

test('nothing imports in a circle', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      imports.filter(({ from, isTypeOnly }) => from === file && !isTypeOnly).map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, trail: string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) circles.push([...trail.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };

  for (const file of files) visit(file, []);

  expect(circles).toEqual([]);
});

test('files stay small: none above 300 lines, half of them at most 70', () => {
  const lengths = files
    .filter((file) => room(file) !== 'test')
    .map((file) => ({ file, lines: (sources.get(file) ?? '').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);

  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(70);
  expect(lengths[Math.floor(lengths.length * 0.9)]?.lines).toBeLessThanOrEqual(150);
});

test('folders hold about fifteen files, then they get rooms named by the domain', () => {
  const folders = new Set(files.map((file) => path.posix.dirname(file)));
  const crowded = [...folders].filter(
    (folder) => files.filter((file) => path.posix.dirname(file) === folder).length > 22,
  );

  expect(crowded.filter((folder) => !folder.startsWith('test'))).toEqual([]);
});

test('the environment is read in one place', () => {
  const readers = files.filter(
    (file) => room(file) !== 'test' && /process\.env/.test(sources.get(file) ?? ''),
  );

  expect(readers.filter((file) => !/^server\/(database|commands)\//.test(file))).toEqual(['server/main.ts']);
});

test('every file of the product opens with a sentence on what lives there', () => {
  const silent = files.filter(
    (file) => room(file) !== 'test' && !(sources.get(file) ?? '').trimStart().startsWith('/**'),
  );

  expect(silent).toEqual([]);
});

test('only the given entries stand at the top', () => {
  const allowed =
    /^(server|jobs|models|templates|test|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|biome\.json|jest\.config\.js|knip\.json|compose\.yaml|Dockerfile|publiccode\.yml|\..*|node_modules|data)$/;
  const others = readdirSync(root).filter(
    (name) => !allowed.test(name) && statSync(path.join(root, name)).size >= 0,
  );

  expect(others).toEqual([]);
});
