/** A transport in front of the mailbox that fails as the test says, with the errors that Nodemailer gives. */
import { type Mailer, mailboxMailer, type OutgoingMail } from '../../jobs/mailer.ts';

export type UnreliableMailer = Mailer & {
  /** What was handed over and not refused, in order. */
  left: OutgoingMail[];
  /** Called with each mail before it leaves; what it throws is how the transport fails. */
  beforeSending: (hook: (mail: OutgoingMail) => Promise<void> | void) => void;
  /** From now on nobody answers, or somebody does again. */
  isAway: (away: boolean) => void;
};

export function unreliableMailer(): UnreliableMailer {
  const left: OutgoingMail[] = [];
  let hook: (mail: OutgoingMail) => Promise<void> | void = () => undefined;
  let away = false;
  return {
    left,
    beforeSending: (next) => {
      hook = next;
    },
    isAway: (next) => {
      away = next;
    },
    send: async (mail) => {
      if (away) throw unreachable();
      await hook(mail);
      const said = await mailboxMailer.send(mail);
      left.push(mail);
      return said;
    },
    close: () => undefined,
  };
}

/** Nobody answers at the server's address. */
function unreachable(): Error {
  return Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), {
    code: 'ESOCKET',
    syscall: 'connect',
  });
}
