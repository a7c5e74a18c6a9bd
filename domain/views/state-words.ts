// What is the state of a case called in the vocabulary of its reader?
import { type Text, text } from '../language/words.ts'
import type { Audience } from '../model/audience.ts'
import { statesOf } from '../model/chart.ts'
import type { ProcessDefinition } from '../model/process.ts'

/**
 * The state in the reader's vocabulary: internal words inside the authorities, plain public words outside.
 * Regions speak in the order of the chart: the first always, a parallel one only while something goes on in it, and to the party only of
 * what it may know. `context`: what the case remembers, where the party’s word goes by it.
 */
export const stateWords = (
  process: ProcessDefinition,
  key: string | null,
  reader: Audience,
  context: Record<string, unknown> = {},
): Text => {
  const states = statesOf(process.machine)
  const quiet = quietStates(process, states)
  const place = (name: string) => states.findIndex((one) => one.name === name)
  const names = (key ?? '').split('|')
  const { states: inside, partyStates, partyStateIn } = process.words
  const wordOf = (name: string) =>
    reader === 'internal'
      ? inside[name]
      : (partyStateIn?.(name, names, context) ?? partyStates[name])
  const words = [...names]
    .sort((one, other) => place(one) - place(other))
    .flatMap((name) => {
      const word = quiet.has(name) ? undefined : wordOf(name)
      return word?.zh ? [word] : []
    })
  const distinct = words.filter(
    (one, index) => words.findIndex(({ zh }) => zh === one.zh) === index,
  )
  return text(distinct.map(({ zh }) => zh).join(' · '), distinct.map(({ en }) => en).join(' · '))
}

const quietStates = (
  process: ProcessDefinition,
  states: ReturnType<typeof statesOf>,
): Set<string> => {
  const [first, ...others] =
    process.machine.root.type === 'parallel' ? states.filter(({ parent }) => parent === null) : []
  const beside = new Set(others.map(({ name }) => name))
  const rests = states.filter(
    ({ name, parent, final, quiet }) =>
      parent !== null &&
      beside.has(parent) &&
      (final || quiet || others.some(({ initial }) => initial === name)),
  )
  return new Set(first ? rests.map(({ name }) => name) : [])
}
