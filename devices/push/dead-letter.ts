// What of a rejected item may be kept, and what does it say when it is read again?
import { parseJson } from './json.ts'
import type { Mapping } from './mapping.ts'
import { type Item, type ItemContext, translate } from './translate.ts'

const nothing = new Uint8Array(0)

/** Nothing of a mapping that makes pseudonyms: what came in is what nobody here is to know. */
export const mayBeKept = ({ makes }: Mapping): boolean =>
  !JSON.stringify(makes).includes('"as":"pseudonym"')

export const deadLetterBytes = (mapping: Mapping, item: unknown, code: string): Uint8Array =>
  code !== 'personal-data' && mayBeKept(mapping)
    ? new TextEncoder().encode(JSON.stringify(item))
    : nothing

/** An item as it was kept, or a message of a broker that was none at the time; a string: why there is still nothing to translate. */
export const readDeadLetter = (
  mapping: Mapping,
  bytes: Uint8Array,
  context: ItemContext,
): Item[] | string => {
  const parsed = parseJson(new TextDecoder().decode(bytes))
  if (!parsed.ok) return parsed.words
  return (Array.isArray(parsed.value) ? parsed.value : [parsed.value]).map((item) =>
    translate(mapping, item, context),
  )
}
