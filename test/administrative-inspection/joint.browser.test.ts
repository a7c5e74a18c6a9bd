// Does the leading bureau ask another one to join its visit, and does that one find it in its inbox and write its part, on a phone?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerEntries } from '../../db/schema/registers/registers.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { act, fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { day, matter } from './samples.ts'

const crew = createCrew(
  { officer: 'kecheng.inspector1', leader: 'kecheng.leader', fire: 'city.fire.inspector' },
  { on: day, onPhones: ['fire'] },
)
const { at, clean, read } = crew
const certificates = ['消执001', '消执002']
let id = ''

beforeAll(async () => {
  await crew.open()
  const { db } = crew.product()
  await settleCertificates(db)
  const rows = await db.select().from(registerEntries)
  const own = rows.filter(({ number }) => number.startsWith('浙执')).slice(0, 2)
  await db.insert(registerEntries).values(
    own.map(({ lon: _, lat: __, ...row }, nth) => ({
      ...row,
      id: `fire-${nth}`,
      number: certificates[nth] ?? '',
      region: '330800' as const,
      data: { ...row.data, holder: `消防员${nth}`, office: '衢州市消防救援支队' },
    })),
  )
  const { enterpriseName: _, ...form } = matter
  const officer = await crew.person('officer')
  const [one] = (await officer.get<{ items: { id: string }[] }>('/api/enterprises?q=柯城')).items
  id = (await officer.start('administrative-inspection', { ...form, enterprise: one?.id })).id
})
afterAll(crew.close)

const press = (who: keyof typeof at, name: string) =>
  at[who].page.getByRole('link', { name }).or(at[who].page.getByRole('button', { name })).first()

test('a bureau is asked at the desk, and its inspector names officers and writes its part on a phone', async () => {
  await act(at.leader, id, '批准检查')
  await act(at.officer, id, '邀请其他机关联合检查', {
    bureau: 'city-fire/inspector',
    matters: '消防设施',
  })
  expect(await read('officer', `/case/${id}`)).toContain('市消防救援支队')
  await shot(at.officer.page, 'joint-invited')
  await clean('officer')
  expect(await read('fire', '/inbox?box=pool')).toContain(matter.title)
  const { page } = at.fire
  await read('fire', `/case/${id}`)
  await press('fire', '确定人员，参加检查').click()
  await fill(page, { certificates: certificates.join('\n') })
  await shot(page, 'joint-officers-390')
  await clean('fire')
  await page.locator('form button[type=submit]').first().click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}(\?|$)/)
  await act(at.officer, id, '制作检查通知书', {})
  await untilIssued(crew.product().db, id)
  await act(at.officer, id, '出示证件，开始检查', {
    certificates: '浙执001\n浙执002',
    identityShown: true,
    receiver: '毛总',
  })
  await read('fire', `/case/${id}`)
  await press('fire', '填写本机关检查情况').click()
  await fill(page, { partFindings: '消火栓无水' })
  await page.locator('form button[type=submit]').first().click()
  await page.getByText('消火栓无水').first().waitFor({ state: 'attached' })
  await page.getByText('已填写').first().waitFor({ state: 'attached' })
  await press('fire', 'English').click()
  await shot(page, 'joint-recorded-390-en')
  await clean('fire')
  for (const visitor of [at.officer, at.leader, at.fire]) quiet(visitor)
})
