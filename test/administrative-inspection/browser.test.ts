// Does a bureau plan a visit at its desk, make and record it on a telephone, and does the enterprise read its notice and record?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { act, fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { answered, day, matter } from './samples.ts'

const crew = createCrew(
  {
    desk: 'kecheng.inspector1',
    door: 'kecheng.inspector1',
    two: 'kecheng.inspector2',
    leader: 'kecheng.leader',
    party: 'e001.principal',
  },
  { on: day, onPhones: ['door', 'party'] },
)
const { at, clean, read } = crew
beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
})
afterAll(crew.close)

let id = ''
const issued = () => untilIssued(crew.product().db, id)

test('a visit is planned and approved; its enterprise sees nothing of it before its notice', async () => {
  const { page } = at.desk
  const { enterprise } = await (await crew.person('party')).get<{ enterprise: { name: string } }>(
    '/api/me',
  )
  expect(await read('desk', '/report/administrative-inspection')).toContain('年度频次')
  await page.locator('#field-enterprise').fill(enterprise.name)
  await page.getByRole('option', { name: enterprise.name }).first().click()
  const { title, ground, checklist, scope, plannedOn } = matter
  await fill(page, { title, ground, checklist, scope, plannedOn })
  await shot(page, 'inspection-start')
  await clean('desk')
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  expect(await read('leader', '/inbox?box=pool')).toContain(title)
  await act(at.leader, id, '批准检查')
  expect(await read('party', '/cases')).not.toContain(title)
  await act(at.desk, id, '制作检查通知书', {})
  await issued()
  expect(await read('party', `/case/${id}`)).toContain('行政检查通知书')
  await clean('party')
})

test('two officers make and record it on a telephone, question by question', async () => {
  const { page } = at.door
  expect(await read('door', `/case/${id}`)).toContain('出示证件，开始检查')
  await shot(page, 'inspection-case-390')
  await clean('door')
  await act(at.door, id, '出示证件，开始检查', {
    certificates: '浙执001\n浙执002',
    identityShown: true,
    receiver: '毛总',
  })
  expect(await read('door', `/case/${id}`)).toContain('现场记录')
  await page.getByRole('button', { name: '全部事项' }).click()
  const recording = { name: /^提交现场检查记录/ }
  await page.getByRole('dialog').getByRole('link', recording).click()
  const first = page.locator('[id^="field-training"]').first()
  await first.waitFor()
  expect(await page.locator('[id^="field-trainingFiles"]').count()).toBe(0)
  await fill(page, { training: 'no' })
  await page.locator('[id^="field-trainingFiles"]').first().waitFor()
  await shot(page, 'inspection-record-390')
  await clean('door')
})

test('the record is signed by both, nothing is left open, and the enterprise reads it', async () => {
  await act(at.desk, id, '提交现场检查记录', {
    ...answered(),
    situation: '一号车间和仓库符合要求',
    certificates: '浙执001\n浙执002',
    signature: 'signed',
    receiver: '毛总',
  })
  await act(at.two, id, '会签同意')
  await issued()
  await act(at.desk, id, '检查结束', { summary: '未发现问题' })
  for (const who of ['desk', 'party'] as const) {
    const words = await read(who, `/case/${id}`)
    for (const one of ['已办结', '现场检查记录']) expect(words).toContain(one)
    await clean(who)
  }
  await shot(at.party.page, 'inspection-party-390')
  for (const visitor of Object.values(at)) quiet(visitor)
})
