// How are the notes of a case read, also without the network, and for how long do they stay on this phone?
import { askFieldNotes } from '../client/case/field-notes.ts'
import { remembered } from '../reading/queries.ts'

const nameOf = (id: string) => `field-notes:${id}`

/** What is no longer written is no longer kept: the phone of an officer is no archive. */
const readOnce = async (id: string, person: string) => {
  const answer = await askFieldNotes(id)
  const { forget } = await import('../reading/kept-answers.ts')
  await forget(person, nameOf(id))
  return answer
}

/** Below the case: whatever changes the case has them read again. `open`: more may still be written. */
export const fieldNotesOf = (id: string, person: string, open: boolean) => ({
  queryKey: ['case', id, 'field-notes', open],
  queryFn: () => (open ? remembered(nameOf(id), () => askFieldNotes(id)) : readOnce(id, person)),
})
