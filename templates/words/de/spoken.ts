/** How a mail is said on the telephone, to people without e-mail: nothing about writing, pages or buttons. */

/** Other words, in this order; then whatever sentence still speaks of mails or pages is left out. */
export const spoken = {
  instead: [
    [/Antworten Sie auf diese E-Mail oder rufen Sie an/g, 'Rufen Sie an'],
    [/[Ww]ir schreiben Ihnen( bis .+?)?, (ob|sobald) /g, 'wir rufen Sie$1 an und sagen Ihnen, $2 '],
    [/schreiben Ihnen/g, 'rufen Sie an'],
    [/wir es Ihnen schreiben/g, 'wir es Ihnen sagen'],
    [/\bSie hören( bis .+?)? von uns/g, 'Wir rufen Sie$1 an'],
  ] as [RegExp, string][],
  /** Sentences of this kind mean nothing on the telephone. */
  written: /E-Mail|Seite|Taste|Link\b|Adresse gilt|https?:|Jede Taste/,
  /** What went on from a sentence that is left out. */
  goesOn: /^Oder /,
};
