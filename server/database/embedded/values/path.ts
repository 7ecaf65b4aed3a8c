/** Dotted paths: what they lead to, with MongoDB's way through arrays. */
import { unsupported } from '../refusal.ts';
import { isDocument, own } from './document.ts';
import { BELOW_NULL } from './order.ts';

/** The parts of a path that will be written to. @throws Refusal for `__proto__`, which would reach elsewhere */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('__proto__')) throw unsupported(`a field named __proto__ ('${path}')`, 2);
  return parts;
}

/** True for the same path and for what lies inside it. */
export function isWithin(inner: string, outer: string): boolean {
  return `${inner}.`.startsWith(`${outer}.`);
}

export function isPosition(part: string): boolean {
  return /^\d+$/.test(part);
}

/** What a document has under a name, undefined also for what is no document. */
export function fieldOf(value: unknown, name: string): unknown {
  return isDocument(value) ? own(value, name) : undefined;
}

/** Told also whether the value was reached by its position: then an array stands for itself only. */
type Test = (value: unknown, isElement: boolean) => boolean;

/** True when the test holds for what the path leads to, undefined when nowhere; arrays are entered, but for the last. */
export function someAtPath(value: unknown, path: string[], test: Test, isElement = false): boolean {
  const [part, ...rest] = path;
  if (part === undefined) return test(value, isElement);
  if (!Array.isArray(value)) return someAtPath(fieldOf(value, part), rest, test);
  const element = isPosition(part) ? value[Number(part)] : undefined;
  const leadsOn = rest.length === 0 ? element !== undefined : isDocument(element) || Array.isArray(element);
  if (leadsOn && someAtPath(element, rest, test, true)) return true;
  return value.some((element) => isDocument(element) && someAtPath(element, path, test));
}

/** Every value that the path leads to, arrays expanded also at the end, as sorting and `distinct` see them. */
export function valuesAtPath(value: unknown, [part, ...rest]: string[]): unknown[] {
  if (part === undefined) return Array.isArray(value) && value.length === 0 ? [BELOW_NULL] : [value].flat();
  if (!Array.isArray(value)) return valuesAtPath(fieldOf(value, part), rest);
  if (isPosition(part)) return valuesAtPath(value[Number(part)], rest);
  return value.filter(isDocument).flatMap((element) => valuesAtPath(element, [part, ...rest]));
}
