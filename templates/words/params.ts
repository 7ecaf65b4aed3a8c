/** Parameters as rules hand them over, read without trusting their shape; what people sent is shown short and on one line. */
import { oneLine } from '../one-line.ts';

export type Params = Record<string, unknown>;

const longest = 80;

/** The parameter as a line of text, or undefined when there is none. */
export function textIn(params: Params, key: string): string | undefined {
  const value = params[key];
  if (value === undefined || value === null) return undefined;
  return shown(value);
}

/** The parameter as a number; 0 when there is none. */
export function numberIn(params: Params, key: string): number {
  const value = Number(params[key]);
  return Number.isFinite(value) ? value : 0;
}

/** The parameter as a list of lines; a single value is a list of one. */
export function listIn(params: Params, key: string): string[] {
  const value = params[key];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(shown);
}

/** A value of any kind on one line, without control characters, cut where it grows long. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The label of a code, or the code itself where nobody has named it. */
export function labelOf(labels: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code;
}
