// Is each task of an inspection in the inboxes due when its own periods end, over HTTP, and who is wanted at an order?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrativeInspection } from '../../../domain/administrative-inspection/process.ts'
import type { ActView } from '../../../domain/engine/judging/act-view.ts'
import { type House, openHouse } from '../../api/house.ts'
import { settleCertificates } from '../../enforcement-case/certificates.ts'
import { png } from '../../support/browser/pictures.ts'
import { day, matter, sample } from '../samples.ts'

let house: House
let id = ''
beforeAll(async () => {
  house = await openHouse({}, null, { 'administrative-inspection': administrativeInspection })
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
})
afterAll(() => house?.close())

const { enterpriseName: _, region: __, ...form } = matter
const does = async (who: string, type: string, data: object = sample(type)) => {
  const { acts } = (await house.as(who, `/api/cases/${id}`)).body
  const taskId = acts.find((one: ActView) => one.type === type && one.allowed)?.taskId
  const json = { type, data, ...(taskId ? { taskId } : {}) }
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, { json })
  expect([type, status, body.detail]).toEqual([type, 200, undefined])
  await house.deps.cases.tick({ caseId: id, process: 'administrative-inspection', generation: 1 })
}
const photo = async (): Promise<string> => {
  const body = new FormData()
  body.set('taken', '{}')
  body.set('file', new File([new Uint8Array(png(20, 20))], '现场.png', { type: 'image/png' }))
  return (await house.as('lin', '/api/files', { method: 'POST', body })).body.id
}
/** The words of each task in a box, with its last day. */
const box = async (who: string, name: string): Promise<(string | null)[][]> => {
  const { items } = (await house.as(who, `/api/inbox?box=${name}&limit=50`)).body
  return items.map(({ task, due }: { task: { zh: string }; due: { date: string } | null }) => [
    task.zh,
    due?.date ?? null,
  ])
}

test('a finding that waits is due by no order, and each order by the day of whoever works it; the enterprise reads what it is to put right', async () => {
  id = (await house.as('lin', '/api/cases/administrative-inspection', { json: { data: form } }))
    .body.id
  await does('gao', 'approve-inspection')
  await does('lin', 'issue-notice')
  await does('lin', 'begin-inspection')
  await does('lin', 'record-inspection', {
    ...sample('record-inspection'),
    photos: [await photo()],
  })
  await does('wu', 'sign', {})
  await does('lin', 'order-correction')
  expect(await box('wu', 'pool')).toEqual([
    ['立即完善并报送整改报告（复查整改）', '2026-03-30'],
    ['处理发现的问题', null],
  ])
  await does('lin', 'take-measures')
  expect(await box('wu', 'pool')).toEqual([
    ['停止使用二号反应釜（复查现场处理）', '2026-03-14'],
    ['立即完善并报送整改报告（复查整改）', '2026-03-30'],
  ])
  expect(await box('qi', 'todo')).toEqual([
    ['停止使用二号反应釜（排除隐患）', '2026-03-04'],
    ['立即完善并报送整改报告（完成责令整改）', '2026-03-20'],
  ])
})

test('whoever presses for an order reads at which of its tasks', async () => {
  const { items } = (await house.as('chen', `/api/cases/${id}/items?kind=correction-order`)).body
  const urging = items[0].acts.filter(({ type }: ActView) => type === 'urge')
  expect(urging.map(({ words }: ActView) => words.zh).sort()).toEqual([
    '催办：复查整改',
    '催办：完成责令整改',
  ])
})
