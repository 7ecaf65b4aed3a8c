/** How a mail is said on the telephone, to people without e-mail: nothing about writing, pages or buttons. */
import type { spoken as source } from '../de/spoken.ts';

export const spoken: typeof source = {
  instead: [
    [/[Aa]nswer this e-mail or call us/g, 'Call us'],
    [/[Ww]e will write to you( by .+?)? (whether|as soon as) /g, 'We will call you$1 and tell you $2 '],
    [/write to you that it is/g, 'tell you that it is'],
    [/write to you/g, 'call you'],
    [/You will hear from us/g, 'We will call you'],
  ],
  written: /e-mail|\bpage\b|button|\blink\b|https?:/i,
  goesOn: /^Or /,
};
