// Who may propose and confirm a change of an entry, and what does its form ask for and accept?
import * as v from 'valibot'
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { Field } from '../model/process.ts'
import { type Actor, groupsOf, type Person } from '../organisation/actor.ts'
import { type Address, enterpriseOffice, groupOf } from '../organisation/offices.ts'
import { ownPosts } from '../organisation/own-posts.ts'
import { inScope, type Scope } from '../organisation/policy.ts'
import { isRegion, type Region, regions } from '../organisation/regions.ts'
import { type Day, isDay } from '../time/days.ts'
import type { Register } from './define.ts'
import { type Entry, type EntryData, fieldsOf } from './entry.ts'

export type EntryPlace = { region: Region; owner: string | null }

/** What a change says: all of the entry as it is to stand. */
export type ProposedEntry = EntryPlace & {
  number: string | null
  standing: string
  from: Day
  reason: string
  data: EntryData
}

/** A person by his own posts: as a substitute nobody keeps a register. */
export const registrar = (actor: Actor): Person => {
  if (actor.kind !== 'person')
    throw new DomainError('not-allowed', [text('由有岗位的人员办理', 'For people who hold a post')])
  return { ...actor, appointments: ownPosts(actor.appointments) }
}

/** Things of enterprises lie in a county: whose authorities answer for them nobody needs to ask. */
const holdsOneOf = (person: Person, addresses: readonly Address[], place: EntryPlace): boolean => {
  if (place.owner !== null && regions[place.region].level !== 'county') return false
  const held = groupsOf(person)
  return addresses.some((address) => held.includes(groupOf(address, place) ?? ''))
}

export const mayPropose = ({ propose }: Register, person: Person, place: EntryPlace): boolean =>
  holdsOneOf(person, propose, place)
export const mayConfirm = ({ confirm }: Register, person: Person, place: EntryPlace): boolean =>
  holdsOneOf(person, confirm, place)

/** The regions in which he may propose a new entry, of his enterprise where he has one. */
export const placesToPropose = (register: Register, person: Person): Region[] => {
  const owners = ownersFor(register, person)
  return (Object.keys(regions) as Region[]).filter((region) =>
    owners.some((owner) => mayPropose(register, person, { region, owner })),
  )
}

const ownersFor = ({ owner }: Register, { enterprise }: Person): (string | null)[] =>
  enterprise !== null || owner === 'authority'
    ? [enterprise]
    : owner === 'either'
      ? [anyEnterprise, null]
      : [anyEnterprise]

/** Nobody's id: whose a new entry is an official says only in its form. */
const anyEnterprise = ''

const notProposer = text(
  '按岗位，您不能提请登记或变更此事项',
  'Your post may not propose changes of this',
)
const notConfirmer = text('按岗位，您不能确认此事项', 'Your post may not confirm changes of this')

/** Refuses whoever may not propose here. */
export const judgeProposer = (register: Register, person: Person, place: EntryPlace): void => {
  if (!mayPropose(register, person, place)) throw new DomainError('not-allowed', [notProposer])
}

/** Who confirms instead of whoever proposed. */
export const anotherConfirmer = text(
  '须由另一名有权确认的人员确认',
  'another person who may confirm does',
)

export const judgeConfirmer = (register: Register, person: Person, place: EntryPlace): void => {
  if (!mayConfirm(register, person, place)) throw new DomainError('not-allowed', [notConfirmer])
}

/** What every entry has is called, whatever its register. */
export const ownWords = {
  number: text('编号', 'Number'),
  region: text('所在地', 'Where it is'),
  owner: text('所属企业', 'Enterprise'),
  standing: text('状态', 'Standing'),
  from: text('自何日起', 'From which day'),
  ownerHint: text('主管部门自有的不填', 'Leave it open for what is the authorities’ own'),
  fromHint: text(
    '变化实际发生的日期，不能晚于今天',
    'The day on which it changed; not after today',
  ),
  reason: text('理由和依据', 'Reason'),
}

const own = (
  name: string,
  kind: Field['kind'],
  label: Text,
  extra: Partial<Field> = {},
): Field => ({
  name,
  kind,
  words: label,
  required: true,
  ...extra,
})

/** `places`: where it may be proposed; `entry`: null for a new one, whose place and number are asked for too. */
export type FormFor = {
  places: readonly Region[]
  entry: Pick<Entry, 'standing'> | null
  party: boolean
}

/** The form of a change: what every entry has, around the register's own fields as the proposer reads them. */
export const changeForm = (register: Register, { places, entry, party }: FormFor): Field[] => [
  ...(entry ? [] : placeFields(register, places, party)),
  ...typedFields(register, party),
  ...(entry
    ? [own('standing', 'choice', ownWords.standing, { choices: standingChoices(register) })]
    : []),
  own('from', 'date', ownWords.from, { hint: ownWords.fromHint }),
  own('reason', 'long-text', ownWords.reason),
]

/** What is asked of the proposer: not what the product writes. */
const typedFields = (register: Register, party: boolean): Field[] =>
  fieldsOf(register, party ? 'party' : 'authority').filter((field) => !field.systemSupplied)

const ownerFields = (owner: Register['owner']): Field[] => {
  if (owner === 'authority') return []
  const either = { required: false, hint: ownWords.ownerHint }
  return [own('owner', 'text', ownWords.owner, owner === 'either' ? either : {})]
}

const placeFields = (register: Register, places: readonly Region[], party: boolean): Field[] => [
  ...('pattern' in register.number
    ? [own('number', 'text', ownWords.number, { hint: register.number.hint })]
    : []),
  own('region', 'choice', ownWords.region, {
    choices: Object.fromEntries(places.map((region) => [region, regions[region].name])),
  }),
  ...(party ? [] : ownerFields(register.owner)),
]

const standingChoices = ({ standings }: Register): Record<string, Text> =>
  Object.fromEntries(Object.entries(standings).map(([name, { words: label }]) => [name, label]))

const someText = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const someDay = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => isDay(value), '日历上没有这一天 | is no day of the calendar'),
)

const longestNumber = 60

/** What is matched is all of it, wherever the pattern itself leaves an end open. */
const wholeNumber = ({ source, flags }: RegExp) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(longestNumber),
    v.regex(new RegExp(`^(?:${source})$`, flags)),
  )

const ownerSchema = (owner: Register['owner']): Record<string, v.GenericSchema> =>
  owner === 'authority'
    ? {}
    : { owner: owner === 'either' ? v.optional(someText(40)) : someText(40) }

/** What a change may say, as `changeForm` asks for it. A party's own schema has no place for what it does not read. */
export const changeSchema = (
  register: Register,
  { entry, party }: Pick<FormFor, 'entry' | 'party'>,
) => {
  const fields = typedFields(register, party)
  return v.strictObject({
    ...Object.fromEntries(
      fields.map(({ name }) => [name, register.fields[name]?.schema ?? v.never()]),
    ),
    ...(entry
      ? { standing: v.picklist(Object.keys(register.standings)) }
      : {
          ...('pattern' in register.number ? { number: wholeNumber(register.number.pattern) } : {}),
          region: v.pipe(
            v.string(),
            v.check(isRegion, '没有这个行政区划 | is no region of the city'),
          ),
          ...(party ? {} : ownerSchema(register.owner)),
        }),
    from: someDay,
    reason: someText(1_000),
  })
}

/** What was typed as what is proposed: the rest of the entry stays as it stands, also what the proposer does not read. */
export const proposedFrom = (
  register: Register,
  typed: Record<string, unknown>,
  { entry, person }: { entry: Entry | null; person: Person },
): ProposedEntry => {
  const { number, region, owner, standing, from, reason, ...data } = typed
  const hidden = entry ? keptFrom(register, entry.data, person.enterprise !== null) : {}
  return {
    number: entry?.number ?? (typeof number === 'string' ? number : null),
    region: entry?.region ?? (region as Region),
    owner: entry ? entry.owner : ownerFrom(register, owner, person),
    standing: typeof standing === 'string' ? standing : (Object.keys(register.standings)[0] ?? ''),
    from: String(from),
    reason: String(reason),
    data: { ...hidden, ...data },
  }
}

const ownerFrom = (register: Register, owner: unknown, { enterprise }: Person): string | null =>
  register.owner === 'authority'
    ? null
    : (enterprise ?? (register.owner === 'either' && owner === undefined ? null : String(owner)))

/** What a party does not read it does not change; what an authority leaves open is open from now on. */
const keptFrom = (register: Register, data: EntryData, party: boolean): EntryData => {
  const names = fieldsOf(register, party ? 'party' : 'authority').map(({ name }) => name)
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)))
}

const tooLate = text('日期不能晚于今天', 'The day may not be after today')
const tooEarly = (day: Day): Text =>
  text(`日期不能早于上次变更的${day}`, `The day may not be before ${day}, that of the last change`)

/** What is wrong with the day of a change, in words; null: nothing. */
export const dayFault = (from: Day, today: Day, entry: Pick<Entry, 'from'> | null): Text | null => {
  if (from > today) return tooLate
  return entry && from < entry.from ? tooEarly(entry.from) : null
}

const changedMeanwhile = text(
  '登记内容在您打开之后已经变更，请核对后重新提交',
  'The entry has changed since you opened it: look at it and send again',
)
const changedSince = text(
  '提请之后登记内容已经变更，请退回，由提请人重新提请',
  'The entry has changed since this was proposed: refuse it, and let it be proposed anew',
)

/** A change is made of what was seen: another version in between refuses it. */
export const judgeVersion = (
  seen: number,
  entry: Pick<Entry, 'version'> | null,
  at: 'proposal' | 'confirmation',
): void => {
  const version = entry?.version ?? 0
  if (seen !== version)
    throw new DomainError('stale-revision', [at === 'proposal' ? changedMeanwhile : changedSince], {
      revision: version,
    })
}

export const unknownOwner = text(
  '企业名录中没有这家企业，或不在您的辖区',
  'The register has no such enterprise, or it is not in your area',
)

/** Whether a reader of this scope may name the enterprise: one of his area, or his own. `region`: null where nobody knows it. */
export const isOwnerInReach = (scope: Scope, owner: string, region: Region | null): boolean =>
  region !== null && inScope(scope, { region, owner })

/** Whom an official has named must lie in the area of whoever confirms, too; an enterprise itself has things in any county. */
export const judgeOwner = (
  scope: Scope,
  change: { owner: string | null; seen: number; byOwner: boolean },
  region: Region | null,
): void => {
  const { owner, seen, byOwner } = change
  if (owner === null || seen > 0 || byOwner) return
  if (!isOwnerInReach(scope, owner, region))
    throw new DomainError('not-possible-now', [unknownOwner])
}

/** Of an enterprise, and about what is its own. */
export const isOfOwner = (person: Person, { owner }: EntryPlace): boolean =>
  owner !== null && person.appointments.some(({ office }) => office === enterpriseOffice(owner))
