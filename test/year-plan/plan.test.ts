// Does a yearly plan name each enterprise once, stop at the number of visits, and stand as people have decided?
import { describe, expect, it } from 'vitest'
import { yearPlan } from '../../domain/administrative-inspection/acts/year-plan.ts'
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { amountsWith } from '../../domain/law/amounts/book.ts'
import {
  hindrancesOf,
  judgeApproval,
  judgeChange,
  judgeReceipt,
  judgeSubmission,
  type PlanStep,
  phaseOfPlan,
  standingTotals,
  type YearPlan,
} from '../../domain/year-plan/plan.ts'
import { capOf } from '../../domain/year-plan/reckoning.ts'
import {
  judgeSelection,
  type PlanObject,
  plannedObjects,
  plannedShares,
  totalsOf,
} from '../../domain/year-plan/selection.ts'
import { refusal as refusalOf } from '../case/acting.ts'

const refusal = (work: () => void): string => refusalOf(work).code

const objectOf = (id: number): PlanObject => ({
  id: `e${String(id).padStart(5, '0')}`,
  code: `X${id}`,
  name: `企业${id}`,
  region: '330802',
  industry: '化工',
})
const chosen = (name: string, visits: number, of: string[] = ['化工']) => ({
  class: name,
  of,
  visits,
})
/** The same numbers each time. */
const numbers = (seed: number) => {
  let state = seed
  return (n: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
}

describe('whom it names', () => {
  it('each once, under the first class, as often as the one that asks most', () => {
    const rows = plannedObjects(yearPlan, [
      { chosen: chosen('named', 3), objects: [objectOf(1)] },
      { chosen: chosen('trade', 1), objects: [objectOf(2), objectOf(1)] },
    ])
    expect(rows).toEqual([
      { seq: 1, enterprise: 'e00001', name: '企业1', class: 'trade', visits: 3 },
      { seq: 2, enterprise: 'e00002', name: '企业2', class: 'trade', visits: 1 },
    ])
  })

  it('whichever way the classes were read: the same rows, every enterprise found, none twice, totals that add up', () => {
    const classes = Object.keys(yearPlan.classes)
    for (let round = 1; round <= 60; round += 1) {
      const next = numbers(round)
      const found = classes.map((name) => ({
        chosen: chosen(name, 1 + next(12)),
        objects: Array.from({ length: next(40) }, () => objectOf(next(60))),
      }))
      const rows = plannedObjects(yearPlan, found)
      const other = plannedObjects(yearPlan, [...found].reverse())
      expect(other).toEqual(rows)
      const ids = found.flatMap(({ objects }) => objects.map(({ id }) => id))
      expect(rows.map(({ enterprise }) => enterprise).sort()).toEqual([...new Set(ids)].sort())
      const totals = totalsOf(rows)
      expect(totals.reduce((sum, { objects }) => sum + objects, 0)).toBe(rows.length)
      for (const row of rows)
        for (const one of found)
          if (one.objects.some(({ id }) => id === row.enterprise))
            expect(row.visits).toBeGreaterThanOrEqual(one.chosen.visits)
    }
  })

  it('a share of few is somebody, and a trade with a share of its own is not among the others', () => {
    const shares = [
      { industry: '机械', percent: 1 },
      { industry: null, percent: 50 },
    ]
    expect(plannedShares(shares, { 机械: 7, 纺织: 3, 食品: 2 })).toMatchObject([
      { pool: 7, visits: 1 },
      { pool: 5, visits: 3 },
    ])
    expect(plannedShares([{ industry: '造纸', percent: 100 }], { 机械: 7 })).toMatchObject([
      { pool: 0, visits: 0 },
    ])
  })

  it.each([
    [[chosen('nobody', 1)]],
    [[chosen('constructor', 1)]],
    [[chosen('risk', 1, ['5'])]],
    [[chosen('risk', 1, [])]],
    [[chosen('trade', 1), chosen('trade', 2)]],
  ])('refuses %j', (classes) => {
    const selection = {
      classes,
      random: [],
      otherDays: 0,
      absentDays: 0,
      keyVisitDays: 1,
      randomVisitDays: 1,
      answers: {},
    }
    expect(refusal(() => judgeSelection(yearPlan, selection))).toBe('invalid-input')
  })
})

const entered = (confidence: 'V' | 'M') =>
  amountsWith([
    {
      id: 'change',
      entry: {
        kind: 'amount',
        amount: 'inspection-frequency.visits',
        region: null,
        from: '2026-06-01',
        values: ['2'],
        norm: { zh: '公告', en: 'Notice' },
        article: { zh: '衢应急〔2026〕1号', en: 'No. 1' },
        confidence,
        source: '衢应急〔2026〕1号',
        running: null,
      },
    },
  ])
const over = {
  total: 7,
  binding: 7,
  first: [{ enterprise: 'e-1', name: '恒力', planned: 2, elsewhere: 1, held: 0, most: 2 }],
}

describe('cases that make a key enterprise', () => {
  const sources = Object.values(yearPlan.classes).flatMap(({ source }) =>
    source.from === 'cases' ? [source] : [],
  )
  const processes = { 'enforcement-case': enforcementCase, 'dishonesty-listing': dishonestyListing }

  it.each(sources)(
    '$process: each state is one of its chart, and none says that nothing was found',
    ({ process, states }) => {
      const { words } = processes[process as keyof typeof processes]
      expect(states.length).toBeGreaterThan(0)
      expect(states.filter((state) => !Object.hasOwn(words.states, state))).toEqual([])
    },
  )

  it('a case that was only proposed, not filed, withdrawn, or ended without a penalty is none', () => {
    const past = sources.find(({ process }) => process === 'enforcement-case')?.states ?? []
    const none = ['filing', 'telling', 'punishing', 'not-filed', 'withdrawn', 'not-punished']
    const counted = Object.keys(enforcementCase.words.states)
      .filter((state) => state.startsWith('handling.'))
      .filter((state) => !none.includes(state.slice('handling.'.length)))
    expect([...past].sort()).toEqual(counted.sort())
  })

  it('whoever is named by hand is no small mine, unless he is named as one', () => {
    expect(yearPlan.classes.named?.words.zh).toBe('其他重点企业')
    expect(yearPlan.classes.small?.words.zh).toBe('小矿山、小化工企业')
  })
})

describe('the number of visits', () => {
  it('none published refuses nobody; a published one holds for the whole of its year; an unconfirmed one only shows', () => {
    expect(capOf(2026, {})).toMatchObject({ most: null, binding: false })
    expect(capOf(2026, { amounts: entered('V') })).toMatchObject({ most: 2, binding: true })
    expect(capOf(2025, { amounts: entered('V') })).toMatchObject({ most: null, binding: false })
    const loose = capOf(2026, { amounts: entered('M') })
    expect([loose.most, loose.binding]).toEqual([2, false])
    expect(hindrancesOf({ ...over, binding: 0 })).toEqual([])
    expect(hindrancesOf(over).map(({ zh }) => zh)).toEqual([
      expect.stringContaining('7家企业超过年度频次上限'),
      '恒力：上限2次，本计划2次，其他机关计划1次，已安排0次',
    ])
  })
})

const stepsOf = (...all: [kind: PlanStep['kind'], person: string, data?: object][]): PlanStep[] =>
  all.map(
    ([kind, person, data = {}], at) =>
      ({
        seq: at + 1,
        kind,
        person,
        name: person,
        at: '2026-01-05T00:00:00.000Z',
        data,
      }) as PlanStep,
  )
const planOf = (...all: Parameters<typeof stepsOf>): YearPlan => ({
  id: 'p',
  year: 2026,
  version: 1,
  by: 'lin',
  steps: stepsOf(...all),
})
const approval = { person: 'gao', opinion: '', hindrances: [], approved: 0, fits: true }
const touched = { enterprise: 'e', name: 'e', class: 'trade', visits: 2, reason: '停产' }

describe('how it stands', () => {
  it('draft, submitted, approved, on file; each only once and only in its turn', () => {
    expect(phaseOfPlan(planOf())).toBe('draft')
    judgeSubmission(planOf(), [])
    expect(refusal(() => judgeSubmission(planOf(['submitted', 'lin']), []))).toBe(
      'not-possible-now',
    )
    expect(refusal(() => judgeApproval(planOf(), approval))).toBe('not-possible-now')
    judgeApproval(planOf(['submitted', 'lin']), approval)
    const approvedPlan = planOf(['submitted', 'lin'], ['approved', 'gao', { opinion: '' }])
    expect(refusal(() => judgeApproval(approvedPlan, approval))).toBe('not-possible-now')
    judgeReceipt(approvedPlan)
    expect(
      refusal(() =>
        judgeReceipt(planOf(['submitted', 'lin'], ['approved', 'gao'], ['received', 'yu'])),
      ),
    ).toBe('not-possible-now')
  })

  it('nobody who has made, changed or submitted it approves it', () => {
    const plan = planOf(['dropped', 'wu', touched], ['submitted', 'chen'])
    for (const person of ['lin', 'wu', 'chen'])
      expect(refusal(() => judgeApproval(plan, { ...approval, person }))).toBe('not-allowed')
    judgeApproval(plan, approval)
  })

  it('what does not fit wants a reason, a number that is passed or a newer version stops it', () => {
    const plan = planOf(['submitted', 'lin'])
    expect(refusal(() => judgeApproval(plan, { ...approval, fits: false }))).toBe('invalid-input')
    judgeApproval(plan, { ...approval, fits: false, opinion: '借调人员' })
    expect(refusal(() => judgeApproval(plan, { ...approval, approved: 1 }))).toBe(
      'not-possible-now',
    )
    const hindrances = hindrancesOf(over)
    expect(refusal(() => judgeApproval(plan, { ...approval, hindrances }))).toBe('not-possible-now')
    expect(refusal(() => judgeSubmission(planOf(), hindrances))).toBe('not-possible-now')
  })

  it('an enterprise is spoken of once, and what is taken out counts no longer', () => {
    const plan = planOf(['dropped', 'lin', touched])
    expect(refusal(() => judgeChange(plan, 'e'))).toBe('not-possible-now')
    judgeChange(plan, 'f')
    expect(standingTotals([{ class: 'trade', objects: 5, visits: 9 }], plan.steps)).toEqual([
      { class: 'trade', objects: 4, visits: 7 },
    ])
  })
})
