// What has somebody begun to write of a note, and is it there again when the phone died in the middle of a word?
import { createSignal, onCleanup } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { newKey } from '../client/client.ts'
import { dropDraft, keepDraft, readDraft } from '../reading/drafts.ts'

/** However fast somebody types, what is older than this is on disk. */
const longestUnsavedMs = 800

type About = { person: string; caseId: string; type: string; title: Text; href: string }
export type HalfNotes = ReturnType<typeof createHalfNotes>

const rest = (now: string, written: string): string =>
  now.startsWith(written) ? now.slice(written.length) : now

/** By the question, or the finding, that they are about. */
export const createHalfNotes = ({ person, caseId, type, title, href }: About) => {
  const name = `${caseId}:${type}:half`
  const [texts, setTexts] = createSignal<Record<string, string>>({})
  const request = { key: newKey(), sentAs: '', unanswered: false }
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    const data = Object.fromEntries(Object.entries(texts()).filter(([, words]) => words !== ''))
    if (Object.keys(data).length === 0) return dropDraft(person, name)
    return keepDraft(person, { name, title, href, data, labels: {}, uploads: {}, request })
  }
  const turning = new Set<string>()
  void readDraft(person, name)
    .catch(() => undefined)
    .then((found) => {
      if (found) setTexts((typed) => ({ ...(found.data as Record<string, string>), ...typed }))
    })
  const hurry = () => timer !== undefined && void save()
  document.addEventListener('visibilitychange', hurry)
  window.addEventListener('pagehide', hurry)
  onCleanup(() => {
    hurry()
    document.removeEventListener('visibilitychange', hurry)
    window.removeEventListener('pagehide', hurry)
  })
  return {
    textOf: (about: string) => texts()[about] ?? '',
    write: (about: string, words: string) => {
      setTexts((known) => ({ ...known, [about]: words }))
      timer ??= setTimeout(() => void save(), longestUnsavedMs)
    },
    /** It becomes one note, however often the button is tapped; what is typed meanwhile stays. */
    turnInto: async (about: string, keep: (words: string) => Promise<boolean>) => {
      const written = texts()[about] ?? ''
      if (written.trim() === '' || turning.has(about)) return
      turning.add(about)
      try {
        if (!(await keep(written.trim()))) return
        setTexts((known) => ({ ...known, [about]: rest(known[about] ?? '', written) }))
        await save()
      } finally {
        turning.delete(about)
      }
    },
  }
}
