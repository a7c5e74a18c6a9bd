// Whom would an alarm call, and who of them would not hear it?
import { For } from 'solid-js'
import type { DutyView } from '../../contract/duty/desk.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { logWords as w } from './words/log-words.ts'

export const Reach = (props: { desk: DutyView }) => (
  <section class="block" aria-labelledby="duty-reach">
    <h2 id="duty-reach">{t(w.reach)}</h2>
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">{t(w.post)}</th>
          <th scope="col">{t(w.people)}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.desk.reach}>
          {({ post, people }) => (
            <tr>
              <th scope="row">{t(post)}</th>
              <td>
                <ul class="bare-list">
                  <For each={people} fallback={<li class="bad-words">{t(w.vacant)}</li>}>
                    {({ name, lacks }) => (
                      <li class={lacks.length > 0 ? 'bad-words' : ''}>
                        {t(
                          fill(lacks.length > 0 ? w.lacks : w.fine, {
                            name,
                            lacks: lacks.map(t).join(t({ zh: '、', en: ', ' })),
                          }),
                        )}
                      </li>
                    )}
                  </For>
                </ul>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
)
