// How does the interface open without the network, and never an old one while there is a network? (built into /sw.js)
const { version, files } = self.shell

const current = `shell-${version}`
const keepsBefore = 1

self.addEventListener('install', (event) => {
  const fetched = files.map((file) => new Request(file, { cache: 'reload' }))
  event.waitUntil(
    caches
      .open(current)
      .then((cache) => cache.addAll(fetched))
      .then(() => self.skipWaiting()),
  )
})

/** The shell before this one stays: pages opened before a deploy still load their parts. */
self.addEventListener('activate', (event) => {
  const sweep = async () => {
    const names = (await caches.keys()).filter(
      (name) => name.startsWith('shell-') && name !== current,
    )
    for (const name of names.slice(0, Math.max(0, names.length - keepsBefore)))
      await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(sweep())
})

/** A page is asked for each time; the kept one answers only when nobody else does. */
const page = async (request) => {
  try {
    const answer = await fetch(request)
    if (answer.status < 500) return answer
    return (await kept('/')) ?? answer
  } catch (error) {
    const found = await kept('/')
    if (found) return found
    throw error
  }
}

const kept = async (name) => (await caches.open(current)).match(name)

/** Files with a hash in their name never change. */
const asset = async (request) => (await caches.match(request)) ?? fetch(request)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(asset(request))
  else if (
    request.mode === 'navigate' &&
    !/^\/(api|mailbox|metrics|healthz|readyz|sw\.js)(\/|$)/.test(pathname)
  )
    event.respondWith(page(request))
})
