// Does an exercise stay an exercise, whatever follows from it, and does nothing real become one?
import { describe, expect, it } from 'vitest'
import { emergencyResponse as process } from '../../domain/emergency-response/process.ts'
import { judge } from '../../domain/engine/judging/judge.ts'
import { begin } from '../../domain/engine/step.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { exerciseMark, isExercise, reportsExercise } from '../../domain/model/exercises/exercise.ts'
import type { Opener } from '../../domain/model/link.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { processes } from '../../domain/processes.ts'
import { drill as alarmDrill, gas } from '../alarm-episode/samples.ts'
import { reported as hazard } from '../hazard-rectification/samples.ts'
import { actor, devices } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { emergency, type Line } from './playing.ts'
import { called, drill, plannedDrill, start } from './samples.ts'

const begins = (
  definition: ProcessDefinition,
  data: Record<string, unknown>,
  opener?: Opener,
  by: Parameters<typeof begin>[2]['by'] = actor('dan'),
) =>
  begin(
    definition,
    { id: 'c-1', number: '试1号', ...(opener ? { opener } : {}) },
    { type: definition.start.type, data, by, at: start, signatures: [] },
    decisionContextAt(start),
  )
const refusalOf = (...args: Parameters<typeof begins>): string => {
  try {
    begins(...args)
  } catch (error) {
    if (error instanceof DomainError) return `${error.code} ${error.reasons[0]?.zh}`
    throw error
  }
  return ''
}
const opener = (more: Partial<Opener> = {}): Opener => ({
  process: 'alarm-episode',
  id: 'a-1',
  ...more,
})
const alarms = processes['alarm-episode'] as ProcessDefinition
const hazards = processes['hazard-rectification'] as ProcessDefinition

describe('the beginning of a case', () => {
  it('says in its title that it is an exercise, and in no other', () => {
    expect(begins(process, drill).record.title).toBe(`${exerciseMark}${called.title}`)
    expect(isExercise(begins(process, called).record)).toBe(false)
    const alarm = (data: Record<string, unknown>) => begins(alarms, data, undefined, devices).record
    expect(isExercise(alarm(alarmDrill))).toBe(true)
    expect(alarm({ ...gas, text: `${exerciseMark}GD-7 报警` }).title).toBe('GD-7 报警')
  })

  it('is refused where only the title claims to be an exercise', () => {
    const title = `${exerciseMark}${called.title}`
    expect(refusalOf(process, { ...called, title })).toContain('演练须勾选')
    expect(refusalOf(hazards, { ...hazard, title }, undefined, actor('lin'))).toContain(
      '本类案件没有演练',
    )
  })

  it('promise (emergencies): an exercise opens no real case and nothing real opens an exercise, whatever the form says', () => {
    const apart = 'invalid-input 演练只能启动演练，真实案件只能启动真实案件'
    expect(refusalOf(process, called, opener({ drill: true }))).toBe(apart)
    expect(refusalOf(process, drill, opener())).toBe(apart)
    expect(refusalOf(hazards, hazard, opener({ drill: true }), actor('lin'))).toBe(apart)
    expect(refusalOf(process, drill, opener({ drill: true }))).toBe('')
    expect(refusalOf(process, called, opener())).toBe('')
  })
})

it('a correction makes nothing real of an exercise, nor the reverse', () => {
  for (const [form, value] of [
    [drill, 'false'],
    [{ ...called, drill: false }, 'true'],
  ] as const) {
    const { record } = begins(process, form)
    const fact = { seq: 1, type: 'report-emergency', data: form, actor: 'dan', latest: true }
    const judged = (field: string, to: string) =>
      judge(
        process,
        record,
        actor('dan'),
        {
          type: 'request-correction',
          data: { seq: 1, field, value: to, reason: '误填' },
          taskId: null,
        },
        { ...decisionContextAt(start), lookedUp: { people: [], fact } },
      )
    expect(judged('drill', value)).toMatchObject({
      allowed: false,
      reasons: [{ zh: '演练与真实事件不能互相更正；请另行登记' }],
    })
    expect(judged('site', '东港八路')).toEqual({ allowed: true })
  }
})

const whole: Line[] = [
  ['dan', 'verify', { findings: '属实', dead: 3 }],
  ['wait', 70],
  ['gao', 'start-response', { level: '2', reason: '试验', period: '一日', measures: '搜救' }],
  ['zong', 'set-up-command-post'],
  ['dan', 'give-order'],
  ['dan', 'report-to-city'],
  ['du', 'acknowledge-report'],
  ['du', 'report-to-province'],
  ['wait', 60 * 24 * 2],
  ['dan', 'report-further'],
]

it('promise (emergencies): every notice of a planned drill, of its injects, its evaluation and what is improved, says that it is an exercise', () => {
  const point = { to: 'county-enforcement/section-chief', measure: '修订', dueDate: '2026-04-01' }
  const { effects } = emergency(
    plannedDrill,
    {},
    ['dan', 'verify'],
    ['wait', 20],
    ['gao', 'start-response'],
    ['gao', 'end-response'],
    ['gao', 'evaluate-drill'],
    ['ji', 'set-measure', point],
    ['at', '2026-04-02T01:00:00.000Z'],
  )
  const notices = effects.flatMap((one) => (one.kind === 'notice' ? [one] : []))
  const about = notices.map((one) => one.about)
  for (const one of ['inject-given', 'evaluate-drill', 'set-measure', 'not-done'])
    expect(about).toContain(one)
  for (const { title, body } of notices)
    expect([title.zh, body.zh]).toEqual([
      expect.stringMatching(/^【演练】/),
      expect.stringContaining(exerciseMark),
    ])
})

it('promise (emergencies): every notice of an exercise says so in its subject and its text, and none of a real event does', () => {
  const noticesOf = (form: Record<string, unknown>) =>
    [...begins(process, form).effects, ...emergency(form, {}, ...whole).effects].flatMap((one) =>
      one.kind === 'notice' ? [one] : [],
    )
  const [made, real] = [noticesOf(drill), noticesOf(called)]
  expect(made.length).toBeGreaterThan(10)
  expect(real.length).toBe(made.length)
  for (const { about, title, body } of made)
    expect([about, title.zh, title.en, body.zh]).toEqual([
      about,
      expect.stringMatching(/^【演练】/),
      expect.stringMatching(/^\[Exercise\]/),
      expect.stringContaining(exerciseMark),
    ])
  expect(JSON.stringify(real)).not.toMatch(/演练|xercise/)
})

it('a process that has exercises says so in the title of each, by the same answer', () => {
  const having = Object.values(processes).filter(({ start: first }) => first.exercise)
  expect(having.map(({ id }) => id)).toEqual(['alarm-episode', 'emergency-response'])
  const forms: Record<string, Record<string, unknown>[]> = {
    'alarm-episode': [gas, alarmDrill],
    'emergency-response': [called, drill],
  }
  for (const one of having)
    for (const form of forms[one.id] ?? [])
      expect(isExercise(one.describe(form, devices))).toBe(reportsExercise(one, form))
})
