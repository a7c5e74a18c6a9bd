// How far was a goal of a drill reached?
import { type Text, text } from '../../language/words.ts'

export const verdictWords = {
  met: text('达到', 'Met'),
  partly: text('部分达到', 'Met in part'),
  missed: text('未达到', 'Not met'),
} as const satisfies Record<string, Text>
