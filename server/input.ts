/** Input against its shape: what Zod finds becomes codes at fields, which words turn into sentences. */
import type { z } from 'zod';
import { type FieldError, PoolError } from '../models/pool-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * The value in its shape.
 * @throws `invalid_input` with one entry for everything that is wrong
 */
export function parseInput<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const parsed = shape.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new PoolError('invalid_input', {
    errors: parsed.error.issues.flatMap((issue) => fieldErrors(issue, value)),
  });
}

/** What stands at this path in what a client sent, short enough to be read again; undefined for whole objects. */
export function asSent(value: unknown, path: string): string | undefined {
  const steps = path === '' ? [] : path.split('.');
  const isOwn = (held: unknown, step: string) =>
    typeof held === 'object' && held !== null && Object.hasOwn(held, step);
  const reached = steps.reduce<unknown>(
    (held, step) => (isOwn(held, step) ? (held as Record<string, unknown>)[step] : undefined),
    value,
  );
  return shown(reached);
}

function fieldErrors(issue: Issue, value: unknown): FieldError[] {
  const path = issue.path.join('.');
  const sent = asSent(value, path) ?? shown(issue.input);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      code: 'unknown_key',
      params: { key },
    }));
  }
  const { code, params } = codeOf(issue);
  return [{ path, code, params: { ...params, ...(sent !== undefined && { sent }) } }];
}

/** Our shapes name their own codes (`error: 'off_grid'`); everything else follows from what Zod says. */
function codeOf(issue: Issue): { code: string; params: Record<string, unknown> } {
  if (/^[a-z_]+$/.test(issue.message)) return { code: issue.message, params: {} };
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? named('required')
        : named('wrong_type', { expected: issue.expected });
    case 'too_small':
      return issue.origin === 'string'
        ? named('too_short', { minimum: issue.minimum })
        : named(issue.inclusive === false ? 'not_above' : 'too_small', { minimum: issue.minimum });
    case 'too_big':
      return named(tooBig[String(issue.origin)] ?? 'too_big', { maximum: issue.maximum });
    case 'invalid_value':
      return issue.input === undefined ? named('required') : named('not_in_list', { options: issue.values });
    case 'invalid_format':
      return named(issue.format === 'email' ? 'invalid_email' : 'invalid');
    case 'invalid_union':
      return expectedByAll(issue.errors) ?? named('invalid');
    default:
      return named('invalid');
  }
}

/** What every form of a union expects in this very place, such as an object; undefined when they differ. */
function expectedByAll(forms: Issue[][]) {
  const [expected, ...others] = new Set(
    forms.map(([first]) =>
      first?.code === 'invalid_type' && first.path.length === 0 ? first.expected : undefined,
    ),
  );
  return expected && others.length === 0 ? named('wrong_type', { expected }) : undefined;
}

const tooBig: Record<string, string> = { string: 'too_long_text', array: 'too_many' };

function named(code: string, params: Record<string, unknown> = {}) {
  return { code, params };
}

function shown(input: unknown): string | undefined {
  const isSimple = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean';
  return isSimple ? String(input).slice(0, 60) : undefined;
}
