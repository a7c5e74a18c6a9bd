// Do fifty phones that come back to the network at once lose nothing, and does anybody else who acts notice?
import { eq } from 'drizzle-orm'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import {
  deskSteps,
  type Ledger,
  openCases,
  perform,
  performOnce,
  type Track,
  turns,
} from '../acts.ts'
import { signIn } from '../http.ts'
import { abreast, closedLoop } from '../loop.ts'
import { closingAfter, openStage, type Stage } from '../stage.ts'
import { cookieOf, type Sent, sendDay } from './phone.ts'

export type PhonesSize = { phones: number; photos: number }
/** Milliseconds in ascending order. */
export type PhonesFigures = PhonesSize & {
  clients: number
  alone: number[]
  beside: number[]
  seconds: number
  /** Of what the phones know as taken: notes and photographs that are not on record, and those that are there more than once. */
  lost: number
  doubled: number
  retries: number
}

const CLIENTS = 8
const CASES = 64
const ALONE_SECONDS = 30
/** Two officers go to one visit. */
const PHONES_PER_VISIT = 2
/** As the outbox waits between two entries of many. */
const PAUSE_MS = 0
const officers = [1, 2, 3].map((nth) => `kecheng.inspector${nth}`)

export const measurePhones = async (
  log: (words: string) => void,
  size: PhonesSize,
): Promise<PhonesFigures> => {
  const stage = await openStage()
  return closingAfter(stage.close, () => run(stage, log, size))
}

const run = async (
  stage: Stage,
  log: (words: string) => void,
  size: PhonesSize,
): Promise<PhonesFigures> => {
  log(`phones: ${size.phones}, each with ${size.photos} photographs`)
  const visits = await openVisits(stage, Math.ceil(size.phones / PHONES_PER_VISIT))
  const act = await actorOn(stage)
  await act(3)
  const alone = await act(ALONE_SECONDS)
  log('phones: all back at once')
  const began = performance.now()
  let done = false
  const sending = sendAll(stage, visits, size).finally(() => {
    done = true
  })
  const beside: number[] = []
  while (!done) beside.push(...(await act(5)))
  const sent = await sending
  const seconds = (performance.now() - began) / 1000
  beside.sort((a, b) => a - b)
  const retries = sent.reduce((sum, one) => sum + one.retries, 0)
  return {
    ...size,
    clients: CLIENTS,
    alone,
    beside,
    seconds,
    retries,
    ...(await counted(stage, sent)),
  }
}

/** Of a report, so that no notice is waited for; approved, and gone to. */
const openVisits = async (stage: Stage, count: number): Promise<string[]> => {
  const [inspector, leader] = await Promise.all(
    ['kecheng.inspector1', 'kecheng.leader'].map((one) => signIn(stage.base, one)),
  )
  const party = await signIn(stage.base, 'e001.principal')
  const me = await party.ask<{ enterprise: { id: string } }>('GET', '/api/me')
  const ledger: Ledger = { acked: [], retries: 0 }
  const ids: string[] = []
  await abreast(count, 4, async (number) => {
    const data = {
      enterprise: me.body.enterprise.id,
      title: `现场检查 ${number}`,
      ground: 'tip',
      reason: '投诉举报',
      checklist: 'general',
      scope: '现场抽查',
      plannedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    }
    const path = '/api/cases/administrative-inspection'
    const { status, body } = await inspector!.ask<{ id: string }>('POST', path, { data })
    if (status !== 201) throw new Error(`no visit: ${status} ${JSON.stringify(body)}`)
    await performOnce(body.id, { who: leader!, type: 'approve-inspection' }, ledger)
    ids.push(body.id)
  })
  return ids
}

const actorOn = async (stage: Stage): Promise<(seconds: number) => Promise<number[]>> => {
  const ids = await openCases(await signIn(stage.base, 'e001.safety'), CASES)
  const inspectors = await Promise.all(officers.map((one) => signIn(stage.base, one)))
  const tracks: Track[] = ids.map((caseId, at) => ({
    caseId,
    steps: deskSteps(inspectors[at % inspectors.length]!),
    done: 0,
  }))
  const ledger: Ledger = { acked: [], retries: 0 }
  const turn = turns(tracks, CLIENTS)
  return async (seconds) =>
    (
      await closedLoop({ clients: CLIENTS, warmUpSeconds: 0, seconds }, (client) =>
        perform(turn(client), ledger),
      )
    ).ms
}

const sendAll = async (
  { base }: Stage,
  visits: string[],
  { phones, photos }: PhonesSize,
): Promise<Sent[]> => {
  const cookies = await Promise.all(officers.map((one) => cookieOf(base, one)))
  const days = await Promise.all(
    Array.from({ length: phones }, (_, nth) => {
      const cookie = cookies[nth % cookies.length] ?? ''
      const caseId = visits[Math.floor(nth / PHONES_PER_VISIT)] ?? ''
      return sendDay({ base, cookie, caseId, photos }, PAUSE_MS)
    }),
  )
  return days.flat()
}

const counted = async ({ db }: Stage, sent: Sent[]) => {
  const facts = await db.select().from(caseFacts).where(eq(caseFacts.type, 'note-visit'))
  const entries = facts.map(({ data }) => String(data.entry))
  const stored = (await db.select().from(files)).filter(({ caseId }) => caseId !== null)
  const [noted, kept] = [new Set(entries), new Set(stored.map(({ sha256 }) => sha256))]
  return {
    lost: sent.filter(({ entry, sha256 }) => !noted.has(entry) || !kept.has(sha256)).length,
    doubled: entries.length - noted.size + stored.length - kept.size,
  }
}
