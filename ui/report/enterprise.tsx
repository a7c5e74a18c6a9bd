// Who applies, as the register of enterprises has it?
import { For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { get } from '../client/client.ts'
import { t } from '../client/words.ts'
import { remembered } from '../reading/queries.ts'
import { reportWords as w } from './words.ts'

export type Registered = { id: string; name: string; code: string; region: Text; industry: string; address: string; principal: string }

/** Of people of an enterprise the register shows their own alone. */
export const registeredQuery = (enterprise: string | undefined) => ({
  queryKey: ['registered', enterprise],
  queryFn: () =>
    remembered(`registered:${enterprise}`, async () => {
      const { items } = await get<{ items: Registered[] }>('/api/enterprises', { limit: 1 })
      return items.find(({ id }) => id === enterprise) ?? null
    }),
  staleTime: 600_000,
})

export const EnterpriseCard = (props: { enterprise: Registered | null }) => (
  <Show when={props.enterprise}>
    {(one) => {
      const rows = (): [Text, string][] => [
        [w.enterpriseName, one().name],
        [w.enterpriseCode, one().code],
        [w.enterpriseAddress, one().address],
        [w.enterprisePrincipal, one().principal],
      ]
      return (
        <section class="enterprise-card" aria-labelledby="enterprise-title">
          <h2 id="enterprise-title">{t(w.enterprise)}</h2>
          <dl class="summary compact">
            <For each={rows()}>
              {([label, value]) => (
                <div>
                  <dt>{t(label)}</dt>
                  <dd>{value}</dd>
                </div>
              )}
            </For>
          </dl>
          <p class="hint">{t(w.enterpriseHint)}</p>
        </section>
      )
    }}
  </Show>
)
