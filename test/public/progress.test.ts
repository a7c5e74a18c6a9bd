// What does an applicant read with number and code: which step, which limit, what is wanted, and nothing from inside?
import { describe, expect, test } from 'vitest'
import { hazchemLicence as process } from '../../domain/hazchem-licence/process.ts'
import { rulesWith } from '../../domain/law/entered.ts'
import { draftOf } from '../../domain/model/draft.ts'
import { followView } from '../../domain/public/follow.ts'
import { coursesOf } from '../../domain/public/progress.ts'
import { applying, checked, opined, sample } from '../hazchem-licence/playing.ts'
import { applied } from '../hazchem-licence/samples.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

const view = (on: string, ...lines: Line[]) => {
  const play = applying(applied, '2026-03-02', ...lines)
  const facts = play.facts.map((fact) => ({
    ...fact,
    after: fact.after === null ? null : String(fact.after),
  }))
  return followView(
    process,
    draftOf(play.record()).record,
    facts as never,
    decisionContextAt(`${on}T01:00:00.000Z`),
  )
}
const looks = (...lines: Line[]) => view('2026-03-02', ...lines).stages.map(({ look }) => look)

describe('the five steps', () => {
  test('go from the application to its service', () => {
    expect(view('2026-03-02').stages.map(({ words }) => words.zh)).toEqual([
      '申请',
      '受理',
      '审查',
      '决定',
      '送达',
    ])
    expect(looks()).toEqual(['done', 'now', 'later', 'later', 'later'])
    expect(looks(['kou', 'accept'])).toEqual(['done', 'done', 'now', 'later', 'later'])
    expect(looks(['kou', 'accept'], ...checked, ...opined)).toEqual([
      'done',
      'done',
      'done',
      'now',
      'later',
    ])
    const granted: Line[] = [
      ['kou', 'accept'],
      ...checked,
      ...opined,
      ['gao', 'grant'],
      ['kou', 'issue-licence'],
    ]
    expect(looks(...granted)).toEqual(['done', 'done', 'done', 'done', 'now'])
    expect(looks(...granted, ['kou', 'serve-licence'])).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
    ])
  })
  test('stop where an application ended', () => {
    expect(looks(['kou', 'accept'], ['mao', 'withdraw'])).toEqual([
      'done',
      'done',
      'done',
      'later',
      'later',
    ])
  })
})

test('the limit says how far it has run and what is not counted', () => {
  const [limit] = view(
    '2026-03-20',
    ['kou', 'accept'],
    ['until', '2026-03-09'],
    ['shen', 'begin-expert-review'],
    ['until', '2026-03-16'],
    ['shen', 'end-expert-review'],
  ).limits
  expect(limit?.course?.zh).toMatch(
    /^第\d+\/30个工作日；扣除6个工作日：专家评审.*2026-03-09→2026-03-16；到期 /,
  )
  expect(limit?.article).toContain('11')
})

test('the limit counts by the versions of rules that were entered, as the period itself does', () => {
  const norm = { zh: '试验规定', en: 'Trial rules' }
  const terms = {
    rule: 'hazchem-licence.review',
    region: null,
    from: '2026-06-01',
    n: 20,
    source: '试验',
    running: null,
  }
  const rules = rulesWith([
    { id: 'p0', entry: { kind: 'rule', ...terms, norm, article: norm, confidence: 'V' } },
  ])
  const { record } = applying(applied, '2026-06-01', ['kou', 'accept'])
  const { calendars, at } = decisionContextAt('2026-06-10T01:00:00.000Z')
  const [course] = Object.values(
    coursesOf(process, record(), { at, calendars, rules, noticeWindowMs: 0 }),
  )
  expect(course?.zh).toMatch(/^第7\/20个工作日；到期 2026-06-30/)
})

test('what is wanted of the applicant is notified, and the desks of the authority are not', () => {
  expect(view('2026-03-02').wanted).toEqual([])
  expect(
    view('2026-03-02', ['kou', 'require-supplement', sample('require-supplement')]).wanted.map(
      ({ zh }) => zh,
    ),
  ).toEqual(['补正材料'])
  expect(JSON.stringify(view('2026-03-02', ['kou', 'accept'], ...checked))).not.toMatch(
    /科长|审查意见|shen|song/,
  )
})
