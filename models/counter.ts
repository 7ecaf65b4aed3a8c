/** Counters: the next number of a series, in one update. */
import { defineModel, type Fields, required } from './storage.ts';

type Counter = { _id: string; value: number };
const fields: Fields<Counter> = { _id: required.string, value: required.number };
const Counters = defineModel<Counter>('counters', fields);

/** The next number of this series, from 1. */
export async function nextNumber(series: string): Promise<number> {
  const counter = await Counters.findOneAndUpdate(
    { _id: series },
    { $inc: { value: 1 } },
    { upsert: true, returnDocument: 'after' },
  ).lean<Counter>();
  return counter?.value ?? 1;
}

/** Begins a series behind numbers that were given by hand, as the demo pool does. */
export async function skipNumbers(series: string, value: number): Promise<void> {
  await Counters.updateOne({ _id: series }, { $max: { value } }, { upsert: true });
}
