/** Faults in how somebody is sought: waves, choices, warnings, the end of a search, and the records of rounds. */
import type { Fault } from '../fault.ts';

const searches = 'test/jobs/searching.test.ts';
const due = 'test/rules/due.test.ts';

const widened = 'silence widens the wave and takes nothing away; the first yes ends it';
const chosen = 'nobody is booked by a yes, no further round starts, and the coordinator chooses one';
const givenUp = 'agency and coordinators hear that nobody has been found yet, then that nobody was, and why';

export const searching: Fault[] = [
  {
    fault: 'a wave waits for every answer before the next one goes',
    file: 'models/rules/transitions/derived.ts',
    replace: [
      "rules.offerMode === 'waves' && after.askFirst",
      "rules.offerMode === 'all_at_once' && after.askFirst",
    ],
    test: { file: searches, title: widened },
  },
  {
    fault: 'the next wave goes although somebody is willing',
    file: 'models/rules/transitions/derived.ts',
    replace: ["open.some(({ state }) => state === 'willing')", "open.some(({ state }) => state === 'lost')"],
    test: { file: searches, title: chosen },
  },
  {
    fault: 'whoever is to be asked first is asked beside others',
    file: 'models/rules/transitions/derived.ts',
    replace: ["=== 'waves' && after.askFirst === undefined", "=== 'waves'"],
    test: { file: due, title: 'whoever is asked first is asked without a hand, and alone' },
  },
  {
    fault: 'a search that goes on gets a new end with every change',
    file: 'models/rules/transitions/derived.ts',
    replace: ['if (isSame && before.giveUpAt)', 'if (false && before.giveUpAt)'],
    test: {
      file: due,
      title:
        'a search gets an end and a warning, keeps them while it goes on, and gets others for another time',
    },
  },
  {
    fault: 'a warning is given again and again',
    file: 'models/rules/transitions/derived.ts',
    replace: ['before.warnAt && !isWarned &&', 'before.warnAt &&'],
    test: {
      file: due,
      title: 'the end of a search is over with the search; a warning that was given is not given again',
    },
  },
  {
    fault: 'a look that is overdue is brought to mind with every sweep',
    file: 'models/rules/due.ts',
    replace: ['!(warnedAt && warnedAt >= at)', 'true'],
    test: { file: due, title: 'a look or a choice that is overdue is brought to mind once' },
  },
  {
    fault: 'all who fit are asked where one at a time should be',
    file: 'models/rules/offer-plan.ts',
    replace: ["offerMode === 'waves' ? waveOf({ waves }).size : 1", 'waveOf({ waves }).size'],
    test: { file: 'test/rules/timing.test.ts', title: 'one by one: the best' },
  },
  {
    fault: 'a round leaves no record',
    file: 'models/assignment/search.ts',
    replace: ['  await planRound(round);\n', ''],
    test: {
      file: 'test/models/round.test.ts',
      title: 'a round is noted before anybody is asked, and what was not carried out gives way',
    },
  },
  {
    fault: 'the record of another plan stays',
    file: 'models/assignment/search.ts',
    replace: ['if (carriedOut) await keepRound(carriedOut);', ''],
    test: {
      file: 'test/models/round.test.ts',
      title: 'of two plans for one round the one that was carried out stays noted',
    },
  },
  {
    fault: 'names stay in the records for ever',
    file: 'models/round.ts',
    replace: ['$set: { asked: [], excluded: [] }', '$set: { schemaVersion }'],
    test: {
      file: searches,
      title:
        'each round leaves a record: who was asked with how many points, which speakers were not, the rest as a count',
    },
  },
  {
    fault: 'a search whose time is over goes on',
    file: 'models/rules/due.ts',
    replace: ["...due('give_up', giveUpAt),", ''],
    test: { file: searches, title: givenUp },
  },
  {
    fault: 'the coordinators do not hear that a search was given up',
    file: 'models/rules/transitions/closing.ts',
    replace: [
      "...(actor.role === 'system' ? tellCoordinators(situation, 'unfilled', input.reason) : [])",
      '...[]',
    ],
    test: { file: searches, title: givenUp },
  },
  {
    fault: 'silence is taken for nobody being free',
    file: 'models/assignment/giving-up.ts',
    replace: ["state === 'pending' || state === 'lapsed'", "state === 'pending'"],
    test: { file: searches, title: givenUp },
  },
  {
    fault: 'holidays are working days',
    file: 'models/rules/working-days.ts',
    replace: ['&& !holidaysOf(Number(date.slice(0, 4)), state).has(date)', ''],
    test: { file: due, title: 'Christmas Day' },
  },
  {
    fault: 'the coordinators do not hear when the last of all who fit was silent',
    file: 'models/rules/transitions/asking.ts',
    replace: ["isTheirTurn ? tellCoordinators(situation, 'still_open', why) : []", '[]'],
    test: {
      file: searches,
      title:
        'when everybody has been asked the coordinators hear it once, as soon as nobody has to answer any more',
    },
  },
  {
    fault: 'rounds that are reduced are reduced again every hour',
    file: 'models/round.ts',
    replace: [
      '{ $set: { asked: [], excluded: [] }, $unset: { named: 1 } }',
      '{ $set: { asked: [], excluded: [] } }',
    ],
    test: {
      file: 'test/models/round.test.ts',
      title: 'what is old is reduced once, also what an older version has noted, and found by an index',
    },
  },
];
