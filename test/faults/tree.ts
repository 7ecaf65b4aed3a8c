/** Copies of the project in which faults are planted, so that the project itself is never touched. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './fault.ts';

const PARTS = [
  'server',
  'jobs',
  'models',
  'templates',
  'test',
  'package.json',
  'tsconfig.json',
  'jest.config.js',
];

/** A copy in a temporary folder of its own; the installed packages are linked. */
export async function copyTree(root: string): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'dolmetscherpool-faults-'));
  await Promise.all(PARTS.map((part) => cp(join(root, part), join(tree, part), { recursive: true })));
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

export async function removeTree(tree: string): Promise<void> {
  await rm(tree, { recursive: true, force: true });
}

/**
 * Runs some work in a tree while a fault is planted there.
 * @throws Error where the text to replace does not stand in the file exactly once
 */
export async function withFault<T>(
  tree: string,
  { file, replace }: Fault,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(tree, file);
  const source = await readFile(path, 'utf8');
  const pieces = source.split(replace[0]);
  if (pieces.length !== 2)
    throw new Error(`the text to replace stands ${pieces.length - 1} times in ${file}`);
  await writeFile(path, pieces.join(replace[1]));
  try {
    return await work();
  } finally {
    await writeFile(path, source);
  }
}
