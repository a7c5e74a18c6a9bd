// What is wrong with the form, and where? (GOV.UK error summary)
import { createEffect, For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { Refusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { formWords } from '../screen/form-words.ts'

export type Mistake = { field: string | null; words: Text }

/** What a refusal says line by line, and what it is called where it gives no reason. */
export const linesOf = ({ reasons, title }: Refusal): Text[] =>
  reasons.length > 0 ? reasons : [title]

/** The server's words, which know more than the form; `field`: to which they lead. */
export const mistakesOf = (refusal: Refusal, field: string | null = null): Mistake[] =>
  linesOf(refusal).map((words) => ({ field, words }))

/** Takes the focus whenever the mistakes change; each line leads to its field. */
export const ErrorSummary = (props: { mistakes: Mistake[] }) => {
  let box: HTMLDivElement | undefined
  createEffect(() => {
    if (props.mistakes.length > 0) queueMicrotask(() => box?.focus())
  })
  const lead = (event: MouseEvent, field: string) => {
    event.preventDefault()
    const target = document.getElementById(`field-${field}`)
    target?.scrollIntoView({ block: 'center' })
    target?.focus()
  }
  return (
    <Show when={props.mistakes.length > 0}>
      <div class="error-summary" role="alert" tabindex="-1" ref={box}>
        <h2>{t(formWords.problem)}</h2>
        <ul>
          <For each={props.mistakes}>
            {(mistake) => (
              <li>
                <Show when={mistake.field} fallback={t(mistake.words)}>
                  {(field) => (
                    <a href={`#field-${field()}`} onClick={(event) => lead(event, field())}>
                      {t(mistake.words)}
                    </a>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
