/** What is wrong with one field: what is allowed, and what was sent where that is known. */

export const fieldErrors = {
  sent: (value: string) => `Gesendet wurde: „${value}“.`,
  agency_missing:
    'Für welche Einrichtung wird angefragt? Bitte geben Sie die Kennung einer Ihrer Einrichtungen an.',
  agency_unknown: 'Diese Einrichtung gehört nicht zu Ihnen, oder es gibt sie nicht.',
  agency_of_others: 'Diese Einrichtung gehört nicht zu diesem Zentrum, oder es gibt sie nicht.',
  broken_address:
    'Diese Adresse ist beschädigt: Nach einem Prozentzeichen fehlt etwas. Bitte kopieren Sie sie noch einmal ganz.',
  centre_missing: 'Für welches Zentrum? Bitte geben Sie die Kennung eines Ihrer Zentren an.',
  control_characters:
    'Bitte nur sichtbare Zeichen: Steuerzeichen und Zeilenumbrüche sind hier nicht erlaubt.',
  day_or_instant:
    'Bitte einen Tag (2026-11-26) oder einen Zeitpunkt mit Abstand zu UTC (2026-11-26T10:00:00+01:00) angeben.',
  email_ambiguous:
    'Mehrere Personen nutzen diese E-Mail-Adresse. Bitte geben Sie den Namen genau an, oder sagen Sie, dass eine weitere dazukommt (sharesEmail).',
  email_of_another:
    'Eine andere Person nutzt diese E-Mail-Adresse. Ist es dieselbe, prüfen Sie bitte den Namen. Kommt jemand anderes dazu, sagen Sie es (sharesEmail: true).',
  email_same: 'Das ist schon die Adresse dieses Kontos.',
  empty_window:
    'Beginn und Ende des Zeitfensters sind gleich. Bitte geben Sie zwei verschiedene Uhrzeiten an.',
  end_before_start: 'Das Ende muss nach dem Beginn liegen.',
  entry_not_valid: 'Dieser Eintrag der Liste gilt am Tag des Termins nicht.',
  group_members: 'Nur ein gemeinsamer Name hat Sprachen unter sich: mindestens zwei, die es schon gibt.',
  idempotency_key: 'Der Schlüssel besteht aus 1 bis 255 sichtbaren ASCII-Zeichen, ohne Leerzeichen.',
  in_the_past: 'Der Beginn muss in der Zukunft liegen.',
  instant:
    'Bitte einen Zeitpunkt mit Tag, Uhrzeit und Abstand zu UTC angeben, so: 2026-11-26T10:00:00+01:00. Ohne den Abstand ist nicht klar, welche Zone gemeint ist.',
  invalid: 'Diese Angabe verstehen wir nicht.',
  invalid_email: 'Bitte eine vollständige E-Mail-Adresse angeben, so: name@example.org.',
  invalid_json: 'Das ist kein gültiges JSON. Prüfen Sie Klammern, Kommas und Anführungszeichen.',
  language_code: 'Der Code besteht aus kleinen Buchstaben a–z, so: ckb oder ar-eg.',
  language_group: (label: string, members: string) =>
    `${label} ist der Name mehrerer Sprachen. Bitte wählen Sie eine davon: ${members}.`,
  language_unknown: 'Diese Sprache kennen wir nicht. Bitte nehmen Sie einen Code aus der Liste der Sprachen.',
  language_unknown_of: (languages: string) => `Diese Sprache kennen wir nicht. Möglich ist: ${languages}.`,
  local_date: 'Bitte einen Tag angeben, den es gibt, so: 2026-11-26.',
  mixed_exception:
    'Bitte entweder ganze Tage (nur Datum) oder Zeitpunkte (mit Uhrzeit) angeben, nicht beides gemischt.',
  not_in_list: 'Dieser Wert steht nicht zur Wahl.',
  not_in_list_of: (options: string) => `Möglich ist: ${options}.`,
  language_twice: 'Diese Sprache steht schon in der Liste. Bitte nur einmal angeben.',
  municipality_unknown:
    'Diese Gemeinde gibt es in der Tabelle Ihres Zentrums nicht. Bitte nehmen Sie eine Kennung (id) von dort: GET /api/v1/municipalities, auch nach Postleitzahl (postcode).',
  not_above: 'Diese Zahl ist zu klein.',
  not_above_of: (minimum: number) => `Die Zahl muss größer als ${minimum} sein.`,
  outside_dates: 'Diese Tage liegen nicht in der Zeit, in der das Ganze gilt (from bis to).',
  overlaps:
    'Für diese Gemeinde gibt es an denselben Tagen schon eine Angabe. Bitte überschneidungsfrei angeben.',
  phone:
    'Bitte eine Telefonnummer mit mindestens fünf Ziffern angeben, sonst nur Leerzeichen und + / - ( ), so: 0221 4710 100.',
  true_or_false: 'Möglich ist: true, false.',
  variety_of_another: 'Diese Variante gehört nicht zu der Sprache, bei der sie steht.',
  off_grid: (minutes: number) =>
    `Beginn und Ende liegen auf vollen ${minutes} Minuten, zum Beispiel 10:00 oder 10:05, ohne Sekunden.`,
  postcode: 'Bitte eine Postleitzahl mit fünf Ziffern angeben, so: 59494.',
  required: 'Diese Angabe fehlt.',
  start_and_end: 'Anfang und Ende gehören zusammen: bitte beide angeben oder keins.',
  slug: 'Bitte nur kleine Buchstaben ohne Umlaute, Ziffern und einzelne Bindestriche, höchstens 40 Zeichen.',
  six_digits: 'Der Code besteht aus sechs Ziffern.',
  time_of_day: 'Bitte eine Uhrzeit von 00:00 bis 24:00 angeben, so: 09:30.',
  to_before_from: '„Bis“ darf nicht vor „von“ liegen.',
  too_big: 'Diese Zahl ist zu groß.',
  too_big_for: (maximum: number) => `Höchstens ${maximum} ist möglich.`,
  too_far_ahead: 'Dieser Termin liegt zu weit in der Zukunft.',
  too_far_ahead_for: (days: number) => `Der Beginn darf höchstens ${days} Tage in der Zukunft liegen.`,
  too_long: 'Dieser Termin ist zu lang.',
  too_long_for: (hours: number) =>
    `Ein Termin dauert höchstens ${hours} Stunden. Dauert es länger, stellen Sie bitte zwei Anfragen.`,
  too_long_text: 'Dieser Text ist zu lang.',
  too_long_text_for: (maximum: number) => `Bitte höchstens ${maximum} Zeichen.`,
  too_many: 'Das sind zu viele Einträge.',
  too_many_for: (maximum: number) => `Möglich sind höchstens ${maximum} Einträge.`,
  too_many_blocks:
    'Daraus würden zu viele Einsätze. Bitte teilen Sie die Gespräche auf mehrere Anfragen auf.',
  too_many_blocks_for: (maximum: number) =>
    `Daraus würden mehr als ${maximum} Einsätze. Bitte teilen Sie die Gespräche auf mehrere Anfragen auf.`,
  too_short: 'Dieser Text ist zu kurz.',
  too_short_for: (minimum: number) => `Bitte mindestens ${minimum} Zeichen.`,
  too_short_empty: 'Diese Angabe darf nicht leer sein.',
  too_small: 'Diese Zahl ist zu klein.',
  too_small_for: (minimum: number) => `Mindestens ${minimum} ist nötig.`,
  unreadable:
    'Das ließ sich nicht lesen: Es kam nicht ganz an, oder es ist anders verpackt, als die Kopfzeilen sagen.',
  unknown_interpreter: 'Diese Person gibt es in Ihrem Zentrum nicht.',
  unknown_reference: 'Diese Kennung gibt es in Ihrem Zentrum nicht.',
  unknown_key: 'Diese Angabe kennen wir nicht. Bitte lassen Sie sie weg.',
  unknown_key_named: (key: string) => `Die Angabe „${key}“ kennen wir nicht. Bitte lassen Sie sie weg.`,
  variety_of: 'Nur eine Variante gehört zu einer Sprache, und die muss es schon geben.',
  venue_missing: 'Für einen Termin vor Ort brauchen wir den Ort: Name, Straße, Postleitzahl und Stadt.',
  wrong_type: 'Diese Angabe hat die falsche Form.',
  wrong_type_for: (expected: string) => `Hier gehört ${expected} hin.`,
  zone: 'Diese Zeitzone kennen wir nicht. Bitte einen Namen wie Europe/Berlin angeben.',
  types: {
    string: 'Text',
    number: 'eine Zahl',
    int: 'eine ganze Zahl',
    boolean: 'true oder false',
    array: 'eine Liste',
    object: 'ein Objekt',
    date: 'ein Zeitpunkt',
  },
};
