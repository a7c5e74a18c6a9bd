// What is an arrow of a chart called?

import { type Text, text } from '../../language/words.ts'
import { nameOf } from '../../model/chart.ts'
import type { ProcessDefinition } from '../../model/process.ts'

/** Also those that no act is behind: a return, and the end of a region that another waits for. */
export const arrowWords = (process: ProcessDefinition, event: string): Text => {
  if (event === '') return text('', '')
  if (event === process.start.type) return process.start.words
  if (event === 'return') return text('退回', 'Return')
  const ended = event.startsWith('xstate.done.state.')
    ? event.slice('xstate.done.state.'.length)
    : null
  if (ended === null) return process.events[event]?.words ?? text(event, event)
  const region =
    process.words.states[nameOf(process.machine.getStateNodeById(ended))] ?? text(ended, ended)
  return text(`${region.zh}结束`, `${region.en} ends`)
}
