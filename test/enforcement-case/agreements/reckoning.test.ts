// Whatever is agreed on whatever fine: does all of the fine get paid, and of the surcharge what the law lets grow less the reduction?
import { expect, test } from 'vitest'
import {
  foreseenSurcharge,
  termsIn,
} from '../../../domain/enforcement-case/agreements/agreement-terms.ts'
import { openStageOf } from '../../../domain/enforcement-case/memory/agreed.ts'
import type { EnforcementContext } from '../../../domain/enforcement-case/memory/context.ts'
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import { remembered } from '../../../domain/enforcement-case/memory/penalties.ts'
import { notes } from '../../../domain/enforcement-case/notes.ts'
import { addDays } from '../../../domain/time/days.ts'
import { instant } from '../../../domain/time/instant.ts'
import { type Dice, dice } from '../../support/dice.ts'
import { inArrears } from './agreeing.ts'

const begun = remembered(inArrears().context())
const agreedOn = '2026-04-02'

/** A fine in so many whole yuan, the parts never empty. */
const split = (roll: Dice, sum: number, parts: number): number[] => {
  const rest = Array.from({ length: parts - 1 }, () => 1 + roll(Math.floor(sum / parts) - 1))
  return [...rest, sum - rest.reduce((all, one) => all + one, 0)]
}

const drawn = (seed: number) => {
  const roll = dice(seed)
  const fine = 100 + roll(100_000)
  const context: EnforcementContext = { ...begun, imposed: fine, owed: fine, fine }
  let by = agreedOn
  const stages = split(roll, fine, 1 + roll(4)).map((part) => {
    by = addDays(by, 1 + roll(40))
    return { until: by, fine: part }
  })
  const terms = termsIn({ stages })
  const foreseen = foreseenSurcharge(context, terms.stages, {})
  const waivedFen = roll((foreseen.at(-1) ?? 0) + 1)
  const surchargeFen = (foreseen.at(-1) ?? 0) - waivedFen
  const planned = terms.stages.map((one, index) =>
    index === terms.stages.length - 1 ? { ...one, surchargeFen } : one,
  )
  return { context, foreseen, waivedFen, stages: planned }
}

test('500 agreements: each stage paid on its day, nothing of the fine is left or spared', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const { context, foreseen, waivedFen, stages } = drawn(seed)
    expect([...foreseen].sort((one, other) => one - other)).toEqual(foreseen)
    for (const sum of foreseen) expect(sum).toBeLessThanOrEqual(context.imposed * 100)
    const agreed = {
      running: true,
      waivedFen,
      stages,
      imposed: context.imposed,
      owedFen: context.owed * 100,
      surchargePaidFen: 0,
    }
    let course: EnforcementContext = { ...context, agreed }
    for (const [index, stage] of stages.entries()) {
      expect(openStageOf(course)).toMatchObject({ nth: index + 1, fineFen: stage.fineFen })
      const due = surchargeOwed(course, stage.by, {})
      const isLast = index === stages.length - 1
      if (isLast) expect([seed, Math.round(due * 100)]).toEqual([seed, stage.surchargeFen])
      const data = {
        amount: stage.fineFen / 100,
        surcharge: stage.surchargeFen / 100,
        paidOn: stage.by,
      }
      const at = instant(Date.parse(`${stage.by}T02:00:00Z`))
      const event = { data, at, by: { kind: 'system' as const }, signatures: [] }
      course = { ...course, ...notes.notePaid({ context: course, event }) }
    }
    expect([course.owed, openStageOf(course)]).toEqual([0, null])
    expect(Math.round(course.surchargePaid * 100)).toBeLessThanOrEqual(course.imposed * 100)
  }
})

test('nothing that is owed is ever less than nothing, nor more than without an agreement', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { context, waivedFen, stages } = drawn(seed)
    const { imposed } = context
    const agreed = { running: true, waivedFen, stages, imposed, owedFen: 0, surchargePaidFen: 0 }
    for (const days of [0, 1, 7, 17, 33, 60, 400]) {
      const on = addDays(agreedOn, days)
      const due = surchargeOwed({ ...context, agreed }, on, {})
      expect(due).toBeGreaterThanOrEqual(0)
      expect(due).toBeLessThanOrEqual(surchargeOwed(context, on, {}))
    }
  }
})
