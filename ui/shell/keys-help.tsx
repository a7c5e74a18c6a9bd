// Where are the keyboard shortcuts explained and switched off?
import { For } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Dialog } from '../screen/dialog.tsx'
import { keysEnabled, setKeysEnabled } from '../screen/keys.ts'
import { keyWords } from '../screen/keys-words.ts'

const rows: [string[], Text][] = [
  [['j', 'k'], keyWords.keyMove],
  [['Enter'], keyWords.keyOpen],
  [['Esc'], keyWords.keyBack],
  [['x'], keyWords.keySelect],
  [['/'], keyWords.keySearch],
  [['Ctrl+K'], keyWords.keyPalette],
  [['g i', 'g c', 'g d', 'g p'], keyWords.keyGo],
  [['n', 'Space', 'm'], keyWords.keyDuty],
  [['a', 'b', 't', 'c'], keyWords.keyActs],
  [['[', ']'], keyWords.keyNeighbours],
  [['Ctrl+Enter'], keyWords.keySubmit],
  [['?'], keyWords.keyHelp],
]

const KeysHelp = (props: { open: boolean; onClose: () => void }) => (
  <Dialog open={props.open} title={t(keyWords.keysTitle)} onClose={() => props.onClose()}>
    <p class="muted">{t(keyWords.keysHint)}</p>
    <table class="plain-table keys-table">
      <tbody>
        <For each={rows}>
          {([keys, text]) => (
            <tr>
              <th scope="row">
                <For each={keys}>{(key) => <kbd>{key}</kbd>}</For>
              </th>
              <td>{t(text)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
    <label class="check">
      <input
        type="checkbox"
        checked={keysEnabled()}
        onChange={(event) => setKeysEnabled(event.currentTarget.checked)}
      />
      <span>{t(keyWords.keysOn)}</span>
    </label>
  </Dialog>
)

export default KeysHelp
