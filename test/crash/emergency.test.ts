// Worker and Temporal killed with −9 while a response is run: does every order reach its unit, once, and every answer its command?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../contract/case/items.ts'
import { notices } from '../../db/schema/cases/cases.ts'
import { deep } from '../support/deep.ts'
import type { PersonAtWork } from '../support/servers/product.ts'
import { acting, insist, timesOf } from './asking.ts'
import { type House, openHouse } from './house.ts'
import { soundly } from './story.ts'

let house: House
let duty: PersonAtWork
let commander: PersonAtWork
beforeAll(async () => {
  house = await openHouse()
  const { person } = house.product
  duty = await person('kecheng.duty')
  commander = await person('city.commander')
})
afterAll(() => house?.close())

const responding = async (): Promise<string> => {
  const { id } = await duty.start('emergency-response', {
    source: 'telephone',
    kind: 'fire',
    title: '一号罐区储罐着火',
    site: '一号罐区',
    region: '330802',
    happenedAt: new Date(Date.now() - 600_000).toISOString(),
    description: '储罐着火，有无人员被困不明',
  })
  await duty.act(id, 'verify', { findings: '属实' })
  const leader = await house.product.person('kecheng.leader')
  await leader.act(id, 'start-response', {
    level: '4',
    reason: '火势较大',
    period: '六小时',
    measures: '灭火、警戒',
  })
  return id
}

const itemsOf = async (id: string): Promise<ItemView[]> =>
  (await commander.get<{ items: ItemView[] }>(`/api/cases/${id}/items`)).items

const orders = 8

/** One after the other, while the unit works what has arrived. */
const giveAll = async (id: string): Promise<void> => {
  for (let n = 1; n <= orders; n += 1)
    await insist(
      duty,
      acting(
        id,
        'give-order',
        { to: 'city-command/commander', task: `任务${n}` },
        `order-${id}-${n}`,
      ),
    )
}

/** Receives and carries out whatever stands open, until all have been given and done. */
const workAll = async (id: string): Promise<void> => {
  const steps = ['receive-order', 'begin-order', 'finish-order'] as const
  for (let done = 0; done < orders; ) {
    const items = await itemsOf(id)
    for (const { no, acts, endedAt } of items) {
      const act = endedAt ? undefined : acts.find(({ type }) => steps.some((one) => one === type))
      if (!act) continue
      const data = act.type === 'finish-order' ? { result: '完成' } : {}
      await insist(
        commander,
        acting(id, act.type, data, `${act.type}-${id}-${no}`, act.taskId ?? undefined),
      )
    }
    done = (await itemsOf(id)).filter(({ endedAt }) => endedAt !== null).length
  }
}

/** Each order opened, received, begun and done once, and told once to everybody who holds the post it is for. */
const onceAll = async (id: string): Promise<void> => {
  const items = await itemsOf(id)
  expect(items.map(({ title, state }) => [title.zh, state])).toEqual(
    Array.from({ length: orders }, (_, n) => [`指令第${n + 1}号`, 'done']),
  )
  for (const type of ['give-order', 'receive-order', 'begin-order', 'finish-order'])
    expect([type, await timesOf(house.product, id, type)]).toEqual([type, orders])
  await soundly(house.product, id)
  const told = await house.product.db
    .select({ person: notices.person, about: notices.about })
    .from(notices)
    .where(eq(notices.caseId, id))
  const given = told.filter(
    ({ person, about }) => about === 'give-order' && person === 'p-city.commander',
  )
  expect(given).toHaveLength(orders)
}

test('promise (emergencies): the worker killed in the middle loses and doubles no order and no call', async () => {
  const id = await responding()
  const [giving, working] = [giveAll(id), workAll(id)]
  await new Promise((resolve) => setTimeout(resolve, 400))
  await house.product.worker.stop('SIGKILL')
  await Promise.all([giving, working])
  await house.product.restartWorker()
  await onceAll(id)
})

test.runIf(deep)(
  'Temporal killed in the middle: units are ordered and answer meanwhile, and everybody is told once when it is back',
  async () => {
    const id = await responding()
    await house.infra.temporal.kill()
    await Promise.all([giveAll(id), workAll(id)])
    expect((await itemsOf(id)).every(({ endedAt }) => endedAt !== null)).toBe(true)
    await house.infra.restartTemporal()
    await onceAll(id)
  },
)
