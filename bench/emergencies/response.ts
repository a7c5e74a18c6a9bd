// How do the people of one emergency work: officers give orders and write the log, units carry them out on their phones?
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ActAnswer } from '../../contract/case/cases.ts'
import { type Ledger, performOnce } from '../acts.ts'
import { signIn, type Visitor } from '../http.ts'
import { openRoom, type Room } from './incident-room.ts'
import type { Team } from './people.ts'
import { openPhone, type Phone } from './phone.ts'

type Kind = 'order' | 'log' | 'unit'
/** Milliseconds of each act until its answer, by who did what. */
export type ActTimes = Record<Kind, number[]>
export type Response = {
  caseId: string
  ordersGiven: string[]
  acts: ActTimes
  /** From sending an order until it was announced to the unit's phone, and until its inbox showed it. */
  announced: number[]
  visible: number[]
  /** Orders that no phone has shown in time, and orders that a phone has shown twice. */
  never: number
  twice: number
}
/** How many orders, and how long the officers of one emergency take to give them. */
export type Pace = { orders: number; seconds: number }

const PATIENCE_MS = 30_000
/** A unit takes so long over each of its three acts, and again a part of it. */
const THINKING_MS = 900
const LOG_ENTRIES_PER_ORDER = 0.5

/** A fire that has been verified, and whose response has been started by the county's own people. */
export const openEmergency = async (base: string, { stem, region }: Team): Promise<string> => {
  const [duty, leader] = await Promise.all(
    ['duty', 'leader'].map((post) => signIn(base, `${stem}.${post}`)),
  )
  if (!duty || !leader) throw new Error('nobody to report an emergency')
  const data = {
    source: 'telephone',
    kind: 'fire',
    title: `东港七路仓库起火（${stem}）`,
    site: '东港七路18号',
    region,
    happenedAt: new Date(Date.now() - 600_000).toISOString(),
    description: '仓库冒烟，有无人员被困不明',
  }
  const { status, body } = await duty.ask<ActAnswer>(
    'POST',
    '/api/cases/emergency-response',
    { data },
    { 'idempotency-key': randomUUID() },
  )
  if (status !== 201)
    throw new Error(`an emergency is not opened: ${status} ${JSON.stringify(body)}`)
  const unmeasured: Ledger = { acked: [], retries: 0 }
  const verify = { who: duty, type: 'verify', data: { findings: '属实' } }
  const start = {
    who: leader,
    type: 'start-response',
    data: { level: '4', reason: '火势较大', period: '六小时', measures: '灭火、警戒' },
  }
  for (const step of [verify, start]) await performOnce(body.id, step, unmeasured)
  return body.id
}

type Crew = { officers: Visitor[]; rooms: Room[]; phones: Phone[] }

/** All at once until the last order is carried out. Every officer has the incident room open, every unit its inbox. */
export const respond = async (
  base: string,
  team: Team,
  caseId: string,
  { orders, seconds }: Pace,
  ledger: Ledger,
): Promise<Response> => {
  const crew = await assemble(base, team, caseId)
  const response: Response = {
    caseId,
    ordersGiven: [],
    acts: { order: [], log: [], unit: [] },
    announced: [],
    visible: [],
    never: 0,
    twice: 0,
  }
  const sentAt = new Map<string, number>()
  const everyMs = (seconds * 1_000 * crew.officers.length) / orders
  const give = crew.officers.map(async (who, nth) => {
    await sleep((everyMs / crew.officers.length) * nth)
    const began = Date.now()
    const own = Math.floor((orders + nth) / crew.officers.length)
    for (let n = 0; n < own; n += 1) {
      await sleep(Math.max(0, began + n * everyMs - Date.now()))
      const unit = (n * crew.officers.length + nth) % team.units.length
      await giveOrder({ caseId, who, ledger, response, sentAt }, team, unit)
      if ((n * LOG_ENTRIES_PER_ORDER) % 1 === 0)
        response.acts.log.push(await performOnce(caseId, logEntry(who, n), ledger))
    }
  })
  const work = crew.phones.map((phone) => workOff(phone, { caseId, ledger, response, sentAt }))
  await Promise.all(give)
  await carriedOut(response, orders)
  for (const one of [...crew.phones, ...crew.rooms]) one.close()
  await Promise.all(work)
  response.never = orders - response.visible.length
  response.twice = crew.phones.reduce((sum, { twice }) => sum + twice(), 0)
  return response
}

const assemble = async (base: string, team: Team, caseId: string): Promise<Crew> => {
  const visitors = await Promise.all(
    [...team.officers, ...team.units].map(({ id }) => signIn(base, id)),
  )
  const officers = visitors.slice(0, team.officers.length)
  const phones = visitors.slice(team.officers.length)
  return {
    officers,
    rooms: await Promise.all(officers.map((officer) => openRoom(officer, caseId))),
    phones: await Promise.all(phones.map((visitor, nth) => openPhone(visitor, nth))),
  }
}

type Work = { caseId: string; ledger: Ledger; response: Response; sentAt: Map<string, number> }

/** The words of an order name the phone that is to take it: several people read the same pool. */
const giveOrder = async (
  { caseId, who, ledger, response, sentAt }: Work & { who: Visitor },
  { units }: Team,
  unit: number,
): Promise<void> => {
  const no = response.ordersGiven.length + 1
  const task = `第${no}组任务，由${unit}号机承办`
  response.ordersGiven.push(task)
  sentAt.set(task, Date.now())
  const data = { to: units[unit]?.to, task, details: '按现场指挥部部署执行，随时报告进展。' }
  const finishBy = new Date(Date.now() + 3 * 3_600_000).toISOString()
  response.acts.order.push(
    await performOnce(caseId, { who, type: 'give-order', data: { ...data, finishBy } }, ledger),
  )
}

const logEntry = (who: Visitor, n: number) => ({
  who,
  type: 'note-event',
  data: {
    happenedAt: new Date(Date.now() - 60_000).toISOString(),
    text: `${n + 1}号水枪阵地出水，东侧火势减弱`,
  },
})

const unitActs = [
  { type: 'receive-order', data: { note: '两车十二人' } },
  { type: 'begin-order', data: { note: '已到场' } },
  { type: 'finish-order', data: { result: '任务完成' } },
]

/** One order after the other, as they come to this phone: it looks at the case, receives, begins and finishes. */
const workOff = async (phone: Phone, { caseId, ledger, response, sentAt }: Work): Promise<void> => {
  for await (const { taskId, words, announced, visible } of phone.orders) {
    const sent = sentAt.get(words) ?? Number.NaN
    response.announced.push(announced - sent)
    response.visible.push(visible - sent)
    await phone.read(caseId)
    for (const act of unitActs) {
      await sleep(THINKING_MS * (1 + (response.visible.length % 7) / 7))
      const step = { who: phone.visitor, taskId, ...act }
      response.acts.unit.push(await performOnce(caseId, step, ledger))
    }
  }
}

const carriedOut = async ({ acts }: Response, orders: number): Promise<void> => {
  const wanted = orders * unitActs.length
  for (const end = Date.now() + PATIENCE_MS; acts.unit.length < wanted && Date.now() < end; )
    await sleep(100)
}
