/** Languages: the codes in which a client names one, and the table that a centre's lead may add to. */
import { z } from 'zod';
import { initialLanguages } from '../../models/initial-data/languages.ts';
import {
  changeLanguage,
  createLanguage,
  findLanguage,
  type Language,
  languageCode,
  languageKind,
  languageLabel,
  readLanguages,
  tableOf,
  writtenLanguage,
} from '../../models/language.ts';
import { PoolError } from '../../models/pool-error.ts';
import { id, type Locale } from '../../models/shape.ts';
import type { Caller } from '../access.ts';
import { endpoint } from '../endpoint.ts';
import { centresOf } from './centre/belonging.ts';
import { answerOne, changesOf } from './centre/documents.ts';

/** What can be asked for; a group is only the name that several share. */
const known = initialLanguages.filter(({ kind }) => kind !== 'group');

/** Codes and labels for the sentence about a language that nobody knows. */
export const languageOptions = {
  codes: known.map(({ _id }) => _id),
  members: known.map(({ label }) => label),
};

/** A field that names a language, with every code in its description. */
export function describesLanguage<Shape extends z.ZodType>(shape: Shape): Shape {
  const codes = known.map(({ _id, label }) => `\`${_id}\` ${label.en} (${label.de})`);
  return shape.meta({ description: `A language code: ${codes.join(', ')}.` });
}

const initial = tableOf(initialLanguages);

/** The label of a language that every installation knows; of any other its code. */
export function labelOfLanguage(code: string, locale: Locale): string {
  return languageLabel(initial, code, locale);
}

const view = writtenLanguage.extend({ code: id, kind: languageKind }).strip().meta({ id: 'Language' });
const byCode = z.strictObject({ code: id });

function viewOf({ _id, kind, label, own, of, members, aliases }: Language): z.input<typeof view> {
  return {
    code: _id,
    kind,
    label,
    ...(own && { own }),
    ...(of && { of }),
    ...(members && { members }),
    aliases,
  };
}

function replyWith(one: Language, location?: string) {
  return answerOne(viewOf(one), one, location);
}

/** The table is everybody's, so those who answer for a centre change it. @throws `forbidden` */
function mustLead(caller: Caller): void {
  if (centresOf(caller, ['lead']).length === 0) throw new PoolError('forbidden');
}

export const languageEndpoints = [
  endpoint({
    method: 'get',
    path: '/languages',
    summary: 'Every language, variety and shared name, by German label. The table is short and comes whole.',
    status: 200,
    query: z.strictObject({ kind: languageKind.optional(), of: id.optional() }),
    reply: z.object({ items: z.array(view) }),
    handle: async ({ query: { kind, of } }) => {
      const all = [...(await readLanguages()).values()];
      const meant = all.filter((one) => (!kind || one.kind === kind) && (!of || one.of === of));
      const sorted = meant.sort((one, other) => one.label.de.localeCompare(other.label.de, 'de'));
      return { body: { items: sorted.map(viewOf) } };
    },
  }),
  endpoint({
    method: 'post',
    path: '/languages',
    summary: 'Add a language, a variety of one or a shared name (the lead of a centre).',
    status: 201,
    body: writtenLanguage.extend({
      code: languageCode,
      kind: languageKind.default('language'),
      aliases: writtenLanguage.shape.aliases.max(20).default([]),
    }),
    reply: view,
    heads: ['ETag', 'Location'],
    refuses: [403, 409],
    handle: async ({ body: { code, ...values }, caller, now }) => {
      mustLead(caller);
      const made = await createLanguage({ _id: code, ...values }, { request: caller.request, now });
      return replyWith(made, `/api/v1/languages/${made._id}`);
    },
  }),
  endpoint({
    method: 'get',
    path: '/languages/{code}',
    summary: 'One language. The ETag is its version.',
    status: 200,
    params: byCode,
    reply: view,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params }) => replyWith(await findLanguage(params.code)),
  }),
  endpoint({
    method: 'patch',
    path: '/languages/{code}',
    summary: 'Change labels and names of a language, or where it belongs (the lead of a centre).',
    status: 200,
    params: byCode,
    body: changesOf(writtenLanguage),
    reply: view,
    heads: ['ETag'],
    refuses: [403, 404, 412],
    handle: async ({ params, body, caller, versions }) => {
      mustLead(caller);
      return replyWith(await changeLanguage(params.code, body, versions));
    },
  }),
];
