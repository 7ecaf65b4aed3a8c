/** `npm run demo`: the story that it tells is what the pool did, and nothing is left when it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const command = fileURLToPath(new URL('../server/commands/demo.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dolmetscherpool-story-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs it to its end, or interrupts it as soon as it has printed this. */
async function played(interruptedAt?: string): Promise<{ code: number | null; printed: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', command], {
    env: { PATH, HOME, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  let isInterrupted = false;
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (isInterrupted || !interruptedAt || !printed.includes(interruptedAt)) return;
    isInterrupted = child.kill('SIGINT');
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, printed };
}

/** What lies in the temporary folder besides what the runtime keeps there for itself. */
async function leftBehind(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('dolmetscherpool'));
}

test('the story is told from the question to the end, readably, and nothing is left behind', async () => {
  const { code, printed } = await played();

  const lines = printed.split('\n');
  const story = printed.replace(/\s+/g, ' ');
  const order = [
    'Wer fragt an',
    'Eingegangen – noch nicht gebucht',
    'Wer passt, und wer nicht',
    'spricht Sorani (+20)',
    'fährt höchstens',
    'Wer gefragt wird – und nein sagt',
    'Können Sie?',
    'Wer zusagt',
    'Zusage angekommen – noch NICHT gebucht',
    'Zusage – bitte buchen',
    'Fest gebucht',
    '[Kalender: REQUEST]',
    'Zwei Tage vorher: Erinnerung',
    'Eine Minute vorher: keine Mail.',
    'Wer abgibt',
    '[Kalender: CANCEL]',
    'Ersatz am Abend vorher',
    'Drei Stunden vorher: Erinnerung',
    'Vorbei',
    'eingegangen · gefragt · nein · gefragt · ja · fest gebucht · abgegeben · gefragt · ja · fest gebucht · vorbei',
  ];
  const places = order.map((text, index) =>
    story.indexOf(text, index && story.indexOf(order[index - 1] ?? '')),
  );
  expect(code).toBe(0);
  expect(order.filter((_, index) => (places[index] ?? -1) < 0)).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(lines.filter((line) => line.length > 100 || line.includes('\u001b'))).toEqual([]);
  expect(await leftBehind()).toEqual([]);
}, 120_000);

test('who interrupts it while the pool is being filled leaves nothing behind either', async () => {
  const { code, printed } = await played('Der Pool wird gefüllt');

  expect(code).toBe(130);
  expect(printed).not.toContain('Wer fragt an');
  expect(printed).toContain('Wird beendet');
  expect(await leftBehind()).toEqual([]);
}, 120_000);
