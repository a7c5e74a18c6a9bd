// What is the state of a case called in the vocabulary of its reader?
import { type Text, text } from '../language/words.ts'
import type { Audience } from '../model/audience.ts'
import { statesOf } from '../model/chart.ts'
import type { ProcessDefinition } from '../model/process.ts'

/**
 * The state in the reader's vocabulary: internal words inside the authorities, plain public words outside.
 * The first region always speaks, and before the others; a parallel one only while something goes on in it, and to the party only of what it may know.
 */
export const stateWords = (
  process: ProcessDefinition,
  key: string | null,
  reader: Audience,
): Text => {
  const quiet = quietStates(process)
  const table = reader === 'internal' ? process.words.states : process.words.partyStates
  const words = mainFirst(process, (key ?? '').split('|')).flatMap((name) =>
    quiet.has(name) || !table[name]?.zh ? [] : [table[name]],
  )
  const distinct = words.filter(
    (one, index) => words.findIndex(({ zh }) => zh === one.zh) === index,
  )
  return text(distinct.map(({ zh }) => zh).join(' · '), distinct.map(({ en }) => en).join(' · '))
}

/** Keys are in the order of letters; what the case is about comes first. */
const mainFirst = ({ machine }: ProcessDefinition, names: string[]): string[] => {
  const [first = ''] = Object.keys(machine.root.states)
  const isMain = (name: string) => name.startsWith(`${first}.`)
  return [...names.filter(isMain), ...names.filter((name) => !isMain(name))]
}

const quietStates = (process: ProcessDefinition): Set<string> => {
  const states = statesOf(process.machine)
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
