// Which topics of a broker are heard, and what does a topic itself tell?
import * as v from 'valibot'

const levels = v.pipe(v.number(), v.integer(), v.minValue(0))

const topic = v.strictObject({
  /** With `+` and `#`. */
  filter: v.pipe(v.string(), v.nonEmpty()),
  /** What its items are, where they do not say so themselves. */
  kind: v.optional(v.string()),
  /** At which level of the topic the device's key is, from nought. */
  device: v.optional(levels),
  /** Where the broker tells that a device has gone (its Will). */
  will: v.optional(v.boolean(), false),
  /** What is said there when it is back. */
  online: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.toLowerCase()), 'online'),
})
export type Topic = v.InferOutput<typeof topic>

const willNamesDevice = v.check<Topic, string>(
  ({ will, device }) => !will || device !== undefined,
  'the topic of a will names the device',
)
export const topics = v.pipe(v.array(v.pipe(topic, willNamesDevice)), v.nonEmpty())

/** MQTT 5, 4.7: `+` is one level, `#` all that follow and the level above them. */
export const matches = (filter: string, name: string): boolean => {
  const [wanted, given] = [filter.split('/'), name.split('/')]
  if (name.startsWith('$') && !filter.startsWith('$')) return false
  for (const [n, part] of wanted.entries()) {
    if (part === '#') return true
    if (n >= given.length || (part !== '+' && part !== given[n])) return false
  }
  return wanted.length === given.length
}
