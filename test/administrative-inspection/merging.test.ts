// Do the notes of two phones come to one record, with nothing lost and nothing decided that people see differently?
import { expect, test } from 'vitest'
import { askedBy } from '../../domain/administrative-inspection/checklists/findings.ts'
import {
  mergeVisit,
  recordFrom,
  type VisitNote,
} from '../../domain/administrative-inspection/checklists/merged.ts'

let nth = 0
const note = (by: string, answers: Record<string, string>, more: object = {}): VisitNote => ({
  id: `n${nth++}`,
  person: by,
  by,
  of: null,
  note: null,
  answers,
  ...more,
})
const said = (by: string, question: string, answer: string, more: object = {}) =>
  note(by, { question, answer }, more)
const merge = (notes: VisitNote[], joins: { into: string; entries: string[] }[] = []) =>
  mergeVisit(askedBy('general'), notes, joins)
const answerTo = (id: string, notes: VisitNote[]) =>
  merge(notes).questions.find(({ question }) => question.id === id)

test('a question that both answer alike has that answer, one that only one has answered too', () => {
  const notes = [said('林', 'training', 'no'), said('吴', 'training', 'no')]
  expect(answerTo('training', notes)).toMatchObject({ answer: 'no', disputed: false })
  expect(answerTo('warningSigns', [said('吴', 'warningSigns', 'yes')])?.answer).toBe('yes')
})

test('where they differ nobody has decided, and each answer stands with its name', () => {
  const notes = [said('林', 'warningSigns', 'yes'), said('吴', 'warningSigns', 'no')]
  const found = answerTo('warningSigns', notes)
  expect(found).toMatchObject({ answer: null, disputed: true })
  expect(found?.given).toEqual([
    { person: '林', by: '林', answer: 'yes' },
    { person: '吴', by: '吴', answer: 'no' },
  ])
  expect(recordFrom(merge(notes), notes)).not.toHaveProperty('warningSigns')
})

test('two officers of one name are two: where they differ nobody has decided', () => {
  const notes = [
    said('王伟', 'warningSigns', 'no', { person: 'p1' }),
    said('王伟', 'warningSigns', 'yes', { person: 'p2' }),
  ]
  expect(answerTo('warningSigns', notes)).toMatchObject({ answer: null, disputed: true })
  const found = [
    note('王伟', { finding: '通道堵塞' }, { person: 'p1' }),
    note('王伟', { finding: '通道堵塞' }, { person: 'p2' }),
  ]
  const [head] = merge(found, [{ into: found[0]!.id, entries: [found[1]!.id] }]).findings
  expect(head?.by).toEqual(['王伟', '王伟'])
})

test('the last word of each counts, and a word that is no answer counts for nothing', () => {
  const notes = [said('林', 'warningSigns', 'no'), said('林', 'warningSigns', 'yes')]
  expect(answerTo('warningSigns', notes)?.answer).toBe('yes')
  expect(answerTo('warningSigns', [said('林', 'warningSigns', 'maybe')])?.answer).toBeNull()
})

test('what follows from an answer is asked after it, and only where all agree on it', () => {
  expect(answerTo('trainingFiles', [])).toBeUndefined()
  expect(answerTo('trainingFiles', [said('林', 'training', 'no')])).toBeDefined()
  const apart = [said('林', 'training', 'no'), said('吴', 'training', 'yes')]
  expect(answerTo('trainingFiles', apart)).toBeUndefined()
  expect(answerTo('gasAlarms', [])).toBeUndefined()
})

const one = note('林', { finding: '灭火器过期' })
const two = note('吴', { finding: '灭火器失效' })
const third = note('吴', { finding: '通道堵塞' })

test('what was noted where the other phone makes it no longer asked stays in sight, and out of the form', () => {
  const notes = [
    said('林', 'training', 'no'),
    said('林', 'trainingFiles', 'no'),
    said('吴', 'training', 'yes'),
  ]
  expect(answerTo('trainingFiles', notes)).toMatchObject({ asked: false, answer: 'no' })
  expect(recordFrom(merge(notes), notes)).toEqual({})
})

test('the same finding of both stands twice until it is joined, then once with both names', () => {
  expect(merge([one, two, third]).findings.map(({ words }) => words)).toEqual([
    '灭火器过期',
    '灭火器失效',
    '通道堵塞',
  ])
  const joined = merge([one, two, third], [{ into: one.id, entries: [two.id] }]).findings
  expect(joined).toMatchObject([
    { words: '灭火器过期', by: ['林', '吴'], joined: ['灭火器失效'] },
    { words: '通道堵塞', by: ['吴'], joined: [] },
  ])
})

test('a chain of joins ends at one, a circle loses nobody’s words to a loop', () => {
  const chain = [
    { into: two.id, entries: [third.id] },
    { into: one.id, entries: [two.id] },
  ]
  expect(merge([one, two, third], chain).findings).toHaveLength(1)
  const circle = [
    { into: two.id, entries: [one.id] },
    { into: one.id, entries: [two.id] },
  ]
  expect(() => merge([one, two], circle)).not.toThrow()
})

test('one that a question asks already makes the answer no, and is no finding of its own', () => {
  const merged = merge([one], [{ into: 'warningSigns', entries: [one.id] }])
  expect(merged.findings).toEqual([])
  expect(merged.questions.find(({ question }) => question.id === 'warningSigns')?.answer).toBe('no')
})

test('the record begins with answers, findings and what was said of each', () => {
  const notes = [
    said('林', 'training', 'no', { note: '三名新员工' }),
    one,
    note('吴', {}, { of: one.id, note: '二楼东侧' }),
    note('吴', {}, { note: '企业负责人在场' }),
  ]
  expect(recordFrom(merge(notes), notes)).toEqual({
    training: 'no',
    otherFindings: '灭火器过期',
    situation: '从业人员经教育培训合格后上岗：三名新员工\n灭火器过期：二楼东侧\n企业负责人在场',
  })
})
