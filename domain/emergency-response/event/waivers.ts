// What outweighs the finding that an event is neither reported nor investigated?
import { accidentOf, type CountedEvent, equipmentLevelOf, type Figures } from './figures.ts'
import { isSpecialEquipment } from './special-equipment.ts'

type Event = CountedEvent & { kind: string }
type Known = Event & { figures: Figures }
type Waivers = { reportWaived: boolean; investigationWaived: boolean }

export const isHarm = ({ dead, seriouslyHurt }: Figures): boolean =>
  Boolean(dead) || Boolean(seriouslyHurt)

/** 监察条例 61–64; that people in a lift have waited two hours the clock says. */
const isSpecialAccident = (figures: Figures, event: Event): boolean =>
  isSpecialEquipment(event.kind) && equipmentLevelOf(figures, event).level !== null

/** 493号 9、令21 4: harm, what is larger, and an accident of special equipment are reported. */
export const isToReport = (figures: Figures, event: Event): boolean =>
  isHarm(figures) || accidentOf(figures, event).grave || isSpecialAccident(figures, event)

/** 493号 3、19: an accident by its harm or by its loss, or one of special equipment, is investigated. */
export const isToInvestigate = (figures: Figures, event: Event): boolean =>
  isHarm(figures) ||
  accidentOf(figures, event).level !== 'general' ||
  isSpecialAccident(figures, event)

/** Whether what is known of the event now outweighs what was found by what was known before. */
export const outweighsWaiver = (now: Known, before: Known & Waivers): boolean =>
  [
    before.reportWaived ? isToReport : null,
    before.investigationWaived ? isToInvestigate : null,
  ].some((isOwed) => isOwed?.(now.figures, now) && !isOwed(before.figures, before))
