// How does the notice of a penalty name its cause and the step of the standard, and what does the case keep of them?
import * as v from 'valibot'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { EntryChoice, NamedEntries } from '../../model/register-definition.ts'
import { causeName, reckonedBy, usable } from '../../registers/violation-cause/standard.ts'
import { stepsIn, stepWords } from '../../registers/violation-cause/steps.ts'
import { remembered } from '../memory/penalties.ts'

/** What the chosen step leaves room for, in figures: later decisions are held against it (裁量偏离). */
const rangeEnd = field.filled(v.pipe(v.number(), v.integer(), v.minValue(0))).optional()

/** 处罚法 34. */
export const causeFields = {
  cause: field
    .text('违法行为（裁量基准）', 'Violation, by its standard', 60)
    .optional()
    .hint(
      '选择后按登记簿中的裁量基准核对拟罚款；不选的不核对',
      'The planned fine is then checked against the standard of the register; else it is not',
    )
    .shownTo('party'),
  step: field.choice(stepWords, '裁量阶次', 'Step of the standard').optional().shownTo('party'),
  departure: field
    .longText('偏离裁量基准的理由', 'Why it departs from the standard', 1_000)
    .optional()
    .hint(
      '拟罚款在所选阶次幅度以外的，须填写',
      'Wanted where the fine lies outside the range of the step',
    )
    .shownTo('party'),
  causeName: field.filled(words(500)).optional(),
  causeReckoning: field.reckoning('裁量幅度核对', 'Check against the standard').shownTo('party'),
  rangeFrom: rangeEnd,
  rangeTo: rangeEnd,
}

export const causeEntries: NamedEntries = { register: 'violation-cause', field: 'cause' }

const fineOf = ({ snapshot }: CaseRecord): number => remembered(snapshot.context).fine

export const causeChoice: EntryChoice = {
  register: 'violation-cause',
  field: 'cause',
  kept: ['causeName', 'causeReckoning', 'rangeFrom', 'rangeTo'],
  fits: ({ region }, entry, today) => usable(entry, { region, today }),
  keep: (entry) => ({ causeName: causeName(entry) }),
  reckon: (record, entry, { step: named }) => {
    const step = stepsIn(entry.data).find(({ step }) => step === named)
    return {
      causeReckoning: reckonedBy(entry, fineOf(record), named ?? null),
      ...(step ? { rangeFrom: step.from, rangeTo: step.to } : {}),
    }
  },
  shows: (record, entry) => reckonedBy(entry, fineOf(record)),
}
