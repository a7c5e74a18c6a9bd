// Is the declaration sound, does each reader see what he may, and are due days and faults of a plan found?
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import { changeForm, changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { fallingDue } from '../../../domain/registers/due.ts'
import { duesOf } from '../../../domain/registers/due-days.ts'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { reckonedData } from '../../../domain/registers/reckoning.ts'
import { registers } from '../../../domain/registers.ts'
import { nextDay, openBooks } from '../toys.ts'
import { plan, typed } from './samples.ts'

const names = (fields: { name: string }[]) => fields.map(({ name }) => name)
const supplied = ['filingDue', 'checkDue', 'deemedFiledOn', 'evaluationDue', 'reckoning']

test('the declaration has no fault', () => {
  expect(registerFaults(emergencyPlan)).toEqual([])
})

test('its owner reads all but the remark of the authorities, and the public nothing', () => {
  const authority = names(fieldsOf(emergencyPlan, 'authority'))
  expect(authority).toContain('remark')
  expect(names(fieldsOf(emergencyPlan, 'party'))).toEqual(
    authority.filter((name) => name !== 'remark'),
  )
  expect(fieldsOf(emergencyPlan, 'public')).toEqual([])
})

test('an enterprise is asked for all that it may read but what follows from the rest; an official may leave the enterprise open', () => {
  const proposer = { places: ['330802'] as const, entry: null, party: true }
  expect(names(changeForm(emergencyPlan, proposer))).toEqual([
    'region',
    ...names(fieldsOf(emergencyPlan, 'party')).filter((name) => !supplied.includes(name)),
    'from',
    'reason',
  ])
  const schema = changeSchema(emergencyPlan, proposer)
  expect(v.safeParse(schema, typed).issues).toBeUndefined()
  for (const more of [{ remark: '可靠' }, { filingDue: '2099-01-01' }, { owner: 'e-1' }])
    expect([more, v.is(schema, { ...typed, ...more })]).toEqual([more, false])
  const official = { places: ['330802'] as const, entry: null, party: false }
  const owner = changeForm(emergencyPlan, official).find(({ name }) => name === 'owner')
  expect(owner?.required).toBe(false)
  const whole = changeSchema(emergencyPlan, official)
  expect([v.is(whole, typed), v.is(whole, { ...typed, owner: 'e-1' })]).toEqual([true, true])
  expect(v.is(whole, { ...typed, owner: ' ' })).toBe(false)
})

const reckoned = (more: Record<string, unknown> = {}, standing = 'in-force') =>
  reckonedData(emergencyPlan, { data: { ...plan, ...more }, region: '330802', standing }, openBooks)
const next = (more: Record<string, unknown> = {}, standing = 'in-force') =>
  nextDay(emergencyPlan, { data: reckoned(more, standing), standing })
const entry = {
  id: 'p-1',
  register: emergencyPlan.id,
  number: '衢柯预案〔2026〕0001号',
  name: plan.title,
  region: '330802' as const,
  owner: null,
}
const pointers = (more: Record<string, unknown>): string[] => {
  try {
    reckoned(more)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return (error.details.errors as { pointer: string }[]).map(({ pointer }) => pointer)
  }
}

describe('the due days of a plan', () => {
  it('are 20 working days for its filing, over the Spring Festival, and three years for its evaluation', () => {
    const found = reckoned()
    expect(found).toMatchObject({
      filingDue: '2026-03-06',
      evaluationDue: '2029-02-02',
    })
    expect(next()).toBe('2026-03-06')
    const steps = found.reckoning as { zh: string; en: string }[]
    expect(steps[0]?.zh).toContain('应急预案备案：自2026-02-02预案公布的次日起算，20个工作日')
    expect(steps.some(({ zh }) => zh.startsWith('应急预案评估：'))).toBe(true)
  })
  it('once it is filed are those of its evaluation, counted from the last one', () => {
    expect(next({ filedOn: '2026-02-20' })).toBe('2029-02-02')
    const evaluated = { filedOn: '2026-02-20', evaluatedOn: '2026-02-28' }
    expect([reckoned(evaluated).evaluationDue, next(evaluated)]).toEqual([
      '2029-02-28',
      '2029-02-28',
    ])
  })
  it('once it is submitted is that of the answer, five working days; who is not answered has filed it', () => {
    // The 28th of February is a working Saturday in 2026; today is Monday, 2 March.
    expect(reckoned({ submittedOn: '2026-02-27' })).toMatchObject({
      checkDue: '2026-03-05',
      deemedFiledOn: '2026-03-06',
    })
    expect(reckoned({ submittedOn: '2026-02-10' })).toMatchObject({
      checkDue: '2026-02-24',
      deemedFiledOn: '2026-02-25',
    })
    expect([next({ submittedOn: '2026-02-27' }), next({ submittedOn: '2026-02-10' })]).toEqual([
      '2026-03-05',
      '2029-02-02',
    ])
    const filed = reckoned({ submittedOn: '2026-02-27', filedOn: '2026-03-02' })
    expect(filed).toMatchObject({ checkDue: '2026-03-05' })
    expect(next({ submittedOn: '2026-02-27', filedOn: '2026-03-02' })).toBe('2029-02-02')
    expect(filed).not.toHaveProperty('deemedFiledOn')
    expect(reckoned()).not.toHaveProperty('checkDue')
    expect(pointers({ submittedOn: '2026-02-20', filedOn: '2026-02-19' })).toEqual(['/filedOn'])
    expect(pointers({ submittedOn: '2026-02-01' })).toEqual(['/submittedOn'])
  })
  it('once it was deemed filed by silence are those of its evaluation, whoever has touched it since', () => {
    const submitted = { submittedOn: '2026-03-02' }
    const on = (today: string) =>
      nextDay(emergencyPlan, { data: reckoned(submitted), standing: 'in-force' }, today)
    expect(reckoned(submitted)).toMatchObject({
      checkDue: '2026-03-09',
      deemedFiledOn: '2026-03-10',
    })
    expect(['2026-03-09', '2026-03-10'].map(on)).toEqual(['2026-03-09', '2029-02-02'])
    const dues = duesOf(emergencyPlan, { data: reckoned(submitted), standing: 'in-force' })
    const told = (today: string) =>
      fallingDue(registers, [{ ...entry, dues }], today).map(({ due }) => due.field)
    expect(['2026-03-09', '2026-03-20', '2029-01-15'].map(told)).toEqual([
      ['checkDue'],
      [],
      ['evaluationDue'],
    ])
  })
  it('of a submission that was refused in time are those of the filing again: nothing is deemed filed', () => {
    const refused = { submittedOn: '2026-02-10', refusedOn: '2026-02-24', missing: '风险评估报告' }
    const found = reckoned(refused)
    expect([found.checkDue, next(refused)]).toEqual(['2026-02-24', '2026-03-06'])
    expect(found).not.toHaveProperty('deemedFiledOn')
    expect((found.reckoning as { zh: string }[]).some(({ zh }) => zh.includes('不视为备案'))).toBe(
      true,
    )
    // Completed and submitted anew, it is answered anew.
    const anew = { ...refused, submittedOn: '2026-02-27' }
    expect(reckoned(anew)).toMatchObject({ checkDue: '2026-03-05', deemedFiledOn: '2026-03-06' })
    expect(next(anew)).toBe('2026-03-05')
  })
  it('of a plan that was refused and submitted anew on one day are those of an answer, once the refusal is cleared', () => {
    const same = { submittedOn: '2026-02-24', refusedOn: '2026-02-24', missing: '风险评估报告' }
    const found = reckoned(same)
    expect(found).not.toHaveProperty('deemedFiledOn')
    expect(JSON.stringify(found.reckoning)).toContain('当日重新报送的，清除不予备案日期')
    expect(reckoned({ ...same, refusedOn: undefined })).toMatchObject({ checkDue: '2026-03-02' })
    expect(pointers({ ...same, refusedOn: undefined, filedOn: '2026-02-24' })).toEqual([])
  })
  it('are not those of a refusal that came too late, names nothing, or goes with a filing', () => {
    const refused = { submittedOn: '2026-02-10', refusedOn: '2026-02-25', missing: '风险评估报告' }
    expect(pointers(refused)).toEqual(['/refusedOn'])
    expect(pointers({ ...refused, refusedOn: '2026-02-24', missing: undefined })).toEqual([
      '/missing',
    ])
    expect(pointers({ refusedOn: '2026-02-24', missing: '评估报告' })).toEqual(['/refusedOn'])
    const filed = { ...refused, refusedOn: '2026-02-24', filedOn: '2026-02-27' }
    expect(pointers(filed)).toEqual(['/filedOn'])
  })
  it.each([
    ['an on-site plan', { kind: 'on-site' }, '现场处置方案不需备案'],
    ['a plan that need not be filed', { filingDuty: 'exempt' }, '登记为不需备案'],
  ])('of %s are those of its evaluation alone, also where it was handed in', (_, more, words) => {
    for (const said of [more, { ...more, submittedOn: '2026-02-27' }]) {
      const found = reckoned(said)
      for (const name of ['filingDue', 'checkDue', 'deemedFiledOn'])
        expect(found).not.toHaveProperty(name)
      expect(JSON.stringify(found.reckoning)).toContain(words)
      expect(next(said)).toBe('2029-02-02')
    }
    expect(next({ filingDuty: 'required' })).toBe('2026-03-06')
  })
  it('run no more for a plan that is repealed', () => {
    expect(next({}, 'repealed')).toBeUndefined()
  })
  it('of a plan from before the rule are left open, and it is said why', () => {
    const old = reckoned({ publishedOn: '2017-05-02' })
    expect(old).not.toHaveProperty('filingDue')
    expect(next({ publishedOn: '2017-05-02' })).toBeUndefined()
    expect((old.reckoning as unknown[]).length).toBeGreaterThan(0)
  })
})

describe('refused is', () => {
  it('a day that has not come, or lies before the publication', () => {
    expect(pointers({})).toEqual([])
    expect(pointers({ publishedOn: '2026-03-03' })).toEqual(['/publishedOn'])
    expect(pointers({ filedOn: '2026-02-01' })).toEqual(['/filedOn'])
    expect(pointers({ filedOn: '2026-03-03', evaluatedOn: '2026-01-01' })).toEqual([
      '/filedOn',
      '/evaluatedOn',
    ])
  })
  it('a year from which nothing is counted, at its field', () => {
    expect(pointers({ publishedOn: '1980-01-01' })).toEqual(['/publishedOn'])
  })
  it('an order for a level of response that the plan has not', () => {
    expect(pointers({ responseLevels: plan.responseLevels.slice(1) })).toEqual([
      '/orderTemplates/0/level',
    ])
    expect(pointers({ responseLevels: undefined })).toEqual([
      '/orderTemplates/0/level',
      '/orderTemplates/1/level',
    ])
  })
  it('a contact tree in which a post stands twice, is notified by nobody who is there, or by itself', () => {
    const contact = (post: string, notifiedBy?: string) => ({
      post,
      office: '局',
      task: '接报',
      ...(notifiedBy ? { notifiedBy } : {}),
    })
    expect(pointers({ contacts: [contact('甲'), contact('甲')] })).toEqual(['/contacts/1/post'])
    expect(pointers({ contacts: [contact('甲'), contact('乙', '丙')] })).toEqual([
      '/contacts/1/notifiedBy',
    ])
    expect(pointers({ contacts: [contact('甲', '甲')] })).toEqual(['/contacts/0/notifiedBy'])
    expect(
      pointers({ contacts: [contact('甲', '丙'), contact('乙', '甲'), contact('丙', '乙')] }),
    ).toEqual([0, 1, 2].map((n) => `/contacts/${n}/notifiedBy`))
    expect(
      pointers({ contacts: [contact('甲'), contact('乙', '甲'), contact('丙', '乙')] }),
    ).toEqual([])
    expect(
      pointers({ contacts: [contact('甲', '乙'), contact('乙', '丙'), contact('丙', '乙')] }),
    ).toEqual(['/contacts/1/notifiedBy', '/contacts/2/notifiedBy'])
  })
})
