// A penalty is decided, served, paid, published and its party listed: what does everybody see, and what is left when reconsideration annuls it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import * as penalty from '../enforcement-case/samples.ts'
import { act, type Filling, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { day, removable, sample, until } from './samples.ts'

const crew = createCrew(
  {
    one: 'kecheng.inspector1',
    two: 'kecheng.inspector2',
    chief: 'kecheng.chief',
    leader: 'kecheng.leader',
    legal: 'kecheng.legal',
    party: 'e001.principal',
  },
  { on: day, onPhones: ['party'] },
)
const { at, clean, person, read } = crew
beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
})
afterAll(crew.close)

type Who = keyof typeof at
const ids = { penalty: '', listing: '' }
const numbers = { penalty: '', listing: '' }

const whoIs: Record<string, Who> = {
  lin: 'one',
  wu: 'two',
  gao: 'leader',
  chen: 'chief',
  fa: 'legal',
  mao: 'party',
}
/** Over HTTP, what another story shows at a browser. */
const does = async (id: string, who: string, type: string, data: object): Promise<void> => {
  const { document: _, papers: __, ...form } = data as Record<string, unknown>
  await (await person(whoIs[who] ?? 'one')).act(id, type, form)
  await untilIssued(crew.product().db, id)
}
const files = async (who: Who, id: string, name: string, filling: Filling = {}) => {
  await act(at[who], id, name, filling)
  await untilIssued(crew.product().db, id)
}
const view = async (who: Who, id: string): Promise<CaseView> => (await person(who)).view(id)
const inEnglish = async (who: Who, picture: string, words: string): Promise<void> => {
  const { page } = at[who]
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText(words).first().waitFor()
  await shot(page, picture)
  await clean(who)
  await page.getByRole('button', { name: '中文' }).click()
}
const fits = async (who: Who): Promise<void> => {
  const width = await at[who].page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
}

test('the leader decides and proposes the party for the list; with its service the listing is opened', async () => {
  const { enterprise } = await (await person('party')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const { region: _, ...form } = penalty.matter
  const begun = await (await person('one')).start('enforcement-case', {
    ...form,
    enterprise: enterprise.id,
  })
  ids.penalty = begun.id
  numbers.penalty = (await view('one', begun.id)).number
  const deciding = penalty.decided.findIndex(([, type]) => type === 'decide-penalty')
  for (const [who, type, data = penalty.sample(type) ?? {}] of penalty.decided.slice(0, deciding))
    await does(begun.id, who, type, data)
  await files('leader', begun.id, '作出处罚决定', {
    facts: '未设置标志',
    basis: '第九十九条',
    performance: '缴至指定银行',
    listingGround: 'grave',
  })
  await does(begun.id, 'lin', 'serve-decision', penalty.sample('serve-decision'))
  await does(begun.id, 'lin', 'record-payment', penalty.sample('record-payment'))
  await does(begun.id, 'chen', 'publish-penalty', penalty.sample('publish-penalty'))
  await expect
    .poll(async () => (await view('one', begun.id)).links[0]?.status, { timeout: 20_000 })
    .toBe('started')
  ids.listing = (await view('one', begun.id)).links[0]?.id ?? ''
  numbers.listing = (await view('one', ids.listing)).number
  const page = await read('one', `/case/${ids.penalty}`)
  for (const words of ['提请列入严重失信主体名单', numbers.listing]) expect(page).toContain(words)
  await shot(at.one.page, 'listing-penalty')
  await clean('one')
  expect(await read('one', `/case/${ids.listing}`)).toContain(numbers.penalty)
})

test('the party is told and heard, and listed for three years; everybody reads it', async () => {
  const { listing } = ids
  await files('one', listing, '拟定列入告知')
  await does(listing, 'lin', 'serve-notice', sample('serve-notice'))
  const told = await read('party', `/case/${listing}`)
  for (const words of ['请陈述申辩', '列入严重失信主体名单告知书']) expect(told).toContain(words)
  await shot(at.party.page, 'listing-told')
  await clean('party')
  await fits('party')
  await files('party', listing, '放弃陈述、申辩', { statement: '无异议' })
  await does(listing, 'lin', 'weigh-statement', sample('weigh-statement'))
  await files('leader', listing, '决定列入')
  await files('one', listing, '送达并公示列入决定', {
    method: 'direct',
    servedOn: day,
    receiver: '负责人',
  })
  const listed = await read('one', `/case/${listing}`)
  for (const words of ['已列入名单', `至${until}（含当日）`]) expect(listed).toContain(words)
  await shot(at.one.page, 'listing-listed')
  await clean('one')
  await inEnglish('one', 'listing-listed-en', 'On the list')
  const seen = await read('party', `/case/${listing}`)
  for (const words of ['已列入名单', until]) expect(seen).toContain(words)
  await inEnglish('party', 'listing-party-en', 'Listed')
  const notices = await read('party', '/public/notices')
  for (const words of ['送达并公示列入决定', until, '罚款二万元']) expect(notices).toContain(words)
  await shot(at.party.page, 'listing-notices')
  await clean('party')
  await fits('party')
})

test('the enterprise reads from when it may apply for early removal, applies in its portal and is refused for now', async () => {
  const { listing } = ids
  expect(await read('party', `/case/${listing}`)).toContain(`${removable}起可以申请提前移出`)
  await shot(at.party.page, 'listing-too-early')
  await clean('party')
  await crew.until('chief', removable)
  await files('party', listing, '申请信用修复', {
    corrections: '已设置标志，罚款已缴清',
    commitment: '依法生产经营',
  })
  const applied = await read('party', `/case/${listing}`)
  for (const words of ['信用修复审核中', '信用修复审核决定']) expect(applied).toContain(words)
  await shot(at.party.page, 'listing-applied')
  await clean('party')
  await fits('party')
  await files('one', listing, '核实申请', { conclusion: 'unmet', findings: '标志仍缺一处' })
  expect(await read('leader', `/case/${listing}`)).toContain('标志仍缺一处')
  await files('leader', listing, '不予提前移出', { reasons: '标志仍缺一处' })
  const refused = await read('party', `/case/${listing}`)
  for (const words of ['不予提前移出严重失信主体名单决定书', '已列入名单'])
    expect(refused).toContain(words)
  await inEnglish('party', 'listing-refused-en', 'Early removal was refused')
})

test('reconsideration annuls it: publication withdrawn, money returned, listing ended, and the enterprise sees all of it', async () => {
  const { penalty: id, listing } = ids
  await does(id, 'fa', 'receive-remedy', penalty.sample('receive-remedy'))
  await files('legal', id, '登记撤销', { decidedOn: removable, grounds: '证据不足' })
  await expect.poll(async () => (await view('party', listing)).status).toBe('closed')
  await files('chief', id, '撤回公示', { withdrawalReason: '决定已被复议机关撤销' })
  await files('one', id, '登记退还罚款', {
    refunded: '20000',
    refundedOn: removable,
    voucher: '退1',
  })
  const notices = await read('party', '/public/notices')
  expect(notices).toContain('决定已被复议机关撤销')
  for (const words of ['罚款二万元', until]) expect(notices).not.toContain(words)
  const ofPenalty = await read('party', `/case/${id}`)
  for (const words of ['处罚决定已被撤销', '已退还20,000元', '公示已撤回'])
    expect(ofPenalty).toContain(words)
  await shot(at.party.page, 'listing-annulled-penalty')
  await clean('party')
  const ofListing = await read('party', `/case/${listing}`)
  for (const words of ['处罚撤销，终止列入', numbers.penalty]) expect(ofListing).toContain(words)
  await shot(at.party.page, 'listing-annulled')
  await clean('party')
  await fits('party')
  await inEnglish('party', 'listing-annulled-en', 'Ended: penalty annulled')
  expect(await read('party', '/e/cases')).toContain(penalty.matter.title)
  const { links } = await view('one', id)
  expect(links.map(({ status }) => status)).toEqual(['started', 'done'])
  for (const visitor of Object.values(at)) quiet(visitor)
})
