// What does a case that repeats a fine day by day begin with?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import { mostFine } from '../memory/kinds.ts'

export const byRecheck = text(
  '按日连续处罚案件由复查结果产生，不能手工登记',
  'A daily fine comes from a re-check and is not entered by hand',
)

/** 安全法 112: what the re-check that found the refusal hands over; no form has a place for it. */
export const refusedFields = {
  refusedCase: field.filled(v.optional(words(64))),
  refusedNumber: field
    .text('原处罚案件', 'Case of the first fine', 60)
    .optional()
    .with({ where: [] }),
  originalFine: field
    .yuan('原处罚数额（元）', 'First fine (yuan)', 1, mostFine)
    .optional()
    .with({ where: [] }),
  orderedOn: field.date('责令改正之日', 'Ordered to correct on').optional().with({ where: [] }),
  recheckedOn: field
    .date('复查发现拒不改正之日', 'Refusal found on')
    .optional()
    .with({ where: [] }),
}
