// Does each answer of a case stand with the act that gave it, so that nobody reads it of another paper?
import { expect, test } from 'vitest'
import { latestAnswers } from '../../../api/reading/latest-answers.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { day, decided, matter, prosecuting } from '../../enforcement-case/samples.ts'

test('what several acts ask for stands once, behind what else the last of them says', () => {
  const play = prosecuting(matter, day, ...decided)
  const course = play.facts.map(({ type }, at) => ({ type, last: at + 2 })) as never
  const answers = latestAnswers(
    { process: enforcementCase, record: play.record(), course, uploads: [], related: [] },
    'internal',
  )
  const names = answers.map(({ label }) => label.zh)
  const served = names.indexOf('送达日期')
  expect(names.filter((name) => name === '送达日期')).toHaveLength(1)
  expect(served).toBeGreaterThan(names.indexOf('履行方式和期限'))
  expect(names.indexOf('收件人')).toBe(served + 1)
  expect(answers.slice(served, served + 2).map(({ act }) => act?.zh)).toEqual([
    '送达决定书',
    '送达决定书',
  ])
  expect(answers[0]?.act).toEqual(enforcementCase.start.words)
})
