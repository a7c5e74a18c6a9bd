// Which escalation level comes next in a lane, or why does none?
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { t, words } from '../client/words.ts'
import { superviseWords as w } from './words.ts'

/** Levels of a stopped period wait; a period without any is enforced by its own end alone. */
export const whyNoNext = ({
  escalationLevels,
  due,
}: Pick<WallLane, 'escalationLevels' | 'due'>): Text =>
  escalationLevels.length === 0 ? w.noLevels : due.paused ? w.levelsWait : w.levelsOver

/** `show`: how the moment is written where it stands. */
export const nextInWords = (lane: WallLane, show: (at: string) => string): string =>
  t(
    lane.next
      ? fill(words.noted, { what: t(lane.next.words), note: show(lane.next.at) })
      : whyNoNext(lane),
  )
