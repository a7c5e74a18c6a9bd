// Hazard rectification with supervision 隐患排查治理·挂牌督办 (令16号): a hazard is reported, verified, ordered, rectified, re-checked, written off.
// States: verifying → ordering → rectifying ⇄ rechecking → accepting → written-off; or rejected, withdrawn. See statechart.ts.
// Beside them supervision: none → red → city → province, each told → acknowledged; at the end lifted, or not-needed.
// Clocks: verification, rectification (ladder overdue, red, city, province), re-check. See clocks.ts.
// Rules (rules.ts): whoever ordered does not re-check, whoever re-checked does not write off, the date is at most a year away.
// Acts: report.ts opens, handling.ts moves, supervision.ts escalates; context.ts remembers; words.ts names; addresses.ts and fields.ts are shared.
import type { EventDefinition, ProcessDefinition } from '../case/process.ts'
import type { CaseRecord } from '../case/record.ts'
import { text } from '../case/words.ts'
import { countyLeader, sectionChief } from './addresses.ts'
import { clocks } from './clocks.ts'
import { handlingEvents } from './handling.ts'
import { describe, report } from './report.ts'
import { rules } from './rules.ts'
import { type HazardEventType, machine } from './statechart.ts'
import { supervisionEvents } from './supervision.ts'
import { words } from './words.ts'

const events = { ...handlingEvents, ...supervisionEvents } satisfies Record<HazardEventType, EventDefinition>

/** The mark in lists: 1 province, 2 city, 3 county supervision (red card), 4 a major hazard without supervision; it ends with the case. */
const level = ({ snapshot, status }: CaseRecord): 1 | 2 | 3 | 4 | null => {
  if (status === 'closed') return null
  const { supervision } = snapshot.value as { supervision: string | Record<string, string> }
  if (typeof supervision === 'object') return 'province' in supervision ? 1 : 'city' in supervision ? 2 : 3
  return snapshot.context.grade === 'major' ? 4 : null
}

export const hazardRectification: ProcessDefinition = {
  id: 'hazard-rectification',
  version: 1,
  title: text('隐患排查治理·挂牌督办', 'Hazard rectification and supervision'),
  summary: text(
    '隐患从报告、核实、责令整改、复查到核销；逾期未改的由县、市、省逐级督办。',
    'A hazard is reported, verified, ordered to be rectified, re-checked and written off; when it is late, county, city and province supervise in turn.',
  ),
  numberWord: '隐患',
  law: '《安全生产法》（2021）第四十一条、第六十五条、第一百零二条；总局令第16号；国发〔2010〕23号',
  machine,
  start: report,
  events,
  rules,
  clocks,
  words,
  reopen: { value: { handling: 'verifying', supervision: 'none' }, by: [sectionChief, countyLeader] },
  describe,
  level,
}
