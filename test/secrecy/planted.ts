// How does a canary come into every confidential field that a process has, and how do those cases go on?
import { and, eq, sql } from 'drizzle-orm'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { secretFieldsOf } from '../../domain/model/confidential.ts'
import { processes } from '../../domain/processes.ts'
import type { House } from '../api/house.ts'
import { called, samples } from '../emergency-response/samples.ts'
import { matter, sample } from '../enforcement-case/samples.ts'
import { act, asPublic, hazardReport, verified } from '../public/report-sending.ts'

export type Planted = { process: string; id: string; fields: string[] }

/** What is written into a field, told from all others. */
export const canaryOf = (process: string, field: string): string => `HUSH-${process}-${field}`
export const correctedTo = (process: string, field: string): string =>
  `HUSH-new-${process}-${field}`
/** Every word that nobody may read anywhere. */
export const canary = /HUSH-[a-z]/

const secretsOf = (process: string): Record<string, string> =>
  Object.fromEntries(
    (processes[process] ? secretFieldsOf(processes[process]) : []).map(({ name }) => [
      name,
      canaryOf(process, name),
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
  const { region: _, ...form } = matter
  const { informant } = secretsOf('enforcement-case')
  const { status, body } = await house.as('lin', '/api/cases/enforcement-case', {
    json: { data: { ...form, informant } },
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
    fields: Object.keys(secretsOf(process)),
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
  for (const { process, id, fields } of planted) {
    if (process === 'hazard-rectification') await handleHazard(house, id)
    else if (process === 'emergency-response') await handleEmergency(house, id)
    else await investigate(house, id)
    for (const field of fields) await correct(house, { process, id, field })
    await carryOut(house, id, process)
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
