/** Aggregation pipelines: the stages after the search in the collection. */
import { compileFilter } from '../query/filter.ts';
import { ensure, unsupported } from '../refusal.ts';
import { type Document, isDocument, own } from '../values/document.ts';
import { fieldOf, splitPath } from '../values/path.ts';
import { sortBy, sortKeysOf } from '../values/sort.ts';
import { compileGroup } from './group.ts';
import { compileProjectStage } from './projection.ts';

/** Makes new documents from those of the stage before, which stay as they are. */
type Stage = (documents: Document[]) => Document[];

const STAGES: Record<string, (specification: unknown) => Stage> = {
  $match: (specification) => {
    const matches = compileFilter(specification);
    return (documents) => documents.filter(matches);
  },
  $sort: (specification) => {
    const keys = sortKeysOf(specification);
    ensure(keys.length > 0, 15976, '$sort stage must have at least one sort key');
    return (documents) => sortBy(documents, keys, (document) => document);
  },
  $limit: (count) => {
    ensure(Number(count) > 0, 15958, 'the limit must be positive');
    return (documents) => documents.slice(0, Number(count));
  },
  $skip: (count) => {
    ensure(Number(count) >= 0, 15956, '$skip must not be negative');
    return (documents) => documents.slice(Number(count));
  },
  $count: (name) => {
    ensure(typeof name === 'string' && name !== '', 40156, 'the count field must have a name');
    return (documents) => (documents.length > 0 ? [{ [name]: documents.length }] : []);
  },
  $group: compileGroup,
  $project: compileProjectStage,
  $unwind: compileUnwind,
};

/** The search that a pipeline begins with and the stages that remain. @throws Refusal for unknown stages */
export function compilePipeline(pipeline: unknown): { filter: Document; sort: unknown; rest: Stage } {
  const stages = (pipeline as Document[]).map((stage) => {
    const [name = '', ...others] = Object.keys(stage);
    ensure(others.length === 0, 40323, 'A pipeline stage must contain exactly one field.');
    const make = own(STAGES, name);
    if (!make) throw unsupported(`the stage ${name}`, name === '$changeStream' ? 40573 : 40324);
    return { name, specification: stage[name], compiled: make(stage[name]) };
  });
  const end = stages.findIndex(({ name }) => name !== '$match');
  const matches = stages.splice(0, end < 0 ? stages.length : end).map(({ specification }) => specification);
  const sort = stages[0]?.name === '$sort' ? stages.shift()?.specification : undefined;
  const rest: Stage = (documents) => stages.reduce((result, { compiled }) => compiled(result), documents);
  return { filter: matches.length > 0 ? { $and: matches } : {}, sort, rest };
}

function compileUnwind(given: unknown): Stage {
  const options = (isDocument(given) ? given : { path: given }) as Document;
  const { path, preserveNullAndEmptyArrays: preserves, ...others } = options;
  const [stranger] = Object.keys(others);
  if (stranger) throw unsupported(`the option ${stranger} of $unwind`, 40324);
  ensure(typeof path === 'string' && path.startsWith('$'), 28818, 'the path of $unwind must begin with $');
  const parts = splitPath(path.slice(1));
  const unwind = (document: Document) => {
    const value = parts.reduce(fieldOf, document as unknown);
    const isMissing = value === null || value === undefined;
    const elements = isMissing ? [] : [value].flat();
    if (elements.length > 0) return elements.map((element) => withValue(document, parts, element));
    return preserves ? [isMissing ? document : withValue(document, parts, undefined)] : [];
  };
  return (documents) => documents.flatMap(unwind);
}

/** A copy along the path, with another value at its end or, for undefined, without any. */
function withValue(document: Document, [name = '', ...rest]: string[], value: unknown): Document {
  const { [name]: former, ...others } = document;
  const changed = rest.length > 0 ? withValue(former as Document, rest, value) : value;
  return changed === undefined ? others : { ...document, [name]: changed };
}
