// What does the forecast of a hazard look like, to the authority and to the enterprise, with a history and without one?

import type { ForecastStepView, ForecastView } from '../../../contract/case/forecast.ts'
import { type Text, text } from '../../../domain/language/words.ts'
import { addDays } from '../../../domain/time/days.ts'
import { civilDate } from '../../../domain/time/instant.ts'
import { now } from './data.ts'

const today = civilDate(now)
const span = (earliest: number, expected: number, latest: number) => ({
  earliest: addDays(today, earliest),
  expected: addDays(today, expected),
  latest: addDays(today, latest),
  provisional: latest > 40,
})
const limit = (after: number, open = false) => ({
  due: addDays(today, after),
  overdue: after < 0,
  open,
  provisional: false,
})
const step = (words: Text, posts: Text, rest: Partial<ForecastStepView>): ForecastStepView => ({
  words,
  posts: [posts],
  now: false,
  again: false,
  people: [],
  span: null,
  limit: null,
  ...rest,
})
const bureau = (zh: string, en: string) => text(`柯城区应急管理局 · ${zh}`, `${en}, Kecheng bureau`)

const inside: ForecastStepView[] = [
  step(text('待复查', 'To be re-checked'), bureau('执法检查员', 'Inspector'), {
    now: true,
    again: true,
    people: ['刘建国'],
    span: span(0, 2, 6),
    limit: limit(-1),
  }),
  step(text('待核销', 'To be written off'), bureau('科长', 'Section chief'), {
    people: ['陈晓东'],
    span: span(1, 4, 12),
    limit: limit(9, true),
  }),
]
const outside: ForecastStepView[] = [
  step(text('等待复查', 'Waiting for the re-check'), text('监管部门', 'The authority'), {
    now: true,
    span: span(0, 2, 6),
  }),
  step(text('复查合格，等待核销', 'Passed'), text('监管部门', 'The authority'), {
    span: span(1, 4, 12),
  }),
]

export const forecastOf = (party: boolean, id: string): ForecastView => {
  const steps = party ? outside : inside
  const made = {
    at: now,
    settled: false,
    ends: null,
    steps,
    end: span(1, 4, 44),
    limit: null,
    passages: 63,
    why: 'history' as const,
    late: party ? null : 0.12,
  }
  if (!id.endsWith('thin')) return made
  const ends = text('安全条件审查办结', 'End of the review of the safety conditions')
  const unknownStep = { end: null, passages: 0, why: 'few', late: null } as const
  return {
    ...made,
    ...unknownStep,
    ends,
    limit: limit(40),
    steps: steps.map((one) => ({ ...one, span: null })),
  }
}
