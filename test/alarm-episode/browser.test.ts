// Does the duty officer see an alarm at once, acknowledge and conclude it, and does the enterprise follow it on a phone?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'
import { bearer, settleDevices } from './desk.ts'
import { sample } from './playing.ts'
import { drill } from './samples.ts'

const crew = createCrew(
  { duty: 'kecheng.duty', safety: 'e001.safety' },
  { on: '2026-03-02', onPhones: ['safety'] },
)
const { at, clean, read } = crew
let enterprise = ''
beforeAll(async () => {
  await crew.open()
  await settleDevices(crew.product().db)
  enterprise = (await (await crew.person('safety')).get<{ enterprise: { id: string } }>('/api/me'))
    .enterprise.id
})
afterAll(crew.close)

const post = async (path: string, json: unknown): Promise<string> => {
  const headers = { ...bearer, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const answer = await fetch(`${crew.product().base}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(json),
  })
  expect(answer.status).toBeLessThan(300)
  return ((await answer.json()) as { id: string }).id
}

test('an exercise comes in, is acknowledged, returns and is concluded; everybody reads that it is one', async () => {
  const id = await post('/api/cases/alarm-episode', {
    data: { ...drill, latching: false, enterprise },
  })
  const desk = await read('duty', '/inbox?box=pool')
  for (const words of ['【演练】可燃气体 GD-7 二级报警', '分钟']) expect(desk).toContain(words)
  await shot(at.duty.page, 'alarm-inbox')
  const whole = await read('duty', `/case/${id}`)
  for (const words of ['待接警', '不是真实险情', '无人接警时', 'LT-101'])
    expect(whole).toContain(words)
  await clean('duty')
  await shot(at.duty.page, 'alarm-case')
  await act(at.duty, id, '接警', { measures: '已通知现场核实' })
  const own = await read('safety', `/case/${id}`)
  expect(own).toContain('值班室已接警')
  expect(own).not.toContain('已通知现场核实')
  await clean('safety')
  await shot(at.safety.page, 'alarm-party')
  await act(at.safety, id, '企业知悉', { note: '已派人到罐区' })
  await post(`/api/cases/${id}/acts`, {
    type: 'return-to-normal',
    data: sample('return-to-normal'),
  })
  expect(await read('duty', `/case/${id}`)).toContain('已解除，待研判')
  await act(at.duty, id, '研判办结', { outcome: 'test', findings: '演练科目完成' })
  expect(await read('safety', `/case/${id}`)).toContain('已办结')
  expect(await read('duty', '/cases?process=alarm-episode')).toContain('【演练】')
  await clean('duty')
  await shot(at.duty.page, 'alarm-list')
})

test('there is no form for it, and the page says so; its escalation policy reads in minutes', async () => {
  expect(await read('duty', '/report/alarm-episode')).toContain('不能手工填报')
  await clean('duty')
  const book = await read('duty', '/process/alarm-episode')
  expect(book).toContain('分钟')
  await shot(at.duty.page, 'alarm-process')
  for (const visitor of Object.values(at)) quiet(visitor)
})
