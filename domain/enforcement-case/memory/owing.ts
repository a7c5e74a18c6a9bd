// What does a party owe on a day, with what a late fine costs, and when may the court be asked to enforce it?
import { type Text, text } from '../../language/words.ts'
import { type AskedBy, askLaw } from '../../law/calculations/ask.ts'
import { lateSurcharge } from '../../law/calculations/penalty/late-surcharge.ts'
import { remedyWindows } from '../../law/calculations/penalty/remedy-windows.ts'
import { fenOf as fen, waivedFenOf, yuanOf as yuan } from './agreed.ts'
import type { Punished } from './context.ts'
import { reckoned } from './penalties.ts'

/** 处罚法 73: remedies of the past, and the one that goes on. */
const uncounted = ({ stays, pendingSince }: Punished, asOf: string[]) => {
  const last = [...asOf].sort().at(-1)
  return pendingSince !== null && last !== undefined && last >= pendingSince
    ? [...stays, { from: pendingSince, to: last }]
    : stays
}

/** 处罚法 72, 73: on what is still owed of the fine, without the days of a deferral and of remedies. */
const reckoningOf = (context: Punished, served: string, asOf: string[], by: AskedBy) =>
  askLaw(
    lateSurcharge,
    {
      fine: context.owed,
      served,
      asOf,
      deferredTo: context.deferredTo,
      notCounted: uncounted(context, asOf).filter(({ from }) => from >= served),
    },
    by,
  )

/** What the surcharge has come to in all by a day, paid or not; a fine paid in parts costs by what was left of it. */
export const accrued = (context: Punished, on: string, by: AskedBy): number => {
  const { decisionServedOn: served, owed, booked, reckonedTo, imposed } = context
  if (served === null || owed <= 0 || on < served) return booked
  const from = reckonedTo !== null && reckonedTo > served ? reckonedTo : served
  if (on <= from) return booked
  const [before, after] = reckoningOf(context, served, [from, on], by).amounts
  const more = fen(after?.surcharge ?? 0) - fen(before?.surcharge ?? 0)
  return yuan(Math.min(fen(imposed), fen(booked) + more))
}

/** 强制法 45: never more than the fine, less what was paid of it; 强制法 42: and what an agreement reduces it by while that is kept. */
export const surchargeOwed = (context: Punished, on: string, by: AskedBy): number =>
  yuan(
    Math.max(0, fen(accrued(context, on, by)) - fen(context.surchargePaid) - waivedFenOf(context)),
  )

const nothing = text('', '')

/** From when it grows, by how much a day, and when it has reached the fine. */
export const surchargeCourse = (context: Punished, by: AskedBy): Text => {
  const { decisionServedOn: served, owed, surchargePaid, booked } = context
  if (served === null || owed <= 0) return nothing
  const { reckoning } = reckoningOf(context, served, [], by)
  const kept = text(
    `此前已生加处罚款${booked}元，已缴${surchargePaid}元`,
    `${booked} yuan had grown before, ${surchargePaid} were paid`,
  )
  const waived = yuan(waivedFenOf(context))
  const agreed = text(
    `执行协议减免加处罚款${waived}元（《行政强制法》第四十二条）`,
    `The agreement reduces the surcharge by ${waived} yuan (Coercion Law art. 42)`,
  )
  return reckoned({
    reckoning: [...reckoning, ...(booked > 0 ? [kept] : []), ...(waived > 0 ? [agreed] : [])],
    reasons: [],
  })
}

type Marks = Pick<Punished, 'decisionServedOn' | 'deferredTo' | 'remedyDecidedOn'> & {
  demandServedOn?: string | null
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
          suspended: marks.suspensions ?? [],
        },
        by,
      )

/** The day from which the three months for the court count: remedies have ended, and the deferral. */
export const courtFromOf = (marks: Marks, by: AskedBy): string | null => {
  const ends = windowsOf(marks, by)?.remediesEnd ?? null
  return ends !== null && marks.deferredTo !== null && marks.deferredTo > ends
    ? marks.deferredTo
    : ends
}

/** All that is known of these windows, as the hint of a form. */
export const courtCourse = (context: Punished, by: AskedBy): Text => {
  const windows = windowsOf(context, by)
  return windows === null ? nothing : reckoned({ reckoning: windows.reckoning, reasons: [] })
}
