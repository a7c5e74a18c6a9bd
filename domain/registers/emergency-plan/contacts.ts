// Do the posts of a plan make a tree, so that a call goes from the first of them to every other?
import { text } from '../../language/words.ts'
import type { RowAnswer } from '../../views/answers/value-words.ts'
import type { EntryFault } from '../reckoning.ts'

const postOf = (row: RowAnswer): string => String(row.post ?? '').trim()
const callerOf = (row: RowAnswer): string => String(row.notifiedBy ?? '').trim()

/** Each post stands once, is notified by one that is there, and never by itself over others. */
export const contactFaults = (rows: readonly RowAnswer[]): EntryFault[] => {
  const posts = rows.map(postOf)
  const callers = new Map(rows.map((row) => [postOf(row), callerOf(row)]))
  return rows.flatMap((row, index): EntryFault[] => {
    const [post, caller] = [postOf(row), callerOf(row)]
    if (posts.indexOf(post) !== index)
      return [{ pointer: `/contacts/${index}/post`, reason: twice(post) }]
    const pointer = `/contacts/${index}/notifiedBy`
    if (caller !== '' && !callers.has(caller)) return [{ pointer, reason: unknown(caller) }]
    return isInCircle(post, callers) ? [{ pointer, reason: circle(post) }] : []
  })
}

/** Whether the way up from a post comes back to it. */
const isInCircle = (post: string, callers: ReadonlyMap<string, string>): boolean => {
  let caller = callers.get(post) ?? ''
  for (let steps = 0; caller !== '' && steps <= callers.size; steps += 1) {
    if (caller === post) return true
    caller = callers.get(caller) ?? ''
  }
  return false
}

const twice = (post: string) => text(`岗位“${post}”重复`, `The post “${post}” stands here twice`)
const unknown = (caller: string) =>
  text(`联络表中没有岗位“${caller}”`, `There is no post “${caller}” in the contact tree`)
const circle = (post: string) =>
  text(`岗位“${post}”的通知关系循环`, `“${post}” would be notified by itself over others`)
