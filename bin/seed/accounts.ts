// With which accounts can a newcomer look around the demo, and what is each of them for?
import type { Text } from '../../domain/language/words.ts'
import { standingOffices } from '../../domain/organisation/offices.ts'
import { regions } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import { seedEnterprises } from './enterprises.ts'
import { createNames } from './names.ts'
import {
  type SeedPerson,
  seedBureauDuty,
  seedOfficials,
  seedPoliceDuty,
  seedSecondAdministrator,
  seedSecondDutyOfficer,
} from './organisation.ts'

export type DemoAccount = {
  username: string
  password: string
  name: string
  roles: Role[]
  place: Text
}

/** Of every account of the demo, and of no other. */
export const DEMO_PASSWORD = 'Anjian-2026'

/** All that README names. Each has something to do when the seed is done (see stories.ts), reads what late cases tell him, or waits for alarms. */
const demoUsernames = [
  'e001.safety',
  'e001.principal',
  'kecheng.inspector1',
  'kecheng.inspector2',
  'kecheng.chief',
  'kecheng.leader',
  'kecheng.clerk',
  'kecheng.reviewer1',
  'kecheng.reviewer2',
  'kecheng.duty',
  'e002.principal',
  'qujiang.inspector1',
  'qujiang.inspector2',
  'qujiang.chief',
  'e003.principal',
  'changshan.inspector1',
  'changshan.inspector2',
  'changshan.chief',
  'changshan.legal',
  'changshan.leader',
  'city.supervisor',
  'city.leader',
  'province.supervisor',
  'city.admin',
  'city.admin2',
]

/** The whole demo in memory: what the seed inserts and what these accounts are read from. */
export const demoRegisters = () => {
  const names = createNames()
  const officials = seedOfficials(names)
  const { enterprises, people } = seedEnterprises(names)
  return {
    offices: standingOffices(),
    enterprises,
    people: [
      ...officials,
      ...people,
      seedSecondAdministrator(names),
      ...seedBureauDuty(names),
      seedSecondDutyOfficer(names),
      seedPoliceDuty(names),
    ],
  }
}

/** The accounts printed at the start and offered on the sign-in page. */
export const demoAccounts = (): DemoAccount[] => {
  const { offices, enterprises, people } = demoRegisters()
  const placeOf = ({ enterprise, appointments }: SeedPerson): Text => {
    const own = enterprises.find(({ id }) => id === enterprise)
    if (own) return { zh: own.name, en: `${own.name} (${regions[own.region].name.en})` }
    return offices.find(({ id }) => id === appointments[0]?.office)?.name ?? { zh: '', en: '' }
  }
  // An alarm of the demo may ring in any county and be any bureau's: whoever looks for it finds that desk.
  const duty = people
    .filter(({ appointments }) => appointments.some(({ role }) => role === 'duty-officer'))
    .map(({ username }) => username)
  return [...new Set([...demoUsernames, ...duty])].flatMap((username) => {
    const person = people.find((one) => one.username === username)
    if (!person) return []
    const held = person.appointments.map(({ role }) => role)
    return [
      { username, password: DEMO_PASSWORD, name: person.name, roles: held, place: placeOf(person) },
    ]
  })
}
