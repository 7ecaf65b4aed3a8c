/** Occasions that a pool of volunteers does not take on, by code: why not, and who helps instead. */

/** Source: what pools in North Rhine-Westphalia exclude, and where they send people. */
export const refusalMails = {
  refusals: {
    court: {
      why: 'vor Gericht dolmetschen Ehrenamtliche nicht.',
      instead:
        'Das Gericht bestellt beeidigte Dolmetscher:innen selbst. Eine Liste führen die Landesjustizverwaltungen: www.justiz-dolmetscher.de.',
    },
    police: {
      why: 'bei der Polizei dolmetschen Ehrenamtliche nicht.',
      instead:
        'Die Polizei bestellt beeidigte Dolmetscher:innen selbst. Eine Liste führen die Landesjustizverwaltungen: www.justiz-dolmetscher.de.',
    },
    medical: {
      why: 'Gespräche in Praxis, Krankenhaus und Therapie brauchen Fachleute.',
      instead:
        'Fragen Sie in der Praxis oder Klinik nach deren Dolmetschdienst am Telefon oder per Video, oder beim Landesdienst für das Dolmetschen im Gesundheitswesen.',
    },
    legal: {
      why: 'bei Anwält:innen, Notar:innen und Erklärungen mit Rechtsfolgen dolmetschen Ehrenamtliche nicht.',
      instead:
        'Dafür gibt es beeidigte Dolmetscher:innen. Eine Liste führen die Landesjustizverwaltungen: www.justiz-dolmetscher.de.',
    },
    asylum: {
      why: 'im Asylverfahren und wo eine Behörde in Rechte eingreift, dolmetschen Ehrenamtliche nicht.',
      instead: 'Die Behörde, die das Verfahren führt, stellt dort eigene Dolmetscher:innen.',
    },
    special_needs: {
      why: 'Verfahren zum sonderpädagogischen Förderbedarf (AO-SF) brauchen Fachleute.',
      instead: 'Bitte fragen Sie beim Schulamt: Es kann professionelle Dolmetscher:innen beauftragen.',
    },
    finance: {
      why: 'bei Banken und Versicherungen dolmetschen Ehrenamtliche nicht.',
      instead: 'Bitte fragen Sie dort nach mehrsprachigen Beschäftigten oder einem Dolmetschdienst.',
    },
    translation: {
      why: 'Ehrenamtliche dolmetschen Gespräche. Schriftstücke übersetzen sie nicht.',
      instead:
        'Für Urkunden gibt es ermächtigte Übersetzer:innen: www.justiz-dolmetscher.de. Für einfache Texte hilft oft eine Beratungsstelle.',
    },
    lessons: {
      why: 'für Unterricht und Ausflüge vermitteln wir niemanden.',
      instead: 'Bitte fragen Sie beim Schulamt oder beim Träger nach Sprachförderung und Begleitung.',
    },
    accompaniment: {
      why: 'für eine Begleitung über längere Zeit vermitteln wir niemanden.',
      instead: 'Bitte fragen Sie eine Migrationsberatung oder ein Patenprogramm in Ihrer Nähe.',
    },
    private: {
      why: 'wir vermitteln nur, wenn eine Fachkraft einer Einrichtung dabei ist, und nicht in private Wohnungen.',
      instead: 'Bitte fragen Sie die Einrichtung, mit der Sie sprechen möchten: Sie kann bei uns anfragen.',
    },
    sign_language: {
      why: 'Gebärdensprache vermitteln wir nicht.',
      instead:
        'Eltern mit Hör- oder Sprachbehinderung haben in Verwaltung, Kita und Schule einen Anspruch auf Dolmetscher:innen für Gebärdensprache. Die Behörde oder Schule beauftragt und bezahlt sie.',
    },
  },
};

/** A code that has help of its own; any other gets the general sentence. */
export type RefusalCode = keyof typeof refusalMails.refusals;
