// Does what a nameless reporter calls a hazard leave the case?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notices } from '../../db/schema/cases/cases.ts'
import { documentBytes } from '../../db/schema/cases/documents.ts'
import { type House, openHouse } from '../api/house.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import { act, asPublic, hazardReport, verified } from './report-sending.ts'

let house: House
let people: ReturnType<typeof asPublic>
beforeAll(async () => {
  house = await openHouse({ demo: false, behindProxy: true })
  people = asPublic(house)
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
})
afterAll(() => house.close())

test('promise (secrecy): the title of a nameless reporter goes into no mail and no sealed order; the office has words of its own', async () => {
  const libel = '某某老板行贿，电话13900002222'
  const mine = await people.idOf(
    (await people.report({ ...hazardReport, title: libel, site: libel })).body.number,
  )
  await verified(house, mine)
  await act(house, 'lin', mine, 'issue-order', {
    items: ['清理消防通道'],
    requirements: '限期整改',
    dueDate: '2026-03-20',
    opinion: '同意',
  })
  await house.deps.cases.tick({ caseId: mine, process: 'hazard-rectification', generation: 1 })
  expect((await house.as('lin', `/api/cases/${mine}`)).body).toMatchObject({
    title: '消防隐患',
    site: null,
  })
  const kept = JSON.stringify([await house.db.select().from(notices), house.mails])
  expect(kept).toContain('《消防隐患》')
  expect(kept).not.toContain(libel)
  const sealed = await house.db.select().from(documentBytes)
  const texts = sealed.map(({ bytes }) => pdfText(Buffer.from(bytes)))
  expect(texts.join('\n')).toContain('“消防隐患”')
  expect(texts.join('\n')).not.toContain('13900002222')
  expect(JSON.stringify((await house.as('lin', `/api/cases/${mine}`)).body.facts)).toContain(libel)
})
