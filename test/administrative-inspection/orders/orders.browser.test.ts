// Do officers see at their desk and on a telephone which of two open orders is looked at first, and look at each by itself?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleCertificates } from '../../enforcement-case/certificates.ts'
import { act, goTo, quiet } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { day, matter, sample } from '../samples.ts'

const crew = createCrew(
  {
    desk: 'kecheng.inspector1',
    phone: 'kecheng.inspector1',
    two: 'kecheng.inspector2',
    leader: 'kecheng.leader',
    chief: 'kecheng.chief',
    party: 'e001.principal',
  },
  { on: day, onPhones: ['phone', 'party'] },
)
const { at, clean, read, person } = crew
type Who = keyof typeof at
let id = ''

const does = async (who: Who, type: string, data: Record<string, unknown> = sample(type)) => {
  const one = await person(who)
  await one.act(id, type, await one.withPapers('administrative-inspection', type, data))
  await untilIssued(crew.product().db, id)
}

beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
  const { enterprise } = await (await person('party')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const { enterpriseName: _, region: __, ...form } = matter
  const planned = { ...form, enterprise: enterprise.id }
  id = (await (await person('desk')).start('administrative-inspection', planned)).id
  await does('leader', 'approve-inspection')
  await does('desk', 'issue-notice')
  await does('desk', 'begin-inspection')
  const { photos: _photos, ...record } = sample('record-inspection')
  await does('desk', 'record-inspection', record)
  await does('two', 'sign', {})
  await does('desk', 'order-correction')
  await does('desk', 'take-measures')
})
afterAll(crew.close)

test('both orders are open, each with its day; what is due first is the big button', async () => {
  for (const who of ['desk', 'phone'] as const) {
    const words = await read(who, `/case/${id}`)
    for (const one of ['2026-03-04', '2026-03-20', '复查']) expect(words).toContain(one)
    const { page } = at[who]
    await shot(page, `inspection-orders-${who}`)
    expect(
      await page.locator('ul.acts .primary').filter({ visible: true }).first().innerText(),
    ).toBe('复查合格，同意恢复')
    expect(words.slice(words.indexOf('预计办结'))).toMatch(/^预计办结\s*待复查\s*当前环节/)
    await clean(who)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Measures on the spot').first().waitFor()
    await shot(page, `inspection-orders-${who}-en`)
    await page.getByRole('button', { name: '中文' }).click()
  }
  await read('party', `/case/${id}`)
  await shot(at.party.page, 'inspection-orders-party')
  await clean('party')
})

test('of the acts of several tasks the usual ones are in sight, and the rest lies folded', async () => {
  await read('desk', `/case/${id}`)
  const { page } = at.desk
  const acts = page.locator('.event-bar .act').filter({ visible: true })
  expect(await acts.allInnerTexts()).toEqual(['复查合格，同意恢复', '复查合格'])
  await page.locator('.event-bar summary', { hasText: '流转' }).click()
  expect(await acts.count()).toBeGreaterThan(10)
})

test('the enterprise reports that it is done, on its telephone, and the officers read it', async () => {
  await read('party', `/case/${id}`)
  const big = at.party.page.locator('ul.acts .primary').filter({ visible: true }).first()
  expect(await big.innerText()).toBe('报告隐患排除，申请恢复')
  expect(await read('party', `/case/${id}`)).toContain('第 4/5 步：整改复查')
  await act(at.party, id, '报告隐患排除，申请恢复', { description: '二号反应釜已停用并更换' })
  expect(await read('party', `/case/${id}`)).toContain('报告整改完成，申请复查')
  expect(await read('desk', `/case/${id}`)).toContain('二号反应釜已停用并更换')
})

test('it asks for more time, and the chief gives it in a form that begins with what it has asked', async () => {
  const until = '2026-04-10'
  await act(at.party, id, '申请延期整改', { until, reason: '山洪冲毁进厂道路' })
  expect(await read('party', `/case/${id}`)).toContain(`申请延至${until}`)
  const words = await read('chief', `/case/${id}`)
  for (const one of ['延期申请待答复', '山洪冲毁进厂道路']) expect(words).toContain(one)
  await shot(at.chief.page, 'inspection-orders-chief')
  await act(at.chief, id, '同意延期整改')
  await untilIssued(crew.product().db, id)
  expect(await read('party', `/case/${id}`)).toContain('已同意延期至2026-04-10')
})

test('the measures are looked at by two, and the order goes on', async () => {
  await act(at.desk, id, '复查合格，同意恢复', {
    checkedOn: day,
    certificates: '浙执001\n浙执002',
    recheckFindings: '反应釜已更换',
  })
  await act(at.two, id, '会签同意')
  await untilIssued(crew.product().db, id)
  const words = await read('desk', `/case/${id}`)
  expect(words).toContain('现场处理复查意见书')
  expect(words).toContain('2026-04-10')
  await goTo(at.desk.page, `/case/${id}`)
  for (const visitor of Object.values(at)) quiet(visitor)
})
