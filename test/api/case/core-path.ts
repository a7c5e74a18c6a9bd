// The core path of a hazard, step by step, with a mark in everything that must stay inside the authorities.
import { randomUUID } from 'node:crypto'
import type { ActAnswer } from '../../../contract/case/cases.ts'
import type { PersonAtWork, Product } from '../../support/servers/product.ts'

/** Everybody who has to do with the case, and two who must not: an inspector of another county, another enterprise. */
export const cast = {
  safety: 'e001.safety',
  principal: 'e001.principal',
  first: 'kecheng.inspector1',
  second: 'kecheng.inspector2',
  third: 'kecheng.inspector3',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
  city: 'city.supervisor',
  province: 'province.supervisor',
  elsewhere: 'qujiang.inspector1',
  other: 'e002.principal',
} as const

export type Part = keyof typeof cast
export const parts = Object.keys(cast) as Part[]
export const outsiders: Part[] = ['elsewhere', 'other']
export const party: Part[] = ['safety', 'principal']
export const official = (part: Part): boolean => !party.includes(part) && part !== 'other'

export type Act = { by: Part; type: string; data: Record<string, unknown> }
export type Step = { name: string } & (Act | { advance: string })

/** A word that the party must never read, wherever it looks. */
export const mark = (what: string): string => `CANARY-${what}`
export const marksIn = (words: string): string[] => [
  ...new Set(words.match(/CANARY-[\w-]+/g) ?? []),
]

export const beginning = '2026-03-02T01:00:00.000Z'
const act = (name: string, by: Part, type: string, data: Record<string, unknown>): Step => ({
  name,
  by,
  type,
  data,
})
const wait = (name: string, advance: string): Step => ({ name, advance })

export const report = {
  title: '安全阀失效',
  site: '三车间',
  category: 'hazchem',
  description: '安全阀超期未校验',
  suspectedMajor: true,
}

/** From the report to the write-off; `photo` is a file that only the authorities may see. */
export const stepsWith = (photo: string): Step[] => [
  act('first hand under the grading', 'first', 'verify', {
    grade: 'general',
    findings: mark('findings'),
    opinion: mark('opinion-verify'),
    photos: [photo],
  }),
  act('graded', 'second', 'sign', { opinion: mark('opinion-sign') }),
  act('ordered', 'first', 'issue-order', {
    dueDate: '2026-03-10',
    requirements: '更换安全阀',
    measures: '停用并上锁',
    opinion: mark('opinion-order'),
  }),
  wait('red card', 'P10D'),
  act('red card acknowledged', 'chief', 'acknowledge', { measures: mark('measures-red') }),
  wait('city supervision', 'P6D'),
  act('city acknowledged', 'city', 'acknowledge', { measures: mark('measures-city') }),
  wait('province supervision', 'P22D'),
  act('province acknowledged', 'province', 'acknowledge', { measures: mark('measures-province') }),
  act('rectified', 'principal', 'report-rectified', { description: '已更换' }),
  act('re-check failed', 'second', 're-check-failed', {
    reasons: '仍有泄漏',
    dueDate: '2026-05-08',
    opinion: mark('opinion-failed'),
  }),
  act('rectified again', 'safety', 'report-rectified', { description: '已更换并试压' }),
  act('re-check passed', 'third', 're-check-passed', {
    findings: '合格',
    opinion: mark('opinion-passed'),
  }),
  act('written off', 'chief', 'write-off', {
    publicSummary: '隐患已整改完毕',
    opinion: mark('opinion-write-off'),
  }),
]

/** A lawful filling of the form of every event, for those who may not send it. */
export const fillings: Record<string, Record<string, unknown>> = {
  verify: { grade: 'general', findings: '属实' },
  reject: { reason: '不属实' },
  withdraw: { reason: '误报' },
  'issue-order': { dueDate: '2026-06-30', requirements: '更换' },
  'report-rectified': { description: '已更换' },
  're-check-passed': { findings: '合格' },
  're-check-failed': { reasons: '仍有泄漏', dueDate: '2026-06-30' },
  'write-off': { publicSummary: '已整改' },
  acknowledge: { measures: '已约谈' },
}

export type Company = Record<Part, PersonAtWork>

export const gather = async (product: Pick<Product, 'person'>): Promise<Company> => {
  const signedIn = await Promise.all(
    parts.map(async (part) => [part, await product.person(cast[part])] as const),
  )
  return Object.fromEntries(signedIn) as Company
}

/** Asks under one key until it is committed: on a busy machine the first answer may be 202, accepted and not yet decided. */
export const surely = async (ask: (key: string) => Promise<ActAnswer>): Promise<ActAnswer> => {
  const key = randomUUID()
  for (let tries = 0; tries < 40; tries += 1) {
    const answer = await ask(key)
    if (answer.committed) return answer
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('not committed in ten seconds')
}

/** What a stream of server-sent events has brought so far. */
export const follow = async (base: string, { cookie }: PersonAtWork) => {
  const ending = new AbortController()
  const answer = await fetch(`${base}/api/live`, { headers: { cookie }, signal: ending.signal })
  const received: string[] = []
  const reading = answer
    .body!.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (chunk) => void received.push(chunk) }))
    .catch(() => undefined)
  return {
    received: () => received.join(''),
    stop: async () => {
      ending.abort()
      await reading
    },
  }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Uploads a picture under that name and answers its id. */
export const upload = async (
  base: string,
  { cookie }: PersonAtWork,
  name: string,
): Promise<string> => {
  const body = new FormData()
  body.set('file', new File([png], name, { type: 'image/png' }))
  const answer = await fetch(`${base}/api/files`, { method: 'POST', headers: { cookie }, body })
  return ((await answer.json()) as { id: string }).id
}
