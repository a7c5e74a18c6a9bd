// Is there a network to send through?
import { createSignal } from 'solid-js'

const [online, setOnline] = createSignal(navigator.onLine)
const [silent, setSilent] = createSignal(false)
window.addEventListener('online', () => setOnline(true))
window.addEventListener('offline', () => setOnline(false))

/** The server was asked and could not be reached. */
export const noteSilence = () => setSilent(true)
export const noteAnswer = () => setSilent(false)

/** True from the moment that the device or a failed request says so; a dead stream is noticed later. */
export const cutOff = () => !online() || silent()
