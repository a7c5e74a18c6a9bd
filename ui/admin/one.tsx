// How does one of a list stand on a page of its own: under its name, with the way back?
import type { Accessor, ComponentProps, JSX } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { usePage } from '../screen/page.ts'

/** Until it has come it is called as the list is; `back` is the list's address. */
export const OneOfList = <One extends { name: string }>(props: {
  found: ComponentProps<typeof Answered<One>>['found']
  words: { title: Text; back: Text }
  back: string
  children: (one: Accessor<NonNullable<One>>) => JSX.Element
}) => {
  const title = () =>
    props.found.isSuccess && props.found.data ? props.found.data.name : t(props.words.title)
  usePage(title)
  return (
    <>
      <div class="admin-head">
        <h1>{title()}</h1>
        <a class="button quiet" href={props.back}>
          {t(props.words.back)}
        </a>
      </div>
      <Answered found={props.found} what={props.words.title} rows={8}>
        {(one) => props.children(one)}
      </Answered>
    </>
  )
}
