/**
 * A stand-in for mongod where none is to be had: it takes mongod's arguments, locks its folder, prints what mongod
 * prints and answers what a member of a replica set is asked; data is kept by the embedded database's own store.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { execute } from '../../server/database/embedded/commands/execute.ts';
import { realDisk } from '../../server/database/embedded/log/disk.ts';
import { openStore } from '../../server/database/embedded/storage/store.ts';
import type { Document } from '../../server/database/embedded/values/document.ts';
import { serveConnection } from '../../server/database/embedded/wire-protocol.ts';
import { takeLock } from '../../server/database/process/lock.ts';

const args = process.argv.slice(2);
const option = (name: string) => args[args.indexOf(name) + 1] ?? '';

function say(s: 'I' | 'E', msg: string, attr: object = {}): void {
  process.stdout.write(`${JSON.stringify({ t: { $date: new Date() }, s, c: 'CONTROL', msg, attr })}\n`);
}

if (args[0] === '--version') {
  console.log('db version v8.0.4');
  process.exit(0);
}
const [folder, port, set] = [option('--dbpath'), Number(option('--port')), option('--replSet')];
const me = `${option('--bind_ip')}:${port}`;
process.chdir(folder);
writeFileSync('arguments', args.join(' '));
if (!(await takeLock())) {
  // Two lines in one piece, as a pipe may deliver them.
  say('I', 'Storage engine to use detected by data files');
  const error = `DBPathInUse: Unable to lock the lock file: ${folder}/mongod.lock`;
  say('E', 'DBException in initAndListen, terminating', { error });
  process.exit(100);
}
writeFileSync('WiredTiger', '');
const store = await openStore(folder, realDisk(folder));
const cursors = new Map();
let config: Document | undefined = existsSync('config')
  ? JSON.parse(readFileSync('config', 'utf8'))
  : undefined;

const isMember = () => (config?.members as { host: string }[] | undefined)?.[0]?.host === me;

function keep(changed: Document): Document {
  config = changed;
  writeFileSync('config', JSON.stringify(config));
  return { ok: 1 };
}

const answers: Record<string, (command: Document) => Document> = {
  replSetInitiate: (command) =>
    config
      ? { ok: 0, code: 23, codeName: 'AlreadyInitialized', errmsg: 'already initialized' }
      : keep({ ...(command.replSetInitiate as Document), version: 1 }),
  replSetGetConfig: () => ({ config, ok: 1 }),
  replSetReconfig: (command) => keep(command.replSetReconfig as Document),
  getCmdLineOpts: () => ({ argv: args, parsed: { storage: { dbPath: folder } }, ok: 1 }),
  shutdown: () => {
    void end();
    return { ok: 1 };
  },
};

function greeting(reply: Document): Document {
  const { setName: _name, hosts: _hosts, primary: _primary, me: _me, ...rest } = reply;
  if (!isMember()) return { ...rest, isWritablePrimary: false, ismaster: false, isreplicaset: true };
  return { ...rest, setName: set, hosts: [me], primary: me, me };
}

let connection = 0;
const server = createServer((socket) => {
  const session = { store, cursors, address: me, connection: ++connection };
  serveConnection(socket, (command) => {
    const name = Object.keys(command)[0] ?? '';
    const own = answers[name]?.(command);
    if (own) return { reply: own, settled: Promise.resolve() };
    const answer = execute(command, session);
    return /^(hello|isMaster|ismaster)$/.test(name) ? { ...answer, reply: greeting(answer.reply) } : answer;
  });
});
server.on('error', (error) => {
  say('E', 'Failed to set up listener', {
    error: `SocketException: Address already in use: ${error.message}`,
  });
  process.exit(48);
});
server.listen(port, option('--bind_ip'), () => say('I', 'Waiting for connections', { port }));

async function end(): Promise<void> {
  await store.log.settled();
  await store.log.close();
  writeFileSync('ended-well', '');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
