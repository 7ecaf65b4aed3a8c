/** A real SMTP server in the process, which keeps what it is given and can refuse, as mail servers do. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = ParsedMail & { raw: string; recipient: string };

export type TestSmtp = {
  url: string;
  /** What has arrived, in order. */
  received: ReceivedMail[];
  /** Mails to one address. */
  to: (address: string) => ReceivedMail[];
  /** Called with each mail before the server says 250; what it throws is the server's answer. */
  beforeAccepting: (hook: (mail: ReceivedMail) => Promise<void> | void) => void;
  /** Breaks every connection off, in the middle of whatever is being said. */
  hangUp: () => void;
  stop: () => Promise<void>;
};

/** An answer of a mail server other than 250. */
export class SmtpAnswer extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** @param port any free one unless the server comes back where it was */
export async function startSmtp(port = 0): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let hook: (mail: ReceivedMail) => Promise<void> | void = () => undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        try {
          const raw = Buffer.concat(chunks);
          const parsed = await simpleParser(raw);
          const recipient = session.envelope.rcptTo[0]?.address ?? '';
          const mail = Object.assign(parsed, { raw: raw.toString('utf8'), recipient });
          await hook(mail);
          received.push(mail);
          done();
        } catch (error) {
          done(error as Error);
        }
      });
    },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    to: (address) => received.filter(({ recipient }) => recipient === address),
    beforeAccepting: (next) => {
      hook = next;
    },
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
