// Which number does a paper get: that of its case, another's, one that was brought, its own again, or the next of its register?
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { numberOf } from '../../commit/documents/document-numbers.ts'
import { documents } from '../../db/schema/cases/documents.ts'
import type { Wanted } from '../../domain/documents/compose.ts'
import { issuerOf } from '../../domain/documents/offices.ts'
import type { DocumentDefinition } from '../../domain/model/document.ts'
import { opened, useCounterDatabase } from './advancing.ts'

useCounterDatabase()

const issuer = issuerOf('bureau', '330802')
const at = '2026-12-31T16:00:00.000Z'

/** What a paper of that series gets, on a fact with that data, beside papers whose numbers the act has given. */
const given = (
  series: DocumentDefinition['series'],
  data: Record<string, unknown> = {},
  { caseId = 'one', kind = 'paper' } = {},
) =>
  opened.db.transaction((tx) =>
    numberOf(
      tx,
      { declared: { series, id: kind }, issuer } as Wanted,
      {
        fact: { data, occurredAt: at },
        record: { id: caseId, number: '衢柯〔2026〕0007号' },
        numbers: { order: '（衢柯）应急令〔2026〕3号' },
      } as never,
    ),
  )

test('a paper without a series has none, one of its case has that of the case, one of another paper that paper’s', async () => {
  expect(await given(null, { document: 'brought' })).toEqual({ number: null })
  expect(await given('case', { document: 'brought' })).toEqual({ number: '衢柯〔2026〕0007号' })
  expect(await given({ as: 'order' })).toEqual({ number: '（衢柯）应急令〔2026〕3号' })
  expect(await given({ as: 'notice' })).toEqual({ number: null })
})

test('the next of its register is taken in the year of Shanghai, one after the other without a gap', async () => {
  const one = await given({ word: '试' })
  expect(one).toEqual({
    number: `${issuer.short}试〔2027〕1号`,
    office: issuer.key,
    word: '试',
    year: 2027,
    ordinal: 1,
  })
  expect((await given({ word: '试' })).number).toBe(`${issuer.short}试〔2027〕2号`)
  expect((await given({ word: '验' })).number).toBe(`${issuer.short}验〔2027〕1号`)
})

test('a number that the form has brought is kept, and an empty one is none', async () => {
  expect(await given({ word: '带' }, { document: '旧〔2020〕9号' })).toEqual({
    number: '旧〔2020〕9号',
  })
  expect((await given({ word: '带' }, { document: '' })).ordinal).toBe(1)
  expect((await given({ word: '带' }, { document: 5 })).ordinal).toBe(2)
  expect((await given({ word: '带' }, { licenceNumber: '浙1' })).ordinal).toBe(3)
  expect(await given({ licence: '证' }, { licenceNumber: '浙1' })).toEqual({ number: '浙1' })
})

test('a licence made out again keeps its number; another kind of its case, and other papers, do not', async () => {
  const caseId = randomUUID()
  const paper = { id: randomUUID(), caseId, kind: 'licence', version: 1, act: 'issue', seq: 4 }
  await opened.db.insert(documents).values({
    ...paper,
    title: '许可证',
    number: '浙衢柯证〔2026〕000009',
    audience: 'party',
    content: {} as never,
    contentHash: 'x',
    code: randomUUID(),
    state: 'void',
    at,
  })
  expect(await given({ licence: '证' }, {}, { caseId, kind: 'licence' })).toEqual({
    number: '浙衢柯证〔2026〕000009',
  })
  expect((await given({ licence: '证' }, {}, { caseId, kind: 'copy' })).ordinal).toBe(1)
  expect((await given({ word: '证二' }, {}, { caseId, kind: 'licence' })).ordinal).toBe(1)
})
