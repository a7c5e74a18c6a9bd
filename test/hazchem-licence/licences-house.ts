// Who applies for which licences in these tests, and how?
import { afterAll, beforeAll } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { surely } from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { type PersonAtWork, ProblemError } from '../support/servers/product.ts'
import { sample } from './playing.ts'

export const cast = {
  boss: 'e001.principal',
  other: 'e002.principal',
  clerk: 'kecheng.clerk',
  first: 'kecheng.reviewer1',
  second: 'kecheng.reviewer2',
  chief: 'kecheng.chief',
  lawyer: 'kecheng.legal',
  leader: 'kecheng.leader',
  cityClerk: 'city.clerk',
  abroad: 'jiangshan.clerk',
} as const
export type Part = keyof typeof cast
export type Line = [Part, string, Record<string, unknown>?]

export let product: OwnProduct
export let people: Record<Part, PersonAtWork>

/** Called at the head of each file of tests, which gets one of its own. */
export const useLicencesHouse = (): void => {
  beforeAll(async () => {
    product = await openOwnProduct('2026-03-30T01:00:00.000Z')
    people = await signInAs(product, cast)
  }, 120_000)
  afterAll(() => product?.closeAll())
}

export const business = { site: '三号楼一层', mode: '批发（无储存）', scope: ['甲醇', '乙醇'] }
export const form = { kind: 'new', ...business }

export const withPapers = (data: Record<string, unknown> = {}, who: Part = 'boss') =>
  people[who].withPapers('hazchem-licence', 'apply', { ...form, ...data })
export const applies = async (
  data: Record<string, unknown> = {},
  who: Part = 'boss',
): Promise<string> => {
  const whole = await withPapers(data, who)
  return (await surely((key) => people[who].start('hazchem-licence', whole, key))).id
}
export const does = async (id: string, ...lines: Line[]) => {
  for (const [who, type, data = sample(type) ?? {}] of lines) await people[who].act(id, type, data)
}
export const refusal = async (wanted: () => Promise<unknown>): Promise<string> => {
  try {
    await wanted()
    return 'done'
  } catch (error) {
    if (error instanceof ProblemError)
      return `${error.problem.code}: ${error.problem.reasons.map(({ zh }) => zh).join('；')}`
    throw error
  }
}
/** Whom the notice of a hearing may name to preside, as the form offers them. */
export const chairsOf = async (id: string, who: Part = 'chief') =>
  (
    await people[who].get<{ items: { id: string; name: string; role: { zh: string } }[] }>(
      `/api/people?case=${id}&act=notify-hearing`,
    )
  ).items
export const view = (id: string, who: Part = 'chief'): Promise<CaseView> => people[who].view(id)
export const clock = async (id: string, name: string, who: Part = 'chief') =>
  (await view(id, who)).clocks.find((one) => one.clock === name)
export const due = async (id: string, name: string, who: Part = 'chief') =>
  (await clock(id, name, who))?.due
