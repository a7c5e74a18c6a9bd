// Somebody nameless reports, inspectors verify, and he is answered.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { contract } from '../../contract/contract.ts'
import { caseFacts, cases, commands, notices } from '../../db/schema/cases/cases.ts'
import { followCodes } from '../../db/schema/cases/public.ts'
import { searchTexts } from '../../db/schema/search/search.ts'
import { hazard } from '../api/house.ts'
import { act, type Body, contact, hazardReport, verified } from './report-sending.ts'
import { house, people, useReportingHouse } from './reporting.ts'

useReportingHouse()

describe('the form of the public', () => {
  test('asks what the process lets the public say, and where it is; a ticket comes with it', async () => {
    const { status, body } = await people.send('/api/public/processes')
    expect(status).toBe(200)
    expect(v.safeParse(contract['GET /api/public/processes'].answer, body).issues).toBeUndefined()
    expect(body.items.map(({ id }: Body) => id)).toEqual(['hazard-rectification'])
    const names = body.items[0].fields.map(({ name }: Body) => name)
    expect(names).toEqual([
      'title',
      'region',
      'site',
      'category',
      'description',
      'contact',
      'photos',
    ])
    expect(Object.keys(body.items[0].fields[1].choices)).not.toContain('330800')
  })
  test('what it does not ask is refused and nothing is kept', async () => {
    const before = (await house.db.select({ id: commands.id }).from(commands)).length
    for (const more of [
      { source: 'hotline' },
      { enterprise: 'e-1' },
      { suspectedMajor: true },
      { constructor: 1 },
    ]) {
      expect((await people.report({ ...hazardReport, ...more })).status, JSON.stringify(more)).toBe(
        422,
      )
    }
    expect((await people.report({ ...hazardReport, region: '330800' })).status).toBe(403)
    expect((await people.report({ ...hazardReport, region: '999999' })).status).toBe(422)
    expect(
      (await people.report({ ...hazardReport, title: '' })).body.details.fields,
    ).toHaveProperty('title')
    const json = { data: hazardReport, ticket: people.oldTicket() }
    const unknown = await people.send('/api/public/cases/nothing', {
      json,
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(unknown.status).toBe(404)
    expect((await people.send('/api/public/cases/hazard-rectification', { json })).status).toBe(422)
    expect((await house.db.select({ id: commands.id }).from(commands)).length).toBe(before)
  })
})

describe('from the report to the answer', () => {
  const key = randomUUID()
  let number: string
  let code: string
  let id: string

  /** Of whoever has reported, and that somebody has. */
  const enterpriseLearnsNothing = async (): Promise<void> => {
    for (const path of [
      `/api/cases/${id}`,
      `/api/cases/${id}/timeline`,
      '/api/cases',
      '/api/search?q=CANARY',
      '/api/exports/cases',
    ]) {
      const words = await (
        await house.send(path, { headers: { cookie: await house.signIn('qi') } })
      ).text()
      for (const secret of ['CANARY', '公众', 'Public', '12350', '举报', 'public-'])
        expect(words, `${path} ${secret}`).not.toContain(secret)
    }
  }

  test('it becomes a case with a number and a code, and the same key is told the same again', async () => {
    const first = await people.report(hazardReport, { key })
    expect(first.status).toBe(201)
    expect(first.body).toEqual({
      number: expect.stringMatching(/〔2026〕/),
      receipt: expect.any(String),
      code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{8}$/),
    })
    expect((await people.report(hazardReport, { key })).body).toEqual(first.body)
    expect((await people.report({ ...hazardReport, site: '西门' }, { key })).status).toBe(422)
    ;({ number, code } = first.body)
    id = await people.idOf(number)
    expect(await house.db.select().from(cases)).toHaveLength(1)
  })
  test('number and code are asked for in no address', async () => {
    const query = new URLSearchParams({ number, code })
    expect((await people.send(`/api/public/follow?${query}`)).status).toBe(405)
    expect((await people.follow(number, code)).status).toBe(200)
  })
  test('the code itself lies nowhere', async () => {
    const [row] = await house.db.select().from(followCodes).where(eq(followCodes.caseId, id))
    expect(JSON.stringify(row)).not.toContain(code)
    expect(JSON.stringify(await house.db.select().from(commands))).not.toContain(code)
  })
  test('it lies without an enterprise in the lists, the inbox and on the page of the county', async () => {
    expect((await house.as('lin', `/api/cases/${id}`)).body).toMatchObject({
      enterprise: null,
      tasks: [expect.objectContaining({ task: 'verify' })],
    })
    expect((await house.as('lin', '/api/cases')).body.items[0]).toMatchObject({
      id,
      enterprise: null,
    })
    const boxes = await Promise.all(
      ['todo', 'pool'].map((box) => house.as('lin', `/api/inbox?box=${box}`)),
    )
    expect(boxes.flatMap(({ body }) => body.items)).toContainEqual(
      expect.objectContaining({ caseId: id, enterprise: null }),
    )
    expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
    expect((await house.as('qi', `/api/cases/${id}`)).status).toBe(404)
    const { items } = (await house.as('lin', `/api/cases/${id}/timeline`)).body
    expect(items[0].who).toEqual({ zh: '公众（12350）', en: 'Public (12350)' })
    expect(JSON.stringify(items)).not.toContain(contact)
  })
  test('the reporter reads that it waits, and until when he is answered', async () => {
    const { status, body } = await people.follow(number, code)
    expect(status).toBe(200)
    expect(v.safeParse(contract['POST /api/public/follow'].answer, body).issues).toBeUndefined()
    expect(body).toMatchObject({
      number,
      status: 'open',
      state: { zh: '等待检查员到现场核实' },
      answers: [],
    })
    expect(body.limits).toEqual([
      expect.objectContaining({
        words: expect.objectContaining({ zh: '举报办理' }),
        date: expect.stringMatching(/^2026-/),
      }),
    ])
    const typed = number.replace('〔', '[').replace('〕', ']').replace('号', '')
    expect(
      (await people.follow(typed, `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).status,
    ).toBe(200)
  })
  test('verified by two inspectors, who name the enterprise; then he is answered and reads the answer', async () => {
    await verified(house, id)
    await enterpriseLearnsNothing()
    const between = (await people.follow(number, code)).body
    expect(between.limits.map(({ words }: Body) => words.zh).sort()).toEqual([
      '举报办理',
      '举报反馈',
    ])
    await act(house, 'lin', id, 'answer-reporter', { answer: '经核实属实，已责令限期整改。' })
    const { body } = await people.follow(number, code)
    expect(body.answers).toEqual([
      expect.objectContaining({
        fields: [
          expect.objectContaining({
            name: 'answer',
            value: { zh: '经核实属实，已责令限期整改。', en: '经核实属实，已责令限期整改。' },
          }),
        ],
      }),
    ])
    expect(body.limits).toEqual([])
    expect(body.steps.map(({ words }: Body) => words.zh)).toEqual([
      '已收到',
      '等待检查员到现场核实',
      '已核实属实，将责令整改',
    ])
  })
  test('what he reads holds nothing of the enterprise, of officials, of himself, nor what was written inside', async () => {
    const words = JSON.stringify((await people.follow(number, code)).body)
    for (const secret of [
      'CANARY',
      '试验化工',
      'e-1',
      '林检查',
      '吴检查',
      id,
      hazardReport.title,
      hazardReport.description,
    ])
      expect(words, secret).not.toContain(secret)
  })
  test('the enterprise reads title, site, category and description, and no more of him than of an inspector', async () => {
    await enterpriseLearnsNothing()
    const { items } = (await house.as('qi', `/api/cases/${id}/timeline`)).body
    const other = (
      await house.as('lin', '/api/cases/hazard-rectification', {
        json: { data: hazard({ enterprise: 'e-1' }) },
      })
    ).body.id
    const beside = (await house.as('qi', `/api/cases/${other}/timeline`)).body.items
    expect(items[0].fields.map(({ name }: Body) => name).sort()).toEqual([
      'category',
      'description',
      'site',
      'title',
    ])
    expect([items[0].who, items[0].title]).toEqual([beside[0].who, beside[0].title])
  })
  test('to the enterprise its case looks and answers like one that an inspector has opened, before and after the answer', async () => {
    const mine = await people.idOf((await people.report()).body.number)
    const other = (
      await house.as('lin', '/api/cases/hazard-rectification', {
        json: { data: hazard({ enterprise: 'e-1' }) },
      })
    ).body.id
    await verified(house, mine)
    await act(house, 'lin', other, 'verify', { grade: 'general', findings: '属实' })
    await act(house, 'wu', other, 'sign')
    const seen = async (one: string) => {
      const { state, acts } = (await house.as('qi', `/api/cases/${one}`)).body
      const listed = (await house.as('qi', '/api/cases')).body.items.find(
        ({ id }: Body) => id === one,
      ).state
      const item = (await house.as('qi', `/api/cases/${one}/timeline`)).body.items.at(-1).state
      const tries = [
        { type: 'urge', taskId: `${one}:answer-reporter:1`, data: { reason: '请尽快' } },
        { type: 'answer-reporter', data: { answer: '已核实' } },
      ]
      const answers = await Promise.all(
        tries.map((json) => house.as('qi', `/api/cases/${one}/acts`, { json })),
      )
      const texts = answers.map(({ status, body: { code, reasons } }) => ({
        status,
        code,
        reasons,
      }))
      return JSON.stringify({ state, acts, listed, item, texts }).replaceAll(one, 'case')
    }
    expect(await seen(mine)).toBe(await seen(other))
    await act(house, 'lin', mine, 'answer-reporter', { answer: '经核实属实。' })
    expect(await seen(mine)).toBe(await seen(other))
  })
  test('his contact is found by no search, in no notice, mail or table, not even by the authorities', async () => {
    await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', generation: 1 })
    const kept = [
      await house.db.select().from(searchTexts),
      await house.db.select().from(notices),
      house.mails,
    ]
    expect(house.mails.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain('CANARY-contact')
    for (const [list, who] of [
      ['cases', 'lin'],
      ['inbox', 'wu'],
      ['clocks', 'chen'],
    ] as const) {
      const cookie = await house.signIn(who)
      const answer = await house.send(`/api/exports/${list}?format=csv`, { headers: { cookie } })
      const table = await answer.text()
      expect([list, answer.status]).toEqual([list, 200])
      expect(table, list).not.toContain('CANARY')
    }
    expect((await house.as('lin', '/api/search?q=13800001111')).body.cases).toEqual([])
    expect((await house.as('lin', '/api/cases?q=13800001111')).body.total).toBe(0)
  })
  test('facts and commands keep of him only that he is of the public, and the chain holds', async () => {
    const [first] = await house.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, id))
      .orderBy(caseFacts.seq)
    expect(first?.actor).toEqual({ kind: 'public' })
    expect((await house.as('lin', `/api/cases/${id}/timeline`)).body.chain).toMatchObject({
      valid: true,
    })
    const [row] = await house.db.select().from(cases).where(eq(cases.id, id))
    expect(row).toMatchObject({ startedBy: null, owner: 'e-1' })
  })
})
