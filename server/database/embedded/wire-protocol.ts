/** MongoDB's wire protocol as far as drivers use it: OP_MSG, and OP_QUERY for the first greeting. */
import type { Socket } from 'node:net';
import { deserialize } from 'bson';
import type { Answer } from './commands/execute.ts';
import { errorReply } from './refusal.ts';
import { encode, READING } from './values/bson.ts';
import type { Document } from './values/document.ts';

const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];
const HEADER = 16;
const [CHECKSUM_PRESENT, MORE_TO_COME] = [1, 2];
/** In bytes, as `hello` announces, and what a message has around its documents. */
const LARGEST_MESSAGE = 48_000_000 + 16 * 1024;

/** Serves a connection until it closes; one that breaks the protocol is closed. */
export function serveConnection(socket: Socket, respond: (command: Document) => Answer): void {
  let received: Buffer[] = [];
  let sent: Promise<unknown> = Promise.resolve();
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    try {
      const { requests, rest } = takeRequests([...received, bytes]);
      received = rest;
      for (const request of requests) {
        const { reply, settled } = respond(request.command);
        sent = sendAfter(Promise.all([sent, settled]), socket, encodeReply(request, reply));
      }
    } catch (error) {
      console.error('a client broke the protocol:', error);
      socket.destroy();
    }
  });
}

/** The messages that are complete; a long one arrives in many pieces, which are joined only once. */
function takeRequests(received: Buffer[]): { requests: Request[]; rest: Buffer[] } {
  const size = received.reduce((sum, piece) => sum + piece.length, 0);
  const requests: Request[] = [];
  if ((messageLength(received[0] ?? Buffer.alloc(0)) ?? 0) > size) return { requests, rest: received };
  let rest = Buffer.concat(received, size);
  for (let length = messageLength(rest); length && length <= rest.length; length = messageLength(rest)) {
    requests.push(parseMessage(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { requests, rest: rest.length > 0 ? [rest] : [] };
}

/** A reply that is too large to be encoded becomes a refusal. */
function encodeReply(request: Request, reply: Document): Buffer | undefined {
  try {
    return request.respond(reply);
  } catch (error) {
    return request.respond(errorReply(error));
  }
}

async function sendAfter(ready: Promise<unknown>, socket: Socket, message?: Buffer): Promise<void> {
  await ready;
  if (message && socket.writable) socket.write(message);
}

/** `respond` makes the message to send back, undefined when the client does not want any. */
type Request = { command: Document; respond(reply: Document): Buffer | undefined };

/** The length of the message that begins here, undefined when too little has arrived. @throws Error when absurd */
function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < HEADER) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < HEADER || length > LARGEST_MESSAGE) throw new Error(`a message of ${length} bytes`);
  return length;
}

/** @throws Error for anything that no driver sends to this server */
function parseMessage(bytes: Buffer): Request {
  const [id, opcode] = [bytes.readInt32LE(4), bytes.readInt32LE(12)];
  if (opcode === OP_MSG) return parseOpMsg(bytes, id);
  if (opcode === OP_QUERY) return parseOpQuery(bytes, id);
  throw new Error(`the opcode ${opcode} is not supported`);
}

function parseOpMsg(bytes: Buffer, id: number): Request {
  const flags = bytes.readUInt32LE(HEADER);
  if (flags & CHECKSUM_PRESENT) throw new Error('message checksums are not supported');
  const command: Document = {};
  let at = HEADER + 4;
  while (at < bytes.length) {
    const kind = bytes[at];
    const end = at + 1 + bytes.readInt32LE(at + 1);
    const section = bytes.subarray(kind === 0 ? at + 1 : at + 5, end);
    Object.assign(command, kind === 0 ? deserialize(section, READING) : parseSequence(section));
    at = end;
  }
  const respond = (reply: Document) =>
    flags & MORE_TO_COME ? undefined : frame(OP_MSG, id, Buffer.alloc(5), encode(reply));
  return { command, respond };
}

function parseSequence(section: Buffer): Document {
  const nameEnd = section.indexOf(0);
  const documents: Document[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const end = at + section.readInt32LE(at);
    documents.push(deserialize(section.subarray(at, end), READING));
    at = end;
  }
  return { [section.toString('utf8', 0, nameEnd)]: documents };
}

/** Flags, the zero-terminated name of a collection, two numbers, then the command. */
function parseOpQuery(bytes: Buffer, id: number): Request {
  const start = bytes.indexOf(0, HEADER + 4) + 1 + 8;
  const prelude = Buffer.alloc(20);
  prelude.writeInt32LE(1, 16); // one document
  const respond = (reply: Document) => frame(OP_REPLY, id, prelude, encode(reply));
  return { command: deserialize(bytes.subarray(start), READING), respond };
}

function frame(opcode: number, responseTo: number, prelude: Buffer, body: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + prelude.length + body.length, 0);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(opcode, 12);
  return Buffer.concat([header, prelude, body]);
}
