// How does a page stand among those of supervision, and what is in its place until its figures come?
import type { Accessor, ComponentProps, JSX } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { usePage } from '../screen/page.ts'
import '../list/case-list.css'
import { SuperviseTabs } from './tabs.tsx'

/** `filters` stand above the figures, also while these are asked for; `rows`: how tall the page will be, roughly. */
export const SuperviseFrame = <View,>(props: {
  here: string
  class?: string
  words: { title: Text; lead: Text }
  filters?: JSX.Element
  found: ComponentProps<typeof Answered<View>>['found']
  rows: number
  children: (view: Accessor<NonNullable<View>>) => JSX.Element
}) => {
  usePage(() => t(props.words.title))
  return (
    <div class="supervise-page">
      <SuperviseTabs here={props.here} />
      <div class={`page ${props.class ?? ''}`}>
        <h1>{t(props.words.title)}</h1>
        <p class="lead">{t(props.words.lead)}</p>
        {props.filters}
        <Answered found={props.found} what={props.words.title} rows={props.rows}>
          {(view) => props.children(view)}
        </Answered>
      </div>
    </div>
  )
}
