/** Faults in the embedded engine, each with the test that must see it. */
import { aggregation } from './database/aggregation.ts';
import { arraysAndOrder } from './database/arrays-and-order.ts';
import { commandFaults } from './database/commands.ts';
import { durability } from './database/durability.ts';
import { indexUse } from './database/index-use.ts';
import { indexes } from './database/indexes.ts';
import { libraries } from './database/libraries.ts';
import { queries } from './database/queries.ts';
import { updates } from './database/updates.ts';
import { upsertsAndRefusals } from './database/upserts-and-refusals.ts';
import { writes } from './database/writes.ts';
import type { Fault } from './fault.ts';

export const database: Fault[] = [
  ...queries,
  ...arraysAndOrder,
  ...updates,
  ...upsertsAndRefusals,
  ...indexes,
  ...indexUse,
  ...aggregation,
  ...commandFaults,
  ...writes,
  ...libraries,
  ...durability,
];
