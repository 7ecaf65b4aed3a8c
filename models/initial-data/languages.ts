/** The languages a new installation starts with. Codes are opaque strings: never canonicalised, never taken from the platform. */
import type { Language } from '../language.ts';

type Row = [code: string, de: string, en: string, own?: string | undefined, aliases?: string[] | undefined];

/** Languages that can be asked for as they are. */
const languages: Row[] = [
  ['sq', 'Albanisch', 'Albanian', 'shqip'],
  ['am', 'Amharisch', 'Amharic', 'አማርኛ'],
  ['ar', 'Arabisch', 'Arabic', 'العربية'],
  ['tru', 'Aramäisch (Turoyo)', 'Aramaic (Turoyo)', undefined, ['Suryoyo']],
  ['aii', 'Aramäisch (Assyrisch)', 'Aramaic (Assyrian)', undefined, ['Assyrisch']],
  ['hy', 'Armenisch', 'Armenian', 'հայերեն'],
  ['az', 'Aserbaidschanisch', 'Azerbaijani', 'azərbaycanca'],
  ['bn', 'Bengalisch', 'Bengali', 'বাংলা'],
  ['bs', 'Bosnisch', 'Bosnian', 'bosanski', ['Serbokroatisch']],
  ['bg', 'Bulgarisch', 'Bulgarian', 'български'],
  ['zh', 'Chinesisch', 'Chinese', '中文'],
  ['prs', 'Dari', 'Dari', 'دری'],
  ['en', 'Englisch', 'English', 'English'],
  ['pes', 'Farsi', 'Farsi', 'فارسی', ['Persisch', 'Iranisch']],
  ['fr', 'Französisch', 'French', 'français'],
  ['ff', 'Fula', 'Fula', 'Fulfulde', ['Fulani', 'Pulaar']],
  ['gsg', 'Deutsche Gebärdensprache', 'German Sign Language', undefined, ['DGS']],
  ['ukl', 'Ukrainische Gebärdensprache', 'Ukrainian Sign Language'],
  ['rsl', 'Russische Gebärdensprache', 'Russian Sign Language'],
  ['ka', 'Georgisch', 'Georgian', 'ქართული'],
  ['el', 'Griechisch', 'Greek', 'ελληνικά'],
  ['hi', 'Hindi', 'Hindi', 'हिन्दी'],
  ['it', 'Italienisch', 'Italian', 'italiano'],
  ['hr', 'Kroatisch', 'Croatian', 'hrvatski', ['Serbokroatisch']],
  ['kmr', 'Kurmandschi', 'Kurmanji', 'kurmancî', ['Kurdisch', 'Kurmanci', 'Bahdini']],
  ['ckb', 'Sorani', 'Sorani', 'سۆرانی', ['Kurdisch', 'Zentralkurdisch']],
  ['zza', 'Zazaki', 'Zazaki', 'Zazakî', ['Kurdisch', 'Dimli']],
  ['ln', 'Lingala', 'Lingala', 'lingála'],
  ['mk', 'Mazedonisch', 'Macedonian', 'македонски'],
  ['ps', 'Paschtu', 'Pashto', 'پښتو', ['Paschto', 'Afghanisch']],
  ['pl', 'Polnisch', 'Polish', 'polski'],
  ['pt', 'Portugiesisch', 'Portuguese', 'português'],
  ['pa', 'Punjabi', 'Punjabi', 'ਪੰਜਾਬੀ'],
  ['rom', 'Romanes', 'Romani', 'romani'],
  ['ro', 'Rumänisch', 'Romanian', 'română', ['Moldauisch']],
  ['ru', 'Russisch', 'Russian', 'русский'],
  ['sr', 'Serbisch', 'Serbian', 'српски', ['Serbokroatisch']],
  ['si', 'Singhalesisch', 'Sinhala', 'සිංහල'],
  ['sk', 'Slowakisch', 'Slovak', 'slovenčina'],
  ['so', 'Somali', 'Somali', 'Soomaali'],
  ['es', 'Spanisch', 'Spanish', 'español'],
  ['tg', 'Tadschikisch', 'Tajik', 'тоҷикӣ'],
  ['ta', 'Tamilisch', 'Tamil', 'தமிழ்'],
  ['ti', 'Tigrinya', 'Tigrinya', 'ትግርኛ'],
  ['cs', 'Tschechisch', 'Czech', 'čeština'],
  ['tr', 'Türkisch', 'Turkish', 'Türkçe'],
  ['tw', 'Twi', 'Twi', 'Twi'],
  ['uk', 'Ukrainisch', 'Ukrainian', 'українська'],
  ['hu', 'Ungarisch', 'Hungarian', 'magyar'],
  ['ur', 'Urdu', 'Urdu', 'اردو'],
  ['vi', 'Vietnamesisch', 'Vietnamese', 'Tiếng Việt'],
];

/** Varieties of one of the languages above: who asks for the language accepts each, who asks for the variety prefers it. */
const varieties: [...Row, of: string][] = [
  ['aln', 'Albanisch (Gegisch, Kosovo)', 'Albanian (Gheg, Kosovo)', undefined, ['Kosovarisch'], 'sq'],
  ['arb', 'Hocharabisch', 'Modern Standard Arabic', undefined, [], 'ar'],
  ['apc', 'Arabisch (Levante)', 'Arabic (Levantine)', undefined, ['Syrisch', 'Libanesisch'], 'ar'],
  ['acm', 'Arabisch (Irak)', 'Arabic (Iraqi)', undefined, ['Irakisch'], 'ar'],
  ['ary', 'Arabisch (Marokko)', 'Arabic (Moroccan)', undefined, ['Marokkanisch', 'Darija'], 'ar'],
  ['arz', 'Arabisch (Ägypten)', 'Arabic (Egyptian)', undefined, ['Ägyptisch'], 'ar'],
  ['aeb', 'Arabisch (Tunesien)', 'Arabic (Tunisian)', undefined, ['Tunesisch'], 'ar'],
  ['cmn', 'Chinesisch (Mandarin)', 'Chinese (Mandarin)', undefined, ['Hochchinesisch'], 'zh'],
  ['yue', 'Chinesisch (Kantonesisch)', 'Chinese (Cantonese)', undefined, ['Guangdongnesisch'], 'zh'],
  ['pnb', 'Punjabi (West)', 'Punjabi (Western)', undefined, [], 'pa'],
  ['rmn', 'Romanes (Balkan)', 'Romani (Balkan)', undefined, [], 'rom'],
  ['rmy', 'Romanes (Vlax)', 'Romani (Vlax)', undefined, [], 'rom'],
  ['diq', 'Zazaki (Dimli)', 'Zazaki (Dimli)', undefined, [], 'zza'],
];

/** Names that several languages share: nobody can be asked for the group, only for one of its members. */
const groups: [code: string, de: string, en: string, members: string[]][] = [
  ['ku', 'Kurdisch', 'Kurdish', ['kmr', 'ckb', 'zza']],
  ['fa', 'Persisch', 'Persian', ['pes', 'prs', 'tg']],
  ['sh', 'Serbokroatisch', 'Serbo-Croatian', ['bs', 'hr', 'sr']],
];

function spoken([code, de, en, own, aliases = []]: Row): Omit<Language, 'schemaVersion' | 'kind'> {
  return { _id: code, label: { de, en }, ...(own && { own }), aliases };
}

/** Source: ISO 639-3 and BCP 47 tags with our own German names (reference table of the pool's domain notes). */
export const initialLanguages: Omit<Language, 'schemaVersion'>[] = [
  ...languages.map((row) => ({ ...spoken(row), kind: 'language' as const })),
  ...varieties.map(([code, de, en, own, aliases, of]) => ({
    ...spoken([code, de, en, own, aliases]),
    kind: 'variety' as const,
    of,
  })),
  ...groups.map(([code, de, en, members]) => ({
    ...spoken([code, de, en]),
    kind: 'group' as const,
    members,
  })),
];
