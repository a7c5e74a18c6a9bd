// What is declared of a verb of people: its words, its form, and what it does to the record?
import type { Text } from '../language/words.ts'
import type { Field } from '../model/process.ts'

export type VerbDefinition = {
  words: Text
  party: Text
  fields: Field[]
  material: boolean
  listed: boolean
}
