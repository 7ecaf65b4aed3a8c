/** Everybody else of the pool: 138 invented interpreters, told apart by language and first name, with habits that chance gave them. */
import { createDice } from '../dice.ts';
import type { Town } from '../places/municipalities.ts';
import { habitsOf, spokenBy } from './crowd-habits.ts';
import type { PersonRow } from './known-people.ts';
import type { Rhythm } from './rhythms.ts';

/** What they speak, then the women's and the men's first names. Frequent languages have many, rare ones one. */
const rows: [speaks: string, women: string, men: string][] = [
  [
    'ar/apc native',
    'Abir Dima Fadia Ghada Hiba Joumana Lubna Sawsan',
    'Adnan Bassam Fadi Ghassan Imad Mazen',
  ],
  ['ar/acm native', 'Hanan Nadia Suha', 'Haidar Muthanna'],
  ['ar/apc native, en B2', 'Rasha Yara', 'Wael'],
  ['ar/ary native, fr B2', 'Fatiha Khadija', 'Rachid'],
  ['ar/arz C1', '', 'Sameh'],
  [
    'uk native, ru C2',
    'Alina Bohdana Daryna Kateryna Ljudmyla Natalija Olena Solomija Yevhenija',
    'Andrij Mykola Taras',
  ],
  ['uk native, pl B2', 'Halja Zoryana', 'Ostap'],
  ['ru native', 'Galina Jelena Larissa Nadeschda Tatjana', 'Boris Igor Konstantin'],
  ['ru native, hy C1', 'Anahit', 'Armen'],
  ['ro native', 'Andreea Bianca Cristina Daniela Raluca', 'Bogdan Florin Sorin'],
  ['tr native', 'Elif Fatma Gulsen Zeynep', 'Ahmet Burak Emre'],
  ['tr native, kmr B2', 'Sevgi', ''],
  ['kmr native', 'Dilan Gulistan Hevin Nesrin', 'Baran Diyar Serhat Welat'],
  ['ckb native', 'Shilan Tara', 'Rebwar Hiwa'],
  ['prs native, ps B2', 'Freshta Laila Malalai Nilofar Parwin', 'Jawad Najib Qais Zaman'],
  ['pes native', 'Azadeh Mahsa Setareh', 'Kamran Siamak'],
  ['ps native', 'Spozhmai', 'Gulab Tor'],
  ['sq/aln native', 'Blerta Drita Valbona', 'Arben Driton Ilir'],
  ['pl native', 'Barbara Jadwiga Ewa', 'Krzysztof Pawel'],
  ['bg native', 'Milena Rositsa', 'Plamen Stojan'],
  ['bs native, hr C1', 'Amra', 'Emir'],
  ['sr native', 'Milica Vesna', 'Goran'],
  ['hr native', 'Ivana', ''],
  ['mk native', 'Biljana', ''],
  ['az native, tr B2', '', 'Elchin'],
  ['tru native', 'Shamiram', ''],
  ['aii native', '', 'Ninos'],
  ['sk native, cs C1', 'Zuzana', ''],
  ['hi native', '', 'Ravi'],
  ['pa/pnb native, ur C1', '', 'Harjit'],
  ['bn native', 'Nasrin', ''],
  ['tg native, ru C1', '', 'Firdavs'],
  ['zza/diq native, tr B2', '', 'Hidir'],
  ['tw native, en C1', 'Akosua', ''],
  ['ln native, fr C2', 'Mireille', ''],
  ['ti native', 'Helen', 'Tesfay'],
  ['so native', 'Ayaan', ''],
  ['fr native', '', 'Koffi'],
  ['en native', 'Blessing', ''],
  ['ka native', 'Tamar', ''],
  ['vi native', '', 'Minh'],
  ['ur native', 'Saima', ''],
  ['rom/rmy native, ro B2', '', 'Florinel'],
];

const surnames = ['Beispiel', 'Muster', 'Probe', 'Erfunden'];

const towns: [Town, weight: number][] = [
  ['Lippstadt', 26],
  ['Soest', 24],
  ['Werl', 13],
  ['Warstein', 9],
  ['Geseke', 8],
  ['Erwitte', 5],
  ['Bad Sassendorf', 4],
  ['Möhnesee', 3],
  ['Ense', 3],
  ['Rüthen', 3],
  ['Anröchte', 3],
  ['Welver', 3],
  ['Lippetal', 3],
  ['Wickede (Ruhr)', 3],
];

const habits: [Rhythm | 'unknown', weight: number][] = [
  ['unknown', 22],
  ['daytime', 18],
  ['mornings', 12],
  ['afternoons', 12],
  ['school_hours', 10],
  ['split_days', 8],
  ['start_of_week', 7],
  ['end_of_week', 7],
  ['long_days', 4],
];

/** The same 138 people every day. */
export function crowd(): PersonRow[] {
  const dice = createDice(17);
  let count = 0;
  const named = (names: string, speaks: string, gender: 'female' | 'male') =>
    names
      .split(' ')
      .filter((first) => first !== '')
      .map((first): PersonRow => {
        count += 1;
        const name = `${first} ${surnames[count % surnames.length]}`;
        const who = count % 46 === 0 ? ('other' as const) : gender;
        return [
          name,
          who,
          dice.weighted(towns),
          spokenBy(speaks, dice),
          dice.weighted(habits),
          habitsOf(speaks, dice),
        ];
      });
  return rows.flatMap(([speaks, women, men]) => [
    ...named(women, speaks, 'female'),
    ...named(men, speaks, 'male'),
  ]);
}
