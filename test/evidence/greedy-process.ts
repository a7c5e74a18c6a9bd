// What does a process do that is asked for too much?
import { setTimeout } from 'node:timers/promises'
import { answerAsked } from '../../api/http/answering.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

export type Wish = 'name' | 'pause' | 'refuse' | 'fail' | 'loop' | 'memory' | 'end' | 'secrets'

const holding: string[][] = []

const wishes: Record<Wish, () => unknown> = {
  name: () => process.pid,
  pause: () => setTimeout(300, process.pid),
  refuse: () => {
    throw new DomainError('file-type-refused', [text('不要', 'Not this')], { size: 3 })
  },
  fail: () => {
    throw new Error('a defect')
  },
  loop: () => {
    for (;;) holding.length = 0
  },
  memory: () => {
    for (;;) holding.push(Array.from({ length: 100_000 }, (_, at) => `held ${at}`))
  },
  end: () => process.exit(3),
  secrets: () => Object.keys(process.env),
}

answerAsked<Wish, unknown>(async (wish) => wishes[wish]())
