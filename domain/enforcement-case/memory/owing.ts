// What does a party owe on a day, with what a late fine costs, and when may the court be asked to enforce it?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { type AskedBy, askLaw } from '../../law/calculations/ask.ts'
import { remedyWindows } from '../../law/calculations/penalty/remedy-windows.ts'
import { fenOf as fen, waivedFenOf, yuanOf as yuan } from './agreed.ts'
import type { Punished } from './context.ts'
import { workingDayFrom } from './last-day.ts'
import { reckoned } from './penalties.ts'
import { accrued, surchargeCourseOf } from './surcharge.ts'

/** 强制法 45: never more than the fine, less what was paid of it; 强制法 42: and what an agreement reduces it by while that is kept. */
export const surchargeOwed = (context: Punished, on: string, by: AskedBy): number =>
  context.owed > 0
    ? yuan(
        Math.max(
          0,
          fen(accrued(context, on, by)) - fen(context.surchargePaid) - waivedFenOf(context),
        ),
      )
    : (context.surchargeLeft ?? 0)

const nothing = text('', '')

const leftOver = (surchargeLeft: number): Text =>
  text(
    `罚款本金已缴清，尚欠加处罚款${spellYuan(surchargeLeft)}元，不再增加（《行政处罚法》第七十二条）`,
    `The fine is paid; ${spellYuan(surchargeLeft)} yuan of its surcharge are still owed and grow no more (Penalty Law art. 72)`,
  )

/** From when it grows, by how much a day, and when it has reached the fine. */
export const surchargeCourse = (context: Punished, by: AskedBy): Text => {
  const { decisionServedOn: served, owed, surchargePaid, surchargeLeft = 0 } = context
  if (served !== null && surchargeLeft > 0) return leftOver(surchargeLeft)
  if (served === null || owed <= 0) return nothing
  const { reckoning } = surchargeCourseOf(context, { fine: owed, served, asOf: [] }, by)
  // Of the parts that are paid: what is owed costs nothing yet on the day it was served.
  const ofPaid = accrued(context, served, by)
  const kept = text(
    `已缴部分另生加处罚款${spellYuan(ofPaid)}元，加处罚款已缴${spellYuan(surchargePaid)}元`,
    `The parts that are paid have cost ${spellYuan(ofPaid)} yuan beside it; ${spellYuan(surchargePaid)} of the surcharge were paid`,
  )
  const waived = yuan(waivedFenOf(context))
  const agreed = text(
    `执行协议减免加处罚款${spellYuan(waived)}元（《行政强制法》第四十二条）`,
    `The agreement reduces the surcharge by ${spellYuan(waived)} yuan (Coercion Law art. 42)`,
  )
  return reckoned({
    reckoning: [
      ...reckoning,
      ...(ofPaid > 0 || surchargePaid > 0 ? [kept] : []),
      ...(waived > 0 ? [agreed] : []),
    ],
    reasons: [],
  })
}

type Marks = Pick<Punished, 'decisionServedOn' | 'deferredTo' | 'remedyDecidedOn'> & {
  demandServedOn?: string | null
  outcomeOn?: string | null
  suspensions?: { from: string; to: string }[]
}

/** 复议法 20, 行诉法 45, 46, 强制法 53, 54, 处罚法 72; null: nothing was served. */
export const windowsOf = (marks: Marks, by: AskedBy) =>
  marks.decisionServedOn === null
    ? null
    : askLaw(
        remedyWindows,
        {
          served: marks.decisionServedOn,
          deferredTo: marks.deferredTo,
          demandServed: marks.demandServedOn ?? null,
          reconsiderationDecided: marks.remedyDecidedOn,
          remedyEnded: marks.outcomeOn ?? null,
          suspended: marks.suspensions ?? [],
        },
        by,
      )

/** The day from which the three months for the court count: the periods of remedies have ended, the deferral, and the last remedy itself. */
export const courtFromOf = (marks: Marks, by: AskedBy): string | null => {
  const ends = windowsOf(marks, by)?.remediesEnd ?? null
  const { deferredTo, outcomeOn } = marks
  const deferred = deferredTo === null ? null : workingDayFrom(deferredTo, by)
  return ends === null
    ? null
    : [deferred, outcomeOn].reduce<string>((latest, on) => (on && on > latest ? on : latest), ends)
}

/** All that is known of these windows, as the hint of a form. */
export const courtCourse = (context: Punished, by: AskedBy): Text => {
  const windows = windowsOf(context, by)
  return windows === null ? nothing : reckoned({ reckoning: windows.reckoning, reasons: [] })
}
