// Two small processes of which one opens the other, and each acts on the other's case.
import { boolean, maxValue, number, object, optional, pipe, strictObject, string } from 'valibot'
import { createMachine } from 'xstate'
import { text } from '../../../domain/language/words.ts'
import { toGuards } from '../../../domain/model/chart.ts'
import { isExercise, markedTitle } from '../../../domain/model/exercises/exercise.ts'
import type { EventDefinition, ProcessDefinition, Rule } from '../../../domain/model/process.ts'
import { counter, counters } from './counter.ts'

const few: Rule<unknown> = ({ event }) =>
  Number(event.data.n) <= 10 || text('数太大', 'The number is too great')
const rules = { few }

const event = (words: string, more: Partial<EventDefinition> = {}): EventDefinition => ({
  words: text(words, words),
  party: text(words, words),
  schema: strictObject({}),
  fields: [],
  by: [counters],
  audience: 'internal',
  show: { party: [], public: [] },
  ...more,
})
const counted = { schema: strictObject({ n: pipe(number(), maxValue(100)) }) }
const fromLinkAlone: Partial<EventDefinition> = { ...counted, by: [], linked: true }

const isDrill = ({ drill }: Record<string, unknown>): boolean => drill === true

const helpings = {
  process: 'helping',
  words: text('求助', 'Help'),
  article: '§1',
  opens: ({ region, title }: { region: string; title: string }) => ({
    region,
    ...(isExercise({ title }) ? { drill: true } : {}),
  }),
}
const heeded = {
  process: 'helping',
  target: 'opened' as const,
  words: text('告知', 'Tell'),
  article: '§2',
  act: () => ({ type: 'heed', data: { n: 1 } }),
}

/** It may ask for help, ask where nobody helps, tell all who help, and is told by each what has come of it. */
export const asking: ProcessDefinition = {
  ...counter,
  id: 'asking',
  numberWord: '求助',
  title: text('求助', 'Asking'),
  machine: createMachine(
    {
      id: 'asking',
      initial: 'open',
      states: {
        open: {
          on: {
            call: {},
            'call-badly': {},
            'call-nobody': {},
            'call-for-real': {},
            'call-and-tell': {},
            tell: {},
            answered: { guard: 'few' },
            end: { target: 'ended' },
          },
        },
        ended: { type: 'final' },
      },
    },
    { guards: toGuards(rules) },
  ),
  start: {
    ...event('开始'),
    type: 'start',
    schema: object({ region: string(), drill: optional(boolean()) }),
    exercise: isDrill,
  },
  describe: (data, by) => {
    const described = counter.describe(data, by)
    return { ...described, title: markedTitle(described.title, isDrill(data)) }
  },
  events: {
    call: event('求助', { links: helpings }),
    'call-for-real': event('求助（真实）', {
      links: { ...helpings, opens: ({ region }) => ({ region }) },
    }),
    'call-badly': event('求助（表单有误）', {
      links: { ...helpings, opens: () => ({ region: 7 }) },
    }),
    'call-nobody': event('另行求助', { links: { ...helpings, process: 'nowhere' } }),
    'call-and-tell': event('求助并告知', { links: helpings, sends: [heeded] }),
    tell: event('告知', { sends: [heeded, { ...heeded, process: 'nowhere' }] }),
    answered: event('答复', fromLinkAlone),
    end: event('办结'),
  },
  rules,
  clocks: [],
  words: {
    states: { open: text('办理', 'Open'), ended: text('办结', 'Ended') },
    partyStates: {},
    tasks: {},
  },
}

/** It heeds what whoever has opened it tells, and answers him when it ends, by its own number. */
export const helping: ProcessDefinition = {
  ...asking,
  id: 'helping',
  numberWord: '援助',
  title: text('援助', 'Helping'),
  machine: createMachine({
    id: 'helping',
    initial: 'open',
    states: {
      open: { on: { heed: {}, answer: {}, finish: { target: 'ended' } } },
      ended: { type: 'final' },
    },
  }),
  events: {
    heed: event('知悉', fromLinkAlone),
    answer: event('答复', { ...counted, sends: [answering('answer')] }),
    finish: event('办结', { ...counted, sends: [answering('finish')] }),
  },
  rules: {},
}

function answering(type: string) {
  return {
    process: 'asking',
    target: 'opener' as const,
    words: text('答复求助', 'Answer who has asked'),
    article: '§3',
    act: ({ data }: { data: Record<string, Record<string, unknown>> }) => ({
      type: 'answered',
      data: { n: data[type]?.n },
    }),
  }
}
