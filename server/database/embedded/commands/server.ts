/** The commands about the server itself, which answer without looking at any data. */
import { identityOf } from '../values/bson.ts';
import type { Command, Commands } from './command.ts';

/** The version whose behaviour is aimed at. */
const VERSION = { version: '7.0.0', versionArray: [7, 0, 0, 0] };
const LARGEST = { maxBsonObjectSize: 2 ** 24, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 };
/** The only member of a replica set, for drivers repeat writes only on one. */
const ROLE = { isWritablePrimary: true, ismaster: true, secondary: false, setName: 'rs0', setVersion: 1 };
const PROTOCOL = { helloOk: true, minWireVersion: 0, maxWireVersion: 21, logicalSessionTimeoutMinutes: 30 };
const hello: Command = (_command, { connection, address }) => {
  const member = { hosts: [address], primary: address, me: address };
  return { ...ROLE, ...member, ...PROTOCOL, ...LARGEST, connectionId: connection, localTime: new Date() };
};

const buildInfo: Command = () => ({ ...VERSION, gitVersion: 'embedded', modules: [], bits: 64, ...LARGEST });
/** Unknown options of a greeting are to be ignored, as the protocol says. */
export const greetings: Commands = { hello, isMaster: hello, ismaster: hello };

export const serverCommands: Commands = {
  ping: () => ({}),
  buildInfo,
  buildinfo: buildInfo,
  serverStatus(_command, { address: host }) {
    const { pid } = process;
    return { host, pid, ...VERSION, process: 'embedded', uptime: process.uptime(), localTime: new Date() };
  },
  /** What the sessions were answered is no longer remembered. */
  endSessions(command, { work }) {
    for (const session of command.endSessions as unknown[]) work.store.sessions.delete(identityOf(session));
    return {};
  },
};
