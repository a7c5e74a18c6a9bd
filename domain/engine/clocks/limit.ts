// When does a period of the rule book end, by the law that an act is judged by?

import { computeTimeLimit, type TimeLimit } from '../../law/compute.ts'
import type { CaseEvent } from '../../model/process.ts'
import { decreeCalendars } from '../../time/decrees.ts'

/** The same end that a clock of the case would have that started on that day. */
export const limitFor = (
  { calendars = decreeCalendars, rules, region }: Pick<CaseEvent, 'calendars' | 'rules' | 'region'>,
  rule: string,
  start: string,
): TimeLimit =>
  computeTimeLimit({ rule, start, ...(region === undefined ? {} : { region }) }, calendars, {
    rules,
    running: true,
  })
