/** Projections: which fields of a document are shown, and in `$project` also computed ones. */
import { ensure, unsupported } from '../refusal.ts';
import { type Document, isDocument, isOperators, withoutMissing } from '../values/document.ts';
import { isWithin, splitPath } from '../values/path.ts';
import { compileExpression } from './expression.ts';

type Projection = (document: Document) => Document;
type Entry = [path: string, value: unknown];

/** Shows some fields or hides some. @throws Refusal that names `$slice`, `$elemMatch`, positions and expressions */
export function compileProjection(specification: unknown): Projection {
  const entries = entriesOf((specification ?? {}) as Document);
  const stranger = entries.find(([path, value]) => !isFlag(value) || path.includes('$'));
  if (stranger) throw unsupported(`the projection ${JSON.stringify(Object.fromEntries([stranger]))}`, 2);
  return compileFlags(entries);
}

/** Prepares a `$project` stage, where a field at the top may also be computed. */
export function compileProjectStage(specification: unknown): (documents: Document[]) => Document[] {
  const entries = entriesOf((isDocument(specification) ? specification : {}) as Document);
  ensure(entries.length > 0, 51272, '$project needs at least one field');
  const computed = entries.filter(([, value]) => !isFlag(value));
  const nested = computed.find(([path]) => path.includes('.'));
  if (nested) throw unsupported(`the computed field '${nested[0]}' inside another one`, 40324);
  const compute = computed.map(([name, value]) => [name, compileExpression(value)] as const);
  const flags = entries.filter(([, value]) => isFlag(value));
  const project = compileFlags(computed.length > 0 ? [...flags, ['', 1]] : flags); // what is computed is shown
  return (documents) =>
    documents.map((document) => {
      const results = compute.map(([name, expression]): Entry => [name, expression(document)]);
      return { ...project(document), ...withoutMissing(results) };
    });
}

function isFlag(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** The leaves of a specification by their whole paths: `{ a: { b: 1 } }` means `{ 'a.b': 1 }`. */
function entriesOf(specification: Document, prefix = ''): Entry[] {
  return Object.entries(specification).flatMap(([name, value]): Entry[] => {
    const isNested = isDocument(value) && !isOperators(value) && Object.keys(value).length > 0;
    return isNested ? entriesOf(value, `${prefix}${name}.`) : [[prefix + name, value]];
  });
}

function compileFlags(entries: Entry[]): Projection {
  if (entries.length === 0) return (document) => document;
  const others = entries.filter(([path]) => path !== '_id');
  const identity = entries.find(([path]) => path === '_id')?.[1];
  const shows = Boolean(others.length > 0 ? others[0]?.[1] : identity);
  const mixed = others.find(([, value]) => Boolean(value) !== shows);
  ensure(!mixed, shows ? 31254 : 31253, `Cannot mix shown and hidden fields: '${mixed?.[0]}'`);
  const names = others.map(([path]) => path);
  const twice = names.find((name) => names.some((other) => other !== name && isWithin(other, name)));
  ensure(twice === undefined, 31249, `Path collision at ${twice}`);
  const paths = names.map(splitPath);
  if (Boolean(identity ?? true) === shows) paths.push(['_id']);
  return (document) => select(document, paths, shows) as Document;
}

/** Shows only the paths, or all but these; what is no document has nothing inside that could be shown. */
function select(value: unknown, paths: string[][], shows: boolean): unknown {
  if (Array.isArray(value))
    return value.map((one) => select(one, paths, shows)).filter((one) => one !== undefined);
  if (!isDocument(value)) return shows ? undefined : value;
  const selected = Object.entries(value).map(([name, field]): Entry => {
    const inside = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    const isNamed = inside.some((rest) => rest.length === 0);
    if (isNamed || inside.length === 0) return [name, isNamed === shows ? field : undefined];
    return [name, select(field, inside, shows)];
  });
  return withoutMissing(selected);
}
