// Which desk above has heard of an event, and so hears of what becomes of it?
import { provinceDuty } from '../regions/addresses.ts'

/** Whoever has been told that it happened is told that it did not, that it is another's, or that it is the event of another case. */
export const toldBefore = ({ reached }: Record<string, unknown>) =>
  reached === 'province' ? [provinceDuty] : []

/** Of one of the two graver levels it has been told, so of its lowering and its end, too. */
export const toldOfResponse = ({ gravestResponse, reached }: Record<string, unknown>) =>
  Number(gravestResponse ?? 4) <= 2 ? [provinceDuty] : toldBefore({ reached })
