// What are the states, tasks and documents of a process called?
import type { Text } from '../language/words.ts'

export type ProcessWords = {
  states: Record<string, Text>
  /** Plain words of a state for the party (public status vocabulary); empty where it reads nothing of the state. */
  partyStates: Record<string, Text>
  /** What a state is called for somebody outside who is not the party; absent: as for the party. */
  publicStates?: Record<string, Text>
  tasks: Record<string, Text>
  /** The document (文书) that an act makes or brings, by event. */
  documents?: Record<string, Text>
}
