// In which shape does come what could not be used?
import * as v from 'valibot'
import type { CommandPage, CountPage, FramePage, FrameView, LettersView, OutboxPage } from '../../domain/letters/views.ts'
import { text } from '../http/shapes.ts'

/** A schema that yields exactly the type the code answers with. */
type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const number = v.number()
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const state = v.picklist(['waiting', 'done', 'failed'])
const replay = v.strictObject({ id: word, at: moment, by: word, reason: word, state, doneAt: maybe(moment), words: maybe(text) })
const replays = v.array(replay)
const page = <Item extends v.GenericSchema>(item: Item) => v.strictObject({ items: v.array(item), total: number, cursor: maybe(word) })

export const letters = v.strictObject({
  counts: v.strictObject({ frame: number, command: number, outbox: number, unknown: number }),
  feeds: v.array(v.strictObject({ id: word, name: word })),
  reasons: v.array(word),
}) satisfies Of<LettersView>

const row = {
  ...{ seq: number, feed: word, device: maybe(word), peer: word, reason: word, words: word, at: moment },
  ...{ kept: number, whole: v.boolean(), replayed: maybe(state) },
}
export const frames = page(v.strictObject(row)) satisfies Of<FramePage>

const piece = v.strictObject({
  ...{ from: number, to: number, lines: v.array(v.strictObject({ name: word, value: word })) },
  fault: maybe(v.strictObject({ at: number, words: word })),
})
export const frame = v.strictObject({
  ...{ ...row, protocol: word, offset: number, hex: word, pieces: maybe(v.array(piece)), obstacle: maybe(text), replays },
}) satisfies Of<FrameView>

export const counts = page(v.strictObject({ feed: word, device: word, reason: word, day: word, count: number })) satisfies Of<CountPage>

export const commands = page(
  v.strictObject({
    ...{ id: word, caseId: word, number: maybe(word), title: maybe(word), type: maybe(word), error: word, at: moment },
    ...{ standing: v.picklist(['waiting', 'under-way', 'solved']), obstacle: maybe(text), replays },
  }),
) satisfies Of<CommandPage>

export const outbox = page(
  v.strictObject({
    ...{ id: number, alarm: word, name: word, kind: word, level: v.picklist([1, 2, 3, 4]), attempts: number, error: word },
    ...{ createdAt: moment, nextAt: moment, replays },
  }),
) satisfies Of<OutboxPage>

export const asked = v.strictObject({ id: word })
