// Who reads the answer with number and code, and what of a report that is no hazard?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cases } from '../../db/schema/cases/cases.ts'
import { followCodes } from '../../db/schema/cases/public.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { hazard } from '../api/house.ts'
import { house, people, useReportingHouse } from './reporting.ts'
import { act, contact, told } from './telling.ts'

useReportingHouse()

test('what turns out to be no hazard is answered as well, and can be followed after the case is closed', async () => {
  const { number, code } = (await people.tell()).body
  const id = await people.idOf(number)
  await act(house, 'lin', id, 'reject', { reason: 'CANARY-reason', opinion: 'CANARY-opinion' })
  await act(house, 'wu', id, 'sign')
  expect((await people.follow(number, code)).body).toMatchObject({
    state: { zh: '经核实不属于隐患，已办结' },
    answers: [],
  })
  await act(house, 'lin', id, 'answer-reporter', { answer: '现场通道畅通。' })
  const { body } = await people.follow(number, code)
  expect([body.status, body.answers[0].fields[0].value.zh, body.limits]).toEqual([
    'closed',
    '现场通道畅通。',
    [],
  ])
  expect(JSON.stringify(body)).not.toContain('CANARY')
})

describe('number and code', () => {
  test('a wrong code, an unknown number and a case without a code get the same answer', async () => {
    const { body } = await people.tell()
    const own = (
      await house.as('qi', '/api/cases/hazard-rectification', { json: { data: hazard() } })
    ).body.id
    const plain = (await house.db.select().from(cases).where(eq(cases.id, own)))[0]!.number
    const wrong = body.code === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'
    const answers = await Promise.all([
      people.follow(body.number, wrong),
      people.follow('衢柯隐患〔2026〕9999号', wrong),
      people.follow(plain, wrong),
      people.follow(plain, body.code),
    ])
    const bare = answers.map(({ status, body: { instance: _, ...rest } }) => ({ status, rest }))
    expect(bare[0]).toMatchObject({
      status: 404,
      rest: { code: 'not-found', reasons: [{ zh: '编号或查询码不正确' }] },
    })
    for (const one of bare) expect(one).toEqual(bare[0])
    const [row] = await house.db
      .select()
      .from(followCodes)
      .where(eq(followCodes.caseId, await people.idOf(body.number)))
    expect(row?.attempts).toBe(1)
  })
  test('where nobody knows whether it was stored, the same key tells number and code', async () => {
    const { give } = house.deps.cases
    house.deps.cases.give = async () => {
      throw new DomainError('unavailable')
    }
    const key = randomUUID()
    expect((await people.tell(told, { key })).status).toBe(503)
    house.deps.cases.give = async (...command) => {
      await give(...command)
      throw new DomainError('unavailable')
    }
    const { status, body } = await people.tell(told, { key })
    house.deps.cases.give = give
    expect(status).toBe(201)
    expect((await people.tell(told, { key })).body).toEqual(body)
    expect((await people.follow(body.receipt, body.code)).body).toMatchObject({
      status: 'open',
      number: body.number,
    })
  })
  test('the counter tells whoever has telephoned a number and a code; others get none', async () => {
    const hotline = await house.as('lin', '/api/cases/hazard-rectification', {
      json: { data: hazard({ region: '330802', source: 'hotline', contact }) },
    })
    expect(hotline.status).toBe(201)
    expect(
      (await people.follow(hotline.body.follow.number, hotline.body.follow.code)).body,
    ).toMatchObject({ status: 'open' })
    const plain = await house.as('lin', '/api/cases/hazard-rectification', {
      json: { data: hazard({ region: '330802', source: 'inspection' }) },
    })
    expect(plain.body).not.toHaveProperty('follow')
  })
})
