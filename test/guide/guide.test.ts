// Is a service told as its chart, its forms and the rule book of the day have it, in both languages and in full?
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { headOf, withHead } from '../../api/public/page-head.ts'
import { contract } from '../../contract/contract.ts'
import { serviceGuide, serviceRow } from '../../domain/guide/guide.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import { type Rule, step } from '../../domain/law/rules/rule.ts'
import { statesOf } from '../../domain/model/chart.ts'
import { stageOf } from '../../domain/model/guide-definition.ts'
import { processes } from '../../domain/processes.ts'
import { counter } from '../support/processes/counter.ts'

const services = Object.values(processes).filter(({ guide }) => guide)
const day = '2026-03-02'
const at = (id: string, change: Partial<Rule>): Rule[] =>
  ruleBook.map((rule) => (rule.id === id ? { ...rule, ...change } : rule))

describe.each(services.map((process) => [process.id, process] as const))('%s', (_id, process) => {
  const guide = serviceGuide(process, day)!
  const declared = process.guide!

  test('is told in full and in both languages', () => {
    expect(() =>
      v.parse(contract['GET /api/public/services/{process}'].answer, guide),
    ).not.toThrow()
    const words = JSON.stringify(guide).match(/"(?:zh|en)":"[^"]*"/g) ?? []
    expect(words.filter((one) => one.endsWith(':""'))).toEqual([])
    for (const list of [
      guide.conditions,
      guide.materials,
      guide.limits,
      guide.special,
      guide.basis,
      guide.results,
      guide.contact,
    ])
      expect(list.length).toBeGreaterThan(0)
    expect(guide.steps.map(({ words: { zh } }) => zh)).toEqual([
      '申请',
      '受理',
      '审查',
      '决定',
      '送达',
    ])
    expect(guide.steps.filter(({ tasks }) => tasks.length === 0)).toEqual([])
  })

  test('asks for the files that its form asks for, and describes no others', () => {
    const files = process.start.fields.filter(({ kind }) => kind === 'files')
    expect(guide.materials.map(({ words }) => words)).toEqual(files.map(({ words }) => words))
    expect(
      Object.keys(declared.materials).filter((name) => !files.some((field) => field.name === name)),
    ).toEqual([])
  })

  test('puts every state in which somebody is wanted into a step, and names only what exists', () => {
    const states = statesOf(process.machine)
    for (const name of Object.values(declared.stages).flat())
      expect(states.map((state) => state.name)).toContain(name)
    const clocks = process.clocks.map(({ clock }) => clock)
    for (const { clock, promised } of declared.limits)
      for (const one of [clock, ...promised]) expect(clocks).toContain(one)
    for (const { event, validity } of declared.results) {
      expect(process.words.documents?.[event]).toBeDefined()
      if (validity) expect(clocks).toContain(validity)
    }
    for (const { clock } of process.clocks.filter(({ promised }) => promised))
      expect(declared.limits.flatMap(({ promised }) => promised)).toContain(clock)
  })

  test('follows the rule book: another number, article, extension or pause, another guide', () => {
    const [limit] = guide.limits.filter(({ extension }) => extension)
    const clock = process.clocks.find(
      ({ clock }) => clock === declared.limits[guide.limits.indexOf(limit!)]?.clock,
    )!
    const rule = (clock.due as { rule: string }).rule
    const other = { zh: '新办法第9条', en: 'New Measures art. 9' }
    const book = at(rule, {
      n: 7,
      article: other,
      extend: [step(3, { zh: '局长', en: 'the director' }, ['licensing', '42'])],
      pauses: {},
    })
    const changed = serviceGuide(process, day, book)!
    const now = changed.limits[guide.limits.indexOf(limit!)]!
    expect(now.legal).toMatchObject({
      n: 7,
      length: { zh: '7个工作日', en: '7 working day(s)' },
      article: other,
    })
    expect(now.extension?.zh).toContain('经局长批准可以延长3个工作日')
    expect(JSON.stringify(changed.special)).not.toEqual(JSON.stringify(guide.special))
    expect(changed.special.some(({ counted }) => counted)).toBe(true)
  })
})

describe('the hazchem licence', () => {
  const process = services.find(({ numberWord }) => numberWord === '经营')!
  const guide = serviceGuide(process, day)!
  const limitOf = (zh: string, of = guide) =>
    of.limits.find(({ when, words }) => (when ?? words).zh.includes(zh))

  test('takes thirty working days by law, ten and two as promised', () => {
    expect(limitOf('新申请')).toMatchObject({
      legal: {
        length: { zh: '30个工作日' },
        article: { zh: expect.stringContaining('第11条') },
        provisional: false,
      },
      promisedInAll: { zh: '12个工作日' },
      extension: { zh: expect.stringContaining('延长10个工作日') },
    })
    expect(limitOf('延期')?.effect?.zh).toContain('视为准予延续')
    expect(limitOf('变更')).toMatchObject({ legal: { n: 10 }, extension: null, promised: [] })
    expect(serviceRow(process, day)?.limit).toEqual(limitOf('新申请'))
    expect(guide.results[0]).toMatchObject({
      words: { zh: expect.stringContaining('经营许可证') },
      validity: { n: 3, unit: 'Y' },
    })
  })
  test('says which steps do not count, and that they do for a change', () => {
    const check = guide.special.filter(({ words }) => words.zh === '现场核查')
    expect(check.map(({ counted, of }) => [counted, of.map(({ zh }) => zh)])).toEqual([
      [false, ['新申请、重新申请', '延期']],
      [true, ['变更', '联合办理的']],
    ])
    expect(check[0]?.article?.zh).toContain('令55号')
    const [hearing, ...more] = guide.special.filter(({ words }) => words.zh === '听证')
    expect([hearing?.counted, hearing?.of, hearing?.article?.zh, more]).toEqual([
      false,
      [],
      expect.stringContaining('第45条'),
      [],
    ])
    expect(guide.special.find(({ words }) => words.zh.includes('联合办理'))).toMatchObject({
      counted: true,
    })
    expect(limitOf('联合办理')).toMatchObject({
      legal: { n: 45, unit: 'WD' },
      extension: { zh: expect.stringContaining('延长15个工作日') },
    })
    expect(guide.special[0]).toMatchObject({
      counted: false,
      words: { zh: expect.stringContaining('补正') },
    })
  })
  test('is reviewed by two and decided by a leader, and nothing internal is shown', () => {
    const [apply, , review, decide] = guide.steps
    expect(apply?.documents[0]?.zh).toBe('申请材料接收凭证')
    expect(review?.tasks.find(({ words }) => words.zh === '现场核查')?.signers).toBe(2)
    expect(decide?.tasks.at(-1)?.who[0]?.zh).toContain('局领导')
    expect(JSON.stringify(guide.steps)).not.toContain('审查意见书')
  })
  test('says when its law is not confirmed', () => {
    expect(limitOf('新申请', serviceGuide(process, '2026-06-01')!)?.legal).toMatchObject({
      version: '2026-05-01',
      provisional: true,
    })
    expect(serviceGuide(process, '1999-01-01')?.limits).toEqual([])
  })
  test('has no state with a task outside its steps but those of the licence granted', () => {
    const beside = statesOf(process.machine).filter(
      ({ name, task }) => task && stageOf(process.guide!, name) === null,
    )
    expect(beside.map(({ name }) => name)).toEqual(['handling.valid.changed', 'handling.expired'])
  })
})

test('a process that is no service has no guide', () => {
  expect(serviceGuide(counter, day)).toBeNull()
  expect(serviceRow(counter, day)).toBeNull()
})

test('search engines find a guide under its name', () => {
  const page = '<html><title>智慧安监</title></html>'
  expect(withHead(page, headOf(processes, `/services/${services[0]!.id}`)!)).toContain(
    `<title>${services[0]!.title.zh}办事指南`,
  )
  expect(headOf(processes, '/services')?.title).toBe('办事指南 · 智慧安监')
  for (const path of [
    '/',
    '/services/none',
    '/services/toString',
    `/services/${services[0]!.id}/x`,
  ])
    expect(headOf(processes, path)).toBeNull()
  expect(withHead(page, { title: '<b>', description: '"' })).toContain('<title>&#60;b&#62;</title>')
})
