/** What a search in the demo pool may know. */
import type { Interpreter } from '../../../models/interpreter.ts';
import type { Candidate, MatchingSituation } from '../../../models/rules/matching.ts';
import { inventedId } from '../invented.ts';
import { sparedPerson } from '../people/known-people.ts';
import { createDiary, type Diary, listIn } from './diary.ts';

/** What the search may know: who there is, what was told before, and from when on some mornings stay free. */
export type Pool = MatchingSituation & {
  interpreters: Map<string, Interpreter>;
  /** Who works in a language or variety, or follows it, by its code; without the one whose calendar stays empty. */
  speakers: Map<string, Interpreter[]>;
  diary: Diary;
  now: Date;
  /** Who fits the request that is being told, as was found when its way was chosen. */
  foreseen?: Candidate[];
};

/** The pool before anything was told. */
export function poolOf(everybody: Interpreter[], situation: MatchingSituation, now: Date): Pool {
  const spared = inventedId('interpreter', sparedPerson);
  const speakers = new Map<string, Interpreter[]>();
  for (const interpreter of everybody) {
    if (interpreter._id === spared) continue;
    for (const code of codesOf(interpreter)) listIn(speakers, code).push(interpreter);
  }
  const interpreters = new Map(everybody.map((one) => [one._id, one]));
  return { ...situation, interpreters, speakers, diary: createDiary(), now };
}

function codesOf({ languages, alsoUnderstands }: Interpreter): Set<string> {
  const spoken = languages.flatMap(({ language, variety }) => (variety ? [language, variety] : [language]));
  return new Set([...spoken, ...alsoUnderstands.map(({ language }) => language)]);
}
