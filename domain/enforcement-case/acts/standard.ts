// How does whoever plans a penalty name its cause and the step of the standard, and what does the case keep of them?
import * as v from 'valibot'
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { EntryChoice } from '../../model/register-definition.ts'
import {
  causeEntries,
  causeName,
  reckonedBy,
  usable,
} from '../../registers/violation-cause/standard.ts'
import { stepsIn, stepWords } from '../../registers/violation-cause/steps.ts'
import { isFined } from '../memory/cause.ts'
import type { EnforcementContext } from '../memory/context.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { remembered } from '../memory/penalties.ts'

const cause = field
  .text('违法行为（裁量基准）', 'Violation, by its standard', 60)
  .optional()
  .hint(
    '选择后按登记簿中的裁量基准核对拟罚款；不选的不核对',
    'The planned fine is then checked against the standard of the register; else it is not',
  )
const step = field.choice(stepWords, '裁量阶次', 'Step of the standard').optional()
const departure = field
  .longText('偏离裁量基准的理由', 'Why it departs from the standard', 1_000)
  .optional()
  .hint(
    '拟罚款在所选阶次幅度以外的，须填写',
    'Wanted where the fine lies outside the range of the step',
  )
const laterStandard = field
  .longText('适用行为后裁量基准的理由', 'Why a standard begun after the act serves', 1_000)
  .optional()
  .hint(
    '所选裁量基准在行为终了之日尚未施行的，须填写：新的规定处罚较轻，或者行为时没有裁量基准（从旧兼从轻）',
    'Wanted of a standard that did not hold when the act ended: it is milder, or there was none',
  )
const causeReckoning = field.reckoning('裁量幅度核对', 'Check against the standard')

/** What the chosen step leaves room for, in figures: later decisions are held against it (裁量偏离). */
const rangeEnd = field.filled(v.pipe(v.number(), v.integer(), v.minValue(0))).optional()
const kept = {
  causeName: field.filled(words(500)).optional(),
  rangeFrom: rangeEnd,
  rangeTo: rangeEnd,
}

/** 处罚法 34. */
export const causeFields = {
  cause: cause.shownTo('party'),
  step: step.shownTo('party'),
  departure: departure.shownTo('party'),
  laterStandard: laterStandard.shownTo('party'),
  causeReckoning: causeReckoning.shownTo('party'),
  ...kept,
}

/** Nobody departs from a standard on the spot: that is for a superior. */
export const causeFieldsOnTheSpot = {
  cause: cause.shownTo('party'),
  step: step.shownTo('party'),
  causeReckoning: causeReckoning.shownTo('party'),
  ...kept,
}

/** The enterprise reads nothing of what a person is told. */
export const causeFieldsOfPerson = {
  cause,
  step,
  departure,
  laterStandard,
  causeReckoning,
  ...kept,
}

type Standard = EnforcementContext['standard']

/** Asked where the notice has named a standard; `of`: what the chart of whoever is punished remembers. */
export const departureOfDecision = (of: (context: Record<string, unknown>) => Standard) =>
  departure.perCase(({ snapshot }) => {
    const standard = of(snapshot.context)
    if (!standard) return null
    const range = `${spellYuan(standard.from)}–${spellYuan(standard.to)}`
    return {
      hint: text(
        `告知时所选裁量阶次的幅度为${range}元；罚款在幅度以外，又不是告知时已说明理由的数额的，须填写`,
        `The step that was notified leaves room for ${range} yuan; wanted of a fine outside of it, unless the notice has given a reason for that fine`,
      ),
    }
  })

/** 处罚法 29: where the party was fined before. */
export const otherAct = field
  .longText(
    '与已处罚的不是同一违法行为的理由',
    'Why it is another act than one fined before',
    1_000,
  )
  .optional()
  .hint(
    '当事人已因同一违法行为、同一终了日期受过罚款的，须填写；是同一违法行为的，不得再罚款',
    'Wanted where the party was fined for the same violation that ended on the same day; the same act is not fined again',
  )
  .shownTo('party')

/** Asked in the workshop only where a fine of the party stands. */
export const otherActOnTheSpot = otherAct.perCase((_, { past }) =>
  past?.some(isFined) ? {} : null,
)

/** `planned`: the fine that is held against the standard, before anything is sent (null: nobody knows it) and by what was sent. */
const choiceBy = (
  planned: (record: CaseRecord, sent: Record<string, unknown> | null) => number | null,
): EntryChoice => ({
  ...causeEntries,
  kept: ['causeName', 'causeReckoning', 'rangeFrom', 'rangeTo'],
  fits: ({ region, snapshot }, entry, today) =>
    usable(entry, { region, today, actOn: remembered(snapshot.context).actEnded ?? today }),
  keep: (entry) => ({ causeName: causeName(entry) }),
  reckon: (record, entry, sent) => {
    const step = stepsIn(entry.data).find(({ step }) => step === sent.step)
    return {
      causeReckoning: reckonedBy(entry, planned(record, sent), sent.step ?? null),
      ...(step ? { rangeFrom: step.from, rangeTo: step.to } : {}),
    }
  },
  shows: (record, entry) => reckonedBy(entry, planned(record, null)),
})

/** The report has proposed the fine. */
export const causeChoice = choiceBy(({ snapshot }) => remembered(snapshot.context).fine)

/** The fine stands in the same form. */
export const causeWithFineChoice = choiceBy((_, sent) => sent && penaltyIn(sent).fine)
