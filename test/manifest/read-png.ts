/** Reads the pixels of a PNG file: eight bits a channel, with or without transparency, not interlaced. */
import { inflateSync } from 'node:zlib'

const SIGNATURE = '89504e470d0a1a0a'
const CHANNELS: Partial<Record<number, number>> = { 2: 3, 6: 4 }

export type Pixel = { red: number; green: number; blue: number; alpha: number }

export function readPng(bytes: Buffer): { width: number; height: number; pixels: Pixel[] } {
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) throw new Error('This is not a PNG file')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = CHANNELS[bytes.readUInt8(25)]
  if (bytes.readUInt8(24) !== 8 || !channels || bytes.readUInt8(28) !== 0)
    throw new Error('This kind of PNG is not read')
  const lines = unfilter(inflateSync(Buffer.concat(imageData(bytes))), width * channels, height, channels)
  const pixels: Pixel[] = []
  for (let at = 0; at < lines.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = lines.subarray(at, at + channels)
    pixels.push({ red, green, blue, alpha })
  }
  return { width, height, pixels }
}

function imageData(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return parts
}

/** Each line is kept as its difference from what is left of it and above it. */
function unfilter(data: Buffer, lineLength: number, height: number, step: number): Buffer {
  const out = Buffer.alloc(lineLength * height)
  for (let line = 0; line < height; line += 1) {
    const filter = data[line * (lineLength + 1)]!
    for (let n = 0; n < lineLength; n += 1) {
      const at = line * lineLength + n
      const left = n >= step ? out[at - step]! : 0
      const above = line > 0 ? out[at - lineLength]! : 0
      const corner = n >= step && line > 0 ? out[at - lineLength - step]! : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!
      out[at] = data[line * (lineLength + 1) + 1 + n]! + guess
    }
  }
  return out
}

function paeth(left: number, above: number, corner: number): number {
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((one) => Math.abs(left + above - corner - one))
  return byLeft! <= byAbove! && byLeft! <= byCorner! ? left : byAbove! <= byCorner! ? above : corner
}
