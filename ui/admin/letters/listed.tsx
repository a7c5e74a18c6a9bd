// How does one box of dead letters stand there while it waits, when it is empty, and page by page?
import type { UseQueryResult } from '@tanstack/solid-query'
import { type JSX, Show } from 'solid-js'
import { fill, type Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { Empty } from '../../screen/states.tsx'
import { letterWords as w } from './words.ts'

type Page = { items: unknown[]; total: number; cursor: string | null }
type Props<Listable extends Page> = {
  found: UseQueryResult<Listable>
  name: Text
  empty: Text
  cursor: string
  onPage: (cursor: string) => void
  children: (page: Listable) => JSX.Element
}

export const Listed = <Listable extends Page>(props: Props<Listable>) => (
  <Answered found={props.found} what={props.name} rows={8}>
    {(page) => (
      <Show when={page().items.length > 0} fallback={<Empty summary={props.empty} />}>
        <p role="status">{t(fill(w.found, { n: page().total }))}</p>
        {props.children(page())}
        <p class="form-actions">
          <Show when={props.cursor}>
            <button type="button" class="button" onClick={() => props.onPage('')}>
              {t(w.first)}
            </button>
          </Show>
          <Show when={page().cursor}>
            {(cursor) => (
              <button type="button" class="button" onClick={() => props.onPage(cursor())}>
                {t(w.more)}
              </button>
            )}
          </Show>
        </p>
      </Show>
    )}
  </Answered>
)
