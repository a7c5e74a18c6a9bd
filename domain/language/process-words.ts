// What are the states, tasks and documents of a process called?
import type { Text } from './words.ts'

export type ProcessWords = {
  states: Record<string, Text>
  /** Plain words of a state for the party (public status vocabulary); empty where it reads nothing of the state. */
  partyStates: Record<string, Text>
  /** What the party reads of a state in another word, by the states beside it and what the case remembers, where that is known; absent, or undefined: that of `partyStates`. Total. */
  partyStateIn?: (
    state: string,
    beside: readonly string[],
    context: Record<string, unknown>,
  ) => Text | undefined
  /** What a state is called for somebody outside who is not the party; absent: as for the party. */
  publicStates?: Record<string, Text>
  tasks: Record<string, Text>
  /** The document (文书) that an act makes or brings, by event. */
  documents?: Record<string, Text>
}
