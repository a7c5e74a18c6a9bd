// Which answers of the server can be read again without the network, and by whom?
import { asRefusal } from '../client/client.ts'
import { learnNow } from '../screen/time.ts'
import { allBelow, get, keyOf, put, remove, removeBeside } from './local-store.ts'
import { noteSilence } from './network.ts'

type Kept = { at: number; key: string; answer: unknown }

/** Whoever finds a phone keeps it from the network: what was read goes with time, whether or not the server can say so. */
const longest = 7 * 86_400_000
const isOld = ({ at }: Kept): boolean => Date.now() - at > longest
const self = keyOf('', 'me')

export const keep = (person: string, key: string, answer: unknown): Promise<unknown> =>
  put('answers', keyOf(person, key), { at: Date.now(), key, answer } satisfies Kept).catch(
    () => undefined,
  )

export const recall = async (person: string, key: string): Promise<unknown> => {
  const kept = await get<Kept>('answers', keyOf(person, key)).catch(() => undefined)
  if (!kept || !isOld(kept)) return kept?.answer
  await forget(person, key)
  return undefined
}

export const forget = (person: string, key: string): Promise<unknown> =>
  remove('answers', keyOf(person, key)).catch(() => undefined)

/** Whose pages the tabs of this browser show; all share one session. */
const owner = 'signed-in'
let lastPage: string | null = null

/** Signed in as somebody else, or signed out, in another tab: what this one shows, and what is written here, is not his. */
addEventListener('storage', ({ key, newValue }) => {
  if (key === owner && newValue !== lastPage) location.assign('/')
})

/** The other tabs leave too. */
export const disown = (): void => localStorage.removeItem(owner)

/** Who is signed in on this device; answers of anybody else go, and so do one's own old ones. */
export const keepSelf = async (me: { id: string }, heardAt: number): Promise<void> => {
  lastPage = me.id
  localStorage.setItem(owner, lastPage)
  const before = (await recallSelf()) as { id: string } | undefined
  // Whose session has ended is not known any more by name, and has left what he read.
  if (before?.id !== me.id) await removeBeside('answers', keyOf(me.id, '')).catch(() => undefined)
  await put('answers', self, { at: heardAt, key: 'me', answer: me } satisfies Kept).catch(
    () => undefined,
  )
  if (before) return
  const old = (await allBelow<Kept>('answers', keyOf(me.id, '')).catch(() => [])).filter(isOld)
  for (const { key } of old) await remove('answers', keyOf(me.id, key)).catch(() => undefined)
}

/** What was read last, when the network is to blame; a session that has ended is forgotten. */
export const standIn = async <Answer>(
  error: unknown,
  person: string | undefined,
  key: string,
): Promise<Answer> => {
  const { status } = asRefusal(error)
  if (status === 401) await forgetSelf()
  if (status === 0) noteSilence()
  const known = status === 0 && person !== undefined ? await recall(person, key) : undefined
  if (known === undefined) throw error
  if (key === 'me') await recallClock()
  return known as Answer
}

/** The server's clock as it was when it was last heard, moved on since: what is written without the network bears the city's time. */
const recallClock = async (): Promise<void> => {
  const kept = await get<Kept>('answers', self).catch(() => undefined)
  const heard = Date.parse((kept?.answer as { now?: string } | undefined)?.now ?? '')
  if (kept && !Number.isNaN(heard)) learnNow(new Date(heard + Date.now() - kept.at).toISOString())
}

export const recallSelf = async (): Promise<unknown> =>
  (await get<Kept>('answers', self).catch(() => undefined))?.answer

export const forgetSelf = (): Promise<unknown> => remove('answers', self).catch(() => undefined)
