// Which steps do most stories of a hazard share?
import { day, type Moment, type Step } from '../script.ts'

type Report = {
  title: string
  site: string
  category: string
  description: string
  suspectedMajor?: boolean
}

export const report = (
  when: Moment,
  by: string,
  data: Report & { enterprise?: string },
  ...photos: number[]
): Step => ({
  when,
  by,
  act: 'report',
  data,
  photos,
})

/** Two inspectors of the county put their hands to it on that day. */
export const verified = (
  county: string,
  days: number,
  grade: 'general' | 'major',
  findings: string,
): Step[] => [
  { when: [days, 10], by: `${county}.inspector1`, act: 'verify', data: { grade, findings } },
  {
    when: [days, 11],
    by: `${county}.inspector2`,
    act: 'sign',
    data: { opinion: '现场情况属实，同意定级。' },
  },
]

export const ordered = (
  county: string,
  days: number,
  dueIn: number,
  requirements: string,
): Step => ({
  when: [days, 15],
  by: `${county}.inspector1`,
  act: 'issue-order',
  data: { dueDate: day(dueIn), requirements, measures: '整改期间设置警示标识，安排专人看护。' },
})

export const rectified = (
  enterprise: string,
  days: number,
  description: string,
  ...photos: number[]
): Step => ({
  when: [days, 14],
  by: `${enterprise}.principal`,
  act: 'report-rectified',
  data: { description },
  photos,
})

export const passed = (county: string, days: number, findings: string): Step => ({
  when: [days, 10],
  by: `${county}.inspector2`,
  act: 're-check-passed',
  data: { findings },
})
