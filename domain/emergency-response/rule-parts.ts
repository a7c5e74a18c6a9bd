// Of which parts are the rules of an emergency made: what holds of the case, and what can have happened when?
import { type Text, text } from '../language/words.ts'
import type { Verdict } from '../model/process.ts'
import { toMillis } from '../time/days.ts'
import type { EmergencyContext, EmergencyRule } from './context.ts'

/** Yes where it holds, else the reason. */
export const when =
  (holds: (context: EmergencyContext) => boolean, otherwise: Text): EmergencyRule =>
  ({ context }): Verdict =>
    holds(context) || otherwise

/** What is said to have happened has happened: not before the event itself, and not in the future. Buttons ask before a form is filled. */
export const happened =
  (name: string, from: (context: EmergencyContext) => string): EmergencyRule =>
  ({ context, event }) => {
    const value = event.data[name]
    if (value === undefined) return true
    const at = typeof value === 'string' ? toMillis(value) : null
    if (at === null) return text('时刻无效', 'This is no moment')
    if (at > Date.parse(event.at)) return text('时刻不得晚于现在', 'It may not lie in the future')
    return (
      at >= Date.parse(from(context)) ||
      text('时刻不得早于事件发生', 'It may not lie before the event')
    )
  }
