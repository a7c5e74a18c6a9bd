// Which acts are measured, on which cases, and which of them were acknowledged?
import { randomUUID } from 'node:crypto'
import type { ActAnswer } from '../contract/case/cases.ts'
import { commandId } from '../domain/identity/commands.ts'
import type { Visitor } from './http.ts'
import { abreast } from './loop.ts'

const PROCESS = 'hazard-rectification'
const AGAIN_AFTER_MS = 250
const PATIENCE_MS = 30_000

/** `taskId`: of which task; none: the case's. */
type Step = { who: Visitor; type: string; data?: Record<string, unknown>; taskId?: string }
/** One case and what is done to it, round and round. */
export type Track = { caseId: string; steps: Step[]; done: number }
type ActResult = { track: Track; step: Step; key: string; commandId: string; revision: number }
/** Everything that was answered with "committed", and how often one had to ask again under the same key. */
export type Ledger = { acked: ActResult[]; retries: number }

/** A desk act: a task is claimed and given back. One fact each, nobody is notified. */
export const deskSteps = (by: Visitor): Step[] => [
  { who: by, type: 'claim' },
  { who: by, type: 'release', data: { reason: '测量' } },
]

/** A round through the chart: one inspector proposes, a second signs and the enterprise is notified by mail, the step is returned. */
export const chartSteps = (one: Visitor, other: Visitor): Step[] => [
  {
    who: one,
    type: 'verify',
    data: { grade: 'general', findings: '现场核实情况属实', opinion: '同意' },
  },
  { who: other, type: 'sign', data: { opinion: '同意' } },
  { who: one, type: 'return', data: { to: 'handling.verifying', reason: '测量' } },
]

/** Opens cases over HTTP, eight at a time. */
export const openCases = async (by: Visitor, count: number): Promise<string[]> => {
  const ids: string[] = []
  await abreast(count, 8, async (number) => {
    const fields = {
      title: `配电箱前堆放杂物 ${number}`,
      site: '一号车间',
      category: 'electricity',
      description: '配电箱前堆放纸箱，影响操作。',
    }
    const { status, body } = await by.ask<ActAnswer>(
      'POST',
      `/api/cases/${PROCESS}`,
      { data: fields },
      { 'idempotency-key': randomUUID() },
    )
    if (status !== 201) throw new Error(`a case is not opened: ${status} ${JSON.stringify(body)}`)
    ids.push(body.id)
  })
  return ids
}

/** Does one thing once; answers the milliseconds until its commit. */
export const performOnce = (caseId: string, step: Step, ledger: Ledger): Promise<number> =>
  perform({ caseId, steps: [step], done: 0 }, ledger)

/** Does the next step of a case and waits for the commit; answers the milliseconds. An unclear answer, or none, is asked for again, as browsers do. */
export const perform = async (
  track: Track,
  ledger: Ledger,
  patienceMs = PATIENCE_MS,
): Promise<number> => {
  const step = track.steps[track.done % track.steps.length]
  if (!step) throw new Error('a track without steps')
  const key = randomUUID()
  const sent = performance.now()
  const revision = await send(track.caseId, step, key, ledger, patienceMs)
  const took = performance.now() - sent
  track.done += 1
  ledger.acked.push({ track, step, key, commandId: commandId(step.who.id, key), revision })
  return took
}

const send = async (
  caseId: string,
  step: Step,
  key: string,
  ledger: Ledger,
  patienceMs = PATIENCE_MS,
): Promise<number> => {
  const { who, type, data = {}, taskId = null } = step
  for (const until = Date.now() + patienceMs; ; ) {
    const { status, body } = await who
      .ask<ActAnswer>(
        'POST',
        `/api/cases/${caseId}/acts`,
        { type, data, taskId },
        { 'idempotency-key': key },
      )
      .catch(({ message }: Error) => ({
        status: 504,
        body: { committed: false as const, revision: 0, message },
      }))
    if (status === 200 && body.committed) return body.revision
    if (status < 500 || Date.now() > until)
      throw new Error(`${type}: ${status} ${JSON.stringify(body)}`)
    ledger.retries += 1
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
  }
}

/** Sends some acknowledged acts once more under their keys: each must be answered with the revision it had. */
export const sendAgain = async (ledger: Ledger, count: number): Promise<void> => {
  const every = Math.max(1, Math.floor(ledger.acked.length / count))
  for (const { track, step, key, revision } of ledger.acked.filter(
    (_, index) => index % every === 0,
  )) {
    const again = await send(track.caseId, step, key, ledger)
    if (again !== revision)
      throw new Error(`the same key was answered with revision ${again} instead of ${revision}`)
  }
}

/** Gives each of the clients things of its own, in turn. */
export const turns = <Thing>(things: Thing[], clients: number): ((client: number) => Thing) => {
  const next = Array.from({ length: clients }, (_, client) => client)
  return (client) => {
    const place = next[client] ?? client
    next[client] = place + clients < things.length ? place + clients : client
    return things[place] as Thing
  }
}
