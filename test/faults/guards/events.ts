/** Faults in events: slots that become the wrong blocks, halves left behind by a process that died, mails said twelve times. */
import type { Fault } from '../fault.ts';

const story = 'test/api/events.test.ts';
const rules = 'test/rules/event-blocks.test.ts';
const blocks = 'models/rules/event-blocks.ts';
const status = 'models/rules/event-status.ts';
const finishing = 'models/event/finishing.ts';
const entered = 'while it is entered: the next sweep makes what is missing, nothing twice, and says it once';
const calledOff = 'while it is called off: the next sweep cancels the rest, as of when it was said';
const allAtOnce =
  'from two windows at once: each person is told once, the school and the coordinator once for the whole';

const planning: Fault[] = [
  {
    fault: 'two families at the same time share a person',
    file: blocks,
    replace: ['return gap >= 0 && gap <=', 'return gap <='],
    test: {
      file: rules,
      title: 'two families of one language at the same time need two people, and one of them again one',
    },
  },
  {
    fault: 'a block goes on over any break',
    file: blocks,
    replace: ['return gap >= 0 && gap <= breakMinutes * minute;', 'return gap >= 0;'],
    test: { file: rules, title: 'a break of fifteen minutes holds a block together, a longer one does not' },
  },
  {
    fault: 'a block is as long as the evening',
    file: blocks,
    replace: ['if (length <= longest || chain', 'if (length > 0 || chain'],
    test: {
      file: rules,
      title: 'more than four hours is the work of two, cut between slots into parts of about the same length',
    },
  },
  {
    fault: 'an event is not looked through slot by slot',
    file: 'models/event/entering.ts',
    replace: ['if (errors.length > 0) throw', 'if (errors.length < 0) throw'],
    test: { file: story, title: 'a slot that cannot be is refused by its place, in words' },
  },
  {
    fault: 'an event has any number of assignments',
    file: 'models/event/entering.ts',
    replace: ['if (blocks.length > mostBlocks)', 'if (blocks.length < 0)'],
    test: { file: story, title: 'more than a hundred assignments are several events' },
  },
];

const counting: Fault[] = [
  {
    fault: 'a yes fills a conversation',
    file: status,
    replace: ["['confirmed', 'completed', 'settled']", "['accepted', 'confirmed', 'completed', 'settled']"],
    test: {
      file: story,
      title: 'nine of twelve are filled; a yes alone fills nothing, and who has said it is not told yet',
    },
  },
  {
    fault: 'what was called off and taken up again does not count',
    file: status,
    replace: ['    endedBy.push(version);\n    gone.clear();', '    endedBy.push(version);'],
    test: {
      file: 'test/rules/event-status.test.ts',
      title: 'a block that is taken up again is whole, and can lose one conversation again',
    },
  },
  {
    fault: 'one conversation less cancels the whole block',
    file: status,
    replace: ['if (gone.size < slots.length) continue;', 'if (gone.size === 0) continue;'],
    test: {
      file: story,
      title: 'one conversation in the middle of a block: the block keeps its time, and nobody is sent away',
    },
  },
];

const underWay: Fault[] = [
  {
    fault: 'what is being called off still counts until the last assignment is cancelled',
    file: status,
    replace: ["status === 'cancelled' || isEnding || gone", "status === 'cancelled' || gone"],
    test: {
      file: 'test/rules/event-status.test.ts',
      title: 'what is called off does not count any more, also before its assignments are cancelled',
    },
  },
];

const halves: Fault[] = [
  {
    fault: 'what a process left behind is not looked for',
    file: 'models/event/list.ts',
    replace: ['Events.find({ unfinished: true,', 'Events.find({ unfinished: false,'],
    test: { file: story, title: [entered, calledOff] },
  },
  {
    fault: 'an assignment of an event gets an id of its own',
    file: 'models/assignment/request.ts',
    replace: [
      'return await storeRequest(id, input, requester, by);',
      "return await storeRequest('0'.concat(id.slice(1)), input, requester, by);",
    ],
    test: { file: story, title: entered },
  },
  {
    fault: 'an assignment that somebody else has made meanwhile stops the rest',
    file: 'models/assignment/request.ts',
    replace: ['if (isRepeated(error)) return findAssignment(id);', ''],
    test: { file: story, title: 'while two others finish it at once: nothing is made or said twice' },
  },
  {
    fault: 'a cancellation that was left behind is forgotten',
    file: finishing,
    replace: ['({ version }) => version > finishedVersion', '({ version }) => version < finishedVersion'],
    test: { file: story, title: calledOff },
  },
  {
    fault: 'a cancellation that was left behind counts from when it is done',
    file: finishing,
    replace: ["'cancel', { reason, at, quietly: true }", "'cancel', { reason, quietly: true }"],
    test: { file: story, title: calledOff },
  },
  {
    fault: 'two windows both call it off',
    file: 'models/event/cancelling.ts',
    replace: ['{ _id: id, version: event.version },', '{ _id: id },'],
    test: { file: story, title: allAtOnce },
  },
];

const telling: Fault[] = [
  {
    fault: 'every assignment of an event sends a receipt',
    file: 'models/rules/transitions/requesting.ts',
    replace: ['say: assignment.event\n      ? []', 'say: assignment.event === null\n      ? []'],
    test: {
      file: story,
      title: 'it gets one receipt for the whole and the coordinator one notice, not one for each assignment',
    },
  },
  {
    fault: 'an event that is called off tells the agency of each assignment',
    file: 'models/rules/transitions/closing.ts',
    replace: [
      '...(input.quietly\n          ? []',
      "...(input.quietly\n          ? tellContact(assignment, 'cancelled')",
    ],
    test: { file: story, title: allAtOnce },
  },
  {
    fault: 'an event that is called off tells the coordinators of each assignment',
    file: 'models/rules/transitions/closing.ts',
    replace: ["actor.role === 'contact' && !input.quietly ?", "actor.role === 'contact' ?"],
    test: { file: story, title: allAtOnce },
  },
  {
    fault: 'a receipt leaves although everything is called off',
    file: status,
    replace: ["return kind === 'event_cancelled' || statusOf", "return kind !== 'sign_in' || statusOf"],
    test: { file: story, title: calledOff },
  },
];

const access: Fault[] = [
  {
    fault: 'anybody reads any event',
    file: 'server/api/event/events.ts',
    replace: ['      actorFor(caller, event);\n', ''],
    test: { file: story, title: 'what it leaves behind is not for others to see either' },
  },
  {
    fault: 'an agency asks people itself, for an event',
    file: 'server/api/event/events.ts',
    replace: [
      'coordinatorFor(caller, await findEvent(params.id));\n      const blocks',
      'actorFor(caller, await findEvent(params.id));\n      const blocks',
    ],
    test: { file: story, title: 'nobody else sees it: another agency, or somebody who interprets' },
  },
  {
    fault: 'the list shows the events of all agencies',
    file: 'models/event/list.ts',
    replace: ['agency: trusted({ $in: agencies })', 'agency: trusted({ $nin: agencies })'],
    test: { file: story, title: 'nobody else sees it: another agency, or somebody who interprets' },
  },
  {
    fault: 'the version of an event that a client has seen is not looked at',
    file: 'models/event/cancelling.ts',
    replace: ['version !== undefined && version', 'version === -5 && version'],
    test: { file: story, title: 'whoever has seen an older state of the event calls nothing off' },
  },
];

export const events: Fault[] = [...planning, ...counting, ...underWay, ...halves, ...telling, ...access];
