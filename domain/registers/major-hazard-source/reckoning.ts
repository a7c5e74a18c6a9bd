// Is a unit a major hazard source, of which grade, and by when is it filed, assessed anew or cancelled?
import { DomainError } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import { askLaw } from '../../law/calculations/ask.ts'
import { hazardSourceGrade } from '../../law/calculations/emergency/hazard-source-grade.ts'
import {
  type PreparednessDay,
  preparednessDay,
  uncounted,
} from '../../law/calculations/preparedness.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import type { ReckoningContext } from '../define.ts'
import type { EntryData } from '../entry.ts'
import { dayFaults, dayIn, type EntryFault, refuseFaults } from '../reckoning.ts'

/**
 * Grade and due days of a unit, with how they were reckoned. A unit below the critical quantity is graded `none` and refused by nobody:
 * its numbers may be unconfirmed, and whoever confirms the entry reads so. Refuses days that have not come and substances of which
 * the standard says nothing.
 */
export const reckonSource = (data: EntryData, context: ReckoningContext): EntryData => {
  const assessedOn = dayIn(data, 'assessedOn') ?? context.today
  refuseFaults([...sourceDayFaults(data, context), ...kilogramFaults(rowsIn(data.substances))])
  const graded = gradeOf(rowsIn(data.substances), Number(data.exposed), context)
  const appliedOn = dayIn(data, 'cancellationAppliedOn')
  const filing = preparednessDay('sourceFiling', { assessedOn }, context)
  const assessment = preparednessDay('sourceAssessment', { assessedOn }, context)
  const cancellation: PreparednessDay =
    appliedOn && !isRefused(data)
      ? preparednessDay('sourceCancellation', { cancellationAppliedOn: appliedOn }, context)
      : uncounted()
  return {
    ratioSum: graded.S,
    gradingIndex: graded.R,
    grade: graded.grade === null ? 'none' : String(graded.grade),
    filingDue: filing.due,
    assessmentDue: assessment.due,
    cancellationDue: cancellation.due,
    reckoning: [
      ...graded.reckoning,
      ...graded.reasons.map(toConfirm),
      ...filing.steps,
      ...assessment.steps,
      ...cancellation.steps,
    ],
  }
}

/** What the standard says nothing of is told at the cell that would settle it. */
const gradeOf = (rows: readonly RowAnswer[], exposed: number, books: ReckoningContext) => {
  try {
    return askLaw(hazardSourceGrade, { substances: rows.map(itemOf), exposed }, books)
  } catch (error) {
    const pointer = error instanceof DomainError ? String(error.details.pointer) : ''
    const [, row] = /^\/substances\/(\d+)$/.exec(pointer) ?? []
    if (row === undefined) throw error
    const name = String(rows[Number(row)]?.substance)
    refuseFaults([{ pointer: `${pointer}/category`, reason: unknownSubstance(name) }])
    throw error
  }
}

const unknownSubstance = (name: string): Text =>
  text(
    `标准未列出“${name}”的临界量或者校正系数：请填写类别，或者填写临界量和校正系数`,
    `The standard has no critical quantity or β for “${name}”: say its category, or both numbers`,
  )

/** 待备案: what was filed before the last assessment is to be filed again. */
export const awaitsFiling = (data: EntryData): boolean => {
  const [filedOn, assessedOn] = [dayIn(data, 'filedOn'), dayIn(data, 'assessedOn')]
  return filedOn === null || (assessedOn !== null && filedOn < assessedOn)
}

/** 不予核销: of this application, not of one before it. */
const isRefused = (data: EntryData): boolean => {
  const [appliedOn, refusedOn] = ['cancellationAppliedOn', 'cancellationRefusedOn'].map((name) =>
    dayIn(data, name),
  )
  return Boolean(appliedOn && refusedOn && refusedOn >= appliedOn)
}

/** 令40: of an application only, with its reasons; what was refused is not cancelled by it. */
const refusalFaults = (data: EntryData, { today, over }: ReckoningContext): EntryFault[] => {
  if (dayIn(data, 'cancellationRefusedOn') === null) return []
  const at = (pointer: string, zh: string, en: string) => [{ pointer, reason: text(zh, en) }]
  if (dayIn(data, 'cancellationAppliedOn') === null)
    return at('/cancellationRefusedOn', '没有核销申请，不能不予核销', 'Nothing was applied for')
  if (typeof data.refusalReason !== 'string' || data.refusalReason.trim() === '')
    return at('/refusalReason', '不予核销的，应当说明理由', 'A refusal says why')
  if (over && isRefused(data))
    return at(
      '/cancellationRefusedOn',
      '本次申请已不予核销；再次申请的，先更新收到核销申请日期',
      'This application was refused: a new one is received on a new day first',
    )
  const label = text('不予核销日期', 'Cancellation refused on')
  return dayFaults(data, 'cancellationRefusedOn', { label, today })
}

const toConfirm = ({ zh, en }: Text): Text => text(`待核实：${zh}`, `To be confirmed: ${en}`)

const sourceDayFaults = (data: EntryData, context: ReckoningContext): EntryFault[] => {
  const { today, over } = context
  const day = (name: string, zh: string, en: string) =>
    dayFaults(data, name, { label: text(zh, en), today })
  return [
    ...day('assessedOn', '完成安全评估日期', 'Safety assessment completed on'),
    ...day('filedOn', '备案日期', 'Filed on'),
    ...refusalFaults(data, context),
    ...day('cancellationAppliedOn', '收到核销申请日期', 'Application for cancellation received on'),
    ...(over && dayIn(data, 'cancellationAppliedOn') === null
      ? [
          {
            pointer: '/cancellationAppliedOn',
            reason: text(
              '核销须填写收到核销申请的日期',
              'Say when the application for cancellation was received',
            ),
          },
        ]
      : []),
  ]
}

/** The calculation takes tonnes to the gram. */
const kilogramFaults = (rows: readonly RowAnswer[]): EntryFault[] =>
  rows.flatMap(({ unit, quantity }, index) =>
    unit === 'kg' && !/^\d+(\.\d{1,3})?$/.test(String(quantity))
      ? [
          {
            pointer: `/substances/${index}/quantity`,
            reason: text('按千克填写的最多三位小数', 'In kilograms three decimals at most'),
          },
        ]
      : [],
  )

const itemOf = ({ substance, category, quantity, unit, criticalQuantity, beta }: RowAnswer) => ({
  substance,
  q: unit === 'kg' ? Number((Number(quantity) / 1_000).toFixed(6)) : quantity,
  ...(category === undefined ? {} : { class: category }),
  ...(criticalQuantity === undefined ? {} : { Q: criticalQuantity }),
  ...(beta === undefined ? {} : { beta }),
})
