/** Who fits an assignment and why, and for everyone else why not. */
import { z } from 'zod';
import { findAccounts } from '../../../models/account.ts';
import { findAssignment } from '../../../models/assignment/change.ts';
import { findMatches } from '../../../models/assignment/search.ts';
import { languageLabel, readLanguages } from '../../../models/language.ts';
import { id } from '../../../models/shape.ts';
import { exclusionText, reasonText } from '../../../templates/words/matching.ts';
import { coordinatorFor } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';

const reason = z.object({ code: z.string(), points: z.number(), text: z.string() });
const candidate = z.object({
  interpreter: id,
  name: z.string(),
  score: z.number(),
  reasons: z.array(reason),
});
const exclusion = z.object({ interpreter: id, name: z.string(), code: z.string(), text: z.string() });

export const matchEndpoints = [
  endpoint({
    method: 'get',
    path: '/assignments/{id}/matches',
    summary: 'Candidates, best first, with every reason; and for everyone else of the centre why not.',
    status: 200,
    params: z.strictObject({ id }),
    reply: z.object({ candidates: z.array(candidate), excluded: z.array(exclusion) }),
    refuses: [403, 404],
    handle: async ({ params, caller, now, locale }) => {
      const assignment = await findAssignment(params.id);
      coordinatorFor(caller, assignment);
      const [{ candidates, excluded }, languages] = await Promise.all([
        findMatches(assignment, now),
        readLanguages(),
      ]);
      const people = await findAccounts(
        [...candidates, ...excluded].map(({ interpreter }) => interpreter.account),
      );
      const label = (code: string) => languageLabel(languages, code, locale);
      const who = ({ interpreter }: (typeof candidates | typeof excluded)[number]) => ({
        interpreter: interpreter._id,
        name: people.get(interpreter.account)?.name ?? '–',
      });
      return {
        body: {
          candidates: candidates.map((one) => ({
            ...who(one),
            score: one.score,
            reasons: one.reasons.map(({ code, points, params }) => ({
              code,
              points,
              text: reasonText(code, params, locale, label),
            })),
          })),
          excluded: excluded.map((one) => ({
            ...who(one),
            code: one.code,
            text: exclusionText(one.code, one.params, locale, label),
          })),
        },
      };
    },
  }),
];
