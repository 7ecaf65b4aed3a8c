/** The accounts a newcomer can sign in with, and what each is for; the first three are what everybody needs. */

/** Shown at the start and wherever the demo pool is introduced. */
export const demoAccounts: readonly { email: string; what: string }[] = [
  { email: 'koordination@example.org', what: 'coordinates the pool: who fits, asking, booking' },
  { email: 'kita@example.org', what: 'asks for interpreters for Kita Musterplatz' },
  { email: 'sprachmittlung@example.org', what: 'interprets Arabic and Sorani, free on Thursdays 8 to 13' },
  { email: 'koordination.zwei@example.org', what: 'coordinates as well: two at once' },
  { email: 'leitung@example.org', what: 'leads the centre: rules and lists' },
  { email: 'abrechnung@example.org', what: 'pays the allowances' },
  {
    email: 'auswertung@example.org',
    what: 'reads the figures of all centres for the Landeskoordinierungsstelle',
  },
  { email: 'beides@example.org', what: 'coordinates and interprets Turkish: one account, two roles' },
  { email: 'zwei.kreise@example.org', what: 'interprets Ukrainian in Kreis Soest and in Kreis Unna' },
  { email: 'koordination.unna@example.org', what: 'coordinates the pool of Kreis Unna' },
  { email: 'betrieb@example.org', what: 'looks after the installation: adds centres' },
];

/** Who has no e-mail address cannot sign in and is called instead. */
export const calledByTelephone = 'Mehmet Probe';
