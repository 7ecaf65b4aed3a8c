/** What stands on the list of the office. */

export const tasks = {
  failures: {
    refused:
      'Der Mailserver hat die Adresse abgelehnt. Vielleicht stimmt sie nicht mehr. Bitte rufen Sie an.',
    not_taken: 'Die E-Mail kam auch nach zwei Tagen nicht durch. Bitte rufen Sie an.',
    not_written:
      'Die E-Mail ließ sich nicht schreiben, weil etwas fehlt oder beschädigt ist. Bitte rufen Sie an.',
  },
};
