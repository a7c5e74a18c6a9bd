// How is an answer shown that leads outside the product?
import { Show } from 'solid-js'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { t } from '../client/words.ts'
import { FactValue } from './facts.tsx'

/** Opened beside the page; where it leads learns nothing of where it was pressed. */
export const LinkedValue = (props: { fact: FactField }) => (
  <Show when={props.fact.href} fallback={<FactValue fact={props.fact} />}>
    {(href) => (
      <a href={href()} target="_blank" rel="noopener noreferrer external">
        {t(props.fact.value)}
      </a>
    )}
  </Show>
)
