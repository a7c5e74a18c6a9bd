// What does a form say that is to be performed by when, and what will the surcharge have come to by then (强制法 42)?
import { spellFen, spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import type { AskedBy } from '../../law/calculations/ask.ts'
import { isCivilDate } from '../../model/fields.ts'
import { fenOf, type Stage, sumOf, yuanOf } from '../memory/agreed.ts'
import type { Punished } from '../memory/context.ts'
import { surchargeCourse, surchargeOwed, windowsOf } from '../memory/owing.ts'
import { accrued, afterPayment } from '../memory/surcharge.ts'

export type Terms = { stages: Stage[]; waivedFen: number }

const stageIn = (row: unknown): Stage[] => {
  const { until: by, fine, surcharge } = (row ?? {}) as Record<string, unknown>
  return isCivilDate(by) && typeof fine === 'number'
    ? [
        {
          by,
          fineFen: fenOf(fine),
          surchargeFen: typeof surcharge === 'number' ? fenOf(surcharge) : 0,
        },
      ]
    : []
}

/** Total: what is no stage is none. */
export const termsIn = (data: Record<string, unknown> | undefined): Terms => ({
  stages: Array.isArray(data?.stages) ? data.stages.flatMap(stageIn) : [],
  waivedFen: typeof data?.waived === 'number' ? fenOf(data.waived) : 0,
})

/** The surcharge, not reduced, that will be unpaid on the day of each stage where all stages before it are paid on theirs; in fen. */
export const foreseenSurcharge = (
  context: Punished,
  stages: readonly Stage[],
  by: AskedBy,
): number[] => {
  let course: Punished = { ...context, agreed: null }
  return stages.map((stage) => {
    const grown = accrued(course, stage.by, by)
    const fine = Math.min(course.owed, yuanOf(stage.fineFen))
    course = { ...course, ...afterPayment(course, { on: stage.by, fine, surcharge: 0 }) }
    return fenOf(grown) - fenOf(context.surchargePaid)
  })
}

type Window = { until: string | null }

/** Until when the court may be asked; null: the right is lost, or nothing was served. */
export const courtUntil = (context: Punished, by: AskedBy): Window => ({
  until: windowsOf(context, by)?.courtApplication?.rolled ?? null,
})

/** 强制法 53: an agreement keeps no window open, as no article says so. Provisional. */
export const outlastsCourt = (
  context: Punished,
  stages: readonly Stage[],
  by: AskedBy,
): boolean => {
  const { until } = courtUntil(context, by)
  const last = stages.at(-1)?.by
  return last !== undefined && (until === null || last >= until)
}

/** What is to be divided into stages, and how the sums have to come out: beside the form. */
export const owedNow = (context: Punished, on: string, by: AskedBy): Text => {
  const late = surchargeOwed({ ...context, agreed: null }, on, by)
  const course = surchargeCourse({ ...context, agreed: null }, by)
  return text(
    `待缴罚款${spellYuan(context.owed)}元，各期罚款之和须与之相等；截至${on}未缴加处罚款${spellYuan(late)}元，协议期间继续计算，各期加处罚款之和须等于至末期的数额减去减免额；${course.zh}`,
    `The fine of ${spellYuan(context.owed)} yuan is what the fines of all stages make up; on ${on} the surcharge is ${spellYuan(late)} yuan and grows on, and its parts make up what it is at the last stage less the reduction; ${course.en}`,
  )
}

/** What is owed on a day, whatever was agreed; where the case is not known it says nothing. */
export const owedAgain = (context: Partial<Punished>, on: string, by: AskedBy): Text[] => {
  if (context.owed === undefined) return []
  const late = surchargeOwed({ ...(context as Punished), agreed: null }, on, by)
  return [
    text(
      `现欠缴罚款${spellYuan(context.owed)}元，截至${on}加处罚款${spellYuan(late)}元`,
      `${spellYuan(context.owed)} yuan of the fine are owed, and on ${on} ${spellYuan(late)} of the surcharge`,
    ),
  ]
}

/** 强制法 53, provisional. */
export const windowNow = (context: Punished, by: AskedBy): Text => {
  const until = courtUntil(context, by).until ?? '—'
  return text(
    `申请法院强制执行的期限至${until}，不因协议延长（暂行口径）；末期不早于该日的必须填写`,
    `The court may be asked until ${until}; no agreement extends that (provisional). Needed where the last stage is not before that day`,
  )
}

/** What was agreed, line by line: for the party, the record and the paper. */
export const termsInWords = ({ stages, waivedFen }: Terms): Text[] => {
  const all = sumOf(stages)
  return [
    ...stages.map(({ by, fineFen, surchargeFen }, index) =>
      text(
        `第${index + 1}期：${by}（含当日）前缴纳罚款${spellFen(fineFen)}元、加处罚款${spellFen(surchargeFen)}元，合计${spellFen(fineFen + surchargeFen)}元`,
        `Stage ${index + 1}: by ${by}, ${spellFen(fineFen)} yuan of the fine and ${spellFen(surchargeFen)} of the surcharge, ${spellFen(fineFen + surchargeFen)} together`,
      ),
    ),
    text(
      `共计罚款${spellFen(all.fineFen)}元、加处罚款${spellFen(all.surchargeFen)}元；减免加处罚款${spellFen(waivedFen)}元`,
      `In all ${spellFen(all.fineFen)} yuan of the fine and ${spellFen(all.surchargeFen)} of the surcharge; the surcharge is reduced by ${spellFen(waivedFen)}`,
    ),
  ]
}
