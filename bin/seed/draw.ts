// Which draw by lot does the demo show? One of Longyou: two people have drawn three enterprises and opened their inspections.

import { commitmentTo } from '../../domain/drawing/lot.ts'
import { sha256 } from '../../domain/identity/commands.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import { type People, Refused } from './people.ts'

/** So many enterprises are drawn, each with an inspection of its own. */
export const drawnInspections = 3
const two = ['longyou.inspector1', 'longyou.chief'] as const

/** The same keys and secrets each time, so that a seed that is started again goes on; answers whether it was taken. */
export const seedDraw = async (
  people: People,
  founded: Instant,
  log: (line: string) => void,
): Promise<boolean> => {
  const [first] = two
  const body = {
    region: '330825',
    count: drawnInspections,
    answers: {
      title: '双随机抽查',
      checklist: 'general',
      scope: '安全生产责任制、教育培训和设备维护。',
      plannedOn: addDays(civilDate(instant(founded)), 10),
    },
  }
  try {
    const draw = await people.freezeDraw(first, body, 'draw')
    for (const by of two) {
      const hash = commitmentTo(draw.id, await people.idOf(by), secretOf(draw.id, by))
      await people.stepOfDraw(by, draw.id, 'commitments', { hash }, `draw-bound-${by}`)
    }
    for (const by of two) {
      const secret = secretOf(draw.id, by)
      await people.stepOfDraw(by, draw.id, 'reveals', { secret }, `draw-said-${by}`)
    }
    await people.stepOfDraw(first, draw.id, 'cases', {}, 'draw-cases')
    log(`a draw of ${body.count} enterprises in Longyou`)
    return true
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    log(`the draw stops here: ${error.message}`)
    return false
  }
}

/** Nobody has to guess it: it is a demo. */
const secretOf = (draw: string, by: string): string => sha256(`${draw} ${by}`)
