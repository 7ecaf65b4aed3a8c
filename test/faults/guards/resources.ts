/** Faults in what a centre keeps: who may see and change it, and what happens when two change it at once. */
import type { Fault } from '../fault.ts';

const file = 'test/api/resources.test.ts';
const belonging = 'server/api/centre/belonging.ts';

export const resources: Fault[] = [
  {
    fault: 'a change of a resource applies to whatever version is there',
    file: 'models/calls/revision.ts',
    replace: ['{ _id, version: seen } as never', '{ _id } as never'],
    test: { file, title: 'beside another one counts as well as that' },
  },
  {
    fault: 'the version of a resource that a client has seen is not looked at',
    file: 'models/calls/revision.ts',
    replace: ['versions && !versions.includes(version)', 'versions && versions.includes(-5)'],
    test: {
      file,
      title: 'of what somebody else has changed meanwhile is refused, and nothing is lost',
    },
  },
  {
    fault: 'the same entry of a list is kept twice',
    file: 'models/lists/storage.ts',
    replace: ['name: sameEntry, unique: true', 'name: sameEntry, unique: false'],
    test: { file, title: 'refuses the same entry twice, however fast' },
  },
  {
    fault: 'everybody keeps the lists of their centre',
    file: belonging,
    replace: ["if (!centresOf(caller, roles).includes(centre)) throw new PoolError('forbidden');", ''],
    test: {
      file,
      title: [
        'are changed by the coordination only, and each by its own',
        'change rules and texts by their lead: only what is sent, and not by the coordination',
        '/occasions belongs to its centre',
      ],
    },
  },
  {
    fault: 'what belongs to another centre is shown',
    file: belonging,
    replace: ["if (!centresOf(caller, roles).includes(centre)) throw new PoolError('not_found');", ''],
    test: { file, title: ['/occasions belongs to its centre', '/funding-lines belongs to its centre'] },
  },
  {
    fault: 'something is added to another centre',
    file: belonging,
    replace: ['named !== undefined && own.includes(named)', 'named !== undefined'],
    test: { file, title: '/agency-groups belongs to its centre' },
  },
  {
    fault: 'another agency can be read',
    file: 'server/api/centre/agencies.ts',
    replace: ["if (!isOwn && !coordinates(caller, [found.centre])) throw new PoolError('not_found');", ''],
    test: { file, title: 'are answered to the contact of another with 404' },
  },
  {
    fault: 'the contact of an agency makes another kind of it',
    file: 'server/api/centre/agencies.ts',
    replace: ['!keys.every((key) => byItsLead.has(key))', 'keys.length === 0'],
    test: { file, title: 'change their address by their own lead, their kind only by the coordination' },
  },
  {
    fault: 'everybody adds centres',
    file: 'server/api/centre/centres.ts',
    replace: ["if (!isOperator(caller)) throw new PoolError('forbidden');", ''],
    test: { file, title: 'are added by the operator, with the usual rules' },
  },
  {
    fault: 'everybody adds languages',
    file: 'server/api/languages.ts',
    replace: ["if (centresOf(caller, ['lead']).length === 0) throw new PoolError('forbidden');", ''],
    test: { file, title: 'are added by the lead of a centre, and can be asked for at once' },
  },
  {
    fault: 'an entry is over on its last day',
    file: 'models/lists/lists.ts',
    replace: ['{ to: trusted({ $gte: day }) }', '{ to: trusted({ $gt: day }) }'],
    test: { file, title: 'shows what is valid on a day, the first and the last included' },
  },
  {
    fault: 'an entry that is over can be named',
    file: 'models/rules/lists/dated.ts',
    replace: ['isValidOn(byId, day) ? byId.label : undefined', 'byId.label'],
    test: { file, title: 'cannot name an entry that is over by then' },
  },
  {
    fault: 'a list names what belongs to other centres',
    file: 'models/lists/lists.ts',
    replace: ['municipalities.get(municipality)?.centre === centre', 'municipalities.has(municipality)'],
    test: { file, title: '/programmes names what is wrong (4)' },
  },
  {
    fault: 'a search is given up hundreds of years before the appointment',
    file: 'models/centre/rules.ts',
    replace: ['.max(mostWorkingDays)', ''],
    test: { file, title: 'refuse a number that can only be a slip, with the field and the limit' },
  },
  {
    fault: 'a postcode lies where anybody has written it down',
    file: 'models/municipality.ts',
    replace: ['places.find((place) => place.centre === centre) ?? places[0]', 'places[0]'],
    test: {
      file,
      title: 'a postcode lies where the centre itself has written it down, then where another one has',
    },
  },
  {
    fault: 'an activation lies outside of its programme',
    file: 'models/rules/lists/dated.ts',
    replace: [
      'day === undefined || isValidOn({ from, to }, day)',
      'true || isValidOn({ from, to }, day ?? from)',
    ],
    test: { file, title: 'of programmes holds activations of its own days, one at a time in a municipality' },
  },
  {
    fault: 'a municipality has two activations on one day',
    file: 'models/rules/lists/dated.ts',
    replace: [
      'return isValidOn(one, other.from) || isValidOn(other, one.from);',
      'return false && isValidOn(one, other.from);',
    ],
    test: { file, title: 'of programmes holds activations of its own days, one at a time in a municipality' },
  },
  {
    fault: 'agencies that ask no more are listed among those that do',
    file: 'models/agency.ts',
    replace: ['trusted({ $exists: !active })', 'trusted({ $exists: true })'],
    test: {
      file,
      title: 'that ask no more say since when, to the coordination only, and can be listed alone',
    },
  },
];
