/** The foot of every page: how to reach the centre. */
import type { VNode } from 'preact';
import { telephoneUrl } from '../../telephone.ts';
import { words } from '../../words/words.ts';
import type { Frame } from '../views.ts';

/** What a centre has not said is left out. */
export function Foot({ frame: { brand, locale } }: { frame: Frame }): VNode {
  const { poolName, unit, address, phone, email } = brand;
  const lines = [poolName, unit, address].filter((line) => line !== '');
  return (
    <footer class="pool-foot">
      <div class="pool-frame">
        <p>{lines.join(' · ')}</p>
        {phone !== '' && (
          <p>
            {words(locale).pages.frame.phone}{' '}
            <a href={telephoneUrl(phone)}>
              <bdi>{phone}</bdi>
            </a>
          </p>
        )}
        {email !== '' && (
          <p>
            <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
      </div>
    </footer>
  );
}
