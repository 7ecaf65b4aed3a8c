/** When and how: day and time large, the rest below. */
import type { VNode } from 'preact';
import type { Locale, Mode } from '../../../models/shape.ts';
import { clockOf } from '../../words/time.ts';

type WhenProps = {
  start: Date;
  end: Date;
  zone: string;
  mode: Mode;
  language?: string | undefined;
  place?: string | undefined;
};

/** The appointment at a glance; where people do not meet, whose clock it is stands there, too. */
export function When({ locale, when }: { locale: Locale; when: WhenProps }): VNode {
  const { start, end, zone, language, mode, place } = when;
  const clock = clockOf(locale, zone);
  return (
    <p class="pool-when">
      {clock.date(start)}
      <br />
      <span class="pool-nowrap">{clock.range(start, end)}</span>{' '}
      <small>
        {mode !== 'onsite' && `${clock.zone} · `}
        {[clock.duration(start, end), language, place].filter((part) => part).join(' · ')}
      </small>
    </p>
  );
}
