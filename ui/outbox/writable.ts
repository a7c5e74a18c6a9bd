// What can still be written on this page while nothing can be sent?
import type { CaseView } from '../../contract/case/cases.ts'
import type { askItems } from '../client/case/items.ts'
import { client } from '../reading/queries.ts'

type Items = Awaited<ReturnType<typeof askItems>>

/** What a case offers that is kept on the device until there is a line again, as far as the browser has read it. */
const deferrableIn = (id: string): string[] => {
  const { acts = [] } = client.getQueryData<CaseView>(['case', id]) ?? {}
  const { items = [] } = client.getQueryData<Items>(['case', id, 'items']) ?? {}
  return [...acts, ...items.flatMap((item) => item.acts)].flatMap(
    ({ type, allowed, deferrable }) => (allowed && deferrable ? [type] : []),
  )
}

/** `form`: the form that stands there; `room`: notes and answers to orders of the incident; null: nothing. */
export const writableOn = (pathname: string): 'form' | 'room' | null => {
  const [, form, type = ''] = /^\/case\/([^/]+)\/act\/([^/]+)$/.exec(pathname) ?? []
  if (form) return deferrableIn(form).includes(decodeURIComponent(type)) ? 'form' : null
  const [, room] = /^\/incident\/([^/]+)$/.exec(pathname) ?? []
  return room && deferrableIn(room).length > 0 ? 'room' : null
}
