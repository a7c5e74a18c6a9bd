// What was written down in an act before, from which a later form starts: nothing is typed twice.
import type { CaseRecord } from '../../model/record.ts'

/** The words that `field` of the last act of `type` was given; a form begins with them and may change them. */
export const asAnswered =
  (type: string, field: string) =>
  ({ data }: Pick<CaseRecord, 'data'>): { value?: string } => {
    const value = data[type]?.[field]
    return typeof value === 'string' ? { value } : {}
  }
