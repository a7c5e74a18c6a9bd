// Which applications are played through the chart?
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import type { applying } from './playing.ts'

export const accepted: Line = ['kou', 'accept']
export const words = (play: ReturnType<typeof applying>, ...lines: Line[]) =>
  refusal(() => play.does(...lines)).words
