/** Reads a ZIP archive of stored entries by its directory, and checks what it says of each entry against the entry. */
import { crc32 } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0

export function readZip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.length - 22
  if (bytes.readUInt32LE(end) !== END) throw new Error('The archive does not end with a directory')
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('The directory does not list what it says')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    files.set(name, contentOf(bytes, name, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 16)))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) throw new Error('The directory is not as long as it says')
  return files
}

function contentOf(bytes: Buffer, name: string, at: number, checksum: number): Buffer {
  if (bytes.readUInt32LE(at) !== LOCAL) throw new Error(`${name} does not begin where the directory says`)
  if (bytes.readUInt16LE(at + 8) !== STORED) throw new Error(`${name} is compressed`)
  const nameLength = bytes.readUInt16LE(at + 26)
  if (bytes.toString('utf8', at + 30, at + 30 + nameLength) !== name) throw new Error(`${name} has two names`)
  const begins = at + 30 + nameLength + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(begins, begins + bytes.readUInt32LE(at + 18))
  if (crc32(content) !== checksum) throw new Error(`${name} is not what was put in`)
  return content
}
