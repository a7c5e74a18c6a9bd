// The worker killed with −9 while a planned drill runs: is each inject given, once, at its own minute?
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { beginDrill, planDrill } from '../emergency-response/drill/entering.ts'
import { deep } from '../support/deep.ts'
import { type House, openHouse } from './house.ts'
import { soundly } from './story.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const inject = (minute: number, text: string) => ({ minute, channel: 'telephone', text })

/** What each said, and how many seconds after the start its moment lies. */
const given = async (id: string) => {
  const rows = await house.product.db
    .select({ data: caseFacts.data, at: caseFacts.occurredAt })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, id), eq(caseFacts.type, 'inject-given')))
    .orderBy(caseFacts.seq)
  const [start] = await house.product.db
    .select({ at: caseFacts.occurredAt })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, id), eq(caseFacts.seq, 1)))
  return rows.map(({ data, at }) => [
    data.text,
    Math.round((Date.parse(at) - Date.parse(start?.at ?? '')) / 1_000),
  ])
}
const patient = { timeout: 60_000, interval: 300 }

test.runIf(deep)(
  'promise (emergencies): the worker killed at the start and again before an inject loses and doubles none',
  async () => {
    const { product } = house
    const now = new Date().toISOString()
    const entry = await planDrill(product, {
      month: '2099-12',
      from: civilDate(now),
      script: [inject(0, '甲'), inject(1, '丙'), inject(0, '乙')],
    })
    const duty = await product.person('kecheng.duty')
    await product.worker.stop('SIGKILL')
    const id = await beginDrill(duty, entry)
    await product.restartWorker()
    await expect
      .poll(() => given(id), patient)
      .toEqual([
        ['甲', 0],
        ['乙', 1],
      ])
    await product.worker.stop('SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 65_000))
    await product.restartWorker()
    const whole = [
      ['甲', 0],
      ['乙', 1],
      ['丙', 60],
    ]
    await expect.poll(() => given(id), patient).toEqual(whole)
    await duty.act(id, 'declare-false', { reason: '演练到此为止' })
    await soundly(product, id)
    expect(await given(id)).toEqual(whole)
  },
)
