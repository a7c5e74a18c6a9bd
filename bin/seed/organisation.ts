// Which people work in the offices of the demo city?
import { competentKinds } from '../../domain/competence/matters.ts'
import { type OfficeKind, officeId } from '../../domain/organisation/offices.ts'
import { type Level, type Region, regions } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import type { createNames } from './names.ts'

export type SeedAppointment = { office: string; role: Role; region: Region }
export type SeedPerson = {
  id: string
  username: string
  name: string
  pinyin: string
  mail: string
  enterprise: string | null
  appointments: SeedAppointment[]
}

/** One post as `[stem of the user name, role, office kind]`. */
type Post = [stem: string, role: Role, kind: OfficeKind]

const memberBureaus = [
  'market-regulation',
  'housing',
  'transport',
  'police',
  'environment',
  'fire',
  'water-resources',
  'big-data',
] as const satisfies OfficeKind[]

/** Bureaus that the table of competences may name. */
const bureausOnDuty = competentKinds.filter((kind) => kind !== 'command')

const postsOf: Record<Level, Post[]> = {
  province: [
    ['supervisor', 'supervisor', 'committee'],
    ['duty', 'duty-officer', 'command'],
  ],
  city: [
    ['inspector1', 'inspector', 'enforcement'],
    ['inspector2', 'inspector', 'enforcement'],
    ['inspector3', 'inspector', 'enforcement'],
    ['clerk', 'clerk', 'window'],
    ['reviewer1', 'reviewer', 'hazchem'],
    ['reviewer2', 'reviewer', 'hazchem'],
    ['chief', 'section-chief', 'enforcement'],
    ['hazchem', 'section-chief', 'hazchem'],
    ['legal', 'legal-reviewer', 'legal'],
    ['leader', 'leader', 'leadership'],
    ['supervisor', 'supervisor', 'committee'],
    ['duty', 'duty-officer', 'command'],
    ['duty2', 'duty-officer', 'command'],
    ['commander', 'commander', 'command'],
    ['admin', 'administrator', 'administration'],
    ...memberBureaus.flatMap((kind): Post[] => [
      [`${stemOf(kind)}.inspector`, 'inspector', kind],
      [`${stemOf(kind)}.chief`, 'section-chief', kind],
    ]),
  ],
  county: [
    ['inspector1', 'inspector', 'bureau'],
    ['inspector2', 'inspector', 'bureau'],
    ['inspector3', 'inspector', 'bureau'],
    ['inspector4', 'inspector', 'bureau'],
    ['clerk', 'clerk', 'bureau'],
    ['reviewer1', 'reviewer', 'bureau'],
    ['reviewer2', 'reviewer', 'bureau'],
    ['chief', 'section-chief', 'bureau'],
    ['legal', 'legal-reviewer', 'bureau'],
    ['leader', 'leader', 'bureau'],
    ['supervisor', 'supervisor', 'committee'],
    ['duty', 'duty-officer', 'bureau'],
    ['commander', 'commander', 'bureau'],
  ],
}

/** Who holds a second post: in a small city the operator of the platform also sits in the safety committee office. */
const secondPosts: Record<string, (readonly [Role, OfficeKind])[]> = {
  'city.admin': [['supervisor', 'committee']],
}

/** How a region is called in user names. */
export const regionStem: Record<Region, string> = {
  '330000': 'province',
  '330800': 'city',
  '330802': 'kecheng',
  '330803': 'qujiang',
  '330822': 'changshan',
  '330824': 'kaihua',
  '330825': 'longyou',
  '330871': 'newcity',
  '330881': 'jiangshan',
}

export const counties = (Object.keys(regions) as Region[]).filter(
  (region) => regions[region].level === 'county',
)

/** The people of all offices, in a fixed order; `names` goes on to the people of the enterprises. */
export const seedOfficials = (names: ReturnType<typeof createNames>): SeedPerson[] =>
  (Object.keys(regions) as Region[]).flatMap((region) =>
    postsOf[regions[region].level].map(([stem, role, kind]) => {
      const username = `${regionStem[region]}.${stem}`
      const held = [[role, kind] as const, ...(secondPosts[username] ?? [])]
      return seedPerson(
        username,
        names(),
        null,
        held.map(([role, kind]) => ({ office: officeId(kind, region), role, region })),
      )
    }),
  )

/** Whoever proposes a calendar may not approve it. He comes last, so that nobody else changes his name. */
export const seedSecondAdministrator = (names: ReturnType<typeof createNames>): SeedPerson => {
  const [role, region] = ['administrator', '330800'] as const
  return seedPerson('city.admin2', names(), null, [
    { office: officeId('administration', region), role, region },
  ])
}

/** Who keeps the duty of a member bureau, and the people of the health commission. They come after everybody else, whose names stay. */
export const seedBureauDuty = (names: ReturnType<typeof createNames>): SeedPerson[] => {
  const region = '330800'
  const posts: Post[] = [
    ['health.inspector', 'inspector', 'health'],
    ['health.chief', 'section-chief', 'health'],
    ...bureausOnDuty.map((kind): Post => [`${stemOf(kind)}.duty`, 'duty-officer', kind]),
  ]
  return posts.map(([stem, role, kind]) =>
    seedPerson(`${regionStem[region]}.${stem}`, names(), null, [
      { office: officeId(kind, region), role, region },
    ]),
  )
}

/** With whom the county's duty officer takes turns. He comes last, so that nobody else changes his name. */
export const seedSecondDutyOfficer = (names: ReturnType<typeof createNames>): SeedPerson => {
  const [role, region] = ['duty-officer', '330802'] as const
  return seedPerson(`${regionStem[region]}.duty2`, names(), null, [
    { office: officeId('command', region), role, region },
  ])
}

/** Who answers for the police in a response: the table of competences names no police, so he comes after all others. */
export const seedPoliceDuty = (names: ReturnType<typeof createNames>): SeedPerson => {
  const [role, region] = ['duty-officer', '330800'] as const
  return seedPerson(`${regionStem[region]}.${stemOf('police')}.duty`, names(), null, [
    { office: officeId('police', region), role, region },
  ])
}

/** A person of the demo; the account has the same id. */
export const seedPerson = (
  username: string,
  name: ReturnType<ReturnType<typeof createNames>>,
  enterprise: string | null,
  appointments: SeedAppointment[],
): SeedPerson => ({
  id: `p-${username}`,
  username,
  ...name,
  mail: `${username}@anjian.example`,
  enterprise,
  appointments,
})

function stemOf(kind: OfficeKind): string {
  return kind === 'market-regulation'
    ? 'market'
    : kind === 'water-resources'
      ? 'water'
      : kind.replace('-', '')
}
