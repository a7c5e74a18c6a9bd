// How does writing, or a picture of writing, come onto a canvas, and how does it leave as a PNG?

export const padSize = { width: 900, height: 300 }
export const mostUpload = 200_000

export const wipe = (canvas: HTMLCanvasElement) => {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
}

/** Follows finger, pen and mouse alike; `onInk` when something has been written. */
export const writeOn = (canvas: HTMLCanvasElement, onInk: () => void) => {
  const pen = canvas.getContext('2d')
  if (!pen) return
  let last: [number, number] | null = null
  const place = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect()
    return [
      ((event.clientX - box.left) * canvas.width) / box.width,
      ((event.clientY - box.top) * canvas.height) / box.height,
    ]
  }
  const line = ([x, y]: [number, number], [toX, toY]: [number, number]) => {
    pen.strokeStyle = '#000'
    pen.lineWidth = 7
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.beginPath()
    pen.moveTo(x, y)
    pen.lineTo(toX, toY)
    pen.stroke()
  }
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    last = place(event)
    line(last, last)
    onInk()
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!last) return
    const next = place(event)
    line(last, next)
    last = next
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, () => {
      last = null
    })
}

/** The picture, as large as fits, its paper made white: what is left is small enough to be sent. */
export const drawFile = async (canvas: HTMLCanvasElement, file: Blob): Promise<void> => {
  const picture = await createImageBitmap(file)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  wipe(canvas)
  const by = Math.min(canvas.width / picture.width, canvas.height / picture.height)
  const [width, height] = [picture.width * by, picture.height * by]
  pen.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
  picture.close()
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height)
  whiten(pixels.data)
  pen.putImageData(pixels, 0, 0)
}

/** Everything that is nearer to paper than to ink becomes white; ink becomes grey of its darkness. */
const whiten = (pixels: Uint8ClampedArray) => {
  for (let at = 0; at < pixels.length; at += 4) {
    const light =
      (299 * (pixels[at] ?? 255) + 587 * (pixels[at + 1] ?? 255) + 114 * (pixels[at + 2] ?? 255)) /
      1000
    const grey = light > 170 ? 255 : Math.round(light / 17) * 17
    pixels.fill(grey, at, at + 3)
    pixels[at + 3] = 255
  }
}

/** Base64 without its head. */
export const asPng = (canvas: HTMLCanvasElement): string =>
  canvas.toDataURL('image/png').replace(/^[^,]*,/, '')
