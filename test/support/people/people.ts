// Named people of two counties, the city and an enterprise, for suites that need no seed.
import type { Database } from '../../../db/client.ts'
import {
  appointments,
  enterprises,
  offices,
  personPhones,
  persons,
} from '../../../db/schema/organisation/organisation.ts'
import { maskedNumber } from '../../../domain/calls/phone.ts'
import { enterpriseOffice, officeId } from '../../../domain/organisation/offices.ts'
import type { Region } from '../../../domain/organisation/regions.ts'
import type { Role } from '../../../domain/organisation/roles.ts'

type Post = [name: string, role: Role, office: string, region: Region, enterprise: string | null]

export const enterpriseId = 'e-1'
const bureau = (region: Region) => officeId('enforcement', region)

/** id → post; the id is also the user name. */
export const people: Record<string, Post> = {
  lin: ['林检查', 'inspector', bureau('330802'), '330802', null],
  wu: ['吴检查', 'inspector', bureau('330802'), '330802', null],
  zhou: ['周检查', 'inspector', bureau('330802'), '330802', null],
  chen: ['陈科长', 'section-chief', bureau('330802'), '330802', null],
  fang: ['方科长', 'section-chief', bureau('330802'), '330802', null],
  gao: ['高局长', 'leader', bureau('330802'), '330802', null],
  ji: ['季督办', 'supervisor', officeId('committee', '330802'), '330802', null],
  hao: ['郝检查', 'inspector', bureau('330800'), '330800', null],
  yu: ['余督办', 'supervisor', officeId('committee', '330800'), '330800', null],
  sheng: ['省督办', 'supervisor', officeId('committee', '330000'), '330000', null],
  shi: ['市领导', 'leader', officeId('leadership', '330800'), '330800', null],
  jiang: ['江检查', 'inspector', bureau('330881'), '330881', null],
  qi: ['戚安全', 'enterprise-safety', enterpriseOffice(enterpriseId), '330802', enterpriseId],
  mao: ['毛总', 'enterprise-principal', enterpriseOffice(enterpriseId), '330802', enterpriseId],
}

/** Who grants licences beside them, in the same county and in the city. */
export const licensers: Record<string, Post> = {
  kou: ['寇窗口', 'clerk', officeId('window', '330802'), '330802', null],
  shen: ['申审查', 'reviewer', officeId('hazchem', '330802'), '330802', null],
  song: ['宋审查', 'reviewer', officeId('hazchem', '330802'), '330802', null],
  bai: ['白窗口', 'clerk', officeId('window', '330800'), '330800', null],
  luo: ['罗审查', 'reviewer', officeId('hazchem', '330800'), '330800', null],
}

/** Who keeps the duty desk of the county and that of the city. */
export const onDuty: Record<string, Post> = {
  dan: ['单值班', 'duty-officer', officeId('command', '330802'), '330802', null],
  du: ['杜值班', 'duty-officer', officeId('command', '330800'), '330800', null],
}

/** Who is wanted in an emergency beside them: the province's desk, the county's commander, the city's section chief. */
export const inCommand: Record<string, Post> = {
  sun: ['孙值班', 'duty-officer', officeId('command', '330000'), '330000', null],
  zong: ['宗指挥', 'commander', officeId('command', '330802'), '330802', null],
  ke: ['柯科长', 'section-chief', officeId('enforcement', '330800'), '330800', null],
}

/** Who reviews the penalties of the county in law. */
export const inLaw: Record<string, Post> = {
  fa: ['法审核', 'legal-reviewer', officeId('legal', '330802'), '330802', null],
}

/** Everybody who may be named in a test. */
export const posts: Record<string, Post> = {
  ...people,
  ...licensers,
  ...onDuty,
  ...inCommand,
  ...inLaw,
}

/** Who keeps the duty of bureaus of the city: they have to do with alarms alone. */
export const bureausOnDuty: Record<string, Post> = {
  lu: ['陆值班', 'duty-officer', officeId('transport', '330800'), '330800', null],
  huo: ['霍值班', 'duty-officer', officeId('fire', '330800'), '330800', null],
}

/** Writes the people, their posts and their enterprise. */
export const settle = async (db: Database): Promise<void> => {
  await db.insert(enterprises).values({
    id: enterpriseId,
    code: '91330802MA00000000',
    name: '衢州试验化工有限公司',
    pinyin: 'qzsyhg',
    region: '330802',
    industry: '化工',
    address: '试验路1号',
    principal: '毛总',
  })
  for (const region of ['330802', '330881', '330800'] as const)
    await db
      .insert(offices)
      .values({ id: bureau(region), kind: 'bureau', region, name: { zh: region, en: region } })
      .onConflictDoNothing()
  await settleThem(db, people)
}

/** Writes these people and their posts. */
export const settleThem = async (db: Database, them: Record<string, Post>): Promise<void> => {
  const since = '2004-01-01T00:00:00.000Z'
  for (const [id, [name, role, office, region, enterprise]] of Object.entries(them)) {
    await db.insert(persons).values({
      id,
      username: id,
      name,
      pinyin: id,
      mail: `${id}@anjian.example`,
      enterprise,
      active: true,
    })
    await db.insert(appointments).values({ person: id, office, role, region, since, until: null })
  }
}

/** Made-up numbers, by which these people are called. */
export const settlePhones = async (db: Database, phones: Record<string, string>): Promise<void> => {
  const rows = Object.entries(phones).map(([person, phone]) => ({
    person,
    phone,
    masked: maskedNumber(phone),
    by: 'test',
    at: '2004-01-01T00:00:00.000Z',
  }))
  await db.insert(personPhones).values(rows)
}
