// Is a telephone that was mistyped corrected by two officers, and does whoever holds the old one come in no more?
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { openNotifiedPerson } from './persons-case.ts'
import { sentCode, visitorOf } from './visiting.ts'

const { house, matter, code } = await openNotifiedPerson()

const right = '13899990009'
const acts = (who: string, type: string, data: object) =>
  house.as(who, `/api/cases/${matter.id}/acts`, { json: { type, data } })
const asks = async (who: string, more: object = {}) => {
  const { no: seq } = await matter.item('chen', 'PA')
  const data = { seq, field: 'mobile', value: right, reason: '录入笔误', ...more }
  return acts(who, 'request-correction', data)
}

test('only the telephone is corrected, into one that is one, by officers of the place', async () => {
  expect((await asks('lin', { value: '123' })).status).toBe(422)
  const other = await asks('lin', { field: 'personName', value: '他人' })
  expect([other.status, other.body.code]).toEqual([409, 'not-possible-now'])
  expect((await asks('mao')).status).toBeGreaterThanOrEqual(403)
})

test('after a second officer has agreed, codes go to the new one, and what came by the old one has ended', async () => {
  const [inside, waiting] = [visitorOf(house), visitorOf(house)]
  await inside.enter(matter.number, code)
  expect((await inside.ask('')).status).toBe(200)
  const asked = await waiting.codeFor(matter.number, code)
  const oldCode = sentCode(house)
  expect(asked.body.sentTo).toBe('138****0001')

  const requested = await asks('lin')
  expect([requested.status, requested.body.detail]).toEqual([200, undefined])
  const { no: seq } = await matter.item('chen', 'PA')
  expect((await acts('lin', 'approve-correction', { seq })).status).toBe(403)
  expect((await inside.ask('')).status).toBe(200)
  const approved = await acts('chen', 'approve-correction', { seq })
  expect([approved.status, approved.body.detail]).toEqual([200, undefined])

  expect((await inside.ask('')).status).toBe(401)
  const late = await waiting.redeem(asked.body.challenge, oldCode)
  expect((await waiting.ask('')).status, String(late.status)).toBe(401)
  const anew = visitorOf(house)
  expect((await anew.codeFor(matter.number, code)).body.sentTo).toBe('138****0009')
  await anew.enter(matter.number, code)
  expect((await anew.ask('')).status).toBe(200)
})

test('it stands in the record with its reason and both officers, and tells nobody a number or the enterprise anything', async () => {
  const rows = await house.db
    .select({ type: caseFacts.type, audience: caseFacts.audience, actor: caseFacts.actor })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, matter.id), eq(caseFacts.audience, 'internal')))
  const told = rows.filter(({ type }) => type.endsWith('-correction'))
  expect(told.map(({ type, actor }) => [type, actor.id])).toEqual([
    ['request-correction', 'lin'],
    ['approve-correction', 'chen'],
  ])
  for (const who of ['lin', 'chen', 'mao'] as const) {
    const timeline = await house.as(who, `/api/cases/${matter.id}/timeline`)
    const items = await house.as(who, `/api/cases/${matter.id}/items`)
    for (const { body } of [timeline, items]) {
      const words = JSON.stringify(body)
      expect(words).not.toContain(right)
      expect(words).not.toContain('13811110001')
      if (who === 'mao') expect(words).not.toContain('-correction')
    }
  }
})
