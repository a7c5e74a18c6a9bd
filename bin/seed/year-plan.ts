// Which yearly plan of inspections does the demo show? That of Kaihua: made by an inspector, signed by its leader, on file in the city.
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import { type People, Refused } from './people.ts'

/** The same keys each time, so that a seed that is started again goes on. */
export const seedYearPlan = async (
  people: People,
  founded: Instant,
  log: (line: string) => void,
): Promise<void> => {
  const body = {
    region: '330824',
    year: Number(civilDate(instant(founded)).slice(0, 4)),
    classes: [
      { class: 'risk', of: ['1', '2', '3', '4'], visits: 2 },
      { class: 'trade', of: ['危险化学品经营', '非煤矿山', '金属冶炼'], visits: 1 },
    ],
    random: [{ industry: null, percent: 20 }],
    otherDays: 120,
    absentDays: 80,
    keyVisitDays: 1,
    randomVisitDays: 0.5,
    answers: {
      title: '年度监督检查',
      checklist: 'general',
      scope: '安全生产责任制、教育培训和设备维护。',
    },
  }
  try {
    const { id } = await people.makeYearPlan('kaihua.inspector1', body, 'year-plan')
    await people.stepOfYearPlan('kaihua.inspector1', id, 'submission', 'year-plan-submitted')
    await people.stepOfYearPlan('kaihua.leader', id, 'approval', 'year-plan-approved')
    await people.stepOfYearPlan('city.leader', id, 'receipt', 'year-plan-received')
    log('the yearly plan of inspections of Kaihua')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    log(`the yearly plan stops here: ${error.message}`)
  }
}
