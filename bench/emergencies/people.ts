// Who are the forty people that answer three emergencies at once, and how do they come to be known?
import { hashPassword } from '../../api/http/accounts.ts'
import { DEMO_PASSWORD } from '../../bin/seed/accounts.ts'
import { saveAccount } from '../../db/organisation/accounts.ts'
import { appointments, persons } from '../../db/schema/organisation/organisation.ts'
import { addressKey, type OfficeKind, officeId } from '../../domain/organisation/offices.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import type { Stage } from '../stage.ts'

type Member = { id: string; role: Role; office: OfficeKind; region: Region }
export type Unit = Member & { to: string }
/** `stem`: how the county is called in user names of the demo. */
export type Team = { stem: string; region: Region; officers: Member[]; units: Unit[] }

const CITY = '330800'
const OFFICERS: Role[] = ['duty-officer', 'duty-officer', 'commander']

/** Each bureau works for one emergency alone, so that whoever reads his pool there finds what is his. */
const places: { stem: string; region: Region; bureaus: OfficeKind[]; units: number }[] = [
  { stem: 'kecheng', region: '330802', bureaus: ['fire', 'police', 'health'], units: 11 },
  {
    stem: 'qujiang',
    region: '330803',
    bureaus: ['environment', 'transport', 'market-regulation'],
    units: 10,
  },
  { stem: 'longyou', region: '330825', bureaus: ['water-resources', 'housing'], units: 10 },
]

export const teams: Team[] = places.map(({ stem, region, bureaus, units }) => ({
  stem,
  region,
  officers: OFFICERS.map((role, n) => ({
    id: `bench-${stem}-officer${n + 1}`,
    role,
    office: 'command',
    region,
  })),
  units: Array.from({ length: units }, (_, n) => {
    const office = bureaus[n % bureaus.length] as OfficeKind
    return {
      id: `bench-${stem}-unit${n + 1}`,
      role: 'duty-officer',
      office,
      region: CITY,
      to: addressKey({ role: 'duty-officer', office, level: 'city' }),
    }
  }),
}))

export const countOf = (some: Team[]): number =>
  some.reduce((sum, { officers, units }) => sum + officers.length + units.length, 0)

/** All have the password of the demo. */
export const signUpTeams = async ({ db }: Stage): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const since = '2020-01-01T00:00:00.000Z'
  for (const { id, role, office, region } of teams.flatMap(({ officers, units }) => [
    ...officers,
    ...units,
  ])) {
    const person = { id, username: id, name: id, pinyin: id, mail: `${id}@anjian.example` }
    await db.insert(persons).values({ ...person, enterprise: null, active: true })
    await db
      .insert(appointments)
      .values({ person: id, office: officeId(office, region), role, region, since })
    await saveAccount(db, { id, username: id, name: id, passwordHash })
  }
}
