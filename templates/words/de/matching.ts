/** Why somebody fits an appointment, and why not, as a coordinator reads it. */

export const matching = {
  reasons: {
    exact_variety: (language: string) => `spricht genau diese Sprachform: ${language}`,
    same_language: (language: string) => `spricht ${language}`,
    other_variety: (language: string) => `spricht die Sprache, aber nicht diese Form: ${language}`,
    also_understands: (language: string) => `versteht ${language} gut, dolmetscht sonst eine andere Sprache`,
    second_language: (language: string) => `passt zur zweiten gewünschten Sprache: ${language}`,
    second_mode: 'passt nur zur anderen Art (vor Ort, Telefon, Video)',
    free: 'hat zu dieser Zeit frei',
    availability_unknown: 'hat keine freien Zeiten angegeben',
    little_asked: (served: number, asked: number) =>
      `Einsätze im letzten Jahr: ${served}, Anfragen im letzten Monat: ${asked}`,
    near: (kilometres: number) => `${kilometres} km entfernt`,
    soft_hold: (offers: number) => `muss zur selben Zeit noch auf andere Anfragen antworten (${offers})`,
    reachable_by_phone: 'ist am Telefon schnell zu erreichen',
    preferred_pair: 'ist in dieser Einrichtung gern gesehen',
  },
  exclusions: {
    not_active: (status: string) => `ist nicht aktiv (${status})`,
    language: (language: string) => `spricht ${language} nicht`,
    level: (language: string, level: string, minimum: string) =>
      `${language}: Niveau ${level}, gebraucht wird mindestens ${minimum}`,
    mode: (modes: string) => `dolmetscht nicht ${modes}`,
    gender: (wish: string) => `gewünscht ist ${wish}`,
    not_available: 'hat zu dieser Zeit nicht frei',
    booked: 'hat zu dieser Zeit einen anderen Einsatz, die Fahrt mitgerechnet',
    excluded_pair: 'wird in dieser Einrichtung nicht eingesetzt',
    already_asked: 'ist schon gefragt',
    withdrawn: 'wurde gefragt, die Anfrage ist zurückgenommen',
    declined: 'hat schon Nein gesagt',
    cap: (cap: number, booked: number) => `Einsätze in dieser Woche: ${booked}, höchstens gewünscht: ${cap}`,
    too_far: (kilometres: number, radius: number) =>
      `${kilometres} km entfernt, fährt höchstens ${radius} km`,
    proof_expired: 'ein Nachweis läuft vorher ab',
    proof_expired_on: (day: string) => `ein Nachweis läuft am ${day} ab`,
    not_willing: 'hat nicht Ja gesagt',
  },
  or: ' oder ',
  other: 'passt nicht',
};
