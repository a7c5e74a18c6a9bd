// How does a canary come into every confidential field that a process has, and how do those cases go on?
import { and, eq, sql } from 'drizzle-orm'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { secretFields, secretFieldsOf } from '../../domain/model/confidential.ts'
import { processes } from '../../domain/processes.ts'
import type { House } from '../api/house.ts'
import { called, samples } from '../emergency-response/samples.ts'
import { day, sample } from '../enforcement-case/samples.ts'
import { returned } from '../enforcement-case/transfer/refiled-samples.ts'
import { act, asPublic, hazardReport, verified } from '../public/report-sending.ts'
import { uploadedBy } from '../support/people/papers.ts'

/** `item`: the number of an item and what that was opened with in confidence. */
export type Planted = {
  process: string
  id: string
  fields: string[]
  item?: OfItem
  /** Powers of attorney: each is an item of its own. */
  powers?: OfItem[]
}
type OfItem = { no: number; fields: string[] }

/** What is written into a field, told from all others. */
export const canaryOf = (process: string, field: string): string => `HUSH-${process}-${field}`
export const correctedTo = (process: string, field: string): string =>
  `HUSH-new-${process}-${field}`
/** Where a form takes no word: a number that nothing else holds. */
const numbered: Record<string, string | number> = {
  identity: '330802199111110039',
  mobile: '13866660001',
  annualIncome: 987_654_321,
  counselIdentity: '330802199002020034',
  counselMobile: '13866660002',
  agentIdentity: '33080219900303004X',
  agentMobile: '13866660003',
}
/** Every word that nobody may read anywhere. */
export const canary =
  /HUSH-[a-z]|330802199111110039|1386666000[123]|987,?654,?321|330802199002020034|33080219900303004X/

/** What the form that opens an item keeps secret; nothing of it is corrected. */
const itemSecretsOf = (process: string, kind?: string): string[] =>
  (processes[process]?.items ?? [])
    .filter((one) => kind === undefined || one.kind === kind)
    .flatMap(({ opens }) => secretFields(processes[process]?.events[opens]).map(({ name }) => name))

const secretsOf = (process: string): Record<string, string | number> =>
  Object.fromEntries(
    (processes[process] ? secretFieldsOf(processes[process]) : []).map(({ name }) => [
      name,
      numbered[name] ?? canaryOf(process, name),
    ]),
  )

/** Processes that keep something secret; a new one fails here until it is planted. */
export const keeping: string[] = Object.values(processes)
  .filter((process) => secretFieldsOf(process).length > 0)
  .map(({ id }) => id)

type Follow = { number: string; code: string }

const reportHazard = async (house: House): Promise<{ id: string; follow: Follow }> => {
  const { number, code } = (
    await asPublic(house).report({ ...hazardReport, ...secretsOf('hazard-rectification') })
  ).body
  return { id: await asPublic(house).idOf(number), follow: { number, code } }
}

const reportEmergency = async (house: House): Promise<string> => {
  const { status, body } = await house.as('dan', '/api/cases/emergency-response', {
    json: { data: { ...called, enterprise: 'e-1', ...secretsOf('emergency-response') } },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

const proposeFiling = async (house: House): Promise<string> => {
  const { region: _, ...form } = returned
  const { informant, courtFinedPersons } = secretsOf('enforcement-case')
  const judged = { discoveredOn: day, returnedOn: day, effectiveOn: day, partyFined: false }
  const { status, body } = await house.as('lin', '/api/cases/enforcement-case', {
    json: { data: { ...form, ...judged, courtFinedPersons, informant } },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

/** One case of each, as it begins. */
export const plant = async (house: House): Promise<{ planted: Planted[]; follow: Follow }> => {
  const hazard = await reportHazard(house)
  const emergency = await reportEmergency(house)
  const enforcement = await proposeFiling(house)
  const of = (process: string, id: string) => ({
    process,
    id,
    fields: Object.keys(secretsOf(process)).filter(
      (name) => !itemSecretsOf(process).includes(name),
    ),
  })
  return {
    planted: [
      of('hazard-rectification', hazard.id),
      of('emergency-response', emergency),
      of('enforcement-case', enforcement),
    ],
    follow: hazard.follow,
  }
}

/** What makes documents, notices, tasks of several posts, items and a correction of each secret. */
export const goOn = async (house: House, planted: Planted[]): Promise<void> => {
  for (const one of planted) {
    const { process, id, fields } = one
    if (process === 'hazard-rectification') await handleHazard(house, id)
    else if (process === 'emergency-response') await handleEmergency(house, id)
    else await investigate(house, id)
    for (const field of fields) await correct(house, { process, id, field })
    await carryOut(house, id, process)
    if (process !== 'enforcement-case') continue
    one.item = await nameParty(house, id)
    one.powers = await nameCounsels(house, id)
  }
}

/** As the workflow does, which tries again where the database was too slow. */
const carryOut = async (
  house: House,
  caseId: string,
  process: string,
  tries = 5,
): Promise<void> => {
  try {
    await house.deps.cases.tick({ caseId, process, generation: 1 })
  } catch (error) {
    if (tries === 0) throw error
    await carryOut(house, caseId, process, tries - 1)
  }
}

const handleHazard = async (house: House, id: string) => {
  await act(house, 'lin', id, 'claim')
  await verified(house, id)
  await act(house, 'lin', id, 'issue-order', {
    dueDate: '2026-03-20',
    requirements: '整改',
    items: ['清理通道'],
    service: 'on-the-spot',
  })
}

const handleEmergency = async (house: House, id: string) => {
  const does = (who: string, type: string) => act(house, who, id, type, samples[type]?.[0] ?? {})
  for (const [who, type] of [
    ['dan', 'verify'],
    ['gao', 'start-response'],
    ['dan', 'give-order'],
    ['dan', 'report-to-city'],
    ['du', 'acknowledge-report'],
  ] as const)
    await does(who, type)
  await receiveOrder(house, id)
}

const investigate = async (house: House, id: string) => {
  const { questioned } = secretsOf('enforcement-case')
  await act(house, 'gao', id, 'approve-filing', {})
  await act(house, 'lin', id, 'record-evidence', { ...sample('record-evidence'), questioned })
  await act(house, 'wu', id, 'sign', {})
  await comesBack(house, id)
}

/** From the police and the court, which has fined somebody. */
const comesBack = async (house: House, id: string) => {
  const { personsFined } = secretsOf('enforcement-case')
  await act(house, 'lin', id, 'conclude-investigation', sample('conclude-investigation', 6))
  await act(house, 'wu', id, 'sign', {})
  await act(house, 'chen', id, 'approve-report', {})
  for (const [who, type] of [
    ['gao', 'decide-transfer'],
    ['lin', 'hand-over-police'],
    ['lin', 'record-police-filed'],
  ] as const)
    await act(house, who, id, type, sample(type))
  const returned = { ...sample('record-criminal-return', 1), partyFined: false, personsFined }
  await act(house, 'lin', id, 'record-criminal-return', returned)
}

/** A person with a canary in each answer, told of its penalty by papers that name it. */
const nameParty = async (house: House, id: string): Promise<NonNullable<Planted['item']>> => {
  const fields = itemSecretsOf('enforcement-case', 'party')
  const all = secretsOf('enforcement-case')
  const secrets = Object.fromEntries(fields.map((name) => [name, all[name]]))
  const form = sample('conclude-investigation')
  await act(house, 'lin', id, 'conclude-investigation', form)
  await act(house, 'wu', id, 'sign', {})
  await act(house, 'chen', id, 'approve-report', {})
  await act(house, 'lin', id, 'name-party', { ...sample('name-party'), ...secrets })
  for (const type of ['notify-party', 'serve-party-notice']) {
    const [item] = (await house.as('lin', `/api/cases/${id}/items`)).body.items
    const taskId = item.acts.find((one: { type: string }) => one.type === type)?.taskId
    const json = { type, data: sample(type), taskId }
    const { status, body } = await house.as('lin', `/api/cases/${id}/acts`, { json })
    if (status !== 200) throw new Error(JSON.stringify(body))
    await carryOut(house, id, 'enforcement-case')
  }
  const [item] = (await house.as('lin', `/api/cases/${id}/items`)).body.items
  return { no: item.no, fields }
}

/** A counsel of the person, and one of the enterprise. */
const nameCounsels = async (house: House, id: string): Promise<OfItem[]> => {
  const all = secretsOf('enforcement-case')
  for (const [who, kind, field, file] of [
    // A scan says who its principal is by its own name already.
    ['lin', 'party-counsel', 'counselPower', canaryOf('enforcement-case', 'counselPower')],
    ['mao', 'enterprise-counsel', 'power', '委托'],
  ] as const) {
    const names = itemSecretsOf('enforcement-case', kind)
    const secrets = Object.fromEntries(names.map((name) => [name, all[name]]))
    const power = await uploadedBy(house.send, await house.signIn(who))(
      `${file}.txt`,
      Buffer.from('委托'),
    )
    await act(house, who, id, `name-${kind}`, {
      ...sample(`name-${kind}`),
      ...secrets,
      [field]: [power],
    })
  }
  const { items } = (await house.as('lin', `/api/cases/${id}/items`)).body
  return items
    .filter(({ kind }: { kind: string }) => kind.endsWith('-counsel'))
    .map(({ no, kind }: { no: number; kind: string }) => ({
      no,
      fields: itemSecretsOf('enforcement-case', kind),
    }))
}

const receiveOrder = async (house: House, id: string) => {
  const [found] = await house.db
    .select({ record: cases.record })
    .from(cases)
    .where(eq(cases.id, id))
  const order = Object.values(found?.record.openTasks ?? {}).find(({ item }) => item !== undefined)
  const json = { type: 'receive-order', data: { note: '两车十二人' }, taskId: order?.id }
  const { status, body } = await house.as('xu', `/api/cases/${id}/acts`, { json })
  if (status !== 200) throw new Error(JSON.stringify(body))
}

const correct = async (
  house: House,
  { process, id, field }: { process: string; id: string; field: string },
) => {
  const asker = process === 'emergency-response' ? 'dan' : 'lin'
  const said = canaryOf(process, field)
  const [fact] = await house.db
    .select({ seq: caseFacts.seq })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, id), eq(sql`${caseFacts.data}->>${field}`, said)))
  const seq = fact?.seq ?? 1
  const data = { seq, field, value: correctedTo(process, field), reason: '记错' }
  await act(house, asker, id, 'request-correction', data)
  await act(house, 'chen', id, 'approve-correction', { seq, reason: '' })
}
