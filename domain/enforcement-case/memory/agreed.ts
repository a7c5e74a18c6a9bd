// What does a case remember of a performance agreement (执行协议, 强制法 42), how much of it is paid, and which stage is open?
import { text } from '../../language/words.ts'
import type { Verdict } from '../../model/process.ts'

/** One stage: so much of the fine and of the surcharge, by this day. In fen. */
export type Stage = { by: string; fineFen: number; surchargeFen: number }

/** The one that was concluded; performed, it runs no more and its reduction stays. */
export type Agreed = {
  running: boolean
  waivedFen: number
  stages: Stage[]
  /** What was imposed, owed of the fine, and paid of the surcharge, when it was concluded. */
  imposed: number
  owedFen: number
  surchargePaidFen: number
}
type Owing = { agreed?: Agreed | null; imposed: number; owed: number; surchargePaid: number }

export const fenOf = (yuan: number): number => Math.round(yuan * 100)
export const yuanOf = (fen: number): number => fen / 100

/** 强制法 42: what is not to be paid of the surcharge while the agreement is kept; nothing once it is broken. */
export const waivedFenOf = ({ agreed }: { agreed?: Agreed | null }): number =>
  agreed?.waivedFen ?? 0

/** What was reduced was reduced of the fine that was: of what a change leaves owed it is agreed on anew. In yuan. */
export const withoutReduction = (
  agreed: Agreed | null | undefined,
  owed: number,
): { agreed?: Agreed } =>
  agreed?.running === true && owed > 0 ? { agreed: { ...agreed, waivedFen: 0 } } : {}

type Sums = Pick<Stage, 'fineFen' | 'surchargeFen'>

/** What was paid since it was concluded. */
export const paidSince = (
  { owedFen, surchargePaidFen }: Pick<Agreed, 'owedFen' | 'surchargePaidFen'>,
  { owed, surchargePaid }: Pick<Owing, 'owed' | 'surchargePaid'>,
): Sums => ({
  fineFen: owedFen - fenOf(owed),
  surchargeFen: fenOf(surchargePaid) - surchargePaidFen,
})

/** Of stages together. */
export const sumOf = (stages: readonly Stage[]): Sums =>
  stages.reduce(
    (all, one) => ({
      fineFen: all.fineFen + one.fineFen,
      surchargeFen: all.surchargeFen + one.surchargeFen,
    }),
    { fineFen: 0, surchargeFen: 0 },
  )

/** What is missing of the first so many stages. Money that came before as much surcharge had grown went to the fine, and counts all the same. */
export const missingOf = (stages: readonly Stage[], paid: Sums): Sums => {
  const due = sumOf(stages)
  const fineFen = Math.max(0, due.fineFen - paid.fineFen)
  const inAll = due.fineFen + due.surchargeFen - paid.fineFen - paid.surchargeFen
  return { fineFen, surchargeFen: Math.max(0, inAll - fineFen) }
}

export type OpenStage = Sums & { nth: number; isLast: boolean }

/** The first stage that is not paid, and what is missing of it; null: no agreement runs on the fine as it is, or all is paid. */
export const openStageOf = (owing: Owing): OpenStage | null => {
  const { agreed } = owing
  if (agreed?.running !== true || owing.owed <= 0) return null
  // What a changed fine is less by was paid by nobody.
  if (agreed.imposed !== owing.imposed) return null
  const paid = paidSince(agreed, owing)
  for (const [index] of agreed.stages.entries()) {
    const missing = missingOf(agreed.stages.slice(0, index + 1), paid)
    if (missing.fineFen + missing.surchargeFen > 0)
      return { ...missing, nth: index + 1, isLast: index === agreed.stages.length - 1 }
  }
  return null
}

/** While it is performed nothing is enforced: 强制法 42(2) lets that go on only where it is not performed. */
export const notAgreed = ({
  context: { agreed },
}: {
  context: { agreed?: Agreed | null }
}): Verdict =>
  agreed?.running !== true ||
  text(
    '执行协议正在履行，不得强制执行；当事人不履行协议的，认定后恢复强制执行（《行政强制法》第四十二条）',
    'A performance agreement is being performed: nothing is enforced unless it is found broken (Coercion Law art. 42)',
  )
