/** How a command is refused: with MongoDB's codes, and in one wording for what lies outside the subset. */
import type { Document } from './values/document.ts';

const CODE_NAMES = `1 InternalError, 2 BadValue, 9 FailedToParse, 14 TypeMismatch, 26 NamespaceNotFound,
  27 IndexNotFound, 28 PathNotViable, 40 ConflictingUpdateOperators, 43 CursorNotFound, 52 DollarPrefixedFieldName,
  53 InvalidIdField, 54 NotSingleValueField, 56 EmptyFieldName, 59 CommandNotFound, 66 ImmutableField,
  67 CannotCreateIndex, 72 InvalidOptions, 73 InvalidNamespace, 85 IndexOptionsConflict, 86 IndexKeySpecsConflict,
  115 CommandNotSupported, 171 CannotIndexParallelArrays, 225 TransactionTooOld, 10334 BSONObjectTooLarge,
  11000 DuplicateKey, 14031 OutOfDiskSpace`;

/** A refusal that the client gets as an answer; any other error is a bug of the server. */
export class Refusal extends Error {
  readonly code: number;
  /** Fields beside code and message, such as `keyPattern`. */
  readonly details: Document;

  constructor(code: number, message: string, details: Document = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Refuses unless the condition holds. @throws Refusal with that code and message */
export function ensure(holds: unknown, code: number, message: string): asserts holds {
  if (!holds) throw new Refusal(code, message);
}

/** For what MongoDB can do and the embedded database cannot; `what` is the name as the client wrote it. */
export function unsupported(what: string, code = 115): Refusal {
  return new Refusal(code, `${what} is not supported by the embedded database`);
}

/** The reply that tells a client of an error. */
export function errorReply(error: unknown): Document {
  const { code, details } = error instanceof Refusal ? error : { code: 1, details: {} };
  const codeName = new RegExp(`\\b${code} (\\w+)`).exec(CODE_NAMES)?.[1] ?? `Location${code}`;
  return { ok: 0, errmsg: (error as Error).message, code, codeName, ...details };
}
