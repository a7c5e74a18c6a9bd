// Can this browser draw the moving map, and fast enough?

/** What the map's library asks of a browser came with Chromium 98; where the processor would draw in place of a graphics card, the plain picture is faster. */
export const canDrawMap = (): boolean => {
  if (!('structuredClone' in globalThis)) return false
  try {
    const context = document
      .createElement('canvas')
      .getContext('webgl2', { failIfMajorPerformanceCaveat: true })
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
