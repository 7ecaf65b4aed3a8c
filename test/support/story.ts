/** The turns of an ordinary story, a line each: a question, a yes, a booking, what the rules do, and what people read. */
import { act, type Expected } from '../../models/assignment/change.ts';
import type { Assignment } from '../../models/assignment/shape.ts';
import type { MailboxItem } from '../../models/mailbox.ts';
import type { Action, Input } from '../../models/rules/transitions.ts';
import type { Client, Reply } from './client.ts';
import { type PoolOptions, startPool, type TestPool } from './pool.ts';
import { offerToken } from './requests.ts';
import { id, people } from './small-pool.ts';

/** What a test holds of an assignment. */
export type Known = { id: string; number: string };

export type Story = {
  pool: TestPool;
  /** Asks for the Kita, and coordinates; both have signed in. */
  kim: Client;
  mara: Client;
  /** Asks these people by name. */
  ask: (assignment: Known, ...names: string[]) => Promise<Reply>;
  /** The link in the newest Einsatzanfrage to this person about this assignment. */
  tokenOf: (assignment: Known, name: string) => Promise<string>;
  /** Whoever has been asked presses a button. */
  answers: (assignment: Known, name: string, answer: 'accept' | 'decline') => Promise<Reply>;
  /** Is asked by name and says yes, and whoever must hear of it has. */
  saysYes: (assignment: Known, name: string) => Promise<Reply>;
  /** Is asked by name, says yes, the coordinator books, and whoever must hear of it has. */
  isBooked: (assignment: Known, name: string) => Promise<Reply>;
  /** An action that has no route yet, by the coordinator. */
  coordinate: <Name extends Action>(
    assignment: Known,
    action: Name,
    input: Input<Name>,
    expected?: Expected,
  ) => Promise<Assignment>;
  /** The assignment as the coordinator sees it. */
  read: (assignment: Known) => Promise<Reply['body']>;
  /** Mails to this person, oldest first, about this assignment if one is given; those of one moment in any order. */
  mailsTo: (name: string, about?: Known) => Promise<MailboxItem[]>;
  /** The newest mail to this person about this assignment whose subject begins so. */
  mailTo: (name: string, about: Known, subject: string) => Promise<MailboxItem | undefined>;
  stop: () => Promise<void>;
};

/** Opens a small pool in which an agency and a coordinator have signed in. */
export async function openStory(options: PoolOptions = {}): Promise<Story> {
  const pool = await startPool(options);
  const [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];

  const ask: Story['ask'] = (assignment, ...names) =>
    mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: names.map(id) });
  const mailsTo: Story['mailsTo'] = async (name, about) =>
    (await pool.mails()).filter(
      ({ to, subject }) => to.includes(`${name}@example.org`) && (!about || subject.includes(about.number)),
    );
  const mailTo: Story['mailTo'] = async (name, about, start) =>
    (await mailsTo(name, about)).findLast(({ subject }) => subject.startsWith(start));
  const tokenOf: Story['tokenOf'] = async (assignment, name) =>
    offerToken((await mailTo(name, assignment, 'Können'))?.text ?? '');
  const answers: Story['answers'] = async (assignment, name, answer) =>
    pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, name)}/${answer}`, {});
  const saysYes: Story['saysYes'] = async (assignment, name) => {
    await ask(assignment, name);
    const reply = await answers(assignment, name, 'accept');
    await pool.mails();
    return reply;
  };

  return {
    pool,
    kim,
    mara,
    ask,
    tokenOf,
    answers,
    saysYes,
    isBooked: async (assignment, name) => {
      await saysYes(assignment, name);
      const reply = await mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
      await pool.mails();
      return reply;
    },
    coordinate: (assignment, action, input, expected = {}) =>
      act(assignment.id, action, input, {
        actor: { role: 'coordinator', account: id('mara') },
        now: pool.time.now(),
        ...expected,
      }),
    read: async (assignment) => (await mara.get(`/api/v1/assignments/${assignment.id}`)).body,
    mailsTo,
    mailTo,
    stop: pool.stop,
  };
}
