// What is there to fill in before an application can be sent, and how far is it? (S6)
import { For } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import type { Form } from '../form/form.ts'
import { type Section, type SectionState, standingOf } from './sections.ts'
import { reportWords as w } from './words.ts'

const words: Record<SectionState, Text> = {
  todo: w.sectionTodo,
  optional: w.sectionOptional,
  begun: w.sectionBegun,
  sending: w.sectionSending,
  done: w.sectionDone,
}

export const TaskList = (props: { sections: Section[]; form: Form }) => {
  const standings = () =>
    props.sections.map(({ fields, ...section }) =>
      standingOf({ ...section, fields: props.form.applicable(fields) }, props.form.values()),
    )
  const ready = () =>
    standings().filter(({ state }) => state === 'done' || state === 'optional').length
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault()
    const heading = document.getElementById(id)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <nav class="task-list" aria-labelledby="task-list-title">
      <h2 id="task-list-title">
        {t(w.tasks)}{' '}
        <small class="muted">
          {t(fill(w.tasksReady, { n: ready(), all: props.sections.length }))}
        </small>
      </h2>
      <ol>
        <For each={props.sections}>
          {(section, index) => (
            <li>
              <a href={`#${section.id}`} onClick={(event) => go(event, section.id)} target="_self">
                {t(section.words)}
              </a>
              <span class={`task-state ${standings()[index()]!.state}`}>
                {t(words[standings()[index()]!.state])}
                <small class="muted">
                  {' '}
                  {t(
                    fill(w.sectionFilled, {
                      n: standings()[index()]!.filled,
                      all: standings()[index()]!.all,
                    }),
                  )}
                </small>
              </span>
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}
